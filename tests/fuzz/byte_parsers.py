"""What reads the bytes of strangers, and bytes to begin with."""

from vaultgraph.reading.canvas import parse_canvas
from vaultgraph.reading.cards import CardFinder, Flashcards
from vaultgraph.reading.cards.flashcards_obsidian import FlashcardsObsidian
from vaultgraph.reading.cards.obsidian_to_anki import CardSettings
from vaultgraph.reading.cards.spaced_repetition import Settings, SpacedRepetition
from vaultgraph.reading.images import detect_image_format, find_placeholder, has_end
from vaultgraph.reading.note import parse_note
from vaultgraph.reading.text import NotTextError, decode

__all__ = ["PARSERS", "SEEDS"]

ALL_PLUGINS = Flashcards(
    CardFinder(CardSettings()),
    spaced_repetition=SpacedRepetition(Settings(installed=True)),
    flashcards_obsidian=FlashcardsObsidian(installed=True, is_second=False),
)


def note(data):
    try:
        text, problems = decode(data)
    except NotTextError:
        return
    parsed = parse_note("Note.md", text, problems, ALL_PLUGINS)
    for link in parsed.links:
        assert 0 <= link.start <= link.end <= len(text)
    for card in parsed.cards:
        assert 0 <= card.start <= card.question_start <= card.end <= len(text)


def properties(data):
    note(b"---\n" + data + b"\n---\n[[x]]\n")


def cards(data):
    note(b"TARGET DECK: x\n\nq #flashcard\n" + data)


def canvas(data):
    parse_canvas("C.canvas", data.decode("utf-8", "replace"))


def image(data):
    find_placeholder(data)
    has_end(detect_image_format(data[:4096]), len(data), data[:4096], data[-64:], lambda: data)


PARSERS = {each.__name__: each for each in (note, properties, cards, canvas, image)}
SEEDS = {
    "note": [b"# A\n[[B#c|d]] ![x](y.png) #tag\n", b"> - [ ] `a` $b$ %%c%%\n", b"\xff\xfea\0", b"caf\xe9"],
    "properties": [b'up: "[[B]]"', b"tags: [a, b]\naliases: &x [*x]", b"a: !x {b: [1, .nan]}"],
    "cards": [b"a\n<!--ID: 1700000000001-->\n", b"START\nBasic\nq\nBack: a\nEND\n", b"a::b\n<!--SR:!2026-11-24,3,250-->\n"],
    "canvas": [
        b'{"nodes":[{"id":"1","type":"text","text":"[[B]]"},{"id":"2","type":"file","file":"B.md","subpath":"#c"}],"edges":[{"id":"3","fromNode":"1","toNode":"2","label":"x"}]}',
        b'{"nodes":[{"id":"4","type":"link","url":"https://a.b"},{"id":"5","type":"group","label":"g"}]}',
    ],
    "image": [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(17) + b"\0\0\0\0IDAT", b"\xff\xd8\xff\xe0\0\x04ab\xff\xda\0\x04",
        b"GIF89a\x01\0\x01\0\x80\0\0" + bytes(6) + b"!\xf9\x01\0\0,", b"RIFF\x08\0\0\0WEBPVP8 ", b"<svg xmlns=''/>",
    ],
}  # fmt: skip
"""What each parser is tried with first."""
