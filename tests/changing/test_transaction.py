"""A change is carried out as a whole or not at all, and undone."""

import errno
import os
import sys
from contextlib import suppress
from signal import SIGKILL

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaultgraph.changing import (
    Change,
    Move,
    Write,
    carry_out,
    list_changes,
    recover,
    transaction,
    undo,
)
from vaultgraph.changing.journal import Journal
from vaultgraph.errors import UsageError, VaultError

FILES = {
    "A.md": b"one [[B]]\n",
    "B.md": b"two\r\n",
    "deep/C.md": b"\xef\xbb\xbfthree",
    "D.png": b"\0",
}
CHANGE = Change(
    "rename B.md to new/E.md",
    (Write("A.md", FILES["A.md"], b"one [[new/E]], longer\n"), Write("deep/C.md", FILES["deep/C.md"], b"3")),
    (Move("B.md", "new/inner/E.md"), Move("deep", "depth")),
)  # fmt: skip
AFTER = {
    "A.md": b"one [[new/E]], longer\n", "new/inner/E.md": b"two\r\n", "depth/C.md": b"3", "D.png": b"\0",
}  # fmt: skip
LONG_AGO = 1_500_000_000_123_456_789


@pytest.fixture(autouse=True)
def own_state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))


def write_files(root, files=FILES):
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        os.utime(file, ns=(LONG_AGO, LONG_AGO))
    return str(root)


@pytest.fixture
def root(tmp_path):
    return write_files(tmp_path / "vault")


def files_in(root):
    return {
        os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/"): content
        for folder, _, names in os.walk(root)
        for name in names
        for content in [open(os.path.join(folder, name), "rb").read()]
    }


def times_in(root):
    return {path: os.stat(os.path.join(root, path)).st_mtime_ns for path in files_in(root)}


def folders_in(root):
    return sorted(os.path.relpath(folder, root) for folder, _, _ in os.walk(root))


def test_all_is_done(root):
    carry_out(root, CHANGE)
    assert files_in(root) == AFTER
    assert [record.change.title for record in list_changes(root)] == ["rename B.md to new/E.md"]


def test_undoing_restores_bytes_names_folders_and_times(root):
    folders = folders_in(root)
    carry_out(root, CHANGE)
    assert undo(root).change == CHANGE
    assert files_in(root) == FILES
    assert set(times_in(root).values()) == {LONG_AGO}
    assert folders_in(root) == folders
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(root)


def test_several_changes_are_undone_from_the_newest_on(root):
    carry_out(root, Change("one", (), (Move("A.md", "X.md"),)))
    carry_out(root, Change("two", (Write("X.md", FILES["A.md"], b""),), ()))
    assert [undo(root).change.title, undo(root).change.title] == ["two", "one"]
    assert files_in(root) == FILES


@pytest.mark.parametrize(
    ("path", "content"), [("A.md", b"mine"), ("new/inner/E.md", None), ("B.md", b"")]
)
def test_what_was_changed_since_is_not_undone(root, path, content):
    carry_out(root, CHANGE)
    file = os.path.join(root, path)
    if content is None:
        os.unlink(file)
    else:
        with open(file, "wb") as changed:
            changed.write(content)
    now = files_in(root)
    with pytest.raises(UsageError, match=f"changed since then: {path}"):
        undo(root)
    assert files_in(root) == now


@pytest.mark.skipif(os.name != "posix", reason="of these systems")
def test_a_file_is_still_the_same_file(root):
    file = os.path.join(root, "A.md")
    os.chmod(file, 0o640)
    os.link(file, os.path.join(root, "hard.md"))
    before = os.stat(file)
    carry_out(root, CHANGE)
    after = os.stat(file)
    assert (after.st_ino, after.st_mode, after.st_nlink) == (before.st_ino, before.st_mode, 2)
    assert files_in(root)["hard.md"] == AFTER["A.md"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Change("", (Write("A.md", b"other", b""),)), "A.md: it changed since it was read"),
        (Change("", (Write("Z.md", b"", b""),)), "Z.md: it does not exist"),
        (Change("", (Write("deep", b"", b""),)), "deep: it is not a regular file"),
        (Change("", (), (Move("Z.md", "Y.md"),)), "Z.md: it does not exist"),
        (Change("", (), (Move("A.md", "b.MD"),)), "b.MD: there is such a file already"),
        (Change("", (), (Move("A.md", "deep"),)), "deep: there is such a file already"),
        (Change("", (), (Move("A.md", "../A.md"),)), "../A.md: it is not in the vault"),
        (Change("", (), (Move("A.md", "link/A.md"),)), "link/A.md: it is not in the vault"),
        (Change("", (), (Move("link", "other"),)), "link: it is a symbolic link"),
        (Change("", (), (Move("deep", "deep/er"),)), "a folder cannot be moved into itself"),
        (Change("", (), (Move("A.md", "a" * 300),)), "its name is too long"),
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_not_possible_changes_nothing(root, change, reason):
    os.symlink(os.path.dirname(root), os.path.join(root, "link"))
    first = Write("D.png", b"\0", b"never")
    with pytest.raises(UsageError, match=reason.replace(".", r"\.")):
        carry_out(root, change._replace(writes=(first, *change.writes)))
    assert files_in(root) == FILES
    assert list_changes(root) == []


def test_only_case_may_change(root):
    carry_out(root, Change("", (), (Move("A.md", "a.md"),)))
    assert "a.md" in files_in(root)


@pytest.mark.parametrize("step", range(4))
def test_a_full_disk_changes_nothing(root, monkeypatch, step):
    steps = iter(range(9))

    def full(*_, **__):
        if next(steps) == step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch, suppress(UsageError):
        for name in ("posix_fallocate", "makedirs" if step > 1 else "utime"):
            patch.setattr(os, name, full, raising=False)
        carry_out(root, CHANGE)
    assert files_in(root) in (FILES, AFTER)


def test_another_process_may_not_change_the_vault_meanwhile(root):
    journal = Journal(root)
    with transaction.locked(journal), pytest.raises(UsageError, match="another vaultgraph"):
        carry_out(root, CHANGE)
    carry_out(root, CHANGE)


class SlowFile:
    """A file that takes three bytes at a time, and gives a tick for each."""

    def __init__(self, file, tick):
        self.file, self.tick = file, tick

    def write(self, data):
        self.tick()
        return self.file.write(data[:3])

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()


def killed_at(step, action):
    """Whether a process that does *action* was killed at this *step*, or had ended before."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == SIGKILL
    steps = iter(range(step))

    def tick(event="", *_):
        is_step = (event.startswith("os.") and event != "os.kill") or event in {"", "open"}
        if is_step and next(steps, None) is None:
            os.kill(os.getpid(), SIGKILL)

    sync = os.fsync
    os.fsync = lambda file: (tick(), sync(file), tick())
    transaction.open = lambda *words, **more: SlowFile(open(*words, **more), tick)  # noqa: SIM115
    sys.addaudithook(tick)
    action()
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs to fork")
@pytest.mark.parametrize("is_undone", [False, True])
def test_a_kill_at_any_step_leaves_the_old_or_the_new_vault(tmp_path, is_undone):
    kills, seen = 0, set()
    for step in range(1000):
        root = write_files(tmp_path / f"{step}")
        if is_undone:
            carry_out(root, CHANGE)
        was_killed = killed_at(step, lambda: undo(root) if is_undone else carry_out(root, CHANGE))  # noqa: B023
        recover(root)
        files = files_in(root)
        assert files in (FILES, AFTER), step
        seen.add("A.md" in files and files["A.md"] == AFTER["A.md"])
        if files == FILES:
            assert set(times_in(root).values()) == {LONG_AGO}
        assert recover(root) == ""
        kills += was_killed
        if not was_killed:
            break
    assert kills > 50
    assert seen == {False, True}


def test_what_someone_else_writes_after_an_interruption_is_left_as_it_is(root, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_do", lambda *_: os._exit(1))
        child = os.fork()
        if not child:
            carry_out(root, CHANGE)
    os.waitpid(child, 0)
    with open(os.path.join(root, "A.md"), "wb") as file:
        file.write(b"mine")
    with pytest.raises(VaultError, match=r"changed since the interruption: A\.md"):
        recover(root)
    assert files_in(root) == {**FILES, "A.md": b"mine"}
    assert recover(root) == ""  # it is said once, and the next change is possible
    assert list_changes(root) == []
    folder = Journal(root).folder
    assert FILES["A.md"] in files_in(folder).values()
    carry_out(root, Change("", (), (Move("B.md", "E.md"),)))


names = st.sampled_from(["A.md", "B.md", "deep/C.md", "D.png"])
contents = st.binary(max_size=40)


@given(
    st.dictionaries(names, contents),
    st.dictionaries(names, st.text("xyz/", min_size=1, max_size=5)),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_change_is_undone(tmp_path, written, moved):
    root = write_files(tmp_path / os.urandom(6).hex())
    writes = tuple(Write(path, FILES[path], content) for path, content in written.items())
    moves = tuple(Move(path, target) for path, target in moved.items())
    folders = folders_in(root)
    with suppress(UsageError):
        carry_out(root, Change("", writes, moves))
        undo(root)
    assert files_in(root) == FILES
    assert folders_in(root) == folders
    assert set(times_in(root).values()) == {LONG_AGO}
