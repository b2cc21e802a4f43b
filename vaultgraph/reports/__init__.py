"""Diagnostics become text: one module for each format, each with a `render`."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaultgraph.reports.report import Report

__all__ = ["render"]


def render(form: str, report: "Report") -> Iterable[str]:
    """Return *report* in the format of the module *form*, in pieces: it may be long."""
    told: str | Iterable[str] = import_module(f"{__name__}.{form}").render(report)
    return [told] if isinstance(told, str) else told
