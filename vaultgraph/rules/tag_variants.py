"""The rule `tag-variants`."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from operator import itemgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, asks="tags")
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
    tags = chain.from_iterable(note.record.tags for note in graph.notes)
    counts = Counter(map(itemgetter(0), tags))
    usual: dict[str, str] = {}
    for name, _ in counts.most_common():
        usual.setdefault(name.lower(), name)
    unusual = counts.keys() - usual.values()
    for note in graph.notes if unusual else ():
        for name, start in note.record.tags:
            if name in unusual:
                other = usual[name.lower()]
                place = Place(note.path, start, start + len(name))
                crowd = f"{{count}} tags are written otherwise than {other}"
                message = f"elsewhere this tag is written {other}"
                yield Finding(place, message, f"write {other}", crowd)
