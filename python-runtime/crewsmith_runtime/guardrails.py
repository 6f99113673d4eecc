"""What the result of a task may be held against. Each answers whether it passes, and the result or what is wrong."""

import json
import re
from typing import Any

from crewai import TaskOutput

LINK = re.compile(r"https?://[^\s)>\]]+")
PLACEHOLDER = re.compile(r"\b(?:TODO|TBD|FIXME|XXX|lorem ipsum)\b|\[(?:insert|your) [^\]]*\]", re.IGNORECASE)


def not_empty(output: TaskOutput) -> tuple[bool, Any]:
    """There is a result."""
    return (True, output) if output.raw.strip() else (False, "The result is empty. Give a complete answer.")


def has_sources(output: TaskOutput) -> tuple[bool, Any]:
    """The result names at least one address."""
    return (True, output) if LINK.search(output.raw) else (False, "Name at least one source with its https address.")


def no_placeholders(output: TaskOutput) -> tuple[bool, Any]:
    """Nothing was left open."""
    found = PLACEHOLDER.search(output.raw)
    return (False, f"Replace {found.group()!r} by the thing itself.") if found else (True, output)


def valid_json(output: TaskOutput) -> tuple[bool, Any]:
    """The result is JSON and nothing else."""
    try:
        json.loads(output.raw)
    except ValueError as error:
        return (False, f"The result must be JSON and nothing else: {error}.")
    return (True, output)
