"""A note becomes a `frontmatter.Post`, and what that dumps is read back as it was."""

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph import VaultError, read_vault
from vaultgraph.reading.frontmatter import read_frontmatter
from vaultgraph.reading.posts import make_post
from vaults import SAMPLE_VAULT

TEXTS = st.sampled_from(
    ["yes", "10:57", "2026-11-30", "0o17", "null", "1.5", "- x", "a: b", "#tag", "", " x", "é\n"]
) | st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
VALUES = st.one_of(TEXTS, st.integers(), st.booleans(), st.none(), st.lists(TEXTS, max_size=3))


def properties(text):
    return read_frontmatter("\n" + text).properties


def test_a_note_can_be_edited_and_dumped(vault):
    read = vault("-- Heat.md --\n---\ntags:\n  - physics\nwhen: 2026-11-30\n---\nEnergy.\n")
    post = read.post("Heat.md")
    post["tags"].append("exam")
    post["due"] = None
    post.content += "\nOn its way."
    assert frontmatter.dumps(post) == (
        "---\ntags:\n  - physics\n  - exam\nwhen: 2026-11-30\ndue:\n---\n\nEnergy.\nOn its way."
    )


def test_nothing_is_written(vault, tmp_path):
    read = vault("-- Heat.md --\n---\na: 1\n---\n")
    read.post("Heat.md")["a"] = 2
    assert (tmp_path / "vault" / "Heat.md").read_text() == "---\na: 1\n---\n"


def test_a_property_may_be_called_as_a_parameter_of_post(vault):
    post = vault("-- A.md --\n---\ncontent: book\nhandler: me\n---\nText.\n").post("A.md")
    assert (post["content"], post["handler"], post.content) == ("book", "me", "Text.")


def test_a_note_without_properties_gets_none(vault):
    assert frontmatter.dumps(vault("-- A.md --\nText.\n").post("A.md")) == "Text."


def test_broken_properties_are_an_error_because_they_would_be_lost(vault):
    with pytest.raises(VaultError, match=r"A\.md: the properties are not valid YAML"):
        vault("-- A.md --\n---\na: [1\n---\nText.\n").post("A.md")


def test_a_deleted_note_is_an_error_because_it_would_be_emptied(vault, tmp_path):
    read = vault("-- A.md --\nText.\n")
    (tmp_path / "vault" / "A.md").unlink()
    with pytest.raises(VaultError, match=r"A\.md cannot be read"):
        read.post("A.md")


def test_a_path_without_a_note_is_a_key_error(vault):
    with pytest.raises(KeyError, match=r"B\.md"):
        vault("-- A.md --\nText.\n").post("B.md")


@given(st.dictionaries(st.text("abçtents", min_size=1), VALUES, min_size=1, max_size=4))
def test_what_is_dumped_is_read_back_as_it_was(metadata):
    post = make_post("A.md", "Text.")
    post.metadata.update(metadata)
    dumped = frontmatter.dumps(post)
    assert properties(dumped) == metadata
    assert list(properties(dumped)) == list(metadata)


def test_no_note_of_the_sample_vault_loses_a_property_or_its_order():
    sample = read_vault(str(SAMPLE_VAULT))
    read = {path: note.properties for path, note in sample.notes.items() if note.properties}
    dumped = {path: properties(frontmatter.dumps(sample.post(path))) for path in read}
    assert [(path, list(found.items())) for path, found in dumped.items()] == [
        (path, list(found.items())) for path, found in read.items()
    ]
    assert read
