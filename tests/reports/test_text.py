"""What lint prints for people."""

import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.languages import Language
from vaultgraph.reports import lint_text
from vaultgraph.reports.report import Report
from vaultgraph.reports.terminal import Style


@pytest.fixture
def report(graph):
    """A report about a vault from its text, for a terminal of so many columns."""

    def make(vault, columns=0, ungrouped_rules=()):
        made = graph(vault)
        rules = choose_rules(["broken-link"])
        return Report(made, lint(made, rules), rules, ungrouped_rules, style=Style(columns=columns))

    return make


MANY = "-- Heat.md --\n" + "".join(f"[[Old/Missing number {n}]]\n" for n in range(1, 31))


def test_on_a_terminal_very_many_of_a_kind_are_summed_up(report):
    shown = "".join(lint_text.render(report(MANY, columns=80)))
    assert "error: 30 broken links, most often Heat.md (30) [broken-link]\n" in shown
    assert shown.count("[broken-link]\n") == 1
    assert "\n--select RULE lists what a line sums up\n" in shown
    assert "0 attachments\n30 errors" in shown


def test_of_many_findings_the_most_frequent_targets_are_named(report):
    vault = MANY + "-- Work.md --\n[[old/missing number 7]] [[Old/Missing number 7]]\n"
    shown = "".join(lint_text.render(report(vault, columns=80)))
    assert "error: 32 broken links in 2 notes, most often Old/Missing number 7 (2)," in shown


@pytest.mark.parametrize(("columns", "ungrouped_rules"), [(0, ()), (80, ("broken-*",))])
def test_elsewhere_and_on_request_all_are_reported(report, columns, ungrouped_rules):
    shown = "".join(lint_text.render(report(MANY, columns, ungrouped_rules)))
    assert shown.count("[broken-link]\n") == 30
    assert "most often" not in shown


def test_many_findings_are_summed_up(report):
    shown = "".join(lint_text.render(report(MANY + "[[Old/Missing number 31]]")))
    assert shown.endswith(
        "31 errors, 0 warnings, 0 info\n"
        "31 broken links\n"
        "--statistics shows counts per rule, --only looks at one note, --baseline reports only new findings\n"
    )


def test_a_report_is_in_the_language_of_its_reader(report):
    language = Language(
        "pt", "pt-BR", lambda text: PORTUGUESE.get(text, text), lambda one, *_: PORTUGUESE[one]
    )
    vault = "-- Heat.md --\n[[Old/Missing]]\n-- Work.md --\nWhat? #flashcard\nForce.\n"
    lines = "".join(lint_text.render(report(vault)._replace(language=language))).splitlines()
    assert lines[-4:] == [
        "2 nota(s), 0 anexo(s), 1 cartão(ões) com 0 ID(s) em 1 nota(s)",
        "1 erro(s), 0 aviso(s), 0 informação(ões)",
        "1 link(s) quebrado(s)",
        "explicação desta regra: vaultgraph rules broken-link",
    ]


PORTUGUESE = {
    ".,": ",.",
    "{count:,} note": "{count:,} nota(s)",
    "{count:,} attachment": "{count:,} anexo(s)",
    "{count:,} card": "{count:,} cartão(ões)",
    "{count:,} ID": "{count:,} ID(s)",
    "{cards} with {ids} in {notes}": "{cards} com {ids} em {notes}",
    "{count:,} error": "{count:,} erro(s)",
    "{count:,} warning": "{count:,} aviso(s)",
    "{count:,} broken link": "{count:,} link(s) quebrado(s)",
    "{count:,} info": "{count:,} informação(ões)",
    "explain this rule: vaultgraph rules {rule}": "explicação desta regra: vaultgraph rules {rule}",
}


@pytest.mark.parametrize(("columns", "widest"), [(0, 110), (60, 60), (200, 110)])
def test_a_long_line_is_cut_to_the_terminal_around_its_fault(report, columns, widest):
    line = f"{'before ' * 30}[[Old/Nowhere]]{' behind' * 30}"
    lines = "".join(lint_text.render(report(f"-- Heat.md --\n{line}", columns))).splitlines()
    source, carets = lines[1:3]
    assert len(source) <= widest
    assert source[8] == source[-1] == "…"
    start = carets.index("^")
    assert source[start : start + len(carets) - start] == "[[Old/Nowhere]]"
