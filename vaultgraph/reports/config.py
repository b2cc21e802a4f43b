"""The effective settings, in the format of the settings file."""

from collections.abc import Iterator, Sequence

from vaultgraph.languages import Language
from vaultgraph.messages import say
from vaultgraph.rules import Rule
from vaultgraph.settings import Settings, as_toml

__all__ = ["render"]


def render(settings: Settings, rules: Sequence[Rule], language: Language) -> str:
    """Return *settings* and the *rules* that run, as TOML with comments in this *language*."""
    return "\n".join(_lines(settings, rules, language)) + "\n"


def _lines(settings: Settings, rules: Sequence[Rule], language: Language) -> Iterator[str]:
    if settings.source:
        yield language.say(say("# from {file}", file=settings.source))
    else:
        yield language.say(say("# no settings file: default settings"))
    yield f"fail-on = {as_toml(settings.fail_on)}"
    if settings.baseline:
        yield f"baseline = {as_toml(settings.baseline)}"
    yield f"exclude = {as_toml(settings.exclude)}"
    yield f"allow = {as_toml(settings.allow)}"
    labels = {kind: getattr(settings, kind) for kind in ("forward", "backward", "neutral")}
    if any(labels.values()):
        yield "\n[relations]"
        yield from (f"{kind} = {as_toml(names)}" for kind, names in labels.items() if names)
    changed = language.say(say("  # set"))
    for rule in rules:
        yield f"\n[rules.{rule.name}]{changed if rule.name in settings.rules else ''}"
        yield f"severity = {as_toml(str(rule.severity))}"
        globs = {"paths": rule.paths, "exclude": rule.exclude}
        yield from (f"{name} = {as_toml(value)}" for name, value in globs.items() if value)
        yield from (f"{name.replace('_', '-')} = {as_toml(v)}" for name, v in rule.options.items())
