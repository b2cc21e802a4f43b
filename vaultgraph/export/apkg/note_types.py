"""Anki note types, created from their names.

The IDs of Anki's own types differ between collections, and an imported type whose name is taken
gets renamed; so the names of our types end in "(vaultgraph)".
"""

from functools import cache
from hashlib import sha1
from typing import Any

import genanki

from vaultgraph.lazy import lazy_re

__all__ = ["note_type", "number"]

_STYLE = """\
.card { font-family: arial; font-size: 20px; text-align: center; color: black; background: white; }
.card img { max-width: 100%; height: auto; }
.card ul, .card ol, .card pre, .card table { display: inline-block; text-align: left; }
.card blockquote { border-left: 3px solid #999; padding-left: 1em; text-align: left; }
.card td, .card th { border: 1px solid #999; padding: 0.2em 0.6em; }
.cloze { font-weight: bold; color: blue; }
.nightMode .cloze { color: lightblue; }
"""
_FIELDS = ("Front", "Back")
_CLOZE_FIELDS = ("Text", "Back Extra")
_REFUSED = lazy_re(r'[{}":<>\x00-\x1f]')
_ANSWER = "<hr id=answer>"


@cache
def note_type(name: str, fields: tuple[str, ...], *, cloze: bool) -> genanki.Model:
    """Return the note type called *name* with these *fields*, or the usual ones if not known.

    A type with "reversed" in its name gets a card in each direction.
    """
    usual = _CLOZE_FIELDS if cloze else _FIELDS
    named = (_accepted(name, place) for place, name in enumerate(fields, start=1))
    first, *others = (*named, *usual[len(fields) :])
    rest = "<br>".join(f"{{{{{field}}}}}" for field in others)
    if cloze:
        templates = [
            _template("Cloze", f"{{{{cloze:{first}}}}}", f"{{{{cloze:{first}}}}}<br>{rest}")
        ]
    else:
        templates = [_template("Card 1", f"{{{{{first}}}}}", f"{{{{FrontSide}}}}{_ANSWER}{rest}")]
        if "reversed" in name:
            second, back = f"{{{{{others[0]}}}}}", f"{{{{FrontSide}}}}{_ANSWER}{{{{{first}}}}}"
            templates.append(_template("Card 2", second, back))
    return genanki.Model(
        number(f"{name} {' '.join(fields)} {cloze}"),
        f"{name} (vaultgraph)",
        fields=[{"name": field, "font": "Arial"} for field in (first, *others)],
        templates=templates,
        css=_STYLE,
        model_type=genanki.Model.CLOZE if cloze else genanki.Model.FRONT_BACK,
    )


def _accepted(name: str, place: int) -> str:
    """Return the *name* of field number *place* without characters of Anki's template syntax."""
    return _REFUSED.sub("_", name).strip().lstrip("#^/").strip() or f"Field {place}"


def number(text: str) -> int:
    """Return an ID derived from *text*: 13 digits, like Anki's own."""
    digest = sha1(text.encode(errors="replace"), usedforsecurity=False).digest()
    return 10**12 + int.from_bytes(digest[:5])


def _template(name: str, front: str, back: str) -> dict[str, Any]:
    return {"name": name, "qfmt": front, "afmt": back}
