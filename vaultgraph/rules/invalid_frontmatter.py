"""The rule `invalid-frontmatter`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Problem, Severity, Span
from vaultgraph.reading.frontmatter import frontmatter_text
from vaultgraph.reading.templates import has_placeholder
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural("{count:,} note with invalid properties", "{count:,} notes with invalid properties"),
    on="note",
    of="problems",
)
def invalid_frontmatter(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """The properties of a note are not valid YAML, so Obsidian ignores them all.

    Its tags, aliases and property links are lost until the line is fixed.  In a template that is
    only information.

    When it is wrong to worry: filling in a template, `{{…}}` or `<% … %>`, may make its properties
    valid, so those are not reported.  A note that begins with an empty line has no properties,
    whatever is between its lines of dashes.

    Bad::

        -- Heat.md --
        ---
        tags: [physics
        ---
        Energy on its way.

    Good::

        -- Heat.md --
        ---
        tags: [physics]
        ---
        Energy on its way.

    Fine::

        -- Person.md --
        ---
        <%* const name = await tp.system.prompt("Name") -%>
        name: {{name}}: a life
        ---
        -- Slides.md --
        Heat

        ---
        It flows: from warm to cold: always.

        ---
    """
    for problem in note.problems:
        if problem.kind in {"frontmatter", "repeated property"}:
            text = graph.vault.text(note.path)
            finding = _finding(note.path, text, problem)
            if not graph.vault.is_template(note.path):
                yield finding
            elif not has_placeholder(frontmatter_text(text)):
                yield finding._replace(severity=Severity.INFO)


def _finding(path: str, text: str, problem: Problem) -> Finding:
    """The *problem* as a common mistake, with its place; otherwise in the parser's words."""
    place = Span(path, problem.start, problem.start + 1)
    if problem.kind == "repeated property":
        return Finding(place, problem.message, say("keep one of the two"))
    from vaultgraph.reading.yaml_mistakes import find_mistake  # YAML is rarely broken

    mistake = find_mistake(text, problem.start)
    if mistake:
        place = Span(path, mistake.start, mistake.end)
        return Finding(place, mistake.message, mistake.hint)
    hint = say("close what is open above, and put text with : # * [ ] {{ }} in single quotes")
    return Finding(place, problem.message, hint)
