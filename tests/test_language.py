"""Documents, code and tests speak the language of the field: see the tables in CONTRIBUTING."""

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from documents import PAGES
from vaults import ROOT

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PACKAGE = ROOT / "vaultgraph"
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGE_MODULES = sorted((PACKAGE / "concept_map" / "web" / "src").rglob("*.js"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))

_TABLE = re.compile(r"^\| not \| but \| except \|\n.*?\n(?=\n)", re.MULTILINE | re.DOTALL)
_PART_OF_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_STRINGS = re.compile(r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`")
_JS_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


class OldWord(NamedTuple):
    """A word of the table: what to write instead, and phrases in which it is right."""

    word: str
    better: str
    exceptions: tuple[str, ...]
    is_for_names: bool

    def is_in(self, text: str) -> bool:
        if not re.search(_expression(self.word), text, re.IGNORECASE):
            return False
        for phrase in self.exceptions:
            text = re.sub(_expression(phrase), "", text, flags=re.IGNORECASE)
        return re.search(_expression(self.word), text, re.IGNORECASE) is not None


def _expression(phrase: str) -> str:
    words = re.escape(phrase).replace("…", r"\w+")
    return rf"(?<!\w){words}(?!\w)"


def _old_words() -> Iterator[OldWord]:
    """The words of the table, one by one."""
    table = _TABLE.search(CONTRIBUTING.read_text("utf-8"))[0]
    for row in table.splitlines()[2:]:
        words, better, exceptions = (cell.strip() for cell in row.strip("|").split("|"))
        phrases = tuple(filter(None, exceptions.split(", ")))
        for word in words.split(", "):
            yield OldWord(word.strip("`"), better, phrases, is_for_names=word.startswith("`"))


OLD_WORDS = list(_old_words())
OF_TEXT = [each for each in OLD_WORDS if not each.is_for_names]
OF_CONSTANTS = {each.word: each.better for each in OLD_WORDS if each.word.isupper()}
OF_NAMES = [each for each in OLD_WORDS if not each.word.isupper()]
_ANY_OF_TEXT = re.compile("|".join(_expression(each.word) for each in OF_TEXT))
_ANY_OF_NAMES = re.compile("|".join(_expression(each.word) for each in OF_NAMES))


def prose(page: Path) -> str:
    """The text of *page* without code, the names of files, and the table of old words."""
    text = page.read_text("utf-8")
    if page == CONTRIBUTING:
        text = _TABLE.sub("", text)
    return without_code(re.sub(r"\]\([^)]+\)", "", text))


def without_code(text: str) -> str:
    text = re.sub(r"^( *)(```|~~~).*?^\1\2$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]+`", "", text)


@cache
def nodes(module: Path) -> list[ast.AST]:
    return [*ast.walk(ast.parse(module.read_text("utf-8")))]


def texts(module: Path) -> Iterator[str]:
    """The docstrings and comments of *module*."""
    for node in nodes(module):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield re.sub(r"^ *(?:>>>|\.\.\.) .*$", "", text, flags=re.MULTILINE)
    source = module.read_text("utf-8")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def names(module: Path) -> Iterator[str]:
    """What *module* gives names to, and its own name."""
    yield module.stem
    for node in nodes(module):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def titles(module: Path) -> Iterator[str]:
    """The titles of the tests in *module*, and its own name."""
    return (name for name in names(module) if name.startswith("test_"))


def found_in_texts(found: Iterable[str]) -> dict[str, str]:
    text = without_code("\n".join(found))
    if not _ANY_OF_TEXT.search(text.lower()):
        return {}
    return {each.word: each.better for each in OF_TEXT if each.is_in(text)}


def found_in_names(found: Iterable[str]) -> dict[str, str]:
    return {name: better for name in found for better in better_names(name)}


@cache
def better_names(name: str) -> list[str]:
    parts = name.split("_") if name.isupper() else []
    found = [OF_CONSTANTS[part] for part in parts if part in OF_CONSTANTS]
    words = " ".join(_PART_OF_NAME.findall(name)).lower()
    if _ANY_OF_NAMES.search(words):  # one search is faster than one for each word
        found += (each.better for each in OF_NAMES if each.is_in(words))
    return found


def nonempty(found: dict[Path, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {str(path.relative_to(ROOT)): words for path, words in found.items() if words}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_documents_have_no_old_word(page):
    assert found_in_texts([prose(page)]) == {}


@pytest.mark.slow
def test_docstrings_and_comments_have_no_old_word():
    assert nonempty({path: found_in_texts(texts(path)) for path in MODULES}) == {}


@pytest.mark.slow
def test_names_have_no_old_word():
    assert nonempty({path: found_in_names(names(path)) for path in MODULES}) == {}


@pytest.mark.slow
def test_titles_of_tests_have_no_old_word():
    assert nonempty({path: found_in_names(titles(path)) for path in TESTS}) == {}


@pytest.mark.parametrize("path", PAGE_MODULES, ids=lambda path: path.name)
def test_modules_of_the_page_have_no_old_word(path):
    source = path.read_text("utf-8")
    assert found_in_texts(_JS_COMMENT.findall(source)) == {}
    code = _STRINGS.sub("''", _JS_COMMENT.sub("", source))
    assert found_in_names(re.findall(r"[A-Za-z_]\w*", code)) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it is told", True),
        ("notes are told apart", False),
        ("Mended", True),
        ("it is no note", True),
        ("there is no note", False),
        ("it is no longer there", False),
        ("`told` is a word", False),
        ("```\ntold\n```\n", False),
        ("behind it", False),
    ],
)
def test_old_words_are_found_in_text_but_not_in_code(text, found):
    assert bool(found_in_texts([text])) is found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("told", True),
        ("_is_told", True),
        ("ToldNote", True),
        ("toldest", False),
        ("_ID_BEHIND", True),
        ("near_answer", False),
        ("near_names", True),
        ("_MOST_NAMES", True),
        ("most_connected", False),
        ("blank_line", False),
    ],
)
def test_old_words_are_found_in_parts_of_names(name, found):
    assert bool(found_in_names([name])) is found
