"""What can be wrong in a vault: one module, one rule, found by its place in this folder.

A rule is a generator under `@rule` that questions a `VaultGraph` and yields findings.  Its name is
the fault, its docstring the page that `vaultgraph rules NAME` prints; rules do not know each other.

The parameters of a rule say what it judges:

- `(graph)` the vault as a whole;
- `(graph, note)` one note, `(graph, source)` one note or canvas;
- `(graph, note, card)` one flashcard of a note;
- `(graph, anki)` the vault against a collection of Anki, where there is one.

A rule that judges less than the whole vault asks for nothing but its note, the headings and blocks
that links of the note name elsewhere, and which names there are; one that judges the whole says of
what it asks, or else it may ask of everything.  So nobody has to judge again until one of these
changes.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from vaultgraph.model import FIELD_BITS, Finding, Severity

__all__ = ["FACTS", "Rule", "load_rules", "rule"]

Check = Callable[..., Iterator[Finding]]

_NEXT = max(FIELD_BITS.values()) << 1
FACTS = {**FIELD_BITS, "broken_links": _NEXT, "odd_links": _NEXT << 1}
"""What a note or canvas can have, as bits; `odd_links` ask for a second look, see `Outgoing`."""


class Rule(NamedTuple):
    """A check and what the user needs to know about it.

    `asks` are the facts of the vault that it depends on; none for all.  They are cards, and of
    these ids, decks, media and unsynced; links, and of these relations; tags, properties, text,
    problems, names, templates and attachments.  Where something stands in its file is no such fact.
    `needs` are those of `FACTS`, as bits, of which a note must have one, or else there is nothing
    to say of it; 0 for a rule that has to see every note.
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
    asks: frozenset[str] = frozenset()
    is_set: bool = False
    exclude: tuple[str, ...] = ()
    skips_templates: bool = False
    needs: int = 0

    def with_option(self, name: str, value: object) -> "Rule":
        """The rule with its option *name* set to *value*; unchanged if it has none of that name."""
        known = name in self.options
        return self._replace(options={**self.options, name: value}) if known else self

    @property
    def judges(self) -> str:
        """What it judges one at a time: vault, source, note or card; or anki beside the vault."""
        parameters = self.check.__code__.co_varnames[: self.check.__code__.co_argcount]
        return parameters[-1].replace("graph", "vault")

    @property
    def needs_anki(self) -> bool:
        """Whether it compares the vault with a collection, and runs only where there is one."""
        return self.judges == "anki"

    @property
    def level(self) -> str:
        """Its severity in a word; off if it runs only when it is asked for."""
        return str(self.severity) if self.is_on else "off"

    @property
    def page(self) -> str:
        """What, why, a bad and a good example."""
        from inspect import getdoc

        return getdoc(self.check) or ""

    @property
    def summary(self) -> str:
        """The fault in one sentence."""
        return self.page.partition("\n")[0]


_RULES: dict[str, Rule] = {}


def rule(
    severity: Severity,
    *,
    on: bool = True,
    asks: str = "",
    needs: str = "",
    skips_templates: bool = False,
) -> Callable[[Check], Check]:
    """Register the decorated generator; `def broken_link` becomes the rule `broken-link`.

    Its keyword-only parameters are the rule's options; *asks* and *needs* are words.  A rule about
    what is missing or empty *skips_templates*; see `Rule`.

    Raises ValueError if it *needs* what is none of `FACTS`.
    """
    if unknown := set(needs.split()) - FACTS.keys():
        raise ValueError(f"a rule needs {', '.join(sorted(unknown))}: known are {', '.join(FACTS)}")

    def register(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        options = check.__kwdefaults__ or {}
        _RULES[name] = Rule(
            name,
            severity,
            check,
            on,
            options,
            frozenset(asks.split()),
            skips_templates=skips_templates,
            needs=sum(FACTS[fact] for fact in needs.split()),
        )
        return check

    return register


def load_rules() -> dict[str, Rule]:
    """Import every rule once, and return them by name, in alphabetical order."""
    for file in os.listdir(os.path.dirname(__file__)):
        module, extension = os.path.splitext(file)
        if extension == ".py" and not module.startswith("_"):
            import_module(f"{__name__}.{module}")
    return dict(sorted(_RULES.items()))
