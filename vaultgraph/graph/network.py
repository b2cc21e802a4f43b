"""The graph as a networkx `MultiDiGraph`: the one module that imports networkx for it.

Nodes have a `kind` and a `label`:

==========  ==================================  =============================================
kind        node                                further attributes
==========  ==================================  =============================================
note        its path                            folder, tags, cards (how many)
canvas      its path                            folder
attachment  its path                            folder
unresolved  `?` and its folded link path
tag         `#` and its name in lower case
card        path of its note, `^`, its number   answer, deck, anki_id (0 if it has none)
==========  ==================================  =============================================

Edges have a `kind`: link, embed or relation (with its `label`), between files; tag, from a note
to a tag; card, from a note to a card.
"""

from typing import TYPE_CHECKING

import networkx

from vaultgraph.graph.resolve import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaultgraph.graph.outgoing import Edge
    from vaultgraph.graph.relations import Relation
    from vaultgraph.model import Note
    from vaultgraph.reading import Vault

__all__ = ["build_network"]


def build_network(
    vault: "Vault", edges: "Iterable[Edge]", relations: "Iterable[Relation]"
) -> "networkx.MultiDiGraph[str]":
    """Return *vault* and its *edges* as a `MultiDiGraph`, in a deterministic order.

    *relations* are those of the edges that have a label.
    """
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=vault.name)
    for note in vault.notes.values():
        _add_note(result, note)
    for path in vault.canvases:
        result.add_node(path, kind="canvas", label=_name(path), folder=_folder(path))
    for path in vault.files:
        result.add_node(path, kind="attachment", label=_name(path), folder=_folder(path))
    labels = {relation.edge: relation.kind for relation in relations}
    for edge in edges:
        _add_edge(result, edge, labels.get(edge, ""))
    return result


def _add_note(result: "networkx.MultiDiGraph[str]", note: "Note") -> None:
    tags = dict.fromkeys(
        t.lower() for t in (*note.frontmatter_tags, *(tag.name for tag in note.tags))
    )
    result.add_node(
        note.path,
        kind="note",
        label=note.name,
        folder=note.folder,
        tags=" ".join(tags),
        cards=len(note.cards),
    )
    for tag in tags:
        result.add_node(tag, kind="tag", label=tag)
        result.add_edge(note.path, tag, kind="tag")
    for number, card in enumerate(note.cards, 1):
        node = f"{note.path}^{number}"
        result.add_node(
            node,
            kind="card",
            label=card.question,
            answer=card.back,
            deck=card.deck,
            anki_id=card.id,  # when writing GEXF, networkx takes `id` as the node's own
        )
        result.add_edge(note.path, node, kind="card")


def _add_edge(result: "networkx.MultiDiGraph[str]", edge: "Edge", label: str) -> None:
    target = edge.target
    if target is None:
        target = "?" + fold(edge.link.path)
        if target not in result:
            result.add_node(target, kind="unresolved", label=edge.link.path)
    if label:
        result.add_edge(edge.source, target, kind="relation", label=label)
    else:
        result.add_edge(edge.source, target, kind="embed" if edge.link.embed else "link")


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
