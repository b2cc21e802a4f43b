"""Why a link is broken and what it may have meant, as a basis for severity, hint and fix.

Every broken link has exactly one reason, so that exactly one rule reports it. A bare `[[Name]]`
without a similar name in the vault is how people plan a note in Obsidian, so it only counts as
unwritten. It counts as broken if there is evidence that a file existed or was meant: a folder, a
file extension, Markdown syntax, an embed, a heading or block in the link, a similar name, a file
in the trash, or a commit that renamed or deleted one.

Measured: in 8 of 33 vaults that were checked by hand, 79 to 100 % of the errors were unwritten
notes; and fixes by name alone took any file of the same name (README, index, 1.png) for one that
had moved.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from posixpath import normpath
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.graph.distinctive import is_distinctive, is_usual_folder
from vaultgraph.graph.outgoing import Edge
from vaultgraph.graph.reasons import Reason
from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.graph.resolve import Resolver, fold
from vaultgraph.graph.similar_names import SimilarNames
from vaultgraph.graph.subpaths import has_block, has_heading
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Link, Note, Removal
from vaultgraph.reading import Vault, file_extension, is_absolute_path, is_image

if TYPE_CHECKING:
    from vaultgraph.graph.history import History

__all__ = ["Evidence", "Meaning"]

_MAX_TARGETS = 3
_MAX_OWNERS = 4
_MAX_NAMESAKES = 64  # candidates to inspect per broken link
_DEEPEST = 64  # folders of a path to inspect: a link may contain any number
_SHORTEST_NAME = 5
_MIN_SIMILARITY = 80  # percent, as git measures it
_WEB_ADDRESS = lazy_re(r"[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:|file:")
_HOST = lazy_re(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,18}\Z")
_ADDRESS_AFTER = lazy_re(r"\((?:[A-Za-z][A-Za-z0-9+.-]*:|#|\.{0,2}/|www\.)")
_FOLDER = lazy_re(r"(?<! )/|/(?! )")  # in "Input / Output" the slash is part of a title
# EventLoop is an identifier: it does not stand for a note on event loops.
_IN_CODE = lazy_re(r"\A\w*[a-z][A-Z]\w*(?:\.md)?\Z")
_CAPITALS = lazy_re(r"[A-Z]{2}")
_DAY = lazy_re(r"\d{4}-\d{2}-\d{2}-(?=.)")
_ACRONYM = lazy_re(r"(?P<name>\S.*?) +\((?P<acronym>[^\W\d_a-z][^\W_a-z]{1,7}s?)\)\Z")
# A matrix, a list of numbers, a shell test or a character class of a regular expression.
_CODE = lazy_re(
    r".*\][ ,;]*\[|[-+\d.]+(?: *[,;] *[-+\d.]+)+\Z|(?:-[a-z]|!) |:[a-z]+:\Z"
    r"|.* (?:[=!]=|=~|-[a-z]{2}|&&) |\$[A-Za-z_{]"
)
_WEB_PAGES = (".html", ".htm", ".php")
# Other programs use these as well, and some can open a folder.
_MARKDOWN_SYNTAXES = frozenset({"markdown", "reference"})


class Meaning(NamedTuple):
    """The possible meaning of a broken link.

    `targets` are the paths of at most three candidates, best first. `is_only` means that there is
    no other candidate, `is_certain` that it is the same file. If it `may_be_unwritten`, the link
    may as well refer to a note that is planned. `trashed` is the path of a deleted file, `removal`
    what git recorded of it.
    """

    targets: tuple[str, ...] = ()
    is_only: bool = False
    is_certain: bool = False
    may_be_unwritten: bool = False
    trashed: str = ""
    removal: Removal | None = None


_UNKNOWN = Meaning(may_be_unwritten=True)


class Evidence:
    """Finds the meaning of broken links of *vault* by its names, aliases and headings.

    The *history* has the files that were renamed or deleted, as far as it was read.
    """

    def __init__(
        self, vault: Vault, resolver: Resolver, names: SimilarNames, history: "History | None"
    ) -> None:
        self._vault = vault
        self._history = history
        self._resolver = resolver
        self._names = names
        self.meaning: Callable[[Edge], Meaning] = lru_cache(1 << 10)(self._find_meaning)
        # Needed for each broken link of a note in turn, and a note may have very many.
        self._linked_names = lru_cache(maxsize=4)(self._find_linked_names)
        self._links_site = lru_cache(maxsize=4)(self._find_links_site)

    def reason(self, edge: Edge) -> Reason:
        """Return the reason why the link of *edge* is broken."""
        found = self._plain_reason(edge)
        link = edge.link
        if found is Reason.FILE and self._vault.is_day(link.path):
            return Reason.UNWRITTEN_DAY
        if found is not Reason.FILE or link.embed or link.subpath:
            return found
        has_folder = "/" in link.path and _FOLDER.search(link.path)
        is_bare = not has_folder and link.syntax not in _MARKDOWN_SYNTAXES
        if not is_bare or file_extension(link.path):
            return found
        is_planned = self.meaning(edge).may_be_unwritten and not self.precedes_address(edge)
        return Reason.UNWRITTEN if is_planned else found

    def is_missing_file(self, edge: Edge) -> bool:
        """Whether the link of *edge* is to a note or file that does not exist, planned or not."""
        return self._plain_reason(edge) is Reason.FILE

    def is_missing_image(self, edge: Edge) -> bool:
        """Whether the image of *edge*, which Obsidian does not count as a link, is missing.

        How Obsidian resolves the paths in HTML is not documented, and many are those of a web site
        that is made from the vault.  So a file of the same name anywhere may be the one, and what
        is outside the vault, or in a folder that is not here, is unknown.
        """
        if edge.link.syntax == "upload":
            return True
        path, source = edge.link.path, edge.source
        if _reason_of_path(path) or self._resolver.resolve_encoded(_name(path), source):
            return False
        if _leaves_vault(path, source) or self.is_hidden(edge.link):
            return False
        if path.startswith("/"):
            top = path[1:].partition("/")[0]
            if self._vault.is_web_site or not self._resolver.is_folder(top, ""):
                return False
        return not (self._vault.outside and self._may_be_outside(path))

    def begins_with_host(self, link: Link) -> bool:
        """Whether *link* is a web address without its scheme: `example.org/about`.

        A host ends in a top-level domain, a file in a known extension: `README.md` is a file.
        """
        first, slash, _ = link.path.partition("/")
        if "." not in first or not _HOST.match(first) or self._resolver.is_folder(first, ""):
            return False
        return bool(slash) or (link.syntax in _MARKDOWN_SYNTAXES and not file_extension(first))

    def is_of_other_project(self, edge: Edge) -> bool:
        """Whether the link of *edge* is to source code in a folder that the vault does not have."""
        folders = edge.link.path.rpartition("/")[0].split("/")
        named = [name for name in folders if name.strip(".")]
        if edge.link.syntax not in _MARKDOWN_SYNTAXES or not named:
            return False
        from vaultgraph.reading.source_code import is_code

        return is_code(edge.link.path) and not self._resolver.has_folder(named[0])

    def precedes_address(self, edge: Edge) -> bool:
        """Whether the link of *edge* is followed by an address: `[[3]](https://example.org)`."""
        if edge.link.syntax != "wikilink":
            return False
        text = self._vault.text(edge.source)
        end = edge.link.end
        return text.startswith("(", end) and _ADDRESS_AFTER.match(text, end) is not None

    def owners(self, edge: Edge) -> tuple[str, ...]:
        """Return the first few other notes that have the target of *edge* as an alias."""
        owners = self._owners_by_alias.get(fold(edge.link.path.removesuffix(".md")), ())
        return tuple(path for path in owners[: _MAX_OWNERS + 1] if path != edge.source)[
            :_MAX_OWNERS
        ]

    def page(self, edge: Edge) -> str:
        """Return the note from which a site generator makes the page that *edge* links to, if any.

        Jekyll renders the post `2026-01-02-heat.md` as the page `heat`:
        https://jekyllrb.com/docs/posts/.
        """
        path = edge.link.path
        if edge.link.syntax not in _MARKDOWN_SYNTAXES:
            return ""
        if self.is_web_page(edge.link):
            path = path.rpartition(".")[0]
            if note := self._resolver.resolve(f"{path}.md", edge.source):
                return note
        posts = self._posts.get(fold(_name(path.rstrip("/"))), ())
        return posts[0] if len(posts) == 1 else ""

    def is_web_page(self, link: Link) -> bool:
        """Whether *link* is a Markdown link to a web page, according to its extension."""
        is_page = link.path.lower().endswith(_WEB_PAGES)
        return is_page and link.syntax in _MARKDOWN_SYNTAXES and not link.embed

    @cached_property
    def _has_web_pages(self) -> bool:
        return any(path.lower().endswith(_WEB_PAGES) for path in self._vault.files)

    def is_of_site(self, link: Link) -> bool:
        """Whether *link* is relative to the root of a web site: its first folder is not here."""
        path = link.path
        if not path.startswith("/") or (link.syntax == "wikilink" and not link.embed):
            return False
        top, slash, rest = path[1:].partition("/")
        is_file = not link.embed and file_extension(rest)
        return bool(top and slash) and not is_file and not self._resolver.is_folder(top, "")

    def is_left_out(self, edge: Edge) -> bool:
        """Whether the link of *edge* is to an attachment that git ignores."""
        path = edge.link.path
        if not file_extension(path) or path.lower().endswith(".md"):
            return False
        from_note = normpath(f"{edge.source.rpartition('/')[0]}/{path}").lstrip("/")
        ignored = self._vault.ignored_by_git
        return path.lstrip("/") in ignored or from_note in ignored

    def came_with_import(self, edge: Edge) -> bool:
        """Whether the note of *edge* was copied from elsewhere, with links to other pages there.

        RemNote exports the children of a note into a folder of its name. In a note from a web site,
        other links are relative to the root of the site, or lead to web pages while the vault has
        none.
        """
        link, source = edge.link, self._vault.notes.get(edge.source)
        if link.syntax not in _MARKDOWN_SYNTAXES or source is None:
            return False
        if self.is_web_page(link) and not self._has_web_pages:
            return True
        first, slash, _ = link.path.partition("/")
        if slash:
            is_own = fold(first) == fold(source.name)
            return is_own and not self._resolver.is_folder(first, edge.source)
        return not file_extension(link.path) and self._links_site(edge.source)

    def _find_links_site(self, source: str) -> bool:
        """Whether any link of the note *source* is relative to the root of a web site."""
        return any(map(self.is_of_site, self._vault.notes[source].links))

    def is_hidden(self, link: Link) -> bool:
        """Whether *link* leads into a folder that begins with a dot, which Obsidian ignores.

        Files that programs keep there, such as the images of GitBook, may well exist.
        """
        folders = link.path.split("/")[:-1]
        return any(name.startswith(".") and name.strip(".") for name in folders)

    def _plain_reason(self, edge: Edge) -> Reason:
        """The reason as far as it needs no search for candidates; FILE includes unwritten notes."""
        link, path = edge.link, edge.link.path
        if seen := _reason_of_path(path):
            return seen
        if self.owners(edge):
            return Reason.ALIAS
        # Most links are spared the search: this is computed several times for each broken one.
        may_leave = self._vault.outside or path.startswith("/") or ":" in path
        if may_leave and (beyond := self._reason_beyond_vault(path)):
            return beyond
        if link.embed and is_image(path):
            return Reason.IMAGE
        if link.syntax == "wikilink" and _CODE.match(path) and not self.precedes_address(edge):
            return Reason.CODE
        may_be_folder = link.syntax in _MARKDOWN_SYNTAXES or path.endswith("/")
        is_folder = may_be_folder and self._resolver.is_folder(path, edge.source)
        return Reason.FOLDER if is_folder else Reason.FILE

    def _reason_beyond_vault(self, path: str) -> Reason | None:
        """The reason if *path* may lead out of the vault."""
        if self._vault.outside and self._may_be_outside(path):
            return Reason.OUTSIDE
        if is_absolute_path(path) and not self._is_of_vault_or_site(path):
            return Reason.ABSOLUTE
        return None

    def _is_of_vault_or_site(self, path: str) -> bool:
        """Whether the absolute *path* may begin at the root of the vault, or of a web site."""
        if not path.startswith("/"):
            return False
        top = path[1:].partition("/")[0]
        return self._vault.is_web_site or self._resolver.is_folder(top, "")

    def _may_be_outside(self, path: str) -> bool:
        """Whether *path* is a symbolic link out of the vault, or may be in a folder behind one."""
        wanted = fold(path.strip("/"))
        if "/" not in wanted and any(self._vault.outside.values()):
            return True
        parts = wanted.split("/")[:_DEEPEST]
        above = ("/".join(parts[:end]) for end in range(1, len(parts)))
        return wanted in self._outside_names or not self._outside_names.isdisjoint(above)

    @cached_property
    def _outside_names(self) -> frozenset[str]:
        """The folded paths and names of symbolic links out of the vault, with and without `.md`."""
        paths = {fold(path) for path in self._vault.outside}
        names = paths | {_name(path) for path in paths}
        return frozenset(names | {name.removesuffix(".md") for name in names})

    def _find_meaning(self, edge: Edge) -> Meaning:
        """Compute the result of `meaning`, which is cached because several rules need it."""
        link = edge.link
        if self.begins_with_host(link) or _leaves_vault(link.path, edge.source):
            return _UNKNOWN
        removals = self._removals(edge)
        if removals and (renamed := self._renamed(edge, removals)):
            return renamed
        found = self._present(edge)
        if removals:
            return found._replace(removal=removals[0], may_be_unwritten=False)
        return found

    def _present(self, edge: Edge) -> Meaning:
        """The meaning by what is in the vault and its trash now."""
        link = edge.link
        found = self._spelled_otherwise(edge) or self._of_same_name(edge)
        found = found or self._with_other_extension(edge) or self._with_similar_name(edge)
        if found:
            return found
        deleted = self._deleted.get(fold(_name(link.path)), "")
        return Meaning(trashed=deleted) if deleted else _UNKNOWN

    def _removals(self, edge: Edge) -> Sequence[Removal]:
        """The removals of the files that the link of *edge* may have named."""
        if not self._history:
            return ()
        return self._history.find(edge.link.path, edge.source, self._resolver.exact)

    def _renamed(self, edge: Edge, removals: Sequence[Removal]) -> Meaning | None:
        """The file that was renamed since the link of *edge* was written, if it exists."""
        targets = [self._resolver.exact(removal.renamed) for removal in removals]
        target, removal = targets[0], removals[0]
        if not target:
            return None
        if len(targets) > 1:
            named = dict.fromkeys(filter(None, targets))
            return Meaning(tuple(named)[:_MAX_TARGETS], removal=removal)
        # Less similar files may as well be made from one template.
        is_same = removal.similarity >= _MIN_SIMILARITY
        found = self._as_only_candidate(target, edge, is_certain=is_same)
        return found._replace(removal=removal)

    def _spelled_otherwise(self, edge: Edge) -> Meaning | None:
        r"""The file at the path with `\` as `/`, `%20` decoded and `?raw=true` removed.

        Also a path that starts at a folder above the vault, from before the vault was moved.
        """
        path = edge.link.path
        plain = _decoded(path.replace("\\", "/").partition("?")[0])
        is_other = plain not in {path, ""}
        target = self._resolver.resolve(plain, edge.source) if is_other else None
        if target and self._resolver.is_ambiguous(plain, edge.source):
            return None
        target = target or self._from_above(plain)
        return self._as_only_candidate(target, edge, is_certain=True) if target else None

    def _from_above(self, path: str) -> str | None:
        """The file whose whole path, with at least one folder, is a suffix of *path*."""
        parts = path.split("/")[-_DEEPEST:]
        if len(parts) < 3:
            return None
        if not is_distinctive(parts[-1]) and not path.startswith(f"{self._vault.name}/"):
            return None
        ends = ("/".join(parts[first:]) for first in range(1, len(parts) - 1))
        exact = self._resolver.exact
        return next((found for end in ends if (found := exact(end) or exact(f"{end}.md"))), None)

    def _of_same_name(self, edge: Edge) -> Meaning | None:
        """The files elsewhere with the same name, if there is more evidence than a common name."""
        name = _name(edge.link.path)
        if not self._resolver.candidates(name):
            return None
        namesakes = self._resolver.candidates(name)
        candidates = [path for path in namesakes[:_MAX_NAMESAKES] if path != edge.source]
        related = [path for path in candidates if self._is_related(path, edge.link)]
        if not related and not is_distinctive(name):
            return None
        if len(candidates) == 1:
            return self._as_only_candidate(candidates[0], edge, is_certain=True)
        named = related or candidates
        return Meaning(tuple(named)) if 0 < len(named) <= _MAX_TARGETS else None

    def _with_other_extension(self, edge: Edge) -> Meaning | None:
        """The files whose name differs in the extension alone: left out, or that of another image.

        A file is linked with its extension: https://help.obsidian.md/links.
        """
        name, link = _name(edge.link.path), edge.link
        is_bare = not file_extension(name)
        if not is_bare and not is_image(name):
            return None
        stem = name if is_bare else name.rpartition(".")[0]
        found = [
            path
            for path in self._files_by_stem.get(fold(stem), ())
            if is_bare or is_image(path)
            if is_distinctive(stem)
            or self._is_related(path, link)
            or _is_in_same_folder(path, edge)
        ]
        if not found or len(found) > _MAX_TARGETS:
            return None
        # A picture or a paper may be about what a note is yet to be written on.
        is_page = found[0].lower().endswith((".base", ".canvas"))
        is_planned = is_bare and not link.embed and not is_page
        return Meaning(tuple(found), len(found) == 1, may_be_unwritten=is_planned)

    def _with_similar_name(self, edge: Edge) -> Meaning | None:
        """The files whose name differs by a typo or punctuation, or that have it as an acronym."""
        name = _name(edge.link.path).removesuffix(".md")
        is_bare = "/" not in edge.link.path
        similar = (other for other in self._names.find(name) if _is_typo(name, other))
        paths = [p for other in similar for p in self._resolver.candidates(other)[:_MAX_NAMESAKES]]
        paths += self._paths_by_acronym.get(fold(name), ())
        if not name.replace(" ", "").isalnum():
            paths += self._paths_by_letters.get(_letters(name), ())
        found = [
            path
            for path in dict.fromkeys(paths)
            if path != edge.source and fold(_name(path).removesuffix(".md")) != fold(name)
            if bool(_IN_CODE.search(_name(path))) == bool(_IN_CODE.search(name))
            if is_bare or self._is_related(path, edge.link) or is_distinctive(_name(path))
            if not (_replaces_letter(name, path) and self._links_by_name(edge.source, path))
        ]
        if len(found) == 1:
            return self._as_only_candidate(found[0], edge, is_certain=False)
        return Meaning(tuple(found[:_MAX_TARGETS])) if found else None

    def _as_only_candidate(self, path: str, edge: Edge, *, is_certain: bool) -> Meaning:
        """The file at *path* as the only candidate, unless it lacks the heading or block."""
        subpath = edge.link.subpath.strip("# ")
        lacks_subpath = bool(subpath) and not self._has_subpath(path, edge.link)
        return Meaning((path,), not lacks_subpath, is_certain and not lacks_subpath)

    def _is_related(self, path: str, link: Link) -> bool:
        """Whether the file at *path* shares a folder with *link*, or has its heading or block."""
        shares = _share_folder if is_distinctive(_name(path)) else _share_parent
        return shares(path, link.path) or self._has_subpath(path, link)

    def _has_subpath(self, path: str, link: Link) -> bool:
        """Whether the note at *path* has the heading or block of *link*."""
        note = self._vault.notes.get(path)
        return note is not None and bool(link.subpath.strip("# ")) and _has_part(note, link.subpath)

    def _links_by_name(self, source: str, path: str) -> bool:
        """Whether the note *source* also links the file at *path* by its correct name."""
        return fold(_name(path).removesuffix(".md")) in self._linked_names(source)

    def _find_linked_names(self, source: str) -> frozenset[str]:
        """The folded file names in the links of the note or canvas *source*."""
        note = self._vault.notes.get(source) or self._vault.canvases[source]
        names = (_name(link.target.partition("#")[0]).removesuffix(".md") for link in note.links)
        return frozenset(map(fold, names))

    @cached_property
    def _posts(self) -> Mapping[str, list[str]]:
        """The posts of a web site, by their folded names without the date."""
        posts: defaultdict[str, list[str]] = defaultdict(list)
        for note in self._vault.notes.values():
            if "_posts/" in note.path and (day := _DAY.match(note.name)):
                posts[fold(note.name[day.end() :])].append(note.path)
        return posts

    @cached_property
    def _owners_by_alias(self) -> Mapping[str, tuple[str, ...]]:
        owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for note in self._vault.notes.values():
            for alias in note.summary.aliases:
                owners[fold(alias)][note.path] = None
        return {alias: tuple(paths) for alias, paths in owners.items()}

    @cached_property
    def _deleted(self) -> Mapping[str, str]:
        """The paths of deleted files by folded name; for notes, also without `.md`."""
        paths = {fold(_name(path)): path for path in self._vault.trash}
        return {name.removesuffix(".md"): path for name, path in paths.items()} | paths

    @cached_property
    def _files_by_stem(self) -> Mapping[str, list[str]]:
        """The paths of canvases and attachments by folded name without extension."""
        files: defaultdict[str, list[str]] = defaultdict(list)
        for path in (*self._vault.canvases, *self._vault.files):
            files[fold(_name(path).rpartition(".")[0])].append(path)
        return files

    @cached_property
    def _paths_by_letters(self) -> Mapping[str, list[str]]:
        """The notes by the letters and digits of their names: `heat-engines-of-1824` is one."""
        paths: defaultdict[str, list[str]] = defaultdict(list)
        for note in self._vault.notes.values():
            name = note.name
            letters = _letters(_DAY.sub("", name) if name[:4].isdecimal() else name)
            if letters and len(paths[letters]) < _MAX_NAMESAKES:
                paths[letters].append(note.path)
        return paths

    @cached_property
    def _paths_by_acronym(self) -> Mapping[str, list[str]]:
        """The notes with names such as *Program Counter (PC)*, by either part, folded."""
        paths: defaultdict[str, list[str]] = defaultdict(list)
        for path in self._vault.notes:
            match = _ACRONYM.match(_name(path).removesuffix(".md")) if ")" in path else None
            for part in match.groups() if match else ():
                if len(paths[fold(part)]) < _MAX_NAMESAKES:
                    paths[fold(part)].append(path)
        return paths


def _reason_of_path(path: str) -> Reason | None:
    """The reason if the *path* of a link alone shows it."""
    if path.startswith("|") or not path:
        return Reason.EMPTY
    if not path.strip("./ "):
        return Reason.HERE
    if "{{" in path or "<%" in path:
        return Reason.TEMPLATE
    may_be_address = ":" in path or path.startswith("www.")
    return Reason.URL if may_be_address and _WEB_ADDRESS.match(path) else None


def _decoded(path: str) -> str:
    if "%" not in path:
        return path
    from urllib.parse import unquote

    return unquote(path)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _has_part(note: Note, subpath: str) -> bool:
    if subpath.startswith("#^"):
        return has_block(note, subpath[2:])
    return has_heading(note, subpath)


def _is_typo(name: str, other: str) -> bool:
    """Whether *name* may be a typo of *other*; a changed acronym is another name."""
    if fold(name) == fold(other):
        return False
    has_acronym = any(_CAPITALS.search(each) and not each.isupper() for each in (name, other))
    return not has_acronym or _letters(name) == _letters(other)


def _replaces_letter(name: str, path: str) -> bool:
    """Whether *name* differs from that of the file at *path* by one replaced letter.

    That may be a different word: a note that links both Viscoplastic and Viscoelastic fluids means
    both.
    """
    wanted, found = normalize_label(name), normalize_label(_name(path).removesuffix(".md"))
    if len(wanted) != len(found):
        return False
    different = [(a, b) for a, b in zip(wanted, found, strict=True) if a != b]
    return len(different) == 1 and "".join(different[0]).isalpha()


def _letters(name: str) -> str:
    """The letters and digits of *name*, normalized; empty if there are fewer than five."""
    letters = "".join(filter(str.isalnum, normalize_label(name)))
    return letters if len(letters) >= _SHORTEST_NAME else ""


def _folders(path: str) -> frozenset[str]:
    return frozenset(fold(path).split("/")[:-1])


def _share_parent(path: str, link_path: str) -> bool:
    """Whether the parent folder of one path is among the folders of the other.

    For a distinctive name, any shared folder is evidence; for a README, only a close one.
    """
    parents = (fold(each).rpartition("/")[0].rpartition("/")[2] for each in (path, link_path))
    return any(name in _folders(path) & _folders(link_path) for name in parents if name) and (
        _share_folder(path, link_path)
    )


def _share_folder(path: str, link_path: str) -> bool:
    """Whether the two paths share a folder whose name is not a common one."""
    return any(not is_usual_folder(name) for name in _folders(path) & _folders(link_path))


def _is_in_same_folder(path: str, edge: Edge) -> bool:
    return path.rpartition("/")[0] == edge.source.rpartition("/")[0]


def _leaves_vault(path: str, source: str) -> bool:
    """Whether *path*, relative to the note *source*, leaves the vault."""
    depth = source.count("/")
    for part in path.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth < 0:
            return True
    return False
