import json
from hashlib import md5

import pytest

from vaultgraph import VaultGraph, choose_rules, lint
from vaultgraph.anki import AnkiNote, Collection

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


def card(question, answer, front, back):
    return f"""-- Física/Heat.md --
{question} #flashcard
{answer}
<!--ID: 1700000000001-->
-- Anki --
1700000000001: {front} | {back}
"""


def test_shows_both_sides_where_they_differ(findings):
    text = card("What is heat?", "It is energy on its way", "What is heat?", "It is energy at rest")
    assert findings("text-drift", text) == [
        "Física/Heat.md:1:1: Anki has “is energy at rest” where this note has “is energy on its way”"
    ]


@pytest.mark.parametrize(("note", "anki"), [
    ("**Heat** and _work_, `a<b>` ==kept==",
     "<strong>Heat</strong> and <em>work</em>, <code>a&lt;b&gt;</code> <mark>kept</mark>"),
    ("**H**eat", "<strong>H</strong>eat"),
    ("snake_case and 2*3", "snake_case and 2*3"),
    ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
    ("- [x] done\n- left", '<ul><li><input type="checkbox" checked> done</li><li>left</li></ul>'),
    ("# Title\ntext", '<h1 id="title">Title</h1><p>text</p>'),
    ("![[img/fire red.png|300]] warm", '<img src="fire red.png" width="300"> warm'),
    ("![flame](img/fire%20red.png) warm", '<img src="fire%20red.png" alt="flame" /> warm'),
    ("![[song.mp3]]", "[sound:song.mp3]"),
    ("![[fire.webp]]", "![[fire.webp]]"),
    ("see [[Work|the work]] and [this](http://x.y/z)",
     'see <a href="obsidian://open?vault=V&amp;file=Work">the work</a> and <a href="http://x.y/z">this</a>'),
    ("<https://x.y/z> or me@x.y", '<a href="https://x.y/z">https://x.y/z</a> or me@x.y'),
    (r"$a_1 \cdot b < c$", r"\(a_1 \cdot b &lt; c\)"),
    ("$$\\frac{a}{b}$$", r"\[\frac{a}{b}\]"),
    ("a &lt; b &amp; c", "a &lt; b &amp; c"),
    ("`&lt;`", "<code>&amp;lt;</code>"),
    ("```python\nx = 1\n```", '<pre><code class="python language-python">x = 1</code></pre>'),
    ("good :smile: #physics", "good 😄"),
    ("Ação", "Ac\u0327a\u0303o"),
    ("a b", "a&nbsp;b<br>"),
    ("warm %% not yet %%", "warm"),
    ("warm", 'warm<br><a href="obsidian://open?vault=V&amp;file=H" class="obsidian-link">Obsidian</a>'),
    ("warm", "warm Física/Heat.md > Chapter"),
])  # fmt: skip
def test_what_the_plugin_makes_of_markdown_is_not_drift(findings, note, anki):
    assert findings("text-drift", card("Q?", note, "Q?", anki.replace("|", "&#124;"))) == []


def test_a_cloze_is_compared_without_its_marks(findings):
    anki = "Heat is {{c1::energy}} on its {{c2::way::hint}} | "
    text = "-- A.md --\nSTART\nCloze\nHeat is {c1:energy} on its {2:way::hint}{{c3::!}}\n<!--ID: 17-->\nEND\n-- Anki --\n17: "
    assert findings("text-drift", text + anki) == []
    assert len(findings("text-drift", text + anki.replace("way", "road"))) == 1


def test_another_image_is_a_drift(findings):
    assert findings("text-drift", card("Q?", "![[a.png]]", "Q?", '<img src="b.png">'))


def test_a_note_that_waits_for_a_sync_is_reported_by_another_rule(findings):
    text = card("Q?", "new words", "Q?", "old words")
    assert findings("text-drift", text, {PLUGIN: synced("other")}) == []
    assert (
        len(
            findings(
                "text-drift",
                text,
                {PLUGIN: synced(text.partition("-- Anki")[0].partition("\n")[2])},
            )
        )
        == 1
    )


def synced(text):
    settings = {
        "CUSTOM_REGEXPS": {
            "Basic": r"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"
        }
    }
    hashes = {"Física/Heat.md": md5(text.encode()).hexdigest()}
    return json.dumps({"settings": settings, "File Hashes": hashes}).encode()


def test_texts_that_the_plugin_freezes_into_cards_are_not_drift(findings):
    text = card("Q?", "words", "Q?", "words of the course")
    assert (
        findings("text-drift", text.replace("Q? #", "FROZEN - Basic:\nof the course\n\nQ? #")) == []
    )


def test_a_note_of_anki_without_fields_says_nothing(vault):
    read = vault("-- Heat.md --\nq #flashcard\na\n<!--ID: 1700000000001-->\n")
    known = {1700000000001: AnkiNote(1700000000001, (), (), ())}
    graph = VaultGraph(read, anki=Collection("x.colpkg", known, frozenset()))
    assert lint(graph, choose_rules(["text-drift"], anki=True)) == []


def test_a_field_that_the_note_does_not_fill_has_not_drifted(findings):
    assert findings("text-drift", """
        -- Heat.md --
        START
        Cloze
        Heat is {{c1::energy}}.
        <!--ID: 17-->
        END
        -- Anki --
        17: Heat is {{c1::energy}}. | written in Anki
    """) == []  # fmt: skip
