"""Words that may name a file where Obsidian records no link.

An image is also in use when HTML shows it, when a property holds its path, or when a code block,
such as a gallery, lists it.  Calling such a file unused has cost people their files.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

__all__ = ["mentions_in_code", "mentions_in_html", "mentions_in_properties"]

_ATTRIBUTE = re.compile(
    r"\b(?:src|href|poster|data)[ \t]*=[ \t]*(?:\"([^\"\n]+)\"|'([^'\n]+)'|([^\s\"'>]+))"
    r"|\burl\([ \t]*[\"']?([^\"'()\n]+)"
)
_LINK = re.compile(r"\[\[([^\[\]\n|#]+)|\]\(<?([^()<>\n]+)")
_VIEW = re.compile(r"\bdv\.view\([ \t]*[\"'`]([^\"'`\n]+)")
_FILE_END = re.compile(r"\.[A-Za-z0-9]{2,5}(?![A-Za-z0-9])")
_BREAKS = re.compile(r"[\"'`()\[\]<>|=,;*?]|^[-+*\s]+|:\s")
_NAMES_A_FILE = re.compile(r"\.[A-Za-z0-9]{2,5}\Z")
_LONGEST_NAME = 200


def mentions_in_html(html: Iterable[str]) -> Iterator[str]:
    """Yield what the attributes of the tags *html* point at."""
    for tag in html:
        for match in _ATTRIBUTE.finditer(tag):
            yield unquote(match[1] or match[2] or match[3] or match[4])


def mentions_in_properties(values: Iterable[str]) -> Iterator[str]:
    """Yield the property *values* that look like a path, and what links within them name."""
    for value in values:
        inside = (unquote(link[1] or link[2]).strip() for link in _LINK.finditer(value))
        yield from filter(_NAMES_A_FILE.search, inside)
        if _NAMES_A_FILE.search(value) and "\n" not in value:
            yield unquote(value.strip())


def mentions_in_code(code: str) -> Iterator[str]:
    """Yield the stretches of *code* that end like a file's name, and the scripts of its views."""
    for view in _VIEW.findall(code):
        yield from (f"{view}{end}" for end in (".js", ".css", "/view.js", "/view.css"))
    for match in _FILE_END.finditer(code):
        start = max(code.rfind("\n", 0, match.start()) + 1, match.end() - _LONGEST_NAME)
        yield _BREAKS.split(code[start : match.end()])[-1].strip()
