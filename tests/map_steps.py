"""What the browser tests do with a map."""

FIND = "label => VG.notes.findIndex(note => note.label === label)"


def select(page, label):
    page.evaluate(f"label => VG.select(({FIND})(label))", label)


def labels(page, numbers):
    """The labels of the notes whose numbers the script *numbers* gives."""
    return page.evaluate(f"[...{numbers}].map(note => VG.notes[note].label)")


def texts(page, selector):
    return page.locator(selector).all_inner_texts()
