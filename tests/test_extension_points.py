"""A new rule, card style, format or audit section comes with its page, row and test.

For rules see `tests/rules/test_every_rule.py`.  The walks are in `docs/contributing`.
"""

import ast
import json
import re
from functools import cache
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from vaultgraph.auditing import audit
from vaultgraph.export import exporter, load_exporters
from vaultgraph.messages import say
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES, styles_by_name, table
from vaultgraph.reports import load_report_format, report_formats
from vaultgraph.reports.audit_sections import Section, load_sections, section
from vaultgraph.reports.report import ReportFormat, report_format
from vaultgraph.rules import load_rules
from vaults import ROOT

EXPORT_FORMATS = [*load_exporters()]
REPORT_FORMATS = [*report_formats()]
SECTIONS = {each.name: each for each in load_sections()}
TABLES = {
    "card style": ("docs/guide/flashcards.md", "| style | a card |", STYLES),
    "export format": ("docs/guide/export.md", "| `--format` | writes |", EXPORT_FORMATS),
    "report format": ("docs/guide/lint.md", "| `--format` | for |", REPORT_FORMATS),
    "audit section": ("docs/guide/audit.md", "| section | what |", SECTIONS),
}
"""Where each has a row: the page, the first line of the table, and the names that are in it."""


def page(name):
    return (ROOT / "docs" / name).read_text("utf-8")


@cache
def named_by_tests(*folders):
    """What tests in *folders* name, see `named_in`."""
    files = (file for folder in folders for file in (ROOT / "tests" / folder).glob("test_*.py"))
    return frozenset(name for file in files for name in named_in(file.read_text("utf-8")))


def named_in(source):
    """Yield what a file of tests imports or has as a text; a comment or a file without test names nothing."""
    nodes = [*ast.walk(ast.parse(source))]
    functions = (node.name for node in nodes if isinstance(node, ast.FunctionDef))
    if not any(name.startswith("test_") for name in functions):
        return
    for node in nodes:
        if isinstance(node, ast.Constant):
            yield node.value
        elif isinstance(node, ast.ImportFrom):
            yield from (each.name for each in node.names)
            yield from (node.module or "").split(".")


def rows(part):
    """The names in the first column of the table of this *part*."""
    file, head, _ = TABLES[part]
    table = (ROOT / file).read_text("utf-8").split(f"{head}\n")[1].split("\n\n")[0]
    return re.findall(r"`([\w-]+)`", "".join(re.findall(r"^\| .*? \|", table, re.MULTILINE)))


@pytest.mark.parametrize(
    "name", ["rule", "card-style", "export-format", "report-format", "audit-section"]
)
def test_every_extension_point_has_a_walk(name):
    assert page(f"contributing/first-{name}.md").startswith(
        f"# Your first {name.replace('-', ' ')}"
    )


@pytest.mark.parametrize("name", load_rules())
def test_every_rule_has_a_row_and_a_page(name):
    missing = f"the page of {name} or its row is missing: run python docs/make_rule_pages.py"
    assert (ROOT / "docs" / "rules" / f"{name}.md").exists(), missing
    assert f"[`{name}`]({name}.md)" in page("rules/index.md"), missing
    assert page(f"rules/{name}.md").startswith(f"# {name}\n"), missing


@pytest.mark.parametrize(
    ("part", "name"), [(part, name) for part, (*_, names) in TABLES.items() for name in names]
)
def test_every_part_has_a_row(part, name):
    file, head, _ = TABLES[part]
    assert name in rows(part), f"add a row for {name} to the table {head} in {file}"


@pytest.mark.parametrize("part", TABLES)
def test_every_row_is_that_of_a_part(part):
    file, _, names = TABLES[part]
    found = rows(part)
    assert {*found} - {*names} == set(), f"{file} has a row for a {part} that does not exist"
    assert len(found) == len({*found}), f"{file} has two rows for a {part}"


@pytest.mark.parametrize("name", STYLES)
def test_an_expression_is_parsed_by_one_style(name):
    """So it does not matter in which order they are asked."""
    parsing = [other for other, style in STYLES.items() if style.parser(STYLES[name].EXPRESSION)]
    assert parsing == [name]


@pytest.mark.parametrize(("style", "said"), [
    (SimpleNamespace(__name__="arrow", NAME="arrow", NOTE_TYPE="Basic", parser=table.parser), "arrow lacks IS_MARKED, EXPRESSION"),
    (SimpleNamespace(**vars(table)), "two card styles have the name table"),
])  # fmt: skip
def test_a_card_style_that_is_declared_wrongly_is_refused(style, said):
    with pytest.raises(ValueError, match=said):
        styles_by_name([table, style])


@pytest.mark.parametrize(("registry", "load", "said"), [
    ("vaultgraph.rules._RULES", load_rules, r"(\w+)\.py has no function \1 under @rule"),
    ("vaultgraph.export._EXPORTERS", load_exporters, "write of the export format apkg is not under @exporter"),
    ("vaultgraph.reports.audit_sections._SECTIONS", load_sections, "has no function under @section"),
])  # fmt: skip
def test_a_module_that_declares_nothing_is_refused(registry, load, said, monkeypatch):
    """The modules are imported already, so that they do not declare anything again."""
    monkeypatch.setattr(registry, {})
    with pytest.raises(ValueError, match=said):
        load()


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_every_export_format_has_a_test(name):
    advice = f"add tests/export/test_{name}.py, with a test that exports to {name}"
    assert name in named_by_tests("export", "commands"), advice


@pytest.mark.parametrize(("source", "is_named"), [
    ("def test_tgf(run):\n    run('export', '--format', 'tgf')", True),
    ("from vaultgraph.export import tgf\ndef test_notes(): ...", True),
    ("def test_notes(run):\n    run('export')  # '--format', 'tgf'", False),
    ("from vaultgraph.export import tgf", False),
    ("", False),
])  # fmt: skip
def test_only_a_test_names_a_format(source, is_named):
    assert ("tgf" in named_in(source)) is is_named


@pytest.mark.parametrize(("suffix", "description", "parameters", "said"), [
    ("tgf", "nodes", "graph, sink", "the suffix of the export format tgf is 'tgf': write '.tgf'"),
    (".tgf", "Nodes.", "graph, sink", "the export format tgf needs a description: a line without full stop"),
    (".tgf", "", "graph, sink", "the export format tgf needs a description: a line without full stop"),
    (".tgf", "nodes", "graph", "the export format tgf takes (graph), but is given (graph, sink)"),
])  # fmt: skip
def test_an_export_format_that_is_declared_wrongly_is_refused(
    suffix, description, parameters, said
):
    write = eval(f"lambda {parameters}: None", {"__name__": "vaultgraph.export.tgf"})
    with pytest.raises(ValueError, match=re.escape(said)):
        exporter(suffix, description)(write)


def test_two_export_formats_in_one_module_are_refused():
    with pytest.raises(ValueError, match="the export format dot is declared twice"):
        exporter(".dot", "nodes")(load_exporters()["dot"].write)


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_every_report_format_has_a_test(name):
    assert isinstance(load_report_format(name), ReportFormat)
    advice = f"add tests/reports/test_{name}.py, with a test of lint --format {name}"
    assert name in named_by_tests("reports"), advice


@pytest.mark.parametrize(("form", "parameters", "said"), [
    ("text", "report, style", "the report format unix takes (report, style), but is given (report)"),
    ("unix", "report", "the report format unix has the form 'unix': write TEXT, DATA, JSON or PAGE"),
])  # fmt: skip
def test_a_report_format_that_is_declared_wrongly_is_refused(form, parameters, said):
    render = eval(f"lambda {parameters}: ''", {"__name__": "vaultgraph.reports.lint_unix"})
    with pytest.raises(ValueError, match=re.escape(said)):
        report_format(form=form)(render)


def test_a_report_format_that_is_not_declared_is_refused(monkeypatch):
    monkeypatch.setattr("vaultgraph.reports.report.FORMATS", {})
    with pytest.raises(
        ValueError, match="the report format text has no function under @report_format"
    ):
        load_report_format("text")


@pytest.mark.parametrize("name", SECTIONS)
def test_every_audit_section_has_a_test(name):
    advice = f"add tests/reports/test_audit_{name}.py, with a test that reads the key {name}"
    assert name in named_by_tests("reports"), advice


@pytest.mark.parametrize("name", SECTIONS)
def test_every_audit_section_is_in_the_schema(name, graph):
    schema = json.loads((ROOT / "vaultgraph/reports/schemas/audit.schema.json").read_text("utf-8"))
    keys = SECTIONS[name].find(audit(graph("-- A.md --"))).json().keys()
    missing = keys - schema["properties"].keys()
    assert missing == set(), "describe these keys in vaultgraph/reports/audit.schema.json"


class Half(NamedTuple):
    def text(self, screen): ...

    def json(self): ...


def find_half(audit) -> Half: ...
def find_nothing(audit): ...
def find_in_graph(graph) -> Section: ...
def find_again(audit) -> Section: ...


@pytest.mark.parametrize(("name", "find", "said"), [
    ("half", find_half, "the audit section half returns Half, which lacks markdown, html"),
    ("half", find_nothing, "the audit section half returns None, which lacks text, markdown, html, json"),
    ("half", find_in_graph, "the audit section half takes (graph), but is given (audit)"),
    ("order", find_again, "the audit section order is declared twice"),
])  # fmt: skip
def test_an_audit_section_that_is_declared_wrongly_is_refused(name, find, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        section(name, say("Half"))(find)
