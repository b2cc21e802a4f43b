import time

import pytest

from vaultgraph import choose_rules, lint


def vault(ids):
    cards = (f"What is {number}? #flashcard\nThat.\n<!--ID: {number}-->" for number in ids)
    return "-- Heat.md --\n" + "\n\n".join(cards)


@pytest.mark.parametrize("number", [1, 1234, 9999999999999, 17000000000010])
def test_an_id_that_is_not_a_timestamp(findings, number):
    (found,) = findings("implausible-card-id", vault([number]))
    assert found.endswith(f"ID {number} is not a valid Anki timestamp")


@pytest.mark.parametrize(("first", "step"), [
    (1_700_000_000_000, 1), (1_700_000_000_001, 1), (1_715_142_984_748, 1000), (1_715_142_984_748, 60_000),
])  # fmt: skip
def test_a_series_that_anki_does_not_make(findings, first, step):
    ids = [first + step * index for index in range(20)]
    assert len(findings("implausible-card-id", vault([*ids, 1_600_000_000_123]))) == 20


@pytest.mark.parametrize("ids", [
    [1_700_000_000_000 + 3 * index for index in range(40)],
    [1_700_000_000_000 + index for index in range(19)],
    [1_715_142_984_748 + index for index in range(200)],
    [1_715_142_984_000 + index for index in range(200)],
    [1_136_073_600_000, 1_700_000_000_001],
])  # fmt: skip
def test_ids_as_anki_assigns_them(findings, ids):
    assert findings("implausible-card-id", vault(ids)) == []


def test_the_hint_is_to_search_anki_and_not_to_delete(graph):
    (found,) = lint(graph(vault([1234])), choose_rules(["implausible-card-id"]))
    assert "delete" not in found.hint
    assert "nid:1234" in found.hint


def test_nothing_is_reported_if_the_vault_is_compared_with_anki(findings):
    known = "\n-- Anki --\n1234: What is 1234? | That."
    assert findings("implausible-card-id", vault([1234]) + known) == []


def test_an_id_of_next_week_is_not_a_timestamp(findings):
    assert (
        len(findings("implausible-card-id", vault([int(time.time() + 7 * 86_400) * 1_000 + 7])))
        == 1
    )
