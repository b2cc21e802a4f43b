"""Suppressions: comments and properties in a note that turn rules off.

- `%% vaultgraph: ignore broken-link %%` suppresses a rule on its line and on the one below.
- `%% vaultgraph: ignore-file broken-link %%` suppresses it for the whole note.
- `vaultgraph-ignore: [broken-link]` in the properties does the same.

Without a name, every rule is suppressed; names may be globs.
"""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, say
from vaultgraph.model import SUPPRESSION_PROPERTY, Note
from vaultgraph.rules import load_rules

__all__ = ["Suppressions", "find_unknown_suppressions"]

_MAX_GUESSES, _LONGEST_NAME = 100, 100


class Suppressions:
    """The suppressions in *note*."""

    def __init__(self, note: Note) -> None:
        self._everywhere = [*_names(note.properties.get(SUPPRESSION_PROPERTY, ()))]
        self._by_line: dict[int, list[str]] = {}
        self._known: dict[tuple[str, int], bool] = {}
        for names, line in note.parsed.suppressions:
            globs = _names(names) or ["*"]
            if line:
                self._by_line.setdefault(line, []).extend(globs)
            else:
                self._everywhere += globs

    def covers(self, rule: str, line: int) -> bool:
        """Whether the findings of *rule* on this *line* are suppressed."""
        return any(self._is_ignored(rule, place) for place in (0, line, line - 1))

    def _is_ignored(self, rule: str, line: int) -> bool:
        """Whether a glob on this *line*, 0 for the whole note, matches *rule*; cached for each."""
        if (rule, line) not in self._known:
            globs = self._by_line.get(line, ()) if line else self._everywhere
            self._known[rule, line] = any(fnmatchcase(rule, glob) for glob in globs)
        return self._known[rule, line]


def find_unknown_suppressions(graph: VaultGraph) -> Iterator[Message]:
    """Yield a message for each suppression in *graph* that names no rule."""
    rules = load_rules()
    suppressions = (
        (note, name, line)
        for note in graph.notes
        if note.summary.has_suppressions
        for name, line in _suppressions(note)
    )
    unknown = (
        each for each in suppressions if not any(fnmatchcase(rule, each[1]) for rule in rules)
    )
    for number, (note, name, line) in enumerate(unknown):
        place = f"{note.path}:{line}"
        similar = _similar_rules(name, rules) if number < _MAX_GUESSES else []
        if similar:
            yield say(
                "{place}: unknown rule {name}, nothing is suppressed; did you mean {rule}?",
                place=place,
                name=name,
                rule=similar[0],
            )
        else:
            yield say("{place}: unknown rule {name}, nothing is suppressed", place=place, name=name)


def _similar_rules(name: str, rules: Iterable[str]) -> Sequence[str]:
    """The most similar rule name, if any; the search takes a millisecond."""
    from difflib import get_close_matches

    return get_close_matches(name, rules, n=1) if len(name) <= _LONGEST_NAME else []


def _suppressions(note: Note) -> Iterator[tuple[str, int]]:
    """Yield the names of rules that *note* suppresses, each with its line."""
    yield from ((name, 1) for name in _names(note.properties.get(SUPPRESSION_PROPERTY, ())))
    for names, line in note.parsed.suppressions:
        yield from ((name, line or 1) for name in _names(names))


def _names(value: object) -> list[str]:
    """The names in *value*: a string separated by commas or spaces, or a list of such strings."""
    if isinstance(value, str):
        return value.replace(",", " ").split()
    if isinstance(value, list | tuple):
        return [name for entry in value if isinstance(entry, str) for name in _names(entry)]
    return []
