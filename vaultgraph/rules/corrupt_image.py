"""The rule `corrupt-image`."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(Severity.ERROR, on="vault")
def corrupt_image(graph: VaultGraph, *, deep: bool = False) -> Iterator[Finding]:
    """An image file is empty, cut short, or not what its extension says.

    A download or a sync that broke off leaves such files.  The structure of an image is looked at;
    with `lint --deep` every image of up to 100 megapixels is decoded, which takes longer and finds
    more.  One of another kind than its extension says is shown all the same, if it is no SVG: that
    is told, but no error, and not at all of files beside source code, which loads them by their
    names.  One that no note shows is a warning.

    When it is wrong to worry: data behind the end of an image, the missing last byte of a GIF and
    whatever precedes the drawing in an SVG do no harm.  A checkout without Git LFS leaves pointers:
    those images are not broken, and are reported once, as a warning, with the command that gets
    them.

    Bad::

        -- Heat.md --
        ![[engine.png]]
        -- engine.png --
        This is text, not a picture.

    Good::

        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Fine::

        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <!-- drawn by hand -->
        <!DOCTYPE svg>
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Options:
        deep: decode every image; this needs Pillow.
    """
    contents = graph.vault.contents
    for path, fault in contents.faults.items():
        yield _finding(graph, path, fault, f"{{count}} images: {fault}")
    for path, fault in contents.undecodable.items() if deep else ():
        message = f"the image cannot be decoded: {fault}"
        group_message = "{count} images cannot be decoded"
        yield _finding(graph, path, message, group_message)
    told_of_notes = set(graph.vault.placeholders.values())
    for command in sorted(set(contents.pointers.values()) - told_of_notes):
        paths = sorted(path for path, getting in contents.pointers.items() if getting == command)
        yield Finding(Span(paths[0]), *_not_downloaded(paths, command), severity=Severity.WARNING)
    taken = set(map(fold, graph.vault.paths)) if contents.wrong_extensions else set()
    for path, extension in contents.wrong_extensions.items():
        if path in graph.vault.source_code:
            continue
        name = f"this {extension.upper()} is named .{path.rpartition('.')[2]}"
        message = f"{name}: it shows, but other programs may refuse it"
        group_message = "{count} images are named as if they were of another kind"
        is_taken = fold(f"{path.rpartition('.')[0]}.{extension}") in taken
        other = ", under another name" if is_taken else ""
        # The app keeps the extension of a file that is renamed in it.
        names = ", and change whatever names it" * (path in graph.used_files)
        hint = f"if one does, rename it to .{extension}{other}, outside Obsidian{names}"
        yield Finding(Span(path), message, hint, group_message, Severity.INFO)


def _not_downloaded(paths: Sequence[str], command: str) -> tuple[str, str]:
    """What is said of the images at *paths*, of which there are only pointers."""
    if command == "git-crypt unlock":
        what = f"{len(paths):,} images are" if len(paths) > 1 else "this image is"
        return f"{what} locked by git-crypt", f"run: {command}"
    message = "this image was not downloaded: the file only points at it"
    if others := len(paths) - 1:
        message = (
            f"this image and {others:,} more were not downloaded: the files only point at them"
        )
    return message, f"run: {command}"


def _finding(graph: VaultGraph, path: str, message: str, group_message: str) -> Finding:
    """The image at *path* cannot be shown: an error if a note tries to."""
    uses = sorted({edge.source for edge in graph.backlinks[path]})
    if uses:
        return Finding(Span(path), message, f"restore it: {uses[0]} shows it", group_message)
    hint = "restore it, if it is still needed"
    return Finding(Span(path), message, hint, group_message, Severity.WARNING)
