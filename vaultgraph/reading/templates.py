"""Where a vault keeps its templates: notes that are yet to be filled in.

The core plugin, Templater and QuickAdd each name a folder.
"""

from collections.abc import Iterator

from vaultgraph.reading.app_settings import app_setting

__all__ = ["template_folders"]

_SETTINGS = (
    ("templates.json", "folder"),
    ("plugins/templater-obsidian/data.json", "templates_folder"),
    ("plugins/quickadd/data.json", "templateFolderPath"),
)


def template_folders(root: str) -> Iterator[str]:
    """Yield the folders of templates of the vault at *root*, in lower case, each with a `/`."""
    for file, name in _SETTINGS:
        folder = app_setting(root, file, name)
        if isinstance(folder, str) and folder.strip("/ "):
            yield folder.strip("/ ").lower() + "/"
