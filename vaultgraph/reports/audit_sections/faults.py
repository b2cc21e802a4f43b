"""The sections of what blocks studying, and of what is worth a look."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.auditing import Audit, FaultGroup
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.model import Diagnostic
from vaultgraph.reports.audit_sections import Page, Screen, section
from vaultgraph.reports.audit_words import list_counts
from vaultgraph.reports.fault_phrases import ADVICE, PROBLEMS
from vaultgraph.reports.markdown import linked, plain

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.text import Text

_ABOUT_ANKI = frozenset({"gone-from-vault", "text-drift"})
_HTML = """\
{% macro where(fault) %}{% if fault.location.path == "." %}{{ place(fault) }}{% else %}<a href="{{ address(fault.location.path) }}">{{ place(fault) }}</a>{% endif %}{% endmacro %}
  {%+ if faults %}
<section>
  <h2>{{ title }} <small>{{ figure(faults|length) }}</small></h2>
  <ul class="faults {{ kind }}">
  {% for group in groups[:most_rows] %}
    {% if group.is_large %}
    <li>
      <details>
        <summary>{{ folder(group) }} <b>{{ say(problems[group.rule]) }}</b> × {{ figure(group.faults|length) }}</summary>
        <ul>
        {% for fault in group.faults[:most_rows] %}
          <li>{{ where(fault) }}{% if detail(fault) %} <span class="source">{{ detail(fault) }}</span>{% endif %}</li>
        {% endfor %}
        </ul>
        {% if group.faults|length > most_rows %}
        <p class="remark">{{ more(group.faults|length - most_rows) }}</p>
        {% endif %}
      </details>
      <p class="remark">{{ say(advice[group.rule]) }}</p>
    </li>
    {% else %}
    {% for fault in group.faults %}
    <li>
      <p>{{ where(fault) }} <b>{{ say(problems[fault.rule]) }}</b></p>
      {% if detail(fault) %}
      <p class="source">{{ detail(fault) }}</p>
      {% endif %}
      <p class="remark">{{ say(advice[fault.rule]) }}</p>
    </li>
    {% endfor %}
    {% endif %}
  {% endfor %}
  </ul>
  {% if groups|length > most_rows %}
  <p class="remark">{{ more(groups[most_rows:]|map(attribute="faults")|map("length")|sum) }}</p>
  {% endif %}
</section>
{% endif %}

"""  # noqa: E501


class Faults(NamedTuple):
    """The `faults` of a `vault`, and the same in `groups`.

    `key` is their name in JSON, `most` the number of lines on a terminal, `kind` their CSS class.
    """

    vault: str
    faults: Sequence[Diagnostic]
    groups: Sequence[FaultGroup]
    key: str
    most: int
    kind: str = ""

    def text(self, screen: Screen) -> "Iterator[Text]":
        """Yield a line for each problem of small groups, and one per large group.

        A line has the place, the problem, and as much of the text as fits.
        """
        rows: list[tuple[int, Text]] = []
        for group in self.groups:
            if group.is_large:
                path, count = group.faults[0].location.path, len(group.faults)
                many = f"  × {screen.language.number(count)}"
                rows.append((count, _line(self._folder(group), path, group.rule, many, screen)))
            for fault in group.faults if not group.is_large else ():
                place = str(fault.location) if fault.source else self._file(fault)
                detail = f"  {_detail(fault)}"
                rows.append((1, _line(place, fault.location.path, fault.rule, detail, screen)))
        yield from (line for _, line in rows[: self.most])
        yield from screen.rest(sum(number for number, _ in rows[self.most :]))

    def markdown(self, language: Language) -> Iterator[str]:
        """Yield a line for each problem of small groups, and one for each large group."""
        for group in self.groups:
            if not group.is_large:
                yield from (_item(fault, language) for fault in group.faults)
                continue
            notes = Counter(fault.location.path for fault in group.faults)
            counts = [(linked(path), number) for path, number in notes.items() if path != "."]
            listed = f": {list_counts(counts, language)}" if counts else ""
            number = language.number(len(group.faults))
            what = _problem_and_advice(group.rule, language)
            yield f"- {plain(self._folder(group))}: {what} (× {number}){listed}"

    def html(self, page: Page) -> "Markup":
        def place(fault: Diagnostic) -> str:
            if not fault.source:
                return self._file(fault, ".md")
            line = page.language.say(_line_number(fault))
            return f"{fault.location.path.removesuffix('.md')}, {line}"

        return page.render(
            _HTML,
            faults=self.faults,
            groups=self.groups,
            kind=self.kind,
            place=place,
            folder=self._folder,
            detail=_detail,
            problems=PROBLEMS,
            advice=ADVICE,
        )

    def json(self) -> dict[str, Any]:
        return {self.key: [_as_json(fault) for fault in self.faults]}

    def _folder(self, group: FaultGroup) -> str:
        """Return the folder of *group* with a trailing slash; for the root, the vault's name."""
        return f"{group.folder}/" if group.folder else self.vault

    def _file(self, fault: Diagnostic, hidden_suffix: str = "") -> str:
        """Return the path of *fault*, or the name of the vault for one in no file."""
        path = fault.location.path
        return self.vault if path == "." else path.removesuffix(hidden_suffix)


def _line(place: str, path: str, rule: str, more: str, screen: Screen) -> "Text":
    parts = (place, screen.link(path)), "  ", screen.language.say(PROBLEMS[rule]), (more, "dim")
    return screen.line(*parts, no_wrap=True, overflow="ellipsis")


def _item(fault: Diagnostic, language: Language) -> str:
    path = fault.location.path
    place = "" if path == "." else f"{linked(path)}: "
    if fault.source:
        place = f"{linked(path)}, {language.say(_line_number(fault))}: "
    more = f" – {plain(_detail(fault))}" if _detail(fault) else ""
    return f"- {place}{_problem_and_advice(fault.rule, language)}{more}"


def _problem_and_advice(rule: str, language: Language) -> str:
    return f"{language.say(PROBLEMS[rule])}; {language.say(ADVICE[rule])}"


def _line_number(fault: Diagnostic) -> Message:
    return say("line {number}", number=fault.location.line)


def _detail(fault: Diagnostic) -> str:
    """Return what distinguishes *fault* from others of its rule: its line in the note.

    Findings about Anki only have no line; the texts in their message are used instead.
    """
    if fault.rule in _ABOUT_ANKI and isinstance(fault.message, Message):
        texts = (value for value in fault.message.values.values() if isinstance(value, str))
        return " ≠ ".join(f"“{text}”" for text in texts)
    return fault.source.strip()


def _as_json(fault: Diagnostic) -> dict[str, Any]:
    path, line, column, *_ = fault.location
    texts = {"rule": fault.rule, "message": str(fault.message), "hint": str(fault.hint)}
    return {"path": path, "line": line, "column": column, **texts}


@section("blockers", say("What blocks studying"))
def find_blockers(audit: Audit) -> Faults:
    """Return what prevents studying."""
    return Faults(audit.vault, audit.blockers, audit.blocker_groups, "blockers", 12, "bad")


@section("warnings", say("Worth a look"))
def find_warnings(audit: Audit) -> Faults:
    """Return what may be wrong."""
    return Faults(audit.vault, audit.warnings, audit.warning_groups, "doubts", 5)
