"""What a mutation changes: one place of a module's syntax tree, as a slip of the pen might (mutationer).

Comparisons, sums and conditions are turned round or moved by one; a statement, a rule or an argument is left out.
Texts, annotations and decorators stay: a text that is wrong is a matter for the tests that print it.
"""

from __future__ import annotations

import ast
import copy
import difflib
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

_COMPARED: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
_COMPUTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
}  # fmt: skip
_CALLED: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}
_ONLY_SPEED: Final = {"strict", "maxsize", "slots"}
"""Arguments that change no result where the rest is right."""
_LONG: Final = 110
_NOT_ENTERED: Final = {"annotation", "returns", "decorator_list", "type_params"}


class Change(NamedTuple):
    """A node of a tree, where it stands in its parent, and what it is to be instead; and the statement around it."""

    statement: ast.stmt
    parent: ast.AST
    field: str
    position: int | None
    node: ast.AST
    instead: ast.AST

    @property
    def lines(self) -> range:
        """The lines of the source that it is in."""
        first = getattr(self.node, "lineno", self.statement.lineno)
        return range(first, (getattr(self.node, "end_lineno", None) or first) + 1)

    def make(self) -> None:
        """Make the change in the tree."""
        self._put(self.instead)

    def _put(self, node: ast.AST) -> None:
        if self.position is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.position] = node

    def diff(self) -> list[str]:
        """The lines of the statement that change, each with a sign before it; the tree is as it was afterwards."""
        whole = self.parent if self.statement is self.node else self.statement
        before = ast.unparse(whole).splitlines()
        self._put(self.instead)
        after = ast.unparse(ast.fix_missing_locations(whole)).splitlines()
        self._put(self.node)
        changed = [line for line in difflib.ndiff(before, after) if line[0] in "-+"]
        return _around_what_differs([line[:2] + line[2:].strip() for line in changed])


def _around_what_differs(lines: list[str]) -> list[str]:
    """Two long lines cut to what differs in them, and some of what stands before and after."""
    if len(lines) != 2 or max(map(len, lines)) <= _LONG:
        return lines
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(lines[0][2:], lines[1][2:], strict=False)))
    first = max(0, same - _LONG // 2)
    return [line[:2] + "…" * (first > 0) + line[2 + first :][:_LONG] for line in lines]


def changes_of(tree: ast.Module) -> list[Change]:
    """Every change that can be made of a module, in the order of its source."""
    return [*_within(tree, None)]


def _within(parent: ast.AST, statement: ast.stmt | None) -> Iterator[Change]:
    for field, value in ast.iter_fields(parent):
        if field in _NOT_ENTERED:
            continue
        for position, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _is_apart(node):
                continue
            around = node if isinstance(node, ast.stmt) else statement
            assert around is not None
            of_types = field == "slice" and isinstance(node, ast.Tuple)  # as in Annotated[str, …]
            for instead in () if of_types else _instead_of(node):
                ast.copy_location(instead, node)
                yield Change(around, parent, field, position, node, instead)
            yield from _within(node, around)


def _is_apart(node: ast.AST) -> bool:
    """What is a docstring, or only for type checkers."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _with(node: ast.AST, **fields: object) -> ast.AST:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _without_each(items: list[ast.AST]) -> Iterator[list[ast.AST]]:
    for left_out in range(len(items)):
        yield [*items[:left_out], *items[left_out + 1 :]]


def _left_out(node: ast.stmt) -> ast.AST:
    """A statement that is not reached; what yields makes a generator of its function all the same."""
    return ast.If(test=ast.Constant(value=False), body=[node], orelse=[])


def _instead_of(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=ops):
            for at, op in enumerate(ops):
                for other in _COMPARED[type(op)]:
                    yield _with(node, ops=[*ops[:at], other(), *ops[at + 1 :]])
        case ast.BoolOp(op=op, values=values):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
            for rest in _without_each([*values]):
                yield rest[0] if len(rest) == 1 else _with(node, values=rest)
        case ast.BinOp(op=op) if type(op) in _COMPUTED:
            yield _with(node, op=_COMPUTED[type(op)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.If():
            yield from (_with(node, test=ast.Constant(value)) for value in (True, False))
        case ast.comprehension(ifs=ifs):
            yield from (_with(node, ifs=rest) for rest in _without_each([*ifs]))
        case ast.Call():
            yield from _called_otherwise(node)
        case ast.Tuple(elts=elements, ctx=ast.Load()) if len(elements) > 2 and all(map(_is_named, elements)):
            yield from (_with(node, elts=rest) for rest in _without_each([*elements]))
        case ast.AugAssign(op=op):
            yield from [_with(node, op=_COMPUTED[type(op)]())] if type(op) in _COMPUTED else []
            yield _left_out(node)
        case ast.Assign(targets=targets) if all(isinstance(each, ast.Attribute | ast.Subscript) for each in targets):
            yield _left_out(node)
        case ast.Expr() | ast.Raise() | ast.Continue() | ast.Break():
            yield _left_out(node)


def _called_otherwise(node: ast.Call) -> Iterator[ast.AST]:
    if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        yield _with(node, func=ast.copy_location(ast.Name(_CALLED[node.func.id], ast.Load()), node.func))
    for keyword in node.keywords:
        if keyword.arg and keyword.arg not in _ONLY_SPEED:
            yield _with(node, keywords=[each for each in node.keywords if each is not keyword])


def _is_named(node: ast.AST) -> bool:
    return isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Starred)
