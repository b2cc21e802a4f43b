"""Where vaults are, and how a test writes one."""

import re
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_VAULT = ROOT / "sample_vault"
SHARED = ROOT.parent / "shared"
REAL_VAULT = SHARED / "vaults" / "nlp"

_FILE = re.compile(r"^-- (.+) --\n", re.MULTILINE)
_LINK = " -> "


def write_vault(folder: Path, text: str, files: Mapping[str, bytes] | None = None) -> Path:
    """Write the files of *text*, each under a heading `-- path --`, and *files* below *folder*.

    A heading `-- path -> target --` makes a symbolic link.
    """
    (folder / ".obsidian").mkdir(parents=True, exist_ok=True)
    _, *parts = _FILE.split(cleandoc(text) + "\n")
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
