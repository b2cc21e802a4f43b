"""The rule `tag-variants`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO)
def tag_variants(graph: VaultGraph) -> Iterator[Finding]:
    """A tag is written in several ways.

    Obsidian takes `#NLP` and `#nlp` for one tag, other programs do not.

    Bad::

        -- Heat.md --
        Energy on its way. #physics
        -- Work.md --
        Force times distance. #Physics

    Good::

        -- Heat.md --
        Energy on its way. #physics
        -- Work.md --
        Force times distance. #physics
    """
    counts = Counter(tag.name for note in graph.notes for tag in note.tags)
    usual: dict[str, str] = {}
    for name, _ in counts.most_common():
        usual.setdefault(name.lower(), name)
    for note in graph.notes:
        for tag in note.tags:
            other = usual[tag.name.lower()]
            if tag.name != other:
                place = Place(note.path, tag.start, tag.start + len(tag.name))
                crowd = f"{{count}} tags are written otherwise than {other}"
                message = f"elsewhere this tag is written {other}"
                yield Finding(place, message, f"write {other}", crowd)
