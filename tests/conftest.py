"""What the tests have in common: a vault is written as text in the test that needs it."""

import os
import re
import shutil
import subprocess
import sys
from itertools import count

import hypothesis
import pytest

from running import ENVIRONMENT, run_here
from vaultgraph.anki import AnkiCard, AnkiNote, Collection
from vaultgraph.graph import VaultGraph
from vaultgraph.linting import choose_rules, lint
from vaultgraph.messages import Message
from vaultgraph.reading import read_vault
from vaultgraph.reading.note import parse_note
from vaultgraph.settings import load_settings
from vaults import ROOT, SHARED_IS_MISSING, unindented, write_vault

# In a hook, or below `git rebase --exec`, variables of git name the repository of this project, and
# tests of other repositories would change it.
for name in [name for name in os.environ if name.startswith("GIT_")]:
    del os.environ[name]

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Where it is set, each of the hundreds of commands that the tests start would be compiled anew: a
# quarter of the time of tests/commands.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The same examples in every run: what is red is red for everyone.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


_NUMBERS = count(1)
SLOW_FOLDERS = {"faults", "fuzz", "hostile", "mutants", "speed"}
SLOW_MARKERS = ("browser", "slow")
SLOW_FIXTURES = {"chromium", "run_process"}


@pytest.hookimpl(tryfirst=True)  # before `-m` selects
def pytest_collection_modifyitems(items):
    for item in items:
        if is_quick(item):
            item.add_marker(pytest.mark.quick)


def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    missing = sum(1 for report in skipped if SHARED_IS_MISSING in str(report.longrepr))
    if missing:
        terminalreporter.section("real vaults", red=True, bold=True)
        terminalreporter.line(f"{missing} tests were skipped: {SHARED_IS_MISSING}", red=True)


def is_quick(item):
    """Whether *item* starts no process or browser, and stands neither among nor for slow tests."""
    return (
        SLOW_FOLDERS.isdisjoint(item.path.relative_to(ROOT).parts)
        and SLOW_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
        and not any(map(item.get_closest_marker, SLOW_MARKERS))
    )


@pytest.fixture
def tmp_path(tmp_path_factory, request):
    """A new folder for the test.

    pytest's own fixture lists the folders of all earlier tests and renews a symbolic link: an eighth
    of the time of tests/rules, tests/graph and tests/linting.
    """
    name = re.sub(r"\W", "_", request.node.name)[:30]
    return tmp_path_factory.mktemp(f"{next(_NUMBERS)}-{name}", numbered=False)


@pytest.fixture
def vault(tmp_path):
    """A vault from the text of its files."""
    return lambda text, files=None, folder="vault": read_vault(
        str(write_vault(tmp_path / folder, text, files))
    )


@pytest.fixture
def graph(vault):
    """The graph of a vault from the text of its files."""
    return lambda text, files=None: VaultGraph(vault(text, files))


@pytest.fixture
def note():
    """A note from its text."""
    return lambda text: parse_note("Note.md", text)


@pytest.fixture
def diagnostics(vault):
    """What a rule finds in a vault under its settings, in order.

    Behind a heading `-- Anki --` come the notes in Anki, each in a line `ID: field | field`.
    """

    return lambda *words, **options: checked(vault, *words, **options)[1]


@pytest.fixture
def findings(diagnostics):
    """What `diagnostics` finds as users see it: `path:line:column: message`."""
    return lambda *words, **options: [
        f"{found.location}: {found.message}" for found in diagnostics(*words, **options)
    ]


@pytest.fixture
def marked(vault):
    """The text that each finding of a rule marks in a vault like that of `findings`."""

    def find(rule, text):
        read, diagnostics = checked(vault, rule, text)
        spans = [found.span for found in diagnostics]
        return [read.text(path)[start:end] if end else "" for path, start, end in spans]

    return find


def checked(vault, rule, text, files=None, folder="vault"):
    """The vault with *text*, and what *rule* says of it."""
    text, _, noted = unindented(text).partition("-- Anki --\n")
    read = vault(text, files, folder)
    settings = load_settings(read.root)
    graph = VaultGraph(read, settings, collection(noted) if noted else None)
    diagnostics = lint(graph, choose_rules([rule], (), settings, anki=bool(noted)))
    for found in diagnostics:
        for part in ("message", "hint", "group_message"):
            check_is_message(getattr(found, part), part, rule)
    return read, diagnostics


def check_is_message(text, part, rule):
    advice = (
        f'write say("…", name=value) for the {part} of {rule}, or it is English in any language'
    )
    assert not text or isinstance(text, Message), f"{advice}: {text!r}"


def collection(text):
    """A collection of the notes in *text*: in the deck of their card, new, and not yet due."""
    notes = {}
    for line in text.splitlines():
        number, deck, fields = re.fullmatch(r"(\d+)(?: in (\S+))?: (.*)", line).groups()
        card = AnkiCard(deck or "Default", 0, "new", is_suspended=False, is_due=False)
        fields = tuple(field.strip() for field in fields.split("|"))
        notes[int(number)] = AnkiNote(int(number), fields, ("Obsidian_to_Anki",), (card,))
    return Collection("x.colpkg", notes, frozenset({"Default", "Physics"}))


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """The folder for caches of all tests: the user's own is left alone."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    return folder


@pytest.fixture
def run():
    """Run `vaultgraph` as a user would; the result has returncode, stdout and stderr.

    It runs in this process, which saves the start of Python for each of some 250 calls.
    """
    return run_here


@pytest.fixture
def run_process():
    """Run `vaultgraph` as `run` does, but in a process of its own."""

    def call(*words, cwd=ROOT, **environment):
        return subprocess.run(
            [sys.executable, "-m", "vaultgraph", *map(str, words)],
            cwd=cwd,
            env={**os.environ, **ENVIRONMENT, **environment},
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )

    return call


@pytest.fixture(scope="session")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api")
    executable = os.environ.get("VAULTGRAPH_CHROMIUM") or shutil.which("chromium")
    if not executable:
        pytest.skip("no chromium; set VAULTGRAPH_CHROMIUM")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()
