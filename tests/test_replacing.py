"""A file is written as a whole or not at all."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from vaultgraph.files import RefusedError
from vaultgraph.replacing import replace_file
from vaults import ROOT


@pytest.fixture
def file(tmp_path):
    """A file with something in it."""
    (tmp_path / "map.html").write_text("earlier")
    return tmp_path / "map.html"


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_it_is_replaced_and_keeps_its_mode(file):
    file.chmod(0o640)
    replace_file(str(file), [b"la", b"ter"])
    assert file.read_text() == "later"
    assert file.stat().st_mode & 0o777 == 0o640
    assert left_in(file.parent) == ["map.html"]


def test_a_new_one_is_made(tmp_path):
    replace_file(str(tmp_path / "new.html"), [b"later"])
    assert (tmp_path / "new.html").read_text() == "later"


@pytest.mark.parametrize("name", ["write", "fsync", "replace", "chmod"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_fault_leaves_the_earlier_file(file, monkeypatch, name, number):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    def pieces():
        yield b"la"
        if name == "write":
            fail()
        yield b"ter"

    if name != "write":
        monkeypatch.setattr(os, name, fail)
    with pytest.raises(OSError, match=os.strerror(number)):
        replace_file(str(file), pieces())
    assert file.read_text() == "earlier"
    assert left_in(file.parent) == ["map.html"]


def test_a_failed_render_leaves_the_earlier_file(file):
    with pytest.raises(ZeroDivisionError):
        replace_file(str(file), (str(1 // number).encode() for number in (1, 0)))
    assert (file.read_text(), left_in(file.parent)) == ("earlier", ["map.html"])


def test_what_a_killed_run_has_left_the_next_one_takes_away(file):
    program = (
        "import os, signal, sys\n"
        "from vaultgraph.replacing import replace_file\n"
        "def pieces():\n"
        "    yield b'la'\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "replace_file(sys.argv[1], pieces())\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (file.read_text(), len(left_in(file.parent))) == ("earlier", 2)
    replace_file(str(file), [b"later"])
    assert (file.read_text(), left_in(file.parent)) == ("later", ["map.html"])


def test_it_does_not_write_through_a_symbolic_link(file):
    link = file.parent / "link.html"
    link.symlink_to(file)
    with pytest.raises(RefusedError, match="symbolic link"):
        replace_file(str(link), [b"later"])
    assert file.read_text() == "earlier"


def test_a_device_is_written_to_as_it_is():
    replace_file("/dev/null", [b"later"])
    assert not os.path.isfile("/dev/null")


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="there is no such folder")
def test_a_folder_below_that_of_the_devices_is_as_any_other():
    with TemporaryDirectory(dir="/dev/shm") as folder:
        (file := Path(folder, "file")).write_text("earlier")
        (link := Path(folder, "link")).symlink_to(file)
        with pytest.raises(RefusedError, match="symbolic link"):
            replace_file(str(link), [b"later"])
        assert file.read_text() == "earlier"
