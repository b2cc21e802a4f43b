"""Without py-yaml12, the handler of python-frontmatter gives the same answers."""

import pytest
import yaml12

from vaultgraph.reading import yaml_fallback


@pytest.mark.parametrize("source", [
    "a: 10:57\nb: yes\nc: 2025-02-30\nd: 12\ne: 1.5\nf: true\ng: null\nh:\n",
    "tags:\n  - a\n  - 'b c'\n",
    '{"a": [1, 2]}',
    "a: 0o17\nb: 0x1F\nc: [.inf, -.Inf, +.INF]\nd: [1e3, 010, 0o8, 0xg, .5, 1_000, +12]\n",
    "",
    "# only a comment",
])  # fmt: skip
def test_gives_the_same_values(source):
    assert yaml_fallback.parse(source) == yaml12.parse_yaml(source)


@pytest.mark.parametrize("source", ["a: b: c", "a: [b\n", 'a: "b\n'])
def test_refuses_the_same_and_says_where(source):
    with pytest.raises(ValueError, match="byte"):
        yaml12.parse_yaml(source)
    with pytest.raises(ValueError, match=r" at byte \d+ line \d+ column \d+"):
        yaml_fallback.parse(source)
