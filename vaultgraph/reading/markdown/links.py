"""Parse and rewrite link targets, as Obsidian records them."""

from unicodedata import normalize

from vaultgraph.lazy import lazy_re

__all__ = [
    "WIKILINK",
    "display",
    "encode",
    "markdown_target",
    "wikilink_target",
    "with_path",
    "with_subpath",
    "without_title",
]

WIKILINK = r"\[\[(?P<wikilink>[^\[\]\n]*+(?:(?:\](?!\])|\[(?!\[))[^\[\]\n]*+)*+)\]\]"
"""A wikilink: it is on one line and contains no `[[`; a single bracket may be part of it."""

_EXTERNAL = lazy_re(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\|[^#]*://")
_WIKILINK = lazy_re(r"(?P<open>!?\[\[)[^\[\]\n#|]*?(?P<rest>(?:\\?\||#)[^\n]*\]\]|\]\])")
_MARKDOWN = lazy_re(
    r"(?P<open>!?\[[^\n]*\]\((?P<bracket><)?)(?(bracket)[^\n<>#]+|[^\s<>#()]+)"
    r"(?P<rest>[#>][^\n]*\)|\s+[\"'(][^\n]*\)|\s*\))"  # only a title may follow a space
)
_WIKI_SUBPATH = lazy_re(
    r"(?P<before>!?\[\[[^\[\]\n#|]*)#[^\[\]\n|\\]*(?P<after>(?:\\?\|[^\n]*)?\]\])"
)
_MARKDOWN_SUBPATH = lazy_re(
    r"(?P<before>!?\[[^\n]*\]\([ \t]*(?P<bracket><)?(?(bracket)[^\n<>#]*|[^\s<>#]*))"
    r"#(?(bracket)[^\n<>]*|[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)(?P<after>[>\s][^\n]*\)|\))"
)
_ENCODED = str.maketrans({char: f"%{ord(char):02X}" for char in " %()<>\\"})
_ESCAPE = lazy_re(r"\\([!-/:-@\[-`{-~])")


def wikilink_target(inside: str) -> str:
    r"""Return the target of `[[inside]]`: the text before the first pipe, if there is any.

    >>> wikilink_target("Heat#Laws|the laws"), wikilink_target("|x"), wikilink_target(r"A\|b")
    ('Heat#Laws', '|x', 'A')
    """
    before = inside.partition("|")[0]
    target = before.strip()
    if not target:
        target = inside.strip()
    elif before[-1] == "\\" and before != inside:
        target = before[:-1].strip()
    if target.isascii():
        return target
    # Like `normalizePath` of Obsidian: https://docs.obsidian.md/Reference/TypeScript+API/normalizePath
    return normalize("NFC", target).replace("\u00a0", " ").replace("\u202f", " ").strip()


def markdown_target(destination: str) -> str:
    """Return the target of `[text](destination)`, percent-decoded; empty if it is external.

    A `%23` in the path stays encoded: it is part of a name, whereas `#` would begin a heading.

    >>> markdown_target("<My note.md>"), markdown_target("a%20b.md#c%20d"), markdown_target("tel:1")
    ('My note.md', 'a b.md#c d', '')
    """
    if destination.startswith("<"):
        destination = destination[1:-1]
    destination = destination.strip()
    if _EXTERNAL.match(destination):
        return ""
    path, mark, fragment = _ESCAPE.sub(r"\1", destination).partition("#")
    path = path.replace("%23", "%2523") if "%23" in path else path
    return (_decoded(path) + mark + _decoded(fragment)).strip()


def without_title(destination: str) -> str:
    """Return *destination* without a title in quotes; parentheses may be part of a name.

    >>> without_title('My laws.md "of heat"'), without_title("My laws (2)")
    ('My laws.md', 'My laws (2)')
    """
    text = destination.rstrip()
    if text[-1:] not in {'"', "'"}:
        return destination
    start = text.rfind(text[-1], 0, len(text) - 1)
    return text[:start].rstrip() if start > 0 and text[start - 1] in " \t" else destination


def _decoded(text: str) -> str:
    """Return *text* percent-decoded, or unchanged if its bytes are not UTF-8."""
    if "%" not in text:
        return text
    from urllib.parse import unquote

    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        return text


def with_path(source: str, path: str) -> str:
    """Return the link *source* with another *path*; empty if its syntax is not supported.

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
    encoded = path.replace("%", "%25") if opening.endswith("<") else encode(path)
    return opening + encoded + rest


def with_subpath(source: str, subpath: str) -> str:
    """Return the link *source* with another *subpath*; empty if it has none to replace.

    >>> with_subpath("[[Heat#a|b]]", "#The laws"), with_subpath("[x](Heat.md#a)", "#The laws")
    ('[[Heat#The laws|b]]', '[x](Heat.md#The%20laws)')
    """
    wiki = _WIKI_SUBPATH.fullmatch(source)
    if wiki:
        return f"{wiki['before']}{subpath}{wiki['after']}"
    markdown = _MARKDOWN_SUBPATH.fullmatch(source)
    if not markdown:
        return ""
    is_in_brackets = bool(markdown["bracket"])
    encoded = subpath.replace("%", "%25") if is_in_brackets else encode(subpath)
    return f"{markdown['before']}{encoded}{markdown['after']}"


def encode(path: str) -> str:
    """Return *path* or a subpath, percent-encoded as far as a Markdown destination needs it.

    >>> encode("Top 10% (new).md")
    'Top%2010%25%20%28new%29.md'
    """
    return path.translate(_ENCODED)


def display(source: str, syntax: str) -> str:
    """Return the text that Obsidian displays for the link *source*.

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
