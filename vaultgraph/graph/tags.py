"""How the tags of a vault are written."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate, chain

from vaultgraph.graph.resolve import fold
from vaultgraph.model import Note

__all__ = ["find_usual_spellings", "is_topic_of"]

_MOST_LEVELS = 50  # a tag of 32 KB can have 16,000


def find_usual_spellings(notes: Iterable[Note], apart: Collection[str] = ()) -> Mapping[str, str]:
    """How each tag of *notes* is written most often, level by level, by the tag as it is written.

    Case makes no difference between tags.  Those *apart*, in lower case, and all below them are
    left out.
    """
    counts = Counter(chain.from_iterable(note.summary.tags for note in notes))
    for name in [name for name in counts if apart and _is_below(name.lower(), apart)]:
        del counts[name]
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    levels = {name: list(_levels(name)) for name in counts}
    for name, count in counts.items():
        for level in levels[name]:
            forms[level.lower()][level.rpartition("/")[2]] += count
    best = {level: max(parts, key=parts.__getitem__) for level, parts in forms.items()}
    return {name: "/".join(best[level.lower()] for level in levels[name]) for name in counts}


def _is_below(name: str, tags: Collection[str]) -> bool:
    """Whether the tag *name* is one of *tags*, or nested in one."""
    return any(level in tags for level in _levels(name))


def _levels(name: str) -> Iterator[str]:
    """The tags that *name* is nested in, the highest first, and itself; of too many, the first."""
    return accumulate(name.split("/", _MOST_LEVELS), "{}/{}".format)


def is_topic_of(note: Note, alias: str) -> bool:
    """Whether *alias* is among the tags in the properties of *note*, too.

    Then it names a subject that many notes share, and a link with it may mean another one.
    """
    return f"#{fold(alias)}" in map(fold, note.frontmatter_tags)
