"""The front door: `vaultgraph` and `python -m vaultgraph`.

Our own errors become two short lines and the exit code 2; every other exception is our bug, and
keeps its traceback.
"""

import gc
import os
import sys

from vaultgraph.errors import VaultGraphError
from vaultgraph.version import __version__

__all__ = ["answer", "main"]

_QUICK = ("audit", "export", "links", "lint", "map", "path", "stats")
"""The commands about a vault; many answer sooner than Typer would start."""

_HELP = {"--help", "-h"}
_CUT_OFF = 141
"""What a shell says of a program that could not go on writing: 128 and the number of SIGPIPE."""


def main() -> None:
    """Run the command line and exit, without taking apart what was read: that takes its time."""
    code = answer(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)


def answer(words: list[str]) -> int:
    """Run the command line *words*, and return the exit code when all is printed."""
    # Names and texts of a vault may hold what the terminal's encoding does not.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run(words)
        sys.stdout.flush()
    except VaultGraphError as error:
        print(error.lines, file=sys.stderr)
        code = 2
    except BrokenPipeError:
        code = _drop_output(_CUT_OFF)  # whoever read us has had enough, as `head` has
    except OSError as error:
        if error.filename is not None:
            raise
        if isinstance(error, FileNotFoundError):  # what no write ends with
            print("error: the current folder is gone\nhint: change to another", file=sys.stderr)
            return 2
        print(f"error: cannot write the answer: {error.strerror}", file=sys.stderr)
        code = _drop_output(2)
    except KeyboardInterrupt:
        code = 130
    return code


def _drop_output(code: int) -> int:
    """Leave nothing to be flushed at exit, and return *code*."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _run(words: list[str]) -> int:
    if words == ["--version"]:
        print(f"vaultgraph {__version__}")
        return 0
    name, *rest = words or [""]
    if name in _QUICK:
        gc.disable()  # reading makes no cycles worth collecting, only many small tuples
        os.environ.setdefault(
            "OPENBLAS_NUM_THREADS", "1"
        )  # numpy's threads take more than they save
    if not words or not _HELP.isdisjoint(words):
        return _help(words)
    if name == "lint":
        from vaultgraph.cache.answers import Question, repeat

        if known := Question(words).answer():
            return repeat(known)
    if name in _QUICK:
        from importlib import import_module

        from vaultgraph.commands.arguments import plain_arguments

        module = import_module(f"vaultgraph.commands.{name}")
        command = getattr(module, *module.__all__)
        arguments = plain_arguments(command, rest)
        if arguments is not None:
            return int(command(**arguments))
    from vaultgraph.cli import run

    return run(words)


def _help(words: list[str]) -> int:
    """Print the help that Typer makes, or made before: it needs a quarter of a second."""
    from vaultgraph.cache.answers import Question, repeat
    from vaultgraph.cache.tee import Tee

    question = Question(words)
    if known := question.answer():
        return repeat(known)
    from vaultgraph.cli import run

    printed = Tee(sys.stdout)
    sys.stdout = printed
    code = run(words)
    question.remember([printed.text], "", code)
    return code


if __name__ == "__main__":
    main()
