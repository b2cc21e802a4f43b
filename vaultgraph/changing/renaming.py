"""Plan to rename or move a file or folder, so that every link means afterwards what it meant.

What a link means then is asked of the resolver, with the files where they will be: links whose
meaning would change are rewritten, in the style of the vault, and all others stay as they are.
The new texts are parsed before anything is written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.changing.change import Change, Move, Write
from vaultgraph.changing.checks import check
from vaultgraph.changing.texts import write_of
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.link_fixes import retarget
from vaultgraph.graph.outgoing import Edge, LinkResolver
from vaultgraph.graph.resolve import Resolver
from vaultgraph.messages import say
from vaultgraph.model import Link, Note
from vaultgraph.reading import parse_source

__all__ = ["Renaming", "plan_rename"]


class Renaming(NamedTuple):
    """The `change` that renames something, with so many `links` that are rewritten.

    The notes `caught` have links to a missing file, which will lead to the new place.
    """

    change: Change
    links: int
    caught: tuple[str, ...]


def plan_rename(graph: VaultGraph, path: str, target: str, title: str) -> Renaming:
    """Return the plan to move the file or folder at *path* in the vault of *graph* to *target*.

    Raises UsageError if the move is not possible, or a link that would have to change cannot be
    written, with its place.
    """
    check(graph.vault.root, Change(title, (), (Move(path, target),)))
    after = _Afterwards(graph, _moved_files(graph, path, target))
    writes, caught, links = [], [], 0
    for source in graph.vault.sources:
        outcomes = after.outcomes(source)
        if any(each.wanted is None and each.found is not None for each in outcomes):
            caught.append(source.path)
        pieces = [*after.new_links(source, outcomes)]
        if pieces:
            writes.append(_write(graph, after, source, outcomes, pieces))
            links += len(pieces)
    change = Change(title, tuple(writes), (Move(path, target),))
    return Renaming(change, links, tuple(caught))


def _moved_files(graph: VaultGraph, path: str, target: str) -> Mapping[str, str]:
    """Return the new paths of the files that move, by their old ones."""
    inside = f"{path}/"
    return {
        each: target + each[len(path) :]
        for each in graph.vault.paths
        if each == path or each.startswith(inside)
    }


class _Piece(NamedTuple):
    """The `text` of a link, in place of that from `start` to `end`."""

    start: int
    end: int
    text: str


class _Outcome(NamedTuple):
    """A `link`, the path that is `wanted` of it, and the one that would be `found`."""

    link: Link
    wanted: str | None
    found: str | None


class _Afterwards(VaultGraph):
    """The vault of *graph* with its files *moved*, as far as links are concerned."""

    def __init__(self, graph: VaultGraph, moved: Mapping[str, str]) -> None:
        super().__init__(graph.vault, graph.settings)
        self._before = graph
        self._moved = moved
        self._old = {new: old for old, new in moved.items()}
        self.resolver: Resolver = Resolver(moved.get(path, path) for path in graph.vault.paths)
        self._resolver_of_links = LinkResolver(self.resolver, self.resolver.plain_names)

    def written(self, edge: Edge) -> str:
        """Return the link of *edge* as it is written now."""
        path = self._old.get(edge.source, edge.source)
        return self.vault.text(path)[edge.link.start : edge.link.end]

    def place(self, path: str) -> str:
        """Return where the file at *path* will be."""
        return self._moved.get(path, path)

    def targets(self, source: Note) -> Sequence[str | None]:
        """Return what the links of *source*, at its place then, would lead to."""
        return self._resolver_of_links.resolve_links(source).targets

    def outcomes(self, source: Note) -> Sequence["_Outcome"]:
        """Return what each link of *source* has to lead to then, and what it would lead to."""
        targets = self._before.links_of(source).targets
        wanted = [target and self.place(target) for target in targets]
        found = self.targets(Note(self.place(source.path), source.parsed))
        return [*map(_Outcome, source.parsed.links, wanted, found)]

    def new_links(self, source: Note, outcomes: Iterable["_Outcome"]) -> Iterator[_Piece]:
        """Yield the links of *source* that have to be rewritten."""
        for link, wanted, found in outcomes:
            if wanted is None or wanted == found:
                continue
            text = self._text_of(Edge(self.place(source.path), wanted, link), wanted)
            if not text:
                raise _refusal(self._before, source.path, link.start)
            yield _Piece(link.start, link.end, text)

    def _text_of(self, edge: Edge, wanted: str) -> str:
        """Return the link of *edge*, which leads to *wanted*; empty if it cannot be written."""
        if edge.link.syntax == "canvas":
            return _in_json(wanted)
        fix = retarget(self, edge, wanted)
        text = fix.text if fix else ""
        is_in_json = not edge.source.lower().endswith(".md")
        return _in_json(text) if is_in_json and '"' not in text and "\\" not in text else text


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _refusal(graph: VaultGraph, path: str, offset: int) -> UsageError:
    line = graph.vault.text(path).count("\n", 0, offset) + 1
    message = say(
        "{path}, line {line}: this link cannot be rewritten; nothing was changed",
        path=path,
        line=line,
    )
    return UsageError(message, hint=say("write it as [[name]], then try again"))


def _write(
    graph: VaultGraph,
    after: _Afterwards,
    source: Note,
    outcomes: Iterable[_Outcome],
    pieces: Sequence[_Piece],
) -> Write:
    """Return what is written to *source*, whose new text was parsed to see what its links mean."""
    text = graph.vault.text(source.path)
    new = _replaced(text, pieces)
    parsed = parse_source(after.place(source.path), new, graph.vault.flashcards)
    # A link that leads nowhere now may lead somewhere then: that is said.
    wanted = [each.found if each.wanted is None else each.wanted for each in outcomes]
    if [*after.targets(parsed)] != wanted:
        raise _refusal(graph, source.path, pieces[0].start)
    write, reason = write_of(graph, source.path, text, new)
    if not write:
        message = say("{path}: {reason}; nothing was changed", path=source.path, reason=reason)
        raise UsageError(message)
    return write


def _replaced(text: str, pieces: Sequence[_Piece]) -> str:
    """Return *text* with *pieces* in their places."""
    found, end = [], 0
    for start, last, new in sorted(pieces):
        found += [text[end:start], new]
        end = last
    return "".join([*found, text[end:]])
