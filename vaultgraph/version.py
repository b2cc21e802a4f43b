"""The version, and the command that installs optional dependencies.

The distribution is called obsidian-vaultgraph, since `vaultgraph` is taken on the package index.
"""

__all__ = ["__version__", "install_command"]

__version__ = "0.1.0"


def install_command(extra: str) -> str:
    """Return the command that installs the dependencies of the optional feature *extra*.

    >>> install_command("anki")
    "pip install 'obsidian-vaultgraph[anki]'"
    """
    return f"pip install 'obsidian-vaultgraph[{extra}]'"
