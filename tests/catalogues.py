"""Brings the catalogues of all languages up to date with the messages in the code.

    python tests/catalogues.py

writes each `vaultgraph/locale/*/LC_MESSAGES/vaultgraph.po` again, with an empty translation for what
is new, compiles it, and says how many messages lack a translation.  Translations of messages that
are gone are dropped.

The texts of help are docstrings, which are no calls that could be found; they are compiled into a
file of their own, see `vaultgraph.languages`.
"""

import re
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from vaultgraph import cli
from vaultgraph.linting import starter
from vaultgraph.reports import rule_pages
from vaultgraph.rules import load_rules

PACKAGE = Path(__file__).parents[1] / "vaultgraph"
KEYWORDS = {"say": None, "say_count": (1, 2), "template": None, "plural": (1, 2)}
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # the same messages give the same bytes


@cache
def messages():
    """A catalogue of the messages in the code, without translations."""
    found = Catalog(fuzzy=False)
    rows = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    for _, _, message, _, context in rows:
        found.add(message, context=context)
    return found


def help_messages():
    """A catalogue of the texts of help that are no messages in the code, without translations."""
    found, known = Catalog(fuzzy=False), messages()
    pages = (text for rule in load_rules().values() for text in rule_pages.page_texts(rule))
    for text in (*pages, *cli.help_texts(), *starter.explanations()):
        if text not in known:
            found.add(text)
    return found


def every_message():
    """A catalogue of all messages and texts of help, without translations."""
    found = deepcopy(messages())  # it is cached
    for message in help_messages():
        found.add(message.id)
    return found


def catalogues():
    """The files of all languages."""
    return sorted(PACKAGE.glob("locale/*/LC_MESSAGES/vaultgraph.po"))


def updated(path):
    """The catalogue in the file at *path*, with all messages that are in the code, and no other."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3], domain="vaultgraph")
    return _restricted(catalogue, every_message())


def compiled(path):
    """The catalogues that are compiled from the one at *path*, by their files."""
    yield path.with_suffix(".mo"), _restricted(updated(path), messages())
    yield path.with_name("vaultgraph-help.mo"), _restricted(updated(path), help_messages())


def texts(message):
    """The texts of *message* in English and in the other language, in pairs."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    return [
        (message.id[0], message.string[0]),
        *((message.id[1], text) for text in message.string[1:]),
    ]


def joined(text):
    """A text of a catalogue, with all forms of one that has a plural."""
    return text if isinstance(text, str) else " ".join(text)


def words_of(text):
    """The words of prose in *text*: no option, code, path, rule, placeholder or name with capitals."""
    text = re.sub(r"`[^`]*`|\{[^{}]*\}|\S*[-/._=#\\<>|:@]\w\S*|--\S+", " ", text)
    return set(re.findall(r"(?<!\w)[^\W\d_A-Z]{2,}(?!\w)", text))


def untranslated(catalogue):
    """The messages of *catalogue* that lack a translation, or that of one of their forms.

    Fuzzy ones are not compiled.  A text that is a message both with a plural and without becomes one.
    """
    return [
        message.id
        for message in catalogue
        if message.id and (message.fuzzy or not all(text for _, text in texts(message)))
    ]


def summary(name, catalogue):
    """What is still to be done in the file *name* of *catalogue*, in one line."""
    lacking = len(untranslated(catalogue))
    if not lacking:
        return f"{name}: all {len(catalogue):,} messages have a translation"
    return f"{name}: {lacking:,} of {len(catalogue):,} messages lack a translation"


def _restricted(catalogue, wanted):
    """*catalogue* with all messages that are *wanted*, and no other."""
    catalogue.update(wanted, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    catalogue.project, catalogue.version = "vaultgraph", ""
    return catalogue


def main():
    """Update all catalogues, and print what is to be translated."""
    for path in catalogues():
        catalogue = updated(path)
        with path.open("wb") as file:
            write_po(file, catalogue, no_location=True, sort_output=True, width=100)
        for binary, part in compiled(path):
            with binary.open("wb") as file:
                write_mo(file, part)
        print(summary(path.relative_to(PACKAGE.parent), catalogue))


if __name__ == "__main__":
    main()
