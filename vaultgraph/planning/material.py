"""What is to be learned: the notes of an audit, with their words and their cards."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultgraph.anki import AnkiCard, Memory
from vaultgraph.auditing import Audit, Recall
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card
from vaultgraph.planning.rehearsal import rounded_memory

__all__ = ["Known", "Material", "find_material"]

WEAK = 0.8
"""A note of whose cards fewer are expected to be remembered is weak: Anki plans for nine of ten."""

# Scripts without spaces: each character counts, as for most word processors.
_WORD = lazy_re(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_](?:[\w'’-]*\w)?", re.UNICODE)
_FRONTMATTER = lazy_re(r"\A---\n.*?\n---\n|<!--.*?-->", re.DOTALL)


class Known(NamedTuple):
    """A card that was learned: in how many days it is due, and its memory, see `rounded_memory`."""

    due_in: int
    memory: Memory


class Material(NamedTuple):
    """A note to learn: so many `words` to read, 0 if that is not needed, and `new` cards.

    `known` are its other cards, `before` the indices of the notes that it builds on. It is `weak`
    if it has to be read again, because other notes build on it.
    """

    path: str
    name: str
    words: int
    new: int
    known: tuple[Known, ...]
    before: tuple[int, ...]
    weak: bool


def find_material(audit: Audit, today: date) -> Sequence[Material]:
    """Return the notes of *audit* in study order."""
    cards = _cards_by_note(audit, today)
    needed = {place - 1 for step in audit.order for place in step.after}
    found = []
    for index, step in enumerate(audit.order):
        new, known = cards.get(step.path, (0, ()))
        weak = index in needed and _is_weak(step.recall)
        is_read = bool(new) or weak or (not known and not audit.has_anki)
        words = _count_words(audit, step.path) if is_read else 0
        before = tuple(place - 1 for place in step.after)
        found.append(Material(step.path, step.name, words, new, known, before, weak and not new))
    return _with_foundations(audit, found)


def _with_foundations(audit: Audit, found: list[Material]) -> Sequence[Material]:
    """Let the notes without cards be read on which notes with new cards build."""
    for index in reversed(range(len(found))):
        if not found[index].words:
            continue
        for before in found[index].before:
            note = found[before]
            if not (note.new or note.known or note.words):
                found[before] = note._replace(words=_count_words(audit, note.path))
    return found


def _is_weak(recall: Recall) -> bool:
    return bool(recall.leeches) or (recall.retention is not None and recall.retention < WEAK)


def _count_words(audit: Audit, path: str) -> int:
    """Return the number of words of the note at *path*; at least 1."""
    text = _FRONTMATTER.sub("", audit.graph.vault.text(path))
    return max(1, sum(1 for _ in _WORD.finditer(text)))


def _cards_by_note(audit: Audit, today: date) -> Mapping[str, tuple[int, tuple[Known, ...]]]:
    """Return the number of new cards of each note, and its known ones; each ID counts once."""
    new: defaultdict[str, int] = defaultdict(int)
    known: defaultdict[str, list[Known]] = defaultdict(list)
    seen: set[int] = set()
    for note, card in audit.own_cards:
        if card.id and card.id in seen:
            continue
        seen.add(card.id)
        for state in _states(audit, card, today):
            if state is None:
                new[note.path] += 1
            else:
                known[note.path].append(state)
    return {path: (new[path], tuple(known[path])) for path in {**new, **known}}


def _states(audit: Audit, card: Card, today: date) -> Iterator[Known | None]:
    """Yield the state of each card that *card* makes in Anki: None if it is new."""
    anki = audit.graph.anki
    if anki and card.goes_to_anki and card.id in anki.notes:
        for own in anki.notes[card.id].cards:
            if not own.is_suspended:
                yield None if own.stage == "new" else _known(own, anki.read)
    elif card.due:
        yield Known((date.fromisoformat(card.due) - today).days, rounded_memory(None, 0.0))
    else:
        yield None


def _known(card: AnkiCard, now: float) -> Known:
    tomorrow = 1  # it is buried until then
    due_in = tomorrow if card.due_in is None else card.due_in
    return Known(due_in, rounded_memory(card.memory, now))
