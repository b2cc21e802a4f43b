"""Renaming: every link means afterwards what it meant."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaultgraph import VaultGraph, read_vault
from vaultgraph.changing import carry_out, plan_rename, undo
from vaultgraph.errors import UsageError
from vaults import write_vault


@pytest.fixture
def renamed(tmp_path):
    """Rename a file or folder in a vault; return its texts afterwards."""

    def call(text, path, target, files=None):
        root = str(write_vault(tmp_path / "vault", text, files))
        plan = plan_rename(VaultGraph(read_vault(root)), path, target, "rename")
        carry_out(root, plan.change)
        return texts_in(root)

    return call


def texts_in(root):
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            file = os.path.join(folder, name)
            with open(file, encoding="utf-8", newline="") as text:
                found[os.path.relpath(file, root).replace(os.sep, "/")] = text.read()
    return found


OTHERS = "-- Heat.md --\nThis.\n-- deep/Work.md --\nThat.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[[Heat]]", "[[Warmth]]"),
        ("[[heat|it]]", "[[Warmth|it]]"),
        ("![[Heat#Law^x|a]]", "![[Warmth#Law^x|a]]"),
        ("[[Heat.md]]", "[[Warmth.md]]"),
        ("[it](Heat.md)", "[it](Warmth.md)"),
        ("[it](<Heat.md#a b> 'title')", "[it](<Warmth.md#a b> 'title')"),
        ("[[/Heat]]", "[[/Warmth]]"),
        ("[[./Heat]]", "[[./Warmth]]"),
        ("---\nup: \"[[Heat]]\"\n---", "---\nup: \"[[Warmth]]\"\n---"),
        ("Up: [[Heat]], [[Work]]", "Up: [[Warmth]], [[Work]]"),
        ("| a |\n|---|\n| [[Heat\\|x]] |", "| a |\n|---|\n| [[Warmth\\|x]] |"),
        ("`[[Heat]]` Heat [[Gone]]", "`[[Heat]]` Heat [[Gone]]"),
        ("[[Work]] [[#A heading]]", "[[Work]] [[#A heading]]"),
    ],
)  # fmt: skip
def test_links_to_a_note_are_rewritten(renamed, before, after):
    texts = renamed(f"-- A.md --\n{before}\r\n{OTHERS}", "Heat.md", "Warmth.md")
    assert texts["A.md"] == f"{after}\r\n".replace("\r\n", "\n") or texts["A.md"].strip() == after
    assert "Warmth.md" in texts
    assert "Heat.md" not in texts


def test_a_link_that_still_leads_there_stays_as_it_is(renamed):
    texts = renamed(
        f"-- A.md --\n[[Work]] [[deep/Work]]\n{OTHERS}", "deep/Work.md", "other/Work.md"
    )
    assert texts["A.md"] == "[[Work]] [[Work]]\n"


def test_relative_links_in_the_moved_note_are_rewritten(renamed):
    text = f"-- A.md --\n[x](./deep/Work.md) [[./Heat]] [[Work]] [[#Own]]\n{OTHERS}"
    texts = renamed(text, "A.md", "new/A.md")
    assert texts["new/A.md"] == "[x](../deep/Work.md) [[../Heat]] [[Work]] [[#Own]]\n"


def test_links_of_others_that_the_new_name_would_catch_are_pointed_to_their_notes(renamed):
    text = "-- A.md --\n[[Work]]\n-- deep/Work.md --\n-- Heat.md --\n"
    assert renamed(text, "Heat.md", "Work.md")["A.md"] == "[[deep/Work]]\n"


def test_a_link_to_a_missing_note_is_named_if_it_will_lead_there(tmp_path):
    root = str(write_vault(tmp_path / "vault", f"-- A.md --\n[[Warmth]]\n{OTHERS}"))
    plan = plan_rename(VaultGraph(read_vault(root)), "Heat.md", "Warmth.md", "")
    assert (plan.links, plan.caught) == (0, ("A.md",))


def test_a_folder_moves_with_all_that_is_in_it(renamed):
    text = "-- A.md --\n[[deep/er/Work]] ![](deep/x.png)\n-- deep/er/Work.md --\n[[../y]]\n-- deep/y.md --\n"
    texts = renamed(text, "deep", "depth", {"deep/x.png": b"x"})
    assert texts["A.md"] == "[[Work]] ![](depth/x.png)\n"
    assert texts["depth/er/Work.md"] == "[[../y]]\n"


def test_an_image_is_renamed_in_notes_and_canvases(renamed):
    canvas = '{"nodes":[{"id":"1","type":"file","file":"x.png"},{"id":"2","type":"text","text":"![[x.png]] é\\n"}]}'
    files = {"x.png": b"x", "C.canvas": canvas.encode()}
    texts = renamed("-- A.md --\n![[x.png|100]]\n", "x.png", "img/y z.png", files)
    assert texts["A.md"] == "![[y z.png|100]]\n"
    assert texts["C.canvas"] == canvas.replace('"x.png"', '"img/y z.png"').replace(
        "[[x.png", "[[y z.png"
    )


def test_what_cannot_be_rewritten_is_refused_with_its_place(renamed):
    with pytest.raises(UsageError, match=r"A\.md, line 3: this link cannot be rewritten"):
        renamed(f"-- A.md --\nText.\n\n[x][r]\n\n[r]: Heat.md\n{OTHERS}", "Heat.md", "Warmth.md")


NAMES = ["A", "B", "C d", "É"]
FOLDERS = ["", "x/", "x/y/", "z/"]
paths = st.builds(
    lambda folder, name: f"{folder}{name}.md", st.sampled_from(FOLDERS), st.sampled_from(NAMES)
)
links = st.builds(
    lambda form, folder, name: form.format(folder + name),
    st.sampled_from(["[[{}]]", "![[{}|s]]", "[[/{}]]", "[t](<{}.md>)", "[[./{}]]", "[[../{}#h]]", "x:: [[{}.md]]"]),
    st.sampled_from(FOLDERS),
    st.sampled_from(NAMES),
)  # fmt: skip
vaults = st.dictionaries(paths, st.lists(links, max_size=4).map("\n".join), min_size=1, max_size=7)


def meaning(root, moved):
    graph = VaultGraph(read_vault(root))
    return {
        moved(path): [found and moved(found) for found in links.targets]
        for path, links in graph.outgoing.items()
    }


@given(vaults, st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_renaming_keeps_the_meaning_of_links_and_is_undone(tmp_path, notes, data):
    root = str(tmp_path / os.urandom(6).hex())
    for path, text in notes.items():
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
        with open(os.path.join(root, path), "w", encoding="utf-8", newline="") as file:
            file.write(text)
    before = texts_in(root)
    path = data.draw(
        st.sampled_from(sorted({*notes, *(p.split("/")[0] for p in notes if "/" in p)}))
    )
    target = (
        data.draw(paths) if path.endswith(".md") else data.draw(st.sampled_from(["w", "z/w", "É"]))
    )
    graph = VaultGraph(read_vault(root))
    try:
        plan = plan_rename(graph, path, target, "")
    except UsageError:
        return

    def moved(each):
        is_moved = each == path or each.startswith(f"{path}/")
        return target + each[len(path) :] if is_moved else each

    expected = meaning(root, moved)
    carry_out(root, plan.change)
    found = meaning(root, str)
    for each, wanted in expected.items():
        pairs = zip(wanted, found[each], strict=True)
        assert all(before == after or before is None for before, after in pairs)
    undo(root)
    assert texts_in(root) == before


def test_a_name_that_is_taken_is_an_error_before_any_link_is_looked_at(renamed):
    with pytest.raises(UsageError, match=r"heat\.md: there is such a file already"):
        renamed(f"-- A.md --\n[[Heat]]\n{OTHERS}", "A.md", "heat.md")


def test_a_note_in_another_encoding_is_an_error(renamed):
    with pytest.raises(
        UsageError, match=r"A\.md: it changed since it was read, or is not in UTF-8"
    ):
        renamed(OTHERS, "Heat.md", "Warmth.md", {"A.md": "Ação [[Heat]]".encode("latin-1")})
