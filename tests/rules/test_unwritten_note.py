import pytest

from vaultgraph import choose_rules, lint


def test_a_bare_name_is_a_note_that_is_planned(findings):
    assert findings("unwritten-note", """
        -- Heat.md --
        Read [[Lagrange multipliers]] next.
    """) == ["Heat.md:1:6: Lagrange multipliers is not written yet"]  # fmt: skip


@pytest.mark.parametrize(
    "link",
    ["[[2026-01-01]]", "[[2026-W02]]", "[day](2026-01-01.md)", "[[Daily/2026-01-01|yesterday]]"],
)
def test_a_day_without_a_note_is_counted_separately(graph, link):
    vault = f"-- Heat.md --\n{link}\n-- Daily/2025-12-31.md --\n"
    [found] = lint(graph(vault), choose_rules(["unwritten-note"]))
    assert found.message.startswith("there is no note for ")
    assert found.group_message == "{count:,} links lead to {days} without a note"


@pytest.mark.parametrize("title", ["Node.js", "Dr. Smith", "v1.2", "Input / Output", "3"])
def test_a_title_may_look_a_little_like_a_path(findings, title):
    assert findings("unwritten-note", f"-- Heat.md --\n[[{title}]]\n") == [
        f"Heat.md:1:1: {title} is not written yet"
    ]


def test_in_a_property_and_a_canvas_names_are_planned_too(findings):
    assert findings("unwritten-note", """
        -- Board.canvas --
        {"nodes": [{"id": "1", "type": "text", "text": "[[Work]]"}]}
        -- Heat.md --
        ---
        up: "[[Physics]]"
        ---
    """) == [
        "Board.canvas:1:49: Work is not written yet",
        "Heat.md:2:6: Physics is not written yet",
    ]  # fmt: skip


def test_a_vault_with_only_unwritten_notes_passes(run, tmp_path):
    (tmp_path / "Welcome.md").write_text("Begin, or [[create a link]].\n")
    assert run("lint", tmp_path).returncode == 0


def test_one_line_sums_up_all_and_names_the_most_wanted(run, tmp_path):
    text = "[[Work]] [[work]] [[Force]] [[Energy]] [[Work]] [[Law]] [[Power]] [[Mass]]"
    (tmp_path / "Heat.md").write_text(text)
    shown = run("lint", tmp_path, "--select", "unwritten-*").stdout
    assert shown.count("info: ") == 8  # a glob that names the rule lists them all
    shown = run("lint", tmp_path, "--ignore", "orphan-note").stdout
    assert (
        "info: 8 links lead to 6 notes not written yet; most wanted: Work (3), Energy (1), Force (1), "
        "Law (1), Mass (1) [unwritten-note]\n"
    ) in shown


def test_an_embedded_day_is_not_written_yet_either(findings):
    vault = "-- 2022-07-17.md --\nThis day last year:\n\n![[2021-07-17]]\n"
    assert len(findings("unwritten-note", vault)) == 1
    assert findings("broken-link", vault, folder="again") == []


def test_a_name_from_code_is_not_a_phrase(findings):
    vault = "-- Heat.md --\nThe [[event loop]] turns.\n-- EventLoop.md --\nA class.\n"
    assert len(findings("unwritten-note", vault)) == 1
