"""Output for people and programs.

A format of `lint` is a module `lint_NAME`, found by its name, with a function `render(report)`
decorated with `@report_format`.
"""

import os
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaultgraph.reports.report import ReportFormat

__all__ = ["FORMATS_BY_EXTENSION", "load_report_format", "report_formats"]

_PREFIX = "lint_"
FORMATS_BY_EXTENSION = {
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".sarif": "sarif",
}
"""The formats of `lint` by the extensions of the files that are written in them."""


def report_formats() -> Mapping[str, str]:
    """Return the names of the formats of `lint`; it is their folder that is read, not the modules.

    None has a description: that of the option says what they are for.
    """
    modules = (os.path.splitext(file)[0] for file in os.listdir(os.path.dirname(__file__)))
    return {name.removeprefix(_PREFIX): "" for name in sorted(modules) if name.startswith(_PREFIX)}


def load_report_format(name: str) -> "ReportFormat":
    """Import the format *name*; ValueError if it is declared wrongly."""
    from vaultgraph.reports.report import FORMATS

    module = f"{__name__}.{_PREFIX}{name}"
    import_module(module)
    if module not in FORMATS:
        raise ValueError(f"the report format {name} has no function under @report_format")
    return FORMATS[module]
