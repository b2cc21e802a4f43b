"""The rule `unused-attachment`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.reading import is_image, is_shown
from vaultgraph.rules import rule


@rule(Severity.INFO, on="vault")
def unused_attachment(graph: VaultGraph, *, other_kinds: bool = False) -> Iterator[Finding]:
    r"""Nothing in the vault names this image.

    Pasting a picture saves a file; deleting the picture from the note leaves it behind.  A file is
    reported only if its name stands in no text of the vault: neither in a link, a property, HTML,
    code or a canvas, nor in any other file that is text, percent-encoded or not.

    When it is wrong to worry: what is made up, such as the name of a picture in a program, or is
    used from outside of the vault, such as on a website, is not seen here; of a copy of another
    file, duplicate-attachment tells.  If a note cannot be
    read, nothing is reported, for it may name any file.  So files beside source
    code are not judged, nor are PDFs, sounds and videos unless you ask for them, for many of them
    are documents in their own right.

    Bad::

        -- Heat.md --
        No picture here.
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Good::

        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Fine::

        -- Heat.md --
        <div style="background: url(img/steam%20engine.svg)"></div>
        -- img/steam engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- paper/main.tex --
        \includegraphics{figures/piston}
        -- paper/figures/piston.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Fine::

        -- Heat.md --
        What the program draws.
        -- app/main.py --
        show(f"engine-{number}.svg")
        -- app/icons/engine-1.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- Steam.pdf --

    Options:
        other-kinds: report PDFs, sounds and videos as well.
    """
    is_judged = is_shown if other_kinds else is_image
    total = sum(map(is_judged, graph.vault.files))
    what = "files" if other_kinds else "images"
    group_message = f"{{count}} of {total:,} {what} are unused: nothing in the vault names them"
    hint = "embed it in a note, or check whether anything outside of the vault needs it"
    for path in filter(is_judged, graph.unused_files):
        if path in graph.copied_files:
            continue
        yield Finding(Span(path), "nothing in the vault names this file", hint, group_message)
