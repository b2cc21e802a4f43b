"""Read the git repository around a vault, without running anything that it configures.

A vault may come from a stranger together with its `.git`, whose configuration can name programs:
file system monitors, hooks, filters, external diffs, transports.  So only commands that read
objects and the index are run, never one that reads the files of the work tree, where filters
apply; whatever else may start a program is turned off, and so is fetching what a partial clone
lacks.  Nothing is written: git may not even refresh its index.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, NamedTuple

from vaultgraph.errors import UsageError, VaultError
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say
from vaultgraph.model import Removal

if TYPE_CHECKING:
    from subprocess import CompletedProcess, Popen

__all__ = ["IndexEntry", "MissingBlobError", "Repository", "TreeEntry"]

_OPTIONS = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", f"core.attributesFile={os.devnull}"),
    *("-c", f"core.excludesFile={os.devnull}"),
    *("-c", "core.untrackedCache=false"),
    *("-c", "diff.external="),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),
)
_ENVIRONMENT = {
    # `protocol.allow` alone is not enough: `protocol.ext.allow` of the repository wins over it.
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_KEPT_VARIABLES = frozenset({"GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"})
"""All other variables of git are dropped: those of a hook name another index or repository."""

_RENAMES = ("-M", "-l1000", "--no-rename-empty", "--no-ext-diff", "--no-textconv")
"""Two files that are empty may well be two files."""

_TIMEOUT = 300
_MAX_COMMITS = 1_000
_MAX_HISTORY, _MAX_OUTPUT = 20_000, 100_000_000
"""Limits on the commits and bytes that are read for the days of all files."""
_MAX_CPU_SECONDS, _MAX_MEMORY = 60, 1 << 30
"""Limits of git for them: a repository of 200 kB can stand for more files than a machine can hold.

The history of 13,414 notes in 6,449 commits takes it 0.9 s.
"""
_HASH = lazy_re(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_TREE_LINE = lazy_re(rb"(\d{6}) (?:blob|commit) ([0-9a-f]+)\t(.*)", re.DOTALL)
_INDEX_ENTRY = lazy_re(
    rb"(\d{6}) ([0-9a-f]+) 0\t([^\0]*)\0"
    rb"  ctime: (\d+):(\d+)\n  mtime: (\d+):(\d+)\n"
    rb"  dev: \d+\tino: \d+\n  uid: \d+\tgid: \d+\n  size: (\d+)\tflags: ([0-9a-f]+)\n"
)
_STATUS = lazy_re(rb"[ADR]\d*")
_SKIP_WORKTREE = 0x40000000
_SECOND = 1_000_000_000
_NOT_OURS = b"dubious ownership"
_LINE_END = b"\n"


class TreeEntry(NamedTuple):
    """A file of a commit: its `mode` as git writes it, and the hash of its content."""

    mode: str
    blob: str

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link, whose content is its target."""
        return self.mode == "120000"

    @property
    def is_submodule(self) -> bool:
        """Whether it is a commit of another repository, whose files are not in this one."""
        return self.mode == "160000"


class IndexEntry(NamedTuple):
    """A file of the index: the hash of its content and its state on disk when it was added.

    It `is_sparse` if a sparse checkout leaves it out of the work tree.
    """

    blob: str
    mtime: int
    ctime: int
    size: int
    is_sparse: bool


class MissingBlobError(OSError):
    """The repository lacks the content of a file."""

    def __init__(self) -> None:
        super().__init__(0, say("git has not fetched it"))


class Repository:
    """The git repository that contains the vault at *root*; all paths are relative to the vault.

    Raises VaultError if there is none, if git is missing, or if it does not trust the repository.
    """

    def __init__(self, root: str) -> None:
        self._root = root
        self._trusted: tuple[str, ...] = ()
        self._git = _find_git()
        self._cat: Popen[bytes] | None = None
        arguments = ("rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
        result = self._run(*arguments)
        if _NOT_OURS in result.stderr:
            self._trusted = tuple(self._trusted_folders())
            result = self._run(*arguments)
        if _NOT_OURS in result.stderr:
            from shlex import quote

            folder = quote(os.path.abspath(root))  # the line will be pasted into a shell
            raise VaultError(
                say("git does not trust {root}: it belongs to another user", root=root),
                hint=say(
                    "if you do: git config --global --add safe.directory {folder}", folder=folder
                ),
            )
        is_inside, _, is_shallow = result.stdout.decode().strip().partition("\n")
        if result.returncode or is_inside != "true":
            raise VaultError(
                say("{root} is not in a git repository", root=root),
                hint=say("run git init and commit the vault first, or name another vault"),
            )
        self._is_shallow = is_shallow == "true"

    def commit(self, revision: str) -> str:
        """Return the hash of the commit that *revision* names; UsageError if there is none."""
        found = ""
        if revision and not revision.startswith("-") and "\0" not in revision:
            words = ("rev-parse", "--verify", "--quiet", "--end-of-options")
            result = self._run(*words, f"{revision}^{{commit}}")
            found = os.fsdecode(result.stdout).strip()
        if _HASH.fullmatch(found):
            return found
        if self._is_shallow:
            hint = say("this clone is shallow: get the history first, with git fetch --unshallow")
        else:
            hint = say("name a commit, branch or tag, such as HEAD~1; git log lists the commits")
        raise UsageError(say("git knows no revision {revision}", revision=revision), hint=hint)

    def head(self) -> str:
        """Return the hash of the commit that is checked out; empty if there is none yet."""
        result = self._run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return result.stdout.decode().strip()

    def tree(self, commit: str) -> dict[str, TreeEntry]:
        """Return the files of *commit* that are in the vault, by path, without hidden ones."""
        files = {}
        for line in self._output("ls-tree", "-r", "-z", commit).split(b"\0"):
            if found := _TREE_LINE.fullmatch(line):
                mode, blob, name = found.groups()
                path = os.fsdecode(name)
                if _is_visible(path):
                    files[path] = TreeEntry(mode.decode(), blob.decode())
        return files

    def index(self) -> dict[str, IndexEntry]:
        """Return the files of the index that are in the vault, by path.

        The state of a file that changed at the same time as the index proves nothing, so it is
        left out, as git does: https://git-scm.com/docs/racy-git.
        """
        path = os.fsdecode(self._output("rev-parse", "--git-path", "index").removesuffix(_LINE_END))
        try:
            written = os.stat(os.path.join(self._root, path)).st_mtime_ns
        except OSError:
            return {}
        entries = {}
        listed = self._output("ls-files", "--stage", "-z", "--debug")
        for found in _INDEX_ENTRY.finditer(listed):
            _, blob, name, *times, size, flags = found.groups()
            changed, changed_ns, modified, modified_ns = map(int, times)
            mtime = modified * _SECOND + modified_ns
            entries[os.fsdecode(name)] = IndexEntry(
                blob.decode() if mtime < written else "",
                mtime,
                changed * _SECOND + changed_ns,
                int(size),
                bool(int(flags, 16) & _SKIP_WORKTREE),
            )
        return entries

    def ignored(self, paths: Sequence[str]) -> frozenset[str]:
        """Return those of *paths*, files that are not in the index, that git ignores."""
        if not paths:
            return frozenset()
        # A colon at the start would be magic.
        names = b"".join(b"./" + os.fsencode(path) + b"\0" for path in paths)
        # The exit code is 1 if it ignores none of them.
        result = self._run("check-ignore", "--stdin", "-z", stdin=names)
        return frozenset(os.fsdecode(name[2:]) for name in result.stdout.split(b"\0") if name)

    def renames(self, commit: str, other: str = "") -> Iterator[Removal]:
        """Yield the files that were renamed from *commit* to *other*, or else to the index."""
        command = ("diff-tree", "-r") if other else ("diff-index", "--cached")
        commits = (commit, other) if other else (commit,)
        listed = self._output(
            *command,
            *_RENAMES,
            "--diff-filter=R",
            "--name-status",
            "-z",
            "--relative",
            *commits,
            "--",
        )
        yield from _removals(listed)

    def removals(self, since: str, until: str) -> list[Removal]:
        """Return what the commits after *since* up to *until* removed, the latest first.

        Of these commits, the latest thousand are read, without merges.
        """
        commits = self._output(
            "rev-list", f"--max-count={_MAX_COMMITS}", "--no-merges", until, f"^{since}", "--"
        )
        if not commits:
            return []
        listed = self._output(
            *("diff-tree", "--stdin", "-r", *_RENAMES, "--diff-filter=DR"),
            *("--name-status", "-z", "--relative", "--format=%H %as"),
            stdin=commits,
        )
        return [*_removals(listed)]

    def first_days(self) -> dict[str, str]:
        """Return the days on which files of the vault were added, such as `2023-09-22`, by path.

        A file that was moved without a change keeps its day.  The result is empty if the history
        is cut off, as in a shallow clone, or too large to read, and where git cannot be limited,
        which only Linux can.
        """
        commits = b""
        if not self._is_shallow and (head := self.head()):
            count = f"--max-count={_MAX_HISTORY + 1}"
            listing = ("rev-list", count, "--no-merges", "--reverse", head, "--")
            commits = self._limited_output(*listing)
        if not commits or commits.count(_LINE_END) > _MAX_HISTORY:
            return {}
        listed = self._limited_output(
            *("diff-tree", "--stdin", "-r", "--root", "-M100%", "--no-ext-diff", "--no-textconv"),
            *("--diff-filter=AR", "--name-status", "-z", "--relative", "--format=%H %as"),
            stdin=commits,
        )
        days: dict[str, str] = {}
        for path, renamed, _, _, day in _changes(listed):
            days.setdefault(renamed or path, days.get(path, day) if renamed else day)
        return days

    def sizes(self, blobs: Iterable[str]) -> dict[str, int]:
        """Return the sizes of *blobs* in bytes; VaultError if one was not fetched."""
        wanted = [*dict.fromkeys(blobs)]
        if not wanted:
            return {}
        names = "".join(f"{blob}\n" for blob in wanted).encode()
        result = self._run("cat-file", "--batch-check=%(objectsize)", stdin=names)
        sizes = result.stdout.split(_LINE_END)[: len(wanted)]
        if result.returncode or len(sizes) < len(wanted) or not all(map(bytes.isdigit, sizes)):
            raise VaultError(
                say("git has not fetched all files of this revision"),
                hint=say("this clone is partial: clone it again without --filter"),
            )
        return dict(zip(wanted, map(int, sizes), strict=True))

    def read(self, blob: str) -> bytes:
        """Return the content of *blob*; MissingBlobError if it cannot be read."""
        process = self._cat or self._start_cat()
        requests, answers = _pipes(process)
        try:
            requests.write(blob.encode() + _LINE_END)
            requests.flush()
            head = answers.readline().split()
            size = int(head[2]) if len(head) == 3 else -1
            content = answers.read(size + 1)[:-1] if size >= 0 else b""
        except (OSError, ValueError):
            size, content = -1, b""
        if len(content) != size:
            raise MissingBlobError
        return content

    def _start_cat(self) -> "Popen[bytes]":
        from subprocess import DEVNULL, PIPE, Popen

        self._cat = Popen(  # noqa: S603 -- fixed arguments
            self._command("cat-file", "--batch"),
            cwd=self._root,
            env=_environment(),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
        )
        return self._cat

    def _output(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """Return what git prints; VaultError if it fails."""
        result = self._run(*arguments, stdin=stdin)
        if result.returncode:
            reason = os.fsdecode(result.stderr).strip().rpartition("\n")[2]
            raise VaultError(
                say("git {command} failed: {reason}", command=arguments[0], reason=reason),
                hint=say("check the repository with git fsck"),
            )
        return result.stdout

    def _limited_output(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """Return what git prints; empty if it fails, prints or needs too much, or has no limits."""
        from subprocess import DEVNULL, PIPE, Popen
        from tempfile import TemporaryFile

        try:
            with TemporaryFile() as input_file:
                input_file.write(stdin)
                input_file.seek(0)
                with Popen(  # noqa: S603 -- fixed arguments
                    self._command(*arguments),
                    cwd=self._root,
                    env=_environment(),
                    stdin=input_file,
                    stdout=PIPE,
                    stderr=DEVNULL,
                ) as process:
                    is_limited = _limit(process.pid)
                    readable = process.stdout if is_limited else None
                    output = readable.read(_MAX_OUTPUT) if readable else b""
                    if not is_limited or len(output) == _MAX_OUTPUT:
                        process.kill()
        except OSError:
            return b""
        return b"" if process.returncode else output

    def _run(self, *arguments: str, stdin: bytes = b"") -> "CompletedProcess[bytes]":
        from subprocess import TimeoutExpired, run

        try:
            return run(  # noqa: S603 -- fixed arguments, and a revision that cannot be an option
                self._command(*arguments),
                cwd=self._root,
                env=_environment(),
                input=stdin,
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
        except TimeoutExpired as error:
            raise VaultError(
                say("git {command} takes too long", command=arguments[0]),
                hint=say("check the repository with git fsck"),
            ) from error
        except (FileNotFoundError, NotADirectoryError) as error:
            raise VaultError(
                say("no vault at {root}", root=self._root),
                hint=say("pass the folder that holds your notes"),
            ) from error

    def _command(self, *arguments: str) -> list[str]:
        trusted = (word for folder in self._trusted for word in ("-c", f"safe.directory={folder}"))
        return [self._git, *_OPTIONS, *trusted, *arguments]

    def _trusted_folders(self) -> Iterator[str]:
        """Yield the folders of others that the user and the system trust.

        The rest of their settings is not read, so that the result is the same for everyone.
        """
        from subprocess import run

        for scope in ("--global", "--system"):
            found = run(  # noqa: S603 -- fixed arguments
                [self._git, "config", scope, "-z", "--get-all", "safe.directory"],
                cwd=os.path.dirname(self._git),
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
            yield from (os.fsdecode(name) for name in found.stdout.split(b"\0")[:-1])


def _find_git() -> str:
    """Return the path of git; VaultError if it is not installed.

    Relative entries of PATH are skipped: in a vault they may name a program of a stranger.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in filter(os.path.isabs, os.get_exec_path()):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise VaultError(
        say("git is not installed, or not in PATH"),
        hint=say("install it: https://git-scm.com/downloads"),
    )


def _limit(process: int) -> bool:
    """Limit the CPU seconds and the memory of *process*; return whether that is possible here."""
    try:
        import resource

        resource.prlimit(process, resource.RLIMIT_CPU, (_MAX_CPU_SECONDS, _MAX_CPU_SECONDS))
        resource.prlimit(process, resource.RLIMIT_DATA, (_MAX_MEMORY, _MAX_MEMORY))
    except (ImportError, AttributeError, OSError, ValueError):
        return False
    return True


def _environment() -> Mapping[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT_VARIABLES
    }
    return kept | _ENVIRONMENT


def _is_visible(path: str) -> bool:
    """Whether *path* may be that of a file of the vault, neither hidden nor outside it."""
    return all(part and part[0] != "." for part in path.split("/"))


def _removals(listed: bytes) -> Iterator[Removal]:
    """Parse the deletions and renames in the output of `--name-status -z`."""
    for path, renamed, similarity, commit, date in _changes(listed):
        if _is_visible(path):
            is_here = renamed and _is_visible(renamed)
            yield Removal(path, renamed if is_here else "", similarity, commit, date)


def _changes(listed: bytes) -> Iterator[tuple[str, str, int, str, str]]:
    """Parse the output of `--name-status -z`, where a commit precedes its files.

    Yield the path of each, the path it was renamed to and the similarity in percent if it was, the
    hash of the commit, and its day.
    """
    commit, _, date = b"", b"", b""
    words = iter(listed.split(b"\0"))
    for word in words:
        status = word.removeprefix(_LINE_END)
        if not _STATUS.fullmatch(status):
            commit, _, date = status.partition(b" ")
            continue
        path = os.fsdecode(next(words, b""))
        renamed = os.fsdecode(next(words, b"")) if status[:1] == b"R" else ""
        yield path, renamed, int(status[1:] or 0), commit.decode(), date.decode()


def _pipes(process: "Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise MissingBlobError
    return process.stdin, process.stdout
