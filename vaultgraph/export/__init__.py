"""Export of the vault and its graph: one module or package per format, found by its location here.

An exporter is a function `write(graph, sink)` decorated with `@exporter`.  The name of its module
is that of the format.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.messages import Message
from vaultgraph.printing import DATA

if TYPE_CHECKING:
    from vaultgraph.concept_map import Selection

__all__ = ["Exporter", "Sink", "exporter", "load_exporters"]

Content = str | Iterable[str] | Iterable[bytes]


class Sink(Protocol):
    """Where an export goes.  Nothing that the user wrote is overwritten: that is a UsageError."""

    @property
    def file(self) -> str:
        """The name of the file, empty for standard output."""

    @property
    def selection(self) -> "Selection":
        """The part of the graph to export, for a format that `is_narrowed`."""

    @property
    def language(self) -> Language:
        """The language of the labels, if the format has any."""

    def write(self, content: Content, *, form: str = DATA) -> None:
        """Write *content*, text in this *form* of `printing` or bytes, to the file."""

    def write_parts(self, parts: Mapping[str, Content], *, form: str = DATA) -> None:
        """Write each of *parts* to a file of its own, all or none of them.

        The part `x` of `vault.csv` is the file `vault-x.csv`.
        """

    def remark(self, message: Message) -> None:
        """Print *message* to standard error."""


Write = Callable[[VaultGraph, Sink], None]


class Exporter(NamedTuple):
    """An export format.

    `suffix` ends the name of its files, `description` says in `--help` what it writes.  A format
    that `has_labels` contains words in the language of `--lang`; one that `is_narrowed` has only
    what `--focus`, `--folder` and the like select.
    """

    name: str
    suffix: str
    description: str
    write: Write
    has_labels: bool
    is_narrowed: bool = False


_EXPORTERS: dict[str, Exporter] = {}


def exporter(
    suffix: str, description: str, *, has_labels: bool = False, is_narrowed: bool = False
) -> Callable[[Write], Write]:
    """Register the decorated function as the exporter of its module; see `Exporter`.

    Raises ValueError for a wrong declaration.
    """

    def register(write: Write) -> Write:
        name = write.__module__.rpartition(".")[2]
        _check_declaration(name, suffix, description, write)
        _EXPORTERS[name] = Exporter(name, suffix, description, write, has_labels, is_narrowed)
        return write

    return register


def _check_declaration(name: str, suffix: str, description: str, write: Write) -> None:
    if not suffix.startswith("."):
        raise ValueError(f"the suffix of the export format {name} is {suffix!r}: write '.{suffix}'")
    if not description or "\n" in description or description.endswith("."):
        raise ValueError(f"the export format {name} needs a description: a line without full stop")
    parameters = write.__code__.co_varnames[: write.__code__.co_argcount]
    if parameters != ("graph", "sink"):
        takes = ", ".join(parameters)
        raise ValueError(f"the export format {name} takes ({takes}), but is given (graph, sink)")
    if name in _EXPORTERS:
        raise ValueError(f"the export format {name} is declared twice")


def load_exporters() -> dict[str, Exporter]:
    """Import all exporters, and return them by name, in alphabetical order.

    Raises ValueError for a module whose `write` is not declared.
    """
    for _, name, _ in iter_modules(__path__):
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "write") and name not in _EXPORTERS:
            raise ValueError(f"write of the export format {name} is not under @exporter")
    return dict(sorted(_EXPORTERS.items()))
