"""Packed notes lie in a file, and if that is full, in memory."""

import os

from vaultgraph.reading.spill_file import SpillFile


def test_what_is_written_can_be_read_back():
    spill_file = SpillFile(in_file=True)
    contents = [b"heat", b"", b"work" * 1000]
    handles = [spill_file.write(content) for content in contents]
    assert [spill_file.read(handle) for handle in reversed(handles)] == contents[::-1]


def test_nothing_is_lost_when_the_disk_is_full(monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    spill_file = SpillFile(in_file=True)
    first = spill_file.write(b"heat")
    monkeypatch.setattr(os, "pwrite", full)
    second = spill_file.write(b"work")
    assert (spill_file.read(first), spill_file.read(second)) == (b"heat", b"work")


def test_nothing_is_lost_when_the_disk_takes_only_a_part(monkeypatch):
    write = os.pwrite
    spill_file = SpillFile(in_file=True)
    monkeypatch.setattr(os, "pwrite", lambda file, content, start: write(file, content[:2], start))
    first = spill_file.write(b"heat")
    monkeypatch.setattr(os, "pwrite", write)
    second = spill_file.write(b"work")
    assert (spill_file.read(first), spill_file.read(second)) == (b"heat", b"work")
