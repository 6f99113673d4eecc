def f(x):
    return x.system('id')
# ---
def f(x):
    x.write_text('x')
# ---
def f(pd):
    pd.read_pickle('x')
