x = ().__class__
# ---
x = print.__self__
# ---
match print:
    case object(__self__=b):
        pass
# ---
license._Printer__filenames = []
# ---
class A:
    __class_getitem__ = print
# ---
from json import loads as __import__
# ---
def f(x):
    x.__init__ = 1
# ---
__builtins__ = {}
