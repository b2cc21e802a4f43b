"""The screens that an owner of a vault sees, as somebody last read them."""

import pytest
from reports.screens import SCREENS, screen, transcript


@pytest.mark.parametrize(("name", "columns"), SCREENS)
def test_the_screen_is_as_it_was_read(name, columns, tmp_path):
    shown = screen(name, columns, tmp_path / name)
    assert shown == transcript(name, columns).read_text("utf-8"), "python tests/reports/screens.py"


@pytest.mark.parametrize("columns", [80, 120])
def test_the_report_of_a_huge_vault_fits_on_a_screen(columns, tmp_path):
    assert screen("huge", columns, tmp_path / "huge").count("\n") < 24
