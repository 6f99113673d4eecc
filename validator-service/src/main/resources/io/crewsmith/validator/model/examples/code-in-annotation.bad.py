class A:
    x: '__import__("os")'
# ---
def f(x: 'print(1)') -> int:
    return 1
# ---
def f() -> 'eval':
    return 1
# ---
from typing import TypedDict
T = TypedDict('T', {'a': 'print(1)'})
# ---
from typing import Optional
X = Optional['print(1)']
# ---
class A:
    x: 'list[[print for x in y]]'
# ---
class A:
    x: 'print' '(1)'
# ---
from typing import Annotated
X = Annotated['print(1)', 'text']
# ---
from typing import cast
x = cast('print(1)', 1)
