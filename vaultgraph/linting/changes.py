"""Determine what has changed between two readings of a vault, for incremental linting.

See docs/caching.md. A change is described in terms of what rules can depend on, so that moving a
line affects nothing but the note itself.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from vaultgraph.graph import OutgoingLinks, VaultGraph, find_orphan_ids, fold
from vaultgraph.graph.orphan_ids import find_cards_that_lost_their_id
from vaultgraph.graph.relations import section_and_part
from vaultgraph.graph.tags import is_topic_of
from vaultgraph.model import FIELD_BITS, Note

__all__ = ["Changes", "changes_between"]

_INVALID_LINKS = FIELD_BITS["invalid_links"]


class Changes(NamedTuple):
    """The `paths` of changed notes and canvases, and the `facts` (see `FACTS`) that changed.

    `aliases` are those that were added or removed, folded.
    """

    paths: frozenset[str]
    facts: frozenset[str]
    aliases: frozenset[str]

    def touched(self, graph: VaultGraph) -> Iterator[Note]:
        """Yield the sources of *graph* whose own findings may be different.

        These are the changed ones, and those that link to a heading or block of a changed note, or
        to a changed alias.
        """
        for path, links in graph.outgoing.items():
            # Most links name a whole note, and are not looked at.
            may_name_part = links.subpath_indices or links.source.summary.fields & _INVALID_LINKS
            if (
                path in self.paths
                or (may_name_part and self._may_link_into_changed(links))
                or (self.aliases and self._links_changed_alias(links))
            ):
                yield links.source

    def _may_link_into_changed(self, links: OutgoingLinks) -> bool:
        """Whether one of *links* names, or may name, a heading or block of a changed note.

        A broken link counts too: the headings of a note decide whether it is the one that was
        meant.
        """
        source = links.source
        if source.has("invalid_links") and any(
            "#" in link.destination for link in source.invalid_links
        ):
            return True  # an invalid link is not resolved, so it may name any note
        targets = (links.targets[index] for index in links.subpath_indices)
        return any(target is None or target in self.paths for target in targets)

    def _links_changed_alias(self, links: OutgoingLinks) -> bool:
        return not self.aliases.isdisjoint(_missing_names(links))


def changes_between(earlier: VaultGraph, later: VaultGraph) -> Changes | None:
    """Return the changes from *earlier* to *later*, which was updated from it.

    None if a file was added or removed, so that every link may have another target.
    """
    if later.resolver is not earlier.resolver:
        return None
    before = earlier.outgoing
    # The links of a note that was not read again are the same object: see `resolve_links`.
    changed = [(before[p], now) for p, now in later.outgoing.items() if now is not before[p]]
    facts = {"text"} if changed else set()
    aliases: set[str] = set()
    for was, now in changed:
        old, new = _fingerprints(was), _fingerprints(now)
        facts.update(fact for fact in new if old[fact] != new[fact])
        aliases.update(alias for alias, _ in _aliases(was.source) ^ _aliases(now.source))
    if earlier.vault.contents is not later.vault.contents:
        facts.add("attachments")
    if (earlier.vault.unreadable, earlier.vault.outside) != (
        later.vault.unreadable,
        later.vault.outside,
    ):
        facts.add("problems")
    paths = frozenset(now.source.path for _, now in changed)
    return Changes(paths, frozenset(facts), frozenset(aliases))


def _fingerprints(links: OutgoingLinks) -> dict[str, Any]:
    """The contribution of a source to each of the `FACTS`, without offsets.

    Offsets are left out, because no rule on the vault depends on them.
    """
    note, parsed = links.source, links.source.parsed
    kind = note.is_report, note.is_drawing
    return {
        "cards": _cards(note),
        # The checksum says whether the note is as it was last synced.  That matters only to cards
        # without an ID.
        "unsynced": not all(card.id for card in parsed.cards) and parsed.checksum,
        "decks": (
            {(card.deck, card.plugin) for card in parsed.cards},
            [(fault.kind, fault.detail) for fault in parsed.card_faults],
        ),
        "media": [(edge.target, card.goes_to_anki) for card, edge in links.in_cards],
        "links": (
            links.targets, [link.target for link in parsed.links], parsed.mentions, parsed.arrows,
            [link.destination for link in parsed.invalid_links], kind,
        ),
        "relations": (
            [
                # Two relations to one note are not duplicates if they name different parts of it.
                (name, links.targets[at], is_sure, section_and_part(parsed, at))
                for name, at, is_sure in parsed.relations
            ],
            kind,
        ),
        "tags": (parsed.frontmatter_tags, [tag.name for tag in parsed.tags]),
        "properties": parsed.properties,
        "problems": parsed.problems,
        "emptiness": parsed.is_empty,
        "templates": parsed.is_template,
    }  # fmt: skip


def _cards(note: Note) -> list[Any]:
    """The flashcards of *note*, the state of their IDs, and which of them start at a heading."""
    # Everything that decides which cards lack an ID must be here, else rules on the vault report
    # stale findings; tests/linting/test_incremental.py compares with a run from scratch.
    parsed, faults = note.parsed, note.card_faults
    opened = {fault.opens for fault in faults}
    headings = {heading.start for heading in parsed.headings}
    return [
        [
            (
                card._replace(start=0, end=0, id_start=0, question_start=0),
                card.start in opened,
                card.start in headings,
            )
            for card in parsed.cards
        ],
        [card.question_start in headings for card in parsed.cards],
        [(orphan.number, orphan.card and orphan.card.question) for orphan in find_orphan_ids(note)],
        [card.question for card in find_cards_that_lost_their_id(note)],
        [(fault.kind, fault.detail, note.has_id(fault.start, fault.closes)) for fault in faults],
    ]


def _aliases(note: Note) -> set[tuple[str, bool]]:
    """The folded aliases of *note*, each with whether it is a tag as well."""
    return {(fold(alias), is_topic_of(note, alias)) for alias in note.parsed.aliases}


def _missing_names(links: OutgoingLinks) -> Iterator[str]:
    """Yield the names in unresolved *links*, folded like aliases."""
    for edge in links.notable if None in links.targets else ():
        if edge.target is None:
            yield fold(edge.link.path.removesuffix(".md"))
