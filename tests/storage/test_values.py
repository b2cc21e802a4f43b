"""What is kept of a vault is plain data, which no cache can turn into code."""

import pickle

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
