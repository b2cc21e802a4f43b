"""Find notes that are copies of others, and decide which one to keep."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from vaultgraph.graph.distinctive import is_usual_name
from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re
from vaultgraph.reading import Vault

__all__ = ["find_copied_notes"]

_DAY = 86_400 * 10**9
_MAX_COPIES = 2
_MAX_BEGINNINGS = 100  # each line of a copy is compared with all of these
_FIELD = lazy_re(r"[-*+ ]*[^\W\d_][^\n:]{0,30}:{1,2}[ \t]")
# Measured on 61 drawings: without an element, 244 or 248 characters; all others, over 700.
_NOTHING_DRAWN = lazy_re(
    r'"elements"\s*:\s*\[\s*\]|```compressed-json\s(?!(?:[^`\s]\s*){300})[^`]*```'
)
_FILLED_IN = lazy_re(r"\{\{|<%")
_PROPERTIES = lazy_re(r"\A---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)


def find_copied_notes(vault: Vault, linked: Callable[[], Collection[str]]) -> Mapping[str, str]:
    """Return the note to keep, by the path of each other note of *vault* with the same text.

    A note that is *linked* is preferred; links are only computed if there is any copy. Otherwise it
    is the one that was written first, by at least a day, because a checkout writes all files within
    minutes; otherwise the one with the shortest path.

    Not copies are: templates and notes that contain no more than a template; daily notes; excluded
    notes and those of a program; empty drawings; notes that many folders have under the same name,
    such as README; and short records that happen to be equal, such as `user: heat`.
    """
    copies: dict[str, str] = {}
    of_templates: _TemplateLines | None = None
    for equal in vault.equal_notes:
        paths = [path for path in equal if _may_be_copy(vault, path)]
        if len(paths) < 2 or any(map(vault.is_template, equal)) or _is_name_per_folder(paths):
            continue
        if of_templates is None:
            of_templates = _TemplateLines(vault)
        lines = _lines(vault.text(paths[0]))
        is_record = all(map(_FIELD.match, lines)) and not _have_one_name(paths)
        if not is_record and not of_templates.have(_lines(_body(vault.text(paths[0])))):
            kept = _choose_kept(vault, linked(), paths)
            copies |= {path: kept for path in paths if fold(path) != fold(kept)}
    return copies


def _is_name_per_folder(paths: Sequence[str]) -> bool:
    """Whether *paths* share a name that is common, or that many folders have."""
    if not _have_one_name(paths):
        return False
    return len(paths) > _MAX_COPIES or is_usual_name(
        paths[0].rpartition("/")[2].removesuffix(".md")
    )


def _have_one_name(paths: Sequence[str]) -> bool:
    return len({fold(path.rpartition("/")[2]) for path in paths}) == 1


class _TemplateLines:
    """The lines of all templates of *vault*, up to the first placeholder: `{{date}}`.

    Properties do not count: a note gets others as soon as it is created.
    """

    def __init__(self, vault: Vault) -> None:
        templates = filter(vault.is_template, vault.notes)
        lines = frozenset().union(*(_lines(_body(vault.text(path))) for path in templates))
        filled_in = (_FILLED_IN.split(line)[0] for line in lines if _FILLED_IN.search(line))
        self._beginnings = (*sorted(set(filter(None, filled_in)))[:_MAX_BEGINNINGS],)
        self._lines = lines

    def have(self, lines: frozenset[str]) -> bool:
        """Whether all *lines* come from templates."""
        return all(line.startswith(self._beginnings) for line in lines - self._lines)


def _body(text: str) -> str:
    """The *text* of a note without its properties."""
    return _PROPERTIES.sub("", text, count=1)


def _lines(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(str.strip, text.splitlines())))


def _may_be_copy(vault: Vault, path: str) -> bool:
    is_left_out = path in vault.excluded or path in vault.source_code
    if is_left_out or vault.is_day(path):
        return False
    return not (vault.notes[path].is_drawing and _NOTHING_DRAWN.search(vault.text(path)))


def _choose_kept(vault: Vault, linked: Collection[str], paths: Sequence[str]) -> str:
    written = {path: vault.stamps[path][0] for path in paths}
    oldest = min(written.values())
    return min(
        paths,
        key=lambda path: (path not in linked, written[path] - oldest > _DAY, len(path), path),
    )
