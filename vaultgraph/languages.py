"""The languages of the output: English, and those with a catalogue in the folder `locale`.

A catalogue is a GNU gettext file, `locale/CODE/LC_MESSAGES/vaultgraph.po`.  Babel compiles two
`.mo` files from it: the texts of `--help`, the rules' pages and the settings file of `init` are in
the second, `vaultgraph-help.mo`.  They are few but long, and would make each run 0.5 ms slower.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from vaultgraph.errors import UsageError
from vaultgraph.messages import Message, fill_in, join, say

if TYPE_CHECKING:
    from gettext import NullTranslations

__all__ = [
    "ENGLISH",
    "Language",
    "available_languages",
    "choose_language",
    "gettext_language",
    "load_help",
    "load_language",
    "system_language",
]

_FOLDER = os.path.join(os.path.dirname(__file__), "locale")
_DOMAIN, _HELP_DOMAIN = "vaultgraph", "vaultgraph-help"


class Language:
    """Translates messages to the language *code*; *tag* is its name for browsers (BCP 47).

    *translate* and *translate_plural* look a text up in the catalogue.
    """

    def __init__(
        self,
        code: str,
        tag: str = "",
        translate: Callable[[str], str] | None = None,
        translate_plural: Callable[[str, str, int], str] | None = None,
    ) -> None:
        self.code: str = code
        self.tag: str = tag or code
        self._translate = translate
        self._translate_plural = translate_plural

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def translate(self, text: str) -> str:
        """Translate the *text* of a message, leaving its placeholders `{name}` as they are."""
        return self._translate(text) if self._translate else text

    def translate_plural(self, one: str, many: str, count: int) -> str:
        """Translate the form for *count* of a text with the English forms *one* and *many*."""
        if self._translate_plural:
            return self._translate_plural(one, many, count)
        return one if count == 1 else many

    def say(self, text: str) -> str:
        """Translate *text* with its values; text that is not a Message is returned unchanged."""
        if not self._translate or not isinstance(text, Message):
            return text
        values = {name: self._localized(value) for name, value in text.values.items()}
        if text.plural:
            template = self.translate_plural(text.template, text.plural, text.values["count"])
        else:
            template = self.translate(text.template)
        return fill_in(template, values)

    def number(self, number: int) -> str:
        """Format *number* with the separators of this language."""
        return f"{self._localized(number):,}"

    @cached_property
    def _separators(self) -> Mapping[int, int]:
        """The replacements for the decimal point and the thousands separator.

        In a catalogue, the message `.,` is translated to these two, in this order.
        """
        return str.maketrans(".,", self.say(say(".,")))

    def _localized(self, value: Any) -> Any:
        """Return *value* ready to be formatted in this language."""
        if isinstance(value, Message):
            return self.say(value)
        if not self._translate or isinstance(value, bool):
            return value
        return _Number(value, self._separators) if isinstance(value, int | float) else value


class _Number:
    """A *number* formatted with these *separators*: 3.713 and 10,5 in Portuguese."""

    def __init__(self, number: float, separators: Mapping[int, int]) -> None:
        self._number, self._separators = number, separators

    def __format__(self, form: str) -> str:
        return format(self._number, form).translate(self._separators)


ENGLISH = Language("en")


def available_languages() -> Mapping[str, str]:
    """Return the catalogue folder of each language by its code, English first."""
    with os.scandir(_FOLDER) as entries:
        folders = sorted(entry.name for entry in entries if entry.is_dir())
    return {"en": ""} | {folder.partition("_")[0]: folder for folder in folders}


@cache
def load_language(code: str) -> Language:
    """Return the language of this *code*; English if there is no catalogue for it."""
    folder = available_languages().get(code)
    return _language(code, folder, _catalogue(_DOMAIN, folder)) if folder else ENGLISH


@cache
def load_help(language: Language) -> Language:
    """Return *language* with the texts of help and of the rules' pages in addition."""
    folder = available_languages()[language.code]
    if not folder:
        return language
    catalogue = _catalogue(_HELP_DOMAIN, folder)
    catalogue.add_fallback(_catalogue(_DOMAIN, folder))
    return _language(language.code, folder, catalogue)


def _catalogue(domain: str, folder: str) -> "NullTranslations":
    import gettext  # not needed for English

    return gettext.translation(domain, _FOLDER, [folder], fallback=True)


def _language(code: str, folder: str, catalogue: "NullTranslations") -> Language:
    return Language(code, folder.replace("_", "-"), catalogue.gettext, catalogue.ngettext)


@contextmanager
def gettext_language(language: Language) -> Iterator[None]:
    """Make *language* that of the system, and our catalogue that of `gettext.gettext`.

    Typer looks its own words up there, when it is imported.
    """
    import gettext

    earlier, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    os.environ["LANGUAGE"] = available_languages()[language.code] or "en"
    gettext.bindtextdomain(_DOMAIN, _FOLDER)
    gettext.textdomain(_DOMAIN)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if earlier is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = earlier


def choose_language(choice: str) -> Language:
    """Return the language *choice*, such as `pt` or `pt-BR`, or the system's if it is `auto`.

    Raises UsageError if there is no catalogue for it.
    """
    if choice == "auto":
        return load_language(system_language())
    code = _code(choice)
    if code not in available_languages():
        message = say("{choice} is not a language that vaultgraph speaks", choice=choice)
        raise UsageError(
            message, hint=say("choose {codes}", codes=join(say(" or "), [*available_languages()]))
        )
    return load_language(code)


def system_language() -> str:
    """Return the code of the system's language, from the environment or the system settings."""
    names = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    named = next(filter(None, names), "") or _language_of_windows_or_macos()
    return _code(named) or "en"


def _code(name: str) -> str:
    """Return the code of the language of a locale: `pt` for `pt_BR.UTF-8`, `pt-PT` and `PT`."""
    return name.partition("_")[0].partition("-")[0].partition(".")[0].lower()


def _language_of_windows_or_macos() -> str:
    """Return the language of the system settings, which apply if no variable is set."""
    import sys

    if sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "")
    if sys.platform == "darwin":
        return _language_of_macos()
    return ""


def _language_of_macos() -> str:
    from subprocess import run

    command = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
    answer = run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- constant
    return answer.stdout.strip()
