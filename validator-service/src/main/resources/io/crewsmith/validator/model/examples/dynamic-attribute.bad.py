x = getattr(1, 'a' + 'b')
# ---
g = getattr
# ---
setattr(print, '__self__', 1)
# ---
getattr(1, *['x'])
# ---
def f(a, n):
    delattr(a, n)
