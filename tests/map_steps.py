"""What the browser tests do with a map, which is in Portuguese, as its first users see it."""

from functools import partial

from vaultgraph.concept_map import draw

draw_in_portuguese = partial(draw, lang="pt")

FIND = "label => VG.notes.findIndex(note => note.label === label)"


def select(page, label):
    page.evaluate(f"label => VG.select(({FIND})(label))", label)


def labels(page, numbers):
    """The labels of the notes whose numbers the script *numbers* gives."""
    return page.evaluate(f"[...{numbers}].map(note => VG.notes[note].label)")


def texts(page, selector):
    return page.locator(selector).all_inner_texts()


def overlapping(boxes):
    """The pairs of *boxes* that lie over each other, by what they are the boxes of."""
    return [
        (a["note"], b["note"])
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
        if a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] < b["bottom"]
        and b["top"] < a["bottom"]
    ]
