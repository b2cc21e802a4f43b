"""The script of the page is what its modules give, and they import without going round in circles."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from vaults import ROOT

TOOLS = ROOT / ".page"
SOURCES = ROOT / "vaultgraph" / "concept_map" / "web" / "src"
LAYERS = ["format", "model", "layout", "drawing", "page"]


def test_the_bundle_is_fresh():
    node = shutil.which("node")
    if not node or not (TOOLS / "node_modules" / "esbuild").is_dir():
        pytest.skip(
            "WHETHER map.js IS FRESH WAS NOT CHECKED: it takes Node, and `npm ci --prefix .page`"
        )
    command = [node, "build.js", "--check"]
    check = subprocess.run(command, cwd=TOOLS, check=False, capture_output=True, text=True)
    assert check.returncode == 0, check.stderr


def imports(module):
    """The modules that *module* imports, and where the import names no file, a failing path."""
    sources = re.findall(r"^import .* from '(\..+)';$", module.read_text("utf-8"), re.MULTILINE)
    return [(module.parent / source).resolve() for source in sources]


def test_no_module_imports_itself_through_others():
    waiting = {module.resolve(): set(imports(module)) for module in SOURCES.rglob("*.js")}
    assert len(waiting) > 40
    while free := [module for module, needs in waiting.items() if not needs & waiting.keys()]:
        for module in free:
            del waiting[module]
    assert [str(Path(module).relative_to(SOURCES)) for module in waiting] == []


@pytest.mark.parametrize("folder", LAYERS)
def test_modules_import_from_their_own_layer_and_those_below(folder):
    below = {SOURCES / layer for layer in LAYERS[: LAYERS.index(folder) + 1]} | {SOURCES}
    imported = {path for module in (SOURCES / folder).glob("*.js") for path in imports(module)}
    assert {path.parent for path in imported} <= below
    assert all(path.is_file() for path in imported)
    assert SOURCES / "main.js" not in imported


def test_only_the_layout_uses_a_package():
    using = [m for m in SOURCES.rglob("*.js") if re.search(r" from '[^.]", m.read_text("utf-8"))]
    assert [str(module.relative_to(SOURCES)) for module in using] == ["layout/layers.js"]
