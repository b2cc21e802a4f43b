"""Read the bases of a vault: `.base` files, which are YAML.

https://help.obsidian.md/bases/syntax
"""

from typing import Any, NamedTuple

from vaultgraph.messages import Message
from vaultgraph.reading.frontmatter import InvalidYamlError, read_yaml
from vaultgraph.reading.merge_conflicts import MergeConflict, find_merge_conflicts
from vaultgraph.reading.templates import has_placeholder
from vaultgraph.reading.yaml_limits import ExcessError

__all__ = ["Base", "BaseFault", "parse_base"]


class BaseFault(NamedTuple):
    """Why a base is not valid YAML, and the offset of the error."""

    message: Message
    start: int


class Base(NamedTuple):
    """A base.

    - `views` are the names of its views; empty if one of them has none, or if they are unknown.
    - `fault` is set if Obsidian cannot read it, unless the reason is one of `merge_conflicts`.
    """

    views: tuple[str, ...] = ()
    fault: BaseFault | None = None
    merge_conflicts: tuple[MergeConflict, ...] = ()


def parse_base(text: str) -> Base:
    """Parse the *text* of a base; never fails."""
    if conflicts := tuple(find_merge_conflicts(text)):
        return Base(merge_conflicts=conflicts)
    try:
        return Base(_view_names(read_yaml(text)))
    except InvalidYamlError as error:
        is_unknown = isinstance(error.__cause__, ExcessError) or has_placeholder(text)
        return Base(fault=None if is_unknown else BaseFault(error.message, error.offset))


def _view_names(base: Any) -> tuple[str, ...]:
    views = base.get("views") if isinstance(base, dict) else None
    if not isinstance(views, list):
        return ()
    names = [view.get("name") if isinstance(view, dict) else None for view in views]
    texts = [name for name in names if isinstance(name, str)]
    return tuple(texts) if len(texts) == len(names) else ()
