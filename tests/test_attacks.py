"""Attacks on a vault's reader that once worked, each in its smallest form."""

import json

import pytest

PLUGINS = ".obsidian/plugins"
OBSIDIAN_TO_ANKI = f"{PLUGINS}/obsidian-to-anki-plugin/data.json"

ATTACKS = {
    "a separator only in the schedule of a card": "-- Heat.md --\nx <!--SR:::-->\n",
    "a thousand returns before the end of a line": (
        "Heat.md",
        b"q #flashcard\na\n" + b"\r" * 1000 + b"\n",
    ),
    "a tagged value where rules are silenced": "-- Heat.md --\n---\nvaultgraph-ignore: !x\n---\n[[Old/Work]]\n",
    "a tagged value for a deck": f"-- Heat.md --\n---\ncards-deck: !x\n---\nq #card\na\n^1638982929779\n-- {PLUGINS}/flashcards-obsidian/data.json --\n{{}}\n",
    "a list for an ID": "-- Heat.md --\n---\nid: []\n---\n-- Work.md --\n---\nid: {a: [b]}\n---\n",
    "a number for the file of a card": '-- Heat.md --\n-- c.canvas --\n{"nodes": [{"id": "1", "type": "file", "file": 1, "subpath": 1}]}\n',
    "an alias that holds itself": "-- Heat.md --\n---\na: &a [*a]\n---\n",
    "words that are newlines": f'-- Heat.md --\nSTARTI [Basic] a ENDI\n\nb\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"Syntax": {{"Begin Note": "\\n", "End Note": "", "Begin Inline Note": "\\n", "End Inline Note": "\\n"}}}}}}\n',
    "alternatives at the top of an expression": f'-- Heat.md --\na\nTags: x\n\nb <!--ID: 1700000000001-->\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"CUSTOM_REGEXPS": {{"Basic": "(a)|(b)"}}}}}}\n',
    "a field without a name": f'-- Heat.md --\nSTART\nBasic\nx\nEND\n-- {OBSIDIAN_TO_ANKI} --\n{{"fields_dict": {{"Basic": [""], "Cloze": "x", "": null}}}}\n',
    "a name with a newline": ("a\nb.md", b"[[Old/a\nb]] [[gone]]"),
    "a name in no encoding": ("bad\udcff.md", b"[[Old/x]]"),
}
"""A vault as text, or the path and the bytes of its only note."""

COMMANDS = [
    ["lint", "--select", "*"], ["lint", "--format", "sarif"], ["lint", "--fix", "--unsafe"], ["export", "--format", "json"], ["audit"], ["stats"],
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_answered_in_words(attack, words, vault, run):
    text, files = (
        (attack, None) if isinstance(attack, str) else ("-- Heat.md --\nx\n", dict([attack]))
    )
    answer = run(words[0], vault(text, files).root, *words[1:])
    assert answer.returncode in {0, 1, 2}
    assert "Traceback" not in answer.stderr
    if words[-1] in {"sarif", "json"}:
        json.loads(answer.stdout)


def test_numbers_that_json_does_not_know_are_exported_as_json(vault, run):
    root = vault(f"-- Heat.md --\n---\na: .nan\nb: -.inf\nc: 9999e999\nd: {'9' * 5000}\n---\n").root

    def refuse(constant):
        raise AssertionError(constant)

    json.loads(run("export", root, "--format", "json").stdout, parse_constant=refuse)
