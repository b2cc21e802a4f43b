"""Where notes name others without a link to them."""

import pytest

from vaultgraph.suggesting import MissingLinks

CARNOT = "-- Carnot cycle.md --\nFour steps, and back.\n"


@pytest.fixture
def mentions(graph):
    """The mentions in a vault as (source, target, the text of each place)."""

    def find(text, files=None):
        read = graph(text, files)
        return [
            (
                mention.source.removesuffix(".md"),
                mention.target.removesuffix(".md"),
                *(read.vault.text(mention.source)[start:end] for start, end in mention.places),
            )
            for mention in MissingLinks(read).mentions
        ]

    return find


@pytest.mark.parametrize("text", [
    "It is a Carnot cycle.", "the carnot cycle", "CARNOT CYCLE", "two Carnot cycles", "a Carnot-cycle",
    "the Carnot\ncycle", "**Carnot cycle**", "> a Carnot cycle", "| a | Carnot cycle |\n|--|--|",
])  # fmt: skip
def test_a_name_is_found_in_any_case_and_number(mentions, text):
    [(source, target, _)] = mentions(f"-- Engine.md --\n{text}\n{CARNOT}")
    assert (source, target) == ("Engine", "Carnot cycle")


@pytest.mark.parametrize("text", [
    "`Carnot cycle`", "```\nCarnot cycle\n```", "$Carnot cycle$", "https://a.org/Carnot cycle".replace(" ", "%20"),
    "---\nname: Carnot cycle\n---", "[[Other|Carnot cycle]]", "%% Carnot cycle %%", "<!-- Carnot cycle -->",
    "[Carnot cycle](https://a.org)", "Carnot. Cycle", "Carnot, cycle", "Carnot cycle.md", "Carnotcycle",
    "Carnot cycle:: four", "Carnot (cycle)", "Carnot **cycle**", "engine.Carnot cycle", "**Carnot** cycle", "Carnot \"cycle\"",
])  # fmt: skip
def test_what_is_not_prose_or_not_a_name_is_not_a_mention(mentions, text):
    assert mentions(f"-- Engine.md --\n{text}\n{CARNOT}") == []


@pytest.mark.parametrize(
    "name",
    ["Carnot, reversed", "D^3 heat engine", "v1.2 heat engine", "父母心理控制-关系-内化问题行为"],
)
def test_a_name_may_have_its_own_punctuation_and_many_characters(mentions, name):
    text = f"-- Engine.md --\nIt is {name} again.\n"
    assert mentions(f"{text}-- {name}.md --\n") == [("Engine", name, name)]


def test_all_places_are_found_in_order(mentions):
    text = "-- Engine.md --\nA Carnot cycle, or two Carnot cycles.\n"
    assert mentions(text + CARNOT) == [("Engine", "Carnot cycle", "Carnot cycle", "Carnot cycles")]


def test_a_note_that_has_a_link_may_name_the_other_again(mentions):
    assert mentions(f"-- Engine.md --\nA Carnot cycle, see [[Carnot cycle]].\n{CARNOT}") == []


def test_a_note_does_not_mention_itself(mentions):
    assert mentions("-- Carnot cycle.md --\nThe Carnot cycle has four steps.\n") == []


def test_the_longest_name_counts(mentions):
    found = mentions("""
        -- Engine.md --
        A reversed Carnot cycle cools.
        -- Carnot cycle.md --
        -- Reversed Carnot cycle.md --
    """)
    assert found == [("Engine", "Reversed Carnot cycle", "reversed Carnot cycle")]


def test_an_alias_is_a_name(mentions):
    found = mentions("""
        -- Engine.md --
        It follows the ideal cycle.
        -- Carnot cycle.md --
        ---
        aliases: [ideal cycle]
        ---
    """)
    assert found == [("Engine", "Carnot cycle", "ideal cycle")]


def test_a_name_of_two_notes_says_nothing(mentions):
    assert mentions(f"-- Engine.md --\nA Carnot cycle.\n{CARNOT}-- Old/Carnot cycle.md --\n") == []


@pytest.mark.parametrize(("note", "text", "found"), [
    ("Redes recorrentes", "as redes recorrentes", True),
    ("Rede recorrente", "as redes recorrentes que se usam para isso não são mais as mesmas", True),
    ("Função de perda", "para que as funções de perda não sejam mais altas", True),
    ("Wärmekraft Maschine", "die Wärmekraft Maschinen, und das ist nicht alles", True),
    ("热力学", "这是热力学的问题", True),
    ("Heat engine", "a heated engine is not what it was for the rest of us", False),
    ("LSTM", "As LSTM's e as LSTMs são LSTM", True),
])  # fmt: skip
def test_names_are_known_in_the_plural_but_not_as_other_words(mentions, note, text, found):
    assert bool(mentions(f"-- Other.md --\n{text}\n-- {note}.md --\n-- More.md --\n")) == found


@pytest.mark.parametrize(("note", "text"), [
    ("Ideas", "I have ideas. Ideas are cheap."), ("Home", "We went home."), ("2024", "In 2024 it rained."),
    ("2024-05-01", "On 2024-05-01 it rained."), ("US", "It is up to us."), ("a", "This is a note."),
    ("Heat 1", "heat 1 of the race"), ("视频", "这是视频的问题"), ("第一章", "这是第一章的问题"), ("Thinking", "thinking and more thinking"),
])  # fmt: skip
def test_common_words_and_days_say_nothing(mentions, note, text):
    assert mentions(f"-- Other.md --\n{text}\n-- {note}.md --\n") == []


def test_a_word_that_is_written_like_a_name_counts(mentions):
    text = "-- Other.md --\nThe data are in Redis, and only in Redis.\n-- Redis.md --\n"
    assert mentions(text) == [("Other", "Redis", "Redis", "Redis")]


def test_a_common_word_counts_if_several_notes_link_to_its_note(mentions):
    others = "".join(f"-- {name}.md --\nsee [[Entropy|entropy]] there\n" for name in "ABC")
    assert mentions(f"-- Other.md --\nMore entropy.\n{others}-- Entropy.md --\n") == [
        ("Other", "Entropy", "entropy")
    ]


def test_german_writes_all_nouns_with_a_capital(mentions):
    text = "Wir haben die Dokumente und das ist nicht alles, was auf dem Tisch ist."
    assert mentions(f"-- Other.md --\n{text}\n-- Dokumente.md --\n") == []


def test_templates_and_excluded_notes_neither_mention_nor_are_mentioned(mentions):
    settings = "-- .obsidian/app.json --\n" + '{"userIgnoreFilters": ["Old/"]}\n'
    text = "-- Old/Engine.md --\nA Carnot cycle.\n-- New.md --\nA steam engine.\n"
    old = "-- Old/Steam engine.md --\nOf iron.\n"
    assert mentions(settings + text + old + CARNOT) == []


def test_a_name_at_the_end_of_a_text_is_found(mentions):
    names = "-- Law.md --\n-- Carnot law of heat.md --\n-- Carnot cycle.md --\n"
    found = mentions(f"-- Other.md --\nThe Carnot cycle, and the Carnot\n{names}")
    assert found == [("Other", "Carnot cycle", "Carnot cycle")]


def test_many_names_that_begin_alike_take_no_longer(mentions):
    names = "".join(f"-- Law number {n} of heat.md --\n" for n in range(2000))
    text = "law number " * 20_000
    assert mentions(f"-- Other.md --\n{text}\n{names}") == []
