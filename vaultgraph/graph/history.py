"""What happened to files that links still name: git's record of renames and deletions."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from posixpath import dirname, normpath

from vaultgraph.graph.resolve import fold
from vaultgraph.model import Removal

__all__ = ["History"]

_MAX_RENAMES = 64


class History:
    """Finds the files that links name among *removals*, the latest first.

    Those without a commit come last: they only say how a file of the earlier revision ended.
    """

    def __init__(self, removals: Iterable[Removal] = ()) -> None:
        self._committed: dict[str, Removal] = {}
        self._other: dict[str, Removal] = {}
        self._by_name: defaultdict[str, dict[str, Removal]] = defaultdict(dict)
        for removal in removals:
            folded = fold(removal.path)
            known = self._committed if removal.commit else self._other
            known.setdefault(folded, removal)
            self._by_name[_stem(folded)].setdefault(folded, removal)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def find(
        self, link_path: str, source: str, exists: Callable[[str], object]
    ) -> Sequence[Removal]:
        """Return the last removals of the files that *link_path* in the note *source* may name.

        A file may have been renamed several times; one that *exists* is not followed further.
        """
        wanted = fold(link_path)
        if wanted.startswith(("./", "../")):
            wanted = normpath(f"/{fold(dirname(source))}/{wanted}")
        found = {
            self._last(path, removal, exists): None
            for path, removal in self._by_name.get(_stem(wanted), {}).items()
            if _is_named(path, wanted)
        }
        return [*found]

    def _last(self, path: str, removal: Removal, exists: Callable[[str], object]) -> Removal:
        """Follow the renames of the file at *path*; the similarity is that of the least similar."""
        similarity = removal.similarity
        for _ in range(_MAX_RENAMES):
            later = self._committed.get(fold(removal.renamed))
            if not removal.renamed or exists(removal.renamed) or later is None:
                break
            removal, similarity = later, min(similarity, later.similarity)
        if not exists(removal.renamed) and (other := self._other.get(path)) and other.renamed:
            removal, similarity = other, other.similarity
        return removal._replace(similarity=similarity, path="")


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _is_named(path: str, wanted: str) -> bool:
    """Whether the link path *wanted* resolved to the file at *path*, both folded."""
    if wanted.startswith("/"):
        return path in {wanted[1:], f"{wanted[1:]}.md"}
    return f"/{path}".endswith((f"/{wanted}", f"/{wanted}.md"))
