x = [eval][0]('1')
# ---
(lambda f: f('1'))(exec)
# ---
f'{__import__("os")}'
# ---
[(eval := 1) for _ in [0]] if False else [eval for _ in [0]]
# ---
def f():
    global eval
    eval = 1
    return eval
# ---
class B:
    exec = exec
# ---
try:
    pass
except Exception as exec:
    pass
exec('x')
# ---
def f(open):
    class A:
        compile = compile
# ---
x = globals
# ---
for __builtins__.x in [1]:
    pass
