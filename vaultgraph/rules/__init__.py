"""The rules: one module per rule, discovered by its location in this package.

A rule is a generator function decorated with `@rule` that yields findings. Its name is the problem,
its docstring the page that `vaultgraph rules NAME` prints. Rules do not depend on each other.

A rule declares its subject with *on*, see `SUBJECTS`, and is called once per subject: a rule on a
card with each flashcard, a rule on broken links with each broken link, and never where there is
none. `of` narrows the subjects: to links that are broken for certain reasons, or to notes in which
certain fields of `ParsedNote` are not empty.

The subject also determines when incremental linting calls a rule again. A rule on the vault gets a
graph that records which facts it uses, see `graph.recording`, and is called again when one of them
changes. Any other rule is called again when its note changes, or the headings, blocks and aliases
that links of the note refer to, or the set of files; it must not use anything else.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from vaultgraph.graph.reasons import Reason
from vaultgraph.messages import Message, say_count
from vaultgraph.model import (
    CARD_FAULTS,
    MARKUP_FAULTS,
    PROPERTY_FAULTS,
    Finding,
    ParsedNote,
    Severity,
)

__all__ = ["SUBJECTS", "Rule", "Subject", "load_rules", "rule"]

Check = Callable[..., Iterator[Finding]]


class Subject(NamedTuple):
    """A kind of subject: the parameters of the checks, and the values allowed in `of`."""

    given: tuple[str, ...]
    of: Collection[str] = ()


SUBJECTS = {
    "vault": Subject(("graph",)),
    "note": Subject(("graph", "note"), ParsedNote._fields),
    "note or canvas": Subject(("graph", "source"), ParsedNote._fields),
    "broken link": Subject(("graph", "edge", "reason"), tuple(reason.word for reason in Reason)),
    "link to a part": Subject(("graph", "edge", "note")),
    "card": Subject(("graph", "note", "card")),
    "card fault": Subject(("graph", "note", "fault"), CARD_FAULTS),
    "property fault": Subject(("graph", "note", "fault"), PROPERTY_FAULTS),
    "markup fault": Subject(("graph", "note", "fault"), MARKUP_FAULTS),
    "Anki": Subject(("graph", "anki")),
}
"""The subjects of rules.

A "link to a part" links to a heading or a block of `note`, see `VaultGraph.subpath_edges`. A rule
on "Anki" compares the vault with a collection, if there is one.
"""


class Rule(NamedTuple):
    """A check, with its metadata and configuration.

    `counted` names its findings with their number, such as "1 missing image" and "{count} missing
    images", as templates in the singular and the plural.
    `on` is one of `SUBJECTS`; if `of` is not empty, only subjects of these kinds are checked. For
    notes, `of` are fields of `ParsedNote`, at least one of which must not be empty. `options` are
    the keyword parameters of the check with their values. `is_on` is whether the rule runs by
    default, `is_set` whether the user has configured its severity. Findings in files that match a
    glob of `exclude`, or none of `paths` if there are any, are not reported. `skips_templates`
    marks rules about missing or empty text: their findings in templates, which are yet to be filled
    in, are dropped by the linter.
    """

    name: str
    severity: Severity
    counted: tuple[str, str]
    check: Check
    is_on: bool
    options: Mapping[str, Any]
    on: str = "vault"
    of: frozenset[str] = frozenset()
    is_set: bool = False
    exclude: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    skips_templates: bool = False

    def with_option(self, name: str, value: object) -> "Rule":
        """Return the rule with option *name* set to *value*; unchanged if it has no such option."""
        known = name in self.options
        return self._replace(options={**self.options, name: value}) if known else self

    def describe_count(self, count: int) -> Message:
        """Return *count* with what the findings are, such as "3 missing images"."""
        return say_count(*self.counted, count)

    @property
    def needs_anki(self) -> bool:
        """Whether it compares the vault with a collection; it runs only if there is one."""
        return self.on == "Anki"

    @property
    def page(self) -> str:
        """Its documentation: what it checks, why, and examples."""
        from textwrap import dedent  # `inspect` would cost four times as much

        first, _, rest = (self.check.__doc__ or "").partition("\n")
        return f"{first}\n{dedent(rest)}".strip()

    @property
    def summary(self) -> str:
        """The first line of its documentation."""
        return self.page.partition("\n")[0]


_RULES: dict[str, Rule] = {}


def rule(  # noqa: PLR0913 -- a declaration
    severity: Severity,
    counted: tuple[str, str],
    *,
    on: str,
    of: str = "",
    by_default: bool = True,
    skips_templates: bool = False,
) -> Callable[[Check], Check]:
    """Register the decorated generator; `def broken_link` becomes the rule `broken-link`.

    *counted* are both forms of `plural`, see `Rule`. *on* is one of `SUBJECTS`; *of* restricts it
    to these kinds, separated by spaces. The keyword-only parameters of the function are the options
    of the rule. Rules about missing or empty text should set *skips_templates*; see `Rule`.

    Raises ValueError for an unknown subject or kind, for wrong parameters, and if *counted* lacks
    the number.
    """

    def register(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        _check_declaration(name, counted, check, on, of.split())
        options = check.__kwdefaults__ or {}
        _RULES[name] = Rule(
            name,
            severity,
            counted,
            check,
            by_default,
            options,
            on,
            frozenset(of.split()),
            skips_templates=skips_templates,
        )
        return check

    return register


def _check_declaration(
    name: str, counted: tuple[str, str], check: Check, on: str, of: Collection[str]
) -> None:
    """Raise ValueError if the rule *name* is declared wrongly."""
    if not all("{count:,}" in form for form in counted):
        raise ValueError(f"the rule {name} counts findings as {counted}: both need {{count:,}}")
    if on not in SUBJECTS:
        raise ValueError(f"the rule {name} is on {on!r}: known are {', '.join(SUBJECTS)}")
    subject = SUBJECTS[on]
    for kind in of:
        if kind not in subject.of:
            known = f"known are {', '.join(subject.of)}" if subject.of else "it has no kinds"
            raise ValueError(f"the rule {name} is on {on} of {kind}: {known}")
    parameters = check.__code__.co_varnames[: check.__code__.co_argcount]
    if parameters != subject.given:
        takes, given = ", ".join(parameters), ", ".join(subject.given)
        raise ValueError(f"the rule {name} takes ({takes}), but one on {on} is given ({given})")


def load_rules() -> dict[str, Rule]:
    """Import all rules, and return them by name, in alphabetical order.

    Raises ValueError for a module without the rule that it is named after.
    """
    for file in os.listdir(os.path.dirname(__file__)):
        module, extension = os.path.splitext(file)
        name = module.replace("_", "-")
        if extension != ".py" or module.startswith("_") or name in _RULES:
            continue
        import_module(f"{__name__}.{module}")
        if name not in _RULES:
            raise ValueError(f"{file} has no function {module} under @rule")
    return dict(sorted(_RULES.items()))
