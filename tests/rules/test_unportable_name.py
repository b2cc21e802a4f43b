from types import SimpleNamespace

import pytest

from vaultgraph.rules.unportable_name import unportable_name


@pytest.mark.parametrize(("path", "fault"), [
    ("What?.md", "Windows and Android refuse ? in What?.md"),
    ('a<b: "c".md', 'Windows and Android refuse < : " in a<b: "c".md'),
    ("a\\b.md", "Windows and Android refuse \\ in a\\b.md"),
    ("a\tb.md", "Windows and Android refuse \\t in a\tb.md"),
    ("Vol. 1./Heat.md", "Windows refuses the dot at the end of the folder Vol. 1."),
    ("Heat /Heat.md", "Windows refuses the space at the end of the folder Heat "),
    ("engine.", "Windows refuses the dot at the end of engine."),
    ("CON.md", "Windows reserves the name CON"),
    ("Physics/aux.de.png", "Windows reserves the name aux"),
    ("lpt1/Heat.md", "Windows reserves the name lpt1"),
    (f"{'h' * 100}/{'e' * 100}/{'a' * 40}.md",
     "this path is 245 characters, and Windows takes 260 with the folder of the vault"),
    (f"{'h' * 120}/{'e' * 112}.md", "this path is 236 characters, and Windows takes 260 with the folder of the vault"),
    (f"{'é' * 120}/{'é' * 112}.md", "this path is 236 characters, and Windows takes 260 with the folder of the vault"),
    (f"{'🌡' * 58}/{'🌡' * 58}.md", "this path is 236 characters, and Windows takes 260 with the folder of the vault"),
    ("con .md", "Windows reserves the name con"),
    ("nul", "Windows reserves the name nul"),
    ("COM¹.md", "Windows reserves the name COM¹"),
])  # fmt: skip
def test_a_name_that_another_system_refuses_is_reported(findings, path, fault):
    assert findings("unportable-name", "", {path: b"Text."}) == [f"{path}:1:1: {fault}"]


@pytest.mark.parametrize("path", [
    "Ação – 2.0 (nova).md", "👩‍💻 dev.md", "console.md", "Heat .md", "aux-1.md", "COM10.md", "Com.md",
    f"{'h' * 120}/{'e' * 111}.md", f"{'é' * 118}/{'é' * 113}.md",
    "a'b & c; d, e+f=g @ 100% #1 ~$^`{}[]!.md", "..md", f"{'ü' * 120}.md", "lpt/Heat.md",
])  # fmt: skip
def test_a_name_that_all_systems_take_is_fine(findings, path):
    assert findings("unportable-name", "", {path: b"Text."}) == []


def test_a_name_of_too_many_bytes_is_reported():
    """Linux cannot write it, but other systems can."""
    names = ["語" * 84 + ".md", "語" * 85 + ".md", "é" * 127 + ".png"]
    vault = SimpleNamespace(
        paths=names, paths_with=lambda *_: (), is_note=lambda path: path.endswith(".md")
    )
    assert [(found.message, found.hint) for found in unportable_name(SimpleNamespace(vault=vault))] == [
        ("this name is 258 bytes, and Linux and Android take 255", "rename it"),
        ("this name is 258 bytes, and Linux and Android take 255", "rename it in Obsidian, which can update the links to it"),
    ]  # fmt: skip


def test_a_folder_is_reported_once(findings):
    assert findings("unportable-name", """
        -- What?/Heat.md --
        -- What?/Work.md --
        -- What?/Why?/Work.md --
    """) == [
        "What?/Heat.md:1:1: Windows and Android refuse ? in the folder What?",
        "What?/Why?/Work.md:1:1: Windows and Android refuse ? in the folder Why?",
    ]  # fmt: skip
