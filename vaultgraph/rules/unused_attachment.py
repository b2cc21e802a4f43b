"""The rule `unused-attachment`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.reading import is_image, is_shown
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} unused image", "{count:,} unused images"),
    on="vault",
)
def unused_attachment(graph: VaultGraph, *, other_kinds: bool = False) -> Iterator[Finding]:
    r"""Nothing in the vault refers to this image.

    Pasting a picture saves a file; deleting the picture from the note leaves it behind.  A file is
    reported only if its name occurs in no text of the vault: neither in a link, a property, HTML,
    code or a canvas, nor in any other text file, percent-encoded or not.

    When it is wrong to worry: a use cannot be seen if a program composes the name, or if the file
    is used from outside the vault, such as on a website.  So files next to source code are not
    checked, nor are PDFs, sounds and videos unless you ask for them, since many of them are
    documents in their own right.  Copies of another file are reported by duplicate-attachment.  If
    a note cannot be read, nothing is reported, since it may refer to any file.

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
    is_checked = is_shown if other_kinds else is_image
    total = sum(map(is_checked, graph.vault.files))
    message = say("nothing in the vault refers to this file")
    hint = say("embed it in a note, or check whether anything outside the vault needs it")
    if other_kinds:
        group_message = say(
            "{count:,} of {total:,} files are unused: nothing in the vault refers to them",
            total=total,
        )
    else:
        group_message = say(
            "{count:,} of {total:,} images are unused: nothing in the vault refers to them",
            total=total,
        )
    for path in filter(is_checked, graph.unused_files):
        if path not in graph.copied_files:
            yield Finding(Span(path), message, hint, group_message)
