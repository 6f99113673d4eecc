class A:
    def __init_subclass__(cls):
        pass
# ---
class M(type):
    pass
# ---
class A(metaclass=print):
    pass
# ---
def __getattr__(name):
    return name
# ---
class A:
    def __del__(self):
        pass
# ---
class A(**{'metaclass': print}):
    pass
