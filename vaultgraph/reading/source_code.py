"""Which files of a vault belong to a program, or to a web site, that is kept in it.

A program makes up the names of the files that it loads, and copies among its resources are meant to
be: whether such a file is used, or needed twice, cannot be seen from outside.
"""

from collections.abc import Iterable

__all__ = ["SourceCode", "is_code"]

_CODE = frozenset({
    "c", "cc", "cpp", "cs", "css", "dart", "go", "h", "hpp", "java", "jl", "js", "jsx", "kt",
    "lua", "m", "mjs", "php", "pl", "py", "r", "rb", "rs", "scala", "scss", "sh", "sql", "svelte",
    "swift", "ts", "tsx", "vue",
})  # fmt: skip
_PROJECTS = frozenset({
    "build.gradle", "build.gradle.kts", "cargo.toml", "cmakelists.txt", "composer.json",
    "gemfile", "go.mod", "index.html", "makefile", "package.json", "pom.xml", "pubspec.yaml",
    "pyproject.toml", "setup.py",
})  # fmt: skip
_NOTES_OF_PROGRAMS = frozenset({"changelog", "contributing", "index", "license", "readme", "todo"})


def is_code(path: str) -> bool:
    """Whether the file at *path* is source code, by its extension."""
    return path.rpartition(".")[2].lower() in _CODE


class SourceCode:
    """The files among *paths*, those of a vault, that are code or have code beside or above them.

    Code in the vault's own folder says nothing of the folders below, nor does code among notes,
    unless its folder is that of a project.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        code, notes, projects = set(), set(), set()
        for path in paths:
            folder, _, name = path.rpartition("/")
            name = name.lower()
            stem, _, extension = name.rpartition(".")
            if extension in _CODE:
                code.add(folder)
            if name in _PROJECTS or extension in {"csproj", "sln"}:
                projects.add(folder)
            elif extension == "md" and stem not in _NOTES_OF_PROGRAMS:
                notes.add(folder)
        self._folders = (projects | (code - notes)) - {""}

    def __contains__(self, path: object) -> bool:
        """Whether the file at *path* is code, or is among code."""
        if not isinstance(path, str):
            return False
        if is_code(path):
            return True
        folder = path.rpartition("/")[0] if self._folders else ""
        while folder:
            if folder in self._folders:
                return True
            folder = folder.rpartition("/")[0]
        return False
