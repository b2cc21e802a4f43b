"""The rule `broken-link`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import suggest_fix, suggest_hint
from vaultgraph.graph.reasons import Reason
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_GROUP = say("{count:,} broken links to {files}, most often {most}")
_PAGES = say("{count:,} links lead to pages of a web site that is built from notes here")
_CODE = say("{count:,} links lead to source code that is not in the vault")
_SITE = say("{count:,} links are relative to the root of a web site")
_GIT_IGNORED = say("{count:,} links lead to files that .gitignore excludes")
_NOT_IMPORTED = say(
    "{count:,} links lead to pages that were left behind when their notes were imported"
)
_LISTED_BY_COPILOT = say("{count:,} files that the plugin Copilot listed no longer exist")
_COPILOT_FILES = (
    "Copilot-Indexed-Files-",
    "copilot/",
)  # its lists, and what it keeps of conversations
_HIDDEN = say("{count:,} links lead into folders that Obsidian ignores")
_FOLDERS = say("{count:,} links lead to folders, and Obsidian opens only files")


@rule(
    Severity.ERROR,
    plural("{count:,} broken link", "{count:,} broken links"),
    on="broken link",
    of="file folder code",
    skips_templates=True,
)
def broken_link(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A link points to a note or file that is missing, though it existed or was meant.

    Usually it was renamed, moved or deleted, or its name was mistyped.  That a file was meant is
    shown by a folder or a file extension in the link, a Markdown destination, an embed, a heading
    or block, a similar name in the vault, or a file in the vault's trash.  A link to a folder opens
    nothing either, and Obsidian takes code between double brackets for a link.

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

    When it is wrong to worry: a bare name with nothing similar in the vault is a planned note, and
    so is the note of another day; `unwritten-note` counts them.  Some links work elsewhere and are
    only information: to the web page that a program makes of a note, to the root of such a site, to
    code in a folder that the vault does not have, into a folder that begins with a dot, which
    Obsidian ignores, and to what `.gitignore` excludes.  Links in templates are filled in later.
    The name of an alias belongs to `alias-as-target`.

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
        message = say("Obsidian takes code between double brackets for a link")
        hint = say("put it between backticks: `code`")
        yield Finding(edge.span, message, hint, severity=Severity.WARNING)
    elif reason is Reason.FOLDER:
        yield _to_folder(graph, edge)
    else:
        was_here = graph.evidence.meaning(edge).removal
        yield (not was_here and _right_elsewhere(graph, edge)) or _missing(graph, edge)


def _missing(graph: VaultGraph, edge: Edge) -> Finding:
    """The finding about *edge*, whose file is missing."""
    path, hint = edge.link.path, suggest_hint(graph, edge)
    is_invisible = edge.link.syntax == "markdown" and graph.written(edge).startswith("[](")
    return Finding(
        edge.span,
        say("nothing in the vault is called {path}", path=path),
        hint,
        "" if hint else _GROUP,
        severity=Severity.INFO if is_invisible else None,
        fix=suggest_fix(graph, edge),
        subject=path,
    )


def _to_folder(graph: VaultGraph, edge: Edge) -> Finding:
    """The finding about *edge*, which names a folder."""
    path = edge.link.path
    message = say("{path} is a folder, and Obsidian opens only files", path=path)
    # On GitHub and on web sites a Markdown link to a folder works.
    level = Severity.WARNING if edge.link.syntax == "wikilink" else Severity.INFO
    return Finding(edge.span, message, _note_of(graph, edge), _FOLDERS, level, subject=path)


def _right_elsewhere(graph: VaultGraph, edge: Edge) -> Finding | None:
    """The finding about a link that works in another program; None if *edge* is not such a link."""
    evidence, path, hint = graph.evidence, edge.link.path, ""
    if page := evidence.page(edge):
        message = say("{path} is a page of a web site: here it is {page}", path=path, page=page)
        group_message, hint = _PAGES, say("link to {path}", path=page)
    elif evidence.is_of_other_project(edge):
        message = say("{path} is source code that is not in the vault", path=path)
        group_message = _CODE
    elif evidence.is_hidden(edge.link):
        message = say("Obsidian ignores folders that begin with a dot, as in {path}", path=path)
        group_message = _HIDDEN
    elif evidence.is_left_out(edge):
        message = say("{path} is missing, and .gitignore excludes it", path=path)
        group_message = _GIT_IGNORED
    elif edge.source.startswith(_COPILOT_FILES) or edge.source.rpartition("/")[2].startswith(
        _COPILOT_FILES
    ):
        message = say("{path} was listed by the plugin Copilot, and no longer exists", path=path)
        group_message = _LISTED_BY_COPILOT
    elif evidence.came_with_import(edge):
        message = say("{path} was left behind when this note was imported", path=path)
        group_message = _NOT_IMPORTED
    elif evidence.is_of_site(edge.link):
        message = say("{path} is relative to the root of a web site", path=path)
        group_message = _SITE
    else:
        return None
    return Finding(edge.span, message, hint, group_message, Severity.INFO, subject=path)


def _note_of(graph: VaultGraph, edge: Edge) -> str:
    """What to link to instead of the folder: its folder note, if it has one."""
    folder = graph.resolver.folder(edge.link.path, edge.source)
    for name in ("README.md", "index.md", f"{folder.rpartition('/')[2]}.md"):
        if target := graph.resolver.exact(f"{folder}/{name}"):
            return say("link to {path}", path=target)
    return say("link to a note in it") if folder in graph.folders_of_notes else ""
