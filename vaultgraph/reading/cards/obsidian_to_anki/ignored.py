"""Match the plugin's globs of ignored notes, as the package multimatch does.

This follows multimatch 7 with minimatch 9, as in the plugin's lock file.  A path is ignored if a
pattern matches it, and included again if a later pattern after `!` does.  Every pattern is compared
with the whole path, segment by segment: `*` and `?` stay within a segment, `**` is a segment of its
own.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice

from vaultgraph.lazy import lazy_re

__all__ = ["is_ignored"]

_MAX_ALTERNATIVES = 200
_MAX_CHARACTERS = 20_000
_MAX_OPEN_PARTS = 3
_MAX_BRACES = 20
_GLOBSTAR = None

_Segment = Callable[[str], object] | None
_Glob = tuple[_Segment, ...]

# `posixClasses` in minimatch.  Its `[:print:]` matches what cannot be printed.
_POSIX = {
    "[:alnum:]": r"\p{L}\p{Nl}\p{Nd}",
    "[:alpha:]": r"\p{L}\p{Nl}",
    "[:ascii:]": r"\x00-\x7f",
    "[:blank:]": r"\p{Zs}\t",
    "[:cntrl:]": r"\p{Cc}",
    "[:digit:]": r"\p{Nd}",
    "[:lower:]": r"\p{Ll}",
    "[:print:]": r"\p{C}",
    "[:punct:]": r"\p{P}",
    "[:space:]": r"\p{Z}\t\r\n\v\f",
    "[:upper:]": r"\p{Lu}",
    "[:word:]": r"\p{L}\p{Nl}\p{Nd}\p{Pc}",
    "[:xdigit:]": "A-Fa-f0-9",
}
_NOT_POSIX = {"[:graph:]": r"\p{Z}\p{C}"}
_NAME = "|".join(map(re.escape, (*_POSIX, *_NOT_POSIX)))
_CLASS = lazy_re(rf"\[(?P<not>[!^]?+)(?P<inside>\]?+(?:{_NAME}|\\.|[^\]\\])*+)\]", re.DOTALL)
_MEMBER = lazy_re(
    rf"(?P<name>{_NAME})|(?P<first>\\.|.)(?:-(?:(?P<bad>{_NAME})|(?P<last>\\.|.)))?", re.DOTALL
)
_GROUP = lazy_re(r"[?*+@!]\(")
_ONE_CHARACTER = lazy_re(r"[\w ]|\[[^\[\]]+\]")
# JavaScript's numbers hold 15 digits exactly.
_NUMBERS = lazy_re(r"(-?\d{1,15})\.\.(-?\d{1,15})(?:\.\.(-?\d{1,15}))?")
_LETTERS = lazy_re(r"([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d{1,15}))?")


class _TooOpenError(ValueError):
    """The pattern might take too long to match."""


def is_ignored(path: str, globs: Iterable[str]) -> bool:
    """Return whether *globs* exclude the note at *path*; the last glob that matches counts.

    >>> is_ignored("Old/A.md", ["{Old,Templates}/**"]), is_ignored("A.md", ["*.md", "![AB].md"])
    (True, False)
    """
    ignored = False
    for glob in globs:
        # The first `!` is multimatch's, which removes what the rest matches; minimatch reads the
        # others.
        negates = glob.startswith("!")
        if negates == ignored and _matches(path, glob[negates:]):
            ignored = not negates
    return ignored


def _matches(path: str, pattern: str) -> bool:
    """Return whether *path* matches *pattern* in minimatch; each leading `!` negates it."""
    # A comment in minimatch, which matches nothing.
    if pattern.startswith("#"):
        return False
    bare = pattern.lstrip("!")
    negates = (len(pattern) - len(bare)) % 2 == 1
    segments = path.split("/")
    return negates != any(_fits(segments, glob) for glob in _globs(bare))


def _fits(segments: Sequence[str], glob: _Glob) -> bool:
    """Return whether *segments* match *glob*; a `**` takes as few of them as possible.

    Only the last `**` has to be retried with more segments, never an earlier one, so there is no
    exponential backtracking.
    """
    place = part = 0
    retry_place = retry_part = -1
    while place < len(segments):
        wanted = glob[part] if part < len(glob) else _no_segment
        if wanted is _GLOBSTAR:
            retry_place, retry_part = place, part + 1
            if retry_part == len(glob):
                # Without minimatch's option `dot`, which the plugin does not set, `**` matches
                # nothing hidden.
                return not any(segment.startswith(".") for segment in segments[place:])
            part += 1
        elif wanted(segments[place]):
            place, part = place + 1, part + 1
        elif retry_place >= 0 and not segments[retry_place].startswith("."):
            retry_place += 1
            place, part = retry_place, retry_part
        else:
            return False
    return part == len(glob)


def _no_segment(_: str) -> bool:
    return False


# The plugin compares every note with every glob; each is parsed once.
@cache
def _globs(pattern: str) -> tuple[_Glob, ...]:
    """Return the alternatives of *pattern*; none if too many, without those that are too slow."""
    # Braces multiply: `{a,b}` twenty times is a million alternatives.
    if pattern.count("{") > _MAX_BRACES:
        return ()
    if len(pattern) > _MAX_CHARACTERS:
        return ()
    texts = list(islice(_alternatives(pattern), _MAX_ALTERNATIVES + 1))
    if len(texts) > _MAX_ALTERNATIVES or sum(map(len, texts)) > _MAX_CHARACTERS:
        return ()
    return tuple(glob for text in texts if (glob := _glob(text)) is not None)


def _glob(text: str) -> _Glob | None:
    parts: list[_Segment] = []
    for segment in re.split("/+", text):
        if segment == "**":
            if not parts or parts[-1] is not _GLOBSTAR:
                parts.append(_GLOBSTAR)
            continue
        try:
            parts.append(_compiled(_translated(segment)))
        except _TooOpenError:
            return None
    return tuple(parts)


def _compiled(expression: str) -> _Segment:
    if r"\p{" in expression:
        import regex

        return regex.compile(expression, regex.DOTALL).fullmatch
    return re.compile(expression, re.DOTALL).fullmatch


def _translated(segment: str) -> str:
    """Return the regular expression for *segment*; raises _TooOpenError if it might be slow.

    The text between two stars has a fixed length, so its first match is as good as any other and
    needs no backtracking: the group is atomic.
    """
    pieces = list(_pieces(segment))
    # Only these leave out hidden files: `[.]a` and `@(.a|b)` match them in minimatch, too.
    begins_open = segment[:1] in {"*", "?"} or "".join(pieces[:1]).startswith("[")
    no_dot = r"(?!\.)" if begins_open else ""
    if _GROUP.search(segment):
        # A group may match in several ways, which multiply with those of the others.
        if segment.count("*") + len(_GROUP.findall(segment)) > _MAX_OPEN_PARTS:
            raise _TooOpenError
        return no_dot + "".join(".*" if piece == "*" else piece for piece in pieces)
    chunks: list[list[str]] = [[]]
    for piece in pieces:
        if piece == "*":
            chunks.append([])
        else:
            chunks[-1].append(piece)
    first, *middle = ("".join(chunk) for chunk in chunks)
    if not middle:
        return no_dot + first
    *middle, last = middle
    # Alone, a `*` needs a character: `starTest` in minimatch.
    least = ".+" if segment.strip("*") == "" else ".*"
    inner = "".join(f"(?>.*?{chunk})" for chunk in middle if chunk)
    return no_dot + first + inner + least + last


def _pieces(segment: str) -> Iterator[str]:
    """Yield the pieces of *segment*: `*`, or a regular expression; groups begin with `(`."""
    place = 0
    while place < len(segment):
        char = segment[place]
        group_end = _closing(segment, place + 1) if char in "?*+@!" else 0
        if group_end:
            yield _group(segment, place, group_end)
            place = group_end
        elif char == "*":
            while segment.startswith("*", place) and not _closing(segment, place + 1):
                place += 1
            yield "*"
        elif char == "?":
            place += 1
            yield "."
        elif char == "[" and (found := _CLASS.match(segment, place)):
            place = found.end()
            yield _class(found)
        elif char == "\\" and place + 1 < len(segment):
            yield re.escape(segment[place + 1])
            place += 2
        else:
            yield re.escape(char)
            place += 1


def _class(found: re.Match[str]) -> str:
    """Return the expression for a class, as `parseClass` in minimatch does."""
    kept: list[str] = []
    lost: list[str] = []
    for member in _MEMBER.finditer(found["inside"]):
        if member["bad"]:  # a range cannot end in a class, and spoils all
            return "(?!)"
        if name := member["name"]:
            (kept if name in _POSIX else lost).append((_POSIX | _NOT_POSIX)[name])
            continue
        first, last = member["first"][-1], (member["last"] or member["first"])[-1]
        # A range from high to low is left out.
        if first <= last:
            ends = re.escape(first), re.escape(last)
            kept.append("-".join(ends) if first < last else ends[0])
    if not kept and not lost:
        return "(?!)"
    negates = bool(found["not"])
    if not negates and not lost and len(kept) == 1 and len(kept[0].lstrip("\\")) <= 1:
        return kept[0]
    sets = [(negates, kept)] * bool(kept) + [(not negates, lost)] * bool(lost)
    choices = [f"[{'^' * is_not}{''.join(members)}]" for is_not, members in sets]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _closing(segment: str, opened: int) -> int:
    """Return the end of the group whose `(` is at *opened*; 0 if there is none."""
    if not segment.startswith("(", opened):
        return 0
    depth = 0
    for place in range(opened, len(segment)):
        depth += (segment[place] == "(") - (segment[place] == ")")
        if depth == 0:
            return place + 1
    return 0


def _group(segment: str, start: int, end: int) -> str:
    texts = list(_split(segment[start + 2 : end - 1], "|"))
    if segment[start] in "*+" and not _repeat_unambiguously(texts):
        raise _TooOpenError
    choices = "|".join(
        "".join(".*" if piece == "*" else piece for piece in _pieces(choice)) for choice in texts
    )
    if segment[start] == "!":
        rest = "".join(".*" if piece == "*" else piece for piece in _pieces(segment[end:]))
        # The look-ahead goes on to the end of the segment: `x!(a)b` matches `xaab`, not `xab`.
        return rf"(?!(?:{choices}){rest}\Z).*"
    return f"(?:{choices}){segment[start].replace('@', '')}"


def _repeat_unambiguously(choices: Sequence[str]) -> bool:
    """Return whether repeated *choices* match unambiguously: no two begin alike."""
    if all(map(_ONE_CHARACTER.fullmatch, choices)):
        return True
    return all(map(str.isalnum, choices)) and len({text[0] for text in choices}) == len(choices)


def _alternatives(pattern: str) -> Iterator[str]:
    """Yield the brace expansions of *pattern*: `{a,b}c` is `ac` and `bc`, `{1..3}` counts."""
    for opened in (place for place, char in enumerate(pattern) if char == "{"):
        # The package brace-expansion leaves `${a,b}` to shells.
        if pattern[opened - 1 : opened] in {"$", "\\"}:
            continue
        closed = _brace_end(pattern, opened)
        choices = _choices(pattern[opened + 1 : closed]) if closed else iter(())
        if (first := next(choices, None)) is not None:
            for choice in chain([first], choices):
                for rest in _alternatives(pattern[closed + 1 :]):
                    yield pattern[:opened] + choice + rest
            return
    yield pattern


def _brace_end(pattern: str, opened: int) -> int:
    depth = 0
    for place in range(opened, len(pattern)):
        if pattern[place - 1 : place] != "\\":
            depth += (pattern[place] == "{") - (pattern[place] == "}")
        if depth == 0:
            return place
    return 0


def _choices(inside: str) -> Iterator[str]:
    """Yield the expansions of the text *inside* one pair of braces; nothing if it is literal."""
    parts = list(_split(inside, ","))
    if len(parts) > 1:
        for part in parts:
            yield from _alternatives(part)
    elif numbers := _NUMBERS.fullmatch(inside):
        first, last = int(numbers[1]), int(numbers[2])
        step = max(1, abs(int(numbers[3] or 1)))
        width = max(map(len, numbers.groups("")[:2])) if _is_padded(numbers) else 0
        down = first > last
        for number in range(first, last + (-1 if down else 1), -step if down else step):
            yield f"{number:0{width}d}" if width else str(number)
    elif letters := _LETTERS.fullmatch(inside):
        first, last = ord(letters[1]), ord(letters[2])
        step = max(1, abs(int(letters[3] or 1)))
        down = first > last
        for code in range(first, last + (-1 if down else 1), -step if down else step):
            # From A to z there is a backslash, which brace-expansion drops.
            yield "" if chr(code) == "\\" else chr(code)


def _is_padded(numbers: re.Match[str]) -> bool:
    return any(re.match(r"-?0\d", number) for number in numbers.groups("")[:2])


def _split(text: str, mark: str) -> Iterator[str]:
    """Yield the parts of *text* between *mark* characters outside of brackets."""
    depth = start = 0
    for place, char in enumerate(text):
        depth += (char in "{(") - (char in "})")
        if char == mark and depth == 0:
            yield text[start:place]
            start = place + 1
    yield text[start:]
