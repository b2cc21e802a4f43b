"""Packed notes lie in a file, and if that is full, in memory."""

import os

from vaultgraph.reading.shelf import Shelf


def test_what_is_put_down_is_got_again():
    shelf = Shelf(in_file=True)
    contents = [b"heat", b"", b"work" * 1000]
    slips = [shelf.put(content) for content in contents]
    assert [shelf.get(slip) for slip in reversed(slips)] == contents[::-1]


def test_nothing_is_lost_when_the_disk_is_full(monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    shelf = Shelf(in_file=True)
    first = shelf.put(b"heat")
    monkeypatch.setattr(os, "pwrite", full)
    second = shelf.put(b"work")
    assert (shelf.get(first), shelf.get(second)) == (b"heat", b"work")


def test_nothing_is_lost_when_the_disk_takes_only_a_part(monkeypatch):
    write = os.pwrite
    shelf = Shelf(in_file=True)
    monkeypatch.setattr(os, "pwrite", lambda file, content, start: write(file, content[:2], start))
    first = shelf.put(b"heat")
    monkeypatch.setattr(os, "pwrite", write)
    second = shelf.put(b"work")
    assert (shelf.get(first), shelf.get(second)) == (b"heat", b"work")
