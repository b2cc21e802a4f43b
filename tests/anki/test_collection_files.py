"""Collections of every kind are read, and never touched."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing, suppress
from hashlib import sha256

import pytest

from anki_collections import TAG, official
from vaultgraph import read_collection
from vaultgraph.anki import AnkiCard, AnkiNote
from vaultgraph.anki.copying import opened_copy
from vaultgraph.errors import AnkiError, UsageError

pytestmark = pytest.mark.slow

DECK = "Física::Calor"


def read(file, ids=()):
    return read_collection(str(file), ids=set(ids), tag=TAG).notes


def _export_apkg(collection, file, *, legacy):
    options = official().ExportAnkiPackageOptions(with_scheduling=True, legacy=legacy)
    collection.export_anki_package(out_path=file, options=options, limit=None)


def _export_colpkg(collection, file, *, legacy):
    collection.export_collection_package(file, include_media=False, legacy=legacy)


def _close(collection, file, *, legacy):
    collection.close(downgrade=legacy)


@pytest.mark.parametrize("legacy", [False, True], ids=["new", "old"])
@pytest.mark.parametrize(("make", "name"), [
    (_close, "collection.anki2"),
    (_export_colpkg, "x.colpkg"),
    (_export_apkg, "x.apkg"),
])  # fmt: skip
def test_a_file_of_every_kind_and_age_is_read(made, tmp_path, make, name, legacy):
    make(made.collection, str(tmp_path / name), legacy=legacy)
    notes = read(tmp_path / name)
    assert notes.keys() == {number for word, number in made.notes.items() if word != "elsewhere"}
    leech = notes[made.notes["leech"]]
    assert leech._replace(
        cards=tuple(card._replace(memory=None) for card in leech.cards)
    ) == AnkiNote(
        made.notes["leech"],
        ("leech", "<b>leech</b> & mais"),
        (TAG,),
        (AnkiCard(DECK, 8, "young", is_suspended=False, is_due=True, due_in=-3),),
    )


@pytest.mark.parametrize("hour", [0, 4, 12, 23])
def test_cards_are_due_as_in_anki_whenever_its_day_begins(made, hour):
    made.collection.set_config("rollover", hour)
    made.collection.close()
    made.collection.reopen()
    due = made.collection.find_cards("is:due")
    expected = {made.collection.get_card(number).nid for number in due}
    found = {n for n, note in read(made.file).items() if any(c.is_due for c in note.cards)}
    assert found == expected != set()


def test_the_day_is_that_of_anki_long_after_the_collection_was_made(made):
    for days in (1, 100, 4000):
        made.collection.db.execute("update col set crt = crt - ?", days * 86_400)
        made.collection.close()
        made.collection.reopen()
        today = made.collection.sched.today
        (card,) = made.collection.get_note(made.notes["due"]).cards()
        for due in (today, today + 1):
            card.due = due
            made.collection.update_card(card)
            (found,) = read(made.file)[card.nid].cards
            assert found.is_due == (due == today)


def test_new_suspended_and_leech_cards_are_marked(made):
    notes = read(made.file)
    by_word = {word: notes[number] for word, number in made.notes.items() if number in notes}
    cards = {word: note.cards[0] for word, note in by_word.items()}
    assert {word for word, card in cards.items() if card.stage == "new"} == {"new", "suspended"}
    assert {word for word, card in cards.items() if card.is_suspended} == {"suspended"}
    assert {word for word, note in by_word.items() if note.is_leech} == {"leech"}


def test_the_tag_of_anki_makes_a_leech_too(made):
    note = made.collection.get_note(made.notes["new"])
    note.tags.append("Leech")
    made.collection.update_note(note)
    assert read(made.file)[note.id].is_leech


def test_a_known_id_is_found_without_the_tag(made):
    number = made.notes["elsewhere"]
    assert number not in read(made.file)
    assert number in read(made.file, ids=[number])


def test_a_card_in_a_filtered_deck_is_still_in_its_own(made):
    filtered = made.collection.decks.new_filtered("Hoje")
    collection = made.collection
    deck = collection.sched.get_or_create_filtered_deck(filtered)
    deck.config.search_terms[0].search = "due"
    collection.sched.add_or_update_filtered_deck(deck)
    (card,) = read(made.file)[made.notes["due"]].cards
    assert card.deck == DECK


OPEN_ELSEWHERE = """
import sys
from anki.collection import Collection
from anki_collections import fill
collection = Collection(sys.argv[1])
made = fill(collection)
print(made["leech"], flush=True)
input()
"""


@pytest.fixture
def held_open(tmp_path):
    """The file of a collection that another process holds open, and the ID of its leech."""
    official()
    file = tmp_path / "collection.anki2"
    search = ":".join(filter(None, sys.path))
    with subprocess.Popen(
        [sys.executable, "-c", OPEN_ELSEWHERE, file],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": search},
    ) as process:  # fmt: skip
        yield file, int(process.stdout.readline())
        process.communicate("\n")


def test_a_collection_that_anki_has_open_is_read_with_its_newest_notes(held_open):
    file, leech = held_open
    with pytest.raises(sqlite3.OperationalError):  # the lock is real, and the file alone is stale
        sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=0).execute("SELECT * FROM notes")
    assert read(file)[leech].cards[0].lapses == 8


def test_nothing_is_written_next_to_the_collection(held_open):
    file, _ = held_open

    def state():
        return {
            p: sha256(p.read_bytes()).hexdigest() for p in file.parent.glob("collection.anki2*")
        }

    before = state()
    assert len(before) >= 2
    read(file)
    assert state() == before


def test_names_in_the_order_that_only_anki_has_can_be_read(made):
    with opened_copy(made.file) as database:
        names = [name for (name,) in database.execute("SELECT name FROM notetypes ORDER BY name")]
    assert names[0] == "Basic"


def test_a_file_that_never_rests_is_not_read(made, monkeypatch, tmp_path):
    from vaultgraph.anki import copying

    copy = copying._copy_stream

    def disturbed(original, target):
        copy(original, target)
        os.utime(made.file, ns=(1, os.stat(made.file).st_mtime_ns + 1))

    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "backup.colpkg").touch()
    monkeypatch.setattr(copying, "_copy_stream", disturbed)
    with pytest.raises(AnkiError, match="keeps changing") as error:
        read(made.file)
    assert "backup.colpkg" in error.value.hint


@pytest.mark.parametrize(("content", "message"), [
    (b"# Not Anki at all", "is not an Anki collection"),
    (b"", "is not an Anki collection"),
    (b"SQLite format 3\0" + b"\xff" * 4000, "is not a complete Anki collection"),
])  # fmt: skip
def test_another_file_is_an_error_with_a_hint(tmp_path, content, message):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(AnkiError, match=message):
        read(tmp_path / "x")


def test_a_database_of_another_program_is_refused(tmp_path):
    sqlite3.connect(tmp_path / "x.db").execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(AnkiError, match="it has no table notes"):
        read(tmp_path / "x.db")


@pytest.mark.parametrize("table", ["notes", "cards", "revlog"])
def test_a_damaged_page_is_noticed_although_the_rest_can_be_read(tmp_path, table):
    file = collection_of(tmp_path / "c.anki2")
    with closing(sqlite3.connect(file)) as database:
        if table == "revlog":
            database.execute("CREATE TABLE revlog (id, cid, ease, lastIvl, factor, time, type)")
        marks = ", ".join("?" for _ in database.execute(f"PRAGMA table_info({table})"))
        row = [1, *["x" * 100] * (marks.count("?") - 1)]
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", [row] * 100)
        database.commit()
        page = (
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' AND ncell > 1 LIMIT 1"
        )
        ((number,),) = database.execute(page, [table])
        ((size,),) = database.execute("PRAGMA page_size")
    with open(file, "r+b") as content:
        content.seek((number - 1) * size + 3)
        content.write(b"\0\1")  # as if it had only one row
    with pytest.raises(AnkiError, match=f"its table {table} is damaged") as error:
        read(file)
    assert error.value.hint == "export it again from Anki, or use --anki connect"


@pytest.mark.parametrize(("members", "message"), [
    ({"hello": b"x"}, "is not an Anki package"),
    ({"collection.anki21b": b"x"}, "is damaged"),
    ({"collection.anki21b": b"(\xb5/\xfd"}, "is damaged"),
    ({"collection.anki21": b"x"}, "is not a complete Anki collection"),
])  # fmt: skip
def test_another_package_is_an_error_with_a_hint(tmp_path, members, message):
    with zipfile.ZipFile(tmp_path / "x.apkg", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(AnkiError, match=message):
        read(tmp_path / "x.apkg")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AnkiError, match=r"gone\.colpkg: No such file"):
        read(tmp_path / "gone.colpkg")


def test_a_port_is_a_number():
    with pytest.raises(UsageError, match="x is not a valid port"):
        read("connect:x")


OLD = {
    "notes": ("id, flds, tags", (1, "Front\x1fBack", f" {TAG} ")),
    "cards": (
        "id, nid, did, odid, odue, type, queue, due, lapses, ivl, data",
        (1, 1, 1, 0, 0, 2, 2, 0, 0, 5, ""),
    ),
    "col": ("crt, decks, conf", (1_600_000_000, '{"1": {"name": "Default"}}', "{}")),
}


def collection_of(path, **changed):
    """An old collection of one note in the file at *path*, with *changed* values; None for no row."""
    tables = {name: changed.get(name, row) for name, (_, row) in OLD.items()}
    database = sqlite3.connect(path)
    for name, row in tables.items():
        if isinstance(row, str):
            database.execute(row)
            continue
        columns = OLD[name][0]
        database.execute(f"CREATE TABLE {name} ({columns})")
        if row is not None:
            marks = ", ".join("?" * len(row))
            database.execute(f"INSERT INTO {name} VALUES ({marks})", row)
    database.commit()
    database.close()
    return path


def with_value(table, column, value):
    """The row of *table* with another *value* in a *column*."""
    columns, row = OLD[table]
    return tuple(
        value if name == column else old for name, old in zip(columns.split(", "), row, strict=True)
    )


@pytest.mark.parametrize(("table", "column"), [
    (table, column) for table, (columns, _) in OLD.items() for column in columns.split(", ")
])  # fmt: skip
@pytest.mark.parametrize(
    "value", [None, b"\xff", 1.5, "x", 1 << 62, -1, "", "[" * 5000, '{"1": 1, "x": {}}', '{"creationOffset": 90000, "rollover": "x"}'],
    ids=range(10),
)  # fmt: skip
def test_a_value_of_another_type_is_an_error_not_a_traceback(tmp_path, table, column, value):
    file = collection_of(tmp_path / "c.anki2", **{table: with_value(table, column, value)})
    with suppress(AnkiError):
        notes = read(file, ids=[1])
        assert all(isinstance(field, str) for note in notes.values() for field in note.fields)


COMPUTED = "CREATE TABLE notes (id, tags, flds GENERATED ALWAYS AS (printf('%.*c', 300000000, 'x')) VIRTUAL)"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, '' AS flds, '' AS tags FROM n"


@pytest.mark.parametrize("made", [
    "CREATE TABLE decks (id, name GENERATED ALWAYS AS (printf('%.*c', 60000000, 'x')) VIRTUAL)",
    "CREATE TABLE config (KEY, val GENERATED ALWAYS AS (printf('%.*c', 60000000, 'x')) VIRTUAL)",
    "CREATE VIRTUAL TABLE decks USING rtree(id, a, b, +name)",
])  # fmt: skip
def test_only_plain_tables_of_decks_and_settings_are_queried(tmp_path, made):
    file = collection_of(tmp_path / "c.anki2")
    with closing(sqlite3.connect(file)) as database:
        database.execute(made)
        database.commit()
    with pytest.raises(AnkiError, match=r"its table (decks|config) is"):
        read(file)


@pytest.mark.parametrize(
    "statement",
    [
        "create/**/virtual table decks using rtree(id, a, b)",
        "CREATE  VIRTUAL TABLE Decks USING rtree(id, a, b)",
    ],
)
def test_a_virtual_table_is_known_however_its_statement_is_written(tmp_path, statement):
    file = collection_of(tmp_path / "c.anki2")
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE VIRTUAL TABLE decks USING rtree(id, a, b)")
        database.execute("PRAGMA writable_schema = 1")
        database.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'decks'", [statement])
        database.commit()
    with pytest.raises(AnkiError, match="its table decks is a virtual one"):
        read(file)


def test_a_package_of_another_compression_that_is_damaged_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.apkg", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("collection.anki2", bytes(1000))
    content = bytearray((tmp_path / "x.apkg").read_bytes())
    content[30 + len("collection.anki2") + 4] = 255
    (tmp_path / "x.apkg").write_bytes(content)
    with pytest.raises(AnkiError):
        read(tmp_path / "x.apkg")


@pytest.mark.parametrize("notes", [f"CREATE VIEW notes AS {ENDLESS}", COMPUTED, "CREATE TABLE notes (id, tags)", None, "SELECT 1"])  # fmt: skip
def test_only_a_plain_table_of_notes_is_queried(tmp_path, notes):
    file = collection_of(tmp_path / "c.anki2", notes=notes)
    if notes is None:
        assert read(file) == {}
        return
    with pytest.raises(AnkiError, match="is not a complete Anki collection"):
        read(file)


def test_a_question_that_never_ends_is_given_up(tmp_path, monkeypatch):
    from vaultgraph.anki import copying

    monkeypatch.setattr(copying, "_MIN_STEPS", 2)
    with opened_copy(str(collection_of(tmp_path / "c.anki2"))) as database:
        question = f"SELECT count(*) FROM ({ENDLESS})"
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            database.execute(question).fetchone()


def test_a_package_that_unpacks_to_far_too_much_is_refused(tmp_path, monkeypatch):
    from vaultgraph.anki import copying

    monkeypatch.setattr(copying, "_SMALL", 1 << 20)
    with zipfile.ZipFile(tmp_path / "x.apkg", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki21", bytes(20 << 20))
    with pytest.raises(AnkiError, match="too large"):
        read(tmp_path / "x.apkg")


def test_a_damaged_or_encrypted_package_is_refused(tmp_path):
    file = tmp_path / "x.apkg"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki21", os.urandom(500))
    whole = file.read_bytes()
    directory = whole.index(b"PK\x01\x02")
    damages = {
        "data": whole[:60] + b"\xff" * 40 + whole[100:],
        "encrypted": whole[:6]
        + b"\x01"
        + whole[7 : directory + 8]
        + b"\x01"
        + whole[directory + 9 :],
        "method": whole[:8]
        + b"\x63"
        + whole[9 : directory + 10]
        + b"\x63"
        + whole[directory + 11 :],
    }
    for content in damages.values():
        file.write_bytes(content)
        with pytest.raises(AnkiError, match="not a complete Anki collection"):
            read(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for file in (tmp_path / "pipe", "/dev/zero", tmp_path):
        with pytest.raises(AnkiError, match="is not a regular file"):
            read(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_next_to_the_collection_is_not_read(tmp_path):
    file = collection_of(tmp_path / "c.anki2")
    os.mkfifo(tmp_path / "c.anki2-wal")
    assert [*read(file)] == [1]


def test_a_backup_that_is_not_there_is_not_named(tmp_path):
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups/gone.colpkg").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c.anki2").write_bytes(b"SQLite format 3\0junk")
    with pytest.raises(AnkiError) as error:
        read(tmp_path / "c.anki2")
    assert "backup" not in error.value.hint


def test_the_copy_of_a_killed_run_is_taken_away(made, tmp_path, monkeypatch):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    process = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    dead = int(process.stdout)
    for name in (f"vaultgraph-{dead}-x1", f"vaultgraph-{os.getpid()}-x1", "vaultgraph-notes"):
        (folder / name).mkdir()
        (folder / name / "collection.anki2").touch()
    read(made.file)
    assert sorted(os.listdir(folder)) == [f"vaultgraph-{os.getpid()}-x1", "vaultgraph-notes"]
