"""Link resolution as in Obsidian's `getFirstLinkpathDest`, rebuilt from its behaviour.

A link can name a file anywhere in the vault; case and Unicode normalization are ignored. The
extension `.md` may be left out, all others are required. A path in the link must be a suffix of the
file's path. If several files match,

1. the one whose whole path is given wins,
2. then one in the folder of the linking note,
3. then the one with the shortest path.

`./` and `../` are relative to the note's folder, `/` to the vault. Aliases and titles do not
resolve.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from posixpath import normpath

from vaultgraph.lazy import lazy_re
from vaultgraph.reading import group_duplicates

__all__ = ["Resolver", "fold"]

_MAX_SCANNED = 8
# All suffixes of a path of thousands of folders would take memory in the square of its length.
_DEEPEST = 64
_BREAKS_LINK = lazy_re(r"[#|]|\[\[|\]\]")


def fold(name: str) -> str:
    """Normalize *name* as Obsidian compares names: NFC, lower case, one kind of space and sigma.

    >>> fold("Ação") == fold("ac\u0327a\u0303o".upper())
    True
    """
    if name.isascii():
        return name.lower()
    name = unicodedata.normalize("NFC", name).replace("\u00a0", " ").replace("\u202f", " ")
    return name.lower().replace("ς", "σ")


class Resolver:
    """Resolves link paths to *paths*, the files of the vault."""

    def __init__(self, paths: Iterable[str]) -> None:
        ordered = sorted(paths)
        folded = [*map(fold, ordered)]
        self._folded = dict(zip(ordered, folded, strict=True))
        # Reversed, so that of paths with the same folded form the first one wins.
        self._by_path = dict(zip(reversed(folded), reversed(ordered), strict=True))
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for path, key in zip(ordered, folded, strict=True):
            self._by_name[key.rpartition("/")[2]].append(path)
        self._candidates: dict[str, tuple[str, ...]] = {}
        self._shortest: dict[str, str] = {}
        self._suffix_indices: dict[str, Mapping[str, Sequence[str]]] = {}

    @property
    def namesakes(self) -> Iterator[tuple[str, ...]]:
        """The paths of each group of notes with the same name."""
        for name, paths in self._by_name.items():
            if len(paths) > 1 and name.endswith(".md"):
                yield tuple(paths)

    @property
    def colliding(self) -> Iterator[list[str]]:
        """The groups of paths that differ only in case or Unicode normalization."""
        if len(self._by_path) < len(self._folded):
            yield from group_duplicates(self._folded, self._folded.__getitem__)

    @property
    def plain_names(self) -> Mapping[str, str]:
        """The paths of files by names that resolve to them from every note.

        This is a shortcut for the most frequent links. The names are spelled like the files,
        without `.md` for notes. Names that are ambiguous, or that a link cannot contain as they
        are, are left out.
        """
        single = {name: paths[0] for name, paths in self._by_name.items() if len(paths) == 1}
        plain: dict[str, str] = {}
        for name, path in single.items():
            written = path.rpartition("/")[2]
            if name.endswith(".md"):
                written, is_clear = written[:-3], not name.endswith(".md.md")
            else:
                is_clear = f"{name}.md" not in self._by_name
            if is_clear and written and "#" not in written and written == written.strip():
                plain[written] = path
        return plain

    def called(self, name: str) -> Sequence[str]:
        """Return the paths of all notes with this *name*."""
        return self._by_name.get(fold(name) + ".md", ())

    def resolve(self, link_path: str, source: str) -> str | None:
        """Resolve *link_path* in the note *source* to a path; None if there is no such file."""
        if not link_path:
            return source
        if link_path.startswith(("./", "../")):
            return self._relative(link_path, source)
        candidates = self.candidates(link_path)
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        whole = self._exact_match(candidates, fold(link_path.strip("/")))
        if whole:
            return whole
        if in_folder := self._in_same_folder(candidates, fold(link_path.strip("/")), source):
            return min(in_folder, key=_by_length)
        # The shortest path is the same from every note, so each is searched only once.
        if link_path not in self._shortest:
            self._shortest[link_path] = min(candidates, key=_by_length)
        return self._shortest[link_path]

    def resolve_encoded(self, link_path: str, source: str) -> str | None:
        """Resolve like `resolve`, but `%23` may stand for a `#` in a file name."""
        found = self.resolve(link_path, source)
        if found is None and "%23" in link_path:
            found = self.resolve(link_path.replace("%23", "#"), source)
        return found

    def exact(self, path: str) -> str | None:
        """Return the file at *path*, relative to the vault and with its extension."""
        return self._by_path.get(fold(path))

    def shortest(self, path: str, source: str) -> str:
        """Return the link path for *path* in the note *source*; empty if there is none.

        As Obsidian writes it: the file name if it is unique, otherwise the whole path.
        """
        written = path.removesuffix(".md")
        for form in (written.rpartition("/")[2], written):
            is_clear = not self.is_ambiguous(form, source) and not _BREAKS_LINK.search(form)
            if is_clear and self.resolve(form, source) == path:
                return form
        return ""

    def is_folder(self, link_path: str, source: str) -> bool:
        """Whether *link_path* in the note *source* means a folder, see `folder`."""
        return bool(self.folder(link_path, source))

    def folder(self, link_path: str, source: str) -> str:
        """Return the folder that *link_path* in the note *source* means, folded; empty if none.

        A folder relative to the note takes precedence over one relative to the vault.
        """
        in_folder = fold(normpath(f"{source.rpartition('/')[0]}/{link_path}").strip("/"))
        if in_folder in self._folders:
            return in_folder
        folder = fold(normpath(link_path).strip("/"))
        return folder if folder in self._folders else ""

    def has_folder(self, name: str) -> bool:
        """Whether any folder of the vault has this *name*."""
        return fold(name) in self._folder_names

    @cached_property
    def _folder_names(self) -> frozenset[str]:
        return frozenset(folder.rpartition("/")[2] for folder in self._folders)

    @cached_property
    def _folders(self) -> frozenset[str]:
        """All folders that contain files at any depth, folded."""
        folders = {path.rpartition("/")[0] for path in self._by_path}
        deepest = sorted(filter(None, folders))
        return frozenset(folder[:end] for folder in deepest for end in _part_ends(folder))

    def candidates(self, link_path: str) -> tuple[str, ...]:
        """Return all files that *link_path* may mean, in any note."""
        found = self._candidates.get(link_path)
        if found is None:
            found = self._candidates[link_path] = tuple(self._search(link_path))
        return found

    def is_ambiguous(self, link_path: str, source: str) -> bool:
        """Whether only the length of the paths decides what *link_path* means in *source*."""
        candidates = self.candidates(link_path)
        if len(candidates) < 2 or link_path.startswith(("./", "../", "/")):
            return False
        wanted = fold(link_path)
        return not (
            self._exact_match(candidates, wanted)
            or self._in_same_folder(candidates, wanted, source)
        )

    def _exact_match(self, candidates: tuple[str, ...], wanted: str) -> str:
        """The one of *candidates* whose whole folded path is *wanted*; empty if there is none."""
        name = self._folded[candidates[0]].rpartition("/")[2]
        paths = (wanted, f"{wanted}.md")
        return next((self._by_path.get(p, "") for p in paths if p.rpartition("/")[2] == name), "")

    def _in_same_folder(
        self, candidates: tuple[str, ...], wanted: str, source: str
    ) -> Sequence[str]:
        """Those of *candidates*, which end in *wanted*, in the folder of the note *source*."""
        folder = source.rpartition("/")[0]
        name = self._folded[candidates[0]].rpartition("/")[2]
        if len(candidates) <= _MAX_SCANNED:
            return [path for path in candidates if path.rpartition("/")[0] == folder]
        # One at the top level would have been an exact match, and is not found here.
        in_folder = self._suffix_index(name).get(f"{fold(folder)}/{name}", ())
        end = wanted.removesuffix(".md")
        return [
            path
            for path in in_folder
            if path.rpartition("/")[0] == folder
            and _is_suffix(self._folded[path].removesuffix(".md"), end)
        ]

    def _relative(self, link_path: str, source: str) -> str | None:
        parts = source.split("/")[:-1]
        for part in link_path.split("/"):
            if part == "..":
                parts = parts[:-1]  # above the top level of the vault is still the top level
            elif part not in {".", ""}:
                parts.append(part)
        path = fold("/".join(parts))
        return self._by_path.get(path + ".md") or self._by_path.get(path)

    def _search(self, link_path: str) -> Sequence[str]:
        wanted = fold(link_path.strip())
        if wanted.startswith("/"):
            wanted = wanted.strip("/")
            path = self._by_path.get(wanted + ".md") or self._by_path.get(wanted)
            return [path] if path else []
        name = wanted.rpartition("/")[2]
        for extension in ("", ".md") if name.endswith(".md") else (".md", ""):
            found = self._by_name.get(name + extension, ())
            if len(found) > _MAX_SCANNED:
                matching = self._suffix_index(name + extension).get(wanted + extension, ())
            else:
                matching = [
                    path for path in found if _is_suffix(self._folded[path], wanted + extension)
                ]
            if matching:
                return matching
        return ()

    def _suffix_index(self, name: str) -> Mapping[str, Sequence[str]]:
        """Index the files with the folded *name* by each suffix of their paths.

        Without this index, 10,000 files called index.md, each linked by its path, would be compared
        in pairs.
        """
        known = self._suffix_indices.get(name)
        if known is None:
            by_end: defaultdict[str, list[str]] = defaultdict(list)
            for path in self._by_name.get(name, ()):
                folded = self._folded[path]
                for end in _suffixes(folded):
                    by_end[end].append(path)
            known = self._suffix_indices[name] = by_end
        return known


def _by_length(path: str) -> tuple[int, str]:
    return len(path), path


def _suffixes(path: str) -> Iterator[str]:
    """Yield *path* and its suffixes after each `/`; only the last ones if it has very many."""
    parts = path.split("/")
    yield path
    for first in range(max(1, len(parts) - _DEEPEST), len(parts)):
        yield "/".join(parts[first:])


def _part_ends(path: str) -> Iterator[int]:
    """Yield the offset of the end of each part of *path*."""
    yield from (match.start() for match in re.finditer(r"/|\Z", path))


def _is_suffix(path: str, wanted: str) -> bool:
    return path == wanted or path.endswith("/" + wanted)
