"""The expressions of the plugin's handbook for its styles, and pieces of text for them."""

from vaultgraph.reading.cards.obsidian_to_anki.found import Suffix

ANSWER = r"((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"
STOCK = {
    "neuracache": rf"((?:[^\n][\n]?)+) #flashcard ?\n*{ANSWER}",
    "another tag": rf"((?:[^\n][\n]?)+) #1 ?\n*{ANSWER}",
    "headings": r"^#+(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)",
    "headings of a level": r"^#{2}\s(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)",
    "headings from a level": r"^#{2,}(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)",
    "ruled": r"((?:[^\n][\n]?)+\n)-{3,}((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)",
    "RemNote": r"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)",
    "table": r"\|([^\n|]+)\|\n\|(?:[^\n|]+)\|\n\|([^\n|]+)\|\n?",
    "cloze": r"((?:.+\n)*(?:.*{.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)",
    "highlighted cloze": r"((?:.+\n)*(?:.*==.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)",
    "question and answer": r"^Q: ((?:.+\n)*)\n*A: (.+(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)",
}

SUFFIXES = [Suffix(tags, number) for tags in (True, False) for number in (True, False)]
MARKS = ["\n", "\n", "\n\n", "Q: ", "A: ", "a", "bcd", " ", " #flashcard", " #flashcard \n", " #1\n",
         "# ", "## ", "#", "<!--", "-->", "ID: 7", "<!--ID: 12-->", "\n<!--ID: 3-->\n", "Tags: x", "question",
         "\n---", "-", "::", ":", "|", "|\n|", "{", "==", "\r\n"]  # fmt: skip
