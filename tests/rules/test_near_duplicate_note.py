import pytest

WORDS = [f"word{number}" for number in range(60)]
TEXT = " ".join(WORDS)


def changed(*places):
    """The words, of which those at these places are others."""
    return " ".join("other" if place in places else word for place, word in enumerate(WORDS))


def vault(*texts):
    return "".join(
        f"-- {name}.md --\n{text}\n" for name, text in zip("ABCDEFGH", texts, strict=False)
    )


def test_a_note_that_differs_by_a_word_is_reported_with_what_differs(diagnostics):
    [found] = diagnostics("near-duplicate-note", vault(TEXT + "\nOne.", changed(30) + "\nTwo."))
    assert found.location.path == "B.md"
    assert found.message == "89% of its text is also in A.md"
    assert found.hint == f"2 lines are only here, such as {changed(30)[:60]}…; only there: 2"


def test_what_was_added_elsewhere_is_counted(diagnostics):
    [found] = diagnostics("near-duplicate-note", vault(f"{TEXT}\nOne.", TEXT))
    assert found.hint == "1 line is only there"


@pytest.mark.parametrize("text", [
    vault(TEXT, TEXT),
    vault(TEXT, TEXT + "   "),
    vault(TEXT, changed(*range(0, 60, 12), *range(5, 60, 12))),
    vault(" ".join(WORDS[:40]), " ".join(WORDS[:39])),
    vault(*(f"{TEXT} last{number}" for number in range(7))),
    f"-- 2026-11-24.md --\n{TEXT}\n-- 2026-11-25.md --\n{changed(3)}\n",
], ids=["equal", "spaces", "much", "short", "template", "days"])  # fmt: skip
def test_others_are_not(diagnostics, text):
    assert diagnostics("near-duplicate-note", text) == []


def test_each_note_is_reported_with_the_nearest(findings):
    assert findings("near-duplicate-note", vault(TEXT, changed(10, 40), changed(10))) == [
        "B.md:1:1: 82% of its text is also in A.md",
        "C.md:1:1: 91% of its text is also in A.md",
    ]


def test_in_a_large_vault_a_sample_finds_them_too(findings, monkeypatch):
    monkeypatch.setattr("vaultgraph.suggesting.near_duplicates._SAMPLED_WORDS", 40)
    text = " ".join(f"w{number}" for number in range(300))
    assert findings("near-duplicate-note", vault(f"{text} one", f"two {text}")) == [
        "B.md:1:1: 99% of its text is also in A.md"
    ]
