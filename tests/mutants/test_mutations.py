"""The changes that are made to modules are those that a test should notice."""

import ast

import pytest

from mutants.mutations import mutant, mutations


@pytest.mark.parametrize(("source", "changed"), [
    ("a < b", ["a <= b"]),
    ("a and b", ["a or b"]),
    ("a + 1", ["a - 1", "a + 2"]),
    ("not a", ["not not a"]),
    ("x = True", []),
    ("say(a)", ["None"]),
    ("[a for a in b if a]", ["[a for a in b]"]),
    ("a if b else c", ["a if False else c", "a if True else c"]),
    ("def f(x: Literal[1]) -> 'a < b':\n    return x", ["def f(x: Literal[1]) -> 'a < b':\n    return None"]),
    ("if TYPE_CHECKING:\n    say(1)", []),
])  # fmt: skip
def test_a_change(source, changed):
    found = [ast.unparse(mutant(source, *place)[1]) for place in mutations(source)]
    assert found == changed
