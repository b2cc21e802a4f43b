"""The section of the decks in numbers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit, Deck
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import count_cards, count_notes, in_anki, recall_as_json
from vaultgraph.reports.markdown import plain
from vaultgraph.reports.terminal import visible

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

_MAX_DECKS = 8
_LEAST_NAME = 30
_DECK = say("deck")
_COLUMNS = (
    say("notes"), say("cards"), say("without ID"), say("image only"), say("duplicates"),
    say("notes without cards"),
)  # fmt: skip
_ANKI_COLUMNS = (
    say("today"), say("overdue"), say("new"), say("in learning"), say("young"), say("mature"),
    say("suspended"), say("leeches"), say("% right"),
)  # fmt: skip
_HTML = """\
{% macro number(n) %}<td{% if not n %} class="none"{% endif %}>{{ figure(n) if n else "–" }}</td>{% endmacro %}
{% if rows %}
  <section>
    <h2>{{ title }}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="{{ title }}">
    <table>
      <tr><th>{{ say(deck) }}</th>{% for column in columns %}<th>{{ say(column) }}</th>{% endfor %}</tr>
      {% for name, numbers in rows %}
      <tr><th>{{ name or "–" }}</th>{% for n in numbers %}{{ number(n) }}{% endfor %}</tr>
      {% endfor %}
    </table>
    </div>
  </section>
{% endif %}
"""  # noqa: E501


class Decks(NamedTuple):
    """The `decks` by name, with the state of their cards in Anki, if there is a collection."""

    decks: tuple[Deck, ...]
    has_anki: bool

    def text(self, screen: Screen) -> "Iterator[RenderableType]":
        """Yield the decks and their numbers, as a table if it fits, else as text.

        Columns that are zero for every deck are left out.
        """
        if not self.decks:
            return
        decks = sorted(self.decks, key=lambda deck: -deck.cards)[:_MAX_DECKS]
        columns, rows = _shown_columns(decks)
        headings = [screen.language.say(column) for column in columns]
        names = (visible(deck.name) or "–" for deck in decks)
        numbers = dict(zip(names, rows, strict=True))
        if len("  ".join(headings)) + _LEAST_NAME > screen.width:
            yield from (_in_words(deck, row, headings, screen) for deck, row in numbers.items())
        else:
            yield _table(numbers, headings, screen.language)
        yield from screen.rest(len(self.decks) - len(decks))

    def markdown(self, language: Language) -> Iterator[str]:
        for deck in self.decks:
            parts = [language.say(count_cards(deck.cards)), language.say(count_notes(deck.notes))]
            parts += [
                f"{language.say(column)}: {language.number(number)}"
                for column, number in zip(_COLUMNS[2:], deck[3:-1], strict=True)
                if number
            ]
            parts += [language.say(in_anki(deck.recall))] if self.has_anki else []
            yield f"- {plain(deck.name) or '–'}: {', '.join(parts)}"

    def html(self, page: Page) -> "Markup":
        columns, numbers = _shown_columns(self.decks)
        rows = [(deck.name, row) for deck, row in zip(self.decks, numbers, strict=True)]
        return page.render(_HTML, deck=_DECK, columns=columns, rows=rows)

    def json(self) -> dict[str, Any]:
        return {
            "decks": [
                {**deck._asdict(), "recall": recall_as_json(deck.recall, has_anki=self.has_anki)}
                for deck in self.decks
            ]
        }


def _shown_columns(decks: Sequence[Deck]) -> tuple[list[Message], list[list[int]]]:
    """Return the columns that are not zero for all *decks*, and their numbers for each.

    The first two are always shown.
    """
    columns = (*_COLUMNS, *_ANKI_COLUMNS)
    rows = [_numbers(deck) for deck in decks]
    shown = [n for n in range(len(columns)) if n < 2 or any(row[n] for row in rows)]
    return [columns[n] for n in shown], [[row[n] for n in shown] for row in rows]


def _numbers(deck: Deck) -> Sequence[int]:
    """Return the numbers of *deck* in all columns."""
    recall = deck.recall
    states = (recall.new, recall.learning, recall.young, recall.mature, recall.suspended)
    right = round(100 * (recall.pass_rate or 0))
    return (*deck[1:-1], recall.due, recall.overdue, *states, recall.leeches, right)


def _in_words(deck: str, row: Sequence[int], headings: Sequence[str], screen: Screen) -> "Text":
    shown = (
        f"{heading} {screen.language.number(number)}"
        for heading, number in zip(headings, row, strict=True)
        if number
    )
    return screen.line((f"{deck}: ", "dim"), ", ".join(shown))


def _table(
    numbers: Mapping[str, Sequence[int]], headings: Sequence[str], language: Language
) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(language.say(_DECK), overflow="fold")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for deck, row in numbers.items():
        table.add_row(Text(deck), *(language.number(number) if number else "–" for number in row))
    return table


@section("decks", say("Decks"))
def find_decks(audit: Audit) -> Decks:
    """Return the decks in numbers."""
    return Decks(audit.decks, audit.has_anki)
