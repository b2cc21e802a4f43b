"""Every command speaks one language: in Portuguese output there is no English word, nor the reverse.

The catalogue knows both languages: a word that only its English texts have is English, one that only
its translations have is Portuguese.  That finds as well what was never made a message.
"""

import json
import re
import subprocess
import sys
from html import unescape
from inspect import signature

import pytest
from babel.messages.pofile import read_po

from catalogues import catalogues, joined, words_of
from vaultgraph import cli
from vaultgraph.commands.arguments import allowed_values
from vaultgraph.concept_map.strings import strings
from vaultgraph.languages import load_language
from vaultgraph.model import DELIMITED_STYLES
from vaultgraph.rules import load_rules
from vaults import examples, write_vault

pytestmark = pytest.mark.slow

COMMANDS = [command.__name__.rstrip("_") for command in cli._COMMANDS]
LANGUAGES = ["en", "pt"]

VAULT = """
    -- Zorba.md --
    TARGET DECK:Zimo

    Kolmo: [[Vexor]], [[Vexor]]
    [[gamba/Delto]] [[Quilo]] [[zorbax]] [[vexor]] [[Vexor#Zuppo]] [[Vexor#^zuppo]] [[Zorba]] [[]] [[|x]]
    ![[kappa.png]] ![[gamba/kappa.png]] [[https://example.org]] [y](Vexor z.md) [[Alio]] #zeta
    - [ ] $5

    Zorba? #flashcard
    Vexor
    Zorba vexor? #flashcard
    ![[kappa.gif]] ![[kappa.docx]]

    <!--ID: 1234-->

    Zorba? #flashcard
    Vexor
    <!--ID: 1600000000001-->
    -- Vexor.md --
    ---
    tag: zeta
    aliases: [Alio]
    id: 7
    ---
    Next: [[Vexor z]]

    START
    Zappo
    Zorba
    END

    STARTI Zorba ENDI
    Zorba.#flashcard
    Vexor

    START
    Basic
    Zorba
    <!--ID: 1600000000001-->

    START x
    -- Vexor z.md --
    ---
    aliases: [Alio]
    id: 7
    ---
    Next: [[Vexor]] #Zeta
    -- gamba/Zorba.md --
    ---
    x: [
    ---
    -- gamba/Vexor.md --
    -- Quanto.canvas --
    {
    -- C#.md --
    zorba vexor kolmo quilo delto zuppo alio kappa zimo
    -- D.md --
    zorba vexor kolmo quilo delto zuppo alio kappa zimo
    -- kappa.gif --
    x
    -- zappa.png --
    -- kappa.docx --
    -- zappo.docx --
    -- Out.md -> /etc/hostname --
"""

CALLS = {
    "lint": ["lint", "--select", "*", "--no-cache"],
    "lint in groups": ["lint"],
    "lint for a note": ["lint", "--format", "markdown"],
    "lint for GitHub": ["lint", "--format", "github"],
    "lint with counts": ["lint", "--statistics"],
    "lint with fixes": ["lint", "--fix", "--unsafe"],
    "lint as a plan": ["lint", "--diff"],
    "lint twice": ["lint", "--verify-cache"],
    "lint to a file": ["lint", "-o", "../zorba.txt"],
    "lint with a new baseline": ["lint", "--write-baseline", "../zorba.json"],
    "audit": ["audit"],
    "audit of a note": ["audit", "--note", "Zorba.md"],
    "audit as a note": ["audit", "-o", "../zorba.md"],
    "stats": ["stats"],
    "links": ["links", "/Zorba"],
    "path": ["path", "/Zorba", "Vexor z"],
    "no path": ["path", "C#", "D"],
    "rules": ["rules"],
    "map": ["map", "-o", "../zorba.html"],
    "export as a package": ["export", "--format", "apkg", "-o", "../zorba.apkg"],
    "export as a table": ["export", "--format", "csv", "-o", "../zorba.csv"],
    "cache": ["cache"],
    "cache clear": ["cache", "clear"],
    "an unknown command": ["zorba"],
    "an unknown command that is near": ["lnt"],
    "an unknown option": ["lint", "--zorba"],
    "an option that is near": ["lint", "--outpt"],
    "an unknown rule": ["lint", "--select", "zorba"],
    "an unknown format": ["lint", "--format", "zorba"],
    "a format that is near": ["lint", "--format", "jsn"],
    "no number": ["map", "--focus", "D", "--depth", "zorba"],
    "an option without its value": ["lint", "--select"],
    "a value too much": ["lint", "--fix=zorba"],
    "too many words": ["lint", ".", "zorba"],
    "too few words": ["links"],
    "no such vault": ["stats", "zorba"],
    "no such note": ["links", "Zorbo"],
    "several notes": ["links", "Zorba"],
    "no such folder": ["lint", "-o", "zorba/x"],
    "a file of the user": ["lint", "-o", "D.md"],
    "options that exclude each other": ["lint", "--fix", "--watch"],
    "no such baseline": ["lint", "--baseline", "zorba.json"],
    "no such collection": ["audit", "--anki", "zorba.colpkg"],
    "no collection": ["audit", "--anki", "D.md"],
    "no such map": ["map", "-o", "zorba.pdf"],
    "part of a vault": ["stats", "gamba"],
}  # fmt: skip


@pytest.fixture(scope="module")
def foreign():
    """The words that are foreign to a language."""
    with catalogues()[0].open("rb") as file:
        texts = [(message.id, message.string) for message in read_po(file) if message.id]
    english, portuguese = (
        {word for side in texts for word in words_of(joined(side[number]))} for number in (0, 1)
    )
    return {"en": portuguese - english, "pt": english - portuguese - VALUES}


VALUES = {
    *COMMANDS,
    *DELIMITED_STYLES,
    *(
        value
        for command in cli._COMMANDS
        for parameter in signature(command).parameters.values()
        for value in allowed_values(parameter.annotation)
    ),
}
"""Commands and what options take are the same in every language, and severities are among it."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("call", CALLS)
def test_a_command_speaks_one_language(call, lang, run, foreign, tmp_path):
    vault = write_vault(tmp_path / "zimo", VAULT)
    done = run(*CALLS[call], cwd=vault, LANGUAGE=lang)
    files = [path for path in tmp_path.glob("zorba.*") if path.suffix in {".txt", ".md"}]
    said = [done.stdout, done.stderr, *(path.read_text("utf-8") for path in files)]
    assert words_of("\n".join(said)) & foreign[lang] == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("call", [["init"], ["lint", "--show-config"]], ids=" ".join)
def test_settings_are_explained_in_one_language(call, lang, run, foreign, tmp_path):
    vault = write_vault(tmp_path / "zimo", VAULT)
    done = run(*call, cwd=vault, LANGUAGE=lang)
    written = "".join(path.read_text("utf-8") for path in vault.glob(".vaultgraph.toml"))
    comments = re.findall(r"^##? [^\[\]=]+$", done.stdout + written, re.MULTILINE)
    assert comments
    assert words_of("\n".join([done.stderr, *comments])) & foreign[lang] == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", load_rules())
def test_the_page_of_a_rule_is_in_one_language(rule, lang, run, foreign):
    page = run("rules", rule, "--lang", lang).stdout
    prose = re.findall(r"^\S.*", page, re.MULTILINE)
    options = re.findall(r"^(?:Options|Opções):\n {4}[\w-]+: (.+)", page, re.MULTILINE)
    assert words_of("\n".join([*prose, *options])) & foreign[lang] == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", load_rules())
def test_the_findings_of_a_rule_are_in_one_language(rule, lang, diagnostics, foreign):
    """Those in its bad example, whose own words do not count."""
    [bad] = examples(load_rules()[rule].page, "Bad")
    language = load_language(lang)
    said = [
        language.say(text)
        for found in diagnostics(rule, bad)
        for text in (found.message, found.hint, found.group_message)
    ]
    assert words_of("\n".join(said)) & foreign[lang] - {*re.findall(r"\w+", bad)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_is_in_one_language(lang, foreign):
    script = """if True:
        import sys
        from vaultgraph.__main__ import answer
        for command in sys.argv[2:]:
            answer([*command.split(), "--help", "--lang", sys.argv[1]])
    """
    command = [sys.executable, "-c", script, lang, "", *COMMANDS]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.count(" -h ") == len(COMMANDS) + 1
    assert words_of(done.stdout) & foreign[lang] == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_the_map_is_in_one_language(lang, foreign):
    assert words_of("\n".join(strings(lang).values())) & foreign[lang] == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_lint_is_in_one_language(lang, run, foreign, tmp_path):
    vault = write_vault(tmp_path / "zimo", VAULT)
    html = run("lint", vault, "--format", "html", "--lang", lang).stdout
    body = html.partition("<body>")[2].partition("<script>")[0]
    labels = re.findall(r'(?:aria-label|placeholder|title|alt|data-of)="([^"]*)"', body)
    text = unescape(" ".join([re.sub(r"<[^>]*>", " ", body), *labels]))
    assert words_of(text) & foreign[lang] == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_canvas_is_in_one_language(lang, run, foreign, tmp_path):
    vault = write_vault(tmp_path, VAULT)
    canvas = json.loads(run("export", vault, "--format", "canvas", "--lang", lang).stdout)
    labels = [
        part[key]
        for part in canvas["nodes"] + canvas["edges"]
        for key in ("label", "text")
        if key in part
    ]
    assert words_of("\n".join(labels)) & foreign[lang] == set()


@pytest.mark.parametrize(("text", "found"), [
    ("see the vault", {"see", "the", "vault"}),
    ("`the vault` --the-vault the/vault [the-vault] {the}", set()),
])  # fmt: skip
def test_words_are_those_of_prose(text, found):
    assert words_of(text) == found
