import pytest

from vaultgraph import choose_rules, lint


def found_in(graph, text):
    return [
        (f"{found.location.line}:{found.location.column}", str(found.severity), found.hint)
        for found in lint(graph("", {"Heat.md": text.encode()}), choose_rules(["ignored-properties"]))
    ]  # fmt: skip


def test_says_what_is_ignored(findings):
    assert findings("ignored-properties", """
        -- Heat.md --
        ---
        tags: #physics
        source: "see [[Carnot]], page 3"
        ---
        -- Work.md --

        ---
        tags: a
        ---
        -- Entropy.md --
        ---
        tags: a
        --
        -- Order.md --
        ---
        tags: a

        Text.
    """) == [
        "Entropy.md:3:1: these are not three dashes, so the properties are text",
        "Heat.md:2:7: # begins a comment here, so Obsidian ignores this",
        "Heat.md:3:14: Obsidian sees no link within a longer text in the properties",
        "Order.md:1:1: these properties are never closed, so they are text",
        "Work.md:2:1: these properties are not at the start of the note, so they are text",
    ]  # fmt: skip


@pytest.mark.parametrize(("yaml", "place", "hint"), [
    ("tags: #todo #reading", "2:7", "write tags: [todo, reading]"),
    ("Tags:   #a, #b  ", "2:9", "write Tags: [a, b]"),
    ("tags: #todo later", "2:7", "write tags: [todo]"),
    ("tags:\n  - #todo\n  - b", "3:5", "write - todo"),
    ("tags: a #b #c", "2:9", "write tags: [a, b, c]"),
    ("tags: [a, b] #c", "2:14", "write tags: [a, b, c]"),
    ("tags:\n  - a #b\n  - c", "3:7", "make it an entry of its own, without #"),
    ("color: #ff0000", "2:8", 'write color: "#ff0000"'),
    ("aliases:\n- #work\n- x", "3:3", 'write - "#work"'),
    ('"my color": #ff0000', "2:13", 'write my color: "#ff0000"'),
])  # fmt: skip
def test_a_value_that_begins_with_a_hash_is_lost(graph, yaml, place, hint):
    assert found_in(graph, f"---\n{yaml}\n---\n") == [(place, "warning", hint)]


@pytest.mark.parametrize("yaml", [
    "tags: # my tags", "tags: [a] # more later", "tags: [a] #more later", "tags: #mine\n  - a", "mood: #good or bad", "tags: '#a'",
    "tags: ['a #b']", "tags:\n  - 'a #b'\n  -", "text: |\n  color: #ff0000", "a:\n  color: #ff0000", "title: a #b", "# tags: #a", "tags: a#b", "list:\n- # a\n- b",
])  # fmt: skip
def test_a_comment_is_fine(graph, yaml):
    assert found_in(graph, f"---\n{yaml}\n---\n") == []


@pytest.mark.parametrize(("yaml", "place", "link"), [
    ("quelle: 'siehe [[A]], Seite 3'", "2:16", "[[A]]"),
    ('up: "[[A]], [[B|b]]"', "2:6", "[[A]]"),
    ("up:\n  - '[[A]]'\n  - of [[B|b]]", "4:8", "[[B|b]]"),
    ("up: {down: 'see [[A]] and more'}", "2:17", "[[A]]"),
])  # fmt: skip
def test_a_link_in_a_longer_text_is_information(graph, yaml, place, link):
    hint = f'put "{link}" in a property or an entry of its own'
    assert found_in(graph, f"---\n{yaml}\n---\n") == [(place, "info", hint)]


@pytest.mark.parametrize("yaml", [
    "up: '[[A]]'", "up: ' [[A|a]] '", "banner: '![[a.png]]'", "text: |\n  see [[A]]\n  and [[B]]", "query: 'from [[A]] and #b'",
    "shown: contains(up, [[A]])", "up: see [A](A.md)", "text: '`[[A]]` is a link'", "up: 'a [[b'", "matrix: '[[[a]]]'", 'text: "a \\x5b\\x5bA]] b"',
])  # fmt: skip
def test_a_link_and_code_are_fine(graph, yaml):
    assert found_in(graph, f"---\n{yaml}\n---\n") == []


FIRST = "make this the first line of the note"
EXACTLY = "write exactly ---, with nothing before it"
CLOSE = "put a line with --- below the last property"


@pytest.mark.parametrize(("text", "place", "hint"), [
    ("\n---\ntags: [one]\n---\nBody", "2:1", FIRST),
    (" \r\n\r\n---\r\nup: a\r\ndate: b\r\n---\r\n", "3:1", FIRST),
    ("\n---\ntags:\n- a\n- b\n---", "2:1", FIRST),
    ("# Heat\n\n---\naliases: x\n---\n", "3:1", FIRST),
    (" ---\ntags: a\n---\n", "1:1", EXACTLY),
    ("--\ntags: a\n--\n", "1:1", EXACTLY),
    ("----\ntags: a\n----\n", "1:1", EXACTLY),
    ("—\ntags: a\n—\n", "1:1", EXACTLY),
    ("—-\ntags: a\n---\n", "1:1", EXACTLY),
    ("---\ntags: a\n----\nBody", "3:1", EXACTLY),
    ("---\r\ntags: a\r\n —-\r\n", "3:1", EXACTLY),
    ("---\ntags: a\nBody", "1:1", CLOSE),
    ("---\ntitle: a\ndate: b\n\n# Heat\n", "1:1", CLOSE),
    ("---\ntags:", "1:1", CLOSE),
])  # fmt: skip
def test_properties_that_are_text_are_found(graph, text, place, hint):
    assert found_in(graph, text) == [(place, "warning", hint)]


@pytest.mark.parametrize("text", [
    "", "---", "---\n---\n", "---\n\n---\n", "---\ntags: a\n---\n", "---\ntags: a\n---", "---\ntags: a\n\nup: b\n---\n",
    "# Heat\n\n---\n\ntext: not a property\n\n---\n", "# Heat\n---\nauthor: me\nyear: 1824\n---\n", "\n---\nNote: what is it?\n---\n",
    "\n---\nHeat flows\n---\n", "---\nHeat: it flows\nThen: it stops, and why: so\n", "--------\ntags: a\n--------\n", "- a\n- b: c\n", "\n---\ntags: a\n",
    "text\n\n---\ntags: a\n---\n", "```\n---\ntags: a\n---\n```\n", "    ---\n    tags: a\n    ---\n", "---\nHeat\n---\n\n---\ntags: a\n---\n",
])  # fmt: skip
def test_other_dashes_are_fine(graph, text):
    assert found_in(graph, text) == []


def test_a_byte_order_mark_is_fine(graph):
    assert found_in(graph, "\ufeff---\ntags: a\n---\n") == []


def test_templates_may_have_notes_about_values(graph):
    assert found_in(graph, "---\nmood: #good\n---\n{{title}}\n") == []
