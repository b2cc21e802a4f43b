"""Recognize vaults that are sources of a web site.

Links in such a vault may be valid on the site, though they are not in the vault.
"""

from collections.abc import Iterable

__all__ = ["is_web_site"]

_SETTINGS = frozenset(
    """
    _config.yml _config.yaml mkdocs.yml mkdocs.yaml hugo.toml hugo.yaml hugo.json book.toml
    book.json docusaurus.config.js docusaurus.config.ts docusaurus.config.mjs quartz.config.ts
    quartz.config.js astro.config.mjs astro.config.js astro.config.ts eleventy.config.js
    eleventy.config.mjs gatsby-config.js gatsby-config.ts _quarto.yml zensical.toml
    """.split()  # noqa: SIM905 -- easier to read as words
)
"""The names of the settings files of Jekyll, MkDocs, Hugo, mdBook, GitBook, Docusaurus, Quartz,
Astro, Eleventy, Gatsby, Quarto and Zensical, from the documentation of each."""


def is_web_site(paths: Iterable[str]) -> bool:
    """Return whether one of *paths* is a settings file of a static site generator."""
    return not _SETTINGS.isdisjoint(path.rpartition("/")[2] for path in paths)
