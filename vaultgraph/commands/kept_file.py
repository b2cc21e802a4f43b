"""What a reader moved and named in a map, in a file next to the map: `map --keep`."""

import os

from vaultgraph.commands.output import write
from vaultgraph.concept_map.kept import NOTHING_KEPT, Kept, read_kept, write_kept
from vaultgraph.concept_map.previous_map import read_previous_map
from vaultgraph.errors import UsageError
from vaultgraph.messages import reason_of, say

__all__ = ["load_kept"]

_ENDING = ".kept.json"
_LARGEST = 10_000_000  # bytes


def load_kept(file: str, earlier: str, vault: str) -> Kept:
    """Return what the page saved next to the map *file*.

    Without such a file, it is what the *earlier* map held, which is saved there.  Raises
    UsageError if the file is another one, cannot be read, or would be part of the vault at *vault*.
    """
    kept_file = os.path.splitext(file)[0] + _ENDING
    if os.path.lexists(kept_file):
        return _read(kept_file)
    previous = read_previous_map(earlier)
    kept = previous.kept if previous else NOTHING_KEPT
    if kept != NOTHING_KEPT:
        write(write_kept(kept), kept_file, vault)
    return kept


def _read(file: str) -> Kept:
    hint = say("save it again in the map, under Views, or rename it")
    other = UsageError(say("{file} is not what a map saved", file=file), hint=hint)
    if not os.path.isfile(file):  # a pipe would be waited for
        raise other
    try:
        with open(file, encoding="utf-8") as text:
            return read_kept(text.read(_LARGEST))
    except OSError as error:
        message = say("cannot read {file}: {reason}", file=file, reason=reason_of(error))
        raise UsageError(message, hint=hint) from error
    except ValueError as error:
        raise other from error
