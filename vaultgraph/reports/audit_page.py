"""The audit as one HTML page that works offline and runs no scripts.

It uses the colours of the concept map.  Every note is a link that opens it in Obsidian.
"""

import os
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from vaultgraph.auditing import Audit, Weakness
from vaultgraph.model import Diagnostic
from vaultgraph.reports.audit_words import detail, folder, in_anki, name, verdict
from vaultgraph.reports.path_picture import picture
from vaultgraph.reports.phrases import Phrases, phrases

__all__ = ["render"]

_WEB = os.path.join(os.path.dirname(__file__), "web")
_MAX_NAMES = 12
_MAX_ROWS = 300


def render(audit: Audit, address: Callable[[str], str], *, lang: str) -> str:
    """Return *audit* as a page in the language *lang*: pt or en.

    *address* returns the `obsidian://` URL of a path.
    """
    words = phrases(lang)
    with open(os.path.join(_WEB, "audit.css"), encoding="utf-8") as file:
        style = file.read()
    answer, why = verdict(audit, words)
    environment = Environment(
        loader=FileSystemLoader(_WEB), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        address=address,
        note=lambda path: _link(address, path),
        weakness=lambda weak: _weakness(weak, address, words),
        counted=words.counted,
        in_anki=in_anki(audit.recall, words) if audit.has_anki else "",
        name=name,
        folder=lambda group: folder(group, audit.vault),
        figure=words.number,
        place=lambda fault: _place(fault, audit.vault, words),
        detail=detail,
        most=_MAX_NAMES,
        most_rows=_MAX_ROWS,
        more=lambda number: words["more"].format(number=words.number(number)),
    )
    html = environment.get_template("audit.html").render(
        audit=audit,
        say=words,
        lang=words.language.tag,
        answer=answer,
        why=why,
        path=picture(audit.order[:_MAX_ROWS]),
        style=Markup(style),  # noqa: S704  our own file
        digest=b64encode(sha256(style.encode()).digest()).decode("ascii"),
    )
    # File names may contain surrogates (bytes that are not UTF-8).
    return html.encode("utf-8", "replace").decode("utf-8") + "\n"


def _link(address: Callable[[str], str], path: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address(path), name(path))


def _weakness(weak: Weakness, address: Callable[[str], str], words: Phrases) -> Markup:
    names = {"note": _link(address, weak.path), "before": _link(address, weak.before)}
    sentence = Markup(words["weak because"])  # noqa: S704  our own text
    return sentence.format(**names, leeches=words.counted("leech", weak.leeches))


def _place(fault: Diagnostic, vault: str, words: Phrases) -> str:
    path = fault.location.path.removesuffix(".md")
    line = words["line"].format(number=fault.location.line)
    return f"{path}, {line}" if fault.source else vault if path == "." else path
