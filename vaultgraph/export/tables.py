"""Tables for spreadsheets, which take any cell that begins like a formula for one.

Text of a vault is untrusted, so no table is written otherwise.  The apostrophe is the advice of
OWASP, "CSV Injection".
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

__all__ = ["render_table"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_table(
    columns: Sequence[str], rows: Iterable[Mapping[str, str | int]], *, delimiter: str = ","
) -> str:
    """Return the table of *rows*, headed by *columns*, as text; a missing cell is empty.

    Text that a spreadsheet would run as a formula is prefixed with an apostrophe.
    """
    page = StringIO(newline="")
    writer = csv.writer(page, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return page.getvalue()


def _cell(value: str | int) -> str | int:
    if not isinstance(value, str):
        return value
    if value.startswith(_FORMULA):
        value = "'" + value
    # A spreadsheet ends the row at a carriage return, which `csv` does not quote.
    return value.replace("\r\n", "\n").replace("\r", "\n")
