"""Generate the settings file that a user starts with."""

from collections.abc import Iterator, Mapping

from vaultgraph.rules import Rule, load_rules
from vaultgraph.settings import as_toml

__all__ = ["starter"]

_HEAD = """\
## Settings of vaultgraph for this vault. Remove the # of a line to change a setting.
## See also: `vaultgraph lint --show-config`, and `vaultgraph rules NAME`, which explains a rule.

## Exit with 1 if a finding is at least this bad: error, warning, info or never.
# fail-on = "error"

## Report nothing about these files. ** crosses folders, * does not.
# exclude = ["Templates/**"]

## Report only what is not in this file of the vault; lint --write-baseline writes it.
# baseline = ".vaultgraph-baseline.json"

## Labels of relations, in addition to the usual ones: forward leads on in the study order,
## backward leads back, neutral does neither.
# [relations]
# forward = ["Leads on to"]
# backward = ["Builds on"]
# neutral = ["Quoted in"]

## A rule can have another severity (off, info, warning, error) and leave out some files.
# [rules.orphan-note]
# severity = "off"
# exclude = ["Inbox/**"]
"""


def starter() -> str:
    """Return a settings file with the options of each rule, all commented out."""
    return _HEAD + "".join(_tables(load_rules()))


def _tables(rules: Mapping[str, Rule]) -> Iterator[str]:
    yield "\n## These rules have options.\n"
    yield from (_table(rule) for rule in rules.values() if rule.is_on and rule.options)
    yield "\n## These rules are off until they are asked for.\n"
    yield from (_table(rule) for rule in rules.values() if not rule.is_on)


def _table(rule: Rule) -> str:
    options = "".join(
        f"# {name.replace('_', '-')} = {as_toml(value)}\n" for name, value in rule.options.items()
    )
    severity = f'# severity = "{rule.severity}"\n'
    return f"## {rule.summary}\n# [rules.{rule.name}]\n{severity}{options}"
