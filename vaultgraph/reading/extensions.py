"""Which endings of a name are file extensions, and not part of a title such as *Node.js*."""

__all__ = ["file_extension"]

# https://help.obsidian.md/file-formats, then what else people keep in vaults.  Extensions that also
# end the names of things (js, net, io, ai, app) are left out: "[[Next.js]]" is a note.
_NOTES = "md canvas base excalidraw"
_IMAGES = "avif bmp gif jpeg jpg png svg webp heic heif tif tiff ico psd drawio"
_MEDIA = "flac m4a mp3 ogg oga opus wav 3gp mkv mov mp4 ogv webm avi"
_DOCUMENTS = "pdf epub mobi djvu doc docx odt rtf tex txt html htm markdown ppt pptx odp key"
_DATA = "csv tsv xls xlsx ods json yaml yml toml xml bib zip 7z rar gz tar apkg colpkg"
_CODE = "py ipynb r java cpp c h rs go sh sql css scss"
_EXTENSIONS = frozenset(f"{_NOTES} {_IMAGES} {_MEDIA} {_DOCUMENTS} {_DATA} {_CODE}".split())


def file_extension(path: str) -> str:
    """The file extension of *path* in lower case, without the dot; empty if it has none.

    >>> file_extension("a/Table.PDF"), file_extension("Dr. Smith"), file_extension("v1.2")
    ('pdf', '', '')
    """
    stem, _, extension = path.rpartition("/")[2].rpartition(".")
    extension = extension.lower()
    return extension if stem and not stem.isspace() and extension in _EXTENSIONS else ""
