"""Runs a command again and again, each time with a fault somewhere else, and says what was lost.

    PYTHONPATH=tests python -m faults.driver fix 500

Faults strike where files are opened, renamed, deleted or listed, which Python announces to audit
hooks, or when a file has grown to a size: the disk is full, or the process is killed there.
"""

import errno
import json
import os
import random
import resource
import signal
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from vaultgraph import __main__
from vaultgraph.rules import load_rules

__all__ = ["main"]

NOTES = {
    "Heat.md": "See [[Old/Work]] and [[work]], ![[engine.png]].\n\nWhat is heat? #flashcard\nEnergy.\n<!--ID: 1700000000001-->\n",
    "New/Work.md": "# Laws\n[[Heat]] " + "text " * 3000,
    "Energy.md": "[it](../nowhere/New/Work.md)\n\nUp: [[Heat]]\n",
    "Board.canvas": '{"nodes": [{"id": "1", "type": "text", "text": "[[work]]", "x": 0, "y": 0, "width": 1, "height": 1}]}',
    ".obsidian/app.json": "{}",
}
COMMANDS = {
    "lint": (["lint", "{vault}", "--format", "json", "--no-cache"], ""),
    "cache": (["lint", "{vault}", "--format", "json"], ""),
    "fix": (["lint", "{vault}", "--fix", "--no-cache"], ""),
    "baseline": (["lint", "{vault}", "--no-cache", "--write-baseline", "{out}"], "out"),
    "export": (["export", "{vault}", "--format", "json", "-o", "{out}"], "out"),
    "map": (["map", "{vault}", "-o", "{out}"], "out"),
}
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.scandir", "os.listdir", "os.chmod"}
KINDS = ("denied", "full", "killed", "vanished", "full at", "killed at")
KILLED = 137


def main():
    """Try the command and as many faults as the command line says; print each that does harm."""
    name, points = sys.argv[1], int(sys.argv[2])
    for command in ("lint", "fixing", "baseline", "export", "map"):
        import_module(f"vaultgraph.commands.{command}")  # once, not in each process
    load_rules()
    for harm in harms(name, points, random.Random(name)):
        print(harm, flush=True)


def harms(name, points, chance):
    """Yield what goes wrong at one of so many *points* of the command *name*."""
    with tempfile.TemporaryDirectory() as folder:
        clean = Trial(Path(folder), name, "", 0)
        after = clean.run()
        events, wanted = clean.events(), [clean.state()]
        size = max(len(content) for _, content in clean.files())
        assert after in {0, 1}, clean.said()
        clean.run()  # a map keeps the places of an earlier one
        wanted.append(clean.state())
    for number in range(points):
        kind = KINDS[number % len(KINDS)]
        place = chance.randrange(max(1, size + 1 if kind.endswith("at") else events + 1))
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder), name, kind, place)
            before = trial.state()
            code = trial.run()
            for harm in trial.harms(code, before, wanted):
                yield f"{name}, {kind} {place}: {harm}"


class Trial:
    """One run of a command in *folder*, with a fault of this *kind* at a *place*."""

    def __init__(self, folder, name, kind, place):
        self.root, self.out = folder / "vault", folder / "made" / "out.html"
        self.kind, self.place = kind, place
        self._folder, self._seen = folder, 0
        words, self._makes = COMMANDS[name]
        self._words = [word.format(vault=self.root, out=self.out) for word in words]
        self.out.parent.mkdir()
        for path, text in NOTES.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        for file in self.root.rglob("*"):
            os.utime(file, (1e9, 1e9))

    def run(self):
        """Run the command in a process of its own, and return its exit code."""
        child = os.fork()
        if child:
            _, status = os.waitpid(child, 0)
            return os.waitstatus_to_exitcode(status)
        code = 99
        try:
            os.environ["XDG_CACHE_HOME"] = str(self._folder / "cache")
            os.environ["XDG_STATE_HOME"] = str(self._folder / "cache" / "state")
            for stream, handle in (("stdout", 1), ("stderr", 2)):
                os.dup2(
                    os.open(self._folder / stream, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), handle
                )
            sys.argv = ["vaultgraph", *self._words]
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            self._arm()
            code = __main__.answer(self._words)
            sys.stdout.flush()
        except BaseException:
            import traceback

            os.write(2, traceback.format_exc().encode())
        finally:
            if not self.kind:
                os.write(
                    os.open(self._folder / "events", os.O_WRONLY | os.O_CREAT),
                    str(self._seen).encode(),
                )
            os._exit(code)

    def _arm(self):
        if self.kind.endswith("at"):
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.place, resource.RLIM_INFINITY))
            killed = self.kind.startswith("killed")
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL if killed else signal.SIG_IGN)
        else:
            sys.addaudithook(self._strike)

    def _strike(self, event, arguments):
        if event not in EVENTS or not str(arguments[0]).startswith(str(self._folder)):
            return
        self._seen += 1
        if self._seen != self.place or not self.kind:
            return
        if self.kind == "killed":
            os._exit(KILLED)
        if self.kind == "vanished":
            self.kind = ""
            if os.path.isfile(arguments[0]):
                os.unlink(arguments[0])
            return
        number = errno.EACCES if self.kind == "denied" else errno.ENOSPC
        raise OSError(number, os.strerror(number), str(arguments[0]))

    def events(self):
        """How many files were opened, renamed and so on, in a run without a fault."""
        return int((self._folder / "events").read_text())

    def said(self):
        """What was said on stderr."""
        return (self._folder / "stderr").read_text(errors="replace")

    def files(self):
        """Yield the files of the vault, what the command made and what it kept."""
        for file in self._folder.rglob("*"):
            if file.is_file() and file.name not in {"stdout", "stderr", "events"}:
                yield str(file.relative_to(self._folder)), file.read_bytes()

    def state(self):
        """The files of the vault and what the command made, by their paths, and its answer."""
        found = {path: content for path, content in self.files() if not path.startswith("cache/")}
        answer = self._folder / "stdout"
        if answer.exists():
            text = answer.read_bytes()
            for folder in (self._folder, os.path.relpath(self._folder)):  # places are relative
                text = text.replace(os.fsencode(folder), b"")
            found["answer"] = text
        return found

    def harms(self, code, before, wanted):
        """Yield what was lost, left behind, or badly said; then what a second run does not mend.

        The states *wanted* are those after the first and after a second run without a fault.
        """
        expected = wanted[0]
        now = self.state()
        is_killed = code in {KILLED, -signal.SIGXFSZ}
        if not is_killed and code not in {0, 1, 2}:
            yield f"exit code {code}: {self.said()[-600:]}"
        if "Traceback" in self.said():
            yield self.said()[-600:]
        for path, content in before.items():
            is_gone = path not in now and not self._vanished(path)
            if is_gone or (path in now and now[path] not in {content, expected.get(path)}):
                yield f"{path} is neither what it was nor what it was to be"
        for path in now.keys() - before.keys() - {"answer"}:
            is_scratch = is_killed and path.endswith(".tmp")
            if now[path] != expected.get(path) and not (is_scratch or is_whole(now[path])):
                yield f"{path} is left behind, or only a part"
        self.kind = ""
        is_other = any(now[path] != expected.get(path) for path in now if path.startswith("made/"))
        if not before.keys() - now.keys():
            again = self.run()
            # A map of the notes that could be read is an earlier map, whose places are kept.
            if again not in {0, 1} or not (is_other or self.state() in wanted):
                yield f"a second run does not mend it: {again} {self.said()[-300:]}"

    def _vanished(self, path):
        return self.kind in {"", "vanished"} and path.startswith("vault/")


def is_whole(content):
    """Whether *content* is a whole document: one made of the notes that could be read."""
    if content.startswith(b"{"):
        return bool(json.loads(content))
    return content.rstrip().endswith(b"</html>")


if __name__ == "__main__":
    main()
