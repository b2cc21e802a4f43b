import pytest

from vaultgraph import choose_rules, lint

OTHERS = "-- Work.md --\nx\n-- Laws/Joule's law.md --\nx\n-- engine.png --\n-- 1.md --\nx\n"


def meant(graph, text):
    """What the rule finds in *text*: the source from the column on, and the hint."""
    vault = graph(f"-- Heat.md --\n{text}\n{OTHERS}")
    found = lint(vault, choose_rules(["malformed-link"]))
    assert all(each.rule == "malformed-link" for each in found)
    written = vault.vault.text("Heat.md")
    return [(written[each.span.start : each.span.end], each.hint) for each in found]


def test_wrong_brackets_are_found(findings):
    texts = ("[[Work]", "[Work]]", "[[w](Work.md)", "(w)[Work.md]", "[w w] (Work.md)")
    texts += ("[w]([[Work]])", "[[Work]](Work.md)", "[w w](Work.md")
    vault = "-- Heat.md --\n" + "\n\n".join(texts) + f"\n{OTHERS}"
    assert [each.partition(": ")[2] for each in findings("malformed-link", vault)] == [
        "a ] is missing, so this is not a link",
        "a [ is missing, so this is not a link",
        "there is one [ too many before this link",
        "brackets and parentheses are swapped, so this is not a link",
        "brackets and parentheses are apart, so this is not a link",
        "the parentheses contain a link of their own, so the text before them is not one",
        "after double brackets, an address in parentheses is only text",
        "a ) is missing, so this is not a link",
    ]


@pytest.mark.parametrize(("text", "written", "hint"), [
    ("See [[Work] and more", "[[Work]", "[[Work]]"),
    ("See [[Work|the work]", "[[Work|the work]", "[[Work|the work]]"),
    ("- [[Work#x]\n- y", "[[Work#x]", "[[Work#x]]"),
    ("- [[Work\n- y", "[[Work", "[[Work]]"),
    ("**[[laws/joule's law]**", "[[laws/joule's law]", "[[laws/joule's law]]"),
    ("![[engine.png|100]", "![[engine.png|100]", "![[engine.png|100]]"),
    ("![[lost.png]", "![[lost.png]", "![[lost.png]]"),
    ("[[Work] one\n\nand ] two", "[[Work]", "[[Work]]"),
    ("[[Work]\n- and ] two", "[[Work]", "[[Work]]"),
    ("[w]: Work.md\n\n[[Work] one\n\nand ] two", "[[Work]", "[[Work]]"),
    ("看[[Work]，", "[[Work]", "[[Work]]"),
    ("See [Work]] and more", "[Work]]", "[[Work]]"),
    ("![engine.png]]", "![engine.png]]", "![[engine.png]]"),
    ("[[w](Work.md) here", "[[w](Work.md)", "[w](Work.md)"),
    (f"[[w](https://example.com/{'a' * 300}) here", f"[[w](https://example.com/{'a' * 300})", f"[w](https://example.com/{'a' * 300})"),
    ("[[w](Work) here", "[[w](Work)", "[w](Work)"),
    ("[[w](https://example.com/a_(b))", "[[w](https://example.com/a_(b))", "[w](https://example.com/a_(b))"),
    ("[[w](Work.md) here\n\nand ] there", "[[w](Work.md)", "[w](Work.md)"),
    ("(the work)[Work.md]", "(the work)[Work.md]", "[the work](Work.md)"),
    ("!(so)[engine.png]", "!(so)[engine.png]", "![so](engine.png)"),
    ("(so)[https://example.com/a?b=c]", "(so)[https://example.com/a?b=c]", "[so](https://example.com/a?b=c)"),
    ("- [the work] (Work.md)", "[the work] (Work.md)", "[the work](Work.md)"),
    ("[The site] (https://example.com).", "[The site] (https://example.com)", "[The site](https://example.com)"),
    ("[so](https://example.com/a_(b)\nx", "[so](https://example.com/a_(b)", "[so](https://example.com/a_(b))"),
    ("[so](https://example.com/a_(b), x", "[so](https://example.com/a_(b)", "[so](https://example.com/a_(b))"),
    ("[so](https://example.com.", "[so](https://example.com", "[so](https://example.com)"),
    ("[the law]([[Joule's law]])", "[the law]([[Joule's law]])", "[[Joule's law|the law]]"),
    ("|a|\n|-|\n|[w]([[Work]])|", "[w]([[Work]])", r"[[Work\|w]]"),
    ("[the w]([[Work|x]])", "[the w]([[Work|x]])", "[[Work|the w]]"),
])  # fmt: skip
def test_the_hint_is_the_link(graph, text, written, hint):
    assert meant(graph, text) == [(written, f"write {hint}")]


def test_an_address_after_double_brackets_has_no_certain_meaning(graph):
    hint = "write [text](https://example.com), or put a space between them"
    text = "[[Work]](https://example.com)"
    assert meant(graph, text) == [(text, hint)]


@pytest.mark.parametrize("text", [
    "- [ ] task (x)[^1]", "- [x] done", "f(x)[0] a[i][j] x[[1]", "[so] in 2020 (see there)[1]", "`[[Work]` $[[Work]$",
    "```\n[[Work]\n```", "[[Work], [Heat]]", "[[Work] done by [gas]]", "[[Work] and\n[gas]]", "m = [[Work], [1]]",
    "[[1] Joule, 1843", "[[1](https://example.com)]", "[[a](https://example.com),\n[b](https://example.com)]",
    "[[Energy] and", "[[Energy](lost.md) and", "[Energy]]", "(so)[lost.md]", "(so)[Work]", "[a b] (lost.md)", "[a b] (Work)",
    "[WIP] (https://example.com)", "[1] (https://example.com)", "- [x] (https://example.com)", "[a b] (see https://example.com)",
    "\\[[Work] and\\]", "[[Work] and\\]", "\\[see [Work]]", "\\[[Work]\\]", "[[Work]] (https://example.com)", "[[Energy]](https://example.com)",
    "[[https://example.com]]", "[[https://example.com](https://example.com)]]", "[[Work]](so)", "- [ ]([[Work]])", "[w]([[Energy]])",
    "x[[Work]", "x[Work]]", "f(Work)[Work.md]", "(a)[Work.md](Work.md)", "[a](Work.md)[Work.md]", "[Work.md]: Work.md\n\n(a)[Work.md]",
    "[a b]: Work.md\n\n[a b] (Work.md)", "[so](https://example.com\n)", "[so](https://example.com\n\"title\")", "[[[Work]]", "[[Work]]]",
    "[key:: [[Work]]]", "^[see [[Work]]]", "<!-- [[Work] -->", "<div>\n[[Work]\n</div>", "%%x%% [^Work]]", "![alt] text", "[![a](engine.png)](Work.md)",
    "---\nexcalidraw-plugin: parsed\n---\n[[Work]",
])  # fmt: skip
def test_brackets_are_also_ordinary_characters(graph, text):
    assert meant(graph, text) == []


@pytest.mark.parametrize(
    "text", ["[the law]([[Work]])", "[w](see [[Work]])", "[the law]([[Joule's law]])"]
)
def test_a_link_in_parentheses_counts(graph, text):
    note = graph(f"-- Heat.md --\n{text}\n").vault.notes["Heat.md"]
    assert [link.syntax for link in note.links] == ["wikilink"]
