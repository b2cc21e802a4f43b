"""What a format of `lint` is, and what it is given."""

from collections.abc import Callable, Collection, Iterable, MutableMapping, Sequence
from typing import Any, NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.model import Diagnostic
from vaultgraph.printing import DATA, JSON, PAGE, STYLED, TEXT
from vaultgraph.reports.terminal import Style
from vaultgraph.rules import Rule

__all__ = ["FORMATS", "Render", "Report", "ReportFormat", "report_format"]


class Report(NamedTuple):
    """The `diagnostics` of `rules` for the vault of `graph`.

    Findings of rules that match a glob of `ungrouped_rules` are reported one by one.  `folder` is
    the path from the current folder to the vault, with `/`, and empty if that is the vault.
    If `is_quiet`, a report for people is nothing but findings.

    A format with images embeds thumbnails, adds new ones to `known_images`, and links what is not
    embedded relative to `output_folder`; empty means the current folder.
    """

    graph: VaultGraph
    diagnostics: Sequence[Diagnostic]
    rules: Sequence[Rule]
    ungrouped_rules: Collection[str] = ()
    folder: str = ""
    style: Style = Style()
    language: Language = ENGLISH
    is_quiet: bool = False
    output_folder: str = ""
    # In quotes, or by the name of a type that is not imported, it takes a compiler: 1 ms.
    known_images: MutableMapping[Any, str | None] | None = None

    def rule(self, name: str) -> Rule:
        """Return the rule called *name*, which must be one of those that ran."""
        return next(rule for rule in self.rules if rule.name == name)

    def path_here(self, path: str) -> str:
        """Return the vault *path* relative to the current folder, as a terminal opens it."""
        return f"{self.folder}/{path}" if self.folder else path


Render = Callable[[Report], str | Iterable[str]]


class ReportFormat(NamedTuple):
    """A format: `render` returns a report as text, or its pieces, since it may be long.

    `form` is that of `printing`: JSON for programs, TEXT for people, PAGE for browsers, and DATA
    for text that is kept as it is in a file, but not on a terminal.  `has_images` is whether the
    report shows images of the vault.
    """

    render: Render
    form: str = TEXT
    has_images: bool = False

    @property
    def is_for_programs(self) -> bool:
        """Whether programs read it: then it is in English unless another language is named."""
        return self.form == JSON

    def pieces(self, report: Report) -> Iterable[str]:
        """Render *report* in pieces."""
        output = self.render(report)
        return [output] if isinstance(output, str) else output

    def form_of(self, style: Style, output: str) -> str:
        """Return the form of a report in this *style* that is written to the file *output*."""
        if self.form in {JSON, PAGE} or (self.form == DATA and output):
            return self.form
        return STYLED if style.colour else TEXT


FORMATS: dict[str, ReportFormat] = {}
"""The formats that are imported, by module."""


def report_format(*, form: str = TEXT, has_images: bool = False) -> Callable[[Render], Render]:
    """Register the decorated function as the format of its module; see `ReportFormat`.

    Raises ValueError for a wrong declaration.
    """

    def register(render: Render) -> Render:
        name = render.__module__.rpartition(".lint_")[2]
        if form not in {TEXT, DATA, JSON, PAGE}:
            raise ValueError(
                f"the report format {name} has the form {form!r}: write TEXT, DATA, JSON or PAGE"
            )
        parameters = render.__code__.co_varnames[: render.__code__.co_argcount]
        if parameters != ("report",):
            takes = ", ".join(parameters)
            raise ValueError(f"the report format {name} takes ({takes}), but is given (report)")
        FORMATS[render.__module__] = ReportFormat(render, form, has_images)
        return render

    return register
