"""The rule `broken-link`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import suggest_fix, suggest_hint
from vaultgraph.graph.reasons import Reason
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_GROUP = "{count} links lead to {files} missing, most often {most}"
_PAGES = "{count} links lead to pages of a web site that is made of notes here"
_CODE = "{count} links lead to source code that is not in the vault"
_SITE = "{count} links begin at the top of a web site"
_LEFT_OUT = "{count} links lead to files that .gitignore leaves out"
_CAME_WITH_NOTE = "{count} links lead to pages that stayed where their notes come from"
_LISTED = "{count} files are gone that the plugin Copilot has listed"
_LISTS = ("Copilot-Indexed-Files-", "copilot/")  # its lists, and what it keeps of conversations
_HIDDEN = "{count} links lead into folders that Obsidian does not read"
_FOLDERS = "{count} links lead to folders, and Obsidian opens only files"


@rule(Severity.ERROR, on="broken link", of="file folder code", skips_templates=True)
def broken_link(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A link points at a note or file that existed or was meant, and is not there.

    Usually it was renamed, moved or deleted, or its name was mistyped.  A folder or a file
    extension in the link says that a file was meant, and so do a Markdown destination, an embed, a
    heading or block of it, a similar name in the vault, and a file in the vault's trash.  A link to
    a folder opens nothing either, and code between double brackets is taken for a link.

    Bad::

        -- Heat.md --
        See [[Thermodinamics]] and [[Physics/Laws]].
        -- Thermodynamics.md --
        Back to [[Heat]].

    Good::

        -- Heat.md --
        See [[Thermodynamics]].
        -- Thermodynamics.md --
        Back to [[Heat]].

    When it is wrong to worry: a bare name with nothing like it in the vault is a note that is
    planned, and so is the note of another day; unwritten-note counts them.  A link to the page that
    a program makes of a note, or to the top of that site, is right there; one to code in a folder
    that the vault lacks was right in another project; what lies in a folder that begins with a
    dot, Obsidian does not see; and what `.gitignore` leaves out, a clone lacks: they are only
    information.  Templates link what is yet to be
    filled in.  A name of an alias belongs to alias-as-target.

    Fine::

        -- Heat.md --
        Read [[Lagrange multipliers]] next.

    Fine::

        -- 2026-01-02.md --
        Yesterday: [[2026-01-01]], next week: [[2026-W02]].

    Fine::

        -- Heat.md --
        The matrix `[[1, 0], [0, 1]]` is code.
    """
    if reason is Reason.CODE:
        message = "code between double brackets is a link to Obsidian"
        hint = "put it between backticks: `code`"
        yield Finding(edge.place, message, hint, severity=Severity.WARNING)
    elif reason is Reason.FOLDER:
        yield _to_folder(graph, edge)
    else:
        yield _elsewhere(graph, edge) or _missing(graph, edge)


def _missing(graph: VaultGraph, edge: Edge) -> Finding:
    """The file that the link of *edge* names is not there."""
    path, hint = edge.link.path, suggest_hint(graph, edge)
    is_invisible = edge.link.syntax == "markdown" and graph.written(edge).startswith("[](")
    return Finding(
        edge.place,
        f"nothing in the vault is called {path}",
        hint,
        "" if hint else _GROUP,
        severity=Severity.INFO if is_invisible else None,
        fix=suggest_fix(graph, edge),
        subject=path,
    )


def _to_folder(graph: VaultGraph, edge: Edge) -> Finding:
    """The link of *edge* names a folder."""
    path = edge.link.path
    message, hint = f"{path} is a folder, and Obsidian opens only files", _note_of(graph, edge)
    # On GitHub and on web sites a Markdown link to a folder works.
    level = Severity.WARNING if edge.link.syntax == "wikilink" else Severity.INFO
    return Finding(edge.place, message, hint, _FOLDERS, level, subject=path)


def _elsewhere(graph: VaultGraph, edge: Edge) -> Finding | None:
    """What to know of a link that is right for another program than Obsidian; None if it is not."""
    evidence, path, hint = graph.evidence, edge.link.path, ""
    if page := evidence.page(edge):
        message, group_message = f"{path} is a page of a web site: here it is {page}", _PAGES
        hint = f"link {page}"
    elif evidence.is_of_other_project(edge):
        message, group_message = f"{path} is source code that is not in the vault", _CODE
    elif evidence.is_hidden(edge.link):
        message, group_message = (
            f"Obsidian reads no folder that begins with a dot, as in {path}",
            _HIDDEN,
        )
    elif evidence.is_left_out(edge):
        message, group_message = f"{path} is not here, and .gitignore leaves it out", _LEFT_OUT
    elif edge.source.startswith(_LISTS) or edge.source.rpartition("/")[2].startswith(_LISTS):
        message, group_message = f"{path} was listed by the plugin Copilot, and is gone", _LISTED
    elif evidence.came_with_note(edge):
        message, group_message = f"{path} stayed where this note comes from", _CAME_WITH_NOTE
    elif evidence.is_of_site(edge.link):
        message, group_message = f"{path} begins at the top of a web site", _SITE
    else:
        return None
    return Finding(edge.place, message, hint, group_message, Severity.INFO, subject=path)


def _note_of(graph: VaultGraph, edge: Edge) -> str:
    """What to link instead of a folder: the note that stands for it, if it has one."""
    folder = graph.resolver.folder(edge.link.path, edge.source)
    for name in ("README.md", "index.md", f"{folder.rpartition('/')[2]}.md"):
        if target := graph.resolver.exact(f"{folder}/{name}"):
            return f"link {target}"
    return "link a note in it" if folder in graph.folders_of_notes else ""
