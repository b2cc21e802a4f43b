"""The quiz as one HTML page that works offline: it asks cards, and shows how they were answered.

Its cards are elements of the page from the beginning, so that the script is small, and no text of
the vault is ever code.
"""

from typing import TYPE_CHECKING

from vaultgraph.auditing import Audit
from vaultgraph.languages import load_language
from vaultgraph.messages import Message, say, say_count
from vaultgraph.reading.thumbnails import sources
from vaultgraph.reports.audit_words import count_cards
from vaultgraph.reports.card_markup import card_markup
from vaultgraph.reports.pages import environment, render_page
from vaultgraph.reports.quiz_cards import Images, quiz_cards

if TYPE_CHECKING:
    from vaultgraph.reading.thumbnails import Known

__all__ = ["render"]

_WORDS = {
    "quiz": say("Quiz"),
    "promise": say("Marks stay on this page: nothing is written into Anki or the vault."),
    "ordered": say("In study order"),
    "shuffled": say("Shuffled"),
    "print": say("Print"),
    "clear": say("Clear all marks"),
    "help": say(
        "Space shows the answer, 1 is wrong, 2 is right, Escape ends."
        " What was wrong, or is weak, comes back."
    ),
    "show": say("Show the answer"),
    "wrong": say("Wrong"),
    "right": say("Right"),
    "end": say("End"),
    "summary": say("Summary"),
    "note": say("note"),
    "number_right": say("right"),
    "number_wrong": say("wrong"),
    "again": say("Ask the wrong ones again"),
    "restart": say("Back to the start"),
}


def render(audit: Audit, *, lang: str, output_folder: str, known_images: "Known") -> str:
    """Return a quiz with the cards of *audit* as a page in the language with the code *lang*.

    Images that are not embedded are linked relative to the *output_folder*; new thumbnails are
    added to *known_images*.
    """
    language = load_language(lang)
    images = Images(audit)
    cards = quiz_cards(audit, images)
    paths = [*images.numbers]
    found = sources(audit.graph.vault, paths, output_folder, known_images)
    names = {number: path.rpartition("/")[2] for number, path in enumerate(paths)}
    is_linked = any(source.startswith(".") for source in found)
    return render_page(
        "quiz",
        environment(language),
        audit.vault,
        image_sources="data: file: 'self'" if is_linked else "data:",
        audit=audit,
        words=_WORDS,
        cards=cards,
        count=count_cards(len(cards)),
        weak=_count_weak(sum(card.is_weak for card in cards)),
        label=lambda path: audit.graph.label(audit.graph.vault.notes[path]),
        markup=lambda tree: card_markup(tree, names),
        address=audit.graph.vault.address,
        images=found,
    )


def _count_weak(number: int) -> Message | str:
    if not number:
        return ""
    return say_count(
        "{count:,} of them is weak in Anki, and asked twice",
        "{count:,} of them are weak in Anki, and asked twice",
        number,
    )
