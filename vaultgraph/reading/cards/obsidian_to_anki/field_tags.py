"""Tags within the fields of a card, which the plugin extracts if its settings say so.

Its expression ends a tag at the first non-ASCII letter.  It ignores text that it has already
converted to a link.
"""

from vaultgraph.lazy import lazy_re

__all__ = ["tags_within", "without_tags"]

# The plugin searches the field as HTML: links to notes are encoded in it, without a `#`, but the
# `#part` of a web address is a tag.
_LINK = r"\[\[[^\[\]\n]*\]\]|\]\((?![A-Za-z][A-Za-z+.-]*:)[^()\n]*\)"
_LINK_OR_TAG = lazy_re(rf"(?P<link>{_LINK})|#(?P<tag>[A-Za-z0-9_]+)")


def tags_within(field: str) -> list[str]:
    """Return the tags of *field*, without `#`."""
    if "#" not in field:
        return []
    return [found["tag"] for found in _LINK_OR_TAG.finditer(field) if found["tag"]]


def without_tags(field: str) -> str:
    """Return *field* without its tags."""
    return _LINK_OR_TAG.sub(lambda found: found["link"] or "", field)
