"""Find the files that the HTML in a note names: images, and paths on one machine.

Obsidian shows the images of `<img src>`, but does not count them as links.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Link, path_of
from vaultgraph.reading.absolute_paths import is_absolute_path
from vaultgraph.reading.extensions import is_image
from vaultgraph.reading.markdown.links import markdown_target

__all__ = ["HtmlFiles", "find_html_files"]

_ELEMENT = lazy_re(
    r"""
    <!-- (?: (?!-->) . )*+
  | < (?=[A-Za-z]) (?P<tag> [^<>"']*+ (?: (?: "[^"<]*+" | '[^'<]*+' ) [^<>"']*+ )*+ ) >
    """,
    re.VERBOSE | re.DOTALL,
)
# Prose is read line by line; an element of several lines begins one, and no empty line is in it.
_OVER_LINES = lazy_re(
    r"\n[ \t>*+-]*(?P<tag><(?:img|source)(?=[ \t\n])(?:[^<>`\n]|\n(?![ \t]*\n))*>)", re.IGNORECASE
)
_NAME = lazy_re(r"(?:img|video|audio|source|embed|iframe|a)(?=[\s/])", re.IGNORECASE)
_ATTRIBUTE = lazy_re(
    r"(?P<key>[^\s\"'<>/=]+)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+)))?"
)
_RAW = ("<!", "<?", "<script", "<pre", "<style", "<textarea")
_HIDING = ("`", "~", "\n")
# Variables of programs and templates, aliases of folders in web projects, and omissions.
_UNKNOWN = lazy_re(r"[{}\[\]$*|`]|%(?![0-9A-Fa-f]{2})|\.\.\.|…|\A[@~]")
_PLACEHOLDER = lazy_re(r"[{}$*|`]|\.\.\.|…")


class HtmlFiles(NamedTuple):
    """The HTML elements with a path on one machine, and those that show images of the vault.

    `images` are those with an address that may be in the vault, whether or not there is a file.
    """

    absolute_paths: tuple[Link, ...]
    images: tuple[Link, ...]


def find_html_files(
    source: str, gaps: Sequence[tuple[int, int]], elements: Iterable[tuple[int, int]]
) -> HtmlFiles:
    """Return the files that HTML names in *source*, which begins with an extra newline.

    *gaps* are the spans of what is not prose, and *elements* those of HTML elements in prose; the
    latter are offsets in the note's own text.
    """
    absolute_paths: list[Link] = []
    images: list[Link] = []
    comments = _Comments(source, gaps)
    for start, end in sorted((*elements, *_in_blocks(source, gaps), *_over_lines(source, gaps))):
        tag = source[start + 2 : end]
        name = _NAME.match(tag)
        if not name:
            continue
        attributes = _attributes(tag, name.end())
        if path := next(filter(is_absolute_path, map(attributes.get, ("src", "href"), "  ")), ""):
            is_link = name[0] in {"a", "A"}
            absolute_paths.append(Link(path, start, end, "html", not is_link, ""))
            continue
        targets = dict.fromkeys(_image_targets(name[0].lower(), attributes))
        if targets and not comments.hide(start + 1):
            images += (Link(target, start, end, "html", True, "") for target in targets)
    return HtmlFiles(tuple(absolute_paths), tuple(images))


def _in_blocks(source: str, gaps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the elements in HTML blocks that are shown as such."""
    for gap_start, gap_end in gaps:
        if source[gap_start] == "<" and not source[gap_start : gap_start + 9].lower().startswith(
            _RAW
        ):
            for match in _ELEMENT.finditer(source, gap_start, gap_end):
                if match["tag"]:
                    yield match.start() - 1, match.end() - 1


def _over_lines(source: str, gaps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the images in prose whose element has several lines."""
    for match in _OVER_LINES.finditer(source):
        start, end = match.span("tag")
        index = bisect_left(gaps, (start,))
        is_prose = not index or gaps[index - 1][1] <= start
        block = source.rfind("\n\n", 0, start) + 1
        is_code = source.count("`", block, start) % 2 == 1
        if "\n" in match["tag"] and is_prose and not is_code:
            yield start - 1, end - 1


def _attributes(tag: str, start: int) -> dict[str, str]:
    """Return the attributes of *tag* from *start* on that name files, by lower-case name."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag, start):
        key = match["key"].lower()
        if key in {"src", "href", "srcset"}:
            value = match["double"] or match["single"] or match["bare"] or ""
            found.setdefault(key, _plain(value.strip()))
    return found


def _plain(value: str) -> str:
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)


def _image_targets(name: str, attributes: dict[str, str]) -> Iterator[str]:
    """Yield the link targets of the images of the vault that an element may show."""
    addresses = [attributes.get("src", "")] if name == "img" else []
    if name in {"img", "source"} and "data:" not in (several := attributes.get("srcset", "")):
        # https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
        addresses += (words[0] for each in several.split(",") if (words := each.split()))
    for address in addresses:
        if address and not _UNKNOWN.search(address):
            target = markdown_target(address.replace("\\", "/").partition("?")[0])
            if is_image(path_of(target)) and not _PLACEHOLDER.search(target):
                yield target


class _Comments:
    """The comments in *source* between two `%%` that are outside code: Obsidian hides them."""

    def __init__(self, source: str, gaps: Sequence[tuple[int, int]]) -> None:
        self._source = source
        self._gaps = gaps

    def hide(self, offset: int) -> bool:
        """Return whether the character at *offset* is in a comment."""
        return bisect_left(self._marks, offset) % 2 == 1

    @cached_property
    def _marks(self) -> list[int]:
        """The offsets of all `%%` outside code; an unclosed one hides the rest of the note."""
        marks, start = [], 0
        for gap_start, gap_end in (*self._gaps, (len(self._source), 0)):
            if gap_end and not self._source.startswith(_HIDING, gap_start):
                continue
            at = self._source.find("%%", start, gap_start)
            while at >= 0:
                marks.append(at)
                at = self._source.find("%%", at + 2, gap_start)
            start = gap_end
        return marks
