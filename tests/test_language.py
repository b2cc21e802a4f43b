"""README and docs speak the language of the field: see the list of terms in CONTRIBUTING."""

import re

import pytest

from documents import PAGES
from vaults import ROOT

OLD_WORDS = [
    (r"(?:told|tells?)(?! apart)", "report, print, say"),
    (r"mend(?:s|ed|ing)?", "fix"),
    (r"twins?", "duplicate"),
    (r"gists?", "summary"),
    (r"blanks?", "space"),
    (r"lies", "is"),
    (r"stands? in", "is in"),
    (r"whoever", "who, anyone who"),
    (r"crowds?", "group"),
    (r"silences?d?", "suppress"),
    (r"maths", "math"),
    (r"(?<!there )(?:is|are) no (?!longer)\w+", "is not a"),
    (r"knows? of|known of", "know"),
]


def prose(page):
    """The text of *page* without code and the names of files."""
    text = page.read_text("utf-8")
    text = re.sub(r"^( *)(```|~~~).*?^\1\2$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]+`|\]\([^)]+\)|not \*blank\*", "", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_old_word_is_used(page):
    text = prose(page)
    found = {
        match[0]: better
        for word, better in OLD_WORDS
        for match in re.finditer(rf"\b(?:{word})\b", text, re.IGNORECASE)
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it is told", True),
        ("mended", True),
        ("`told` is a word", False),
        ("```\ntold\n```\n", False),
        ("[x](told.md)", False),
    ],
)
def test_code_is_not_prose(tmp_path, text, found):
    (tmp_path / "x.md").write_text(text)
    words = "|".join(word for word, _ in OLD_WORDS)
    assert bool(re.search(rf"\b(?:{words})\b", prose(tmp_path / "x.md"))) is found
