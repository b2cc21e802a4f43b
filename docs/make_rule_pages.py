"""Write docs/rules: a page for each rule, made of its docstring, and a table of all.

`python docs/make_rule_pages.py` writes them, `--check` only says which are not as they should be.
They are committed, so that they can be read without building the site; a test keeps them fresh.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from vaultgraph.graph import VaultGraph
from vaultgraph.linting import lint
from vaultgraph.linting.fixing import diff, plan_fixes
from vaultgraph.reading import read_vault
from vaultgraph.rules import Rule, load_rules
from vaultgraph.settings import as_toml

FOLDER = Path(__file__).parent / "rules"
COMMAND = "python docs/make_rule_pages.py"

INDEX = """\
# Rules

`vaultgraph rules` prints this table, `vaultgraph rules NAME` a rule's page. The severity is the
default for a rule's findings; milder cases, such as those in templates, are reported lower, and a
lost flashcard as an error. A rule that is `off` runs if it is selected (`--select NAME`) or given
a severity in the [settings](../settings.md). Four rules compare the vault with Anki and need
[`--anki`](../guide/anki.md): `deck-drift`, `gone-from-vault`, `text-drift` and `unknown-to-anki`.

| rule | severity | finds |
|---|---|---|
"""

_SECTION = re.compile(r"\n\n(?=\S)")
_FILE = re.compile(r"^-- (.+) --\n", re.MULTILINE)
_OPTION = re.compile(r"^    ([\w-]+): (.+(?:\n {6,}.+)*)", re.MULTILINE)
_EXAMPLES = {"Bad::": "## Bad", "Good::": "## Good", "Fine::": "Fine:"}
_SAFE = "Safe: `vaultgraph lint --fix` applies it, and no other link changes."
_UNSAFE = (
    "A guess: only `vaultgraph lint --fix --unsafe` applies it. Read it first with "
    "`--diff --unsafe`."
)
_WORRY = "When it is wrong to worry: "


def make_pages() -> dict[str, str]:
    """Return the text of each page by the name of its file."""
    rules = load_rules().values()
    index = INDEX + "".join(map(_row, rules))
    return {"index.md": index, **{f"{rule.name}.md": _page(rule) for rule in rules}}


def _row(rule: Rule) -> str:
    return f"| [`{rule.name}`]({rule.name}.md) | {_level(rule)} | {rule.summary} |\n"


def _level(rule: Rule) -> str:
    return str(rule.severity) if rule.is_on else "off"


def _page(rule: Rule) -> str:
    return "\n\n".join(_sections(rule)) + "\n"


def _sections(rule: Rule) -> Iterator[str]:
    yield f"# {rule.name}"
    summary, *sections = _SECTION.split(rule.page)
    yield f"{summary} Severity: {_level(rule)}."
    for section in sections:
        heading, _, body = section.partition("\n\n")
        flat = " ".join(section.split())
        if heading in _EXAMPLES:
            yield _EXAMPLES[heading]
            yield _example(body)
            if heading == "Bad::":
                yield from _fix(rule, body)
        elif section.startswith("Options:\n"):
            yield "## Options"
            yield "\n".join(_options(rule, section))
        elif flat.startswith(_WORRY):
            yield "## When it is wrong to worry"
            reason = flat.removeprefix(_WORRY)
            yield reason[0].upper() + reason[1:]
        else:
            yield flat
    if rule.skips_templates:
        yield "Templates are exempt: they are yet to be filled in."
    if not rule.is_on:
        how = f"select it with `--select {rule.name}`, or give it a severity"
        yield f"This rule is off by default: {how}."


def _example(body: str) -> str:
    """The files of an example, each below its name."""
    files = _files(body)
    return "\n\n".join(f"`{name}`\n\n~~~text\n{text.strip(chr(10))}\n~~~" for name, text in files)


def _files(body: str) -> Iterator[tuple[str, str]]:
    """The names and texts of the files of an example."""
    _, *parts = _FILE.split(dedent(body).strip("\n") + "\n")
    return zip(parts[::2], parts[1::2], strict=True)


def _fix(rule: Rule, body: str) -> Iterator[str]:
    """What `--fix` makes of the bad example, if *rule* has a fix for it."""
    with TemporaryDirectory() as folder:
        Path(folder, ".obsidian").mkdir()
        for name, text in _files(body.replace(r"\r", "\r")):
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("␣", " "), "utf-8", newline="")
        graph = VaultGraph(read_vault(folder))
        found = lint(graph, [rule])
        safe, fixes = plan_fixes(graph, found), plan_fixes(graph, found, unsafe=True)
    if not fixes:
        return
    yield "## Fix"
    yield _SAFE if safe == fixes else _UNSAFE
    changes = diff(fixes).replace("\r", r"\r")
    yield f"~~~diff\n{changes}~~~"


def _options(rule: Rule, section: str) -> Iterator[str]:
    for name, text in _OPTION.findall(section):
        usual = as_toml(rule.options[name.replace("-", "_")])
        yield f"- `{name}` (default `{usual}`): {' '.join(text.split())}"


def main() -> int:
    """Write the pages, or with `--check` return 1 if one of them is stale."""
    pages = make_pages()
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(name for name in pages | there if pages.get(name) != there.get(name))
    if "--check" in sys.argv:
        print(f"run {COMMAND}: {', '.join(stale)}" if stale else "fresh")
        return bool(stale)
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        if name in pages:
            (FOLDER / name).write_text(pages[name], "utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
