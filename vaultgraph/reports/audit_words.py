"""The sentences of an audit that every form of it says."""

from vaultgraph.auditing import Audit, FaultGroup, Recall
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Diagnostic
from vaultgraph.reports.phrases import Phrases

__all__ = ["detail", "folder", "in_anki", "name", "place", "verdict"]

_ABOUT_ANKI = frozenset({"gone-from-vault", "text-drift"})
_QUOTED = lazy_re(r"“.*?”")


def verdict(audit: Audit, say: Phrases) -> tuple[str, str]:
    """Whether one is ready, and why."""
    about = "" if audit.scope_kind == "vault" else f" {audit.scope_name}"
    counts = {
        "cards": say.counted("card", audit.cards),
        "ids": say.counted("id", audit.ids),
        "notes": say.counted("note", audit.notes_with_cards),
        "faults": say.counted("fault", len(audit.blockers)),
    }
    if audit.ready:
        resting = audit.recall.suspended_leeches
        leeches = say.counted("resting leech", resting)
        why = "ready but for leeches" if resting else "ready because"
        return say["ready"] + about, say[why].format(**counts, leeches=leeches)
    why = "not ready because" if audit.cards else "not ready without cards"
    why = why if audit.cards or not audit.blockers else "not ready to be seen"
    return say["not ready"] + about, say[why].format(**counts)


def in_anki(recall: Recall, say: Phrases) -> str:
    """How the cards are doing in Anki, in a sentence."""
    return say["in anki"].format(
        due=say.counted("today", recall.due),
        new=say.counted("fresh", recall.new),
        suspended=say.counted("resting", recall.suspended),
        leeches=say.counted("leech", recall.leeches),
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
    """What tells *fault* from others of its kind: what it quotes of Anki, else its line."""
    if fault.rule in _ABOUT_ANKI:
        return " ≠ ".join(_QUOTED.findall(str(fault.message)))
    return fault.source.strip()
