"""The sentences of an audit that every form of it says."""

from vaultgraph.auditing import Audit, FaultGroup, Recall
from vaultgraph.messages import Message
from vaultgraph.model import Diagnostic
from vaultgraph.reports.phrases import Phrases, counted

__all__ = ["detail", "folder", "in_anki", "name", "place", "verdict"]

_ABOUT_ANKI = frozenset({"gone-from-vault", "text-drift"})


def verdict(audit: Audit, say: Phrases) -> tuple[str, str]:
    """Whether one is ready, and why."""
    about = "" if audit.scope_kind == "vault" else f" {audit.scope_name}"
    counts = {
        "cards": counted(say, "card", audit.cards),
        "ids": counted(say, "id", audit.ids),
        "notes": counted(say, "note", audit.notes_with_cards),
        "faults": counted(say, "fault", len(audit.blockers)),
    }
    if audit.ready:
        resting = audit.recall.suspended_leeches
        leeches = counted(say, "resting leech", resting)
        why = "ready but for leeches" if resting else "ready because"
        return say["ready"] + about, say[why].format(**counts, leeches=leeches)
    why = "not ready because" if audit.cards else "not ready without cards"
    why = why if audit.cards or not audit.blockers else "not ready to be seen"
    return say["not ready"] + about, say[why].format(**counts)


def in_anki(recall: Recall, say: Phrases) -> str:
    """How the cards are doing in Anki, in a sentence."""
    return say["in anki"].format(
        due=counted(say, "today", recall.due),
        new=counted(say, "fresh", recall.new),
        suspended=counted(say, "resting", recall.suspended),
        leeches=counted(say, "leech", recall.leeches),
    )


def folder(group: FaultGroup, vault: str) -> str:
    """The folder of *group* as a reader knows it: with a slash, or the *vault* by name."""
    return f"{group.folder}/" if group.folder else vault


def name(path: str) -> str:
    """What a reader calls the note at *path*."""
    return path.removesuffix(".md").rpartition("/")[2]


def place(fault: Diagnostic, vault: str) -> str:
    """Where *fault* lies: the path and, if it is known, line and column; or the whole *vault*."""
    path = fault.location.path
    return str(fault.location) if fault.source else vault if path == "." else path


def detail(fault: Diagnostic) -> str:
    """What tells *fault* from others of its rule: the texts in its message, or else its line."""
    if fault.rule in _ABOUT_ANKI and isinstance(fault.message, Message):
        texts = (value for value in fault.message.values.values() if isinstance(value, str))
        return " ≠ ".join(f"“{text}”" for text in texts)
    return fault.source.strip()
