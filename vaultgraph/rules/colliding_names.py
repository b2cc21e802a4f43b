"""The rule `colliding-names`."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def colliding_names(graph: VaultGraph) -> Iterator[Finding]:
    """Two paths differ only by capitals or by the form of their accents.

    Windows and macOS take them for one file: whoever syncs the vault to such a machine loses one.

    Bad::

        -- Heat.md --
        Energy on its way.
        -- heat.md --
        Energy on its way, too.

    Good::

        -- Heat.md --
        Energy on its way.
        -- Warmth.md --
        Energy on its way, too.
    """
    vault = graph.vault
    by_form = defaultdict(list)
    for path in vault.paths:
        form = path if path.isascii() else unicodedata.normalize("NFC", path)
        by_form[form.casefold()].append(path)
    for paths in filter(lambda paths: len(paths) > 1, by_form.values()):
        first, *others = sorted(paths)
        for path in others:
            message = f"on some machines this is the same file as {first}"
            yield Finding(Place(path), message, "rename one of the two")
