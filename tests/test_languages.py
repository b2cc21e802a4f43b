"""Messages are said in the language of their reader, with the numbers as it writes them."""

import re
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from catalogues import (
    catalogues,
    compiled,
    every_message,
    joined,
    summary,
    texts,
    untranslated,
    updated,
    words_of,
)
from vaultgraph.__main__ import answer
from vaultgraph.errors import UsageError
from vaultgraph.languages import ENGLISH, available_languages, choose_language, load_language
from vaultgraph.linting.baseline import Baseline
from vaultgraph.messages import (
    Message,
    message_from_row,
    message_row,
    reason_of,
    say,
    say_count,
)
from vaultgraph.model import Diagnostic, Location, Severity, Span
from vaults import ROOT, write_vault

PORTUGUESE = load_language("pt")


def test_a_message_is_a_text_in_english():
    assert say("{path} is a folder", path="Physics") == "Physics is a folder"
    assert say("{where}, again", where=say("line {line}", line=7)) == "line 7, again"


@pytest.mark.parametrize(("count", "said"), [(0, "0 notes"), (1, "1 note"), (2344, "2,344 notes")])
def test_a_message_is_in_the_plural_unless_it_is_of_one(count, said):
    assert say_count("{count:,} note", "{count:,} notes", count) == said


def test_braces_in_a_value_are_text():
    assert say("{path} is gone", path="{line} {0}") == "{line} {0} is gone"


def test_a_value_that_is_not_known_yet_can_be_filled_in_later():
    group = say("{count:,} links lead to {files}", files="files")
    assert group == "{count:,} links lead to files"
    assert group.with_values({"count": 1200}) == "1,200 links lead to files"


def test_a_message_is_translated():
    assert PORTUGUESE.say(say("line {line}", line=3713)) == "linha 3713"
    assert PORTUGUESE.say("as it is") == "as it is"


@pytest.mark.parametrize(
    ("template", "said"), [("{n:,}", "3.713"), ("{n:.1f} MB", "3713,0 MB"), ("{n}", "3713")]
)
def test_numbers_are_written_as_the_language_writes_them(template, said):
    assert PORTUGUESE.say(say(template, n=3713)) == said
    assert PORTUGUESE.number(3713) == "3.713"
    assert ENGLISH.number(3713) == "3,713"


def test_english_needs_no_catalogue_and_is_the_fallback():
    assert [*available_languages()] == ["en", "pt"]
    assert load_language("en") is load_language("xx") is ENGLISH


@pytest.mark.parametrize("message", [
    "text", say("a {b}", b=1), say("{where}", where=say("line {line}", line=2)),
    say_count("{count} a", "{count} as", 2), say("{count} later"),
])  # fmt: skip
def test_a_message_survives_as_plain_data(message):
    again = message_from_row(message_row(message))
    assert (again, type(again)) == (message, type(message))
    if isinstance(message, Message):
        assert (again.template, again.values, again.plural) == (
            message.template,
            message.values,
            message.plural,
        )


def test_a_baseline_knows_a_finding_whose_message_was_reworded():
    def found(template):
        message = say(template, path="a.png")
        return Diagnostic(
            Location("a.png"),
            Severity.WARNING,
            "unused-attachment",
            message,
            "",
            "",
            "",
            Span("a.png"),
            None,
        )

    known = Baseline.from_diagnostics([found("{path} is used nowhere")])
    assert known.compare([found("no note shows {path}")]).new == []


@pytest.mark.parametrize("command", ["stats", "links", "path", "rules", "lint", "audit"])
def test_an_unknown_language_is_an_error_with_the_known_ones(command, capfd, tmp_path):
    write_vault(tmp_path, "-- Heat.md --\n[[Work]]\n-- Work.md --\n")
    words = {"links": ["Heat"], "path": ["Heat", "Work"], "rules": []}.get(command, [str(tmp_path)])
    vault = ["--vault", str(tmp_path)] if command in {"links", "path"} else []
    assert answer([command, *words, *vault, "--lang", "xx"]) == 2
    assert capfd.readouterr().err.splitlines() == [
        "error: xx is not a language that vaultgraph speaks",
        "hint: choose en or pt",
    ]


def test_errors_are_in_the_language_of_the_user():
    error = UsageError(
        say("{choice} is not a language that vaultgraph speaks", choice="xx"),
        hint=say("choose {codes}", codes="pt"),
    )
    assert (
        error.lines(PORTUGUESE.say) == "erro: o vaultgraph não fala o idioma xx\ndica: escolha pt"
    )
    assert error.lines() == "error: xx is not a language that vaultgraph speaks\nhint: choose pt"


@pytest.mark.parametrize(("error", "said"), [
    (OSError(13, "Permission denied"), "permissão negada"),
    (OSError(99, "{odd} reason"), "{odd} reason"),
    (OSError("no number"), "no number"),
    (ValueError("no message"), "no message"),
    (ValueError(say("line {line}", line=7)), "linha 7"),
])  # fmt: skip
def test_a_known_reason_is_translated(error, said):
    assert PORTUGUESE.say(say("{reason}", reason=reason_of(error))) == said


@pytest.mark.parametrize(
    "words", [["--lang", "pt", "cache"], ["--lang=pt", "cache"], ["cache", "--lang", "pt"]]
)
def test_a_language_may_come_before_the_command(words, run):
    assert re.search(r"\d arquivos?, ", run(*words).stdout)
    assert re.search(r"\d files?, ", run("cache").stdout)


def placeholders(text):
    return set(re.findall(r"\{(\w*)(?::[^}]*)?\}", text.replace("{{", "").replace("}}", "")))


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_every_message_is_translated(path):
    name, again = path.relative_to(ROOT), "run python tests/catalogues.py"
    with path.open("rb") as file:
        kept = {message.id for message in read_po(file)} - {""}
    found = {message.id for message in every_message()} - {""}
    assert found - kept == set(), f"{name} lacks these messages: {again}"
    assert kept - found == set(), f"{name} has messages that are gone: {again}"
    catalogue = updated(path)
    lacking = untranslated(catalogue)
    assert not lacking, "\n".join([f"translate in {name}, and {again}:", *map(str, lacking)])
    assert [
        (english, text)
        for message in catalogue
        if message.id
        for english, text in texts(message)
        if placeholders(english) != placeholders(text)
    ] == [], f"these translations in {name} have other placeholders"


KEPT = words_of(
    """
    alias atlas attachments audit backlink backlinks backup backward base baseline bash bits branch broken byte bytes
    cache cards clear clone cloze col commit commits compare config connect csv deck dot download editor embed error escape
    exclude fetch false file fish flashcard flashcards forward fsck git globs graphml hard hash horizontal
    html https ics id ids ignore img info init json leech link links lint log main map markdown mb megapixels merge
    merges min move networkx neutral never nid none off offline original path plugins portal powershell pull request sfdp
    regular relations rules sarif script shell sites slug slugs stats tag tags terminal text true
    unresolved vaultgraph virtual warning web zsh zstd
    """
)
"""English words that a translation may have: Portuguese has them too, or they are names and code."""


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_no_translation_is_a_copy(path):
    copies = [
        english
        for message in updated(path)
        for english, text in texts(message)
        if english == text and words_of(english.lower()) - KEPT
    ]
    assert copies == [], (
        f"translate these messages in {path.relative_to(ROOT)}, or add the words to KEPT"
    )


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_no_english_is_left_in_a_translation(path):
    """A word is suspect that only translations of texts with this word have."""
    words = {
        message.id: (words_of(joined(message.id)), words_of(joined(message.string)))
        for message in updated(path)
    }
    own = KEPT.union(*(text - english for english, text in words.values()))
    left = {message: english & text - own for message, (english, text) in words.items()}
    suspects = {message: found for message, found in left.items() if found}
    assert suspects == {}, f"translate these words in {path.relative_to(ROOT)}, or add them to KEPT"


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_a_phrase_of_all_pages_has_one_translation(path):
    phrase = "When it is wrong to worry"
    begun = {
        text.partition(":")[0]
        for message in updated(path)
        for english, text in texts(message)
        if english.startswith(f"{phrase}:") and text
    }
    assert len(begun) == 1, f"{path.relative_to(ROOT)} has more than one translation of {phrase!r}"


def test_what_is_to_be_translated_is_counted():
    catalogue = Catalog("pt_BR")
    catalogue.add("line {line}", "linha {line}")
    catalogue.add(("{count:,} note", "{count:,} notes"), ("{count:,} nota", "{count:,} notas"))
    assert summary("pt.po", catalogue) == "pt.po: all 2 messages have a translation"
    catalogue.add(("{count:,} tag", "{count:,} tags"), ("{count:,} tag", ""))
    assert summary("pt.po", catalogue) == "pt.po: 1 of 3 messages lack a translation"


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_the_compiled_catalogue_is_up_to_date(path):
    for binary, part in compiled(path):
        fresh = BytesIO()
        write_mo(fresh, part)
        with binary.open("rb") as file:
            assert {str(m.id): m.string for m in read_mo(file)} == {
                str(m.id): m.string for m in read_mo(BytesIO(fresh.getvalue()))
            }, "run python tests/catalogues.py"


@pytest.mark.parametrize(("words", "is_portuguese"), [
    (["--format", "json"], False), (["--format", "json", "--lang", "pt"], True), ([], True),
])  # fmt: skip
def test_formats_for_programs_are_in_english_by_default(
    words, is_portuguese, capfd, monkeypatch, tmp_path
):
    monkeypatch.setenv("LANGUAGE", "pt_BR")
    write_vault(tmp_path, "-- Heat.md --\n[[old/Gone]]\n")
    answer(["lint", str(tmp_path), "--no-cache", *words])
    assert ("nada no cofre" in capfd.readouterr().out) is is_portuguese


@pytest.mark.parametrize(("words", "line"), [
    ([], "Note.md:1:1: erro: "), (["--statistics"], "        1      1      1            0  erro       broken-link"),
    (["--format", "markdown"], "## erro: broken-link"),
])  # fmt: skip
def test_severities_are_named_in_the_language_of_the_user(words, line, run, tmp_path):
    vault = write_vault(tmp_path, "-- Note.md --\n[[old/Gone]]\n")
    answered = run("lint", "--lang", "pt", *words, cwd=vault).stdout
    assert any(found.startswith(line) for found in answered.splitlines())


@pytest.mark.parametrize("choice", ["pt_BR", "pt-PT", "PT", "pt_BR.UTF-8"])
def test_a_language_may_be_that_of_a_country(choice):
    assert choose_language(choice) is choose_language("pt")
