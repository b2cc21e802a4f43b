"""The languages in which we speak: English, and those with a catalogue in the folder `locale`.

A catalogue is one file, `locale/CODE/LC_MESSAGES/vaultgraph.po`, in the form of GNU gettext, beside
what Babel compiles of it.
"""

import os
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import Any

from vaultgraph.errors import UsageError
from vaultgraph.messages import Message, fill_in, join, say

__all__ = [
    "ENGLISH",
    "Language",
    "available_languages",
    "choose_language",
    "load_language",
    "system_language",
]

_FOLDER = os.path.join(os.path.dirname(__file__), "locale")
_DOMAIN = "vaultgraph"


class Language:
    """Speaks messages in the language of this *code*, which *tag* names for browsers.

    The functions look a text up in its catalogue.
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
        """The *text* of a message in this language, with its `{name}` as they are."""
        return self._translate(text) if self._translate else text

    def translate_plural(self, one: str, many: str, count: int) -> str:
        """The text for *count*, of which English has *one* and *many*."""
        if self._translate_plural:
            return self._translate_plural(one, many, count)
        return one if count == 1 else many

    def say(self, text: str) -> str:
        """The *text* in this language; as it is if it is no message."""
        if not self._translate or not isinstance(text, Message):
            return text
        values = {name: self._spoken(value) for name, value in text.values.items()}
        if text.plural:
            template = self.translate_plural(text.template, text.plural, text.values["count"])
        else:
            template = self.translate(text.template)
        return fill_in(template, values)

    def number(self, number: int) -> str:
        """The *number* with the separators of this language."""
        return f"{self._spoken(number):,}"

    @cached_property
    def _separators(self) -> Mapping[int, int]:
        """What stands for the decimal point and the comma between thousands.

        In a catalogue, `.,` is translated as these two, in this order.
        """
        return str.maketrans(".,", self.say(say(".,")))

    def _spoken(self, value: Any) -> Any:
        """The *value* as it is said in this language."""
        if isinstance(value, Message):
            return self.say(value)
        if not self._translate or isinstance(value, bool):
            return value
        return _Number(value, self._separators) if isinstance(value, int | float) else value


class _Number:
    """A *number* that is written with these *separators*: 3.713 and 10,5 in Portuguese."""

    def __init__(self, number: float, separators: Mapping[int, int]) -> None:
        self._number, self._separators = number, separators

    def __format__(self, form: str) -> str:
        return format(self._number, form).translate(self._separators)


ENGLISH = Language("en")


def available_languages() -> Mapping[str, str]:
    """The folder of each language's catalogue by the code that chooses it, English first."""
    with os.scandir(_FOLDER) as entries:
        folders = sorted(entry.name for entry in entries if entry.is_dir())
    return {"en": ""} | {folder.partition("_")[0]: folder for folder in folders}


@cache
def load_language(code: str) -> Language:
    """The language of this *code*; English if there is no catalogue for it."""
    folder = available_languages().get(code)
    if not folder:
        return ENGLISH
    import gettext  # what speaks English need not pay for it

    catalogue = gettext.translation(_DOMAIN, _FOLDER, [folder], fallback=True)
    tag = folder.replace("_", "-")
    return Language(code, tag, catalogue.gettext, catalogue.ngettext)


def choose_language(choice: str) -> Language:
    """The language that the user asks for by its code, or of the system if *choice* is `auto`.

    Raises UsageError if there is no catalogue for it.
    """
    if choice == "auto":
        return load_language(system_language())
    if choice not in available_languages():
        message = say("{choice} is not a language that vaultgraph speaks", choice=choice)
        raise UsageError(
            message, hint=say("choose {codes}", codes=join(say(" or "), [*available_languages()]))
        )
    return load_language(choice)


def system_language() -> str:
    """The code of the language in which the system speaks to its user."""
    names = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    named = next(filter(None, names), "") or _language_of_windows_or_macos()
    return named.partition("_")[0].partition("-")[0].partition(".")[0].lower() or "en"


def _language_of_windows_or_macos() -> str:
    """What the settings say where no variable does."""
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
