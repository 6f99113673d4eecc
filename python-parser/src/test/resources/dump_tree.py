"""Writes what CPython thinks of each file, one line a file: the tree as text, or the SyntaxError."""

import ast
import struct
import sys
import warnings

warnings.simplefilter("ignore")
SKIPPED = ("ctx", "kind", "type_comment", "type_ignores", "type_params", "simple")
RENAMED = {
    "AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try",
    "ListComp": "LIST", "SetComp": "SET", "GeneratorExp": "GENERATOR",
}


class Dump:
    def __init__(self, source):
        self.lines = source.split("\n")

    def at(self, node):
        line = self.lines[node.lineno - 1].encode("utf-8")[: node.col_offset]
        return f"@{node.lineno}:{len(line.decode('utf-8')) + 1}"

    def constant(self, value):
        if isinstance(value, str):
            return "str:" + value.encode("utf-8").hex()
        if isinstance(value, bytes):
            return "bytes:" + value.hex()
        if isinstance(value, bool) or value is None or value is Ellipsis:
            return repr(value)
        if isinstance(value, int):
            return f"int:{value}"
        if isinstance(value, float):
            return "float:" + struct.pack(">d", value).hex()
        return "complex:" + struct.pack(">d", value.imag).hex()

    def arguments(self, node):
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        rows = list(zip(positional, defaults))
        rows += [(node.vararg, None)] if node.vararg else []
        rows += list(zip(node.kwonlyargs, node.kw_defaults))
        rows += [(node.kwarg, None)] if node.kwarg else []
        return [f"({a.arg} {self.show(a.annotation)} {self.show(d)})" for a, d in rows]

    def show(self, node):
        if node is None:
            return "-"
        if isinstance(node, list):
            return "[" + " ".join(self.show(n) for n in node) + "]"
        if isinstance(node, str):
            return node
        if isinstance(node, ast.Constant):
            return f"(Constant{self.at(node)} {self.constant(node.value)})"
        if isinstance(node, ast.JoinedStr):
            return f"(JoinedStr{self.at(node)} {' '.join(self.piece(v) for v in node.values)})"
        if isinstance(node, ast.arguments):
            return "[" + " ".join(self.arguments(node)) + "]"
        name = RENAMED.get(type(node).__name__, type(node).__name__)
        place = self.at(node) if hasattr(node, "lineno") and isinstance(node, (ast.stmt, ast.expr)) else ""
        if isinstance(node, ast.MatchSingleton):
            return f"({name} {self.constant(node.value)})"
        if isinstance(node, ast.Dict):
            pairs = [f"{self.show(k)} {self.show(v)}" for k, v in zip(node.keys, node.values)]
            return f"({name}{place} [{' '.join(pairs)}])"
        fields = [self.field(node, f) for f in node._fields if f not in SKIPPED]
        return f"({' '.join([name + place] + fields)})"

    def piece(self, node):
        # Python 3.12 corrected the places inside f-strings, so they are left out.
        if isinstance(node, ast.Constant):
            return self.constant(node.value)
        spec = node.format_spec
        shown = "-" if spec is None else "{" + " ".join(self.piece(v) for v in spec.values) + "}"
        return f"{{{type(node.value).__name__} {node.conversion} {shown}}}"

    def field(self, node, name):
        value = getattr(node, name, None)
        if isinstance(value, int):
            return str(value)
        return self.show(value)


def answer(path):
    try:
        with open(path, "rb") as file:
            source = file.read().decode("utf-8")
        return 1, 0, 0, Dump(source).show(ast.parse(source).body)
    except SyntaxError as error:
        return 0, error.lineno or 0, error.offset or 0, error.msg or ""
    except Exception as error:  # RecursionError, MemoryError, ValueError: no answer either
        return 0, 0, 0, f"{type(error).__name__}: {error}"


for name in sys.stdin:
    accepted, line, column, text = answer(name.rstrip("\n"))
    print(accepted, line, column, "x" + text.encode("utf-8", "replace").hex(), flush=True)
