"""Files become a `Vault`: the only package that opens what the user wrote."""

from vaultgraph.reading.cards import LastSync, read_flashcards
from vaultgraph.reading.consulted import consulted_files, is_consulted
from vaultgraph.reading.content import IMAGES, is_image, is_shown
from vaultgraph.reading.exclusions import is_foreign
from vaultgraph.reading.globs import matches
from vaultgraph.reading.lines import Lines
from vaultgraph.reading.links import display, embeds, markdown_target, with_path, without_embeds
from vaultgraph.reading.opening import find_vault, read_vault, reread_vault, vault_marks
from vaultgraph.reading.packing import MANY, Packer, pack
from vaultgraph.reading.twins import twins
from vaultgraph.reading.vault import Vault
from vaultgraph.reading.wording import Wordings, wording, wordings

__all__ = [
    "IMAGES",
    "MANY",
    "LastSync",
    "Lines",
    "Packer",
    "Vault",
    "Wordings",
    "consulted_files",
    "display",
    "embeds",
    "find_vault",
    "is_consulted",
    "is_foreign",
    "is_image",
    "is_shown",
    "markdown_target",
    "matches",
    "pack",
    "read_flashcards",
    "read_vault",
    "reread_vault",
    "twins",
    "vault_marks",
    "with_path",
    "without_embeds",
    "wording",
    "wordings",
]
