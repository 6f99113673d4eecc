def f(x: type, y: type[int]) -> type:
    return type(x)
