"""What the result of a task can be held against, by name.

Each says whether the result passes, and then the result itself or what is wrong with it. CrewAI reads the annotations
of these functions when a task is made, so they must be types and not texts.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from crewai import TaskOutput

LINK = re.compile(r"https?://[^\s/]+\.[^\s/]+")
PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b|\[(?:insert|your|placeholder)\b[^\]]*\]|\{\{[^}]*\}\}"
    r"|<(?:insert|your|placeholder)\b[^>]*>",
    re.IGNORECASE,
)
FENCED = re.compile(r"\s*```(?:json)?[ \t]*\n(.*?)\n?```\s*", re.DOTALL)


def has_sources(output: TaskOutput) -> tuple[bool, Any]:
    """The result names a source: in a field sources where it has such fields, else by a link."""
    fields = list(_fields("sources", _structure(output)))
    found = any(fields) if fields else LINK.search(_text(output))
    return (True, output) if found else (False, "Name at least one source, with its address.")


def no_placeholders(output: TaskOutput) -> tuple[bool, Any]:
    """Nothing in the result is left to be filled in."""
    found = PLACEHOLDER.search(_text(output))
    return (False, f"Replace the placeholder {found[0]}.") if found else (True, output)


def not_empty(output: TaskOutput) -> tuple[bool, Any]:
    """The result is more than white space."""
    return (True, output) if output.raw.strip() else (False, "The result is empty.")


def valid_json(output: TaskOutput) -> tuple[bool, Any]:
    """The result is JSON (RFC 8259); a Markdown fence around it is taken off."""
    fenced = FENCED.fullmatch(output.raw)
    text = fenced[1] if fenced else output.raw
    try:
        json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        return (False, f"The result is no JSON: {error}")
    return (True, text) if fenced else (True, output)


def _structure(output: TaskOutput) -> Any:
    """The fields of the result; empty where it is a text."""
    return output.json_dict or (output.pydantic.model_dump(mode="json") if output.pydantic else {})


def _text(output: TaskOutput) -> str:
    """All words of the result: CrewAI may have made its fields of a text that says something else."""
    return output.raw + "\n" + json.dumps(_structure(output), ensure_ascii=False, default=str)


def _fields(name: str, value: Any) -> Iterator[Any]:
    """The values of all fields of that name, however deep they lie."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name:
                yield inner
            else:
                yield from _fields(name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(name, inner)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number in JSON")
