"""The texts that all formats of the audit share."""

from vaultgraph.auditing import Audit, FaultGroup, Recall
from vaultgraph.messages import Message
from vaultgraph.model import Diagnostic
from vaultgraph.reports.phrases import Phrases

__all__ = ["detail", "folder", "in_anki", "name", "place", "verdict"]

_ABOUT_ANKI = frozenset({"gone-from-vault", "text-drift"})


def verdict(audit: Audit, words: Phrases) -> tuple[str, str]:
    """Return the verdict (ready to study or not) and the reason."""
    about = "" if audit.scope_kind == "vault" else f" {audit.scope_name}"
    counts = {
        "cards": words.counted("card", audit.cards),
        "ids": words.counted("id", audit.ids),
        "notes": words.counted("note", audit.notes_with_cards),
        "faults": words.counted("fault", len(audit.blockers)),
    }
    if audit.ready:
        resting = audit.recall.suspended_leeches
        leeches = words.counted("resting leech", resting)
        why = "ready but for leeches" if resting else "ready because"
        return words["ready"] + about, words[why].format(**counts, leeches=leeches)
    why = "not ready because" if audit.cards else "not ready without cards"
    why = why if audit.cards or not audit.blockers else "not ready to be seen"
    return words["not ready"] + about, words[why].format(**counts)


def in_anki(recall: Recall, words: Phrases) -> str:
    """Describe the state of the cards in Anki in one sentence."""
    return words["in anki"].format(
        due=words.counted("today", recall.due),
        new=words.counted("fresh", recall.new),
        suspended=words.counted("resting", recall.suspended),
        leeches=words.counted("leech", recall.leeches),
    )


def folder(group: FaultGroup, vault: str) -> str:
    """Return the folder of *group* with a trailing slash; the name of *vault* for its root."""
    return f"{group.folder}/" if group.folder else vault


def name(path: str) -> str:
    """Return the display name of the note at *path*: its file name without `.md`."""
    return path.removesuffix(".md").rpartition("/")[2]


def place(fault: Diagnostic, vault: str) -> str:
    """Return the location of *fault*: path, line and column if known, or the name of *vault*."""
    path = fault.location.path
    return str(fault.location) if fault.source else vault if path == "." else path


def detail(fault: Diagnostic) -> str:
    """Return what distinguishes *fault* from others of its rule: its line in the note.

    Findings about Anki only have no line; the texts in their message are used instead.
    """
    if fault.rule in _ABOUT_ANKI and isinstance(fault.message, Message):
        texts = (value for value in fault.message.values.values() if isinstance(value, str))
        return " ≠ ".join(f"“{text}”" for text in texts)
    return fault.source.strip()
