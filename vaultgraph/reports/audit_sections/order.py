"""The section of the study order."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit, Recall, StudyStep
from vaultgraph.languages import Language
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import (
    MAX_NAMES,
    count_cards,
    count_learned,
    count_leeches,
    count_new,
    count_overdue,
    count_problems,
    name,
    recall_as_json,
    recall_share,
)
from vaultgraph.reports.markdown import linked
from vaultgraph.reports.path_picture import HIGH_ROW, ROW, picture

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.console import RenderableType
    from rich.text import Text

_MAX_STEPS = 300
_MAX_CYCLES = 5
_WIDEST_TERMINAL = 500
_HTML = """\
{% if steps %}
  <section>
    <h2>{{ title }}</h2>
    <div class="path{{ " high" if is_high }}">
      <svg width="{{ path.width }}" height="{{ path.height }}" viewBox="0 0 {{ path.width }} {{ path.height }}" aria-hidden="true">
        {% for curve in path.curves %}
        <path d="{{ curve.path }}"{% if curve.is_next %} class="next"{% endif %}/>
        {% endfor %}
        {% for dot in path.dots %}
        <circle cx="{{ path.x }}" cy="{{ dot.y }}" r="6" class="{{ dot.kind }}"/>
        {% endfor %}
      </svg>
      <ol>
      {% for step in steps %}
        <li><span class="n">{{ loop.index }}</span><a href="{{ address(step.path) }}">{{ step.name }}</a><span class="marks">
          {% if step.faults %}<span class="bad">{{ say(problems(step.faults)) }}</span>{% endif %}
          {% if step.recall.leeches %}<span class="warn">{{ say(leeches(step.recall.leeches)) }}</span>{% endif %}
          {% if step.recall.due %}<span class="more">{{ say(due(step.recall)) }}</span>{% endif %}
          {% if step.recall.new %}<span class="more">{{ say(new(step.recall.new)) }}</span>{% endif %}
          {% if step.recall.reviewed %}<span class="more">{{ say(recall_share(step.recall)) }}</span>{% endif %}
          {% if step.recall.learned %}<span class="more">{{ say(learned(step)) }}</span>
          {% elif step.cards %}<span class="more">{{ say(cards(step.cards)) }}</span>{% endif %}
        </span></li>
      {% endfor %}
      </ol>
    </div>
    {% if rest %}
    <p class="remark">{{ more(rest) }}</p>
    {% endif %}
    {% for remark in remarks %}
    <p class="remark">{{ say(remark) }}</p>
    {% endfor %}
  </section>
{% endif %}
"""  # noqa: E501

Pairs = tuple[tuple[str, str], ...]


class Order(NamedTuple):
    """The `steps` and what was wrong with the relations that they follow; see `Audit`."""

    steps: tuple[StudyStep, ...]
    ignored_edges: Pairs
    against_dates: Pairs
    has_anki: bool

    def text(self, screen: Screen) -> "Iterator[RenderableType]":
        """Yield the steps; on a terminal, in columns that are read top to bottom."""
        shown = [_line(n, step, screen) for n, step in enumerate(self.steps[:_MAX_STEPS], 1)]
        if not shown:
            return
        if screen.width > _WIDEST_TERMINAL:
            yield from shown
        else:
            from rich.columns import Columns

            yield Columns(shown, padding=(0, 3), column_first=True)
        yield from screen.rest(len(self.steps) - _MAX_STEPS)
        for before, after in self.ignored_edges[:_MAX_CYCLES]:
            cycle = screen.language.say(_cycle(name(before), name(after)))
            yield screen.line((cycle, "yellow"))
        yield from screen.rest(len(self.ignored_edges) - _MAX_CYCLES)
        if self.against_dates:
            dates = screen.language.say(_contradictions(self.against_dates))
            yield screen.line((f"{dates}: {', '.join(self._pairs(name))}", "yellow"))

    def markdown(self, language: Language) -> Iterator[str]:
        for number, step in enumerate(self.steps, 1):
            parts = [language.say(count_cards(step.cards))] if step.cards else []
            parts += _recall(step, language)
            parts += [language.say(count_problems(step.faults))] if step.faults else []
            what = f" – {', '.join(parts)}" if parts else ""
            yield f"{number}. [ ] {linked(step.path)}{what}"
        for before, after in self.ignored_edges:
            yield f"- {language.say(_cycle(linked(before), linked(after)))}"
        if self.against_dates:
            pairs = ", ".join(self._pairs(linked))
            yield f"- {language.say(_contradictions(self.against_dates))}: {pairs}"

    def html(self, page: Page) -> "Markup":
        steps = self.steps[:_MAX_STEPS]
        remarks = [_cycle(name(a), name(b)) for a, b in self.ignored_edges[:MAX_NAMES]]
        if self.against_dates:
            pairs = join(", ", [*self._pairs(name)])
            remarks.append(join(": ", [_contradictions(self.against_dates), pairs]))
        return page.render(
            _HTML,
            steps=steps,
            rest=len(self.steps) - len(steps),
            path=picture(steps, HIGH_ROW if self.has_anki else ROW),
            is_high=self.has_anki,
            remarks=remarks,
            due=_due,
            cards=count_cards,
            leeches=count_leeches,
            learned=_learned_of_all,
            new=count_new,
            problems=count_problems,
            recall_share=recall_share,
        )

    def _pairs(self, shown: Callable[[str], str]) -> Iterator[str]:
        """Yield the first relations that contradict the dates, with notes as they are *shown*."""
        return (f"{shown(a)} → {shown(b)}" for a, b in self.against_dates[:MAX_NAMES])

    def json(self) -> dict[str, Any]:
        return {
            "order": [
                {**step._asdict(), "recall": recall_as_json(step.recall, has_anki=self.has_anki)}
                for step in self.steps
            ],
            "left_out": _as_json(self.ignored_edges),
            "against_dates": _as_json(self.against_dates),
        }


def _line(number: int, step: StudyStep, screen: Screen) -> "Text":
    language = screen.language
    parts = [language.number(step.cards)] if step.cards else []
    parts += _recall(step, language)
    faults = f"  {language.say(count_problems(step.faults))}" if step.faults else ""
    return screen.line(
        (f"{number:3} ", "dim"),
        step.name,
        ("  " + ", ".join(parts) if parts else "", "dim"),
        (faults, "red"),
    )


def _recall(step: StudyStep, language: Language) -> Iterator[str]:
    """Yield what there is to review in the note of *step*, and what is learned."""
    if step.recall.due:
        yield language.say(_due(step.recall))
    if step.recall.new:
        yield language.say(count_new(step.recall.new))
    if step.recall.learned:
        yield language.say(count_learned(step.recall.learned))
    if step.recall.reviewed:
        yield language.say(recall_share(step.recall))
    if step.recall.leeches:
        yield language.say(count_leeches(step.recall.leeches))


def _due(recall: Recall) -> Message:
    """Return how many cards there are for today, and how many of them have been due for longer."""
    today = say("{number:,} today", number=recall.due)
    if not recall.overdue:
        return today
    return say("{due} ({overdue})", due=today, overdue=count_overdue(recall.overdue))


def _learned_of_all(step: StudyStep) -> Message:
    return say("{learned:,} of {cards:,} learned", learned=step.recall.learned, cards=step.cards)


def _cycle(before: str, after: str) -> Message:
    return say("cycle: {before} → {after} was ignored in the order", before=before, after=after)


def _contradictions(pairs: Pairs) -> Message:
    return say_count(
        "{count:,} relation contradicts the dates",
        "{count:,} relations contradict the dates",
        len(pairs),
    )


def _as_json(pairs: Pairs) -> list[dict[str, str]]:
    return [{"from": before, "to": after} for before, after in pairs]


@section("order", say("Study order"), screen_title=say("Study order, with the cards of each note"))
def find_order(audit: Audit) -> Order:
    """Return the study order."""
    return Order(audit.order, audit.ignored_edges, audit.against_dates, audit.has_anki)
