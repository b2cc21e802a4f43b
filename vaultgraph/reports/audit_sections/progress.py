"""The section of what has changed since an earlier audit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit, Change, Progress
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import MAX_NAMES, more, name
from vaultgraph.reports.markdown import linked

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.text import Text

_NUMBERS = {
    "problems": say("problems"),
    "cards": say("cards"),
    "learned": say("learned"),
    "new": say("new"),
    "due": say("due"),
    "overdue": say("overdue"),
    "leeches": say("leeches"),
    "retention": say("remembered"),
}
_LEARNED = say("learned since then")
_FORGOTTEN = say("forgotten since then")
_SAME = say("nothing has changed")
_PARTIAL = say("only one of the two was made with --anki: what is remembered is not compared")
_HTML = """\
{% if lines or lists %}
  <section>
    <h2>{{ title }}</h2>
    <dl>
    {% if lines %}
      <dt></dt>
      <dd>{% for line in lines %}<span class="chip">{{ line }}</span> {% endfor %}</dd>
    {% endif %}
    {% for heading, names in lists %}
      <dt>{{ say(heading) }}</dt>
      <dd>{% for name in names[:most] %}<span class="chip">{{ name }}</span> {% endfor %}{% if names|length > most %}{{ more(names|length - most) }}{% endif %}</dd>
    {% endfor %}
    </dl>
  </section>
{% endif %}
"""  # noqa: E501


class Since(NamedTuple):
    """The `progress` since an earlier audit, None if there was none to compare."""

    progress: Progress | None

    def text(self, screen: Screen) -> "Iterator[Text]":
        if not self.progress:
            return
        lines = [*self._lines(screen.language)]
        yield screen.line(", ".join(lines) or screen.language.say(_SAME))
        if self._is_partial:
            yield screen.line(screen.language.say(_PARTIAL))
        for title, paths in self._lists():
            names = [name(path) for path in paths[:MAX_NAMES]]
            if len(paths) > MAX_NAMES:
                names.append(screen.language.say(more(len(paths) - MAX_NAMES)))
            yield screen.line((f"{screen.language.say(title)}: ", "dim"), ", ".join(names))

    def markdown(self, language: Language) -> Iterator[str]:
        if not self.progress:
            return
        lines = [*self._lines(language)] or [language.say(_SAME)]
        yield from (f"- {line}" for line in lines)
        if self._is_partial:
            yield f"- {language.say(_PARTIAL)}"
        for title, paths in self._lists():
            text = language.say(title)
            yield f"- {text[:1].upper()}{text[1:]}: {', '.join(map(linked, paths))}"

    def html(self, page: Page) -> "Markup":
        lists = [(title, [page.link(path) for path in paths]) for title, paths in self._lists()]
        lines = [*self._lines(page.language)] if self.progress else []
        lines += [page.language.say(_PARTIAL)] if self._is_partial else []
        return page.render(_HTML, lines=lines, lists=lists)

    def json(self) -> dict[str, Any]:
        found = self.progress
        if not found:
            return {"progress": None}
        numbers = {
            change.name: {"before": _rounded(change.before), "after": _rounded(change.after)}
            for change in found.changes
        }
        lists = {"learned_notes": found.learned, "forgotten_notes": found.forgotten}
        return {"progress": numbers | lists}

    @property
    def _is_partial(self) -> bool:
        """Whether one of the two audits knew what is remembered and the other did not."""
        found = self.progress.changes if self.progress else ()
        return any((change.before is None) != (change.after is None) for change in found)

    def _lines(self, language: Language) -> Iterator[str]:
        """Yield the numbers that are not what they were."""
        for change in self.progress.changes if self.progress else ():
            if None in change[1:]:
                continue
            before, after = (_in_words(change, number, language) for number in change[1:])
            if before != after:
                yield f"{language.say(_NUMBERS[change.name])}: {before} → {after}"

    def _lists(self) -> Iterator[tuple[Message, tuple[str, ...]]]:
        if self.progress:
            lists = ((_LEARNED, self.progress.learned), (_FORGOTTEN, self.progress.forgotten))
            yield from ((title, paths) for title, paths in lists if paths)


def _in_words(change: Change, number: float | None, language: Language) -> str:
    value = number or 0
    return f"{value:.0%}" if change.name == "retention" else language.number(int(value))


def _rounded(number: float | None) -> float | None:
    return round(number, 3) if isinstance(number, float) else number


@section("progress", say("Since the earlier audit"))
def find_progress(audit: Audit) -> Since:
    """Return what has changed since the audit that this one is compared with."""
    return Since(audit.progress)
