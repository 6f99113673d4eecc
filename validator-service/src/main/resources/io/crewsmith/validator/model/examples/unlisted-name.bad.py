open('/etc/passwd')
# ---
x = input
# ---
license()
# ---
y = undefined_anywhere
# ---
def f(open):
    class B:
        open = open
    return B.open
# ---
memoryview(b'')
# ---
def open(x):
    return x
open(1)
