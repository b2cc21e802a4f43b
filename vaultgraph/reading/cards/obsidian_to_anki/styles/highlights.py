"""Clozes with highlights, `==text==`, for vaults that convert highlights to cloze deletions."""

from vaultgraph.reading.cards.obsidian_to_anki.styles import cloze

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "parser"]

NAME = "highlight"
NOTE_TYPE = cloze.NOTE_TYPE
IS_MARKED = False
EXPRESSION = cloze.EXPRESSION.replace(".*{.*", ".*==.*")
EXAMPLE = "Heat is ==energy== on its way"


def parser(pattern: str) -> cloze.Cloze | None:
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    return cloze.Cloze("==") if pattern == EXPRESSION else None
