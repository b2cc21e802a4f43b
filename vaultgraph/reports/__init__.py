"""Report formats: one module per format, each with a `render` function."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaultgraph.reports.report import Report

__all__ = ["render"]


def render(form: str, report: "Report") -> Iterable[str]:
    """Render *report* with the module named *form*; in pieces, since a report may be long."""
    output: str | Iterable[str] = import_module(f"{__name__}.{form}").render(report)
    return [output] if isinstance(output, str) else output
