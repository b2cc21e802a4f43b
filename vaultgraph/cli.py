"""The Typer application over the functions of `vaultgraph.commands`.

Options and help texts come from their signatures and docstrings.
"""

import inspect
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import wraps
from typing import Annotated, Any, NoReturn

import typer

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.arguments import SHORT, VALUES, allowed_values
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
# Click's UsageError.  Recent versions of Typer bundle Click, so it has no stable import path.
_USAGE_ERROR: type[Any] = typer.BadParameter.__mro__[1]
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
    """Run the command line *words* and return its output or exit code; show help if empty.

    Raises UsageError for an unknown command or an invalid argument.
    """
    arguments = list(words) or ["--help"]
    try:
        code = app().main(args=arguments, prog_name="vaultgraph", standalone_mode=False)
    except _USAGE_ERROR as error:
        raise UsageError(_plain(error.format_message()), hint=_help_hint(words)) from error
    return code or 0


def app() -> Any:
    """Build the command line as a Click command."""
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
    """Return Click's *message* in our style: lower case, without a full stop."""
    return message[:1].lower() + message[1:].rstrip(".")


def _help_hint(words: Sequence[str]) -> str:
    names = [command.__name__.rstrip("_") for command in _COMMANDS]
    command = words[0] if words and words[0] in names else ""
    return f"see: vaultgraph {command}{' ' if command else ''}--help"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vaultgraph {__version__}")
        raise typer.Exit


def _version_option(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and exit.",
            metavar="",
            callback=_show_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Lint, map and audit an Obsidian vault and its flashcards."""


def _with_typer_options(command: Callable[..., CommandOutput | int]) -> Callable[..., NoReturn]:
    """Return *command* with the annotated signature that Typer expects."""
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
    choices = allowed_values(kind)
    info: Any
    if parameter.kind is not parameter.KEYWORD_ONLY:
        info = typer.Argument(help=helps[name], show_default=False, metavar=name.upper())
        return parameter.replace(annotation=Annotated[kind, info])
    names = ["--" + name.replace("_", "-"), *([SHORT[name]] if name in SHORT else [])]
    info = typer.Option(
        *names,
        help=helps[name] + _describe(choices),
        show_default=False,
        metavar="" if kind is bool else VALUES.get(name, name.upper()),
        parser=_parser(choices) if choices else None,
    )
    return parameter.replace(annotation=Annotated[str if choices else kind, info])


def _describe(choices: Mapping[str, str]) -> str:
    """Return *choices* as the end of a help text: a line each if they have descriptions."""
    if any(choices.values()):
        return ":" + "".join(f"\n\n{choice}: {what}" for choice, what in choices.items())
    shown = ", ".join(choice for choice in choices if choice != "auto")
    return f" ({shown})" if shown else ""


def _parser(choices: Collection[str]) -> Callable[[str], str]:
    """Return a parser that accepts *choices* and suggests the closest one for another value."""

    def parse(value: str) -> str:
        if value in choices:
            return value
        similar = get_close_matches(value, choices, n=1)
        known = f"did you mean {similar[0]}?" if similar else f"there are {', '.join(choices)}"
        raise typer.BadParameter(f"{value} is none of its values; {known}")

    return parse
