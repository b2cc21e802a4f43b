"""The settings that are in force, in the words of the settings file."""

from collections.abc import Iterator, Sequence
from typing import Any

from vaultgraph.rules import Rule
from vaultgraph.settings import Settings

__all__ = ["render"]


def render(settings: Settings, rules: Sequence[Rule]) -> str:
    """Return *settings* and the *rules* that run, as TOML."""
    return "\n".join(_lines(settings, rules)) + "\n"


def _lines(settings: Settings, rules: Sequence[Rule]) -> Iterator[str]:
    yield f"# from {settings.source}" if settings.source else "# no settings file, so the usual"
    yield f"fail-on = {_toml(settings.fail_on)}"
    if settings.baseline:
        yield f"baseline = {_toml(settings.baseline)}"
    yield f"exclude = {_toml(settings.exclude)}"
    labels = {kind: getattr(settings, kind) for kind in ("forward", "backward", "neutral")}
    if any(labels.values()):
        yield "\n[relations]"
        yield from (f"{kind} = {_toml(names)}" for kind, names in labels.items() if names)
    for rule in rules:
        yield f"\n[rules.{rule.name}]{'' if rule.name not in settings.rules else '  # set'}"
        yield f"severity = {_toml(str(rule.severity))}"
        if rule.exclude:
            yield f"exclude = {_toml(rule.exclude)}"
        yield from (f"{name.replace('_', '-')} = {_toml(v)}" for name, v in rule.options.items())


def _toml(value: Any) -> str:
    """The *value* as TOML writes it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    return str(value)
