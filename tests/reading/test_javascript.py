"""The matcher that counts its steps finds what JavaScript finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from card_expressions import MARKS, STOCK, SUFFIXES
from sampling import times
from vaultgraph.reading.cards.obsidian_to_anki.custom import Budget, Custom, JavaScriptError
from vaultgraph.reading.cards.obsidian_to_anki.found import Suffix
from vaultgraph.reading.javascript import Anywhere, Matcher, OutOfStepsError, UnsupportedError

PLAIN = Suffix(tags=False, id=False)


def matches(pattern, text, steps=100_000):
    found, left = Matcher(pattern).find_all(text, Anywhere(len(text)), steps)
    return [
        [text[each.start : each.end], *(text[a:b] if a >= 0 else None for a, b in each.groups)]
        for each in found
    ], left


def matches_of_custom(pattern, text):
    """What the package `regex` finds, or our matcher if that is known to find something else."""
    custom = Custom(pattern)
    find = custom._matches_by_steps if custom._is_careful else custom._found_quickly
    return [[text[a:b] if a >= 0 else None for a, b in spans] for spans in find(text, PLAIN)]


# What `matchAll` of node 20 answers, with the flags `gm`.
@pytest.mark.parametrize(("pattern", "text", "expected"), [
    (r"a|ab", "ab", [["a"]]),
    (r"(a+)(b?)", "aab a", [["aab", "aa", "b"], ["a", "a", ""]]),
    (r"(a)|b", "ab", [["a", "a"], ["b", None]]),
    (r"a+?", "aa", [["a"], ["a"]]),
    (r"a{2,3}", "aaaaa", [["aaa"], ["aa"]]),
    (r"a{2}?b{0,1}?", "aab", [["aa"]]),
    (r"{a}", "{a}", [["{a}"]]),
    (r"^.*$", "a\nb", [["a"], ["b"]]),
    (r"^$", "\n", [[""], [""]]),
    (r"(?<year>\d{4})-\k<year>", "2024-2024", [["2024-2024", "2024"]]),
    (r"(.)\1", "abbc", [["bb", "b"]]),
    (r"a(?=b)", "ab ac", [["a"]]),
    (r"a(?!b)", "ab ac", [["a"]]),
    (r"(?<=\()[^)]+(?=\))", "(ab) c", [["ab"]]),
    (r"(?<!x|yy)a", "xa yya ya", [["a"]]),
    (r"(?<=a*b?)c", "aabc", [["c"]]),
    (r"(?<=(\d{1,3})(\d{1,3}))$", "1053", [["", "1", "053"]]),
    (r"(?<=\b(?=(a+))a*)b", "aab", [["b", "aa"]]),
    (r"(?=(a))a", "a", [["a", "a"]]),
    (r"(a*)*", "aa", [["aa", "aa"], ["", None]]),
    (r"(?:a?)*b", "aab", [["aab"]]),
    (r"(?:a*?){2,}b?", "aab", [["aab"], [""]]),
    (r"(?:a*?)*", "aa", [["aa"], [""]]),
    (r"(?:(a)|b)*", "ab", [["ab", None], ["", None]]),
    (r"(?:(?=(a))ab|ac)", "ac", [["ac", None]]),
    (r"(?:(a)|\1b)+", "aab", [["aab", None]]),
    (r"(?:(a)|b)+c", "abc bc", [["abc", None], ["bc", None]]),
    (r"(?:a(b)?)+", "abaa", [["abaa", None]]),
    (r"(?:|a)*", "aa", [["aa"], [""]]),
    (r"(?:|a)", "a", [[""], [""]]),
    (r"\2(a)(b)", "ab", [["ab", "a", "b"]]),
    (r"(a\1)", "aa", [["a", "a"], ["a", "a"]]),
    (r"(?<=\1(a))b", "ab aab", [["b", "a"]]),
    (r"\bno\b", "no now", [["no"]]),
    (r"\x41\u0042\t", "AB\t", [["AB\t"]]),
    (r"[^\]a]b", "xb", [["xb"]]),
    (r"[\d-]+", "1-2", [["1-2"]]),
])  # fmt: skip
def test_finds_what_javascript_finds(pattern, text, expected):
    assert matches(pattern, text)[0] == expected
    assert matches_of_custom(pattern, text) == expected


# So does the package `regex`, once they are translated.
@pytest.mark.parametrize(("pattern", "text", "expected"), [
    (r"(\bcole)(x)", "écolex", [["colex", "cole", "x"]]),
    (r"\bt", "été t", [["t"], ["t"]]),
    (r"\Bt", "été", []),
    (r"\B", "", [[""]]),
    (r"\d+", "1٣2", [["1"], ["2"]]),
    (r"\w+", "été_1", [["t"], ["_1"]]),
    (r"\W+", "été_1", [["é"], ["é"]]),
    (r"\s", "\ufeff\u2028\x1c\x85", [["\ufeff"], ["\u2028"]]),
    (r"\S+", "a\ufeff\x1c\x85", [["a"], ["\x1c\x85"]]),
    (r"[^\W]+", "été", [["t"]]),
    (r"[\D]", "1٣", [["٣"]]),
    (r"[\w-z]+", "a-{z`", [["a-"], ["z"]]),
    (r"[a-\d]+", "a-1b", [["a-1"]]),
    (r"[\b]", "a\bb", [["\b"]]),
    (r"[[:alpha:]]", "a] :]", [["a]"], [":]"]]),
    (r"\A\Z\e\p\Q", "AZepQ", [["AZepQ"]]),
    (r"\cJ", "\n", [["\n"]]),
    (r"\c", r"\c", [[r"\c"]]),
    (r"\012", "\n", [["\n"]]),
    (r"[\1]", "1\x01", [["\x01"]]),
    (r"(a)?\1b", "b aab", [["b", None], ["aab", "a"]]),
    (r"(?<x>a)?\k<x>b", "b aab", [["b", None], ["aab", "a"]]),
    ("a{٣}", "a{٣}", [["a{٣}"]]),
])  # fmt: skip
def test_escapes_are_those_of_javascript(pattern, text, expected):
    assert matches(pattern, text)[0] == expected
    assert matches_of_custom(pattern, text) == expected


ATOMS = ["a", "b", "é", ".", "^", "$", *(rf"\{letter}" for letter in "bBdDsSwWnAZ"), "[^a]", r"[\w-é]", r"[^\S]", "[]"]  # fmt: skip
GROUPS = ["(", "(?:", "(?=", "(?!", "(?<=", "(?<!"]
QUANTIFIERS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{2,}?"]
PATTERNS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(st.sampled_from(GROUPS), inner, st.just(")")).map("".join),
        st.tuples(st.just("(?:"), inner, st.just(")"), st.sampled_from(QUANTIFIERS)).map("".join),
    ),
    max_leaves=9,
)
TEXTS = st.text(["a", "b", "é", "1", "٣", " ", "\n", "\r", "\u2028", "\ufeff", "\x1c", "\x85"], max_size=7)  # fmt: skip


@pytest.mark.slow
@given(pattern=PATTERNS, text=TEXTS)
@settings(max_examples=times(300))
def test_both_engines_find_the_same(pattern, text):
    assert matches_of_custom(pattern, text) == matches(pattern, text, 1_000_000)[0]


@pytest.mark.parametrize(
    "pattern",
    ["(", "a)", "[a", "*a", r"\k<no>", "(?>a)", "a{9999}", "(?:a{99}){99}", "(" * 5000],
)
def test_unsupported_syntax_is_an_error(pattern):
    with pytest.raises(UnsupportedError):
        Matcher(pattern)


@pytest.mark.parametrize(
    "pattern", [r"(a+a+)+y", r"(a|a)*y", r"(?:a*)*y", r"(?=(?:a+)+y)a", r"((a?){9}){9}y"]
)
def test_steps_grow_with_the_text(pattern):
    small, large = (100_000_000 - matches(pattern, "a" * n, 100_000_000)[1] for n in (200, 800))
    assert large < 5 * small


def test_it_gives_up_after_as_many_steps_as_it_was_given():
    with pytest.raises(OutOfStepsError):
        matches(r"(a+)+\1y", "a" * 100)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES, ids=["tags and ID", "tags", "ID", "nothing"])
@pytest.mark.parametrize("pattern", STOCK.values(), ids=STOCK)
@given(text=st.lists(st.sampled_from(MARKS), max_size=12).map("".join))
@settings(max_examples=60)
def test_it_finds_the_cards_that_the_fast_one_finds(pattern, suffix, text):
    careful = Custom(pattern)
    careful._is_careful = True
    assert list(careful.find(text, suffix)) == list(Custom(pattern).find(text, suffix))
    assert not careful.is_too_slow


def test_the_expressions_of_a_vault_share_their_steps():
    budget = Budget()
    budget.slow_seconds, budget.steps = -1, 1_000
    plain = Suffix(tags=False, id=False)
    first, second = (Custom(f"(a{mark}?)b", budget) for mark in "xy")
    assert [card.question for card in first.find("ab", plain)] == ["a"]
    assert not first.was_cut_off
    assert list(first.find("a" * 5_000, plain)) == []
    assert first.was_cut_off
    assert list(second.find("ab", plain)) == []
    assert second.was_cut_off


@pytest.mark.parametrize("pattern", [
    "(?R)", "(?i)x", "(?P<a>x)", "(?>x)", "(?#x)", "(" * 3000 + ")" * 3000, "(?:(?:x{999}){999}){999}", "x{99999999999}", "(", "[",
    "a++", "a?+", "a{2}{3}", "a{3,2}", "^*", r"\b+", "(?<=a)*",
])  # fmt: skip
def test_what_javascript_would_not_read_is_refused_at_once(pattern):
    with pytest.raises(JavaScriptError):
        Custom(pattern)
