"""The `completion` command."""

from typing import Literal

from vaultgraph.commands.output import write
from vaultgraph.languages import choose_language
from vaultgraph.printing import DATA

__all__ = ["completion"]


def completion(shell: Literal["bash", "zsh", "fish", "powershell"], *, lang: str = "auto") -> int:
    """Print the script that makes a shell complete commands, options and their values.

    Options:
        shell: bash, zsh, fish or powershell
        lang: language of errors (default: the system's)
    """
    choose_language(lang)
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    script = get_completion_script(
        prog_name="vaultgraph", complete_var="_VAULTGRAPH_COMPLETE", shell=shell
    )
    write(f"{script}\n", form=DATA)
    return 0
