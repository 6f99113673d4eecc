def f(x):
    while x:
        x -= 1
    while True:
        if x > 3:
            break
        x += 1
    while True:
        return x
