from functools import lru_cache, wraps


@lru_cache(maxsize=3)
def f():
    return wraps


class A:
    @property
    def x(self):
        return 1

    @x.setter
    def x(self, value):
        self.y = value
