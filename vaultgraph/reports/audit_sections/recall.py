"""The section of notes that build on notes whose cards are forgotten again and again."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit, Recall, Weakness
from vaultgraph.languages import Language
from vaultgraph.messages import Message, join, say
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import MAX_NAMES, count_leeches, more, name, recall_as_json
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
    {% for sentence in weak[:most_rows] %}
      <li>{{ sentence }}</li>
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
        sentences = [*self._sentences(name)]
        for sentence in sentences[:_MAX_LINES]:
            yield screen.line(screen.language.say(sentence))
        yield from screen.rest(len(sentences) - _MAX_LINES)

    def markdown(self, language: Language) -> Iterator[str]:
        yield from (f"- {language.say(sentence)}" for sentence in self._sentences(linked))

    def html(self, page: Page) -> "Markup":
        from markupsafe import Markup

        # The links are markup, the rest is our own text.
        sentences = [Markup(page.language.say(each)) for each in self._sentences(page.link)]  # noqa: S704
        return page.render(_HTML, weak=sentences)

    def json(self) -> dict[str, Any]:
        recall = recall_as_json(self.recall, has_anki=self.has_anki)
        return {"recall": recall, "weak": [weak._asdict() for weak in self.weak]}

    def _sentences(self, named: Callable[[str], str]) -> Iterator[Message]:
        """Yield a sentence for each note that others build on; *named* returns a note's name."""
        notes: dict[tuple[str, int], list[Message | str]] = {}
        for weak in self.weak:
            notes.setdefault((weak.before, weak.leeches), []).append(named(weak.path))
        for (before, leeches), names in notes.items():
            rest = [more(len(names) - MAX_NAMES)] if len(names) > MAX_NAMES else []
            yield say(
                "review {before} before {notes}: it has {leeches}",
                before=named(before),
                notes=join(", ", [*names[:MAX_NAMES], *rest]),
                leeches=count_leeches(leeches),
            )


@section("recall", say("Weak foundations"))
def find_weak_foundations(audit: Audit) -> WeakFoundations:
    """Return the notes that build on forgotten ones, most forgotten first."""
    return WeakFoundations(audit.weak, audit.recall, audit.has_anki)
