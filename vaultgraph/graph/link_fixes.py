"""How a broken link could be fixed: the text to write in its place, and the hint that says so."""

from collections.abc import Iterator
from posixpath import dirname, relpath

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge
from vaultgraph.messages import did_you_mean, say
from vaultgraph.model import Fix
from vaultgraph.reading import LinkFormat, display, is_in_table, with_path

__all__ = [
    "hint_on_brackets",
    "is_in_table_row",
    "keep_display_text",
    "retarget",
    "spelled",
    "suggest_fix",
    "suggest_hint",
]


def suggest_fix(graph: VaultGraph, edge: Edge) -> Fix | None:
    """The fix for the broken link of *edge*: safe if it is certain which file is meant.

    With a single candidate it is a guess; of several files none is chosen.
    """
    meaning = graph.evidence.meaning(edge)
    if not meaning.is_only or meaning.may_be_unwritten:
        return None
    fix = retarget(graph, edge, meaning.targets[0])
    return fix._replace(safe=meaning.is_certain) if fix else None


def suggest_hint(graph: VaultGraph, edge: Edge) -> str:
    """What to do about the broken link of *edge*; empty without evidence for anything."""
    link = edge.link
    if graph.evidence.begins_with_host(link):
        return say("write https://{target} if it is a web address", target=link.target)
    if hint := hint_on_brackets(graph, edge):
        return hint
    if link.subpath and graph.resolver.called(link.target.removesuffix(".md")):
        return say("rename {target}: in a link, # begins a heading", target=link.target)
    meaning = graph.evidence.meaning(edge)
    if meaning.trashed:
        return say("it was deleted: {path} is in the vault's trash", path=meaning.trashed)
    written = [text for path in meaning.targets if (text := _written(graph, edge, path))]
    return did_you_mean(written) if written else ""


def hint_on_brackets(graph: VaultGraph, edge: Edge) -> str:
    """How to write the link of *edge* if its brackets are for an address, else empty."""
    link = edge.link
    if link.syntax == "wikilink" and "](" in link.path:
        return say("write single brackets, [text](address): double ones are for notes")
    if graph.evidence.precedes_address(edge):
        return say(r"write [\[{path}\]](address): double brackets are for notes", path=link.path)
    return ""


def retarget(graph: VaultGraph, edge: Edge, path: str) -> Fix | None:
    """The fix that points the link of *edge* at the file at *path*, and keeps its form."""
    if edge.link.syntax in {"canvas", "reference"}:
        return None
    destination = _destination(graph, edge, path)
    text = with_path(graph.written(edge), destination) if destination else ""
    return Fix(text) if text else None


def _written(graph: VaultGraph, edge: Edge, path: str) -> str:
    """The file at *path* as a link of the syntax of *edge* names it; empty if none can."""
    if edge.link.syntax in {"canvas", "reference", "markdown"}:
        return path
    destination = _destination(graph, edge, path)
    return f"{'!' if edge.link.embed else ''}[[{destination}]]" if destination else ""


def _destination(graph: VaultGraph, edge: Edge, path: str) -> str:
    """How the link of *edge* is to name the file at *path*; empty if no form of it leads there."""
    for form in _forms(graph, edge, path):
        is_plain = form and "#" not in form
        if is_plain and graph.resolver.resolve(form, edge.source) == path:
            return form
    return ""


def _forms(graph: VaultGraph, edge: Edge, path: str) -> Iterator[str]:
    """Yield the ways to name the file at *path*, the one most like the link of *edge* first.

    A path from the note stays one.  Elsewhere the vault's own setting decides; where it has none,
    a Markdown link is written from the note, as all other programs read it, and a wikilink as
    shortly as Obsidian does.
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


def spelled(graph: VaultGraph, written: str, target: str) -> str:
    """The link path *written* with the capitals of the file *target*, if it can mean no other."""
    name = target if written.endswith(".md") else target.removesuffix(".md")
    actual = name[-len(written) :]
    is_same = written.lower() == actual.lower()
    return actual if is_same and len(graph.resolver.candidates(written)) == 1 else written


def keep_display_text(graph: VaultGraph, edge: Edge, text: str) -> str:
    """The link *text*, to be written for that of *edge*, with the words that this one shows."""
    written = graph.written(edge)
    if edge.link.syntax != "wikilink" or edge.link.embed or "|" in written:
        return text
    bar = r"\|" if is_in_table_row(graph, edge) else "|"
    return f"{text.removesuffix(']]')}{bar}{display(written, edge.link.syntax)}]]"


def is_in_table_row(graph: VaultGraph, edge: Edge) -> bool:
    """Whether the link of *edge* is in a row of a table, where a bar needs a backslash."""
    return is_in_table(graph.vault.text(edge.source), edge.link.start)
