"""The documentation of the rules: a list of all, or a page about one."""

import re
from collections.abc import Collection, Iterator
from textwrap import fill

from vaultgraph.languages import ENGLISH, Language
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, say, template
from vaultgraph.reports.severities import severity_name
from vaultgraph.reports.terminal import COLOURS, Style
from vaultgraph.rules import Rule

__all__ = ["catalogue", "page", "page_texts", "sections"]

_LINE = 100
_FILE = lazy_re(r"^    -- (.+) --$", re.MULTILINE)
_SECTION = lazy_re(r"\n\n(?=\S)")
_VERBATIM = lazy_re(r"(.+?)(::\n\n|:\n)(?= {4})")
_OPTION = lazy_re(r"^( {4}[\w-]+: )(.+)$", re.MULTILINE)
_HEADINGS = (template("Bad"), template("Good"), template("Fine"), template("Options"))


def catalogue(rules: Collection[Rule], style: Style, language: Language = ENGLISH) -> str:
    """Return a line for each of *rules*: name, severity and summary.

    The *language* is one of `load_help`.
    """
    names = max(len(rule.name) for rule in rules)
    hint = language.say(say("vaultgraph rules NAME explains one."))
    lines = [*_lines(rules, names, style, language), "", hint]
    return "\n".join(lines) + "\n"


def _lines(rules: Collection[Rule], names: int, style: Style, language: Language) -> Iterator[str]:
    levels = {rule.name: language.say(_level(rule)) for rule in rules}
    widest = max(map(len, levels.values()))
    for rule in rules:
        head = f"{rule.name:{names}}  {levels[rule.name]:{widest}}  "
        text = fill(
            language.translate(rule.summary),
            (style.columns or 10_000) - 1,
            initial_indent=" " * len(head),
            subsequent_indent=" " * len(head),
        )
        level = style.paint(_colour(rule), f"{levels[rule.name]:{widest}}")
        yield f"{rule.name:{names}}  {level}  {text.lstrip()}"


def page_texts(rule: Rule) -> Iterator[str]:
    """Yield what catalogues have to translate of the page of *rule*: all but the examples."""
    for section in _SECTION.split(rule.page):
        if not (found := _VERBATIM.match(section)):
            yield _joined(section)
        elif found[1] == "Options":
            yield from (text for _, text in _OPTION.findall(section))


def sections(rule: Rule, language: Language) -> list[str]:
    """Return the paragraphs, examples and options of *rule*, in a language of `load_help`.

    The first is the summary, the second the reason.
    """
    return [_translated(section, language) for section in _SECTION.split(rule.page)]


def page(rule: Rule, style: Style, language: Language = ENGLISH) -> str:
    """Return the page of *rule*: what it finds and why, its options, bad and good examples.

    The *language* is one of `load_help`.
    """
    columns = min(style.columns or _LINE, _LINE) - 1
    head = (
        f"{style.paint('1', rule.name)} ({style.paint(_colour(rule), language.say(_level(rule)))})"
    )
    texts = [_wrapped(section, columns) for section in sections(rule, language)]
    if rule.skips_templates:
        texts.append(language.say(say("Templates are left out: they are yet to be filled in.")))
    if not rule.is_on:
        how = say(
            "This rule is off by default: --select {rule}, or a severity in the settings.",
            rule=rule.name,
        )
        texts.append(language.say(how))
    return "\n\n".join([head, *texts]) + "\n"


def _translated(section: str, language: Language) -> str:
    """Translate *section*, but not the text of examples."""
    found = _VERBATIM.match(section)
    if not found:
        paragraph = _joined(section)
        text = language.translate(paragraph)
        return section if text == paragraph else text
    body = section[found.end() :]
    if found[1] == "Options":
        body = _OPTION.sub(lambda option: option[1] + language.translate(option[2]), body)
    return language.translate(found[1]) + found[2] + body


def _wrapped(section: str, columns: int) -> str:
    """Wrap a paragraph to *columns*; keep the lines of examples and options."""
    if not _VERBATIM.match(section):
        return fill(_joined(section), columns)
    return _FILE.sub(r"  \1:", section.replace("::\n\n", ":\n"))


def _joined(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _level(rule: Rule) -> Message:
    """Return the name of its severity; "off" if it is not enabled."""
    return severity_name(rule.severity) if rule.is_on else say("off")


def _colour(rule: Rule) -> str:
    return COLOURS[rule.severity] if rule.is_on else "2"
