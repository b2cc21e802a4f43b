import pytest

from vaultgraph import choose_rules, lint

ENERGY = """
    -- Energy.md --
    # Top
    ## TCP/IP & *friends* (part 2)
    ### Deep `code` ^id
    Setext
    ---
    > ## Quoted
    ## Top
    ### Below
    -- Heat.md --
    [[Energy#{}]]
"""


@pytest.mark.parametrize("heading", [
    "Top", "top", "TOP ", "TCP IP friends part 2", "Top#TCP/IP & friends (part 2)",
    "Top#Deep code", "Deep code", "Setext", "Top#Below", "",
])  # fmt: skip
def test_headings_compare_as_obsidian_compares_them(findings, heading):
    assert findings("broken-heading", ENERGY.format(heading)) == []


@pytest.mark.parametrize(
    "heading",
    ["Tops", "Quoted", "Setext#Deep code", "Below#Top", "Top#Nowhere", "tcp-ip friends part 2"],
)
def test_a_heading_that_is_not_there(findings, heading):
    assert findings("broken-heading", ENERGY.format(heading)) == [
        f"Heat.md:1:1: Energy.md has no heading {heading}"
    ]


def test_says_what_was_meant(graph):
    (found,) = lint(
        graph(ENERGY.format("TCP/IP & *friend* (part 2)")), choose_rules(["broken-heading"])
    )
    assert found.hint == "did you mean #TCP/IP & *friends* (part 2)?"


@pytest.mark.parametrize(
    "link",
    [
        "[[x.pdf#page=2]]",
        "![[i.png#outline]]",
        "[[Gone#x]]",
        "[[#^b]]",
        "[[#[^1]]]",
        "![c](#f0f0f0)",
    ],
)
def test_only_headings_of_notes_are_looked_up(findings, link):
    assert findings("broken-heading", f"""
        -- Heat.md --
        {link}
        -- x.pdf --
        -- i.png --
    """) == []  # fmt: skip


def test_headings_of_a_drawing_are_not_checked(findings):
    assert findings("broken-heading", """
        -- Heat.md --
        [[Sketch.excalidraw#area=x]] [[Plan#any]]
        -- Sketch.excalidraw.md --
        -- Plan.md --
        ---
        excalidraw-plugin: parsed
        ---
    """) == []  # fmt: skip


def test_an_html_anchor_is_not_a_heading(graph):
    text = '[[#laws]]\n<a name="laws"></a>\n## 1. The laws\n## 2. Others'
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["broken-heading"]))
    assert found.hint == "Obsidian does not support HTML anchors; write #1. The laws"


def test_a_link_without_a_text_is_not_reported(findings):
    assert findings("broken-heading", "-- Heat.md --\n### [](#laws)The first law") == []


def test_an_anchor_in_prose_is_above_no_heading(graph):
    text = '[[#laws]]\n<a name="laws">The laws</a> are two.\n## Others'
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["broken-heading"]))
    assert found.hint.endswith("link to a heading, or to a block by its ^id")


@pytest.mark.parametrize(("heading", "others"), [
    ("What's new", ["What s new", "Whats new"]),
    ("🧩 Parts", ["Parts"]),
    ("First-class _x_", ["First class x"]),
    ("第一章：开始", ["第一章 开始", "第一章:开始"]),
    ("A – B", ["A - B", "A B"]),
])  # fmt: skip
def test_marks_beyond_ascii_punctuation_count(findings, heading, others):
    text = "\n\n".join(f"[[#{name}]]" for name in [heading, *others])
    found = findings("broken-heading", f"-- Heat.md --\n{text}\n\n# {heading}")
    assert found == [
        f"Heat.md:{2 * number + 1}:1: Heat.md has no heading {name}"
        for number, name in enumerate(others, start=1)
    ]


CHAIN = "[[#{}]]\n### A\n## Between\n#### B\n#### C\n### D\n# A\n"


@pytest.mark.parametrize("chain", ["A#B", "A#C", "Between#D", "A"])
def test_a_chain_goes_on_and_down(findings, chain):
    assert findings("broken-heading", "-- Heat.md --\n" + CHAIN.format(chain)) == []


@pytest.mark.parametrize("chain", ["C#B", "A#D", "A#B#C", "B#A", "A#A"])
def test_a_chain_does_not_go_back_or_up(findings, chain):
    assert findings("broken-heading", "-- Heat.md --\n" + CHAIN.format(chain)) == [
        f"Heat.md:1:1: Heat.md has no heading {chain}"
    ]


@pytest.mark.parametrize(("link", "heading", "text"), [
    ("[x](#the-first-law)", "The first law", "[x](#The%20first%20law)"),
    ("[x](Heat.md#the-first-law)", "The first law", "[x](Heat.md#The%20first%20law)"),
    ("[x](<Heat.md#the-first-law>)", "The first law", "[x](<Heat.md#The first law>)"),
    ('[x](#top-10-new "t")', "Top 10% (new)", '[x](#Top%2010%25%20%28new%29 "t")'),
    ("[[#what-s-new|x]]", "What s new?", "[[#What s new?|x]]"),
    ("![[Heat#whats-new]]", "What's new?", "![[Heat#What's new?]]"),
    ("[x](#pieces)", "🧩 Pieces", "[x](#🧩%20Pieces)"),
    ("[x](#calor-e-a%C3%A7%C3%A3o)", "Calor e Ação", "[x](#Calor%20e%20Ação)"),
    ("[x](#about-warmth-c)", "About [[Heat|warmth]]: C#", "[x](#About%20Heat%20warmth%20:%20C)"),
    ("[x](#a-b)", "A & B ^id", "[x](#A%20&%20B)"),
])  # fmt: skip
def test_a_slug_is_replaced_by_its_heading(graph, link, heading, text):
    vault = f"-- Heat.md --\n{link}\n\n# {heading}\n# Others"
    (found,) = lint(graph(vault), choose_rules(["broken-heading"]))
    assert (found.fix.text, found.fix.safe) == (text, True)
    fixed = vault.replace(link, text)
    assert list(lint(graph(fixed), choose_rules(["broken-heading"]))) == []


@pytest.mark.parametrize("text", [
    "[x](#the-law)\n# The: law\n# The. Law",
    "[x](#The-law)\n# The: law",
    "[x](#ab)\n# A B\n# A.B",
    '---\nup: "[[#the-law]]"\n---\n# The law',
    "[x][y]\n# The law\n\n[y]: #the-law",
])  # fmt: skip
def test_no_fix_where_another_heading_may_be_meant(graph, text):
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["broken-heading"]))
    assert found.fix is None


@pytest.mark.parametrize(("wanted", "headings", "hint"), [
    ("Frame", ["Frame, frame field", "Other"], "#Frame, frame field"),
    ("Frame, frame field", ["Frame", "Other"], "#Frame"),
    ("field", ["Frame and field", "Other"], "#Frame and field"),
    ("Wait", ["3. Wait", "Other"], "#3. Wait"),
    ("1. Setup", ["2. Setup", "2. Other"], "#2. Setup"),
    ("Setup", ["II. Setup", "Other"], "#II. Setup"),
    ("Redness", ["[[N|Redness]]", "Other"], "#N Redness"),
    ("Redness", ["[Redness](N.md)", "Other"], "#Redness (N.md)"),
    ("Parts", ["🧩 Parts", "Other"], "#🧩 Parts"),
    ("What s new", ["What's new", "Other"], "#What's new"),
    ("First law", ["First laws", "Other"], "#First laws"),
    ("Thermodinamics", ["Thermodynamics", "Other"], "#Thermodynamics"),
    ("Other#Law", ["Law", "Other"], "#Law"),
    ("Law", ["Law of heat", "Law of work"], "#Law of heat or #Law of work"),
    ("開始", ["第一章開始", "Other"], "#第一章開始"),
])  # fmt: skip
def test_the_hint_names_a_heading_that_is_like_it(graph, wanted, headings, hint):
    text = "\n".join(f"# {heading}" for heading in headings)
    (found,) = lint(
        graph(f"-- Heat.md --\n[[#{wanted}]]\n{text}"), choose_rules(["broken-heading"])
    )
    assert found.hint == f"did you mean {hint}?"


@pytest.mark.parametrize(("wanted", "headings"), [
    ("Step 1", ["Step 2", "Step 10", "Step 1.2"]),
    ("2024 budget", ["2023 budget"]),
    ("Law", ["Law a", "Law b", "Law c"]),
    ("Heat", ["Wheat", "Cold"]),
    ("Lecture one", ["Lecture two"]),
    ("law", ["In-laws"]),
    ("Energy of the whole gas", ["Energy"]),
    ("field", ["Some more words about a field of all kinds"]),
])  # fmt: skip
def test_no_hint_is_better_than_another_heading(graph, wanted, headings):
    text = "\n".join(f"# {heading}" for heading in headings)
    (found,) = lint(
        graph(f"-- Heat.md --\n[[#{wanted}]]\n{text}"), choose_rules(["broken-heading"])
    )
    assert not found.hint.startswith("did you mean")


@pytest.mark.parametrize(("headings", "hint"), [
    (["Laws", "Units: SI"], "it has #Laws, #Units: SI"), (["A", "B", "C", "D", "E", "F"], ""),
])  # fmt: skip
def test_a_few_headings_are_named(graph, headings, hint):
    text = "\n".join(f"# {heading}" for heading in headings)
    vault = graph(f"-- Heat.md --\n[[#Boiling point]]\n{text}")
    assert lint(vault, choose_rules(["broken-heading"]))[0].hint == hint


@pytest.mark.slow
def test_many_headings_and_many_links_to_none_take_no_long_time(findings):
    links = "\n".join(f"[[#A {n}#B {n}]]" for n in range(2000))
    text = "\n".join(f"# Z {n}" for n in range(2000))
    assert len(findings("broken-heading", f"-- Heat.md --\n{links}\n{text}")) == 2000


def test_a_bookmark_of_word_is_an_info(graph):
    vault = graph("-- Heat.md --\n# Laws\n[5](#_Toc197353269)\n")
    (found,) = lint(vault, choose_rules(["broken-heading"]))
    assert (str(found.severity), found.hint) == ("info", "")


def test_what_a_link_in_a_heading_shows_is_not_a_slug(graph):
    vault = "-- Heat.md --\n[[Energy#laws]]\n-- Energy.md --\n## [[Work|laws]]\n"
    (found,) = lint(graph(vault), choose_rules(["broken-heading"]))
    assert found.hint == "that heading contains a link, whose target counts too; write #Work laws"


def test_footnotes_of_a_web_page_are_information(graph):
    vault = "-- Heat.md --\nText[1](#fn:a). [↩](#fnref:a) [b](#cite_note-3) [c](#fnord)\n# Laws\n"
    found = lint(graph(vault), choose_rules(["broken-heading"]))
    assert [str(each.severity) for each in found] == ["info"] * 3 + ["warning"]


def test_a_link_in_its_own_heading_is_not_a_fault(findings):
    vault = "-- Heat.md --\n### [Why heat?](#why-heat)\n[why](#why-heat)\n"
    assert [each[:10] for each in findings("broken-heading", vault)] == ["Heat.md:2:"]


@pytest.mark.parametrize(
    ("settings", "severities"),
    [("_config.yml", ["info", "warning"]), ("x.yml", ["warning", "warning"])],
)
def test_on_a_web_site_a_slug_is_right(graph, settings, severities):
    vault = graph(f"-- Heat.md --\n[laws](#the-laws) [[#the-laws]]\n# The laws\n-- {settings} --\n")
    found = lint(vault, choose_rules(["broken-heading"]))
    assert [str(each.severity) for each in found] == severities
    assert [each.fix is None for each in found] == [each == "info" for each in severities]


def test_cards_of_canvases_that_show_a_part_are_checked(graph):
    nodes = ", ".join(
        f'{{"type": "file", "file": "Energy.md", "subpath": "#{part}"}}'
        for part in ("Laws", "Top#Laws", "Law", "^first", "^second")
    )
    board = f'-- Board.canvas --\n{{"nodes": [{nodes}]}}'
    vault = graph(f"-- Energy.md --\n# Top\n## Laws\nNothing is lost. ^first\n{board}")
    found = lint(vault, choose_rules(["broken-heading", "broken-block"]))
    assert [(each.rule, each.location.column, each.message, each.fix) for each in found] == [
        ("broken-heading", 160, "Energy.md has no heading Law", None),
        ("broken-block", 279, "Energy.md has no block ^second", None),
    ]
