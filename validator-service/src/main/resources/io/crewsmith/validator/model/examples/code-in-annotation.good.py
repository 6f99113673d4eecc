from typing import Annotated, Literal, Optional

from pydantic import Field


class Node:
    parent: "Optional[Node]" = None
    others: list["Node"]
    kind: Literal["a (b)", "c"]
    text: Annotated[str, Field(description="what (if any)")]
