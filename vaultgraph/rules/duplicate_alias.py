"""The rule `duplicate-alias`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_MAX_OWNERS = 2
"""An alias that more notes share is a word for what they have in common."""
_WIDELY_SHARED = say("{count:,} aliases are shared by more than two notes")
_MERGE = say("if both are about the same thing, merge them; if not, give this one another alias")
_CHANGE = say("if links to them get mixed up, change one alias")


@rule(
    Severity.WARNING,
    plural("{count:,} alias used twice", "{count:,} aliases used twice"),
    on="vault",
    skips_templates=True,
)
def duplicate_alias(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes share an alias, or the alias of one is the name of the other.

    When a link is typed, both are offered under one name.  An alias that notes share is only
    information, because each is offered with its path.

    When it is wrong to worry: an alias without a letter or a digit, such as an empty list that was
    written as a text, is not a name; one that is the note's own name adds nothing; that of a
    template is filled in later.  An exact copy of a note is reported by `duplicate-note`, and notes
    with the same title or address and the same aliases were made by a program.

    Bad::

        -- Heat.md --
        ---
        aliases: [Warmth]
        ---
        -- Work.md --
        ---
        aliases: [Warmth]
        ---

    Good::

        -- Heat.md --
        ---
        aliases: [Warmth]
        ---
        -- Work.md --
        ---
        aliases: [Labour]
        ---

    Fine::

        -- Heat.md --
        ---
        aliases: "[]"
        ---
        -- Work.md --
        ---
        aliases: "[]"
        ---
        -- Templates/Person.md --
        ---
        aliases: [Warmth]
        ---
        -- Warmth.md --
    """
    first: dict[str, str] = {}
    reported = set()
    notes = [(note, [*_names(graph, note)]) for note in _notes_with_shared_names(graph)]
    note_counts = Counter(fold(alias) for _, names in notes for alias in names)
    for note, names in notes:
        for alias in names:
            named = [p for p in graph.resolver.called(alias) if _is_offered(graph, p)]
            owner = named[0] if named else first.setdefault(fold(alias), note.path)
            if owner == note.path or (owner, note.path) in reported:
                continue
            if {note.path, owner}.isdisjoint(graph.copied_notes) and not _is_copy(
                note, graph.vault.notes[owner]
            ):
                reported |= {(note.path, owner), (owner, note.path)}
                place = graph.property_span(note, "aliases", alias)
                is_word = note_counts[fold(alias)] + len(named) > _MAX_OWNERS
                is_name = named and not is_word
                hint = _MERGE if is_name else _CHANGE
                group_message = _WIDELY_SHARED if is_word else ""
                severity = None if is_name else Severity.INFO
                message = say("{path} is called {alias} too", path=owner, alias=alias)
                yield Finding(place, message, hint, group_message, severity)


def _notes_with_shared_names(graph: VaultGraph) -> list[Note]:
    """The notes with an alias that occurs twice, or that is the name of a note."""
    notes = graph.notes_with("aliases")
    counts = Counter(fold(alias) for note in notes for alias in note.aliases)
    called = graph.resolver.called
    found = dict.fromkeys(
        note for note in notes for alias in note.aliases if counts[fold(alias)] > 1 or called(alias)
    )
    return [*found]


def _is_copy(note: Note, other: Note) -> bool:
    """Whether a program made both notes from one thing, by their title or address and aliases."""
    names = ("title", "url", "source")
    own, others = ([each.properties.get(name) for name in names] for each in (note, other))
    is_same = any(one and one == another for one, another in zip(own, others, strict=True))
    return is_same and set(note.aliases) == set(other.aliases)


def _is_offered(graph: VaultGraph, path: str) -> bool:
    """Whether Obsidian offers the note at *path* when a link is typed."""
    return path not in graph.vault.excluded and not graph.vault.is_template(path)


def _names(graph: VaultGraph, note: Note) -> Iterator[str]:
    """Yield the aliases of *note* that name it, each once."""
    if _is_offered(graph, note.path):
        for alias in dict.fromkeys(note.aliases):
            if any(map(str.isalnum, alias)) and fold(alias) != fold(note.name):
                yield alias
