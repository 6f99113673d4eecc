def f(a):
    return getattr(a, "name", None), hasattr(a, "role")
