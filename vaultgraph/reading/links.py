"""From the inside of a pair of brackets to the target that Obsidian records."""

import re
from unicodedata import normalize

__all__ = [
    "display",
    "markdown_target",
    "wikilink_target",
    "with_path",
]

_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\|[^#]*://")
_WIKILINK = re.compile(r"(?P<open>!?\[\[)[^\[\]\n#|]*?(?P<rest>(?:\\?\||#)[^\n]*\]\]|\]\])")
_MARKDOWN = re.compile(
    r"(?P<open>!?\[[^\n]*\]\((?P<bracket><)?)(?(bracket)[^\n<>#]+|[^\s<>#()]+)"
    r"(?P<rest>[#>\s][^\n]*\)|\))"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def wikilink_target(inside: str) -> str:
    r"""The target of `[[inside]]`: what stands before the first pipe, unless nothing does.

    >>> wikilink_target("Heat#Laws|the laws"), wikilink_target("|x"), wikilink_target(r"A\|b")
    ('Heat#Laws', '|x', 'A')
    """
    target, pipe, _ = inside.partition("|")
    if pipe and not target.strip():
        target = inside
    elif pipe:
        target = target.removesuffix("\\")
    if not target.isascii():
        target = normalize("NFC", target).replace("\u00a0", " ").replace("\u202f", " ")
    return target.strip()


def markdown_target(destination: str) -> str:
    """The target of `[text](destination)`, percent-decoded; empty if it leads out of the vault.

    >>> markdown_target("<My note.md>"), markdown_target("a%20b.md#c%20d"), markdown_target("tel:1")
    ('My note.md', 'a b.md#c d', '')
    """
    if destination.startswith("<"):
        destination = destination[1:-1]
    destination = destination.strip()
    if _EXTERNAL.match(destination):
        return ""
    path, mark, fragment = _ESCAPE.sub(r"\1", destination).partition("#")
    return (_decoded(path) + mark + _decoded(fragment)).strip()


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote

    return unquote(text)


def with_path(source: str, path: str) -> str:
    """The link written as *source*, with another *path*; empty if it is written in no usual way.

    >>> with_path("![[a/b.png|100]]", "b.png"), with_path("[x](<a b.md#c>)", "d e.md")
    ('![[b.png|100]]', '[x](<d e.md#c>)')
    """
    wiki = _WIKILINK.fullmatch(source)
    if wiki:
        return f"{wiki['open']}{path}{wiki['rest']}"
    markdown = _MARKDOWN.fullmatch(source)
    if not markdown:
        return ""
    opening, rest = markdown["open"], markdown["rest"]
    return opening + (path if opening.endswith("<") else _encoded(path)) + rest


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def display(source: str, syntax: str) -> str:
    """The text that Obsidian shows for the link written as *source*.

    >>> display("[[A#B]]", "wikilink"), display("![[i.png|100]]", "wikilink")
    ('A > B', '100')
    """
    inside = source.removeprefix("!")
    if inside.startswith("[["):
        inside = inside[2:-2]
        target = wikilink_target(inside)
        text = inside.partition("|")[2]
        if text and target != inside.strip():
            return text.strip()
        return " > ".join(part.strip() for part in target.split("#") if part.strip())
    if syntax == "canvas":
        return ""
    text = inside[1:]
    close = text.rfind("](")
    if close < 0:
        close = text.rfind("][")
    return text[:close] if close >= 0 else text[:-1]
