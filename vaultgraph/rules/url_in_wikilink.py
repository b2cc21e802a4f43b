"""The rule `url-in-wikilink`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import hint_on_brackets
from vaultgraph.graph.reasons import Reason
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Fix, Link, Severity
from vaultgraph.reading import display
from vaultgraph.rules import rule

_WEB = say("a web address in double brackets is a link to a note")
_FILE = say("a file address in double brackets is a link to a note")
_WEB_GROUP = say("{count:,} web addresses are in double brackets")
_FILE_GROUP = say("{count:,} file addresses are in double brackets")
_PLAIN = lazy_re(
    r"<(?:https?://|mailto:)[^\s<>]+>|!?\[[^\[\]\n]*\]\((?:https?://|mailto:)[^\s<>()\[\]]+\)"
)


@rule(
    Severity.WARNING,
    plural(
        "{count:,} web address in double brackets", "{count:,} web addresses in double brackets"
    ),
    on="broken link",
    of="url",
)
def url_in_wikilink(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A web address is in double brackets.

    Obsidian treats it as the name of a note that does not exist; a click creates that note.

    Bad::

        -- Heat.md --
        [[https://example.com|a page]]

    Good::

        -- Heat.md --
        [a page](https://example.com)

    When it is wrong to worry: a colon or a dot does not make a web address, and a note may be named
    after a website.

    Fine::

        -- Heat.md --
        [[Heat: an essay]] [[example.com]] [a page](https://example.com) <https://example.com>
        -- example.com.md --
        What I read there, see [[Heat]].
    """
    text = _written(graph.written(edge), edge.link)
    is_file = edge.link.path.startswith("file:")
    message, group_message = (_FILE, _FILE_GROUP) if is_file else (_WEB, _WEB_GROUP)
    follows = graph.vault.text(edge.source).startswith("(", edge.link.end)
    is_sure = edge.link.syntax == "wikilink" and _PLAIN.fullmatch(text) and not follows
    if is_file and follows:  # an image that was lost when the note was imported
        yield Finding(edge.span, message, "", group_message, Severity.INFO)
        return
    hint = hint_on_brackets(graph, edge) or say("write {link}", link=text)
    yield Finding(edge.span, message, hint, group_message, fix=Fix(text) if is_sure else None)


def _written(source: str, link: Link) -> str:
    """The *link* to a web page, written as *source*, in the form that Obsidian opens."""
    address = f"https://{link.target}" if link.target.startswith("www.") else link.target
    label = display(source, link.syntax) if "|" in source else ""
    if link.syntax == "property":
        return f'"{address}"'
    if link.embed:
        return f"![{label}]({address})"
    return f"[{label}]({address})" if label else f"<{address}>"
