"""Files become a `Vault`: the only package that opens what the user wrote."""

from vaultgraph.reading.cards import SETTINGS_FILE as CARD_SETTINGS_FILE
from vaultgraph.reading.cards import LastSync, read_flashcards
from vaultgraph.reading.consulted import CONSULTED, consulted_files
from vaultgraph.reading.content import IMAGES, is_image, is_shown
from vaultgraph.reading.embeds import embeds, find_embeds, without_embeds
from vaultgraph.reading.exclusions import is_foreign
from vaultgraph.reading.globs import matches
from vaultgraph.reading.lines import Lines
from vaultgraph.reading.links import display, markdown_target, with_path
from vaultgraph.reading.opening import find_vault, read_vault, reread_vault, vault_marks
from vaultgraph.reading.packing import MANY, Packer, pack
from vaultgraph.reading.twins import twins
from vaultgraph.reading.vault import Vault
from vaultgraph.reading.wording import Wordings, wording, wordings

__all__ = [
    "CARD_SETTINGS_FILE",
    "CONSULTED",
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
    "find_embeds",
    "find_vault",
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
