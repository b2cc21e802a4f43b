"""Globs over paths of the vault."""

import re
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vaultgraph.reading import matches


@pytest.mark.parametrize(("glob", "path", "fits"), [
    ("*.md", "a.md", True), ("*.md", "x/a.md", False), ("**/*.md", "a.md", True), ("**/*.md", "x/y/a.md", True),
    ("x/**", "x/y/a.md", True), ("x/**", "xy/a.md", False), ("x/*", "x/y/a.md", False), ("?.md", "a.md", True),
    ("?.md", "ab.md", False), ("a.md", "a.md", True), ("a.md", "aXmd", False), ("**/**/a.md", "x/a.md", True),
    ("**", "x/y/a.md", True), ("****", "x/a.md", True), ("x/**/a.md", "x/a.md", True),
])  # fmt: skip
def test_what_fits(glob, path, fits):
    assert matches(path, glob) is fits


@pytest.mark.parametrize(("glob", "path"), [
    ("**/" * 30 + "c", "a/" * 200 + "b"), ("**" * 30 + "c", "a" * 400),
    ("*a" * 11 + "*b", "a" * 240), ("**a" * 11 + "**b", "a" * 240), ("**/*a" * 11 + "**b", "a/" * 120),
])  # fmt: skip
def test_repeated_stars_do_not_hang(glob, path):
    assert not matches(path, glob)


@given(
    st.lists(st.sampled_from(["a", "b", "/", "*", "**", "**/", "/**/", "?"]), max_size=7).map(
        "".join
    ),
    st.text("ab/", max_size=9),
)
@example("*/**/*", "aba//a//a")
@example("**a*b", "xa/yab")
def test_a_glob_matches_what_backtracking_matches(glob, path):
    tokens = re.findall(r"(?:(?<=/)|\A)(?:\*\*/)+|\*{2,}|\*|\?|[^*?]", glob)
    assert matches(path, glob) is fits(tuple(tokens), path)


@cache
def fits(tokens, path):
    """Whether *path* fits the *tokens* of a glob, every way tried."""
    if not tokens:
        return not path
    token, *rest = tokens
    rest = tuple(rest)
    if token.startswith("**"):
        cuts = [n for n in range(len(path) + 1) if token[-1] == "*" or n == 0 or path[n - 1] == "/"]
    elif token == "*":
        cuts = range(len(path.partition("/")[0]) + 1)
    else:
        cuts = [1] if path and (path[0] == token or (token == "?" and path[0] != "/")) else []
    return any(fits(rest, path[cut:]) for cut in cuts)
