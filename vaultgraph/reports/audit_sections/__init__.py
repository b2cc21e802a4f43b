"""The sections of an audit: one module per section, found by its location in this package.

A section begins with a function `find(audit)` decorated with `@section`.  It returns what the
section shows, whose methods render it in the four formats.  A section without anything to show is
left out, except in JSON.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from vaultgraph.auditing import Audit
from vaultgraph.languages import Language
from vaultgraph.messages import Message
from vaultgraph.reports.audit_words import more, name
from vaultgraph.reports.terminal import visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup
    from rich.console import RenderableType
    from rich.style import Style
    from rich.text import Text

__all__ = ["AuditSection", "Page", "Screen", "Section", "load_sections", "section"]


class Screen(NamedTuple):
    """A terminal of `width` columns; `link` returns the style of a link to a path."""

    language: Language
    width: int
    link: "Callable[[str], Style]"

    def line(self, *parts: "str | tuple[str, str | Style]", **options: Any) -> "Text":
        """Return a line of *parts*, texts or pairs of a text and its style."""
        from rich.text import Text

        pairs = ((part, "") if isinstance(part, str) else part for part in parts)
        return Text.assemble(*((visible(text), style) for text, style in pairs), **options)

    def rest(self, number: int) -> "Iterator[Text]":
        """Yield a line that says that *number* more are not shown, if it is above zero."""
        if number > 0:
            yield self.line((self.language.say(more(number)), "dim"))


class Page(NamedTuple):
    """An HTML page, on which a section has this `title`; `address` returns the URL of a path."""

    language: Language
    address: Callable[[str], str]
    environment: "Environment"
    title: str = ""

    def link(self, path: str) -> "Markup":
        """Return a link that opens the note at *path* in Obsidian."""
        from markupsafe import Markup

        return Markup('<a href="{}">{}</a>').format(self.address(path), name(path))

    def render(self, template: str, **values: object) -> "Markup":
        """Render the Jinja *template* with *values*; see `audit_page` for what else it can use."""
        from markupsafe import Markup

        values = {"title": self.title, "address": self.address, **values}
        html = self.environment.from_string(template).render(values)
        return Markup(html)  # noqa: S704  Jinja has escaped the values


class Section(Protocol):
    """What a section shows, and how."""

    def text(self, screen: Screen) -> "Iterator[RenderableType]":
        """Yield its lines on *screen*, few enough to leave room for the other sections."""

    def markdown(self, language: Language) -> Iterator[str]:
        """Yield its lines in a note."""

    def html(self, page: Page) -> "Markup":
        """Return it as a `section` element, empty if there is nothing to show."""

    def json(self) -> dict[str, Any]:
        """Return its keys in the report for other programs."""


Find = Callable[[Audit], Section]


class AuditSection(NamedTuple):
    """A section: its title, the one on the terminal, and the function that finds what it shows."""

    name: str
    title: Message
    screen_title: Message
    find: Find


_SECTIONS: dict[str, AuditSection] = {}
_RENDERERS = ("text", "markdown", "html", "json")


def section(
    name: str, title: Message, *, screen_title: Message | None = None
) -> Callable[[Find], Find]:
    """Register the decorated function as the section *name*.

    Its return annotation must be a class with the methods of `Section`.  Raises ValueError for a
    wrong declaration.
    """

    def register(find: Find) -> Find:
        _check_declaration(name, find)
        _SECTIONS[name] = AuditSection(name, title, screen_title or title, find)
        return find

    return register


def _check_declaration(name: str, find: Find) -> None:
    parameters = find.__code__.co_varnames[: find.__code__.co_argcount]
    if parameters != ("audit",):
        takes = ", ".join(parameters)
        raise ValueError(f"the audit section {name} takes ({takes}), but is given (audit)")
    shown = find.__annotations__.get("return")
    missing = [method for method in _RENDERERS if not callable(getattr(shown, method, None))]
    if missing:
        shown_name = getattr(shown, "__name__", shown)
        lacks = ", ".join(missing)
        raise ValueError(f"the audit section {name} returns {shown_name}, which lacks {lacks}")
    if name in _SECTIONS:
        raise ValueError(f"the audit section {name} is declared twice")


def load_sections(first: Sequence[str] = ()) -> list[AuditSection]:
    """Import all sections, and return them: those named in *first*, then the others by name.

    Raises ValueError for a module without a section.
    """
    names = {import_module(f"{__name__}.{name}").__name__ for _, name, _ in iter_modules(__path__)}
    if without := names - {each.find.__module__ for each in _SECTIONS.values()}:
        raise ValueError(f"{', '.join(sorted(without))} has no function under @section")
    others = sorted(_SECTIONS.keys() - set(first))
    return [_SECTIONS[name] for name in (*first, *others)]
