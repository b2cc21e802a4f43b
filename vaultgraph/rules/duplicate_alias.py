"""The rule `duplicate-alias`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_FEW = 2
"""An alias that more notes share is a word for what they have in common."""
_SHARED = "{count} aliases are shared by more than two notes"
_MERGE = "if both are about the same, make them one note; else give this one another alias"


@rule(Severity.WARNING, on="vault", skips_templates=True)
def duplicate_alias(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes share an alias, or one has the name of another for an alias.

    When a link is typed, both are offered under one name.  An alias that notes share is only
    information: each is offered with its path.

    When it is wrong to worry: an alias without a letter or a digit, such as an empty list that was
    written as a text, is no name, one that is the note's own name adds none, that of a template is
    filled in later, and a note that is a copy to the letter is reported by `duplicate-note`; one
    with the same title, or address, and aliases was made by a program.

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
    told = set()
    having = [(note, [*_names(graph, note)]) for note in _doubtful(graph)]
    sharers = Counter(fold(alias) for _, names in having for alias in names)
    for note, names in having:
        for alias in names:
            named = [p for p in graph.resolver.called(alias) if _is_offered(graph, p)]
            owner = named[0] if named else first.setdefault(fold(alias), note.path)
            if owner == note.path or (owner, note.path) in told:
                continue
            if {note.path, owner}.isdisjoint(graph.copied_notes) and not _is_copy(
                note, graph.vault.notes[owner]
            ):
                told |= {(note.path, owner), (owner, note.path)}
                place = graph.property_place(note, "aliases", alias)
                is_word = sharers[fold(alias)] + len(named) > _FEW
                is_mixed_up = named and not is_word
                hint = _MERGE if is_mixed_up else "if links to them get mixed up, change one alias"
                group_message = _SHARED if is_word else ""
                severity = None if is_mixed_up else Severity.INFO
                message = f"{owner} is called {alias} too"
                yield Finding(place, message, hint, group_message, severity)


def _doubtful(graph: VaultGraph) -> list[Note]:
    """The notes of *graph* with an alias that is there twice, or that a note is called."""
    having = graph.notes_with("aliases")
    counts = Counter(fold(alias) for note in having for alias in note.aliases)
    called = graph.resolver.called
    doubtful = dict.fromkeys(
        note
        for note in having
        for alias in note.aliases
        if counts[fold(alias)] > 1 or called(alias)
    )
    return [*doubtful]


def _is_copy(note: Note, other: Note) -> bool:
    """Whether a program made *note* and *other* of one thing: its title or address, and aliases."""
    names = ("title", "url", "source")
    mine, others = ([each.properties.get(name) for name in names] for each in (note, other))
    is_same = any(one and one == another for one, another in zip(mine, others, strict=True))
    return is_same and set(note.aliases) == set(other.aliases)


def _is_offered(graph: VaultGraph, path: str) -> bool:
    """Whether the note at *path* is one to choose by its name."""
    return path not in graph.vault.excluded and not graph.vault.is_template(path)


def _names(graph: VaultGraph, note: Note) -> Iterator[str]:
    """Yield the aliases of *note* that name it, each once."""
    if _is_offered(graph, note.path):
        for alias in dict.fromkeys(note.aliases):
            if any(map(str.isalnum, alias)) and fold(alias) != fold(note.name):
                yield alias
