"""Find out which files are used: named by a link, or by any other text of the vault.

Only file names are compared, not paths: if a text names one of several files with the same name,
all of them count as used.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from vaultgraph.graph.outgoing import OutgoingLinks
from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Note
from vaultgraph.reading.content import Contents
from vaultgraph.reading.extensions import SHOWN
from vaultgraph.reading.mentions import is_findable, readings, word_starts

__all__ = ["find_used_files"]

_EXPORTS = tuple(f"{theme}.{kind}" for theme in ("", ".dark", ".light") for kind in ("png", "svg"))
_NOT_ASCII = lazy_re(r"[^\x00-\x7f]+")
_REPLACEMENT = "\ufffd"


def find_used_files(
    files: Collection[str],
    sources: Collection[OutgoingLinks],
    linked: frozenset[str],
    contents: Contents,
) -> frozenset[str]:
    """Return the *files* that something in the vault names, or may name.

    These are the *linked* paths, those named in the texts of *sources*, and those named in other
    files. The *contents* of the latter are only read for files that are still unused; a file does
    not name itself. A broken link may lack the extension, and Excalidraw exports images of a
    drawing.
    """
    if linked.issuperset(files):
        return frozenset(files)
    names = _Names(files)
    for path in linked.intersection(files):
        names.use(_name(path))
    missing = (
        links for links in sources if links.notable_indices or links.source.has("invalid_links")
    )
    for name in set[str]().union(*(links.missing_names for links in missing)):
        names.use_stem(name)
    notes = [links.source for links in sources]
    for export in chain.from_iterable(_exports(n) for n in notes if n.summary.is_drawing):
        names.use(export)
    for mention in set[str]().union(*(n.parsed.mentions for n in notes if n.has("mentions"))):
        names.use_mention(mention)
    for path, found in contents.mentions.items() if names.has_unused else ():
        for mention in found.names:
            names.use_mention(mention, except_name=fold(_name(path)))
        for stem in found.stems:
            names.use_stem(stem)
    return names.used


class _Names:
    """The names of *files*, and which of them are used."""

    def __init__(self, files: Iterable[str]) -> None:
        self._paths: defaultdict[str, list[str]] = defaultdict(list)
        for path in files:
            self._paths[fold(_name(path))].append(path)
        self._stems: defaultdict[str, list[str]] = defaultdict(list)
        self._garbled: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._paths:
            self._stems[name.rpartition(".")[0]].append(name)
            if not name.isascii():
                self._garbled[_NOT_ASCII.sub(_REPLACEMENT, name)].append(name)
        # All names are tested at once first: usually each of them can be found in a text.
        is_sure = is_findable("\0".join(self._paths))
        self._used = {name for name in self._paths if not (is_sure or is_findable(name))}

    @property
    def has_unused(self) -> bool:
        """Whether any file is still unused."""
        return len(self._used) < len(self._paths)

    @property
    def used(self) -> frozenset[str]:
        """The paths of the used files."""
        return frozenset(path for name in self._used for path in self._paths[name])

    def use(self, name: str) -> None:
        """Mark the files called *name* as used."""
        if (folded := fold(name)) in self._paths:
            self._used.add(folded)

    def use_stem(self, name: str) -> None:
        """Mark the files called *name*, with any extension or none, as used.

        A missing image may have been converted to another format.
        """
        for reading in map(fold, readings(name)):
            stem, _, extension = reading.rpartition(".")
            self._used.update((reading,) if reading in self._paths else ())
            self._used.update(self._stems.get(reading, ()))
            self._used.update(self._stems.get(stem, ()) if extension in SHOWN else ())
            self._use_garbled(reading)

    def use_mention(self, mention: str, except_name: str = "") -> None:
        """Mark as used the files whose name is the longest suffix of words in *mention*.

        Files called *except_name* are not marked.
        """
        for reading in map(fold, readings(mention)):
            ends = (reading[start:] for start in word_starts(reading))
            if name := next((end for end in ends if end in self._paths), ""):
                self._used.update({name} - {except_name})
            self._use_garbled(reading)

    def _use_garbled(self, mention: str) -> None:
        """Mark the files as used that *mention* may name if its text is in another encoding."""
        if _REPLACEMENT in mention:
            garbled = _NOT_ASCII.sub(_REPLACEMENT, mention)
            for start in word_starts(garbled):
                self._used.update(self._garbled.get(garbled[start:], ()))


def _exports(drawing: Note) -> Iterator[str]:
    stem = drawing.name
    yield from (stem + end for end in _EXPORTS)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
