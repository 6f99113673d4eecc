from __future__ import annotations


def f(input: str, open: bool, later: Later) -> str:
    return input if open else later.name


class Later:
    input: str
    name = "x"
    other = name


def open_ticket(title):
    return {"title": title}
