"""Recognize addresses that are only valid on one machine, in links and in HTML."""

import re
from collections.abc import Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Link

__all__ = ["find_html_paths", "is_absolute_path"]

# A drive, an address of a local file, or the app's own for one.  Of paths that begin with `/`, only
# those that no web site and no vault is likely to have: others begin at the top of the vault.
_PATH = (
    r"[A-Za-z]:(?:[\\/]|%5[Cc])"
    r"|file:/(?!/*(?:\.\.\.|…))"
    r"|app://[^\s/]+/(?:[A-Za-z]:|[A-Za-z]%3[Aa]|Users/|home/)"
    r"|/(?:home|Users)/[^/\n]+/[^/\s]"
    r"|/Volumes/[^\s/]+/|/mnt/[a-z]/|/storage/emulated/|/private/var/|/var/folders/"
)
_ABSOLUTE = lazy_re(_PATH)
_TAG = lazy_re(
    rf"""
    <!-- (?: (?!-->) . )*+
  | `+ [^`\n]* `+
  | (?P<tag> < (?i: img|video|audio|source|embed|iframe|a) (?=\s) [^<>]*? \s (?i: src|href) =
      (?: " (?P<double> (?:{_PATH}) [^"<>\n]* ) " | ' (?P<single> (?:{_PATH}) [^'<>\n]* ) '
        | (?P<bare> (?:{_PATH}) [^\s"'<>]* ) ) [^<>]*+ >?+ )
    """,
    re.VERBOSE | re.DOTALL,
)


def is_absolute_path(address: str) -> bool:
    r"""Return whether *address* is that of a file on one machine.

    >>> is_absolute_path(r"C:\Users\me\a.png"), is_absolute_path("file:///a.png")
    (True, True)
    >>> is_absolute_path("/images/a.png"), is_absolute_path("https://example.org/C:/a.png")
    (False, False)
    """
    return _ABSOLUTE.match(address) is not None


def find_html_paths(text: str) -> Iterator[Link]:
    """Yield the HTML elements in *text* that name a file by such an address, outside code spans."""
    for match in _TAG.finditer(text):
        if match["tag"]:
            address = match["double"] or match["single"] or match["bare"]
            is_link = match["tag"][1] in "aA" and match["tag"][2].isspace()
            yield Link(address, match.start(), match.end(), "html", not is_link, "")
