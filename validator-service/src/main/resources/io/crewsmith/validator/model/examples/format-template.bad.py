'{0.__class__}'.format(1)
# ---
'{a[b]}'.format(a={})
# ---
f = ''.format
# ---
def f(t, x):
    return t.format(x)
# ---
T = '{0}'
T = '{0.x}'
T.format(1)
# ---
t = '{0}'
def f(x, t=t):
    return t.format(x)
# ---
@'x'.format
class X:
    pass
