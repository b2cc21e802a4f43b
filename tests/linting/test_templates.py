"""What is missing or empty in a template is not reported, by whichever rule."""

import pytest

from vaultgraph.rules import load_rules

SKIPPING = [rule.name for rule in load_rules().values() if rule.skips_templates]
TEXT = """---
week: {{week}}-[W]
---
This week we read [[Name of the book]] and [[another#part]], ![[cover.png]] [the laws]().
"""
CARDS = """
What is heat? #flashcard

START
{{type}}
What is work?
Back:
END
"""


@pytest.mark.parametrize("rule", [*SKIPPING, "invalid-frontmatter"])
@pytest.mark.parametrize(("file", "settings"), [
    ("templates.json", '{"folder": "Extras/Forms"}'),
    ("plugins/templater-obsidian/data.json", '{"templates_folder": "Extras/Forms/"}'),
    ("plugins/quickadd/data.json", '{"templateFolderPath": "Extras/Forms"}'),
])  # fmt: skip
def test_a_folder_of_the_settings_holds_templates(findings, file, settings, rule):
    assert findings(rule, f"""
-- .obsidian/{file} --
{settings}
-- .vaultgraph.toml --
[rules.missing-property]
properties = ["date"]
-- Extras/Forms/Week.md --
{TEXT}
-- Extras/Forms/Month.md --
{TEXT}{CARDS}
-- Extras/Forms/Empty.md --
-- Heat.md --
---
id: 1
date: 2026-11-24
---
Related: [[Work]]
-- Work.md --
---
id: 2
date: 2026-11-24
---
Related: [[Heat]]
""") == []  # fmt: skip


@pytest.mark.parametrize("folder", [
    "Templates", "_templates", "a/99 Templates/b", "Meeting-Templates", "🗂️ Template", "Vorlagen", "Buchvorlagen",
    "modelos", "Plantillas", "Modèles", "Modelli", "szablony", "Šablony", "Шаблоны", "模板", "读书笔记模板",
    "テンプレート", "템플릿", "Şablonlar",
])  # fmt: skip
def test_a_folder_is_known_by_its_name_in_many_languages(findings, folder):
    text = "[[old/Gone]] ![[gone.png]]"
    assert findings("broken-*", f"-- {folder}/Week.md --\n{text}\n-- Heat.md --\nText.\n") == []


@pytest.mark.parametrize(
    "folder", ["Contemplates", "Modelos de linguagem", "Templates of Rome", "Models"]
)
def test_other_names_mean_other_things(findings, folder):
    assert findings("broken-link", f"-- {folder}/Week.md --\n[[old/Gone]]\n") != []


@pytest.mark.parametrize(("file", "settings"), [
    ("daily-notes.json", '{"template": "Extras/Day"}'),
    ("plugins/periodic-notes/data.json", '{"daily": {"enabled": true, "template": "Extras/Day.md"}}'),
    ("plugins/templater-obsidian/data.json", '{"folder_templates": [{"folder": "/", "template": "Extras/Day.md"}]}'),
    ("plugins/quickadd/data.json", '{"choices": [{"choices": [{"templatePath": "extras/Day.md"}]}]}'),
])  # fmt: skip
def test_settings_may_name_the_template_itself(findings, file, settings):
    assert findings("broken-link", f"""
        -- .obsidian/{file} --
        {settings}
        -- Extras/Day.md --
        [[old/Gone]]
        -- Extras/Another day.md --
        [[old/Gone]]
    """) == ["Extras/Another day.md:1:1: nothing in the vault is called old/Gone"]  # fmt: skip


@pytest.mark.parametrize("mark", [
    "{{title}}", "{{date:YYYY-MM-DD}}", "Name: {{VALUE:one,two}}", "_{{title}}_", "<% tp.file.title %>",
    "<%* let x = 1\nlet y = 2 -%>", "<div>{{title}}</div>", "---\ntitle: {{title}}\n---", "$5 and {{title}} for $6",
])  # fmt: skip
def test_a_text_with_placeholders_is_a_template(note, mark):
    assert note(f"{mark}\n[[old/Gone]]").parsed.is_template


@pytest.mark.parametrize("text", [
    "`{{title}}`", "``{{ ` }}``", "```\n{{title}}\n```", "    {{title}}", "$x_{{ab}}$", "$$\nx_{{ab}}\n$$", "x^{{ab}}",
    "{{c1::Heat}} flows", "{{C2::Heat::hint}}", '{{< figure src="x.png" >}}', "{{% note %}}", "{{}} {{ }} {{1}}",
    "less <% than", "${{ secrets.TOKEN }}", r"\{\{title\}\}", "`<% x %>`",
])  # fmt: skip
def test_clozes_code_math_and_shortcodes_are_not_placeholders(note, text):
    assert not note(f"Text.\n\n{text}\n").parsed.is_template


def test_a_cloze_of_spaced_repetition_is_not_a_placeholder(vault):
    vault = vault("""
        -- .obsidian/plugins/obsidian-spaced-repetition/data.json --
        {"settings": {"convertCurlyBracketsToClozes": true}}
        -- Heat.md --
        #flashcards

        {{Heat}} flows by itself.
    """)
    assert not vault.is_template("Heat.md")


def test_a_canvas_may_be_a_template(findings):
    assert findings("broken-link", """
        -- Templates/Board.canvas --
        {"nodes": [{"id": "1", "type": "file", "file": "Gone.md"}]}
        -- Heat.md --
    """) == []  # fmt: skip


def test_a_prompt_of_copilot_is_a_template(findings):
    vault = (
        "-- Clip.md --\n---\ncopilot-command-slash-enabled: true\n---\n![<title>](<video url>)\n"
    )
    assert findings("broken-link", vault) == []
