"""What differs between two revisions of a vault, as JSON.

The format `vaultgraph-diff/1` is described by `schemas/diff.schema.json`.
"""

from typing import Any

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.comparing import CardChange, FileChanges, LocatedCard
from vaultgraph.reports.diff_report import DiffReport
from vaultgraph.reports.json_document import json_document
from vaultgraph.reports.lint_json import as_dict

__all__ = ["render"]


def render(report: DiffReport) -> str:
    """Return *report* as JSON text."""
    changes, findings, language = report.changes, report.findings, report.language
    before, after, hints = report.before, report.after, report.hints
    fields = {
        "vault": after.vault.name,
        "from": _revision(report.since),
        "to": _revision(report.until),
        "notes": _files(changes.notes),
        "attachments": _files(changes.attachments),
        "links": {
            "made": [_link(edge, after) for edge in changes.links_made],
            "removed": [_link(edge, before) for edge in changes.links_removed],
            "broken": [
                _link(edge, after) | {"hint": language.say(hints.get(edge.span, ""))}
                for edge in changes.links_broken
            ],
            "fixed": [_link(edge, after) for edge in changes.links_fixed],
        },
        "cards": {
            "added": [_card(card, after) for card in changes.cards_added],
            "removed": [_card(card, before) for card in changes.cards_removed],
            "changed": [_change(change, report) for change in changes.cards_changed],
            "lost_id": [_change(change, report) for change in changes.cards_without_id],
        },
        "findings": {
            "new": [as_dict(found, language) for found in findings.new],
            "resolved": [as_dict(found, language) for found in findings.resolved],
        },
    }
    return json_document("diff/1", fields)


def _revision(revision: tuple[str, str]) -> dict[str, str] | None:
    name, commit = revision
    return {"revision": name, "commit": commit} if commit else None


def _files(files: FileChanges) -> dict[str, Any]:
    return {
        "added": [*files.added],
        "removed": [*files.removed],
        "renamed": [{"from": path, "to": now} for path, now in files.renamed],
        "changed": [*files.changed],
    }


def _link(edge: Edge, graph: VaultGraph) -> dict[str, Any]:
    return {
        "path": edge.source,
        "line": graph.vault.line(edge.source, edge.link.start),
        "target": edge.link.target,
        "embed": edge.link.embed,
        "resolved": edge.target,
    }


def _card(located: LocatedCard, graph: VaultGraph) -> dict[str, Any]:
    path, card = located
    return {
        "path": path,
        "line": graph.vault.line(path, card.question_start),
        "id": card.id or None,
        "question": card.question,
        "answer": card.back,
        "note_type": card.note_type,
        "deck": card.deck,
    }


def _change(change: CardChange, report: DiffReport) -> dict[str, Any]:
    return {
        "before": _card(change.before, report.before),
        "after": _card(change.after, report.after),
    }
