"""The section of notes without cards, missing notes, and the central notes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import list_counts, name
from vaultgraph.reports.markdown import linked

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.text import Text

_MAX_NAMES = 5
_UNCOVERED = say("linked, but without cards")
_MISSING = say("linked, but not created yet")
_NEVER_LINKED = say("named by several notes, but never linked")
_UNWRITTEN = say("named by several notes without a link, but not created yet")
_CENTRAL = say("most connected")
_CUT_NOTES = say("notes that hold others to the rest")
_HTML = """\
{% if lists %}
  <section>
    <h2>{{ title }}</h2>
    <dl>
    {% for heading, counts in lists %}
      <dt>{{ say(heading) }}</dt>
      <dd>{% for name, n in counts[:most] %}<span class="chip">{{ name }} {{ figure(n) }}</span> {% endfor %}{% if counts|length > most %}{{ more(counts|length - most) }}{% endif %}</dd>
    {% endfor %}
    </dl>
  </section>
{% endif %}
"""  # noqa: E501

Counts = tuple[tuple[str, int], ...]


class Coverage(NamedTuple):
    """Notes by path, and missing ones by name, with their numbers; see `Audit`."""

    uncovered: Counts
    missing: Counts
    never_linked: Counts
    unwritten: Counts
    most_connected: Counts
    cut_notes: Counts

    def text(self, screen: Screen) -> "Iterator[Text]":
        number = screen.language.number
        for title, counts in self._lists():
            listed = ", ".join(f"{name(path)} ({number(n)})" for path, n in counts[:_MAX_NAMES])
            rest = len(counts) - _MAX_NAMES
            more = f" +{number(rest)}" if rest > 0 else ""
            yield screen.line((f"{screen.language.say(title)}: ", "dim"), listed + more)

    def markdown(self, language: Language) -> Iterator[str]:
        for title, counts in self._lists():
            texts = language.say(title)
            names = [(linked(path), number) for path, number in counts]
            yield f"- {texts[:1].upper()}{texts[1:]}: {list_counts(names, language)}"

    def html(self, page: Page) -> "Markup":
        lists = (
            (_CENTRAL, _with_links(self.most_connected, page)),
            (_CUT_NOTES, _with_links(self.cut_notes, page)),
            (_UNCOVERED, _with_links(self.uncovered, page)),
            (_MISSING, self.missing),
            (_NEVER_LINKED, _with_links(self.never_linked, page)),
            (_UNWRITTEN, self.unwritten),
        )
        return page.render(_HTML, lists=[(title, counts) for title, counts in lists if counts])

    def json(self) -> dict[str, Any]:
        return {
            "uncovered": _as_json("path", self.uncovered),
            "missing": _as_json("target", self.missing),
            "never_linked": _as_json("path", self.never_linked),
            "unwritten": _as_json("target", self.unwritten),
            "most_connected": _as_json("path", self.most_connected),
            "cut_notes": _as_json("path", self.cut_notes),
        }

    def _lists(self) -> Iterator[tuple[Message, Counts]]:
        """Yield the lists that are not empty, with their titles."""
        titles = (_UNCOVERED, _MISSING, _NEVER_LINKED, _UNWRITTEN, _CENTRAL, _CUT_NOTES)
        yield from ((title, counts) for title, counts in zip(titles, self, strict=True) if counts)


def _with_links(counts: Counts, page: Page) -> Counts:
    return tuple((page.link(path), number) for path, number in counts)


def _as_json(key: str, counts: Counts) -> list[dict[str, Any]]:
    return [{key: counted, "count": number} for counted, number in counts]


@section("coverage", say("Coverage"))
def find_coverage(audit: Audit) -> Coverage:
    """Return what the notes lack, and which are central."""
    return Coverage(
        audit.uncovered,
        audit.missing,
        audit.never_linked,
        audit.unwritten,
        audit.most_connected,
        audit.cut_notes,
    )
