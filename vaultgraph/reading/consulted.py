"""On which settings of Obsidian and its plugins it depends what is read in a vault."""

__all__ = ["CONSULTED"]

_PLUGINS = (
    "flashcards-obsidian",
    "obsidian-spaced-repetition",
    "obsidian-to-anki-plugin",
    "quickadd",
    "templater-obsidian",
)

CONSULTED = frozenset(
    [
        ".obsidian",
        ".obsidian/app.json",
        ".obsidian/community-plugins.json",
        ".obsidian/templates.json",
        *(f".obsidian/plugins/{plugin}" for plugin in _PLUGINS),
        *(f".obsidian/plugins/{plugin}/data.json" for plugin in _PLUGINS),
    ]
)
"""Their files and folders, as paths of the vault."""
