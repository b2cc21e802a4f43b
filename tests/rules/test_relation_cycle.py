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
