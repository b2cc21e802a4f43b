"""What our HTML pages have in common: their templates, style and security policy.

A page is one file that works offline.  Its templates escape everything, and its policy allows only
the style and script with the hashes of our own.
"""

import os
from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from vaultgraph.languages import Language

__all__ = ["digest", "environment", "our_file", "without_surrogates"]

_WEB = os.path.join(os.path.dirname(__file__), "web")


def environment(language: Language) -> Environment:
    """Return the environment of the templates of a page in *language*."""
    environment = Environment(
        loader=FileSystemLoader(_WEB),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(say=language.say, figure=language.number)
    return environment


def our_file(*names: str) -> Markup:
    """Return the text of the files *names* in our folder `web`, one after the other."""
    text = ""
    for name in names:
        with open(os.path.join(_WEB, name), encoding="utf-8") as file:
            text += file.read()
    return Markup(text)  # noqa: S704  our own files


def digest(text: str) -> Markup:
    """Return the hash by which a security policy allows a style or a script."""
    value = b64encode(sha256(text.encode()).digest()).decode("ascii")
    return Markup("'sha256-{}'").format(value)


def without_surrogates(html: str) -> str:
    """Return *html* without the surrogates of file names with bytes that are not UTF-8."""
    return html.encode("utf-8", "replace").decode("utf-8")
