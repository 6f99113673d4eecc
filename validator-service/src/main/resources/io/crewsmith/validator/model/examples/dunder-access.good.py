__all__ = ["A"]
__version__ = "1.0"


class A:
    def __init__(self, value):
        super().__init__()
        self.__value = value
        self.name = type(self).__name__


module = __name__
