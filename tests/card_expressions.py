"""The expressions of the plugin's handbook for its styles."""

ANSWER = r"((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"
STOCK = {
    "neuracache": rf"((?:[^\n][\n]?)+) #flashcard ?\n*{ANSWER}",
    "another tag": rf"((?:[^\n][\n]?)+) #1 ?\n*{ANSWER}",
    "headings": r"^#+(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)",
    "headings of a level": r"^#{2}\s(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)",
    "headings from a level": r"^#{2,}(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)",
    "question and answer": r"^Q: ((?:.+\n)*)\n*A: (.+(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)",
}
