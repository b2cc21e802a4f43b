"""Diagnostics become text: one module for each format, each with a `render`."""

from importlib import import_module

from vaultgraph.reports.report import Report

__all__ = ["render"]


def render(form: str, report: Report) -> str:
    """Return *report* in the format of the module *form*."""
    module = import_module(f"{__name__}.{form}")
    return str(module.render(report))
