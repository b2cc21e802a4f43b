"""The spelling of tags."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate, chain

from vaultgraph.graph.resolve import fold
from vaultgraph.model import Note

__all__ = ["find_usual_spellings", "is_topic_of"]

_MAX_LEVELS = 50  # a tag of 32 KB can have 16,000


def find_usual_spellings(
    notes: Iterable[Note], excluded: Collection[str] = ()
) -> Mapping[str, str]:
    """Return the most frequent spelling of each tag of *notes*, by the tag as written.

    Tags are equal if they differ only in case; nested tags are compared level by level. The tags
    *excluded*, in lower case, and those nested in them are left out.
    """
    counts = Counter(chain.from_iterable(note.summary.tags for note in notes))
    for name in [name for name in counts if excluded and _is_below(name.lower(), excluded)]:
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
    """The parents of the tag *name*, top level first, and itself; limited to 50 levels."""
    return accumulate(name.split("/", _MAX_LEVELS), "{}/{}".format)


def is_topic_of(note: Note, alias: str) -> bool:
    """Whether *alias* is also a tag in the properties of *note*.

    Then it names a topic that many notes share, and a link to it may mean another note.
    """
    return f"#{fold(alias)}" in map(fold, note.frontmatter_tags)
