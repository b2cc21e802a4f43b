"""The rule `corrupt-image`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import Message, plural, say, say_count
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural("{count:,} damaged image", "{count:,} damaged images"),
    on="vault",
)
def corrupt_image(graph: VaultGraph, *, deep: bool = False) -> Iterator[Finding]:
    """An image file is empty, truncated, or in another format than its extension says.

    An interrupted download or sync leaves such files.  Only the structure of an image is checked;
    with `lint --deep` every image of up to 100 megapixels is decoded, which takes longer and finds
    more.  An image with the extension of another format is shown all the same, unless one of the
    two is SVG: that is only information, and is not reported for files next to source code, which
    loads them by their names.  For an image that no note shows, the finding is a warning.

    When it is wrong to worry: data after the end of an image, the missing last byte of a GIF and
    whatever precedes the drawing in an SVG do no harm.  A checkout without Git LFS leaves pointers:
    those images are not broken, and are reported once, as a warning, with the command that
    downloads them.

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
        deep: decode every image.
    """
    contents = graph.vault.contents
    for path, fault in contents.faults.items():
        group_message = say("{count:,} images: {problem}", problem=fault)
        yield _finding(graph, path, fault, group_message)
    for path, reason in contents.undecodable.items() if deep else ():
        message = say("the image cannot be decoded: {reason}", reason=reason)
        yield _finding(graph, path, message, say("{count:,} images cannot be decoded"))
    reported_for_notes = set(graph.vault.placeholders.values())
    for command in sorted(set(contents.pointers.values()) - reported_for_notes):
        paths = sorted(path for path, getting in contents.pointers.items() if getting == command)
        message, hint = _not_downloaded(len(paths), command), say("run: {command}", command=command)
        yield Finding(Span(paths[0]), message, hint, severity=Severity.WARNING)
    yield from _wrong_extensions(graph)


def _not_downloaded(count: int, command: str) -> Message:
    """The message about *count* images that *command* downloads or decrypts."""
    if command == "git-crypt unlock":
        return say_count(
            "this image is locked by git-crypt", "{count:,} images are locked by git-crypt", count
        )
    if count == 1:
        return say("this image was not downloaded: the file is only a pointer to it")
    return say(
        "this image and {others:,} more were not downloaded: the files are only pointers to them",
        others=count - 1,
    )


def _wrong_extensions(graph: VaultGraph) -> Iterator[Finding]:
    """Yield the images with the extension of another format, which are shown all the same."""
    wrong_extensions = graph.vault.contents.wrong_extensions
    taken = set(map(fold, graph.vault.paths)) if wrong_extensions else set()
    for path, extension in wrong_extensions.items():
        if path in graph.vault.source_code:
            continue
        stem, _, named = path.rpartition(".")
        message = say(
            "this {format} is named .{extension}: Obsidian shows it, but other programs may not",
            format=extension.upper(),
            extension=named,
        )
        is_taken = fold(f"{stem}.{extension}") in taken
        hint = _hint_to_rename(extension, is_taken=is_taken, is_used=path in graph.used_files)
        group_message = say("{count:,} images have the extension of another format")
        yield Finding(Span(path), message, hint, group_message, Severity.INFO)


def _hint_to_rename(extension: str, *, is_taken: bool, is_used: bool) -> Message:
    """How to rename an image to *extension*; Obsidian itself keeps the extension of a file."""
    if is_taken and is_used:
        return say(
            "if one does not, give it another name with .{extension} outside Obsidian, and change"
            " whatever names it",
            extension=extension,
        )
    if is_taken:
        return say(
            "if one does not, give it another name with .{extension} outside Obsidian",
            extension=extension,
        )
    if is_used:
        return say(
            "if one does not, rename it to .{extension} outside Obsidian, and change whatever"
            " names it",
            extension=extension,
        )
    return say("if one does not, rename it to .{extension} outside Obsidian", extension=extension)


def _finding(graph: VaultGraph, path: str, message: Message, group_message: Message) -> Finding:
    """The finding about the image at *path*, which cannot be shown: an error if a note tries to."""
    uses = sorted({edge.source for edge in graph.backlinks[path]})
    if uses:
        hint = say("restore it: {note} shows it", note=uses[0])
        return Finding(Span(path), message, hint, group_message)
    hint = say("restore it if it is still needed")
    return Finding(Span(path), message, hint, group_message, Severity.WARNING)
