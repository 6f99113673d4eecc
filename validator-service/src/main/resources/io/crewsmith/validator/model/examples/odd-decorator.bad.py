@(lambda c: c)
class X:
    pass
# ---
@[print][0]
def f():
    pass
