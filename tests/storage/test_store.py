"""What is kept is whole, whatever happens while it is written."""

import os
import random
import signal
import subprocess
import sys

import platformdirs
import pytest

from sampling import times
from vaultgraph.storage.folder import cache_folder
from vaultgraph.storage.store import clear, load, save

pytestmark = pytest.mark.slow

WRITER = """
import os, signal, sys
from vaultgraph.storage.store import save
content = b""
def write(file):
    for _ in range(100):
        file.write(content)
number, left = 0, int(sys.argv[1])
def count(frame, event, argument):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
if left:
    sys.setprofile(count)
while True:
    number += 1
    content = b"%d " % number * 1000
    save("vault.answer", write, 1)
"""


def test_the_folder_is_where_programs_of_this_system_keep_such_things(monkeypatch):
    assert cache_folder() == platformdirs.user_cache_dir("vaultgraph", "vaultgraph")
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    assert cache_folder() == platformdirs.user_cache_dir("vaultgraph", "vaultgraph")


def writing(content):
    return lambda file: file.write(content)


def is_whole(content):
    numbers = bytes(content).split()
    return len(numbers) == 100_000 and len(set(numbers)) == 1


def test_a_writer_that_is_killed_leaves_a_whole_value(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    chance = random.Random(7)
    for _ in range(times(10, "VAULTGRAPH_KILLS")):
        calls = str(chance.randrange(4_000, 9_000))  # from the first value to the fifth
        killed = subprocess.run([sys.executable, "-c", WRITER, calls], check=False)
        assert killed.returncode == -signal.SIGKILL
        value = load("vault.answer")
        if value is not None:
            assert is_whole(value)
    assert value is not None


def test_two_writers_do_not_mix(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, "0"]) for _ in range(2)]
    read = set()
    try:
        while len(read) < 50:
            if value := load("vault.answer"):
                assert is_whole(value)
                read.add(bytes(value[:9]))
            assert all(writer.poll() is None for writer in writers)
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()


def test_what_was_abandoned_half_written_is_deleted_in_time(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save("a.answer", writing(b"1"), 1)
    abandoned = tmp_path / "vaultgraph/b.answer.1.new"
    abandoned.write_bytes(b"half")
    save("a.answer", writing(b"2"), 1)
    assert abandoned.exists()
    os.utime(abandoned, (0, 0))
    save("a.answer", writing(b"3"), 1)
    assert not abandoned.exists()
    assert load("a.answer") == b"3"


def test_a_file_of_another_format_is_ignored(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save("a.vault", writing(b"1"), 1)
    file = tmp_path / "vaultgraph/a.vault"
    form, _, rest = file.read_bytes().partition(b",")
    file.write_bytes(form.replace(b"cache ", b"cache 1") + b"," + rest)
    assert load("a.vault") is None


@pytest.fixture
def believed(tmp_path, monkeypatch):
    """Whether what is kept in a folder that was changed in some way is still believed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save("a.answer", lambda sink: sink.write(b"known"), 3)
    assert load("a.answer") == b"known"
    return lambda: load("a.answer") is not None


def test_a_file_that_others_may_write_is_not_trusted(believed, tmp_path):
    (tmp_path / "vaultgraph").chmod(0o777)
    assert not believed()
    (tmp_path / "vaultgraph").chmod(0o700)
    (tmp_path / "vaultgraph" / "a.answer").chmod(0o666)
    assert not believed()


def test_nothing_is_read_or_written_through_a_link(believed, tmp_path):
    (tmp_path / "vaultgraph" / "a.answer").rename(tmp_path / "planted")
    (tmp_path / "vaultgraph" / "a.answer").symlink_to(tmp_path / "planted")
    assert not believed()
    (tmp_path / "vaultgraph").rename(tmp_path / "elsewhere")
    (tmp_path / "vaultgraph").symlink_to(tmp_path / "elsewhere")
    before = sorted((tmp_path / "elsewhere").iterdir())
    save("b.answer", lambda sink: sink.write(b"known"), 3)
    assert not believed()
    assert sorted((tmp_path / "elsewhere").iterdir()) == before


def test_nothing_is_deleted_through_a_link(believed, tmp_path):
    (tmp_path / "vaultgraph").rename(tmp_path / "elsewhere")
    (tmp_path / "vaultgraph").symlink_to(tmp_path / "elsewhere")
    before = sorted((tmp_path / "elsewhere").iterdir())
    clear()
    assert sorted((tmp_path / "elsewhere").iterdir()) == before


@pytest.mark.parametrize("home", ["here", "", "~"])
def test_nothing_is_stored_without_a_home_folder(tmp_path, monkeypatch, home):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    monkeypatch.chdir(tmp_path)
    save("a.answer", lambda sink: sink.write(b"known"), 3)
    assert list(tmp_path.iterdir()) == []
