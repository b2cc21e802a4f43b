"""How the audit describes the findings of each rule, and what it advises."""

from vaultgraph.messages import say

__all__ = ["ADVICE", "PROBLEMS"]

PROBLEMS = {
    "card-without-id": say("card without ID: not in Anki"),
    "duplicate-card-id": say("ID used twice: one card overwrites the other"),
    "dead-card-marker": say("marked as a card, but the plugin does not see it"),
    "merged-cards": say("cards run together: an empty line is missing"),
    "swallowed-card": say("card hidden by code or math"),
    "empty-answer": say("card without an answer"),
    "unknown-note-type": say("note type that Anki does not have"),
    "unread-card": say("card that the plugin does not read"),
    "unread-card-id": say("ID that the plugin does not see: the card would be added again"),
    "wrong-card-end": say("card that ends too early or too late"),
    "garbled-code": say("code that Anki shows otherwise"),
    "cut-deletion": say("cloze deletion that a formula cuts short"),
    "card-settings": say("the plugin's settings make it lose cards"),
    "orphan-card-id": say("ID separated from its card, which would be added to Anki again"),
    "crlf-card-note": say("Windows line endings (CRLF) hide cards from the plugin"),
    "unreadable-note": say("this note cannot be read"),
    "broken-image": say("an image of the card does not exist"),
    "corrupt-image": say("an image of a card is damaged"),
    "unknown-to-anki": say("Anki does not know this card, and never shows it"),
    "duplicate-question": say("question asked twice: Anki refuses a new card with it"),
    "duplicate-answer": say("same answer as another question"),
    "gone-from-vault": say("still in Anki, but in no note"),
    "text-drift": say("different text in Anki"),
}
"""What is wrong, by the name of the rule."""

ADVICE = {
    "card-without-id": say("sync the note with Obsidian_to_Anki"),
    "duplicate-card-id": say("vaultgraph lint shows which card keeps the ID"),
    "dead-card-marker": say(
        "one space before the tag, nothing after it, and the answer right below"
    ),
    "merged-cards": say("put an empty line between the cards"),
    "swallowed-card": say("close the code or math above the card"),
    "empty-answer": say("write the answer right below the question"),
    "unknown-note-type": say("use a note type that exists in Anki"),
    "unread-card": say("START alone on its line, END at the beginning of a line below"),
    "unread-card-id": say("write the ID where and as the plugin does"),
    "wrong-card-end": say("put END right below the answer"),
    "garbled-code": say("write the dollar sign outside of the code"),
    "cut-deletion": say("put a space between the two braces"),
    "card-settings": say("correct the settings of Obsidian_to_Anki"),
    "orphan-card-id": say("put the ID right below the answer"),
    "crlf-card-note": say("save the note with LF line endings"),
    "unreadable-note": say("vaultgraph lint shows why"),
    "broken-image": say("add the image to the vault, or correct its name"),
    "corrupt-image": say("copy or download the image again"),
    "unknown-to-anki": say("restore it in Anki from a backup"),
    "duplicate-question": say("say in each question what makes it different"),
    "duplicate-answer": say("see whether one of the two was never finished"),
    "gone-from-vault": say("delete it in Anki if it is no longer wanted"),
    "text-drift": say("decide which is right, put it in the note, and sync"),
}
"""What to do about it."""
