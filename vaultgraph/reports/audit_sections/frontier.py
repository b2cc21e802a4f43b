"""The section of what can be learned next, and of what was forgotten."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit, Frontier
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import MAX_NAMES, more, name
from vaultgraph.reports.markdown import linked

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.text import Text

_MAX_ON_SCREEN = 5
_NEXT = say("can be learned now")
_FORGOTTEN = say("less than 80% remembered")
_RESTING = say("learned, but built on something forgotten")
_HTML = """\
{% if lists %}
  <section>
    <h2>{{ title }}</h2>
    <dl>
    {% for heading, names in lists %}
      <dt>{{ say(heading) }}</dt>
      <dd>{% for name in names[:most] %}<span class="chip">{{ name }}</span> {% endfor %}{% if names|length > most %}{{ more(names|length - most) }}{% endif %}</dd>
    {% endfor %}
    </dl>
  </section>
{% endif %}
"""  # noqa: E501

Named = list[tuple[Message, list[str]]]


class Next(NamedTuple):
    """The `frontier` of the notes that were audited."""

    frontier: Frontier

    def text(self, screen: Screen) -> "Iterator[Text]":
        for title, names in self._lists(name):
            shown = [screen.language.say(each) for each in names[:_MAX_ON_SCREEN]]
            rest = len(names) - _MAX_ON_SCREEN
            more = f" +{screen.language.number(rest)}" if rest > 0 else ""
            yield screen.line(
                (f"{screen.language.say(title)}: ", "dim"), f"{', '.join(shown)}{more}"
            )

    def markdown(self, language: Language) -> Iterator[str]:
        for title, names in self._lists(linked):
            text = language.say(title)
            shown = [language.say(each) for each in names[:MAX_NAMES]]
            if len(names) > MAX_NAMES:
                shown.append(language.say(more(len(names) - MAX_NAMES)))
            yield f"- {text[:1].upper()}{text[1:]}: {', '.join(shown)}"

    def html(self, page: Page) -> "Markup":
        from markupsafe import Markup

        def marked(names: list[str]) -> list[Markup]:
            # The links are markup, the rest is our own text.
            return [Markup(page.language.say(each)) for each in names]  # noqa: S704

        lists = [(title, marked(names)) for title, names in self._lists(page.link)]
        return page.render(_HTML, lists=lists)

    def json(self) -> dict[str, Any]:
        found = self.frontier
        forgotten = [
            {"path": path, "retention": round(share, 3)} for path, share in found.forgotten
        ]
        resting = [{"path": path, "on": before} for path, before in found.resting]
        return {"frontier": {"next": found.next, "forgotten": forgotten, "resting": resting}}

    def _lists(self, named: Any) -> Iterator[tuple[Message, list[str]]]:
        """Yield the lists that are not empty, with their titles; *named* returns a note's name."""
        found = self.frontier
        lists: Named = [
            (_NEXT, [named(path) for path in found.next]),
            (_FORGOTTEN, [_with_share(named(path), share) for path, share in found.forgotten]),
            (_RESTING, [_with_ground(named(path), named(on)) for path, on in found.resting]),
        ]
        yield from ((title, names) for title, names in lists if names)


def _with_share(note: str, share: float) -> Message:
    percent = f"{share:.0%}"
    return say("{note} ({share})", note=note, share=percent)


def _with_ground(note: str, before: str) -> Message:
    return say("{note} (on {before})", note=note, before=before)


@section("frontier", say("Next to learn"))
def find_next(audit: Audit) -> Next:
    """Return what can be learned next, as far as Anki knows what is known."""
    return Next(audit.frontier)
