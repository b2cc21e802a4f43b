"""Recognize addresses that are only valid on one machine."""

from vaultgraph.lazy import lazy_re

__all__ = ["is_absolute_path"]

# A drive, an address of a local file, or the app's own for one.  Of paths that begin with `/`, only
# those that no web site and no vault is likely to have: others begin at the top of the vault.
_ABSOLUTE = lazy_re(
    r"[A-Za-z]:(?:[\\/]|%5[Cc])"
    r"|file:/(?!/*(?:\.\.\.|…))"
    r"|app://[^\s/]+/(?:[A-Za-z]:|[A-Za-z]%3[Aa]|Users/|home/)"
    r"|/(?:home|Users)/[^/\n]+/[^/\s]"
    r"|/Volumes/[^\s/]+/|/mnt/[a-z]/|/storage/emulated/|/private/var/|/var/folders/"
)


def is_absolute_path(address: str) -> bool:
    r"""Return whether *address* is that of a file on one machine.

    >>> is_absolute_path(r"C:\Users\me\a.png"), is_absolute_path("file:///a.png")
    (True, True)
    >>> is_absolute_path("/images/a.png"), is_absolute_path("https://example.org/C:/a.png")
    (False, False)
    """
    return _ABSOLUTE.match(address) is not None
