"""Whether a program makes a web site of a vault: links may then be right there, and not here."""

from collections.abc import Iterable

__all__ = ["is_web_site"]

_SETTINGS = frozenset(
    """
    _config.yml _config.yaml mkdocs.yml mkdocs.yaml hugo.toml hugo.yaml hugo.json book.toml
    book.json docusaurus.config.js docusaurus.config.ts docusaurus.config.mjs quartz.config.ts
    quartz.config.js astro.config.mjs astro.config.js astro.config.ts eleventy.config.js
    eleventy.config.mjs gatsby-config.js gatsby-config.ts _quarto.yml zensical.toml
    """.split()  # noqa: SIM905 -- a list of names is read more easily so
)
"""Files of settings by their names: of Jekyll, MkDocs, Hugo, mdBook, GitBook, Docusaurus, Quartz,
Astro, Eleventy, Gatsby, Quarto and Zensical, as the documentation of each calls them."""


def is_web_site(paths: Iterable[str]) -> bool:
    """Whether one of the *paths* of a vault is the settings of a program that makes web sites."""
    return not _SETTINGS.isdisjoint(path.rpartition("/")[2] for path in paths)
