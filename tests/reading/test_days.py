"""Which names are those of daily and periodic notes."""

import json

import pytest


@pytest.fixture
def is_day(vault):
    """Whether a path is that of a day in a vault with some settings and notes."""

    def ask(path, file="", settings="{}", notes="Heat.md"):
        text = "".join(f"-- {note} --\nText.\n" for note in notes.split(", "))
        read = vault(f"-- .obsidian/{file or 'x.json'} --\n{settings}\n{text}")
        return read.is_day(path)

    return ask


@pytest.mark.parametrize("name", [
    "2026-11-24", "20261124", "2026_11_24", "2026-W48", "2026W48", "2026-W48-2", "2026-11", "2026-Q4",
    "November 24th, 2026", "2026-11-24 Tuesday", "2026-11-24 (ter)", "2026-11-24 星期二",
])  # fmt: skip
def test_iso_dates_and_weeks_need_no_settings(is_day, name):
    assert is_day(name)
    assert is_day(f"{name}.md")


@pytest.mark.parametrize(
    "name", ["2026", "2026-13-24", "2026-11-34", "2026-W60", "2026-11-24 Heat", "Heat", "3.14", "11"]
)  # fmt: skip
def test_other_names_are_not_days(is_day, name):
    assert not is_day(name)


@pytest.mark.parametrize(("form", "name"), [
    ("DD-MM-YYYY", "24-11-2026"), ("YYYY/MM/DD", "2026/11/24"), ("YYYY/MM/YYYY-MM-DD", "2026-11-24"),
    ("dddd, D [de] MMMM [de] YYYY", "terça-feira, 24 de novembro de 2026"), ("[Day] YYYY.DDDD", "Day 2026.328"),
    ("Do MMM YY", "24th Nov 26"), ("YYYY年M月D日", "2026年11月24日"), ("MM-DD", "11-24"),
])  # fmt: skip
def test_a_format_is_read_as_moment_reads_it(is_day, form, name):
    assert is_day(name, "daily-notes.json", f'{{"format": "{form}"}}')


def test_a_number_alone_is_not_a_day_without_its_folders(is_day):
    form = '{"format": "YYYY/MM/DD"}'
    assert not is_day("24", "daily-notes.json", form)


@pytest.mark.parametrize(("file", "settings", "name"), [
    ("daily-notes.json", '{"folder": "Log/Days", "format": "DD.MM.YY"}', "Log/Days/24.11.26"),
    ("daily-notes.json", '{"folder": "Log/Days"}', "Days/2026-11-24"),
    ("plugins/periodic-notes/data.json", '{"yearly": {"enabled": true, "format": "", "folder": "Y"}}', "Y/2026"),
    ("plugins/periodic-notes/data.json", '{"weekly": {"enabled": true, "format": "[Week] w, gggg"}}', "Week 9, 2026"),
    ("plugins/calendar/data.json", '{"weeklyNoteFormat": "gggg-[KW]ww"}', "2026-KW09"),
])  # fmt: skip
def test_periodic_notes_have_settings_of_their_own(is_day, file, settings, name):
    assert is_day(name, file, settings)


@pytest.mark.parametrize(
    "settings", ["[]", '{"format": 7}', '{"format": "["}', '{"format": "("}', '{"folder": []}']
)
def test_settings_that_make_no_sense_are_ignored(is_day, settings):
    assert is_day("2026-11-24", "daily-notes.json", settings)
    assert is_day("2026-11-24", "plugins/periodic-notes/data.json", settings)


def test_a_folder_is_one_of_days_if_there_are_some_in_it(is_day):
    notes = "Journal/2025/2025-11-24.md, Heat.md"
    assert is_day("Journal/2026/2026-11-24", notes=notes)
    assert is_day("../Journal/2025/2025-11-25.md", notes=notes)
    assert not is_day("old/2026-11-24", notes=notes)


def test_a_note_is_one_of_a_day_wherever_it_is(is_day):
    assert is_day("Old/2026-11-24.md", notes="Old/2026-11-24.md")


@pytest.mark.parametrize("form", ["MMMM" * 25 + "YYYY", "H" * 99, "dddd" * 25, "DDDD" * 25])
def test_a_format_made_to_be_slow_takes_linear_time(is_day, form):
    # With tokens that give back what they took, each of these would run for years.
    settings = json.dumps({"format": form})
    assert not is_day("a" * 200 + "1", "daily-notes.json", settings)
    assert not is_day("1" * 200 + "a", "daily-notes.json", settings)
