"""The rule `cut-answer`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import WRITTEN_OUT, Card, Finding, Note, Severity
from vaultgraph.rules import rule

_FENCE = re.compile(r"^[ \t]*```", re.MULTILINE)
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:(?P<number>\d+)[.)]|[-*+])[ \t]+\S")
_BEHIND = re.compile(r"\n(?:[ \t]*\n)+")


@rule(Severity.WARNING)
def cut_answer(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """An empty line cuts the answer of a flashcard short.

    An answer ends at the first empty line, even within code, a formula or a list.  What stands
    below never reaches Anki, and the ID is written into the middle of it.

    Bad::

        -- Heat.md --
        How is heat computed? #flashcard
        ```python
        heat = mass * capacity

        heat *= difference
        ```

    Good::

        -- Heat.md --
        How is heat computed? #flashcard
        ```python
        heat = mass * capacity
        heat *= difference
        ```
    """
    if card.style in WRITTEN_OUT:
        return
    what = _cut(graph, note, card)
    text = graph.vault.text(note.path) if what else ""
    if text[card.end :].strip():
        is_comment = not card.id and text.startswith("\n<!--", card.end)
        article, thing = ("a", "comment") if is_comment else ("an", "empty line")
        last = graph.vault.line(note.path, card.id_start)
        where = (
            f"and move the ID in line {last} below it" if card.id else f"from line {last + 1} on"
        )
        yield Finding(
            card.place(note.path),
            f"{article} {thing} cuts the answer short, in its {what}",
            f"delete the {thing}s in the {what}, {where}",
        )


def _cut(graph: VaultGraph, note: Note, card: Card) -> str:
    """What the end of the answer cuts through; empty if it cuts through nothing."""
    if "```" in card.answer and len(_FENCE.findall(card.answer)) % 2:
        return "code"
    if "$$" in card.answer and card.answer.count("$$") % 2:
        return "formula"
    last = _ITEM.match(card.answer.rpartition("\n")[2])
    return "list" if last and _goes_on(graph, note, card, last) else ""


def _goes_on(graph: VaultGraph, note: Note, card: Card, last: re.Match[str]) -> bool:
    """Whether the item below *card* continues that of *last*: by its number, or its indent."""
    text = graph.vault.text(note.path)
    gap = _BEHIND.match(text, card.end)
    item = _ITEM.match(text, gap.end()) if gap else None
    if not gap or not item or note.card_at(item.end() - 1):
        return False
    if last["number"] and item["number"]:
        return int(item["number"]) == int(last["number"]) + 1
    return len(item["indent"]) > len(last["indent"])
