import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.reading import embeds, find_embeds, without_embeds
from vaultgraph.reading.note import parse_note


@pytest.mark.parametrize(("text", "targets"), [
    ("![[a b.png|100]] and ![[c]d.png]]", ["a b.png", "c]d.png"]),
    ("![x](a%20b.png) ![[y] z](<c d.png>) ![](e(1).png \"title\")", ["a b.png", "c d.png", "e(1).png"]),
    ("![x](https://example.org/a.png)", [""]),
    ("`![[a.png]]` [x](b.png) [[c.png]] ![d](e f.png)", []),
])  # fmt: skip
def test_finds_what_obsidian_embeds(text, targets):
    assert [embed.target for embed in find_embeds(text)] == targets


def test_takes_them_out_whole():
    assert without_embeds("a ![d](img(1).png)b") == "a  b"
    assert embeds("a ![d](img(1).png)b") == ["![d](img(1).png)"]


@given(st.text("]()<>|a. ", max_size=12))
@pytest.mark.parametrize("form", ["x ![[{}]] y", "x ![t]({}) y", "x ![{}](a.png)", "![t](<{}>)"])
def test_reads_as_a_note_is_read(form, inside):
    text = form.format(inside)
    read = parse_note("Note.md", text)
    in_note = [(link.target, link.start, link.end) for link in read.links if link.embed]
    found = [(embed.target, embed.start, embed.end) for embed in find_embeds(text) if embed.target]
    assert found == in_note


@pytest.mark.parametrize("piece", ["![", "![[", "![a](", "![[a|", "![a [b", "![](<"])
def test_takes_linear_time(piece):
    assert [*find_embeds(piece * 100_000)] == []
