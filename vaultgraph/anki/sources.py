"""The sources of a collection: a file, or a running Anki."""

from collections.abc import Collection as Container

from vaultgraph.anki.collection import Collection, Wanted
from vaultgraph.errors import UsageError
from vaultgraph.messages import say

__all__ = ["read_collection"]

_CONNECT = "connect"
_PORT = 8765
_LONGEST_PORT = 5


def read_collection(source: str, *, ids: Container[int], tag: str) -> Collection:
    """Read the notes with one of *ids* or with *tag* from the collection of *source*.

    *source* is the path of a `.anki2`, `.colpkg` or `.apkg`, of which only a copy is opened; or
    `connect` for an Anki running on this machine with AnkiConnect, `connect:8766` for another
    port.  Raises AnkiError if it cannot be read, UsageError for an invalid port.
    """
    wanted = Wanted(ids, tag)
    name, _, port = source.partition(":")
    if name == _CONNECT:
        from vaultgraph.anki.connect import ask_anki

        return ask_anki(_port(port), wanted)._replace(source=source)
    from vaultgraph.anki.copying import opened_copy
    from vaultgraph.anki.database import read_database

    with opened_copy(source) as database:
        return read_database(database, wanted)._replace(source=source)


def _port(text: str) -> int:
    if not text:
        return _PORT
    if not text.isdecimal() or len(text) > _LONGEST_PORT or int(text) > 65_535:
        raise UsageError(
            say("{text} is not a valid port", text=text),
            hint=say("write connect, or connect:{port}", port=_PORT),
        )
    return int(text)
