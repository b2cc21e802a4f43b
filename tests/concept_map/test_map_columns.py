import zlib
from base64 import b85encode

import pytest

from vaultgraph.concept_map.columns import column_table, deflate, inflate, rows

TABLE = [
    {"id": 0, "label": "A", "tags": ["#x"]},
    {"id": 1, "label": "</script>", "x": -4.5},
    {"id": 2, "label": "Ação ☕", "topic": -1},
]


def test_columns_become_the_same_rows():
    assert [*rows(column_table(TABLE))] == TABLE


def test_rising_numbers_are_stored_as_differences():
    assert column_table([{"id": 1000 + n} for n in range(5)]) == {"+id": [1000, 1, 1, 1, 1]}


def test_nothing_has_no_columns():
    assert [*rows(column_table([]))] == []


def test_what_is_packed_is_unpacked():
    assert inflate(deflate(TABLE)) == TABLE


def test_packed_text_has_nothing_that_html_escapes():
    assert not set(deflate([*range(20_000)])) & set("<>&'\"\\")


def test_other_text_is_an_error():
    with pytest.raises(ValueError, match="header"):
        inflate("hello")


@pytest.mark.slow
def test_a_small_text_that_would_fill_the_memory_is_refused():
    bomb = b85encode(zlib.compress(b" " * 100_000_001)).decode("ascii")

    with pytest.raises(ValueError, match="too large"):
        inflate(bomb.translate(str.maketrans("<>&", ".,:")))


def test_a_text_that_is_cut_off_is_an_error():
    with pytest.raises(ValueError, match="cut off"):
        inflate(deflate([*range(20_000)])[:200])
