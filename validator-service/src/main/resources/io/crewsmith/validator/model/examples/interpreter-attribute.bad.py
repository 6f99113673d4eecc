def f(e):
    return e.tb_frame.f_builtins
# ---
x = (i for i in []).gi_frame
# ---
def f(x):
    match x:
        case object(gi_code=c):
            return c
