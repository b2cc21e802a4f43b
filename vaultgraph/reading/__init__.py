"""Files become a `Vault`: the only package that opens what the user wrote."""

from vaultgraph.reading.app_settings import LinkFormat
from vaultgraph.reading.cards import SETTINGS_FILE as CARD_SETTINGS_FILE
from vaultgraph.reading.cards import LastSync, read_flashcards
from vaultgraph.reading.cards.obsidian_to_anki.ids import MEANT as MEANT_ID
from vaultgraph.reading.consulted import consulted_files, is_consulted
from vaultgraph.reading.exclusions import is_foreign
from vaultgraph.reading.extensions import IMAGES, file_extension, is_image, is_shown
from vaultgraph.reading.globs import matches
from vaultgraph.reading.lines import Lines
from vaultgraph.reading.markdown.embeds import embeds, find_embeds, without_embeds
from vaultgraph.reading.markdown.links import (
    display,
    encode,
    markdown_target,
    with_path,
    with_subpath,
)
from vaultgraph.reading.markdown.spans import MASK, masked, spans, unmasked, written_spans
from vaultgraph.reading.markdown.tables import is_in_table
from vaultgraph.reading.opening import (
    find_vault,
    read_vault,
    reread_vault,
    vault_marks,
)
from vaultgraph.reading.packing import MANY, Packer, pack
from vaultgraph.reading.twins import twins
from vaultgraph.reading.unread import parse_source
from vaultgraph.reading.vault import Vault
from vaultgraph.reading.wording import Wordings, sketch, sketches, wording, wordings
from vaultgraph.reading.workers import Workers

__all__ = [
    "CARD_SETTINGS_FILE",
    "IMAGES",
    "MANY",
    "MASK",
    "MEANT_ID",
    "LastSync",
    "Lines",
    "LinkFormat",
    "Packer",
    "Vault",
    "Wordings",
    "Workers",
    "consulted_files",
    "display",
    "embeds",
    "encode",
    "file_extension",
    "find_embeds",
    "find_vault",
    "is_consulted",
    "is_foreign",
    "is_image",
    "is_in_table",
    "is_shown",
    "markdown_target",
    "masked",
    "matches",
    "pack",
    "parse_source",
    "read_flashcards",
    "read_vault",
    "reread_vault",
    "sketch",
    "sketches",
    "spans",
    "twins",
    "unmasked",
    "vault_marks",
    "with_path",
    "with_subpath",
    "without_embeds",
    "wording",
    "wordings",
    "written_spans",
]
