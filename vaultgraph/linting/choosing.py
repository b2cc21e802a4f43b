"""Select the rules to run and apply the user's settings to them."""

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any

from vaultgraph.errors import UsageError
from vaultgraph.messages import did_you_mean, join, say
from vaultgraph.model import Severity
from vaultgraph.rules import Rule, load_rules
from vaultgraph.settings import USUAL_SETTINGS, Settings

__all__ = ["choose_rules", "set_rules"]

_MAX_NAMED = 3
_SEVERITIES = ("off", *(str(severity) for severity in Severity))


def choose_rules(
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    settings: Settings = USUAL_SETTINGS,
    *,
    anki: bool = False,
) -> list[Rule]:
    """Return the rules that match a glob of *select* but none of *ignore*, with *settings* applied.

    Without *select*, all enabled rules are selected. Rules that compare with Anki need *anki*.
    Raises UsageError if a glob matches no rule, if no rule is left, or if the settings are invalid
    for a rule.
    """
    rules = set_rules(load_rules(), settings)
    on = {name for name, rule in rules.items() if rule.is_on}
    unavailable = {name for name, rule in rules.items() if rule.needs_anki and not anki}
    for name in select:
        if name in unavailable:
            hint = say("add --anki FILE, or --anki connect")
            raise UsageError(say("{name} compares the vault with Anki", name=name), hint=hint)
    chosen = (_matching(select, rules) or on) - _matching(ignore, rules) - unavailable
    if not chosen:
        raise UsageError(say("no rule left to run"), hint=say("select more, or ignore less"))
    return [rules[name] for name in rules if name in chosen]


def _matching(globs: Iterable[str], rules: Mapping[str, Rule]) -> set[str]:
    matching = set()
    for glob in globs:
        names = {name for name in rules if fnmatchcase(name, glob)}
        if not names:
            raise UsageError(
                say("no rule is called {glob}", glob=glob), hint=_suggest_rules(glob, rules)
            )
        matching |= names
    return matching


def _suggest_rules(glob: str, rules: Mapping[str, Rule]) -> str:
    if "," in glob:
        return say("name one rule at a time, and repeat the option")
    return _suggest(glob, rules) or say("vaultgraph rules lists them all")


def set_rules(rules: Mapping[str, Rule], settings: Settings) -> dict[str, Rule]:
    """Return *rules* with *settings* applied. Raises UsageError for unknown rules or options."""
    for name in settings.rules:
        if name not in rules:
            hint = _suggest(name, rules) or say("vaultgraph rules lists them all")
            raise UsageError(
                say("{source}: no rule is called {name}", source=settings.source, name=name),
                hint=hint,
            )
    return {
        name: _configure(rule, settings.rules[name], settings.source)
        if name in settings.rules
        else rule
        for name, rule in rules.items()
    }


def _configure(rule: Rule, table: Mapping[str, Any], source: str) -> Rule:
    options = dict(rule.options)
    for key, value in table.items():
        option = key.replace("-", "_")
        if key == "severity":
            rule = _with_severity(rule, value, source)
        elif key == "exclude":
            rule = rule._replace(exclude=_globs(rule, key, value, source))
        elif key == "paths":
            rule = rule._replace(paths=_globs(rule, key, value, source))
        elif option not in options:
            known = ["severity", "exclude", "paths", *(name.replace("_", "-") for name in options)]
            hint = _suggest(key, known) or say("there are {names}", names=join(", ", [*known]))
            raise UsageError(
                say("{source}: {name} has no option {key}", source=source, name=rule.name, key=key),
                hint=hint,
            )
        else:
            options[option] = _validate(options[option], value, f"{source}: {rule.name}.{key}")
    return rule._replace(options=options)


def _with_severity(rule: Rule, value: object, source: str) -> Rule:
    if value not in _SEVERITIES:
        hint = say("choose one of {names}", names=join(", ", [*_SEVERITIES]))
        raise UsageError(
            say(
                "{source}: {name}.severity cannot be {value}",
                source=source,
                name=rule.name,
                value=repr(value),
            ),
            hint=hint,
        )
    if value == "off":
        return rule._replace(is_on=False)
    severity = Severity[str(value).upper()]
    return rule._replace(is_on=True, is_set=True, severity=severity)


def _globs(rule: Rule, key: str, value: object, source: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(glob, str) for glob in value):
        raise UsageError(
            say(
                "{source}: {name}.{key} must be a list of globs, not {value}",
                source=source,
                name=rule.name,
                key=key,
                value=repr(value),
            ),
            hint=say('write {key} = ["Templates/**"]', key=key),
        )
    return tuple(value)


def _validate(usual: object, value: object, place: str) -> object:
    """Return *value* if it has the type of the option's default. Raises UsageError otherwise."""
    if isinstance(usual, tuple) and isinstance(value, list) and _are_texts(value):
        return tuple(value)
    if type(value) is not type(usual):
        shown = list(usual) if isinstance(usual, tuple) else usual
        raise UsageError(
            say("{place} cannot be {value}", place=place, value=repr(value)),
            hint=say("for example: {shown}", shown=repr(shown)),
        )
    return value


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _suggest(name: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = list(names)
    similar = [each for each in names if name in each][:_MAX_NAMED]
    similar = similar or get_close_matches(name, names, n=1)
    return did_you_mean(similar) if similar else ""
