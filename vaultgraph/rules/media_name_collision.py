"""The rule `media-name-collision`."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(
    Severity.WARNING,
    plural(
        "{count:,} file that Anki mixes up with another",
        "{count:,} files that Anki mixes up with others",
    ),
    on="vault",
)
def media_name_collision(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards show different files with the same name.

    Anki keeps all media in one folder, so the second file replaces the first, and one of the cards
    shows the wrong picture.

    Bad::

        -- Heat.md --
        What does an engine look like? #flashcard
        ![[cars/engine.svg]] A piston in a cylinder.

        What does a turbine look like? #flashcard
        ![[planes/engine.svg]] Blades around a shaft.
        -- cars/engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- planes/engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="9"/>

    Good::

        -- Heat.md --
        What does an engine look like? #flashcard
        ![[cars/engine.svg]] A piston in a cylinder.

        What does a turbine look like? #flashcard
        ![[planes/turbine.svg]] Blades around a shaft.
        -- cars/engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- planes/turbine.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="9"/>

    When it is wrong to worry: two copies of one file are the same file in Anki, and a file that no
    card shows is not transferred to Anki at all.

    Fine::

        -- Heat.md --
        ![[boats/engine.svg]]

        What does an engine look like? #flashcard
        ![[cars/engine.svg]] A piston in a cylinder.

        And from the side? #flashcard
        ![[copies/engine.svg]] The same.
        -- cars/engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- copies/engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- boats/engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="9"/>
    """
    names = Counter(path.rpartition("/")[2] for path in graph.vault.files)
    colliding = frozenset(path for path in graph.vault.files if names[path.rpartition("/")[2]] > 1)
    shown: defaultdict[str, dict[str, Edge]] = defaultdict(dict)
    for _, card, edge in graph.card_embeds(colliding):
        if card.goes_to_anki:
            path = edge.target or ""
            shown[path.rpartition("/")[2]].setdefault(path, edge)
    for name, by_path in shown.items():
        if len(by_path) > 1:
            yield from _findings(graph, name, by_path)


def _findings(graph: VaultGraph, name: str, by_path: dict[str, Edge]) -> Iterator[Finding]:
    (first, _), *others = sorted(by_path.items())
    for path, edge in others:
        if not any({first, path} <= set(equal) for equal in graph.vault.contents.duplicates):
            message = say(
                "in Anki this becomes the same file as {path}, which another card shows", path=first
            )
            hint = say("rename one of the two files called {name}", name=name)
            yield Finding(edge.span, message, hint)
