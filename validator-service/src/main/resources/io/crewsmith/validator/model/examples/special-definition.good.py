from typing import TypedDict


class A:
    def __init__(self):
        self.x = 1

    def __repr__(self):
        return "A"


class B(TypedDict, total=False):
    x: int
