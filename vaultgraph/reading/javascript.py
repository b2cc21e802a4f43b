"""A matcher for JavaScript regular expressions with a bounded number of steps.

The package `regex` is a hundred times as fast, but some expressions take it years on a long
paragraph, and it can only be stopped by a timeout, so two runs may differ.  This matcher explores
each (instruction, text position) pair at most once, as RE2's BitState does, which keeps the match
preference of a backtracking matcher.  Expressions with backreferences cannot be memoized; only the
step limit bounds them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import repeat
from operator import eq
from typing import Any, NamedTuple, Protocol

from vaultgraph.lazy import lazy_re

__all__ = [
    "Anywhere",
    "Found",
    "InvalidError",
    "Matcher",
    "Only",
    "OutOfStepsError",
    "Starts",
    "UnsupportedError",
    "has_other_group",
    "in_python",
    "without_atoms",
]

_MAX_INSTRUCTIONS = 5_000
_CLASS = lazy_re(r"\[(?:\\.|[^\]\\])*\]", re.DOTALL)
_MAX_DIGITS = 9
_QUANTIFIER = lazy_re(r"(?:[*+?]|\{([0-9]+)(?:(,)([0-9]*))?\})(\?)?")
_GROUP = lazy_re(r"\((?:\?(?:(?P<look><?[=!])|:|<(?P<name>\w+)>))?")
# A `\c` without its letter is a backslash before a `c`.
_CHARACTER = (
    r"x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|c(?P<control>[A-Za-z])"
    r"|(?P<octal>[0-3]?[0-7]{1,2})|(?P<letter>[^c])|(?=c)"
)
_ESCAPE_TEXT = rf"\\(?:k<(?P<name>\w+)>|(?P<number>[1-9][0-9]*)|{_CHARACTER})"
_ESCAPE = lazy_re(_ESCAPE_TEXT, re.DOTALL)
_ESCAPE_IN_CLASS = lazy_re(rf"\\(?:{_CHARACTER})", re.DOTALL)
_MEMBER = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|c[A-Za-z]|[0-3]?[0-7]{1,2}|[^c]|(?=c))|[^\\]"
_MEMBERS = lazy_re(rf"({_MEMBER})(?:-({_MEMBER}))?", re.DOTALL)
_SINGLE = {"n": "\n", "r": "\r", "t": "\t", "v": "\v", "f": "\f"}
_LINE_ENDS = "\n\r\u2028\u2029"
_PIECES = lazy_re(
    rf"{_ESCAPE_TEXT}|\[(?P<inside>\^?(?:\\.|[^\]\\])*)\]"
    r"|\(\?<(?![=!])|\{(?![0-9]+(?:,[0-9]*)?\})|[.^$]",
    re.DOTALL,
)
_CAPTURE = lazy_re(r"\((?:\?<(?P<name>\w+)>|(?!\?))")
_ATOM = lazy_re(r"\\.|\[(?:\\.|[^\]\\])*\]", re.DOTALL)
_OTHER_GROUP = lazy_re(r"\(\?(?![:=!<])")
# In Python each of them has other characters: beyond ASCII, but `\x1c` is a space there, too.
_CLASSES = {
    r"\d": "0-9",
    r"\D": r"\x00-/:-\U0010ffff",
    r"\w": "0-9A-Z_a-z",
    r"\W": r"\x00-/:-@\[-\^`{-\U0010ffff",
    r"\s": r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
    r"\S": (
        r"\x00-\x08\x0e-\x1f!-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e"
        r"\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\U0010ffff"
    ),
}
# In JavaScript `[]` matches nothing and `[^]` anything; Python takes the bracket for a member.
_EMPTY = {"": "(?!)", "^": r"[\s\S]"}
_IN_PYTHON = {
    ".": rf"[^{_LINE_ENDS}]",
    "^": rf"(?<![^{_LINE_ENDS}])",
    "$": rf"(?![^{_LINE_ENDS}])",
    "(?<": "(?P<",
    # Text in JavaScript, but in the package `regex` `{,3}` repeats, and `{e<=1}` allows an error.
    "{": r"\{",
    # ASCII in JavaScript: there is one within `été`.  Python has no `\B` in an empty text.
    r"\b": r"(?a:\b)",
    r"\B": r"(?!(?a:\b))",
    **{escape: f"[{inside}]" for escape, inside in _CLASSES.items()},
}

_Code = list[tuple[Any, ...]]


def in_python(pattern: str) -> str:
    """Translate *pattern*, or a piece of it, with the flags `gm` to Python's syntax."""
    return _PIECES.sub(_piece_in_python, pattern)


def _piece_in_python(piece: re.Match[str]) -> str:
    if piece[0] in _IN_PYTHON:
        return _IN_PYTHON[piece[0]]
    if (inside := piece["inside"]) is not None:
        return _EMPTY[inside] if inside in _EMPTY else f"[{_class_in_python(inside)}]"
    # A group that took no part matches the empty text in JavaScript, and nothing in Python.
    if number := piece["number"]:
        return rf"(?({number})\{number})"
    if name := piece["name"]:
        return f"(?({name})(?P={name}))"
    return re.escape(_character(piece))


def _class_in_python(inside: str) -> str:
    """Return the members of a class, *inside* its brackets, for Python."""
    is_negated = inside.startswith("^")
    pieces = ["^"] if is_negated else []
    for first, last in _MEMBERS.findall(inside, is_negated):
        pieces.append(_member_in_python(first))
        if last:
            # Next to a class such as `\w`, the hyphen is a member.
            is_range = _CLASSES.keys().isdisjoint((first, last))
            pieces += ["-" if is_range else r"\-", _member_in_python(last)]
    return "".join(pieces)


def _member_in_python(member: str) -> str:
    if member in _CLASSES:
        return _CLASSES[member]
    if member == r"\b":
        return r"\x08"
    escape = _ESCAPE_IN_CLASS.match(member)
    return re.escape(_character(escape) if escape else member)


def _character(escape: re.Match[str]) -> str:
    """Return the character for which *escape* stands."""
    if digits := escape["x"] or escape["u"]:
        return chr(int(digits, 16))
    if escape["control"]:
        return chr(ord(escape["control"]) % 32)
    if escape["octal"]:
        return chr(int(escape["octal"], 8))
    # Any other letter stands for itself, so `\A` and `\Z` of Python are not anchors.
    return _SINGLE.get(escape["letter"], escape["letter"] or "\\")


def without_atoms(pattern: str) -> str:
    """Return *pattern* with `x` for each escape and class, so that only its structure is left."""
    return _ATOM.sub("x", pattern)


def has_other_group(bare: str) -> bool:
    """Return whether *bare*, from `without_atoms`, has a group foreign to JavaScript: `(?R)`."""
    return _OTHER_GROUP.search(bare) is not None


class UnsupportedError(ValueError):
    """The expression uses unsupported syntax, or is too long."""


class InvalidError(UnsupportedError):
    """JavaScript rejects the expression, too."""


class OutOfStepsError(Exception):
    """The step limit was exceeded."""


class Found(NamedTuple):
    """A match from `start` to `end`; `groups` are spans, (-1, -1) for an unmatched group."""

    start: int
    end: int
    groups: tuple[tuple[int, int], ...]


class _Characters(dict[str, bool]):
    """Caches which characters a piece of an expression matches."""

    def __init__(self, fits: Callable[[str], object]) -> None:
        super().__init__()
        self._fits = fits

    def __missing__(self, character: str) -> bool:
        fits = self[character] = bool(self._fits(character))
        return fits


class Matcher:
    """A compiled *pattern*; raises UnsupportedError if its syntax is not supported.

    `groups` is the number of its groups.  An engine of Python, with the pattern from `in_python`,
    finds the same matches if `matches_as_in_python`, with the same groups if
    `captures_as_in_python`.
    """

    def __init__(self, pattern: str) -> None:
        compiler = _Compiler(pattern)
        self._code = compiler.compiled()
        self._slots = compiler.slots
        self.groups: int = compiler.groups
        self.captures_as_in_python: bool = compiler.captures_as_in_python
        self.matches_as_in_python: bool = compiler.matches_as_in_python
        self._is_memoized = not compiler.has_backreferences

    def search(self, text: str, steps: int) -> tuple[bool, int]:
        """Return whether there is a match in *text*, and how many of *steps* are left.

        Raises OutOfStepsError if the steps run out.
        """
        run = _Run(text, self._slots, steps, is_memoized=self._is_memoized)
        # What failed from one start fails from the next as well, so all starts share what is known.
        found = any(run.match(self._code, start) >= 0 for start in range(len(text) + 1))
        return found, run.steps

    def find_all(self, text: str, starts: "Starts", steps: int) -> tuple[list[Found], int]:
        """Return all non-overlapping matches in *text*, and how many of *steps* are left.

        Matches begin only at *starts*.  Raises OutOfStepsError if the steps run out.
        """
        run = _Run(text, self._slots, steps, is_memoized=self._is_memoized)
        found: list[Found] = []
        start = starts.at_or_after(0)
        while start >= 0:
            end = run.match(self._code, start)
            if end < 0:
                # What is known is kept here: of a paragraph of 600 characters that holds no card,
                # it takes 7,400 steps, and 1.3 million when each start forgets.
                start = starts.after_failure(start)
                continue
            slots = run.slots[: 2 * self.groups]
            found.append(Found(start, end, tuple(zip(slots[::2], slots[1::2], strict=True))))
            # As `matchAll` does: after an empty match, one character is skipped.
            start = starts.at_or_after(max(end, start + 1))
            run.forget()
        return found, run.steps


class Only(NamedTuple):
    """The only offset where a match may begin."""

    place: int

    def at_or_after(self, place: int) -> int:
        """Return the offset if it is *place* or after it, else -1."""
        return self.place if self.place >= place else -1

    def after_failure(self, place: int) -> int:
        """Return the offset if it is after *place*, else -1."""
        return self.at_or_after(place + 1)


class Starts(Protocol):
    """The offsets where a match may begin in a text; -1 means there is none."""

    def at_or_after(self, place: int) -> int:
        """Return the first such offset at or after *place*."""

    def after_failure(self, place: int) -> int:
        """Return the next such offset where a match is possible after none was found at *place*."""


class Anywhere(NamedTuple):
    """Every offset of a text of this `length`."""

    length: int

    def at_or_after(self, place: int) -> int:
        """Return *place*, or -1 past the end."""
        return place if place <= self.length else -1

    def after_failure(self, place: int) -> int:
        """Return the offset after *place*, or -1 past the end."""
        return self.at_or_after(place + 1)


_CONSUME, _SPLIT, _JUMP, _SAVE, _CLEAR, _LOOK, _MATCH = range(7)


class _Run:
    """The state of a search in *text*, with the remaining steps."""

    def __init__(self, text: str, slots: int, steps: int, *, is_memoized: bool) -> None:
        self.text = text
        self.slots = [-1] * slots
        self.steps = steps
        self._is_memoized = is_memoized
        self._left: set[int] = set()
        self._left_in: dict[int, set[int]] = {}
        self._looked: dict[tuple[int, int], bool] = {}

    def forget(self) -> None:
        """Reset the state for the next match."""
        self._left = set()
        self.slots = [-1] * len(self.slots)

    def match(self, code: _Code, start: int) -> int:
        """Return where the match of *code* from *start* on ends, or -1."""
        stack = [(0, start, -1)]
        while stack:
            at, place, slot = stack.pop()
            if slot >= 0:  # undo a group's assignment while backtracking
                self.slots[slot] = place
                continue
            end = self._follow(code, at, place, stack)
            if end >= 0:
                return end
        return -1

    def _follow(self, code: _Code, at: int, place: int, stack: list[tuple[int, int, int]]) -> int:
        """Follow the preferred path from instruction *at* and return its end, or -1.

        The alternatives are pushed onto the *stack*.
        """
        while True:
            self.steps -= 1
            if self.steps < 0:
                raise OutOfStepsError
            kind, *target = code[at]
            if kind == _CONSUME:
                place = target[0](self, place)
                if place < 0:
                    return -1
                at += 1
            elif kind == _SPLIT:
                # Paths part only at a split, so nothing else needs to be stored.
                then, otherwise, loops = target
                if self._is_known(at, place, loops):
                    return -1
                stack.append((otherwise, place, -1))
                at = then
            elif kind == _JUMP:
                at = target[0]
            elif kind == _MATCH:
                return place
            elif self._goes_on(kind, target, place, stack):
                at += 1
            else:
                return -1

    def _goes_on(
        self, kind: int, target: list[Any], place: int, stack: list[tuple[int, int, int]]
    ) -> bool:
        """Set or clear captures, or look ahead or behind; return whether the path goes on."""
        if kind == _LOOK:
            look: _Look = target[0]
            return self._looks(look, place, stack) != look.is_negative
        if kind == _SAVE:
            self._assign(target, (place,), stack)
        else:
            slots = range(*target)
            self.steps -= len(slots)
            self._assign(slots, repeat(-1), stack)
        return True

    def _is_known(self, at: int, place: int, loops: tuple[int, ...]) -> bool:
        """Return whether this choice was explored before; it would fail again.

        The slots of *loops* say where the repetitions around the choice began, innermost first.
        """
        if not self._is_memoized:
            return False
        # A repetition that has matched nothing yet must still do so, so this is another choice than
        # the same one later in it.  If an inner one has begun before this place, so have the outer.
        empty = 0
        while empty < len(loops) and self.slots[loops[empty]] == place:
            empty += 1
        self.steps -= empty
        # One number instead of a tuple: there may be as many as there are steps.
        key = (empty * _MAX_INSTRUCTIONS + at) * (len(self.text) + 1) + place
        if key in self._left:
            return True
        self._left.add(key)
        return False

    def captured(self, group: int) -> str:
        """Return what *group* has matched; nothing if it took no part, or is still open."""
        start, end = self.slots[2 * group : 2 * group + 2]
        return self.text[start:end] if 0 <= start <= end else ""

    def _assign(
        self, slots: Iterable[int], places: Iterable[int], stack: list[tuple[int, int, int]]
    ) -> None:
        """Set *slots* to *places*, and push onto the *stack* what undoes it."""
        for slot, place in zip(slots, places, strict=False):
            if self.slots[slot] != place:
                stack.append((0, self.slots[slot], slot))
                self.slots[slot] = place

    def _looks(self, look: "_Look", place: int, stack: list[tuple[int, int, int]]) -> bool:
        """Return whether the body of *look* matches at *place*, ahead or behind."""
        key = (id(look), place)
        if key not in self._looked:
            # Memoized choices belong to one instruction list; the assertion has its own.
            left, slots = self._left, self.slots.copy()
            self._left = self._left_in.setdefault(id(look), set())
            fits = self.match(look.code, place) >= 0
            self._left = left
            # After a match, what was explored did not fail.
            if fits:
                del self._left_in[id(look)]
            # The groups are set so that backtracking unsets them.
            found, self.slots = self.slots, slots
            if fits and look.saves:
                self.steps -= len(slots)
                self._assign(range(len(slots)), found, stack)
            # Its groups must be set again each time.
            if look.saves or not self._is_memoized:
                return fits
            self._looked[key] = fits
        return self._looked[key]


class _Look(NamedTuple):
    """A lookahead or lookbehind; `saves` is true if it may set a capturing group."""

    code: _Code
    is_negative: bool
    saves: bool


_Consumer = Callable[[_Run, int], int]


def _one_after(characters: Mapping[str, bool]) -> _Consumer:
    def consume(run: _Run, place: int) -> int:
        return place + 1 if place < len(run.text) and characters[run.text[place]] else -1

    return consume


def _one_before(characters: Mapping[str, bool]) -> _Consumer:
    return lambda run, place: place - 1 if place > 0 and characters[run.text[place - 1]] else -1


def _where(holds: Callable[[str, int], bool]) -> _Consumer:
    return lambda run, place: place if holds(run.text, place) else -1


def _same_after(group: int) -> _Consumer:
    def consume(run: _Run, place: int) -> int:
        same = run.captured(group)
        return place + len(same) if run.text.startswith(same, place) else -1

    return consume


def _same_before(group: int) -> _Consumer:
    def consume(run: _Run, place: int) -> int:
        same = run.captured(group)
        return place - len(same) if run.text.endswith(same, 0, place) else -1

    return consume


def _further_than(slot: int) -> _Consumer:
    return lambda run, place: place if run.slots[slot] != place else -1


_Node = tuple[Any, ...]


class _Compiler:
    """Parses *pattern* by recursive descent and emits instructions."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._place = 0
        # All of them, as an expression may refer to a later one, which is empty then.
        self._all_groups = [found["name"] for found in _CAPTURE.finditer(without_atoms(pattern))]
        self.groups = 0
        self.slots = 0
        self.has_backreferences = False
        self.captures_as_in_python = self.matches_as_in_python = True
        # JavaScript matches a lookbehind from its end to its start, which decides what its groups
        # capture: `(?<=([0-9]+)([0-9]+))` gives all but one digit to the second.
        self._is_ahead = True

    def compiled(self) -> _Code:
        """Return the instructions for the whole expression."""
        try:
            node = self._alternatives()
        except RecursionError as error:
            raise UnsupportedError("too deep") from error
        if self._place < len(self._pattern):
            raise InvalidError("a parenthesis too much")
        self.slots = 2 * self.groups
        repetitions = [*_repetitions(node)]
        self.captures_as_in_python = all(map(_captures_as_in_python, repetitions))
        self.matches_as_in_python = all(map(_stops_as_in_python, repetitions)) and (
            self.captures_as_in_python or not self.has_backreferences
        )
        return [*self._code(node), (_MATCH,)]

    def _alternatives(self) -> _Node:
        branches = [self._sequence()]
        while self._pattern.startswith("|", self._place):
            self._place += 1
            branches.append(self._sequence())
        return ("or", *branches) if len(branches) > 1 else branches[0]

    def _sequence(self) -> _Node:
        nodes = []
        while self._place < len(self._pattern) and self._pattern[self._place] not in "|)":
            first = self.groups
            nodes.append(self._quantified(self._atom(), first))
        return ("and", *nodes)

    def _quantified(self, node: _Node, first: int) -> _Node:
        """Return *node*, whose groups begin with number *first*, with its quantifier if any."""
        found = _QUANTIFIER.match(self._pattern, self._place)
        if not found:
            return node
        # JavaScript repeats lookaheads, for the sake of old pages, but no other assertion.
        if node[0] == "none" or (node[0] == "look" and not node[2]):
            raise InvalidError("nothing to repeat")
        self._place = found.end()
        least, most = {"*": (0, -1), "+": (1, -1), "?": (0, 1)}.get(found[0][0], (0, 0))
        if found[1]:
            least = _times(found[1])
            most = (_times(found[3]) if found[3] else -1) if found[2] else least
        if 0 <= most < least:
            raise InvalidError("more repetitions at least than at most")
        return "repeat", node, least, most, bool(found[4]), range(2 * first, 2 * self.groups)

    def _atom(self) -> _Node:
        char = self._pattern[self._place]
        readers = {"(": self._group, "[": self._class, "\\": self._escape}
        if char in readers:
            return readers[char]()
        if char in "*+?" or _QUANTIFIER.match(self._pattern, self._place):
            raise InvalidError("nothing to repeat")
        self._place += 1
        if char in "^$":
            return "none", _where(_is_line_start if char == "^" else _is_line_end)
        return "one", _Characters(_is_in_line if char == "." else partial(eq, char))

    def _class(self) -> _Node:
        found = _CLASS.match(self._pattern, self._place)
        if not found:
            raise InvalidError("a class without its end")
        self._place = found.end()
        return self._of_python(found[0])

    def _literal(self, char: str) -> _Node:
        return "one", _Characters(partial(eq, char))

    def _of_python(self, piece: str) -> _Node:
        try:
            fits = re.compile(in_python(piece), re.DOTALL).fullmatch
            return "one", _Characters(fits)
        except re.error as error:
            raise UnsupportedError(piece) from error

    def _escape(self) -> _Node:
        found = _ESCAPE.match(self._pattern, self._place)
        if not found:
            raise InvalidError("a backslash at the end")
        self._place = found.end()
        if found["number"] or found["name"]:
            self.has_backreferences = True
            if not found["number"] and found["name"] not in self._all_groups:
                raise UnsupportedError(found[0])
            group = (
                _times(found["number"]) - 1
                if found["number"]
                else self._all_groups.index(found["name"])
            )
            if group >= len(self._all_groups):
                raise UnsupportedError(found[0])
            return "many", group
        letter = found["letter"]
        if letter in {"b", "B"}:
            return "none", _where(_is_word_end if letter == "b" else _is_within_word)
        if found[0] in _CLASSES:
            return self._of_python(found[0])
        return self._literal(_character(found))

    def _group(self) -> _Node:
        found = _GROUP.match(self._pattern, self._place)
        if not found or self._pattern.startswith("?", found.end()):
            raise UnsupportedError("a group of an unknown kind")
        self._place = found.end()
        captures = found[0] == "(" or found["name"]
        number = self.groups
        if captures:
            self.groups += 1
        node = self._alternatives()
        if not self._pattern.startswith(")", self._place):
            raise InvalidError("a group without its end")
        self._place += 1
        if captures:
            return "group", node, number
        if look := found["look"]:
            return "look", node, "<" not in look, "!" in look
        return node

    def _code(self, node: _Node) -> _Code:
        kind, *rest = node
        writers: dict[str, Callable[..., _Code]] = {
            "one": self._one,
            "many": self._same,
            "and": self._and,
            "or": self._or,
            "group": self._saved,
            "look": self._looking,
            "repeat": self._repeated,
        }
        code = writers[kind](*rest) if kind in writers else [(_CONSUME, rest[0])]
        if len(code) > _MAX_INSTRUCTIONS:
            raise UnsupportedError("too long")
        return code

    def _one(self, characters: Mapping[str, bool]) -> _Code:
        return [(_CONSUME, (_one_after if self._is_ahead else _one_before)(characters))]

    def _same(self, group: int) -> _Code:
        return [(_CONSUME, (_same_after if self._is_ahead else _same_before)(group))]

    def _and(self, *parts: _Node) -> _Code:
        code: _Code = []
        for part in parts if self._is_ahead else reversed(parts):
            code += _moved(self._code(part), len(code))
        return code

    def _or(self, first: _Node, *others: _Node) -> _Code:
        one = self._code(first)
        if not others:
            return one
        rest = self._code(("or", *others))
        after = len(one) + 2
        end = after + len(rest)
        return [(_SPLIT, 1, after, ()), *_moved(one, 1), (_JUMP, end), *_moved(rest, after)]

    def _saved(self, inner: _Node, number: int) -> _Code:
        first, last = 2 * number, 2 * number + 1
        if not self._is_ahead:
            first, last = last, first
        return [(_SAVE, first), *_moved(self._code(inner), 1), (_SAVE, last)]

    def _looking(self, inner: _Node, is_ahead: bool, is_negative: bool) -> _Code:
        was_ahead, self._is_ahead = self._is_ahead, is_ahead
        code = [*self._code(inner), (_MATCH,)]
        self._is_ahead = was_ahead
        # A negative one leaves its groups unset, whatever it saw.
        saves = not is_negative and any(
            kind == _SAVE or (kind == _LOOK and rest[0].saves) for kind, *rest in code
        )
        return [(_LOOK, _Look(code, is_negative, saves))]

    def _repeated(self, inner: _Node, least: int, most: int, is_lazy: bool, slots: range) -> _Code:
        one = self._code(inner)
        # Each iteration forgets what the one before has captured: in `(?:(a)|b)*`, the group has no
        # match in `ab`.
        if slots and most != 1 and (self.has_backreferences or not _captures_all(inner)):
            one = [(_CLEAR, slots.start, slots.stop), *_moved(one, 1)]
        # Before it is written out: counts of counts filled the memory.
        if (len(one) + 3) * max(least, most, 1) > _MAX_INSTRUCTIONS:
            raise UnsupportedError("too long")
        code: _Code = []
        for _ in range(least):
            code += _moved(one, len(code))
        one = self._getting_on(one) if _may_be_empty(inner) else one
        if most < 0:
            return code + _moved(_optional(one, [(_JUMP, 0)], is_lazy=is_lazy), len(code))
        rest: _Code = []
        for _ in range(most - least):
            rest = _optional(one, rest, is_lazy=is_lazy)
        return code + _moved(rest, len(code))

    def _getting_on(self, one: _Code) -> _Code:
        """Return the code *one* made to fail on an empty match.

        JavaScript stops a repetition there, which also prevents an endless loop.
        """
        slot = self.slots
        self.slots += 1
        within = [(*line[:3], (*line[3], slot)) if line[0] == _SPLIT else line for line in one]
        return [(_SAVE, slot), *_moved(within, 1), (_CONSUME, _further_than(slot))]


def _optional(one: _Code, rest: _Code, *, is_lazy: bool) -> _Code:
    """Return code that matches *one* and then *rest*, or neither.

    The jump targets in *rest* are relative to itself, except for a loop's jump back to 0.
    """
    whole = [*_moved(one, 1), *(rest if rest[:1] == [(_JUMP, 0)] else _moved(rest, len(one) + 1))]
    end = len(whole) + 1
    return [(_SPLIT, *((end, 1) if is_lazy else (1, end)), ()), *whole]


def _moved(code: _Code, by: int) -> _Code:
    """Return *code* with its jump targets shifted *by* instructions."""
    moved: _Code = []
    for line in code:
        if line[0] == _JUMP:
            moved.append((_JUMP, line[1] + by))
        elif line[0] == _SPLIT:
            moved.append((_SPLIT, line[1] + by, line[2] + by, line[3]))
        else:
            moved.append(line)
    return moved


def _may_be_empty(node: _Node) -> bool:
    """Return whether *node* may match the empty text."""
    kind, *rest = node
    if kind == "group":
        return _may_be_empty(rest[0])
    if kind == "and":
        return all(map(_may_be_empty, rest))
    if kind == "or":
        return any(map(_may_be_empty, rest))
    if kind == "repeat":
        return rest[1] == 0 or _may_be_empty(rest[0])
    return bool(kind != "one")


def _captures_all(node: _Node) -> bool:
    """Return whether *node* cannot match without a new match of each of its groups."""
    kind, *rest = node
    if kind == "group":
        return _captures_all(rest[0])
    if kind == "and":
        return all(map(_captures_all, rest))
    if kind == "look":
        return not rest[2] and _captures_all(rest[0])
    if kind == "repeat":
        return _captures_all(rest[0]) if rest[1] else not rest[4]
    return kind != "or" or not any(map(_has_groups, rest))


def _repetitions(node: _Node) -> Iterator[_Node]:
    """Yield all repetitions in *node*."""
    kind, *rest = node
    if kind == "repeat":
        yield node
    if kind in {"and", "or"}:
        for part in rest:
            yield from _repetitions(part)
    elif kind in {"group", "look", "repeat"}:
        yield from _repetitions(rest[0])


def _captures_as_in_python(repetition: _Node) -> bool:
    """Return whether no iteration keeps what an earlier one has captured, as they do in Python."""
    _, inner, least, most, _, slots = repetition
    if not slots or (most == 1 and not _may_be_empty(inner)):
        return True
    # Nor does JavaScript capture anything in an empty iteration, as it does not count.
    return _captures_all(inner) and (least == most or not _may_be_empty(inner))


def _stops_as_in_python(repetition: _Node) -> bool:
    """Return whether the repetition stops where one of Python does.

    That stops at an empty iteration, where JavaScript tries what else the iteration may match.
    """
    _, inner, least, most, *_ = repetition
    return least == most or not _may_be_empty(inner) or _is_empty_last(inner)


def _is_empty_last(node: _Node) -> bool:
    """Return whether *node* matches the empty text only if it matches nothing else."""
    kind, *rest = node
    if kind == "and":
        return all(map(_is_empty_last, rest))
    if kind == "or":
        return not any(map(_may_be_empty, rest[:-1])) and _is_empty_last(rest[-1])
    if kind == "repeat":
        return not rest[3] and _is_empty_last(rest[0])
    return kind != "group" or _is_empty_last(rest[0])


def _has_groups(node: _Node) -> bool:
    kind, *rest = node
    if kind in {"and", "or"}:
        return any(map(_has_groups, rest))
    if kind in {"look", "repeat"}:
        return _has_groups(rest[0])
    return bool(kind == "group")


def _is_in_line(character: str) -> bool:
    return character not in _LINE_ENDS


def _is_line_start(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in _LINE_ENDS


def _is_line_end(text: str, place: int) -> bool:
    return place == len(text) or text[place] in _LINE_ENDS


def _is_word(text: str, place: int) -> bool:
    return (
        0 <= place < len(text)
        and text[place].isascii()
        and (text[place].isalnum() or text[place] == "_")
    )


def _is_word_end(text: str, place: int) -> bool:
    # `\b` is ASCII in JavaScript: there is one within `été`.
    return _is_word(text, place - 1) != _is_word(text, place)


def _is_within_word(text: str, place: int) -> bool:
    return not _is_word_end(text, place)


def _times(digits: str) -> int:
    """Return the number in *digits*, capped beyond nine digits, which no text can reach."""
    return int(digits) if len(digits) <= _MAX_DIGITS else 10**_MAX_DIGITS
