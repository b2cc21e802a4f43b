"""The command line: Typer over the functions of `vaultgraph.commands`.

Whatever Typer shows comes from their signatures and docstrings.
"""

import inspect
import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Annotated, Any, NoReturn

import typer

from vaultgraph.commands.arguments import SHORT, VALUES
from vaultgraph.commands.audit import audit
from vaultgraph.commands.export import export
from vaultgraph.commands.init import init
from vaultgraph.commands.lint import lint
from vaultgraph.commands.map import map_
from vaultgraph.commands.rules import rules
from vaultgraph.commands.stats import stats
from vaultgraph.version import __version__

__all__ = ["run"]

_OPTION_HELP = re.compile(r"^ {4}(\w+): (.+)$", re.MULTILINE)
_COMMANDS: tuple[Callable[..., int], ...] = (lint, map_, audit, stats, export, rules, init)


def run(words: Sequence[str]) -> int:
    """Run the command line *words*; Typer prints its usage errors, and exits with the code."""
    app()(args=list(words), prog_name="vaultgraph")
    return 0


def app() -> Callable[..., Any]:
    """The command line as a click command."""
    application = typer.Typer(
        help="Lint, map and audit an Obsidian vault and its flashcards.",
        no_args_is_help=True,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
    )
    application.callback()(_version_option)
    for command in _COMMANDS:
        application.command(command.__name__.rstrip("_"))(_with_typer_options(command))
    return typer.main.get_command(application)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vaultgraph {__version__}")
        raise typer.Exit


def _version_option(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Lint, map and audit an Obsidian vault and its flashcards."""


def _with_typer_options(command: Callable[..., int]) -> Callable[..., NoReturn]:
    """*command* with the signature that Typer expects."""
    page = inspect.getdoc(command) or ""
    summary, _, options = page.partition("\nOptions:\n")
    helps = dict(_OPTION_HELP.findall(options))
    signature = inspect.signature(command)
    parameters = [_annotated(parameter, helps) for parameter in signature.parameters.values()]

    @wraps(command)
    def typed(**arguments: Any) -> NoReturn:
        raise typer.Exit(command(**arguments))

    typed.__doc__ = summary.strip()
    typed.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    typed.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return typed


def _annotated(parameter: inspect.Parameter, helps: dict[str, str]) -> inspect.Parameter:
    name, default = parameter.name, bool(parameter.default)
    info: Any
    if parameter.kind is parameter.KEYWORD_ONLY:
        names = ["--" + name.replace("_", "-"), *([SHORT[name]] if name in SHORT else [])]
        value = VALUES.get(name)
        info = typer.Option(*names, help=helps[name], show_default=default, metavar=value)
    else:
        info = typer.Argument(help=helps[name], show_default=default, metavar=name.upper())
    return parameter.replace(annotation=Annotated[parameter.annotation, info])
