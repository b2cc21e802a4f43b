import pytest


def test_names_the_notes_of_the_cycle(findings):
    assert findings("relation-cycle", """
        -- a.md --
        Next: [[b]]
        -- b.md --
        Next: [[c]]
        -- c.md --
        Next: [[a]]
        -- d.md --
        Next: [[a]]
    """) == ["a.md:1:7: relations form a cycle: a → b → c → a"]  # fmt: skip


def test_each_cycle_is_reported_once(findings):
    assert len(findings("relation-cycle", """
        -- a.md --
        Next: [[b]]
        -- b.md --
        Next: [[a]], [[c]]
        -- c.md --
        Next: [[b]]
    """)) == 2  # fmt: skip


def test_both_sides_of_a_relation_and_undirected_ones_are_not_a_cycle(findings):
    assert findings("relation-cycle", """
        -- a.md --
        Next: [[b]]
        Source: [[c]]
        -- b.md --
        Previous: [[a]]
        -- c.md --
        Source: [[a]]
        -- d.md --
        Next: [[d]]
    """) == []  # fmt: skip


def test_a_mutual_relation_is_not_a_cycle(findings):
    assert findings("relation-cycle", """
        -- a.md --
        Related: [[b]]
        -- b.md --
        Relações: [[a]]
    """) == []  # fmt: skip


def test_a_series_that_links_back_to_its_course_is_not_a_cycle(findings):
    assert findings("relation-cycle", """
        -- Course.md --
        All lectures.
        -- w01.md --
        prev: [[Course]]
        next: [[w02]]
        -- w02.md --
        prev: [[w01]]
        next: [[w03]]
        -- w03.md --
        prev: [[w02]]
        next: [[Course]]
    """) == []  # fmt: skip


def test_a_cycle_is_found_beyond_another_one(findings):
    vault = """
        -- A.md --
        Next: [[B]], [[C]]
        -- B.md --
        Next: [[D]]
        -- C.md --
        Next: [[E]]
        -- D.md --
        Next: [[A]]
        -- E.md --
        Next: [[A]]
    """
    assert len(findings("relation-cycle", vault)) == 2


def ring(number):
    """A vault of so many notes, each of which is followed by the next, the last by the first."""
    return "".join(f"-- n{n:02}.md --\nNext: [[n{(n + 1) % number:02}]]\n" for n in range(number))


@pytest.mark.parametrize(("number", "names"), [
    (2, "n00 → n01 → n00"),
    (7, "n00 → n01 → n02 → n03 → n04 → n05 → n06 → n00"),
    (8, "n00 → n01 → n02 → 4 more → n07 → n00"),
    (20, "n00 → n01 → n02 → 16 more → n19 → n00"),
])  # fmt: skip
def test_of_a_long_cycle_the_first_and_last_notes_are_named(findings, number, names):
    assert findings("relation-cycle", ring(number)) == [
        f"n00.md:1:7: relations form a cycle: {names}"
    ]


def test_a_cycle_may_be_stated_backwards(findings):
    assert findings("relation-cycle", """
        -- a.md --
        Previous: [[b]]
        -- b.md --
        Previous: [[c]]
        -- c.md --
        Previous: [[a]]
    """) == ["c.md:1:11: relations form a cycle: a → c → b → a"]  # fmt: skip


def test_only_some_cycles_of_a_vault_are_reported(findings):
    pairs = "".join(
        f"-- a{n}.md --\nNext: [[b{n}]]\n-- b{n}.md --\nNext: [[a{n}]]\n" for n in range(60)
    )
    assert len(findings("relation-cycle", pairs)) == 50
