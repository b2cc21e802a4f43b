"""The audit as a note for the vault, in which every note is a link.

Like every report, it has a property that excludes its links from the graph.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from vaultgraph.auditing import Audit, Deck, FaultGroup, StudyStep
from vaultgraph.model import REPORT_PROPERTY, Diagnostic
from vaultgraph.reports.audit_words import detail, folder, in_anki, verdict
from vaultgraph.reports.markdown import linked, plain
from vaultgraph.reports.phrases import Phrases, phrases

__all__ = ["render"]

_MAX_NAMES = 12


def render(audit: Audit, *, lang: str) -> str:
    """Return *audit* as a note in the language *lang*: pt or en."""
    words = phrases(lang)
    answer, why = verdict(audit, words)
    heading = f"---\n{REPORT_PROPERTY}: 1\n---\n# {plain(answer)}\n\n{plain(f'{answer}: {why}')}\n"
    anki = f"\n{in_anki(audit.recall, words)}\n" if audit.has_anki else ""
    return heading + anki + "".join(_sections(audit, words))


def _sections(audit: Audit, words: Phrases) -> Iterator[str]:
    yield from _section(words["blockers"], _faults(audit, audit.blocker_groups, words))
    yield from _section(words["weak"], _weak(audit, words))
    yield from _section(words["doubts"], _faults(audit, audit.warning_groups, words))
    yield from _section(words["order"], _order(audit, words))
    yield from _section(words["coverage"], _coverage(audit, words))
    yield from _section(words["decks"], (_deck(deck, audit, words) for deck in audit.decks))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a heading and its *lines*, if there are any."""
    written = list(lines)
    if written:
        yield f"\n## {title}\n\n" + "".join(f"{line}\n" for line in written)


def _faults(audit: Audit, groups: Iterable[FaultGroup], words: Phrases) -> Iterator[str]:
    """Yield a line for each problem of small *groups*, and one for each large group."""
    for group in groups:
        if not group.is_large:
            yield from (_fault(fault, words) for fault in group.faults)
            continue
        notes = Counter(fault.location.path for fault in group.faults)
        counts = [(linked(path), number) for path, number in notes.items() if path != "."]
        listed = f": {_listed(counts, words)}" if counts else ""
        where = plain(folder(group, audit.vault))
        what = f"{words[group.rule]}; {words.advice(group.rule)}"
        yield f"- {where}: {what} (× {words.number(len(group.faults))}){listed}"


def _listed(counts: Sequence[tuple[str, int]], words: Phrases) -> str:
    """Return the first names of *counts* with their numbers, and how many more there are."""
    names = [f"{name} ({words.number(number)})" for name, number in counts[:_MAX_NAMES]]
    if len(counts) > _MAX_NAMES:
        names.append(words["more"].format(number=words.number(len(counts) - _MAX_NAMES)))
    return ", ".join(names)


def _fault(fault: Diagnostic, words: Phrases) -> str:
    path = fault.location.path
    place = (
        f"{linked(path)}, {words['line'].format(number=fault.location.line)}: "
        if fault.source
        else ""
    )
    place = place or ("" if path == "." else f"{linked(path)}: ")
    more = f" – {plain(detail(fault))}" if detail(fault) else ""
    return f"- {place}{words[fault.rule]}; {words.advice(fault.rule)}{more}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _weak(audit: Audit, words: Phrases) -> Iterator[str]:
    for weak in audit.weak:
        leeches = words.counted("leech", weak.leeches)
        names = {"note": linked(weak.path), "before": linked(weak.before), "leeches": leeches}
        yield f"- {words['weak because'].format(**names)}"


def _order(audit: Audit, words: Phrases) -> Iterator[str]:
    yield from (_step(number, step, words) for number, step in enumerate(audit.order, 1))
    for before, after in audit.ignored_edges:
        yield f"- {words['cycle'].format(before=linked(before), after=linked(after))}"
    if audit.against_dates:
        pairs = (f"{linked(a)} → {linked(b)}" for a, b in audit.against_dates[:_MAX_NAMES])
        yield f"- {words.counted('against dates', len(audit.against_dates))}: {', '.join(pairs)}"


def _step(number: int, step: StudyStep, words: Phrases) -> str:
    parts = [words.counted("card", step.cards)] if step.cards else []
    parts += [f"{words.number(step.recall.due)} {words['due']}"] if step.recall.due else []
    parts += [words.counted("leech", step.recall.leeches)] if step.recall.leeches else []
    parts += [words.counted("fault", step.faults)] if step.faults else []
    return f"{number}. {linked(step.path)}" + (f" – {', '.join(parts)}" if parts else "")


def _coverage(audit: Audit, words: Phrases) -> Iterator[str]:
    for title in ("uncovered", "missing", "most_connected", "cut_notes"):
        counts = getattr(audit, title)
        if counts:
            names = [(linked(path), number) for path, number in counts]
            yield f"- {_capital(words[title])}: {_listed(names, words)}"


def _deck(deck: Deck, audit: Audit, words: Phrases) -> str:
    parts = [words.counted("card", deck.cards), words.counted("note", deck.notes)]
    numbers = deck[3:-1], ("without id", "image only", "duplicates", "empty")
    parts += [
        f"{words[what]}: {words.number(number)}"
        for number, what in zip(*numbers, strict=True)
        if number
    ]
    parts += [in_anki(deck.recall, words)] if audit.has_anki else []
    return f"- {plain(deck.name) or '–'}: {', '.join(parts)}"
