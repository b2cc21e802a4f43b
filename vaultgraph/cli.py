"""The Typer application over the functions of `vaultgraph.commands`.

Options and help texts come from their signatures and docstrings.
"""

import inspect
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial, wraps
from gettext import gettext
from typing import Annotated, Any, NamedTuple, NoReturn, get_args

import typer
from typer.completion import completion_init  # type: ignore[attr-defined]
from typer.core import TyperCommand, TyperGroup

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.arguments import SHORT, VALUES, allowed_values
from vaultgraph.commands.audit import audit
from vaultgraph.commands.cache import cache
from vaultgraph.commands.completion import completion
from vaultgraph.commands.diff import diff
from vaultgraph.commands.export import export
from vaultgraph.commands.init import init
from vaultgraph.commands.links import links
from vaultgraph.commands.lint import lint
from vaultgraph.commands.map import map_
from vaultgraph.commands.path import path
from vaultgraph.commands.plan import plan
from vaultgraph.commands.quiz import quiz
from vaultgraph.commands.rename import move, rename
from vaultgraph.commands.rules import rules
from vaultgraph.commands.stats import stats
from vaultgraph.commands.suggest import suggest
from vaultgraph.commands.undo import undo
from vaultgraph.errors import UsageError
from vaultgraph.languages import ENGLISH, Language, choose_language, load_help
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, did_you_mean, join, say, template
from vaultgraph.rules import load_rules
from vaultgraph.version import __version__

__all__ = ["help_texts", "run"]

Command = Callable[..., CommandOutput | int]

_OPTION_HELP = lazy_re(r"^ {4}(\w+): (.+)$", re.MULTILINE)
_PLACEHOLDER = lazy_re(r"\\{(\w+)\\}")
# Click's UsageError.  Recent versions of Typer bundle Click, so it has no stable import path.
_USAGE_ERROR: type[Any] = typer.BadParameter.__mro__[1]
_COMMANDS: tuple[Command, ...] = (
    lint,
    diff,
    map_,
    audit,
    plan,
    quiz,
    stats,
    links,
    path,
    suggest,
    export,
    rules,
    init,
    rename,
    move,
    undo,
    cache,
    completion,
)
_SUMMARY = "Lint, map and audit an Obsidian vault and its flashcards."
_VERSION = "Show the version and exit."
_LANG = "language of the output (default: the system's)"
_USAGE, _HELP = template("Usage: "), template("Show this message and exit.")
_TYPER_WORDS = (
    template("Arguments"), template("Commands"), template("Options"), template("[required]")
)  # fmt: skip
"""What Typer looks up with `gettext`, see `gettext_language`."""

_CLICK_ERRORS = (
    template("got unexpected extra argument(s) ({words})"),
    template("missing argument {name}"),
    template("missing command"),
    template("no such command {name}. Did you mean {names}?"),
    template("no such command {name}"),
    template("no such option: {option} (Possible options: {names})"),
    template("no such option: {option}"),
    template("option {option} does not take a value"),
    template("option {option} requires an argument"),
)
"""The errors of Click, which has them only in English; the first that matches counts."""


def run(words: Sequence[str]) -> CommandOutput | int:
    """Run the command line *words* and return its output or exit code; show help if empty.

    Help is in the language of the system, and so are Typer's words if `gettext_language` applied
    when this module was imported.

    Raises UsageError for an unknown command or an invalid argument.
    """
    arguments = list(words) or ["--help"]
    command = app(load_help(choose_language("auto")))
    completion_init()  # registers the shells that may ask for completions
    try:
        code = command.main(args=arguments, prog_name="vaultgraph", standalone_mode=False)
    except _USAGE_ERROR as error:
        raise UsageError(_message_of(error), hint=_help_hint(words)) from error
    return code or 0


def app(language: Language = ENGLISH) -> Any:
    """Build the command line as a Click command, with help in *language*, see `load_help`."""
    translate = language.translate
    options = f"[{translate('OPTIONS')}]"
    application = typer.Typer(
        cls=_Group,
        help=translate(_SUMMARY),
        options_metavar=options,
        subcommand_metavar=f"{translate('COMMAND')} [{translate('ARGS')}]...",
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
    )
    application.callback()(_root(language))
    for command in _COMMANDS:
        register = application.command(_name(command), cls=_Command, options_metavar=options)
        register(_with_typer_options(command, language))
    return typer.main.get_command(application)


def help_texts() -> Iterator[str]:
    """Yield what catalogues have to translate of the help; messages are marked where they are."""
    yield from (_SUMMARY, _VERSION, _LANG, "OPTIONS", "COMMAND", "ARGS", VALUES["lang"])
    for command in _COMMANDS:
        page = _page(command)
        yield page.summary
        yield from page.options.values()
        for parameter in inspect.signature(command).parameters.values():
            yield from filter(None, allowed_values(parameter.annotation).values())
            if parameter.annotation is not bool:
                yield _metavar(parameter)


class _InLanguage:
    """A Click command that translates the words which Click has only in English."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, prefix=gettext(_USAGE))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option `--help`."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.help, option.metavar = gettext(_HELP), ""
        return option


class _Command(_InLanguage, TyperCommand):
    def get_params(self, ctx: Any) -> Any:
        """Return the parameters; help shows no type of an argument, which has a description."""
        parameters = super().get_params(ctx)
        for parameter in parameters:
            if parameter.param_type_name == "argument":
                parameter.display_type_rich = lambda **_: ""  # type: ignore[attr-defined]
        return parameters


class _Group(_InLanguage, TyperGroup):
    pass


def _message_of(error: Any) -> str:
    """Return the message of Click's *error* in our style: lower case, without a full stop."""
    if isinstance(error.message, Message):
        return error.message
    text: str = error.format_message()
    plain = text[:1].lower() + text[1:].rstrip(".")
    for known in _CLICK_ERRORS:
        expression = _PLACEHOLDER.sub(r"(?P<\1>.+)", re.escape(known))
        if found := re.fullmatch(expression, plain, re.DOTALL):
            return say(known, **found.groupdict())
    return plain


def _help_hint(words: Sequence[str]) -> Message:
    named = [word for word in words[:1] if word in map(_name, _COMMANDS)]
    return say("see: {command}", command=" ".join(["vaultgraph", *named, "--help"]))


def _name(command: Command) -> str:
    return command.__name__.rstrip("_")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vaultgraph {__version__}")
        raise typer.Exit


def _root(language: Language) -> Callable[..., None]:
    """Return the function for what precedes a command, with options for Typer."""
    about_version = typer.Option(
        "--version",
        "-V",
        help=language.translate(_VERSION),
        metavar="",
        callback=_show_version,
        is_eager=True,
    )
    about_lang = typer.Option(
        help=language.translate(_LANG),
        show_default=False,
        metavar=language.translate(VALUES["lang"]),
    )

    def root(
        version: Annotated[bool, about_version] = False,  # noqa: ARG001 -- its callback acts
        lang: Annotated[str, about_lang] = "auto",
    ) -> None:
        # `gettext_language` has made it the language of the system for the command that follows.
        choose_language(lang)

    return root


class _Page(NamedTuple):
    """The docstring of a command: its `summary`, and the help of its `options` by name."""

    summary: str
    options: dict[str, str]


def _page(command: Command) -> _Page:
    summary, _, options = (inspect.getdoc(command) or "").partition("\nOptions:\n")
    return _Page(" ".join(summary.split()), dict(_OPTION_HELP.findall(options)))


def _with_typer_options(command: Command, language: Language) -> Callable[..., NoReturn]:
    """Return *command* with the annotated signature that Typer expects, help in *language*."""
    page = _page(command)
    signature = inspect.signature(command)
    parameters = [
        _annotated(parameter, page.options[parameter.name], language)
        for parameter in signature.parameters.values()
    ]

    @wraps(command)
    def typed(**arguments: Any) -> NoReturn:
        raise typer.Exit(command(**arguments))  # type: ignore[arg-type]  # `run` returns it

    typed.__doc__ = language.translate(page.summary)
    typed.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    typed.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return typed


def _annotated(parameter: inspect.Parameter, text: str, language: Language) -> inspect.Parameter:
    name, kind = parameter.name, parameter.annotation
    text, metavar = language.translate(text), language.translate(_metavar(parameter))
    choices = allowed_values(kind)
    info: Any
    if parameter.kind is not parameter.KEYWORD_ONLY:
        info = typer.Argument(
            help=text,
            show_default=False,
            metavar=metavar,
            parser=_parser(name, kind, choices),
            autocompletion=_completion(name, choices),
        )
        return parameter.replace(annotation=Annotated[str if choices else kind, info])
    option = "--" + name.replace("_", "-")
    info = typer.Option(
        option,
        *([SHORT[name]] if name in SHORT else []),
        help=text + _describe(choices, language),
        show_default=False,
        metavar="" if kind is bool else metavar,
        parser=_parser(option, kind, choices),
        autocompletion=_completion(name, choices),
    )
    return parameter.replace(annotation=Annotated[str if choices else kind, info])


def _describe(choices: Mapping[str, str], language: Language) -> str:
    """Return *choices* as the end of a help text: a line each if they have descriptions."""
    if any(choices.values()):
        described = ((choice, what) for choice, what in choices.items() if what)
        lines = (f"{choice}: {language.translate(what)}" for choice, what in described)
        return ":" + "".join(f"\n\n{line}" for line in lines)
    shown = ", ".join(choice for choice in choices if choice != "auto")
    return f" ({shown})" if shown else ""


def _metavar(parameter: inspect.Parameter) -> str:
    name = parameter.name
    is_option = parameter.kind is parameter.KEYWORD_ONLY
    return VALUES.get(name, name.upper()) if is_option else name.upper()


def _parser(option: str, kind: Any, choices: Collection[str]) -> Callable[[str], Any] | None:
    """Return what parses the values of *option*; None if they are text."""
    if choices:
        return partial(_choice, option, choices)
    return partial(_whole_number, option) if int in {kind, *get_args(kind)} else None


def _completion(name: str, choices: Collection[str]) -> Callable[[str], list[str]] | None:
    """Return what completes the value of the parameter *name*; None if nothing can."""
    known = [*load_rules()] if name in {"rule", "select", "ignore"} else choices
    if not known:
        return None
    offered = [each for each in known if each != "auto"]  # it is the same as no option at all
    return lambda incomplete: [each for each in offered if each.startswith(incomplete)]


def _choice(option: str, choices: Collection[str], value: str) -> str:
    """Return *value*; BadParameter, with the closest one, if it is not one of *choices*."""
    if value in choices:
        return value
    similar = get_close_matches(value.lower(), choices, n=1)
    if similar:
        message = say(
            "invalid value '{value}' for {option}; {question}",
            value=value,
            option=option,
            question=did_you_mean(similar),
        )
    else:
        message = say(
            "invalid value '{value}' for {option} (choose from {names})",
            value=value,
            option=option,
            names=join(", ", [choice for choice in choices if choice != "auto"]),
        )
    raise typer.BadParameter(message)


def _whole_number(option: str, value: str) -> int:
    """Return *value* as a number; BadParameter if it is not a whole one."""
    try:
        return int(value)
    except ValueError as error:
        message = say(
            "invalid value '{value}' for {option}: it must be a whole number",
            value=value,
            option=option,
        )
        raise typer.BadParameter(message) from error
