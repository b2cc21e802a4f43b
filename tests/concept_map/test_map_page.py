import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest

from vaultgraph.concept_map import draw
from vaultgraph.concept_map.composing import compose
from vaultgraph.concept_map.strings import strings
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import read_vault


def block(html, name):
    return json.loads(
        re.search(rf'<script type="application/json" id="vg-{name}">(.*?)</script>', html)[1]
    )


def without_library(html):
    return re.sub(r"<script>/\*\*\n \* vis-network.*?</script>", "", html, flags=re.DOTALL)


def test_the_same_vault_gives_the_same_bytes(physics):
    again = VaultGraph(read_vault(physics.vault.root))
    assert draw(physics) == draw(again)


@pytest.mark.slow  # starts processes
def test_the_hash_seed_of_python_changes_nothing(physics, tmp_path):
    program = (
        "import sys, hashlib; from vaultgraph.concept_map import draw;"
        "from vaultgraph.graph import VaultGraph; from vaultgraph.reading import read_vault;"
        "print(hashlib.sha256(draw(VaultGraph(read_vault(sys.argv[1]))).encode()).hexdigest())"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", program, physics.vault.root],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


def test_the_blocks_hold_the_scene(physics):
    html, scene = draw(physics), compose(physics)
    assert [note["label"] for note in block(html, "notes")] == [note.label for note in scene.notes]
    assert [(e["from"], e["to"]) for e in block(html, "links")] == [
        link[:2] for link in scene.links
    ]
    assert [len(cards) for cards in block(html, "cards").values()] == [2]


def test_nothing_is_loaded_from_elsewhere(physics):
    html = without_library(draw(physics))
    addresses = set(re.findall(r"https?://[^\s\"'<>)]+", html))
    assert addresses == {"http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"}
    assert not re.search(r"<link|<iframe|@import|url\((?!#)|<script[^>]+src", html)


def test_the_page_contains_no_path_of_this_machine(physics, tmp_path):
    assert str(tmp_path) not in draw(physics)


def test_every_script_is_allowed_by_its_hash(physics):
    html = draw(physics)
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1])
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    prints = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-(.*?)'", policy) == prints
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy


def test_small_images_are_in_the_page(physics):
    [[name, source]] = block(draw(physics), "images")
    assert name == "chama.png"
    assert source.startswith("data:image/")


def test_a_vector_image_is_linked_from_the_folder_of_the_page(graph, tmp_path):
    graph = graph("-- A.md --\n![[flame.svg]]\n", {"img/flame.svg": b"<svg/>"})
    html = draw(graph, output_folder=str(tmp_path / "maps"))
    assert block(html, "images") == [["flame.svg", "./../vault/img/flame.svg"]]
    assert "file: 'self'" in unescape(html)


def test_the_address_of_a_linked_image_is_percent_encoded(graph):
    graph = graph('-- A.md --\n![[a "b" #.svg]] ![x](<50%25 é.svg>)\n', {"50% é.svg": b"<svg/>"})
    html = draw(graph, output_folder=graph.vault.root)
    assert block(html, "images") == [["50% é.svg", "./50%25%20%C3%A9.svg"]]


@pytest.mark.parametrize("damage", ["", "text", "cut", "zeros"])
def test_a_broken_image_has_no_source(graph, png, damage):
    content = {"": b"", "text": b"no image", "cut": png[:40], "zeros": png[:8] + b"\0" * 90}[damage]
    html = draw(graph("-- A.md --\n![[broken.png]]\n", {"broken.png": content}))
    assert block(html, "images") == [["broken.png", ""]]


@pytest.mark.parametrize("lang", ["pt", "en"])
def test_it_is_available_in_both_languages(physics, lang):
    assert block(draw(physics, lang=lang), "page")["strings"] == strings(lang)


def test_a_name_that_is_not_unicode_does_not_stop_the_map(graph, png):
    files = {os.fsdecode(b"\xff.md"): b"![[\xff.png]]", os.fsdecode(b"\xff.png"): png}
    assert draw(graph("-- A.md --\n", files)).encode()


def test_the_pages_of_a_larger_vault_are_the_same_too(graph):
    notes = "".join(f"-- N{n}.md --\n[[N{n // 3}]] [[N{n * 7 % 90}]]\n" for n in range(90))
    assert draw(graph(notes)) == draw(graph(notes))


def test_all_languages_have_the_same_strings():
    assert strings("pt").keys() == strings("en").keys()


@pytest.mark.parametrize("option", [{"lang": "xx"}, {"theme": "sepia"}])
def test_an_unknown_choice_is_refused(physics, option):
    with pytest.raises(UsageError):
        draw(physics, **option)


def test_many_notes_are_an_atlas(graph):
    notes = "".join(f"-- N{n}.md --\n[[N{n // 3}]] [[N{n // 2}]]\n" for n in range(90))
    html = draw(graph(notes))
    assert block(html, "page")["mode"] == "atlas"


@pytest.mark.parametrize(
    "text", ["-- A.md --\n", "-- A.md --\n[[B]]\n", "-- A.md --\n-- B.md --\n"]
)
def test_a_tiny_vault_has_a_map(graph, text):
    assert block(draw(graph(text)), "notes")


def test_importing_the_package_loads_nothing_heavy():
    program = (
        "import sys, vaultgraph.concept_map;"
        "print({'pyvis', 'jinja2', 'numpy', 'networkx', 'PIL'} & sys.modules.keys())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert run.stdout.strip() == "set()"


def test_without_pyvis_no_script_is_read_from_the_current_folder(physics, monkeypatch):
    monkeypatch.setattr("vaultgraph.concept_map.page.find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError):
        draw(physics)
