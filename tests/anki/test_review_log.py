"""What the review log says, compared with the statistics of Anki's own package."""

from collections import Counter
from time import time

import pytest

from anki_collections import TAG
from vaultgraph import read_collection
from vaultgraph.anki.review_log import Answers, LoggedReview, answers_of

DAY = 86_400
NEXT_DAY = 2_000_000_000.0


def entry(hours_ago, ease=3, *, card=1, last=10, kind=1, factor=2500, seconds=6.0):
    """A logged answer, so many hours before the next day."""
    number = int((NEXT_DAY - hours_ago * 3600) * 1000)
    return LoggedReview(number, card, ease, last, factor, int(seconds * 1000), kind)


@pytest.fixture
def logged(made):
    """A collection whose cards were answered in all kinds of ways, during 40 days."""
    made.collection.set_config("rollover", 5)
    made.collection.close()
    made.collection.reopen()  # until then, the days begin as before
    cards = list(made.collection.find_cards(f"tag:{TAG}"))
    first = int(time() - 40 * DAY) * 1000
    rows = [
        (first + step * 7_200_000 + step, cards[step % len(cards)], -1, ease, 20, last, factor, 4000, kind)
        for step in range(479)
        for ease in [step * 7 % 5]
        for last in [(-600, 0, 1, 20, 21, 90, -90_000)[step * 3 % 7]]
        for factor in [(0, 2500)[step // 5 % 2]]
        for kind in [step * 11 % 6]
    ]  # fmt: skip
    made.collection.db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", rows)
    return made


def cards_of(source):
    notes = read_collection(source, ids=set(), tag=TAG).notes.values()
    return [card for note in notes for card in note.cards]


def statistics(collection):
    return collection._backend.graphs(search=f"tag:{TAG}", days=0)


@pytest.mark.slow
def test_the_pass_rate_is_the_true_retention_of_the_statistics(logged):
    month = statistics(logged.collection).true_retention.month
    logged.collection.close()
    found = Answers.total([card.answers for card in cards_of(logged.file)])
    passed = month.young_passed + month.mature_passed
    failed = month.young_failed + month.mature_failed
    assert min(passed, failed) > 20
    assert (found.passed, found.failed) == (passed, failed)
    assert found.pass_rate == passed / (passed + failed)


@pytest.mark.slow
def test_cards_are_due_on_the_days_of_the_statistics(made):
    collection = made.collection
    today = collection.sched.today
    deck = collection.decks.id("Física")
    states = [(2, 2, today + days) for days in (-400, -1, 0, 0, 1, 30)]
    states += [(2, queue, today + days) for queue in (-1, -2, -3) for days in (-1, 0, 2)]
    states += [(kind, queue, int(time()) + seconds) for kind, queue in ((1, 1), (3, 1), (1, -2))
               for seconds in (-2 * DAY, -60, 60, 2 * DAY)]  # fmt: skip
    states += [(1, 3, today + 1), (3, 3, today - 1), (0, 0, 5), (0, -2, 5)]
    for number, (kind, queue, due) in enumerate(states):
        note = collection.new_note(collection.models.by_name("Basic"))
        note["Front"], note.tags = f"state {number}", [TAG]
        collection.add_note(note, deck)
        (card,) = note.cards()
        card.type, card.queue, card.due, card.ivl = kind, queue, due, 5
        collection.update_card(card)
    expected = Counter(statistics(collection).future_due.future_due)
    collection.close()
    assert len(expected) > 5
    found = Counter(card.due_in for card in cards_of(made.file) if card.due_in is not None)
    assert found == expected


@pytest.mark.slow
def test_a_package_without_a_log_has_no_answers(made):
    made.collection.db.execute("drop table revlog")
    made.collection.close()
    assert {card.answers for card in cards_of(made.file)} == {Answers()}


def test_thirty_days_count_until_the_next_day():
    log = [entry(2, 1), entry(3), entry(30 * 24 - 1), entry(30 * 24 + 1)]
    found = answers_of(log, NEXT_DAY)[1]
    assert (found.passed, found.failed) == (2, 1)


@pytest.mark.parametrize(
    ("logged", "counts"),
    [
        (entry(2), True),
        (entry(2, kind=0, last=-60), False),
        (entry(2, kind=0, last=-90_000), True),
        (entry(2, kind=2, last=1), True),
        (entry(2, kind=3, factor=0), False),
        (entry(2, kind=3), True),
        (entry(2, ease=0, kind=4), False),
        (entry(-1), False),
    ],
)
def test_an_answer_is_a_review_if(logged, counts):
    assert sum(answers_of([logged], NEXT_DAY).get(1, Answers())[:2]) == counts


def test_the_time_of_first_steps_and_of_reviews_is_apart():
    log = [entry(90, kind=0, seconds=20), entry(80, kind=0, seconds=10), entry(50), entry(20, 1)]
    log += [entry(19, kind=2, seconds=4), entry(9, card=2, seconds=8)]
    found = answers_of(log, NEXT_DAY)
    assert found[1][2:] == (30, 16, 2)
    assert found[2][2:] == (0, 8, 1)


@pytest.mark.parametrize("value", ["x", None, b"\xff", 1e300, -7])
@pytest.mark.parametrize("field", ["id", "cid", "ease", "lastIvl", "factor", "type"])
def test_a_damaged_entry_does_no_harm(field, value):
    found = answers_of([entry(2)._replace(**{field: value}), entry(3)], NEXT_DAY)
    assert all(type(number) in {int, float} for each in found.values() for number in each)
    assert Answers.total([*found.values()]).reviews >= 1


@pytest.mark.parametrize("value", [1 << 62, -1, "x", None, b"\xff", 1e300])
def test_a_damaged_time_does_no_harm(value):
    log = [entry(2)._replace(time=value), entry(3)]
    assert answers_of(log, NEXT_DAY)[1].review_seconds <= 7206


@pytest.mark.slow
def test_anki_connect_says_the_same(logged, anki_connect):
    collection = logged.collection
    collection.set_config("rollover", 4)
    for word, days in (("due", -200), ("later", 7)):
        (card,) = collection.get_note(logged.notes[word]).cards()
        card.due = collection.sched.today + days
        collection.update_card(card)
    port = anki_connect().server_address[1]
    running = [(card.due_in, card.answers) for card in cards_of(f"connect:{port}")]
    collection.close()
    assert running == [(card.due_in, card.answers) for card in cards_of(logged.file)]
    assert {-200, 7} <= {days for days, _ in running}
