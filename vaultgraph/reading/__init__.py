"""Read the files of a vault into a `Vault`.

No other package opens the user's notes and attachments.
"""

from vaultgraph.reading.absolute_paths import is_absolute_path
from vaultgraph.reading.app_settings import LinkFormat
from vaultgraph.reading.cards import SETTINGS_FILE as CARD_SETTINGS_FILE
from vaultgraph.reading.cards import LastSync, read_flashcards
from vaultgraph.reading.cards.obsidian_to_anki.ids import MEANT as MEANT_ID
from vaultgraph.reading.config_files import config_files, is_config_file
from vaultgraph.reading.duplicates import group_duplicates
from vaultgraph.reading.exclusions import is_vendored
from vaultgraph.reading.extensions import IMAGES, file_extension, is_image, is_shown, unshown_kind
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
from vaultgraph.reading.markdown.spans import MASK, masked, span_texts, spans, unmasked
from vaultgraph.reading.markdown.tables import is_in_table
from vaultgraph.reading.normalized_text import (
    NormalizedLines,
    normalize_lines,
    normalize_text,
    sketch,
    sketches,
)
from vaultgraph.reading.note_store import MANY, restore_notes, serialize
from vaultgraph.reading.opening import (
    find_marked_vault,
    find_vault,
    read_vault,
    reread_vault,
    vault_marks,
)
from vaultgraph.reading.prose import NO_PROSE, prose
from vaultgraph.reading.unread import UnreadVault, parse_source
from vaultgraph.reading.vault import Vault
from vaultgraph.reading.workers import Workers

__all__ = [
    "CARD_SETTINGS_FILE",
    "IMAGES",
    "MANY",
    "MASK",
    "MEANT_ID",
    "NO_PROSE",
    "LastSync",
    "Lines",
    "LinkFormat",
    "NormalizedLines",
    "UnreadVault",
    "Vault",
    "Workers",
    "config_files",
    "display",
    "embeds",
    "encode",
    "file_extension",
    "find_embeds",
    "find_marked_vault",
    "find_vault",
    "group_duplicates",
    "is_absolute_path",
    "is_config_file",
    "is_image",
    "is_in_table",
    "is_shown",
    "is_vendored",
    "markdown_target",
    "masked",
    "matches",
    "normalize_lines",
    "normalize_text",
    "parse_source",
    "prose",
    "read_flashcards",
    "read_vault",
    "reread_vault",
    "restore_notes",
    "serialize",
    "sketch",
    "sketches",
    "span_texts",
    "spans",
    "unmasked",
    "unshown_kind",
    "vault_marks",
    "with_path",
    "with_subpath",
    "without_embeds",
]
