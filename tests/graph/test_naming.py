"""Which file is meant by a name."""

import pytest

from vaultgraph import UsageError
from vaultgraph.graph.naming import find_file

VAULT = """
    -- Heat.md --
    ---
    aliases: [Calor]
    ---
    -- A/Laws.md --
    -- B/Laws.md --
    -- A/Energy.md --
    ---
    aliases: [Joule]
    ---
    -- Work.md --
    -- A/Work.md --
    ---
    aliases: [joule]
    ---
    -- engine.png --
    -- Plan.canvas --
    {}
"""


@pytest.mark.parametrize(("name", "path"), [
    ("Heat", "Heat.md"), ("heat", "Heat.md"), ("Heat.md", "Heat.md"), ("calor", "Heat.md"),
    ("energy", "A/Energy.md"), ("A/Laws", "A/Laws.md"), ("./A/Laws.md", "A/Laws.md"),
    ("Work", "Work.md"), ("engine.png", "engine.png"), ("Plan.canvas", "Plan.canvas"),
])  # fmt: skip
def test_a_file_is_named_as_in_a_link_or_by_an_alias(graph, name, path):
    assert find_file(graph(VAULT), name) == path


@pytest.mark.parametrize(("name", "message", "hint"), [
    ("Laws", "2 files are called Laws", "name one of them: A/Laws, B/Laws"),
    ("joule", "2 notes have the alias joule", "name one of them: A/Energy, A/Work"),
    ("Eenrgy", "nothing in the vault is called Eenrgy", "did you mean Energy?"),
    ("ener", "nothing in the vault is called ener", "did you mean Energy?"),
    ("Entropy", "nothing in the vault is called Entropy", ""),
    ("", "nothing in the vault is called ", ""),
])  # fmt: skip
def test_a_name_that_means_none_or_several_is_refused(graph, name, message, hint):
    with pytest.raises(UsageError) as refused:
        find_file(graph(VAULT), name)
    assert (str(refused.value), refused.value.hint) == (message, hint)
