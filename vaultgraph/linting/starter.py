"""Generate the settings file that a user starts with."""

import re
from collections.abc import Iterator, Mapping
from textwrap import fill

from vaultgraph.languages import ENGLISH, Language
from vaultgraph.lazy import lazy_re
from vaultgraph.rules import Rule, load_rules
from vaultgraph.settings import as_toml

__all__ = ["explanations", "starter"]

_WIDTH = 100
_EXPLANATION = lazy_re(r"(?:^## .+\n)+", re.MULTILINE)

_HEAD = """\
## Settings of vaultgraph for this vault. Remove the # of a line to change a setting.
## See also: `vaultgraph lint --show-config`, and `vaultgraph rules NAME`, which explains a rule.

## Exit with 1 if a finding is at least this bad: error, warning, info or never.
# fail-on = "error"

## Report nothing about these files. ** crosses folders, * does not.
# exclude = ["Templates/**"]

## Links may lead to these targets though nothing is there: people, places, notes of another vault.
# allow = ["People/**", "Someday *"]

## Report only what is not in this file of the vault; lint --write-baseline writes it.
# baseline = ".vaultgraph-baseline.json"

## Labels of relations, in addition to the usual ones: forward leads on in the study order,
## backward leads back, neutral does neither.
# [relations]
# forward = ["Leads on to"]
# backward = ["Builds on"]
# neutral = ["Quoted in"]

## A rule can have another severity (off, info, warning, error), leave out some files, or report
## on some only.
# [rules.orphan-note]
# severity = "off"
# exclude = ["Inbox/**"]
# paths = ["Lectures/**"]
"""


_WITH_OPTIONS = "These rules have options."
_OFF = "These rules are off until they are asked for."


def starter(language: Language = ENGLISH) -> str:
    """Return a settings file with the options of each rule, all commented out.

    It is explained in *language*, one of `load_help`.
    """
    head = _EXPLANATION.sub(lambda found: _translated(found[0], language), _HEAD)
    return head + "".join(_tables(load_rules(), language))


def explanations() -> Iterator[str]:
    """Yield what catalogues have to translate of the settings file, besides the rules' pages."""
    yield from map(_joined, _EXPLANATION.findall(_HEAD))
    yield from (_WITH_OPTIONS, _OFF)


def _tables(rules: Mapping[str, Rule], language: Language) -> Iterator[str]:
    yield f"\n## {language.translate(_WITH_OPTIONS)}\n"
    yield from (_table(rule, language) for rule in rules.values() if rule.is_on and rule.options)
    yield f"\n## {language.translate(_OFF)}\n"
    yield from (_table(rule, language) for rule in rules.values() if not rule.is_on)


def _table(rule: Rule, language: Language) -> str:
    options = "".join(
        f"# {name.replace('_', '-')} = {as_toml(value)}\n" for name, value in rule.options.items()
    )
    severity = f'# severity = "{rule.severity}"\n'
    summary = language.translate(rule.summary)
    return f"## {summary}\n# [rules.{rule.name}]\n{severity}{options}"


def _translated(comment: str, language: Language) -> str:
    """Translate *comment*, and wrap it again; English is left as it is."""
    text = language.translate(_joined(comment))
    if text == _joined(comment):
        return comment
    return fill(text, _WIDTH, initial_indent="## ", subsequent_indent="## ") + "\n"


def _joined(comment: str) -> str:
    return " ".join(line.removeprefix("## ") for line in comment.splitlines())
