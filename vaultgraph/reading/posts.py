"""Convert a note to a `frontmatter.Post`, for programs that edit properties.

Properties are read as elsewhere in this package, and written so that Obsidian reads them back
unchanged: YAML 1.2, indented lists, original order.  python-frontmatter alone reads YAML 1.1, where
`yes` and `10:57` are not text, and cannot represent a property named `content`.
"""

from typing import Any

import yaml
from frontmatter import Post
from frontmatter.default_handlers import YAMLHandler

from vaultgraph.errors import VaultError
from vaultgraph.messages import say
from vaultgraph.reading.frontmatter import read_frontmatter
from vaultgraph.reading.yaml_fallback import add_resolvers

__all__ = ["make_post"]

_WIDTH = 1 << 30  # do not wrap long text


def make_post(path: str, text: str) -> Post:
    """Return the note at *path* with *text* as a `Post` for `frontmatter.dumps`.

    Raises VaultError if its properties are not valid YAML, because dumping would lose them.
    """
    source = "\n" + text.replace("\r\n", "\n")
    found = read_frontmatter(source)
    if found.fault:
        hint = say("vaultgraph lint --only '{path}' shows the line", path=path)
        raise VaultError(say("{path}: the properties are not valid YAML", path=path), hint=hint)
    post = Post(source[found.body :].strip(), _Handler())
    post.metadata.update(found.properties)
    return post


class _Handler(YAMLHandler):
    """Writes properties as Obsidian would."""

    def format(self, post: Post, **kwargs: object) -> str:
        """Return the text of the note, without frontmatter if there are no properties."""
        return str(super().format(post, **kwargs)) if post.metadata else post.content

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """Return *metadata* as YAML 1.2."""
        usual: dict[str, Any] = {"Dumper": _Dumper, "sort_keys": False, "width": _WIDTH}
        return str(super().export(metadata, **{**usual, **kwargs}))


class _Dumper(yaml.SafeDumper):
    """Quotes only strings that YAML 1.2 would not read as text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent the entries of a list, as Obsidian does."""
        super().increase_indent(flow, indentless=False)


def _write_empty(dumper: yaml.SafeDumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


add_resolvers(_Dumper)
_Dumper.add_representer(type(None), _write_empty)
