"""Fixes for broken links: the replacement text and the hint."""

from collections.abc import Iterator
from posixpath import dirname, relpath

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, did_you_mean, join, say, template
from vaultgraph.model import Fix, Removal
from vaultgraph.reading import LinkFormat, display, is_in_table, with_path

__all__ = [
    "hint_on_brackets",
    "is_in_table_row",
    "keep_display_text",
    "retarget",
    "spelled",
    "suggest_fix",
    "suggest_hint",
    "wikilink",
]

_UNLINKABLE = lazy_re(r"[\[\]|#^`\n\r]|%%")
"""What the path of a link cannot contain, or what would end the text around it."""

_MONTHS = (
    template("{day} January {year}"),
    template("{day} February {year}"),
    template("{day} March {year}"),
    template("{day} April {year}"),
    template("{day} May {year}"),
    template("{day} June {year}"),
    template("{day} July {year}"),
    template("{day} August {year}"),
    template("{day} September {year}"),
    template("{day} October {year}"),
    template("{day} November {year}"),
    template("{day} December {year}"),
)


def suggest_fix(graph: VaultGraph, edge: Edge) -> Fix | None:
    """Return the fix for the broken link of *edge*, safe if the file it means is certain.

    A single candidate makes an unsafe fix; with several candidates there is none.
    """
    meaning = graph.evidence.meaning(edge)
    if not meaning.is_only or meaning.may_be_unwritten:
        return None
    fix = retarget(graph, edge, meaning.targets[0])
    return fix._replace(safe=meaning.is_certain) if fix else None


def suggest_hint(graph: VaultGraph, edge: Edge) -> str:
    """Return a hint for the broken link of *edge*; empty without evidence for anything."""
    link = edge.link
    if graph.evidence.begins_with_host(link):
        return say("write https://{target} if it is a web address", target=link.target)
    if hint := hint_on_brackets(graph, edge):
        return hint
    if link.subpath and graph.resolver.called(link.target.removesuffix(".md")):
        return say("rename {target}: in a link, # begins a heading", target=link.target)
    return _hint_on_meaning(graph, edge)


def _hint_on_meaning(graph: VaultGraph, edge: Edge) -> str:
    """What the link of *edge* may have meant, and what became of that."""
    meaning = graph.evidence.meaning(edge)
    removal = meaning.removal
    if removal and meaning.targets[:1] == (removal.renamed,):
        return _renamed(removal)
    if meaning.trashed:
        return say("it was deleted: {path} is in the vault's trash", path=meaning.trashed)
    written = [text for path in meaning.targets if (text := _link_text(graph, edge, path))]
    question = did_you_mean(written) if written else ""
    if not removal:
        return question
    return join("; ", [_deleted(removal), question]) if question else _deleted(removal)


def _renamed(removal: Removal) -> Message:
    """The hint that the file was renamed, and when."""
    path = removal.renamed
    if not removal.commit:
        return say("renamed to {path}", path=path)
    return say(
        "renamed to {path} in {commit}, {day}",
        path=path,
        commit=_short(removal),
        day=_day(removal),
    )


def _deleted(removal: Removal) -> Message:
    """The hint that the file was deleted, or renamed to one that was, and when."""
    if not removal.commit:
        return say("it was deleted")
    return say("deleted in {commit}, {day}", commit=_short(removal), day=_day(removal))


def _short(removal: Removal) -> str:
    # Of fixed length: git's own abbreviations grow with the repository.
    return removal.commit[:7]


def _day(removal: Removal) -> Message:
    year, month, day = map(int, removal.date.split("-"))
    return say(_MONTHS[month - 1], day=day, year=str(year))


def hint_on_brackets(graph: VaultGraph, edge: Edge) -> str:
    """Return how to write the link of *edge* if its brackets enclose an address, else empty."""
    link = edge.link
    if link.syntax == "wikilink" and "](" in link.path:
        return say("write single brackets, [text](address): double ones are for notes")
    if graph.evidence.precedes_address(edge):
        return say(r"write [\[{path}\]](address): double brackets are for notes", path=link.path)
    return ""


def retarget(graph: VaultGraph, edge: Edge, path: str) -> Fix | None:
    """Return the fix that points the link of *edge* to the file at *path*, in the same syntax."""
    if edge.link.syntax in {"canvas", "reference", "html"}:
        return None
    destination = _destination(graph, edge, path)
    text = with_path(graph.written(edge), destination) if destination else ""
    return Fix(text) if text else None


def _link_text(graph: VaultGraph, edge: Edge, path: str) -> str:
    """The file at *path* in the link syntax of *edge*; empty if that is impossible."""
    if edge.link.syntax in {"canvas", "reference", "markdown", "html"}:
        return path
    destination = _destination(graph, edge, path)
    return f"{'!' if edge.link.embed else ''}[[{destination}]]" if destination else ""


def _destination(graph: VaultGraph, edge: Edge, path: str) -> str:
    """The link path for *edge* to the file at *path*; empty if no form resolves to it."""
    for form in _forms(graph, edge, path):
        is_plain = form and "#" not in form
        if is_plain and graph.resolver.resolve(form, edge.source) == path:
            return form
    return ""


def _forms(graph: VaultGraph, edge: Edge, path: str) -> Iterator[str]:
    """Yield the link paths for the file at *path*, the one most like the link of *edge* first.

    A relative path stays relative. Otherwise the vault's setting decides. Without a setting, a
    Markdown link is relative to the note, as all other programs read it, and a wikilink is as short
    as Obsidian would write it.
    """
    link = edge.link
    is_markdown = not graph.written(edge).lstrip("!").startswith("[[")
    named = path if is_markdown or link.path.endswith(".md") else path.removesuffix(".md")
    from_note = relpath(named, dirname(edge.source) or ".")
    if link.path.startswith(("./", "../")):
        yield from_note if from_note.startswith("../") else f"./{from_note}"
    elif link.path.startswith("/"):
        yield f"/{named}"
    setting = graph.vault.link_format
    if setting is LinkFormat.ABSOLUTE:
        yield named
    elif setting is LinkFormat.RELATIVE or (is_markdown and setting is LinkFormat.UNSET):
        yield from_note
    if shortest := graph.resolver.shortest(path, edge.source):
        yield shortest + (".md" if named.endswith(".md") and path.endswith(".md") else "")
    yield named
    yield f"./{from_note}"


def wikilink(
    graph: VaultGraph, source: str, target: str, shown: str = "", *, in_table: bool = False
) -> str:
    """Return a new link in the note *source* to the note *target*, with the text *shown*, if any.

    Its path is as the vault's setting says.  Empty if no form of it leads there.
    """
    name = target.removesuffix(".md")
    relative = relpath(name, dirname(source) or ".")
    preferred = {LinkFormat.ABSOLUTE: name, LinkFormat.RELATIVE: relative}
    shortest = graph.resolver.shortest(target, source) or name
    for form in (preferred.get(graph.vault.link_format, shortest), shortest, name):
        if not _UNLINKABLE.search(form) and graph.resolver.resolve(form, source) == target:
            bar = r"\|" if in_table else "|"
            return f"[[{form}]]" if shown in {"", form} else f"[[{form}{bar}{shown}]]"
    return ""


def spelled(graph: VaultGraph, written: str, target: str) -> str:
    """Return *written* with the capitalization of the file *target*, unless it is ambiguous."""
    name = target if written.endswith(".md") else target.removesuffix(".md")
    actual = name[-len(written) :]
    is_same = written.lower() == actual.lower()
    return actual if is_same and len(graph.resolver.candidates(written)) == 1 else written


def keep_display_text(graph: VaultGraph, edge: Edge, text: str) -> str:
    """Return *text*, the new link for that of *edge*, with the display text of the old one."""
    written = graph.written(edge)
    if edge.link.syntax != "wikilink" or edge.link.embed or "|" in written:
        return text
    bar = r"\|" if is_in_table_row(graph, edge) else "|"
    return f"{text.removesuffix(']]')}{bar}{display(written, edge.link.syntax)}]]"


def is_in_table_row(graph: VaultGraph, edge: Edge) -> bool:
    """Whether the link of *edge* is in a table row, where `|` needs a backslash."""
    return is_in_table(graph.vault.text(edge.source), edge.link.start)
