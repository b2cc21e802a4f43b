"""Recognize files of a vault that belong to a program or web site stored in it.

A program may compute the names of the files that it loads, and duplicates among its resources may
be intended, so such files cannot be reported as unused or duplicate.
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
    """Return whether the file at *path* is source code, by its extension."""
    return path.rpartition(".")[2].lower() in _CODE


class SourceCode:
    """The files among the *paths* of a vault that are code, or have code in their folder or above.

    Code in the root of the vault does not affect the folders below it.  Code in a folder with notes
    does not either, unless the folder is the root of a project.
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
        """Return whether the file at *path* is code, or is in a folder of code."""
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
