"""The plan of a vault, without Anki and with the collection that Anki would have."""

from datetime import date, datetime, timedelta

import pytest

from vaultgraph import (
    AnkiCard,
    AnkiNote,
    Answers,
    Collection,
    Done,
    Memory,
    Preset,
    UsageError,
    VaultGraph,
    audit,
    plan,
)
from vaultgraph.reports.plan_words import standing

DAY = 86_400
VAULT = """
    -- Heat.md --
    TARGET DECK: Physics
    Leva a: [[Work]]

    What is heat? #flashcard
    Energy on its way
    <!--ID: 1-->

    What is cold? #flashcard
    Less heat
    <!--ID: 2-->
    -- Work.md --
    TARGET DECK: Physics
    Leva a: [[Engine]]

    What is work? #flashcard
    Force times way
    <!--ID: 3-->
    -- Engine.md --
    Leva a: [[Turbine]]
    -- Turbine.md --
    TARGET DECK: Physics

    What is a turbine? #flashcard
    An engine that turns
    <!--ID: 4-->
"""


def in_days(days, start=None):
    return ((start or date.today()) + timedelta(days=days)).isoformat()


def card(stage="new", *, due_in=None, stability=0.0, suspended=False, answers=Answers()):  # noqa: B008
    memory = Memory(stability, 0.1542, 0.0) if stability else None
    return AnkiCard("Physics", 0, stage, suspended, False, memory, due_in, answers)


@pytest.fixture
def planned(vault):
    def call(cards=None, days=10, text=VAULT, scope=None, **options):
        notes = {n: AnkiNote(n, ("q", "a"), (), (one,)) for n, one in (cards or {}).items()}
        anki = Collection("x.colpkg", notes, frozenset(), 5.0 * DAY) if cards else None
        graph = VaultGraph(vault(text), anki=anki)
        exam = in_days(days, anki and anki.day)
        return plan(audit(graph, exam=exam, **(scope or {})), **options)

    return call


def read(found):
    return [
        (number, reading.name, reading.cards)
        for number, day in enumerate(found.days)
        for reading in day.readings
    ]


def test_without_anki_all_notes_are_read_and_all_cards_learned(planned):
    found = planned(minutes=60, days=1)
    assert read(found) == [(0, "Heat", 2), (0, "Work", 1), (0, "Engine", 0), (0, "Turbine", 1)]
    assert (found.new, found.unlearned, found.fits) == (4, 0, True)


def test_there_is_a_day_for_each_until_the_exam(planned):
    found = planned(days=10)
    assert [day.date for day in found.days] == [in_days(n) for n in range(10)]


def test_of_an_exam_today_the_day_is_left(planned):
    found = planned(days=0)
    assert len(found.days) == 1
    assert found.days[0].new == 4


def test_as_many_minutes_as_are_enough(planned):
    found = planned(days=10)
    assert found.minutes == found.enough == max(day.minutes for day in found.days)
    assert planned(days=10, minutes=30).minutes == found.enough


def test_what_does_not_fit_is_counted(planned):
    found = planned(days=1, minutes=1)
    assert not found.fits
    assert (found.new, found.unlearned) == (4, 3)
    assert planned(days=1, minutes=found.enough).fits


def test_all_is_learned_before_the_last_days_if_no_minutes_are_given(planned):
    for days in range(3, 12):
        plan = planned(days=days)
        last = [day for day in plan.days if day.final]
        assert last
        assert not any(day.readings for day in last)


def test_no_review_is_put_off_unless_minutes_are_few(planned):
    many = "-- Many.md --\nTARGET DECK: Physics\n" + "".join(
        f"\nQ{n} #flashcard\nA\n<!--ID: {n}-->\n" for n in range(1, 31)
    )
    states = {n: card("young", due_in=-1, stability=30.0) for n in range(1, 31)}
    free = planned(states, text=many)
    assert (free.days[0].reviews, free.put_off) == (30, 0)
    assert free.minutes == free.enough == 4
    few = planned(states, text=many, minutes=2)
    assert (few.days[0].reviews, few.put_off, few.fits, few.enough) == (15, 15, True, 4)
    assert (
        planned(states, text=many, minutes=4).days
        == free.days
        == planned(states, text=many, minutes=9).days
    )


def test_cards_that_stay_unlearned_are_expected_to_be_unknown(planned):
    found = planned(days=2, minutes=1)
    learned = sum(day.new for day in found.days)
    assert found.cards == 4 > learned == found.cards - found.unlearned
    assert found.retention == pytest.approx(learned / 4, abs=0.05)


def test_a_note_has_the_words_of_each_day(planned):
    text = "-- Long.md --\nTARGET DECK: D\n" + "word " * 493 + "\n\nWhat? #flashcard\nThis\n"
    found = planned(text=text, days=6, minutes=1)
    readings = [(each.words, each.cards) for day in found.days for each in day.readings]
    assert readings == [(200, 0), (200, 0), (99, 1)]


def test_what_was_done_on_an_earlier_day_is_not_planned_again(planned):
    done = [Done("Heat.md", in_days(-1), words=1000, cards=2), Done("Work.md", in_days(-1), 1, 0)]
    found = planned(minutes=60, days=2, done=done)
    assert read(found)[:2] == [(0, "Work", 1), (0, "Engine", 0)]
    assert [each.is_continued for each in found.days[0].readings] == [True, False, False]
    assert [day.reviews for day in found.days] == [0, 2]
    assert (found.new, found.cards) == (2, 4)


@pytest.mark.parametrize("ahead", [0, 3])
def test_what_was_done_today_or_ahead_takes_its_minutes_of_today(planned, ahead):
    done = [Done("Heat.md", in_days(ahead), words=100, cards=2)]  # a minute and a half
    assert read(planned(days=2, minutes=2, done=done)) == [
        (0, "Work", 0),
        (1, "Work", 1),
        (1, "Engine", 0),
        (1, "Turbine", 1),
    ]
    assert read(planned(days=2, minutes=1, done=done))[0] == (1, "Work", 1)


def test_reviews_that_were_done_today_are_not_planned_again(planned):
    text = f"-- A.md --\n#flashcards\nWhat::This\n<!--SR:!{in_days(0)},5,250-->\n"
    assert planned(text=text, days=2).days[0].reviews == 1
    assert planned(text=text, days=2, done=[Done("", in_days(0), 0, 1)]).days[0].reviews == 0


def test_anki_knows_better_than_ticks_what_was_learned(planned):
    states = {n: card() for n in (1, 2, 3, 4)}
    yesterday = Done("Heat.md", "1970-01-03", words=1000, cards=2)
    found = planned(states, minutes=60, days=1, done=[yesterday])
    assert read(found)[0] == (0, "Heat", 2)
    assert found.days[0].readings[0].words == 0


def test_a_note_with_learned_cards_is_read_again(planned):
    states = {1: card("young", due_in=5, stability=40.0)} | {n: card() for n in (2, 3, 4)}
    readings = planned(states, minutes=60).days[0].readings
    assert [(each.name, each.again) for each in readings][:2] == [("Heat", True), ("Work", False)]


def test_the_last_reviews_are_spread_evenly(planned):
    many = "-- Many.md --\nTARGET DECK: Physics\n" + "".join(
        f"\nQ{n} #flashcard\nA\n<!--ID: {n}-->\n" for n in range(1, 32)
    )
    states = {n: card("young", due_in=n, stability=30.0) for n in range(1, 32)}
    last = [day.final for day in planned(states, text=many, days=9).days if day.final]
    assert len(last) > 1
    assert max(last) - min(last) <= 1


def test_a_plan_that_fits_says_what_is_learned_on_the_last_days(planned):
    text = "-- A.md --\nTARGET DECK: D\n" + "".join(f"\nQ{n} #flashcard\nA\n" for n in range(15))
    found = planned(text=text, days=9, minutes=1)
    said = [str(sentence) for sentence in standing(found)]
    assert found.new_on_last_days
    assert found.fits == ("on the last days;" in said[0])


def test_at_night_the_plan_says_that_anki_is_one_day_earlier(vault):
    for hour, says in ((3, True), (5, False)):
        read = datetime(2026, 5, 7, hour).timestamp()
        anki = Collection("x.colpkg", {}, frozenset(), read)
        found = plan(audit(VaultGraph(vault(VAULT), anki=anki), exam="2026-05-09"))
        said = [str(sentence) for sentence in standing(found)]
        assert ("In Anki it is 2026-05-06 until 4:00." in said) == says


def test_nothing_is_planned_for_days_of_rest(planned):
    day = date.today() + timedelta(days=2)
    weekday = day.strftime("%A").lower()
    for rest in (weekday, day.isoformat()):
        found = planned(days=5, rest=[rest])
        assert [n for n, day in enumerate(found.days) if day.is_rest] == [2]
        assert found.days[2].minutes == 0


def test_what_is_learned_in_anki_is_reviewed_when_it_is_due(planned):
    learned = {n: card("young", due_in=n, stability=40.0) for n in (1, 2, 3)}
    found = planned({**learned, 4: card()}, days=3, minutes=60)
    assert [day.reviews for day in found.days[:2]] == [0, 1]
    assert found.new == 1


def test_a_note_without_cards_is_read_if_new_ones_build_on_it(planned):
    learned = {n: card("young", due_in=5, stability=40.0) for n in (1, 2, 3, 4)}
    assert read(planned(learned)) == []
    assert [name for _, name, _ in read(planned({**learned, 4: card()}))] == ["Engine", "Turbine"]


def test_weak_foundations_are_read_again_first(planned):
    weak = {3: card("young", due_in=-3, stability=0.5)}
    strong = {n: card("young", due_in=5, stability=40.0) for n in (1, 2)}
    found = planned({**strong, **weak, 4: card()}, minutes=60)
    first = found.days[0].readings[0]
    assert (first.name, first.again) == ("Work", True)


def test_suspended_cards_are_left_out(planned):
    found = planned({n: card("young", suspended=True) for n in (1, 2, 3, 4)})
    assert (found.new, found.retention) == (0, None)


def test_a_card_that_is_there_twice_is_learned_once(planned):
    text = "-- A.md --\n" + "Same? #flashcard\nYes\n<!--ID: 7-->\n\n" * 2
    assert planned(text=text).new == 1


def test_the_pace_is_measured_in_anki(planned):
    slow = Answers(learning_seconds=40.0, review_seconds=300.0, reviews=20)
    text = "-- A.md --\n" + "".join(
        f"Q{n}? #flashcard\nYes\n<!--ID: {n}-->\n\n" for n in range(1, 31)
    )
    cards = {n: card("young", due_in=3, stability=9.0, answers=slow) for n in range(1, 26)}
    pace = planned(cards, text=text).pace
    assert pace == (15.0, 40.0, True)
    assert not planned({1: cards[1]}, text=text).pace.is_measured


def test_a_plan_helps(planned):
    cards = {n: card("young", due_in=3, stability=3.0) for n in (1, 2, 3, 4)}
    found = planned(cards, days=20)
    assert found.retention > found.audit.recall.retention_at_exam
    assert 0.9 < found.retention <= 1


def test_only_the_scope_is_planned(planned):
    assert {name for _, name, _ in read(planned(scope={"note": "Work.md"}))} == {"Heat", "Work"}


def test_a_schedule_in_the_note_counts(planned):
    text = f"""
        -- A.md --
        #flashcards
        What::This
        <!--SR:!{in_days(3)},5,250-->
    """
    found = planned(text=text, days=5, minutes=60)
    assert found.new == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rest": ["funday"]}, "funday is not a day"),
        ({"rest": ["2026-1-1"]}, "2026-1-1 is not a day"),
        ({"minutes": -1}, "cannot plan -1 minutes a day"),
        ({"minutes": 0}, "cannot plan 0 minutes a day"),
        ({"minutes": 1441}, "cannot plan 1,441 minutes a day"),
        ({"days": 1001}, "is too far away"),
    ],
)
def test_bad_input_is_an_error(planned, options, message):
    with pytest.raises(UsageError, match=message):
        planned(**options)


def test_a_plan_needs_an_exam(graph):
    with pytest.raises(UsageError, match="needs the day"):
        plan(audit(graph(VAULT)))


def test_a_schedule_on_an_impossible_day_is_none(planned):
    text = "-- A.md --\n#flashcards\nWhat::This\n<!--SR:!2026-99-99,5,250-->\n"
    assert planned(text=text, days=5, minutes=60).late == 0


def test_a_deck_that_aims_higher_has_more_reviews(vault):
    numbers = range(1, 5)
    notes = {n: AnkiNote(n, ("q", "a"), (), (card(),)) for n in numbers}
    reviews = []
    for retention in (0.7, 0.99):
        presets = {"Physics": Preset((), retention)}
        anki = Collection("x.colpkg", notes, frozenset(), 0.0, presets)
        graph = VaultGraph(vault(VAULT), anki=anki)
        found = plan(audit(graph, exam=in_days(60, anki.day)), minutes=60)
        reviews.append(sum(day.reviews for day in found.days))
    assert reviews[0] < reviews[1]


def test_notes_to_read_do_not_depend_on_what_fits(planned):
    assert planned(minutes=1, days=1).to_read == planned(minutes=60, days=9).to_read == 4


def test_a_weak_note_with_new_cards_is_read_again_too(vault, planned):
    text = VAULT.replace(
        "<!--ID: 3-->", "<!--ID: 3-->\n\n    New? #flashcard\n    Yes\n    <!--ID: 5-->"
    )
    states = {n: card("young", due_in=5, stability=40.0) for n in (1, 2)}
    states |= {3: card("young", due_in=-3, stability=0.5), 4: card(), 5: card()}
    first = planned(states, text=text, minutes=60).days[0].readings[0]
    assert (first.name, first.again, first.cards) == ("Work", True, 1)


@pytest.mark.parametrize(("rest", "number"), [
    ("Sunday", 6), ("SUN", 6), ("sun", 6), ("domingo", 6), ("Dom", 6), ("sábado", 5), ("sab", 5),
    ("segunda", 0), ("terça-feira", 1), ("TERCA", 1),
])  # fmt: skip
def test_days_of_the_week_may_be_short_and_in_any_language(planned, rest, number):
    found = planned(days=7, rest=[rest])
    weekdays = [date.fromisoformat(day.date).weekday() for day in found.days if day.is_rest]
    assert weekdays == [number]


def test_with_nothing_to_do_no_minute_is_taken(planned):
    found = planned(text="-- .obsidian/app.json --\n{}\n-- A.md --\nNo card.\n")
    assert (found.minutes, found.enough, found.fits) == (0, 0, True)


def test_with_rest_on_all_days_nothing_can_be_planned(planned):
    found = planned(days=2, rest=[in_days(0), in_days(1)])
    assert not found.has_study_days
    assert not found.fits


def test_the_plan_names_what_can_be_learned_now(planned):
    learned = {n: card("young", due_in=5, stability=40.0) for n in (1, 2, 3)}
    said = [str(sentence) for sentence in standing(planned({**learned, 4: card()}))]
    assert "Can be learned now, as all before is known: Turbine." in said


def test_what_can_be_learned_now_does_not_depend_on_the_minutes(planned):
    learned = {n: card("young", due_in=5, stability=40.0) for n in (2, 3)}
    for minutes in (1, 60):
        found = planned({**learned, 1: card(), 4: card()}, days=1, minutes=minutes)
        [said] = [str(each) for each in standing(found) if "learned now" in str(each)]
        assert said == "Can be learned now, as all before is known: Heat."
