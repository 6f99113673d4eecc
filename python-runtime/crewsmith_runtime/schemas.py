"""Pydantic models from JSON Schemas, for results of tasks."""

from typing import Any, Literal

from pydantic import BaseModel, Field, create_model

PLAIN_TYPES: dict[str, type] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
}

# How Pydantic calls the limits that JSON Schema knows.
LIMITS = {
    "minimum": "ge",
    "maximum": "le",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
}


def model_of(name: str, schema: dict[str, Any]) -> type[BaseModel]:
    """The model of an object.

    Knows type, title, description, properties, required, items, enum (of texts), and the limits of numbers, texts and
    lists. What is not required may be left out, and is None then.
    """
    required = schema.get("required", [])
    fields: dict[str, Any] = {}
    for field, part in schema["properties"].items():
        kind = type_of(name + field.title().replace("_", ""), part)
        limits = {LIMITS[word]: value for word, value in part.items() if word in LIMITS}
        about = {"title": part.get("title"), "description": part.get("description")}
        if field in required:
            fields[field] = (kind, Field(**limits, **about))
        else:
            fields[field] = (kind | None, Field(default=None, **limits, **about))
    return create_model(name, __doc__=schema.get("description"), **fields)


def type_of(name: str, schema: dict[str, Any]) -> Any:
    """What a part of a schema allows."""
    if schema.get("enum"):
        return Literal[tuple(schema["enum"])]
    if schema["type"] == "object":
        return model_of(name, schema)
    if schema["type"] == "array":
        return list[type_of(name + "Item", schema["items"])]
    return PLAIN_TYPES[schema["type"]]
