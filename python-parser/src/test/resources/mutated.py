"""A module with a little of everything, to be damaged one character at a time."""

from __future__ import annotations

from typing import Any, Optional

LIMITS: dict[str, Any] = {"depth": 60, "width": 1_000, "share": 0.5, **{}}


@staticmethod
def pick(a, /, b: int = 1, *rest: str, key: Optional[str] = None, **more) -> list[int]:
    """Says what it does."""
    if not a or b is None and key not in more:
        return [x * 2 for x in rest if x]
    elif b < 3 <= 4:
        b += 1
    while True:
        try:
            value = (lambda y: y ** 2)(b)
        except (ValueError, TypeError) as error:
            raise RuntimeError(f"bad {error!r:>10} at {b + 1}") from error
        else:
            break
        finally:
            del value
    match a:
        case {"kind": str(kind), **other} if kind:
            return [1, -2]
        case [first, *_] | first:
            pass
    return {**more}[key:1, ...] if (n := len(rest)) else [not n]


class Agent(Base, metaclass=Meta):
    name: str = 'text' "more" + b'x'.decode()

    async def run(self):
        async with self.lock as lock, open_it() as other:
            await lock.get(*self.items, **{"a": 1})
        async for item in self:
            yield item
        global LIMITS
        assert item, "nothing"
