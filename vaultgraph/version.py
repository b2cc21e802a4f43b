"""The version, and how to install what is missing.

The distribution is called obsidian-vaultgraph: `vaultgraph` is taken on the package index.
"""

__all__ = ["__version__", "install_command"]

__version__ = "0.1.0"


def install_command(extra: str) -> str:
    """Return the command that installs what the optional feature *extra* needs.

    >>> install_command("anki")
    "pip install 'obsidian-vaultgraph[anki]'"
    """
    return f"pip install 'obsidian-vaultgraph[{extra}]'"
