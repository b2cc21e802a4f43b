"""Runs commands as a user would, but in this process."""

import gc
import io
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout

import pytest

from vaultgraph import __main__
from vaults import ROOT

__all__ = ["ENVIRONMENT", "run_here"]

ENVIRONMENT = {"COLUMNS": "100", "NO_COLOR": "1", "CI": ""}


def run_here(*words, cwd=ROOT, **environment):
    """Run `vaultgraph` with *words* in *cwd*; the result is that of a process."""
    words = [*map(str, words)]
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, write_through=True) for _ in range(2))
    with (
        pytest.MonkeyPatch.context() as patch,
        chdir(cwd),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        for name, value in {**ENVIRONMENT, **environment}.items():
            patch.setenv(name, value)
        try:
            code = __main__.answer(words)
        finally:
            gc.enable()  # a command ends before there is much to collect, this process does not
    return subprocess.CompletedProcess(words, code, written(out), written(err))


def written(stream):
    """The text that was written to *stream*, with the line ends of every system as one."""
    text = stream.buffer.getvalue().decode("utf-8", "surrogateescape")
    return text.replace("\r\n", "\n")
