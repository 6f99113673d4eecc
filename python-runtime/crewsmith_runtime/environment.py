"""Reads settings and secrets from the environment, so that generated code holds none."""

import os


class MissingVariable(RuntimeError):
    """A variable that an agent needs is not set."""


def required(name: str, what_for: str) -> str:
    """The value of a variable.

    Raises MissingVariable, with what to do, if it is not set or empty.
    """
    value = os.environ.get(name, "")
    if not value:
        raise MissingVariable(f"Set {name}: {what_for}.")
    return value
