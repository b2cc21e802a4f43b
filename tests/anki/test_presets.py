"""The presets of decks, compared with what Anki's own scheduler makes of them."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from anki_collections import TAG
from vaultgraph import read_collection
from vaultgraph.anki import Preset, scheduler_of
from vaultgraph.anki.presets import preset_in, read_presets

FSRS_6 = (
    0.4,
    1.2,
    3.1,
    9.0,
    6.2,
    0.9,
    2.8,
    0.01,
    1.9,
    0.2,
    0.9,
    1.3,
    0.1,
    0.3,
    1.5,
    0.5,
    1.7,
    0.6,
    0.2,
    0.1,
    0.25,
)
FSRS_5 = FSRS_6[:19]
FSRS_4 = (0.5, 1.0, 3.0, 8.0, 5.0, 1.2, 0.9, 0.05, 1.6, 0.1, 1.0, 2.1, 0.1, 0.3, 1.4, 0.2, 2.8)


def use(collection, deck, *, retention=0.9, **parameters):
    """Let *deck* have a preset of its own."""
    number = collection.decks.id(deck)
    preset = collection.decks.add_config(deck)
    preset["desiredRetention"] = retention
    preset |= {key: list(values) for key, values in parameters.items()}
    collection.decks.update_config(preset)
    collection.decks.set_config_id_for_deck_dict(collection.decks.get(number), preset["id"])
    return number


def card_in(collection, deck):
    """A card of *deck* that was reviewed ten days ago."""
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"], note.tags = f"in {deck}", [TAG]
    collection.add_note(note, collection.decks.id(deck))
    (card,) = note.cards()
    ago = int((datetime.now() - timedelta(days=10)).timestamp())
    card.type, card.queue, card.ivl, card.due = 2, 2, 10, collection.sched.today
    collection.update_card(card)
    state = json.dumps({"s": 12.5, "d": 6.1, "dr": 0.9, "decay": 0.25, "lrt": ago})
    collection.db.execute("update cards set data = ? where id = ?", state, card.id)
    return card.id


@pytest.mark.slow
@pytest.mark.parametrize(
    "parameters",
    [{}, {"fsrsParams6": FSRS_6}, {"fsrsParams5": FSRS_5}, {"fsrsWeights": FSRS_4},
     {"fsrsParams6": FSRS_6, "fsrsWeights": FSRS_4}],
    ids=["usual", "6", "5", "4.5", "several"],
)  # fmt: skip
def test_the_next_memory_state_is_that_of_anki(made, parameters):
    from fsrs import Card, Rating, State

    collection = made.collection
    collection.set_config("fsrs", True)
    use(collection, "Own", **parameters)
    states = collection._backend.get_scheduling_states(card_in(collection, "Own"))
    expected = states.good.normal.review.memory_state
    collection.close()
    preset = read_collection(made.file, ids=set(), tag=TAG).presets["Own"]
    now = datetime(2026, 1, 11, tzinfo=UTC)
    card = Card(
        1, State.Review, stability=12.5, difficulty=6.1, last_review=now - timedelta(days=10)
    )
    after, _ = scheduler_of(0.1542, preset).review_card(card, Rating.Good, now)
    assert after.stability == pytest.approx(expected.stability, rel=1e-3)
    assert after.difficulty == pytest.approx(expected.difficulty, rel=1e-3)


@pytest.mark.slow
@pytest.mark.parametrize("legacy", [False, True], ids=["new", "old"])
def test_each_deck_has_the_preset_that_the_user_chose(made, tmp_path, legacy):
    collection = made.collection
    collection.set_config("fsrs", True)
    use(collection, "Strict", retention=0.95, fsrsParams6=FSRS_6)
    use(collection, "Lax::Deep", retention=0.8)
    file = str(tmp_path / "x.colpkg")
    collection.export_collection_package(file, include_media=False, legacy=legacy)
    found = read_collection(file, ids=set(), tag=TAG).presets
    assert found["Strict"].retention == 0.95
    assert found["Strict"].parameters == pytest.approx(FSRS_6)
    assert found["Lax::Deep"] == Preset((), 0.8)


@pytest.mark.slow
def test_without_fsrs_there_are_none(made):
    use(made.collection, "Strict", retention=0.95)
    made.collection.close()
    assert read_collection(made.file, ids=set(), tag=TAG).presets == {}


@pytest.mark.slow
def test_anki_connect_gives_the_presets_of_decks_with_cards(made, anki_connect):
    collection = made.collection
    use(collection, "Strict", retention=0.95, fsrsParams6=FSRS_6)
    card_in(collection, "Strict")
    port = anki_connect().server_address[1]
    found = read_collection(f"connect:{port}", ids=set(), tag=TAG).presets
    assert found["Strict"].retention == 0.95
    assert found["Strict"].parameters == pytest.approx(FSRS_6)


@pytest.mark.parametrize(
    "fields",
    [{"fsrsParams6": [1.0] * 5}, {"fsrsParams6": ["x"] * 21}, {"fsrsParams6": [float("nan")] * 21},
     {"fsrsWeights": [-9.0] * 17}, {"desiredRetention": 7}, {"desiredRetention": "x"}, {}],
)  # fmt: skip
def test_an_invalid_preset_is_the_usual_one(fields):
    assert preset_in(fields) == Preset()


def test_parameters_out_of_bounds_are_not_used():
    assert scheduler_of(0.3, Preset((1e9,) * 21)).parameters[-1] == 0.3


@pytest.mark.parametrize("content", [None, 7, "x", b"\xff\xff\xff", b"\x0a\xff"])
def test_a_damaged_preset_stops_nothing(content):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE deck_config (id, config)")
        database.execute("CREATE TABLE decks (id, kind)")
        database.execute("INSERT INTO deck_config VALUES (1, ?)", [content])
        database.execute("INSERT INTO decks VALUES (1, ?)", [content])
        assert read_presets(database, is_new=True) == {}


@pytest.mark.parametrize("text", ["[]", "{", '{"1": 7}', '{"x": {}}', '{"1": {"conf": []}}', ""])
def test_damaged_presets_of_the_old_schema_stop_nothing(text):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE col (decks, dconf)")
        database.execute("INSERT INTO col VALUES (?, ?)", [text, text])
        assert read_presets(database, is_new=False) in ({}, {1: Preset()})
