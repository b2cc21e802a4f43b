"""Globs over paths of the vault."""

from time import monotonic

import pytest

from vaultgraph.reading import matches


@pytest.mark.parametrize(("glob", "path", "fits"), [
    ("*.md", "a.md", True), ("*.md", "x/a.md", False), ("**/*.md", "a.md", True), ("**/*.md", "x/y/a.md", True),
    ("x/**", "x/y/a.md", True), ("x/**", "xy/a.md", False), ("x/*", "x/y/a.md", False), ("?.md", "a.md", True),
    ("?.md", "ab.md", False), ("a.md", "a.md", True), ("a.md", "aXmd", False), ("**/**/a.md", "x/a.md", True),
    ("**", "x/y/a.md", True), ("****", "x/a.md", True), ("x/**/a.md", "x/a.md", True),
])  # fmt: skip
def test_what_fits(glob, path, fits):
    assert matches(path, glob) is fits


def test_repeated_stars_hang_nothing():
    start = monotonic()
    assert not matches("a/" * 200 + "b", "**/" * 30 + "c")
    assert not matches("a" * 400, "**" * 30 + "c")
    assert monotonic() - start < 1
