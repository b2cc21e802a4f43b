"""File extensions: whether a name is that of a file, and of which kind."""

__all__ = ["IMAGES", "SHOWN", "file_extension", "is_image", "is_shown", "unshown_kind"]

IMAGES = frozenset({"avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"})
SHOWN = IMAGES | {
    "3gp", "flac", "m4a", "mkv", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "pdf", "wav",
    "webm",
}  # fmt: skip
"""The extensions of images, audio, video and PDF that Obsidian displays."""

# Formats that Obsidian does not show, and hardly any plugin.
_UNSHOWN = {
    "image": "heic heif tif tiff psd ai eps raw cr2 nef arw dng jxl jp2",
    "media": "avi wmv flv mpg mpeg m4v wma aif aiff amr mid midi",
    "document": "doc docx odt rtf pages ppt pptx odp xls xlsx ods numbers",
    "archive": "zip rar 7z gz tar",
}
_UNSHOWN_KINDS = {
    extension: kind for kind, extensions in _UNSHOWN.items() for extension in extensions.split()
}

# https://help.obsidian.md/file-formats, then other formats common in vaults.  Extensions that also
# end product names (js, net, io, ai, app) are omitted: "[[Next.js]]" is a note.
_NOTES = "md canvas base excalidraw"
_IMAGES = "avif bmp gif jpeg jpg png svg webp heic heif tif tiff ico psd drawio"
_MEDIA = "flac m4a mp3 ogg oga opus wav 3gp mkv mov mp4 ogv webm avi"
_DOCUMENTS = "pdf epub mobi djvu doc docx odt rtf tex txt html htm markdown ppt pptx odp key"
_DATA = "csv tsv xls xlsx ods json yaml yml toml xml bib zip 7z rar gz tar apkg colpkg"
_CODE = "py ipynb r java cpp c h rs go sh sql css scss"
_EXTENSIONS = frozenset(f"{_NOTES} {_IMAGES} {_MEDIA} {_DOCUMENTS} {_DATA} {_CODE}".split())


def file_extension(path: str) -> str:
    """Return the known file extension of *path* in lower case, without the dot; empty if none.

    A suffix that is part of a title, as in *Node.js*, is not an extension.

    >>> file_extension("a/Table.PDF"), file_extension("Dr. Smith"), file_extension("v1.2")
    ('pdf', '', '')
    """
    stem, _, extension = path.rpartition("/")[2].rpartition(".")
    extension = extension.lower()
    return extension if stem and not stem.isspace() and extension in _EXTENSIONS else ""


def is_image(path: str) -> bool:
    """Return whether *path* has the extension of an image."""
    return path.rpartition(".")[2].lower() in IMAGES


def is_shown(path: str) -> bool:
    """Return whether Obsidian displays the file at *path*: an image, audio, video or PDF."""
    return path.rpartition(".")[2].lower() in SHOWN


def unshown_kind(path: str) -> str:
    """Return "image", "media", "document" or "archive" if Obsidian does not show *path*, else "".

    Formats that plugins commonly show, such as drawings, tables and code, have no kind.

    >>> unshown_kind("a/Photo.HEIC"), unshown_kind("photo.png")
    ('image', '')
    """
    return _UNSHOWN_KINDS.get(path.rpartition(".")[2].lower(), "")
