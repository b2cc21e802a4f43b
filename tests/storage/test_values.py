"""What is kept of a vault is plain data, which no cache can turn into code."""

import pickle

import pytest

from vaultgraph.storage.store import save
from vaultgraph.storage.values import load_values, save_values


def test_values_come_back_one_by_one(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save_values("vault", "vault", ("terms", 1), [{"a": [None, (1, b"x")]}, "é\ud800", []])
    assert [*load_values("vault", "vault", ("terms", 1))] == [
        {"a": [None, (1, b"x")]},
        "é\ud800",
        [],
    ]
    assert load_values("vault", "vault", ("terms", 2)) is None


def test_bytes_are_a_view_that_is_not_checked(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save_values("vault", "vault", "terms", [b"many", "after"])
    [file] = (tmp_path / "vaultgraph").iterdir()
    file.write_bytes(file.read_bytes().replace(b"many", b"more"))
    assert [*load_values("vault", "vault", "terms")] == [b"more", "after"]


def test_a_damaged_value_is_an_error_when_it_is_loaded(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save_values("vault", "vault", "terms", ["first", "second"])
    [file] = (tmp_path / "vaultgraph").iterdir()
    file.write_bytes(file.read_bytes().replace(b"second", b"sEcond"))
    values = load_values("vault", "vault", "terms")
    assert next(values) == "first"
    with pytest.raises(ValueError, match="damaged"):
        next(values)


def test_only_plain_data_is_stored(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save_values("vault", "vault", "terms", [object()])
    assert load_values("vault", "vault", "terms") is None
    assert not [*(tmp_path / "vaultgraph").iterdir()]


class Attack:
    def __reduce__(self):
        return exec, ("raise SystemExit('code was run')",)


def test_a_pickle_in_its_place_is_not_executed(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save_values("vault", "vault", "terms", ["value"])
    [file] = (tmp_path / "vaultgraph").iterdir()
    content = pickle.dumps(Attack())
    save(file.name, lambda sink: sink.write(content), 3)
    assert load_values("vault", "vault", "terms") is None
