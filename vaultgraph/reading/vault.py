"""The files of a vault, read once."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from vaultgraph.errors import VaultError
from vaultgraph.files import NO_STAT, OUTSIDE_FOLDER, FileStat, VaultFolder
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import reason_of, say
from vaultgraph.model import Attachment, Note
from vaultgraph.reading.app_settings import LinkFormat, link_format
from vaultgraph.reading.cards import SETTINGS_FILE, CardFinder, Flashcards, LastSync
from vaultgraph.reading.content import Contents
from vaultgraph.reading.duplicates import group_duplicates
from vaultgraph.reading.extensions import is_shown
from vaultgraph.reading.images import COMMANDS
from vaultgraph.reading.lines import Lines
from vaultgraph.reading.text import read_text
from vaultgraph.reading.trash import list_trashed_files

if TYPE_CHECKING:
    import frontmatter

    from vaultgraph.reading.days import Days
    from vaultgraph.reading.exclusions import Exclusions
    from vaultgraph.reading.git import IgnoredByGit
    from vaultgraph.reading.source_code import SourceCode
    from vaultgraph.reading.templates import TemplatePaths

__all__ = ["Vault"]

_MIN_TEXT_LENGTH = 40
_INSIGNIFICANT = lazy_re(
    r"""
    \A---\n(?:.*\n)*?---$
  | ^```(?:dataview|dataviewjs|tasks|query|base|button)\b.*\n(?:(?!```).*\n)*```$
  | ^[ \t>]* (?: \#{1,6}(?:[ \t].*)? | [-*+](?:[ \t]+\[.\])? | (?:[-*_][ \t]*){3,}
    | (?:[-*+][ \t]+)? (?:[*_]{0,3}[^\s:\[\]][^\n:\[\]]{0,40}:{1,2}[*_]{0,3}:?[ \t]*)?
      (?: (?:\[\[[^\[\]\n]+\]\]|\#[^\s\#]+|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}) [ \t,;|·]* )* )$
    """,
    re.MULTILINE | re.VERBOSE,
)


class Vault:
    """A *folder* of notes, as Obsidian sees it; `root` is its path on this machine.

    - `notes` and `canvases` are by path, `files` are the paths of all other files.
    - `unreadable` has, by path, the reason why a file could not be read or used, or the command
      that fetches it.
    - `flashcards` are the plugins that make cards, with the vault's settings.
    - `stamps` are the stats of all files, taken before they were read.
    - `outside` are the paths of unread symbolic links that lead out of the vault; the value is true
      for a folder.
    """

    def __init__(
        self,
        folder: VaultFolder,
        stamps: dict[str, FileStat],
        sources: Mapping[str, Note],
        unreadable: Mapping[str, str],
        flashcards: Flashcards,
    ) -> None:
        self.folder = folder
        self.root: str = folder.root
        canvases = {p: sources[p] for p in sources if p[-3:].lower() != ".md"}
        self.canvases: Mapping[str, Note] = canvases
        self.notes: Mapping[str, Note] = {p: n for p, n in sources.items() if p not in canvases}
        self.outside: Mapping[str, bool] = {
            path: seen == OUTSIDE_FOLDER for path, seen in stamps.items() if seen[2] < NO_STAT[2]
        }
        others = (path for path in stamps if path not in sources and path not in self.outside)
        self.files: tuple[str, ...] = tuple(path for path in others if path not in unreadable)
        self.unreadable = unreadable
        self.flashcards = flashcards
        self.stamps = stamps
        self._read_text = lru_cache(maxsize=4)(self._read_text_now)
        self._lines = lru_cache(maxsize=4)(lambda path: Lines(self.text(path)))

    @property
    def name(self) -> str:
        """The name of the vault in Obsidian, which is that of its folder."""
        return os.path.basename(os.path.realpath(self.root))

    @property
    def card_finder(self) -> CardFinder:
        """The finder of flashcards as the vault's copy of Obsidian_to_Anki finds them."""
        return self.flashcards.obsidian_to_anki

    @property
    def is_partial(self) -> bool:
        """Whether a limit cut off a search, so that results must not be cached."""
        knows_excluded = "excluded" in self.__dict__
        return bool(self.card_finder.slow) or (knows_excluded and self.excluded.was_cut_off)

    @property
    def unread_card_plugins(self) -> tuple[str, ...]:
        """The installed flashcard plugins whose cards are not read."""
        from vaultgraph.reading.cards.plugins import unread_plugins

        return unread_plugins(self.root)

    @cached_property
    def plugins(self) -> tuple[str, ...]:
        """The IDs of the enabled community plugins, as far as the vault's settings list them."""
        from vaultgraph.reading.cards.plugins import enabled_plugins

        return enabled_plugins(self.root)

    @property
    def placeholders(self) -> Mapping[str, str]:
        """The commands that fetch or decrypt notes and canvases that are placeholders, by path."""
        return {path: why for path, why in self.unreadable.items() if why in COMMANDS}

    @property
    def has_unread_texts(self) -> bool:
        """Whether some texts could not be read, so that the files they name are unknown."""
        return not all(map(_is_not_text, self.unreadable))

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all files."""
        return chain(self.notes, self.canvases, self.files)

    @cached_property
    def _path_text(self) -> str:
        return f"//{'//'.join(self.paths)}//"  # no path contains `//`, or begins or ends with `/`

    def paths_with(
        self, expression: re.Pattern[str], signs: Iterable[str] = ("",)
    ) -> Iterator[str]:
        """Yield the paths that *expression* matches; it sees each with `/` before and after it.

        Each match must contain one of *signs*. Usually no path does, and to search all as one text
        takes a twentieth of the time.
        """
        text = self._path_text
        if not any(sign in text for sign in signs):
            return
        end = 0
        for match in expression.finditer(text):
            last = match.end() - 1
            if last >= end:
                end = text.index("//", last)
                yield text[text.rindex("//", 0, last) + 2 : end]

    @property
    def names(self) -> Iterator[str]:
        """The names by which links can refer to the files."""
        yield from (note.name for note in self.notes.values())
        yield from (path.rpartition("/")[2] for path in chain(self.files, self.canvases))

    def has_names_of(self, other: "Vault") -> bool:
        """Return whether *other* has the same files, so that links resolve to the same paths."""
        return (
            self.files == other.files
            and self.notes.keys() == other.notes.keys()
            and self.canvases.keys() == other.canvases.keys()
        )

    def has_aliases_of(self, other: "Vault") -> bool:
        """Return whether all notes have the same aliases as in *other*, with the same paths."""
        return all(
            note is other.notes[path] or note.aliases == other.notes[path].aliases
            for path, note in self.notes.items()
        )

    @property
    def sources(self) -> Iterable[Note]:
        """Everything that can contain links: notes, then canvases."""
        yield from self.notes.values()
        yield from self.canvases.values()

    def source(self, path: str) -> Note:
        """Return the note or canvas at *path*.  Raises KeyError if there is none."""
        return self.notes[path] if path in self.notes else self.canvases[path]

    @cached_property
    def attachments(self) -> Mapping[str, Attachment]:
        """All files that are not notes or canvases, with their sizes in bytes, by path."""
        return {path: Attachment(path, max(0, self.stamps[path][2])) for path in self.files}

    @cached_property
    def card_ids(self) -> frozenset[int]:
        """The card IDs in the notes, whether they belong to a flashcard or not."""
        own = {card.id for note in self.notes.values() for card in note.cards}
        loose = {number for note in self.notes.values() for number, _ in note.parsed.card_ids}
        return frozenset(own | loose) - {0}

    @cached_property
    def contents(self) -> Contents:
        """Facts from the bytes of the attachments."""
        return Contents(self.folder, self.attachments.values())

    @cached_property
    def equal_notes(self) -> tuple[tuple[str, ...], ...]:
        """The groups of paths of notes with the same text, if it is longer than a few words.

        Line endings and trailing whitespace make no difference.  Leftovers of a template do not
        count as text: bare headings, labels, links and tags, empty items, queries.
        """
        return tuple(
            tuple(paths)
            for candidates in group_duplicates(
                self.notes, lambda path: self.notes[path].summary.content_checksum
            )
            for paths in group_duplicates(candidates, self._significant_text)
        )

    def _significant_text(self, path: str) -> str:
        """Return the text of the note at *path*, or "" if it has only a few words."""
        text = "\n".join(line.rstrip() for line in self.text(path).splitlines()).strip()
        return text if len(_INSIGNIFICANT.sub("", text).strip()) >= _MIN_TEXT_LENGTH else ""

    @cached_property
    def excluded(self) -> "Exclusions":
        """The files excluded by Obsidian's settings, and our reports: `path in vault.excluded`."""
        from vaultgraph.reading.exclusions import Exclusions

        return Exclusions(self.root, (path for path, note in self.notes.items() if note.is_report))

    @cached_property
    def ignored_by_git(self) -> "IgnoredByGit":
        """The files that its `.gitignore` excludes: `path in vault.ignored_by_git`."""
        from vaultgraph.reading.git import IgnoredByGit

        return IgnoredByGit(self.root)

    @cached_property
    def link_format(self) -> LinkFormat:
        """The path format that Obsidian uses for new links."""
        return link_format(self.root)

    @cached_property
    def property_types(self) -> Mapping[str, str]:
        """The types that Obsidian's settings give to properties, by name in lower case."""
        from vaultgraph.reading.property_types import read_property_types

        return read_property_types(self.root)

    @cached_property
    def trash(self) -> tuple[str, ...]:
        """The paths of the files in the vault's trash, which are not part of the vault."""
        return tuple(list_trashed_files(self.root))

    @cached_property
    def source_code(self) -> "SourceCode":
        """The files of programs stored in the vault: `path in vault.source_code`."""
        from vaultgraph.reading.source_code import SourceCode

        return SourceCode(self.paths)

    @cached_property
    def is_web_site(self) -> bool:
        """Whether the vault has the settings of a static site generator."""
        from vaultgraph.reading.web_sites import is_web_site

        return is_web_site(self.paths)

    def last_sync(self, path: str) -> LastSync:
        """Return how the note at *path* compares with its last sync with Anki."""
        known = path in self.card_finder.settings.hashes
        return self.card_finder.last_sync(path, self.text(path)) if known else LastSync.UNKNOWN

    @property
    def size(self) -> int:
        """The number of notes."""
        return len(self.notes)

    def is_note(self, path: str) -> bool:
        """Return whether there is a note at *path*."""
        return path in self.notes

    def is_source(self, path: str) -> bool:
        """Return whether there is a note or canvas at *path*."""
        return path in self.notes or path in self.canvases

    def is_template(self, path: str) -> bool:
        """Return whether the note at *path* is a template, which is yet to be filled in.

        Its folder, the settings of the vault, or its text decide; see `reading.templates`.
        """
        note = self.notes.get(path)
        return (note is not None and note.has("is_template")) or path in self._template_paths

    def is_day(self, path: str) -> bool:
        """Return whether *path* is that of a daily or periodic note; see `reading.days`.

        *path* is that of a note, or the target of a link, whose note need not exist.  For a note
        only the name counts; a link target with a folder must name a folder of such notes.
        """
        name = path.rpartition("/")[2] if path in self.notes else path
        return name in self._days

    @cached_property
    def _days(self) -> "Days":
        from vaultgraph.reading.days import Days

        return Days(self.root, self.notes)

    @cached_property
    def _template_paths(self) -> "TemplatePaths":
        from vaultgraph.reading.templates import TemplatePaths

        return TemplatePaths(self.root)

    def address(self, path: str) -> str:
        """Return the URL that opens the file at *path* in Obsidian on any device with the vault."""
        from urllib.parse import quote

        file = quote(path.removesuffix(".md"), safe="", errors="replace")
        return f"obsidian://open?vault={quote(self.name, safe='', errors='replace')}&file={file}"

    def address_here(self, path: str) -> str:
        """Return the URL that opens the file at *path* by its absolute path on this machine."""
        from urllib.parse import quote

        file_path = os.path.abspath(os.path.join(self.root, path))
        return "obsidian://open?path=" + quote(os.fsencode(file_path), safe="")

    def text(self, path: str) -> str:
        """Return the text of the note or canvas at *path*, read again; empty if unreadable."""
        return self._read_text(path)

    def post(self, path: str) -> "frontmatter.Post":
        """Return the note at *path* for editing: its properties, and its text as `content`.

        Nothing is written; `frontmatter.dumps` returns the new text.  Raises KeyError if there is
        no such note, VaultError if it cannot be read or its properties are not valid YAML.
        """
        from vaultgraph.reading.posts import make_post  # python-frontmatter costs 25 ms

        if path not in self.notes:
            raise KeyError(path)
        try:
            text, _ = read_text(self.folder, path)
        # Do not use `text`: it returns "" on failure, and dumping that would empty the file.
        except OSError as error:
            raise VaultError(
                say("{path} cannot be read: {reason}", path=path, reason=reason_of(error))
            ) from error
        return make_post(path, text)

    def line(self, path: str, offset: int) -> int:
        """Return the number, from 1, of the line at *offset* of the note at *path*."""
        return self._lines(path).position(offset)[0]

    def _read_text_now(self, path: str) -> str:
        try:
            return read_text(self.folder, path)[0]
        except OSError:
            return ""


def _is_not_text(path: str) -> bool:
    return is_shown(path) or path == SETTINGS_FILE
