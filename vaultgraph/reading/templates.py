"""Recognize templates: notes that are yet to be filled in.

A note is a template if any of these holds:

- the settings of Templates, Templater, QuickAdd, Daily notes, Periodic Notes or Unique note
  creator name it or its folder;
- a folder above it has a name for templates, in one of many languages: vaults in git often have
  no settings;
- its properties mark it as a prompt of the plugin Copilot;
- its text contains a placeholder, `{{…}}` or `<% … %>`.  Similar braces in Anki clozes, code, math
  and Hugo shortcodes, `{{< … >}}`, do not count.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from unicodedata import normalize

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card
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
_MAX_DEPTH = 6  # levels of nested settings, such as one group for each period

# In these languages the last word is the head of a name: "Meeting Templates", "Buchvorlagen".  In
# others the whole name has to match: "Modelos de linguagem" are language models.
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
    """The templates of the vault at *root*, as far as their paths show."""

    def __init__(self, root: str) -> None:
        self._folders = tuple(f"{path}/" for path in _configured_paths(root, _FOLDERS))
        self._files = frozenset(
            path.removesuffix(".md") for path in _configured_paths(root, _FILES)
        )

    def __contains__(self, path: object) -> bool:
        """Return whether *path* is in a template folder, or is a template by the settings."""
        if not isinstance(path, str):
            return False
        if _is_for_templates(path.rpartition("/")[0]):
            return True
        if not (self._folders or self._files):
            return False
        lower = _folded(path)
        return lower.startswith(self._folders) or lower.removesuffix(".md") in self._files


def has_placeholder(
    text: str, gaps: Iterable[tuple[int, int]] = (), cards: Iterable[Card] = ()
) -> bool:
    """Return whether *text* contains a placeholder of a template plugin.

    Placeholders do not count within *gaps*, inline code and math, or in those of *cards* that are
    clozes or have an ID: Spaced Repetition can be configured to read `{{…}}` as a cloze.  Offsets
    of *cards* are less by one than those of *text*, which begins with an extra newline.
    """
    if "{{" not in text and "<%" not in text:
        return False
    done = text.rfind("%>")  # a script that opens after the last `%>` is unclosed
    filled = sorted((c.start + 1, c.end + 1) for c in cards if c.id or c.style == "cloze")
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
    """Return whether *folder*, or one above it, has a name for templates."""
    plain = _ACCENTS.sub("", normalize("NFD", folder.casefold()))
    names = normalize("NFC", plain).split("/")
    return any(_NAME.fullmatch(_DECORATION.sub("", name)) for name in names)


def _folded(path: str) -> str:
    """Return *path* in lower case and NFC."""
    return path.lower() if path.isascii() else normalize("NFC", path.lower())


def _configured_paths(root: str, settings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the folded paths in *settings*, (name of a file below `.obsidian/`, key) pairs."""
    for file, name in settings:
        for path in _values(app_settings(root, file), name, _MAX_DEPTH):
            if plain := path.strip("/ "):
                yield _folded(plain)


def _values(settings: object, name: str, depth: int) -> Iterator[str]:
    """Yield the string values of *name* in *settings*, at most *depth* levels down."""
    if not depth or not isinstance(settings, dict | list):
        return
    if isinstance(settings, dict) and isinstance(path := settings.get(name), str):
        yield path
    for inner in settings.values() if isinstance(settings, dict) else settings:
        yield from _values(inner, name, depth - 1)
