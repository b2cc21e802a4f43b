"""Two parsers, one description: they agree on every call that the quick one takes."""

import pytest

from vaultgraph.commands.arguments import plain_arguments
from vaultgraph.commands.links import links
from vaultgraph.commands.lint import lint
from vaultgraph.commands.map import map_
from vaultgraph.commands.path import path


@pytest.mark.parametrize("words", [
    [],
    ["vault"],
    ["--format", "json"],
    ["--format=json", "vault", "-o", "x"],
    ["vault", "--select", "a", "--select=b*", "--ignore", "c"],
    ["--fail-on", "never", "--color", "always", "--output", "x y"],
    ["--output="],
    ["Heat.md", "--statistics", "Lectures"],
])  # fmt: skip
def test_the_quick_parser_reads_as_typer_does(words, monkeypatch):
    from vaultgraph import cli

    seen = {}

    def remember(paths=None, **options):
        seen.update(paths=paths, **options)
        return 0

    remember.__name__, remember.__doc__ = "lint", lint.__doc__
    remember.__signature__ = __import__("inspect").signature(lint)
    monkeypatch.setattr(cli, "_COMMANDS", (remember, cli.rules))
    assert cli.run(["lint", *words]) == 0
    defaults = {"paths": None, **lint.__kwdefaults__}
    assert {**defaults, **plain_arguments(lint, words)} == seen


@pytest.mark.parametrize("words", [
    ["--help"], ["-h"], ["--selec", "a"], ["--format", "xml"], ["--format"],
    ["--select", "--ignore"], ["-ox"], ["-o=x"], ["--"], ["-"],
])  # fmt: skip
def test_what_the_quick_parser_does_not_take_is_left_to_typer(words):
    assert plain_arguments(lint, words) is None


@pytest.mark.parametrize(("command", "words", "arguments"), [
    (links, ["A", "--vault", "x"], {"note": "A", "vault": "x"}),
    (path, ["A", "--vault=x", "B"], {"start": "A", "end": "B", "vault": "x"}),
    (map_, ["x", "--depth", "3", "--open"], {"vault": "x", "depth": 3, "open": True}),
    (map_, ["--depth", "few"], None), (map_, ["--depth", "-1"], None),
    (links, [], None), (path, ["A"], None), (path, ["A", "B", "C"], None),
])  # fmt: skip
def test_arguments_without_a_default_are_required(command, words, arguments):
    assert plain_arguments(command, words) == arguments
