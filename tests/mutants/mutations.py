"""Small changes to a module, one at a time, that a test should notice."""

import ast
from collections.abc import Iterator

__all__ = ["mutant", "mutations"]

_COMPARISONS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd}


def mutations(source: str) -> Iterator[tuple[int, int]]:
    """Yield each change that can be made: the number of a node, and which of its changes.

    Changed are comparisons, `and` and `or`, conditions, numbers, sums, what is returned, filters of
    comprehensions, and calls whose result nobody takes; annotations are not.
    """
    tree = ast.parse(source)
    typing = {
        below
        for node in ast.walk(tree)
        for part in _read_by_type_checkers(node)
        for below in ast.walk(part)
    }
    for number, node in enumerate(ast.walk(tree)):
        if node not in typing:
            yield from ((number, change) for change in range(_ways(node)))


def mutant(source: str, number: int, change: int) -> tuple[str, ast.Module]:
    """The module with one change, and what was changed as `line: before -> after`."""
    tree = ast.parse(source)
    target = next(node for index, node in enumerate(ast.walk(tree)) if index == number)
    before = ast.unparse(target).splitlines()[0]
    _apply(target, change)
    after = ast.unparse(target).splitlines()[0]
    return f"{target.lineno}: {before} -> {after}", ast.fix_missing_locations(tree)


def _read_by_type_checkers(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands below *node* for type checkers alone."""
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        yield node
    for name in ("annotation", "returns"):
        if part := getattr(node, name, None):
            yield part


def _ways(node: ast.AST) -> int:
    """In how many ways *node* can be changed."""
    match node:
        case ast.If() | ast.IfExp():
            return 2
        case ast.Compare(ops=[operator]):
            can_change = type(operator) in _COMPARISONS
        case ast.Constant(value=value):
            can_change = isinstance(value, int) and not isinstance(value, bool)
        case ast.BinOp(op=operator):
            can_change = type(operator) in _OPERATORS
        case ast.Return(value=value):
            can_change = not isinstance(value, ast.Constant | None)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            can_change = any(part.ifs for part in node.generators)
        case ast.UnaryOp(op=operator):
            can_change = isinstance(operator, ast.Not)
        case _:
            can_change = isinstance(node, ast.BoolOp | ast.While) or (
                isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
            )
    return int(can_change)


def _apply(node: ast.AST, change: int) -> None:
    """Change *node* in place."""
    match node:
        case ast.Compare():
            node.ops = [_COMPARISONS[type(node.ops[0])]()]
        case ast.If() | ast.IfExp() | ast.While():
            # An endless loop would be found by nothing but its end.
            node.test = ast.Constant(bool(change) and not isinstance(node, ast.While))
        case ast.Constant():
            node.value += 1
        case ast.BinOp():
            node.op = _OPERATORS[type(node.op)]()
        case ast.Return():
            node.value = ast.Constant(None)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            next(part for part in node.generators if part.ifs).ifs.pop()
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.Expr():
            node.value = ast.Constant(None)
