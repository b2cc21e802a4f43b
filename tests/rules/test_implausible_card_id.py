import pytest


def vault(ids):
    cards = (f"What is {number}? #flashcard\nThat.\n<!--ID: {number}-->" for number in ids)
    return "-- Heat.md --\n" + "\n\n".join(cards)


@pytest.mark.parametrize("number", [1, 1234, 9999999999999, 17000000000010])
def test_an_id_that_is_no_time(findings, number):
    (found,) = findings("implausible-card-id", vault([number]))
    assert found.endswith(f"ID {number} is no time at which Anki can have made a card")


@pytest.mark.parametrize("step", [1, 1000, 60_000])
def test_a_row_of_even_steps(findings, step):
    ids = [1_700_000_000_000 + step * index for index in range(20)]
    assert len(findings("implausible-card-id", vault([*ids, 1_600_000_000_123]))) == 20


@pytest.mark.parametrize("ids", [
    [1_700_000_000_000 + 3 * index for index in range(40)],
    [1_700_000_000_000 + index for index in range(19)],
    [1_136_073_600_000, 1_700_000_000_001],
])  # fmt: skip
def test_ids_as_anki_gives_them(findings, ids):
    assert findings("implausible-card-id", vault(ids)) == []
