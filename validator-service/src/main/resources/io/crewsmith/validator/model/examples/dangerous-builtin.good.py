def f(eval, model):
    return eval(model.eval(1)) + (lambda exec: exec)(2)


def g(vars):
    return [vars for compile in [1] if compile]


evaluation = 1
