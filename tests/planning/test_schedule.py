"""How days are filled, in vaults of any shape."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgraph.planning.material import Material
from vaultgraph.planning.result import Pace
from vaultgraph.planning.schedule import Course, Left, fill_days, smallest_budget
from vaultgraph.planning.sequence import reading_sequence

PACE = Pace(8.0, 30.0, is_measured=False)


def note(name, new=0, before=(), words=100, weak=False):
    return Material(f"{name}.md", name, words, new, (), tuple(before), weak)


@st.composite
def vaults(draw):
    """Notes in study order, each of which builds on some before it."""
    found = []
    for index in range(draw(st.integers(0, 8))):
        before = draw(st.sets(st.integers(0, index - 1))) if index else ()
        words = draw(st.integers(1, 3000))
        found.append(note(str(index), draw(st.integers(0, 40)), before, words, draw(st.booleans())))
    return found


@st.composite
def courses(draw):
    material = draw(vaults())
    exam = draw(st.integers(1, 40))
    days = draw(st.lists(st.integers(0, exam - 1), unique=True).map(sorted))
    known = draw(st.integers(0, 30))
    reviews = draw(st.dictionaries(st.integers(0, exam), st.integers(1, 30)))
    left = tuple(Left.of(material, index) for index in reading_sequence(material))
    return Course(material, left, days, exam, reviews, known, PACE)


minutes = st.integers(1, 90)


@given(vaults())
def test_nothing_is_read_before_what_it_builds_on(material):
    sequence = reading_sequence(material)
    assert sorted(sequence) == list(range(len(material)))
    for place, index in enumerate(sequence):
        assert set(material[index].before) <= set(sequence[:place])


@given(courses(), minutes)
def test_the_days_keep_that_order_and_continue_what_was_begun(course, budget):
    read = [step.note for day in fill_days(course, budget * 60).days for step in day.steps]
    once = list(dict.fromkeys(read))
    assert once == [left.note for left in course.sequence][: len(once)]
    assert [n for n, m in zip(read, [None, *read]) if n != m] == once  # noqa: B905


@given(courses(), minutes)
def test_a_day_takes_no_longer_than_the_minutes_given(course, budget):
    for day in fill_days(course, budget * 60).days:
        assert day.seconds <= budget * 60 + 1e-6
        cards = sum(step.cards for step in day.steps)
        assert 30 * cards + 8 * (day.reviews + day.final) <= budget * 60


@given(courses(), minutes)
def test_every_card_is_new_once_or_stays_unlearned(course, budget):
    schedule = fill_days(course, budget * 60)
    learned = Counter()
    for day in schedule.days:
        learned.update({step.note: step.cards for step in day.steps})
    wanted = Counter({left.note: left.cards for left in course.sequence})
    assert not learned - wanted
    assert (wanted - learned).total() == schedule.unlearned


@given(courses(), minutes)
def test_only_study_days_are_used(course, budget):
    assert [day.day for day in fill_days(course, budget * 60).days] == list(course.study_days)


@given(courses(), minutes)
def test_at_the_end_all_cards_are_reviewed_once_more(course, budget):
    schedule = fill_days(course, budget * 60)
    final = [day.final for day in schedule.days if day.final]
    first = next((place for place, day in enumerate(schedule.days) if day.final), None)
    learned = sum(step.cards for day in schedule.days[:first] for step in day.steps)
    if final:
        assert sum(final) + schedule.without_final == course.known + learned
        assert len(final) <= len(course.study_days) // 3
    if len(course.study_days) >= 3 and course.known + learned and not schedule.without_final:
        assert final


@given(courses())
@settings(deadline=None)
def test_with_the_smallest_number_of_minutes_everything_fits(course):
    enough = smallest_budget(course)
    if enough is None:
        assert not fill_days(course, 12 * 3600).is_complete
    else:
        assert fill_days(course, enough * 60).is_complete
        assert enough == 0 or not fill_days(course, 0).is_complete


def test_weak_foundations_come_first():
    material = [note("A"), note("B"), note("C", weak=True, before=[1]), note("D", before=[2])]
    assert reading_sequence(material) == [1, 2, 0, 3]


def test_a_note_that_need_not_be_read_is_left_out():
    assert reading_sequence([note("A", words=0), note("B", before=[0])]) == [1]


def test_reviews_come_before_new_cards():
    material = [note("A", new=9, words=1)]
    course = Course(material, (Left.of(material, 0),), [0, 1], 2, {0: 5}, 5, PACE)
    first, second = fill_days(course, 100).days
    assert (first.reviews, first.steps[0].cards) == (5, 1)
    assert second.steps[0].cards == 3


def test_what_is_due_on_a_day_of_rest_is_done_afterwards():
    course = Course((), (), [2, 3], 4, {0: 2, 1: 1, 2: 4}, 7, PACE)
    assert [day.reviews for day in fill_days(course, 600).days] == [7, 0]


@given(courses(), minutes, minutes)
def test_reviews_may_take_more_than_learning(course, budget, more):
    schedule = fill_days(course, budget * 60, (budget + more) * 60)
    for day in schedule.days:
        assert day.seconds <= (budget + more) * 60 + 1e-6
        if day.steps:
            assert day.seconds <= budget * 60 + 1e-6


def test_what_is_due_is_not_put_off_while_there_is_time():
    course = Course((), (), [0, 1, 2, 3], 4, {0: 30}, 30, PACE)
    assert [day.reviews for day in fill_days(course, 80).days][:2] == [10, 10]
    assert fill_days(course, 80, 600).days[0].reviews == 30


def test_a_note_is_not_begun_for_the_last_seconds_of_a_day():
    material = [note("A", words=150), note("B", words=150)]
    left = tuple(Left.of(material, index) for index in (0, 1))
    course = Course(material, left, [0, 1], 2, {}, 0, PACE)
    assert [[step.note for step in day.steps] for day in fill_days(course, 60).days] == [[0], [1]]


@given(courses(), minutes)
def test_the_words_of_a_note_add_up(course, budget):
    read = Counter()
    for day in fill_days(course, budget * 60).days:
        for step in day.steps:
            read[step.note] += step.words
    for note, words in [*read.items()][:-1]:
        assert words == course.material[note].words


def test_while_something_stays_unlearned_no_day_is_left_unused():
    material = [note("A", words=1, new=99)]
    course = Course(material, (Left.of(material, 0),), list(range(9)), 9, {}, 0, PACE)
    days = fill_days(course, 62).days
    assert all(day.steps or day.final for day in days)
