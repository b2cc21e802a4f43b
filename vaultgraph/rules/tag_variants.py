"""The rule `tag-variants`."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate, chain
from operator import itemgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, asks="tags")
def tag_variants(graph: VaultGraph) -> Iterator[Finding]:
    """A tag is written in several ways.

    Obsidian takes `#NLP` and `#nlp` for one tag, other programs do not.  Those in the properties
    count as well, and each level of `#nlp/parsing`.

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
    usual = _usual(Counter(chain.from_iterable(map(_names, graph.notes))))
    unusual = {name for name, other in usual.items() if name != other}
    for note in graph.notes if unusual else ():
        for name in dict.fromkeys(note.record.frontmatter_tags):
            if name in unusual:
                yield _finding(graph.property_place(note, "tags", name[1:]), usual[name])
        for name, start in note.record.tags:
            if name in unusual:
                yield _finding(Place(note.path, start, start + len(name)), usual[name])


def _names(note: Note) -> Iterator[str]:
    """The tags of *note*, those of its properties first."""
    record = note.record
    return chain(record.frontmatter_tags, map(itemgetter(0), record.tags))


def _usual(counts: Mapping[str, int]) -> Mapping[str, str]:
    """How each tag is written most often, level by level, by the tag as it is written."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    levels = {name: list(accumulate(name.split("/"), "{}/{}".format)) for name in counts}
    for name, count in counts.items():
        for level in levels[name]:
            forms[level.lower()][level.rpartition("/")[2]] += count
    best = {level: parts.most_common(1)[0][0] for level, parts in forms.items()}
    return {name: "/".join(best[level.lower()] for level in levels[name]) for name in counts}


def _finding(place: Place, usual: str) -> Finding:
    crowd = f"{{count}} tags are written otherwise than {usual}"
    return Finding(place, f"elsewhere this tag is written {usual}", f"write {usual}", crowd)
