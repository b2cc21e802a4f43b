"""What is to be learned: the notes of an audit, with their words and their cards."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultgraph.anki import AnkiCard, Memory, Preset
from vaultgraph.auditing import Audit, Recall, is_forgotten
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card
from vaultgraph.planning.rehearsal import rounded_memory
from vaultgraph.planning.result import Done

__all__ = ["Known", "Material", "find_material"]

# Scripts without spaces: each character counts, as for most word processors.
_WORD = lazy_re(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_](?:[\w'’-]*\w)?", re.UNICODE)
_FRONTMATTER = lazy_re(r"\A---\n.*?\n---\n|<!--.*?-->", re.DOTALL)


_NO_PRESET = Preset()


class Known(NamedTuple):
    """A card that was learned: in how many days it is due, and its memory, see `rounded_memory`.

    `preset` is that of its deck.
    """

    due_in: int
    memory: Memory
    preset: Preset


class _Cards(NamedTuple):
    """The cards of a note: of new ones the presets of their decks, and those that are known."""

    new: list[Preset]
    known: list[Known]


_NO_CARDS = _Cards([], [])


class Material(NamedTuple):
    """A note to learn: so many `words` to read, 0 if that is not needed, and `new` cards.

    `preset` is that of the deck of its new cards.

    `known` are its other cards, `before` the indices of the notes that it builds on. It is `weak`
    if it has to be read again, because other notes build on it.  It `is_begun` if some of it was
    done on an earlier day; `learned` are the days on which cards were learned, as only the
    reader says: -1 for yesterday.
    """

    path: str
    name: str
    words: int
    new: int
    known: tuple[Known, ...]
    before: tuple[int, ...]
    weak: bool
    preset: Preset = _NO_PRESET
    is_begun: bool = False
    learned: tuple[int, ...] = ()


def find_material(audit: Audit, today: date, done: Iterable[Done] = ()) -> Sequence[Material]:
    """Return the notes of *audit* in study order, without what was *done* until *today*."""
    cards = _cards_by_note(audit, today)
    needed = {place - 1 for step in audit.order for place in step.after}
    found = []
    for index, step in enumerate(audit.order):
        new, known = cards.get(step.path, _NO_CARDS)
        weak = index in needed and _is_weak(step.recall)
        is_read = bool(new) or weak or (not known and not audit.has_anki)
        words = _count_words(audit, step.path) if is_read else 0
        before = tuple(place - 1 for place in step.after)
        found.append(
            Material(
                step.path,
                step.name,
                words,
                len(new),
                tuple(known),
                before,
                weak,
                preset=new[0] if new else _NO_PRESET,
            )
        )
    by_note: defaultdict[str, list[Done]] = defaultdict(list)
    for each in done:
        by_note[each.path].append(each)
    return [
        _without(by_note[note.path], note, today, counts_cards=not (audit.has_anki or note.known))
        for note in _with_foundations(audit, found)
    ]


def _without(done: Iterable[Done], note: Material, today: date, *, counts_cards: bool) -> Material:
    """Return what is left of *note*; its cards only change if nothing else knows about them."""
    for each in done:
        day = min(0, (date.fromisoformat(each.date) - today).days)  # or it was done ahead
        cards = min(each.cards, note.new) if counts_cards else 0
        note = note._replace(
            words=max(0, note.words - each.words),
            new=note.new - cards,
            is_begun=True,
            learned=(*note.learned, *[day] * cards),
        )
    return note


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
    return bool(recall.leeches) or is_forgotten(recall)


def _count_words(audit: Audit, path: str) -> int:
    """Return the number of words of the note at *path*; at least 1."""
    text = _FRONTMATTER.sub("", audit.graph.vault.text(path))
    return max(1, sum(1 for _ in _WORD.finditer(text)))


def _cards_by_note(audit: Audit, today: date) -> Mapping[str, _Cards]:
    """Return the cards of each note by its path; each ID counts once."""
    found: defaultdict[str, _Cards] = defaultdict(lambda: _Cards([], []))
    seen: set[int] = set()
    for note, card in audit.own_cards:
        if card.id and card.id in seen:
            continue
        seen.add(card.id)
        for state in _states(audit, card, today):
            if isinstance(state, Known):
                found[note.path].known.append(state)
            else:
                found[note.path].new.append(state)
    return found


def _states(audit: Audit, card: Card, today: date) -> Iterator[Known | Preset]:
    """Yield the state of each card that *card* makes in Anki: of a new one, its preset."""
    anki = audit.graph.anki
    if anki and card.goes_to_anki and card.id in anki.notes:
        for own in anki.notes[card.id].cards:
            preset = anki.presets.get(own.deck, _NO_PRESET)
            if not own.is_suspended:
                yield preset if own.stage == "new" else _known(own, preset, anki.read)
    elif card.due:
        due_in = (date.fromisoformat(card.due) - today).days
        yield Known(due_in, rounded_memory(None, 0.0), _NO_PRESET)
    else:
        yield anki.presets.get(card.deck, _NO_PRESET) if anki else _NO_PRESET


def _known(card: AnkiCard, preset: Preset, now: float) -> Known:
    tomorrow = 1  # it is buried until then
    due_in = tomorrow if card.due_in is None else card.due_in
    return Known(due_in, rounded_memory(card.memory, now), preset)
