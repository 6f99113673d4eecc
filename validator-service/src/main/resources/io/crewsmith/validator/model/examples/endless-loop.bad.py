while 1 < 2:
    pass
# ---
def f():
    while True:
        print(1)
# ---
def f():
    while 1:
        def g():
            return 1
# ---
class A:
    while False:
        pass
