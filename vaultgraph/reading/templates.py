"""Which notes are templates: notes that are yet to be filled in.

A template is known by any of four things:

- the settings of Templates, Templater, QuickAdd, Daily notes, Periodic Notes or Unique note
  creator name it or its folder;
- a folder above it is named for templates, in one of many languages: vaults that are kept in git
  often carry no settings;
- its properties say that it is a prompt of the plugin Copilot;
- its text holds what a plugin replaces, `{{…}}` or `<% … %>`.  A cloze of Anki, code and math have
  such braces too, and so have the shortcodes of Hugo, `{{< … >}}`: those do not count.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from unicodedata import normalize

from vaultgraph.lazy import lazy_re
from vaultgraph.model import CardRow
from vaultgraph.reading.app_settings import app_settings

__all__ = ["TemplatePaths", "has_placeholder"]

_FOLDERS = (
    ("templates.json", "folder"),
    ("plugins/templater-obsidian/data.json", "templates_folder"),
    ("plugins/quickadd/data.json", "templateFolderPath"),
)
_FILES = (
    ("daily-notes.json", "template"),
    ("zk-prefixer.json", "template"),
    ("plugins/periodic-notes/data.json", "template"),
    ("plugins/periodic-notes/data.json", "templatePath"),
    ("plugins/templater-obsidian/data.json", "template"),
    ("plugins/quickadd/data.json", "templatePath"),
)
_DEEPEST = 6  # levels of settings, such as one group for each period

# In these languages the last word says what a name is about: "Meeting Templates", "Buchvorlagen".
# Elsewhere it has to be the whole name: "Modelos de linguagem" are language models.
_LAST_WORDS = (
    r"(?:.*[^a-z])?(?:templates?|templater|tmpls?)"
    r"|.*vorlagen?|.*sjablo(?:on|nen)|.*skabelon(?:er)?|.*mallipohjat?"
    r"|.*(?:模板|模版|範本|范本|样板|樣板|テンプレート|テンプレ|ひな形|雛形|템플릿)"
)
_WHOLE_NAMES = (
    r"modelos?|plantill(?:as?|es)|modeles?|gabarits?|modell[oi]|mallar"
    r"|szablony?|sablon(?:a|y|i|e|ok|as|ai|lar)?|sabloane|predlo(?:ga|ge|zak|sci)|veidnes?"
    r"|шаблон[иы]?|προτυπ[οα]|ban mau|templat|แม่แบบ|เทมเพลต|תבני(?:ת|ות)|قالب|قوالب|टेम्पलेट"
)
_NAME = lazy_re(f"{_LAST_WORDS}|{_WHOLE_NAMES}")
_DECORATION = lazy_re(r"\A[\W\d_]+|[\W\d_]+\Z")
_ACCENTS = lazy_re(r"[\u0300-\u036f]")

_TOKENS = lazy_re(
    r"""
    \{\{ (?<![\^$]\{\{) (?![<%]|[Cc]\d+:) (?=[^{}\n]*?[^\W\d_]) (?P<braces> [^{}\n]* ) \}\}
  | <% (?P<script>)
  | ` (?<!``) (?: (?!`) [^`\n]+ ` (?!`)
                | (?P<ticks>`+) (?!`) [^\n]{1,400}? (?<!`) `(?P=ticks) (?!`) )
  | \$ (?: \$ [^$]* \$\$ | (?![\s$]) [^$\n]* (?<![\s\\]) \$ (?!\d) )
    """,
    re.VERBOSE,
)


class TemplatePaths:
    """The templates of the vault at *root* that are known by where they are."""

    def __init__(self, root: str) -> None:
        self._folders = tuple(f"{path}/" for path in _set_paths(root, _FOLDERS))
        self._files = frozenset(path.removesuffix(".md") for path in _set_paths(root, _FILES))

    def __contains__(self, path: object) -> bool:
        """Whether the file at *path* is in a folder of templates, or named as one by settings."""
        if not isinstance(path, str):
            return False
        if _is_for_templates(path.rpartition("/")[0]):
            return True
        if not (self._folders or self._files):
            return False
        lower = _folded(path)
        return lower.startswith(self._folders) or lower.removesuffix(".md") in self._files


def has_placeholder(
    text: str, gaps: Iterable[tuple[int, int]] = (), cards: Iterable[CardRow] = ()
) -> bool:
    """Whether *text* holds what a plugin for templates replaces.

    Not within *gaps* of it, nor in inline code and math, nor in a cloze or a synced one of *cards*,
    whose offsets are one less: Spaced Repetition reads `{{…}}` as a cloze where it is set to.
    """
    if "{{" not in text and "<%" not in text:
        return False
    done = text.rfind("%>")  # a script that is not closed by then is none
    filled = sorted((row[2] + 1, row[3] + 1) for row in cards if row[4] or row[6] == "cloze")
    start = 0
    for gap_start, gap_end in (*gaps, (len(text), 0)):
        for token in _TOKENS.finditer(text, start, gap_start):
            at = token.start()
            is_script = token["script"] is not None and at < done
            index = bisect_right(filled, at, key=itemgetter(0))
            is_filled = index > 0 and at < filled[index - 1][1]
            if (is_script or token["braces"]) and not is_filled:
                return True
        start = gap_end
    return False


@cache
def _is_for_templates(folder: str) -> bool:
    """Whether *folder*, or one above it, is named for templates."""
    plain = _ACCENTS.sub("", normalize("NFD", folder.casefold()))
    names = normalize("NFC", plain).split("/")
    return any(_NAME.fullmatch(_DECORATION.sub("", name)) for name in names)


def _folded(path: str) -> str:
    """The *path* in lower case, in whichever Unicode form it came."""
    return path.lower() if path.isascii() else normalize("NFC", path.lower())


def _set_paths(root: str, settings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the paths, folded, that *settings*, names in files below `.obsidian/`, are set to."""
    for file, name in settings:
        for path in _values(app_settings(root, file), name, _DEEPEST):
            if plain := path.strip("/ "):
                yield _folded(plain)


def _values(settings: object, name: str, depth: int) -> Iterator[str]:
    """Yield the texts that are called *name* in *settings*, at most *depth* levels down."""
    if not depth or not isinstance(settings, dict | list):
        return
    if isinstance(settings, dict) and isinstance(path := settings.get(name), str):
        yield path
    for inner in settings.values() if isinstance(settings, dict) else settings:
        yield from _values(inner, name, depth - 1)
