"""Makes a Pydantic model of a JSON Schema, since CrewAI takes the form of a result only as a model.

Understood is what Crewsmith allows in a configuration: objects, arrays, texts, numbers and booleans with title,
description, enum and limits.
"""

from typing import Annotated, Any, Literal, Optional

from pydantic import BaseModel, ConfigDict, Field, create_model

SIMPLE = {"string": str, "integer": int, "number": float, "boolean": bool}
LIMITS = {
    "string": {"minLength": "min_length", "maxLength": "max_length"},
    "integer": {"minimum": "ge", "maximum": "le"},
    "number": {"minimum": "ge", "maximum": "le"},
    "array": {"minItems": "min_length", "maxItems": "max_length"},
}


def model_of(name: str, schema: dict[str, Any]) -> type[BaseModel]:
    """A model of this name for the schema of an object.

    A field that is not required may be missing or null. Raises ValueError for what it does not understand.
    """
    if schema.get("type") != "object":
        raise ValueError(f"{name} must be the schema of an object")
    required = schema.get("required") or []
    fields: dict[str, Any] = {}
    for field, part in schema["properties"].items():
        kind = _kind(name + field[:1].upper() + field[1:], part)
        if field in required:
            fields[field] = (kind, Field(**_facts(part)))
        else:
            # Not "kind | None": CrewAI looks for typing.Union when it describes the model to an LLM.
            fields[field] = (Optional[kind], Field(default=None, **_facts(part)))
    return create_model(
        name,
        __config__=ConfigDict(title=schema.get("title")),
        __doc__=schema.get("description"),
        **fields,
    )


def _kind(name: str, schema: dict[str, Any]) -> Any:
    kind = schema.get("type")
    if schema.get("enum"):
        return Literal[tuple(schema["enum"])]
    if kind == "object":
        return model_of(name, schema)
    if kind == "array":
        items = schema["items"]
        item, facts = _kind(name + "Item", items), _facts(items)
        return list[Annotated[item, Field(**facts)]] if facts else list[item]
    if kind not in SIMPLE:
        raise ValueError(f"{name} has the type {kind}, which is not understood")
    return SIMPLE[kind]


def _facts(schema: dict[str, Any]) -> dict[str, Any]:
    """Keywords of Field."""
    facts = {word: schema[word] for word in ("title", "description") if schema.get(word)}
    if not schema.get("enum"):
        for word, keyword in LIMITS.get(schema["type"], {}).items():
            if schema.get(word) is not None:
                facts[keyword] = int(schema[word]) if keyword.endswith("length") else schema[word]
    return facts
