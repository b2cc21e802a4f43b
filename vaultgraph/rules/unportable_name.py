"""The rule `unportable-name`."""

from collections.abc import Iterator
from itertools import accumulate

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, join, plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file; Android refuses the same
# characters on shared storage: `FileUtils.buildValidFatFilename`.
_CHARACTERS = lazy_re(r"""[<>:"|?*\\\x00-\x1f]""")
_END = lazy_re(r"[. ]\Z")
_DEVICE = r"(?i:con|prn|aux|nul|(?:com|lpt)[1-9¹²³])"
_RESERVED = lazy_re(rf"{_DEVICE}(?=[ ]*(?:\.|\Z))")
_SIGNS = (*'<>:"|?*\\', "./", " /", *map(chr, range(32)))
_MARKED = lazy_re(r"""[<>:"|?*\\\x00-\x1f]|[. ]/""")
# Of other names it matches few, and it takes a quarter of the time of `_DEVICE` to compile.
_LIKE_RESERVED = lazy_re(r"/[aclnpACLNP][ouprOUPR][lmntxLMNTX][1-9¹²³]?[ ]*[./]")
_MAX_NAME_BYTES = 255
_MAX_PATH_LENGTH = 235
"""Windows takes 260 with the folder of the vault, such as `C:\\Users\\me\\Notes`, and an end."""
_MAX_SHORT_LENGTH = _MAX_PATH_LENGTH // 4  # a character takes up to four bytes
_GROUP = say("Windows or Android refuses {count:,} names")


@rule(
    Severity.WARNING,
    plural("{count:,} name that other systems refuse", "{count:,} names that other systems refuse"),
    on="vault",
)
def unportable_name(graph: VaultGraph) -> Iterator[Finding]:
    r"""Windows or Android refuses the name of a file or folder.

    There a clone or a sync stops at such a name, or leaves the file out.  Both refuse
    `< > : " | ? * \` and control characters; Windows also refuses a space or dot at the end of a
    name, names such as `CON` and `NUL` with any extension, and paths of more than 260 characters
    with the folder of the vault.  Linux and Android take at most 255 bytes for a name.

    Bad::

        -- What is heat?.md --
        Energy on its way.

    Good::

        -- What is heat.md --
        Energy on its way.

    When it is wrong to worry: accents, emoji, dashes, dots inside a name and spaces in front of an
    extension do no harm, nor do words that begin with a reserved name.  A folder is reported once,
    at the first file in it.  If the vault is never opened elsewhere, turn the rule off.

    Fine::

        -- Ação – 2.0 (nova) .md --
        Text.
        -- console/Auxiliary 🌡.md --
        Text.
        -- .com1/What?.md --
        A file in a folder that begins with a dot is not part of the vault.
    """
    seen: set[str] = set()
    vault = graph.vault
    suspects = {path for path in vault.paths if len(path) > _MAX_SHORT_LENGTH and _is_long(path)}
    suspects.update(vault.paths_with(_MARKED, _SIGNS), vault.paths_with(_LIKE_RESERVED))
    for path in sorted(suspects):
        for part in accumulate(path.split("/"), "{}/{}".format):
            if part not in seen and (message := _message(part, is_folder=part != path)):
                seen.add(part)
                yield Finding(Span(path), message, _hint(graph, path), _GROUP)


def _is_long(path: str) -> bool:
    """Whether *path*, or a name in it, may be too long: no measure is larger than its bytes."""
    return len(path.encode("utf-8", "replace")) > _MAX_PATH_LENGTH


def _hint(graph: VaultGraph, path: str) -> Message:
    if graph.vault.is_note(path):
        return say("rename it in Obsidian, which can update the links to it")
    return say("rename it")


def _message(path: str, *, is_folder: bool) -> Message | None:
    """What is refused in the last name of *path*; None if nothing is."""
    name = path.rpartition("/")[2]
    thing = say("the folder {name}", name=name) if is_folder else name
    if marks := dict.fromkeys(_CHARACTERS.findall(name)):
        shown = join(" ", [mark if mark.isprintable() else repr(mark)[1:-1] for mark in marks])
        return say("Windows and Android refuse {marks} in {name}", marks=shown, name=thing)
    if end := _END.search(name):
        return (
            say("Windows refuses the space at the end of {name}", name=thing)
            if end[0] == " "
            else say("Windows refuses the dot at the end of {name}", name=thing)
        )
    if reserved := _RESERVED.match(name):
        return say("Windows reserves the name {reserved}", reserved=reserved[0])
    if (size := len(name.encode("utf-8", "replace"))) > _MAX_NAME_BYTES:
        return say("this name is {size:,} bytes, and Linux and Android take 255", size=size)
    return None if is_folder else _too_long(path)


def _too_long(path: str) -> Message | None:
    length = len(path.encode("utf-16-le", "surrogatepass")) // 2
    if length <= _MAX_PATH_LENGTH:
        return None
    return say(
        "this path is {length:,} characters, and Windows takes 260 with the folder of the vault",
        length=length,
    )
