"""Which notes are copies of others, and which one of them is to be kept."""

import re
from collections.abc import Collection, Mapping, Sequence

from vaultgraph.graph.resolve import fold
from vaultgraph.reading import Vault

__all__ = ["copied_notes"]

_DAY = 86_400 * 10**9
_NOTHING_DRAWN = re.compile(r'"elements"\s*:\s*\[\s*\]')


def copied_notes(vault: Vault, linked: Collection[str]) -> Mapping[str, str]:
    """The note to keep by the path of each other note of *vault* with the same text.

    Kept is one of the *linked*; else the one that was written first, by a day at least, for a
    checkout writes all within minutes; else the one with the shortest path.  No copies are
    templates and what equals one, notes of days, excluded notes and those of a program,
    and drawings in which nothing is drawn.
    """
    copies: dict[str, str] = {}
    for equal in vault.equal_notes:
        paths = [path for path in equal if _may_be_copy(vault, path)]
        if len(paths) > 1 and not any(map(vault.is_template, equal)):
            kept = _kept(vault, linked, paths)
            copies |= {path: kept for path in paths if fold(path) != fold(kept)}
    return copies


def _may_be_copy(vault: Vault, path: str) -> bool:
    is_left_out = path in vault.excluded or path in vault.source_code
    if is_left_out or vault.is_day(path):
        return False
    return not (vault.notes[path].is_drawing and _NOTHING_DRAWN.search(vault.text(path)))


def _kept(vault: Vault, linked: Collection[str], paths: Sequence[str]) -> str:
    written = {path: vault.stamps[path][0] for path in paths}
    oldest = min(written.values())
    return min(
        paths,
        key=lambda path: (path not in linked, written[path] - oldest > _DAY, len(path), path),
    )
