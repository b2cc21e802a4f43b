"""What can be wrong in a vault: one module, one rule, found by its place in this folder.

A rule is a generator under `@rule` that yields findings.  Its name is the fault, its docstring the
page that `vaultgraph rules NAME` prints; rules do not know each other.

A rule says what it is *on*, see `SUBJECTS`, and is called with each of these in turn: a rule on a
card with each flashcard, a rule on broken links with each broken link, and with none where there
is none.  `of` narrows that down: to links that are broken for some reasons, to notes that have some
fields of a `Record`.

What a rule depends on follows from what it is given.  One on the vault is given a graph that notes
which of its answers were asked for, see `graph.questions`, and is called again when one of these
may be another.  Every other rule is called again when its note changes, or the headings, blocks and
aliases that links of the note name, or which files there are; it may ask for nothing else.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from vaultgraph.graph.reasons import Reason
from vaultgraph.model import CARD_FAULTS, Finding, ParsedNote, Severity

__all__ = ["SUBJECTS", "Rule", "Subject", "load_rules", "rule"]

Check = Callable[..., Iterator[Finding]]


class Subject(NamedTuple):
    """What rules judge one at a time: the parameters of their checks, and what `of` can name."""

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
    "Anki": Subject(("graph", "anki")),
}
"""What a rule can be on.

A link to a part names a heading or a block of the `note`, see `VaultGraph.subpath_edges`.  A rule
on Anki compares the vault with a collection, where there is one.
"""


class Rule(NamedTuple):
    """A check and what the user needs to know about it.

    It is `on` one of `SUBJECTS`, and only on those `of` some kinds, if it names any: of a note,
    these are fields of its record, of which one at least is not empty.
    `options` are the keyword parameters of the check with their usual values; `is_on` says
    whether it runs without being asked for, `is_set` whether the user has set its severity; of the
    files that match a glob of `exclude` it tells nothing.  `skips_templates` says that it is about
    what is missing or empty, so that its findings in templates, which are yet to be filled in, are
    left out by whoever runs it.
    """

    name: str
    severity: Severity
    check: Check
    is_on: bool
    options: Mapping[str, Any]
    on: str = "vault"
    of: frozenset[str] = frozenset()
    is_set: bool = False
    exclude: tuple[str, ...] = ()
    skips_templates: bool = False

    def with_option(self, name: str, value: object) -> "Rule":
        """The rule with its option *name* set to *value*; unchanged if it has none of that name."""
        known = name in self.options
        return self._replace(options={**self.options, name: value}) if known else self

    @property
    def needs_anki(self) -> bool:
        """Whether it compares the vault with a collection, and runs only where there is one."""
        return self.on == "Anki"

    @property
    def level(self) -> str:
        """Its severity in a word; off if it runs only when it is asked for."""
        return str(self.severity) if self.is_on else "off"

    @property
    def page(self) -> str:
        """What, why, a bad and a good example."""
        from textwrap import dedent  # `inspect` would cost four times as much

        first, _, rest = (self.check.__doc__ or "").partition("\n")
        return f"{first}\n{dedent(rest)}".strip()

    @property
    def summary(self) -> str:
        """The fault in one sentence."""
        return self.page.partition("\n")[0]


_RULES: dict[str, Rule] = {}


def rule(
    severity: Severity,
    *,
    on: str,
    of: str = "",
    by_default: bool = True,
    skips_templates: bool = False,
) -> Callable[[Check], Check]:
    """Register the decorated generator; `def broken_link` becomes the rule `broken-link`.

    It is *on* one of `SUBJECTS`, *of* the kinds in these words, and runs *by_default* or only when
    asked for.  Its keyword-only parameters are the rule's options.  A rule about what is missing or
    empty *skips_templates*; see `Rule`.

    Raises ValueError if there is nothing like that to be on, or if the check has other parameters.
    """

    def register(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        _refuse_mistakes(name, check, on, of.split())
        options = check.__kwdefaults__ or {}
        _RULES[name] = Rule(
            name,
            severity,
            check,
            by_default,
            options,
            on,
            frozenset(of.split()),
            skips_templates=skips_templates,
        )
        return check

    return register


def _refuse_mistakes(name: str, check: Check, on: str, of: Collection[str]) -> None:
    """Raise ValueError if the rule *name* cannot be called as it says."""
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
    """Import every rule once, and return them by name, in alphabetical order."""
    for file in os.listdir(os.path.dirname(__file__)):
        module, extension = os.path.splitext(file)
        if extension == ".py" and not module.startswith("_"):
            import_module(f"{__name__}.{module}")
    return dict(sorted(_RULES.items()))
