"""Parse YAML on platforms without py-yaml12: python-frontmatter's handler with YAML 1.2 scalars."""

import re
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

__all__ = ["add_resolvers", "parse"]


class _Loader(yaml.SafeLoader):
    """The safe loader without what YAML 1.2 dropped: `yes`, dates, `10:57`, octals without `0o`."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_FLOAT = (
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_SCALARS = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", _FLOAT, list("-+.0123456789")),
)
"""Non-text scalars of the YAML 1.2 core schema (10.3.2): tag, pattern, first characters."""


def add_resolvers(target: type[yaml.SafeLoader | yaml.SafeDumper]) -> None:
    """Add resolvers for the scalars of YAML 1.2 to *target*, which has none yet."""
    for tag, pattern, first in _SCALARS:
        target.add_implicit_resolver(
            f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first
        )


add_resolvers(_Loader)


_BASES = {"0o": 8, "0x": 16}


def _integer(loader: _Loader, node: yaml.ScalarNode) -> int:
    text = str(loader.construct_scalar(node))
    return int(text, _BASES.get(text[:2], 10))


_Loader.add_constructor("tag:yaml.org,2002:int", _integer)


def parse(source: str) -> Any:
    """Return the value of *source*.

    Raises ValueError if it is not valid, with a message in the format of py-yaml12.
    """
    try:
        return YAMLHandler().load(source, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (
            f" at byte {mark.index} line {mark.line + 1} column {mark.column + 1}" if mark else ""
        )
        raise ValueError(f"{error.problem}{place}") from error
    except (yaml.YAMLError, RecursionError, TypeError) as error:
        raise ValueError(str(error)) from error
