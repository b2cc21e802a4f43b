"""Where vaults are, and how a test writes one."""

import re
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_VAULT = ROOT / "sample_vault"
SHARED = ROOT.parent / "shared"
REAL_VAULT = SHARED / "vaults" / "nlp"

SHARED_IS_MISSING = "../shared is missing: real vaults, which are not ours to give away"
"""Why a test is skipped that needs them."""

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=SHARED_IS_MISSING)
needs_real_vault = pytest.mark.skipif(not REAL_VAULT.is_dir(), reason=SHARED_IS_MISSING)

_FILE = re.compile(r"^-- (.+) --\n", re.MULTILINE)
_LINK = " -> "


def write_vault(folder: Path, text: str, files: Mapping[str, bytes] | None = None) -> Path:
    """Write the files of *text*, each under a heading `-- path --`, and *files* below *folder*.

    A heading `-- path -> target --` makes a symbolic link.  *text* may be indented as a whole: what
    its lines below the first have in common is removed, so the only file of a text whose first line
    is its heading cannot have all its lines indented.
    """
    (folder / ".obsidian").mkdir(parents=True, exist_ok=True)
    _, *parts = _FILE.split(unindented(text) + "\n")
    bodies = (body.encode() for body in parts[1::2])
    for path, body in {**dict(zip(parts[::2], bodies, strict=True)), **(files or {})}.items():
        name, link, target = path.partition(_LINK)
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if link:
            file.symlink_to(target)
        else:
            file.write_bytes(body)
    return folder


def unindented(text: str) -> str:
    """Return *text* without the spaces that its lines begin with, and empty lines around it.

    `inspect.cleandoc` also turns tabs into spaces.
    """
    first, *lines = text.split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "\n".join([first.lstrip(" "), *(line[margin:] for line in lines)]).strip("\n")


def examples(page: str, heading: str) -> list[str]:
    """The vaults under *heading* in the *page* of a rule; `␣` is a space at the end of a line, `\\r` a carriage return."""
    blocks = re.findall(rf"^{heading}::\n\n((?:    .*\n|\n)+)", page + "\n", re.MULTILINE)
    assert blocks, f"the docstring has no `{heading}::` example"
    return [cleandoc("\n" + block).replace(r"\r", "\r").replace("␣", " ") for block in blocks]


def given(pattern: str) -> list:
    """What matches *pattern* in the folder of real vaults, as parameters of a test that needs them."""
    paths = sorted(SHARED.glob(pattern))
    return [pytest.param(path, id=path.parent.name) for path in paths] or [
        pytest.param(SHARED, id="none", marks=needs_shared)
    ]
