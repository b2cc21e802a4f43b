"""Markdown as Anki shows it."""

import pytest

from vaultgraph.card_text import with_deletions
from vaultgraph.export.apkg.fields import Fields
from vaultgraph.export.apkg.media import Media
from vaultgraph.model import FLASHCARDS_OBSIDIAN, SPACED_REPETITION, Card

VAULT = """
    -- Notes/Heat.md --
    -- Notes/Work.md --
    -- Files/engine.png --
    -- Files/my engine.PNG --
    -- Files/paper.pdf --
    -- Files/tone.ogg --
"""


@pytest.fixture
def html(graph):
    read = graph(VAULT)
    fields = Fields(read, Media(read.vault.folder))
    return lambda text: fields.html(text, "Notes/Heat.md")


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("one\ntwo", "one<br />\ntwo", id="lines"),
    pytest.param("one\n\ntwo", "<p>one</p>\n<p>two</p>", id="paragraphs"),
    pytest.param("**b** *i* ~~s~~ ==m *i*==", "<strong>b</strong> <em>i</em> <s>s</s> <mark>m <em>i</em></mark>", id="emphasis"),
    pytest.param("a == b == c, ==d ==", "a == b == c, ==d ==", id="no-highlight"),
    pytest.param("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="list"),
    pytest.param("2. a\n3. b", '<ol start="2">\n<li>a</li>\n<li>b</li>\n</ol>', id="numbered"),
    pytest.param("`a < [[b]] $c$`", "<code>a &lt; [[b]] $c$</code>", id="code"),
    pytest.param("```py\n==a== $b$\n```", '<pre><code class="language-py">==a== $b$\n</code></pre>', id="fence"),
    pytest.param("a < b & c", "a &lt; b &amp; c", id="escaped"),
    pytest.param("x<sub>2</sub>", "x<sub>2</sub>", id="html"),
    pytest.param("$a_1 < b_2$", r"\(a_1 &lt; b_2\)", id="maths"),
    pytest.param("$$a_1$$", r"\[a_1\]", id="display-maths"),
    pytest.param("so:\n$$\na_1 \\\\\nb_2\n$$\nend", "so:\n\\[a_1 \\\\\nb_2\\]\nend", id="maths-over-lines"),
    pytest.param("> so:\n> $$\n> a > b\n> $$", "<blockquote>\n<p>so:\n\\[a &gt; b\\]</p>\n</blockquote>", id="maths-in-quote"),
    pytest.param("$A$$B$", r"\(A\)\(B\)", id="two-maths"),
    pytest.param("==a **$b$** c==", r"<mark>a <strong>\(b\)</strong> c</mark>", id="maths-in-emphasis"),
    pytest.param("[![[engine.png|9]] $a$](https://a.b)", r'<a href="https://a.b"><img src="engine.png" width="9"> \(a\)</a>', id="in-a-link"),
    pytest.param("[*w* $a$](Work.md)", r'<a href="obsidian://open?vault=vault&amp;file=Notes%2FWork"><em>w</em> \(a\)</a>', id="maths-in-a-link"),
    pytest.param("[w][l]\n\n[l]: Work.md", '<a href="obsidian://open?vault=vault&amp;file=Notes%2FWork">w</a>', id="reference"),
    pytest.param("`[[Work\ngoes]]` ``[[`on]]``", "<code>[[Work goes]]</code> <code>[[`on]]</code>", id="links-in-code"),
    pytest.param(r"$\frac{a}{b^{2}}$", r"\(\frac{a}{b^{2} }\)", id="closing-braces"),
    pytest.param("costs $5 or $6", "costs $5 or $6", id="money"),
    pytest.param("![[engine.png]]", '<img src="engine.png">', id="image"),
    pytest.param("![[engine.png|a|100x50]]", '<img src="engine.png" width="100" height="50">', id="size"),
    pytest.param("![[my engine.PNG]]", '<img src="my engine.PNG">', id="capitals"),
    pytest.param("![x](../Files/my%20engine.PNG)", '<img src="my engine.PNG">', id="markdown-image"),
    pytest.param("![x](https://a.b/c.png)", '<img src="https://a.b/c.png" alt="x" />', id="web-image"),
    pytest.param("![[gone.png]]", "![[gone.png]]", id="missing-image"),
    pytest.param("![[tone.ogg]]", "[sound:tone.ogg]", id="sound"),
    pytest.param("![[paper.pdf]]", '<a href="obsidian://open?vault=vault&amp;file=Files%2Fpaper.pdf">paper.pdf</a>', id="pdf"),
    pytest.param("![[Work]]", '<a href="obsidian://open?vault=vault&amp;file=Notes%2FWork">Work</a>', id="note"),
    pytest.param("[[Work|the *work*]]", '<a href="obsidian://open?vault=vault&amp;file=Notes%2FWork">the *work*</a>', id="link"),
    pytest.param("[[Gone & away]]", '<a href="obsidian://open?vault=vault&amp;file=Gone%20%26%20away">Gone &amp; away</a>', id="broken-link"),
    pytest.param("[w](Work.md)", '<a href="obsidian://open?vault=vault&amp;file=Notes%2FWork">w</a>', id="markdown-link"),
    pytest.param("[w](https://a.b)", '<a href="https://a.b">w</a>', id="web-link"),
    pytest.param("| a |\n|---|\n| [[Work\\|w]] |",
                 '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><a href="obsidian://open?vault=vault&amp;file=Notes%2FWork">w</a></td>\n</tr>\n</tbody>\n</table>', id="table"),
])  # fmt: skip
def test_a_field(html, text, expected):
    assert html(text) == expected


@pytest.mark.parametrize(("plugin", "text", "expected"), [
    (SPACED_REPETITION, "==a== {b} **c**", "{{c1::a}} {b} **c**"),
    (SPACED_REPETITION, "**a** or {{b}}", "{{c1::a}} or {{c2::b}}"),
    (FLASHCARDS_OBSIDIAN, "==a== {b} {3:c}", "{{c1::a}} {{c2::b}} {{c3::c}}"),
    (SPACED_REPETITION, "`==a==` ==b `c == d`==", "`==a==` {{c1::b `c == d`}}"),
    (SPACED_REPETITION, "==F = m a==", "{{c1::F = m a}}"),
    (SPACED_REPETITION, "It costs $5, ==not== $6", "It costs $5, {{c1::not}} $6"),
    (FLASHCARDS_OBSIDIAN, r"{$\frac{a}{b}$}", r"{{c1::$\frac{a}{b}$}}"),
    (SPACED_REPETITION, "nothing", "nothing"),
])  # fmt: skip
def test_deletions(plugin, text, expected):
    card = Card(text, "", 0, 0, 0, 0, "cloze", "Cloze", "", (), 0, plugin, "")
    assert with_deletions(card) == expected
