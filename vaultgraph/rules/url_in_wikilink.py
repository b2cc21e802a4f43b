"""The rule `url-in-wikilink`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import hint_on_brackets
from vaultgraph.graph.reasons import Reason
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Fix, Link, Severity
from vaultgraph.reading import display
from vaultgraph.rules import rule

_PLAIN = lazy_re(
    r"<(?:https?://|mailto:)[^\s<>]+>|!?\[[^\[\]\n]*\]\((?:https?://|mailto:)[^\s<>()\[\]]+\)"
)


@rule(Severity.WARNING, on="broken link", of="url")
def url_in_wikilink(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A web address stands in double brackets.

    Obsidian takes it for the name of a note that does not exist; a click creates that note.

    Bad::

        -- Heat.md --
        [[https://example.com|a page]]

    Good::

        -- Heat.md --
        [a page](https://example.com)

    When it is wrong to worry: a colon or a dot makes no web address, and a note may be called after
    a web site.

    Fine::

        -- Heat.md --
        [[Heat: an essay]] [[example.com]] [a page](https://example.com) <https://example.com>
        -- example.com.md --
        What I read there, see [[Heat]].
    """
    text = _written(graph.written(edge), edge.link)
    kind = "file" if edge.link.path.startswith("file:") else "web"
    message = f"a {kind} address in double brackets is a link to a note"
    group_message = f"{{count}} {kind} addresses are in double brackets"
    follows = graph.vault.text(edge.source).startswith("(", edge.link.end)
    is_sure = edge.link.syntax == "wikilink" and _PLAIN.fullmatch(text) and not follows
    if kind == "file" and follows:  # an image that was lost on the way from another program
        yield Finding(edge.place, message, "", group_message, Severity.INFO)
        return
    hint = hint_on_brackets(graph, edge) or f"write {text}"
    yield Finding(edge.place, message, hint, group_message, fix=Fix(text) if is_sure else None)


def _written(source: str, link: Link) -> str:
    """The *link* to a web page, written as *source*, in the way that Obsidian opens it."""
    address = f"https://{link.target}" if link.target.startswith("www.") else link.target
    label = display(source, link.syntax) if "|" in source else ""
    if link.syntax == "property":
        return f'"{address}"'
    if link.embed:
        return f"![{label}]({address})"
    return f"[{label}]({address})" if label else f"<{address}>"
