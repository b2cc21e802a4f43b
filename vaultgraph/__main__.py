"""The front door: `vaultgraph` and `python -m vaultgraph`.

Our own errors become two short lines and the exit code 2; every other exception is our bug, and
keeps its traceback.
"""

from __future__ import annotations

import errno
import gc
import os
import sys

from vaultgraph.errors import VaultGraphError
from vaultgraph.printing import STYLED, ClosedStream, SafeStream
from vaultgraph.version import __version__

TYPE_CHECKING = False  # `typing` would cost more than all of this
if TYPE_CHECKING:
    from vaultgraph.cache.output import CommandOutput
    from vaultgraph.languages import Language

__all__ = ["answer", "main"]

_QUICK = ("audit", "export", "links", "lint", "map", "path", "rules", "stats")
"""The commands that many ask in few words; they answer sooner than Typer would start."""

_KEPT = ("audit", "links", "lint", "path", "rules", "stats")
"""The commands whose answers are kept as long as what they rest on does not change."""

_NO_DOCSTRINGS = 2
_STARTED_AGAIN = "VAULTGRAPH_STARTED_AGAIN"
_HELP = {"--help", "-h"}
_CUT_OFF = 141
"""What a shell says of a program that could not go on writing: 128 and the number of SIGPIPE."""


def main() -> None:
    """Run the command line and exit, without taking apart what was read: that takes its time."""
    _start_as_usual()
    code = answer(sys.argv[1:])
    _complain("")
    os._exit(code)


def _start_as_usual() -> None:
    """Start Python again if it was started so that the answer would be another.

    Help and the pages of rules are docstrings, which `-OO` takes away.  File names are UTF-8 in a
    vault, also where the locale says otherwise.
    """
    is_utf8 = os.name != "posix" or sys.getfilesystemencoding() == "utf-8"
    if (sys.flags.optimize < _NO_DOCSTRINGS and is_utf8) or _STARTED_AGAIN in os.environ:
        return
    words = [word for word in sys.orig_argv[1:] if word not in {"-O", "-OO"}]
    usual = {"PYTHONOPTIMIZE": "", "PYTHONUTF8": "1", _STARTED_AGAIN: "1"}
    os.execve(sys.executable, [sys.executable, *words], os.environ | usual)  # noqa: S606 -- ourselves


def answer(words: list[str]) -> int:
    """Run the command line *words*, and return the exit code when all is printed."""
    _guard_streams()
    try:
        code = _run(words)
        sys.stdout.flush()
    except VaultGraphError as error:
        _complain(error.lines(_language_of(words).say))
        code = 2
    except BrokenPipeError:
        code = _drop_output(_CUT_OFF)  # whoever read us has had enough, as `head` has
    except OSError as error:
        if error.filename is not None:
            raise
        if os.name == "nt" and error.errno == errno.EINVAL:  # so Windows calls a closed pipe
            return _drop_output(_CUT_OFF)
        if isinstance(error, FileNotFoundError):  # what no write ends with
            _complain("error: the current folder is gone\nhint: change to another")
            return 2
        _complain(f"error: cannot write the answer: {error.strerror}")
        code = _drop_output(2)
    except KeyboardInterrupt:
        code = 130
    return code


def _language_of(words: list[str]) -> Language:
    """The language that *words* ask for; the system's if they do not, or for one there is not."""
    from vaultgraph.languages import choose_language

    for word, value in zip(words, [*words[1:], ""], strict=True):
        choice = value if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and choice != word:
            try:
                return choose_language(choice)
            except VaultGraphError:
                break
    return choose_language("auto")


def _complain(text: str) -> None:
    """Say *text* on stderr, at once; if that cannot be written, the exit code has to do."""
    try:
        print(text, end="\n" if text else "", file=sys.stderr, flush=True)
    except OSError:
        return


def _guard_streams() -> None:
    """Let nothing that is printed steer the terminal, nor a stream that is closed stop us."""
    # Names and texts of a vault may hold what the terminal's encoding does not.
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors="backslashreplace")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = SafeStream(sys.stderr)
    sys.stdout = ClosedStream() if sys.stdout is None else SafeStream(sys.stdout)


def _drop_output(code: int) -> int:
    """Leave nothing to be flushed at exit, and return *code*."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # it was closed before we began
        return code
    return code


def _run(words: list[str]) -> int:
    if words == ["--version"]:
        print(f"vaultgraph {__version__}")
        return 0
    name = words[0] if words else ""
    if name in _QUICK:
        gc.disable()  # reading makes no cycles worth collecting, only many small tuples
        os.environ.setdefault(
            "OPENBLAS_NUM_THREADS", "1"
        )  # numpy's threads take more than they save
    if not words or not _HELP.isdisjoint(words):
        return _help(words)
    from vaultgraph.cache.output import CacheKey, print_output

    if name not in _KEPT:
        return print_output(_run_command(words))
    question = CacheKey(words)
    return print_output(question.load() or _run_command(words), question)


def _run_command(words: list[str]) -> CommandOutput | int:
    """Run the command that *words* name, by Typer only if that knows more of them."""
    name, *rest = words
    if name in _QUICK:
        from importlib import import_module

        from vaultgraph.commands.arguments import plain_arguments

        module = import_module(f"vaultgraph.commands.{name}")
        command = getattr(module, *module.__all__)
        arguments = plain_arguments(command, rest)
        if arguments is not None:
            return command(**arguments)  # type: ignore[no-any-return]
    from vaultgraph.cli import run

    return run(words)


def _help(words: list[str]) -> int:
    """Print the help that Typer makes, or made before: it needs a quarter of a second."""
    from vaultgraph.cache.output import CacheKey, CommandOutput, Dependencies, print_output
    from vaultgraph.cache.tee import Tee

    question = CacheKey(words)
    if known := question.load():
        return print_output(known)
    basis = Dependencies()
    from vaultgraph.cli import run

    printed = Tee(sys.stdout)
    if isinstance(sys.stdout, SafeStream):
        sys.stdout.form = STYLED
    sys.stdout = printed
    code = print_output(run(words))
    text = printed.text.encode(sys.stdout.encoding, "backslashreplace")
    question.store(CommandOutput([text], "", code, basis=basis))
    return code


if __name__ == "__main__":
    main()
