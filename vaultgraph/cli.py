"""The command line: Typer over the functions of `vaultgraph.commands`.

Whatever Typer shows comes from their signatures and docstrings.
"""

import inspect
import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import wraps
from typing import Annotated, Any, Literal, NoReturn, get_args, get_origin

import typer

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.arguments import SHORT, VALUES
from vaultgraph.commands.audit import audit
from vaultgraph.commands.cache import cache
from vaultgraph.commands.export import export
from vaultgraph.commands.init import init
from vaultgraph.commands.links import links
from vaultgraph.commands.lint import lint
from vaultgraph.commands.map import map_
from vaultgraph.commands.path import path
from vaultgraph.commands.rules import rules
from vaultgraph.commands.stats import stats
from vaultgraph.errors import UsageError
from vaultgraph.lazy import lazy_re
from vaultgraph.version import __version__

__all__ = ["run"]

_OPTION_HELP = lazy_re(r"^ {4}(\w+): (.+)$", re.MULTILINE)
_MISUSE: type[Any] = typer.BadParameter.__mro__[1]  # Click's UsageError, wherever it lies
_COMMANDS: tuple[Callable[..., CommandOutput | int], ...] = (
    lint,
    map_,
    audit,
    stats,
    links,
    path,
    export,
    rules,
    init,
    cache,
)


def run(words: Sequence[str]) -> CommandOutput | int:
    """Run the command line *words*; the answer, or the exit code. Without a word, show the help.

    Raises UsageError for a word that no command takes.
    """
    arguments = list(words) or ["--help"]
    try:
        code = app().main(args=arguments, prog_name="vaultgraph", standalone_mode=False)
    except _MISUSE as error:
        raise UsageError(_plain(error.format_message()), hint=_where_help_is(words)) from error
    return code or 0


def app() -> Any:
    """The command line as a command of Click, which Typer brings."""
    application = typer.Typer(
        help="Lint, map and audit an Obsidian vault and its flashcards.",
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
    )
    application.callback()(_version_option)
    for command in _COMMANDS:
        application.command(command.__name__.rstrip("_"))(_with_typer_options(command))
    return typer.main.get_command(application)


def _plain(message: str) -> str:
    """Click's *message* in the manner of ours: it begins small, and ends without a full stop."""
    return message[:1].lower() + message[1:].rstrip(".")


def _where_help_is(words: Sequence[str]) -> str:
    names = [command.__name__.rstrip("_") for command in _COMMANDS]
    command = words[0] if words and words[0] in names else ""
    return f"vaultgraph {command}{' ' if command else ''}--help tells what there is"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vaultgraph {__version__}")
        raise typer.Exit


def _version_option(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version.", metavar="", callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Lint, map and audit an Obsidian vault and its flashcards."""


def _with_typer_options(command: Callable[..., CommandOutput | int]) -> Callable[..., NoReturn]:
    """*command* with the signature that Typer expects."""
    page = inspect.getdoc(command) or ""
    summary, _, options = page.partition("\nOptions:\n")
    helps = dict(_OPTION_HELP.findall(options))
    signature = inspect.signature(command)
    parameters = [_annotated(parameter, helps) for parameter in signature.parameters.values()]

    @wraps(command)
    def typed(**arguments: Any) -> NoReturn:
        raise typer.Exit(command(**arguments))  # type: ignore[arg-type]  # `run` returns it

    typed.__doc__ = summary.strip()
    typed.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    typed.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return typed


def _annotated(parameter: inspect.Parameter, helps: dict[str, str]) -> inspect.Parameter:
    name, kind = parameter.name, parameter.annotation
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    info: Any
    if parameter.kind is not parameter.KEYWORD_ONLY:
        info = typer.Argument(help=helps[name], show_default=False, metavar=name.upper())
        return parameter.replace(annotation=Annotated[kind, info])
    names = ["--" + name.replace("_", "-"), *([SHORT[name]] if name in SHORT else [])]
    shown = ", ".join(choice for choice in choices if choice != "auto")
    info = typer.Option(
        *names,
        help=f"{helps[name]} ({shown})" if choices else helps[name],
        show_default=False,
        metavar="" if kind is bool else VALUES.get(name, name.upper()),
        parser=_parser(choices) if choices else None,
    )
    return parameter.replace(annotation=Annotated[str if choices else kind, info])


def _parser(choices: Sequence[str]) -> Callable[[str], str]:
    """A function that returns a value if it is one of *choices*, and else says what is near."""

    def parse(value: str) -> str:
        if value in choices:
            return value
        near = get_close_matches(value, choices, n=1)
        known = f"did you mean {near[0]}?" if near else f"there are {', '.join(choices)}"
        raise typer.BadParameter(f"{value} is none of its values; {known}")

    return parse
