def f(frame):
    return frame.code, frame.modules
