"""The section of notes that build on notes whose cards are forgotten again and again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit, Recall, Weakness
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import count_leeches, name, recall_as_json
from vaultgraph.reports.markdown import linked

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.text import Text

_MAX_LINES = 5
_HTML = """\
{% if weak %}
  <section>
    <h2>{{ title }}</h2>
    <ul class="plain">
    {% for each in weak[:most_rows] %}
      <li>{{ sentence(each) }}</li>
    {% endfor %}
    </ul>
  </section>
{% endif %}
"""


class WeakFoundations(NamedTuple):
    """The `weak` notes, and the state of all cards in Anki, if there is a collection."""

    weak: tuple[Weakness, ...]
    recall: Recall
    has_anki: bool

    def text(self, screen: Screen) -> "Iterator[Text]":
        for weak in self.weak[:_MAX_LINES]:
            sentence = _sentence(name(weak.path), name(weak.before), weak.leeches)
            yield screen.line(screen.language.say(sentence))
        yield from screen.rest(len(self.weak) - _MAX_LINES)

    def markdown(self, language: Language) -> Iterator[str]:
        for weak in self.weak:
            sentence = _sentence(linked(weak.path), linked(weak.before), weak.leeches)
            yield f"- {language.say(sentence)}"

    def html(self, page: Page) -> "Markup":
        from markupsafe import Markup

        def sentence(weak: Weakness) -> Markup:
            names = page.link(weak.path), page.link(weak.before)
            texts = page.language.say(_sentence(*names, weak.leeches))
            return Markup(texts)  # noqa: S704  the links are markup, the rest is our own text

        return page.render(_HTML, weak=self.weak, sentence=sentence)

    def json(self) -> dict[str, Any]:
        recall = recall_as_json(self.recall, has_anki=self.has_anki)
        return {"recall": recall, "weak": [weak._asdict() for weak in self.weak]}


def _sentence(note: str, before: str, leeches: int) -> Message:
    return say(
        "{note}: review {before} first, it has {leeches}",
        note=note,
        before=before,
        leeches=count_leeches(leeches),
    )


@section("recall", say("Weak foundations"))
def find_weak_foundations(audit: Audit) -> WeakFoundations:
    """Return the notes that build on forgotten ones, most forgotten first."""
    return WeakFoundations(audit.weak, audit.recall, audit.has_anki)
