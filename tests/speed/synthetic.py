"""Vaults of any size, always the same: notes in folders that link, tag, ask and embed.

One is like a student's: a third of the notes has flashcards, half of them have properties, some
links are broken, some images are used by nobody.  The other is like the largest that are made of
flashcards: sixteen in each note, between START and END, with formulas and code.
"""

import random
from pathlib import Path

__all__ = ["make_card_vault", "make_vault"]

_TOPICS = ("Heat", "Work", "Light", "Sound", "Waves", "Fields", "Gases", "Orbits", "Optics", "Ions")
_KINDS = ("law of", "history of", "proof for", "engine with", "limits of", "uses of", "error in")
_WORDS = [
    "energy",
    "flows",
    "from",
    "the",
    "warm",
    "body",
    "to",
    "the",
    "cold",
    "one",
    "until",
    "both",
    "are",
    "equally",
    "warm",
    "and",
    "nothing",
    "more",
    "can",
    "be",
    "gained",
    "from",
    "them",
    "while",
    "entropy",
    "grows",
    "with",
    "every",
    "step",
    "that",
    "is",
    "not",
    "turned",
    "back",
    "again",
]


def make_vault(folder: Path, notes: int) -> Path:
    """Write a vault of *notes* below *folder*, if it is not there yet, and return its root."""
    root = folder / f"{notes}-notes"
    if root.exists():
        return root
    chance = random.Random(notes)
    names = [f"{chance.choice(_TOPICS)} {chance.choice(_KINDS)} {n}" for n in range(notes)]
    for topic in _TOPICS:
        (root / topic).mkdir(parents=True)
    (root / ".obsidian").mkdir()
    for number in range(notes // 3):
        (root / _TOPICS[number % 10] / f"plot {number}.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{number}"/>'
        )
    for number, name in enumerate(names):
        text = _note(chance, names, number)
        (root / name.split()[0] / f"{name}.md").write_text(text)
    return root


def _note(chance: random.Random, names: list[str], number: int) -> str:
    parts = []
    if number % 2:
        parts.append(
            f"---\naliases: [alias {number}]\ntags: [physics, {_TOPICS[number % 10]}]\n---"
        )
    parts.append(f"Related: [[{chance.choice(names)}]], [[{chance.choice(names)}]]")
    for section in range(5):
        target = chance.choice(names) if chance.random() > 0.01 else f"Nowhere {number}"
        parts.append(
            f"## Part {section}\n{_prose(chance, 40)} [[{target}|so]] {_prose(chance, 30)} #physics"
        )
    if number % 3 == 0:
        parts.append(f"![[plot {chance.randrange(len(names) // 3 + 1)}.svg]]")
        for card in range(3):
            identity = 1_500_000_000_000 + (number * 3 + card) * 7919
            question = f"What is {_prose(chance, 6)} in {number}.{card}? #flashcard"
            parts.append(f"{question}\n{_prose(chance, 14)}\n<!--ID: {identity}-->")
    return "\n\n".join(parts) + "\n"


def make_card_vault(folder: Path, notes: int) -> Path:
    """Write a vault of *notes* with sixteen flashcards each below *folder*, and return its root."""
    root = folder / f"{notes}-notes-of-cards"
    if root.exists():
        return root
    chance = random.Random(notes)
    for topic in _TOPICS:
        (root / topic).mkdir(parents=True)
    (root / ".obsidian").mkdir()
    for number in range(notes):
        name = f"{_TOPICS[number % 10]} {number}"
        text = "\n".join(_cards(chance, number, notes))
        (root / _TOPICS[number % 10] / f"{name}.md").write_text(text)
    return root


def _cards(chance: random.Random, number: int, notes: int):
    """Yield the parts of a note of flashcards."""
    topic, other = _TOPICS[number % 10], chance.randrange(notes)
    identity = 1_600_000_000_000 + number * 100_000_000
    yield f"---\ntitle: {topic} {number}\nTARGET DECK: Physics::{topic}\ntags:\n  - {topic.lower()}\n---\n"
    yield f"## Overview\n\n{_prose(chance, 40)} [[{_TOPICS[other % 10]} {other}]].\n"
    for card in range(16):
        if card % 4 == 0:
            yield f"### Part {card // 4}\n\n{_prose(chance, 30)} $E_{card} = m c^2$ and `code_{card}`.\n"
        formula = f" $x_{card} < {number}$" if card % 3 == 0 else ""
        yield f"START\nBasic\nWhat is {_prose(chance, 8)} in {number}.{card}{formula}?"
        yield f"Back: {_prose(chance, 10)}{formula}."
        if card % 2:
            yield f"Reference: {_prose(chance, 12)}"
        yield f"Tags: {topic.lower()} part{card // 4}"
        identity += chance.randrange(1, 5_000_000)
        yield f"<!--ID: {identity}-->\nEND\n"


def _prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))
