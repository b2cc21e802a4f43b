"""The entry point of `vaultgraph` and `python -m vaultgraph`.

Our own errors are printed as two short lines and exit with 2; any other exception is a bug and
keeps its traceback.
"""

from __future__ import annotations

import errno
import gc
import os
import sys

from vaultgraph.errors import VaultGraphError
from vaultgraph.messages import reason_of, say
from vaultgraph.printing import STYLED, ClosedStream, SafeStream
from vaultgraph.version import __version__

TYPE_CHECKING = False  # `typing` would cost more than all of this
if TYPE_CHECKING:
    from vaultgraph.cache.output import CommandOutput
    from vaultgraph.languages import Language

__all__ = ["answer", "main"]

_FAST_COMMANDS = (
    "audit",
    "diff",
    "export",
    "links",
    "lint",
    "map",
    "path",
    "plan",
    "quiz",
    "rules",
    "stats",
    "suggest",
)
"""The commands with a fast path: simple arguments are parsed without importing Typer."""

_CACHED_COMMANDS = ("audit", "links", "lint", "path", "rules", "stats", "suggest")
"""The commands whose output is cached until one of its dependencies changes."""

_NO_DOCSTRINGS = 2
_RESTARTED = "VAULTGRAPH_STARTED_AGAIN"
_HELP = {"--help", "-h"}
_COMPLETE = "_VAULTGRAPH_COMPLETE"
_SIGPIPE_EXIT_CODE = 141
"""The exit code that a shell reports for a process killed by SIGPIPE: 128 + 13."""


def main() -> None:
    """Run the command line and exit at once, without freeing the vault in memory, which is slow."""
    _restart_if_needed()
    code = answer(sys.argv[1:])
    _print_error("")
    os._exit(code)


def _restart_if_needed() -> None:
    """Restart Python if it was started with options that would change the output.

    Help texts and rule pages are docstrings, which `-OO` removes.  File names in a vault are UTF-8
    even if the locale says otherwise.
    """
    is_utf8 = os.name != "posix" or sys.getfilesystemencoding() == "utf-8"
    if (sys.flags.optimize < _NO_DOCSTRINGS and is_utf8) or _RESTARTED in os.environ:
        return
    words = [word for word in sys.orig_argv[1:] if word not in {"-O", "-OO"}]
    usual = {"PYTHONOPTIMIZE": "", "PYTHONUTF8": "1", _RESTARTED: "1"}
    os.execve(sys.executable, [sys.executable, *words], os.environ | usual)  # noqa: S606 -- ourselves


def answer(words: list[str]) -> int:
    """Run the command line *words*, print its output, and return the exit code."""
    _guard_streams()
    try:
        code = _run(words)
        sys.stdout.flush()
    except VaultGraphError as error:
        _print_error(error.lines(_language_of(words).say))
        code = 2
    except BrokenPipeError:
        code = _drop_output(_SIGPIPE_EXIT_CODE)  # the reader, such as `head`, has closed the pipe
    except OSError as error:
        if error.filename is not None:
            raise
        if os.name == "nt" and error.errno == errno.EINVAL:  # a closed pipe on Windows
            return _drop_output(_SIGPIPE_EXIT_CODE)
        if isinstance(error, FileNotFoundError):  # no write raises this
            message, hint = say("the current folder is gone"), say("change to another")
            _print_error(VaultGraphError(message, hint=hint).lines(_language_of(words).say))
            return 2
        message = say("cannot write the answer: {reason}", reason=reason_of(error))
        _print_error(VaultGraphError(message).lines(_language_of(words).say))
        code = _drop_output(2)
    except KeyboardInterrupt:
        code = 130
    return code


def _language_of(words: list[str]) -> Language:
    """Return the language of `--lang` in *words*; the system's if absent or unknown."""
    from vaultgraph.languages import choose_language

    for word, value in zip(words, [*words[1:], ""], strict=False):
        choice = value if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and choice != word:
            try:
                return choose_language(choice)
            except VaultGraphError:
                break
    return choose_language("auto")


def _print_error(text: str) -> None:
    """Print *text* to stderr and flush; if that fails, the exit code has to suffice."""
    try:
        print(text, end="\n" if text else "", file=sys.stderr, flush=True)
    except OSError:
        return


def _guard_streams() -> None:
    """Wrap the standard streams: filter control characters, and survive closed streams."""
    # Names and texts of a vault may contain characters that the terminal's encoding lacks.
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors="backslashreplace")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = SafeStream(sys.stderr)
    sys.stdout = ClosedStream() if sys.stdout is None else SafeStream(sys.stdout)


def _drop_output(code: int) -> int:
    """Redirect stdout to the null device, so that no flush fails at exit; return *code*."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # stdout was closed from the start
        return code
    return code


def _run(words: list[str]) -> int:
    if words in (["--version"], ["-V"]):
        print(f"vaultgraph {__version__}")
        return 0
    from vaultgraph.cache.output import CacheKey, print_output

    if words[:1] == ["help"]:  # `help lint`, as other programs have it
        words = [*words[1:], "--help"]
    if _COMPLETE in os.environ:  # a shell asks for completions
        return print_output(_run_with_typer(words))
    name = words[0] if words else ""
    if name in _FAST_COMMANDS:
        gc.disable()  # parsing creates many small tuples, but no cycles worth collecting
    if not words or not _HELP.isdisjoint(words):
        return _help(words)
    if name not in _CACHED_COMMANDS:
        return print_output(_run_command(words))
    cache_key = CacheKey(words)
    return print_output(cache_key.load() or _run_command(words), cache_key)


def _run_command(words: list[str]) -> CommandOutput | int:
    """Run the command line *words*; fall back to Typer if the fast parser cannot handle it."""
    name, *rest = words
    if name in _FAST_COMMANDS:
        from importlib import import_module

        from vaultgraph.commands.arguments import plain_arguments

        module = import_module(f"vaultgraph.commands.{name}")
        command = getattr(module, *module.__all__)
        arguments = plain_arguments(command, rest)
        if arguments is not None:
            return command(**arguments)  # type: ignore[no-any-return]
    return _run_with_typer(words)


def _run_with_typer(words: list[str]) -> CommandOutput | int:
    from vaultgraph.languages import gettext_language

    with gettext_language(_language_of(words)):
        from vaultgraph.cli import run

        return run(words)


def _help(words: list[str]) -> int:
    """Print the help, cached from an earlier call if possible: Typer takes 0.25 s to render it."""
    from vaultgraph.cache.output import CacheKey, CommandOutput, Dependencies, print_output
    from vaultgraph.cache.tee import Tee

    cache_key = CacheKey(words)
    if known := cache_key.load():
        return print_output(known)
    dependencies = Dependencies()
    printed = Tee(sys.stdout)
    if isinstance(sys.stdout, SafeStream):
        sys.stdout.form = STYLED
    sys.stdout = printed
    code = print_output(_run_with_typer(words))
    text = printed.text.encode(sys.stdout.encoding, "backslashreplace")
    cache_key.store(CommandOutput([text], "", code, dependencies=dependencies))
    return code


if __name__ == "__main__":
    main()
