"""A grammar of all that a vault may hold: text, cards, YAML, canvases, settings, names and bytes.

A `Writer` makes whole vaults of it, the same ones for the same seed.  What it writes is often
nearly right: readers fail at the seams, where one construct begins in another that never ends.
"""

import json
import random

__all__ = ["Writer"]

NAMES = [
    "Heat", "Work", "Energy", "heat", "Calor específico", "Calor específico", "熱", "熱力学 第一",
    "index", "README", "2026-01-02", "2026-W02", "a b c", "a#b", "a^b", "a|b", "[[x]]", "C++", "10%", "%20",
    "😀", "x" * 180, "…", "-", "Untitled 1", "Templates", "A (copy)", "Heat (conflicted copy)", "a'b\"c", "a&b<c>",
]  # fmt: skip
FOLDERS = ["", "", "", "Physics/", "Physics/Old/", "Templates/", "Journal/", "Images/", "物理/", "a b/", "_posts/", "_drafts/"]  # fmt: skip
WORDS = [
    "heat", "is", "energy", "on its way", "word", "é", "é", "熱い", "🙂", "1", "2024", "::", ":::", "?", "??", "(x)",
    "\u200b", "\u202e", "\x1b[31m", "\x00", "\x85", "\u2028", "\ufeff", "  ", "\t", "\\", "\\[", "*", "**b**", "_i_", "~~s~~",
    "|", ">", "<", "&amp;", "&#x41;", "{{x}}", "{{c1::x}}", "{x}", "{1:x}", "==h==", "==", "<%", "%>", "{%", "a@b.c",
    "https://example.org/a_(b)", "www.example.org", "^", "^id", "^a-b", "#", "##x", "#tag", "#a/b", "#1", "#é", "#flashcard", "#card", "#flashcards",
]  # fmt: skip
MARKS = [
    "[[", "]]", "![[", "[", "](", ")", "![", "`", "``", "```", "~~~", "$", "$$", "%%", "<!--", "-->", "<a ", "</a>", "<div>",
    "[^1]", "[^1]:", "^[", "- [ ] ", "> [!note]", "---", "***", "===", "|-|", "\n\n", "\n", "\r\n", "\r", "  \n", "    ", "\t",
    "TARGET DECK: ", "FILE TAGS: ", "START\n", "END\n", "STARTI [", "ENDI", "DELETE\n", "Tags: ", "ID: ", "<!--ID: ", "<!--SR:", "?\n", "Q: ", "A: ",
]  # fmt: skip
KEYS = [
    "tags", "tag", "aliases", "alias", "id", "up", "related", "cssclass", "vaultgraph-ignore", "vaultgraph-report", "cards-deck", "date",
    "title", "image", "a b", "é", "sr-due", "excalidraw-plugin", "kanban-plugin", "copilot-command-x", "'q'", '"d"', "? x", "&a x", "!t x", "<<",
]  # fmt: skip
VALUES = [
    "x", "[[Heat]]", '"[[Work|w]]"', "[a, b]", "[a, [b, {c: d}]]", "{a: b}", "&a [x]", "*a", "!x", "!!int 3", "!!binary x", "2026-01-02",
    "1e999", ".nan", "-.inf", "0x1F", "0o7", "1_000", "true", "null", "~", "", "|\n  text\n  more", ">-\n  a\n\n  b", "'it''s'", '"\\x5b[A]]"',
    "\n  - a\n  - [[b]]\n  - #c", "\n  a:\n    b: c", "a: b: c", "@x", "`x`", "%x", "- a", "[a", "{a", "'a", '"a', "[\n  a\n]", "\t x", "#c", "9" * 400,
]  # fmt: skip
EXPRESSIONS = [
    r"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)",
    r"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)", r"^#+ (.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)", r"((?:.+\n)*(?:.*{.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)",
    r"^Q: (.+)\nA: (.+)", r"((?:[^\n][\n]?)+\n)-{3,}((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)", r"(a+)+b", r"(", r"", r"(a)|(b)", r"(?<x>.)\k<x>", r"^.*$",
]  # fmt: skip
SETTINGS = [
    ".obsidian/app.json", ".obsidian/daily-notes.json", ".obsidian/templates.json", ".obsidian/graph.json", ".obsidian/community-plugins.json",
    ".obsidian/plugins/obsidian-to-anki-plugin/data.json", ".obsidian/plugins/obsidian-spaced-repetition/data.json",
    ".obsidian/plugins/flashcards-obsidian/data.json", ".obsidian/plugins/periodic-notes/data.json", ".obsidian/plugins/quickadd/data.json",
    ".obsidian/plugins/templater-obsidian/data.json", ".obsidian/zk-prefixer.json", ".obsidian/types.json",
]  # fmt: skip
SETTING_KEYS = [
    "userIgnoreFilters", "newLinkFormat", "useMarkdownLinks", "attachmentFolderPath", "folder", "format", "template", "settings", "CUSTOM_REGEXPS", "Syntax",
    "Begin Note", "Begin Inline Note", "End Note", "Target Deck Line", "File Tags Line", "Delete Note Line", "Frozen Fields Line", "Defaults", "Scan Directory",
    "Tag", "Deck", "CurlyCloze", "CurlyCloze - Highlights to Clozes", "Regex", "File Hashes", "fields_dict", "FOLDER_DECKS", "FOLDER_TAGS", "IGNORED_FILE_GLOBS",
    "flashcardTags", "singleLineCardSeparator", "multilineCardSeparator", "inlineID", "flashcardsTag", "deck", "daily", "weekly", "templates_folder", "colorGroups",
]  # fmt: skip
RULE_LINES = [
    'fail-on = "warning"', 'exclude = ["Templates/**", "*a*b"]', '[rules.broken-link]\nseverity = "off"', '[rules."*"]', "x = 1", "[", 'relations = ["up"]', 'baseline = "b.json"',
    '[rules.oversized-attachment]\nmost = "x"', '[rules.missing-property]\nproperties = ["id"]', "relations = 3", '"\\u001b" = 1',
]  # fmt: skip
IDS = ["1700000000001", "1700000000002", "0", "9" * 30, "1638982929779"]


class Writer:
    """Writes vaults, by the *seed*."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._blocks = [
            self._paragraph, self._paragraph, self._heading, self._list, self._quote, self._fence, self._table, self._relation,
            self._neuracache, self._card, self._inline_card, self._spaced, self._other_plugin, self._deck_lines, self._soup, self._footnote,
        ]  # fmt: skip

    def vault(self, notes: int) -> dict[str, bytes]:
        """The files of a vault with about this many *notes*, by their paths."""
        files = {}
        for _ in range(notes):
            files[self._path() + self._one([".md", ".md", ".md", ".MD", ".md.md"])] = self._bytes(
                self.note()
            )
        for _ in range(self._few(3)):
            files[self._path() + ".canvas"] = self._bytes(self.canvas())
            files[self._path() + ".base"] = self._bytes(self.frontmatter())
        for _ in range(self._few(4)):
            files[
                self._path() + self._one([".png", ".jpg", ".svg", ".pdf", ".excalidraw.md", ".txt"])
            ] = self._image()
        for path in self._chance.sample(SETTINGS, self._few(4)):
            files[path] = self._bytes(json.dumps(self._settings(0)))
        if self._happens(0.2):
            files[".vaultgraph.toml"] = "\n".join(self._some(RULE_LINES, 3)).encode()
        if self._happens(0.1):
            files[".gitignore"] = "\n".join(
                self._some(["*.png", "Old/", "!x", "[a]*", "#c", "/a/**/b", "**"], 3)
            ).encode()
        return files

    def note(self) -> str:
        """The text of a note."""
        blocks = [self._one(self._blocks)() for _ in range(self._few(4))]
        text = self._one(["\n\n", "\n\n", "\n"]).join(blocks)
        return (self.frontmatter() if self._happens(0.4) else "") + text + self._one(["", "\n"])

    def frontmatter(self) -> str:
        """Properties, which need not be YAML."""
        lines = [
            f"{self._one(KEYS)}{self._one([': ', ': ', ':', ' : '])}{self._one(VALUES)}"
            for _ in range(self._few(5))
        ]
        return (
            self._one(["---\n", "---\n", "--- \n"])
            + "\n".join(lines)
            + self._one(["\n---\n", "\n---\n", "\n...\n", "\n"])
        )

    def canvas(self) -> str:
        """A canvas, or what is left of one."""
        nodes = [
            {"id": self._one(["1", "2", 3, None]), "type": self._one(["text", "file", "link", "group", "x", 1]), "text": self._one([self._inline(2), 1, None]),
             "file": self._one([self._path() + ".md", 1, ""]), "subpath": self._one(["#Laws", "", 2, "#^id"]), "x": self._one([0, 1e9, "x", None])}
            for _ in range(self._few(5))
        ]  # fmt: skip
        edges = [
            {"fromNode": "1", "toNode": self._one(["2", 3, None]), "label": self._one(["up", 1])}
            for _ in range(self._few(3))
        ]
        text = json.dumps(
            self._one(
                [
                    {"nodes": nodes, "edges": edges},
                    {"nodes": nodes},
                    nodes,
                    {},
                    1,
                    None,
                    {"nodes": {"a": 1}},
                ]
            ),
            ensure_ascii=self._happens(0.5),
        )
        return text if self._happens(0.8) else text[: self._chance.randrange(len(text) + 1)]

    def _settings(self, depth: int) -> object:
        if depth and self._happens(0.6):
            return self._one([
                "", "x", "Templates", "YYYY-MM-DD", "[", 0, -1, True, None, [], {}, "\n", self._one(EXPRESSIONS), [self._one(["/(a+)+$/", "Old/", "*a*b", 1, "/[/"])],
                {"Basic": self._one(EXPRESSIONS), "Cloze": self._one(EXPRESSIONS)}, {"Basic": ["Front", "Back"]}, {"a.md": "x", "b.md": 1},
            ])  # fmt: skip
        if depth > 2:
            return {}
        return {key: self._settings(depth + 1) for key in self._some(SETTING_KEYS, 12)}

    def _path(self) -> str:
        return self._one(FOLDERS) + self._one(NAMES).replace("/", "-")

    def _target(self) -> str:
        path = self._one(
            [
                self._one(NAMES),
                self._path(),
                self._one(NAMES),
                "../" + self._one(NAMES),
                "./" + self._path(),
                "/" + self._path(),
                "Gone/" + self._one(NAMES),
            ]
        )
        return (
            path
            + self._one(["", "", "", ".md", ".png", ".pdf", ".canvas"])
            + self._one(["", "", "", "#Laws", "#^id", "#the-laws", "#A#B", "#", "#^"])
        )

    def _inline(self, depth: int) -> str:
        words = [self._piece(depth) for _ in range(self._few(4) + 1)]
        return self._one([" ", " ", ""]).join(words)

    def _piece(self, depth: int) -> str:
        if depth <= 0 or self._happens(0.4):
            return self._one(WORDS)
        if self._happens(0.15):
            return self._one(MARKS)
        inner = self._inline(depth - 2)
        target = self._target()
        return self._one([
            f"[[{target}]]", f"[[{target}|{inner}]]", f"![[{target}]]", f"![[{target}|100x2]]", f"[{inner}]({target})", f"[{inner}](<{target}>)", f"![{inner}]({target.replace(' ', '%20')} 'title')",
            f"[{inner}][{target}]", f"`{inner}`", f"``{inner}``", f"${inner}$", f"$${inner}$$", f"%%{inner}%%", f"<!--{inner}-->", f"<span title='{inner}'>", f"=={inner}==", f"**{inner}**",
            f"[^{inner}]", f"^[{inner}]", f"<{target}>", f"[{inner}]()", "[[]]", "[[|x]]", f"%% vaultgraph: ignore {self._one(['broken-link', '*', '', 'x'])} %%",
        ])  # fmt: skip

    def _paragraph(self) -> str:
        lines = [self._inline(3) for _ in range(self._few(3) + 1)]
        return "\n".join(lines) + self._one(
            ["", "", "", " ^id", " ^" + self._one(["a-b", "é", "x" * 50])]
        )

    def _heading(self) -> str:
        return (
            self._one(["#", "##", "###", "######", "#######"])
            + self._one([" ", " ", "", "\t"])
            + self._one([self._inline(2), "Laws", "The laws", ""])
            + self._one(["", " ##", " ^id"])
        )

    def _list(self) -> str:
        marks = ["- ", "* ", "1. ", "10) ", "  - ", "\t- ", "    - ", "- [ ] ", "-"]
        return "\n".join(
            self._one(marks) + self._one([self._inline(2), self._heading(), self._fence()])
            for _ in range(self._few(4) + 1)
        )

    def _quote(self) -> str:
        inner = self._one([self._paragraph, self._list, self._fence, self._card, self._table])()
        first = self._one(["> ", ">", "> > ", "> [!note] "])
        return "\n".join(first + line for line in inner.split("\n"))

    def _fence(self) -> str:
        mark = self._one(["```", "````", "~~~", "   ```"])
        return (
            mark
            + self._one(["", "js", "dataview", "flashcard"])
            + "\n"
            + self._paragraph()
            + "\n"
            + self._one([mark, mark, "", "``"])
        )

    def _table(self) -> str:
        rows = [
            self._one(["| a | b |", "|" + self._inline(1) + "|" + self._inline(1) + "|", "a | b"])
            for _ in range(self._few(3) + 1)
        ]
        return (
            rows[0]
            + "\n"
            + self._one(["|-|-|", "| --- | :-: |", "-|-", "|"])
            + "\n"
            + "\n".join(rows[1:])
        )

    def _relation(self) -> str:
        return (
            self._one(["Up", "Relações", "related", "É", "a:b"])
            + self._one([": ", ":: ", ":", " : "])
            + ", ".join(f"[[{self._target()}]]" for _ in range(self._few(3) + 1))
            + self._one(["", " .", " and more"])
        )

    def _footnote(self) -> str:
        return f"[{self._one(['^1', 'a', self._inline(1)])}]: {self._target()} {self._one(['', chr(34) + 'x' + chr(34)])}"

    def _id(self) -> str:
        return self._one(
            [
                "",
                "",
                "\n<!--ID: {}-->",
                "\nID: {}",
                "\n\n<!--ID: {}-->",
                " <!--ID: {}-->",
                "\n<!--ID:{}-->",
            ]
        ).format(self._one(IDS))

    def _neuracache(self) -> str:
        mark = self._one(
            [
                " #flashcard",
                " #flashcard",
                "#flashcard",
                " #Flashcard",
                " #flashcard ",
                " #flashcard #x",
            ]
        )
        return (
            self._inline(2)
            + mark
            + "\n"
            + self._one([self._paragraph(), self._list(), "", "![[engine.png]]"])
            + self._id()
        )

    def _card(self) -> str:
        fields = "\n".join(
            self._one(["Front: ", "Back: ", "", "Tags: "]) + self._inline(2)
            for _ in range(self._few(3))
        )
        return (
            self._one(["START", "START", "START ", "Start"])
            + "\n"
            + self._one(["Basic", "Cloze", "Nope", ""])
            + "\n"
            + fields
            + self._id()
            + "\n"
            + self._one(["END", "END", "END ", "ENDING", ""])
        )

    def _inline_card(self) -> str:
        return f"STARTI [{self._one(['Basic', 'Cloze', 'x'])}] {self._inline(2)} Back: {self._inline(1)}{self._id()} {self._one(['ENDI', 'ENDI', ''])}"

    def _spaced(self) -> str:
        side = self._inline(1)
        return (
            self._one(["#flashcards\n", ""])
            + self._one(
                [
                    f"{side}::{self._inline(1)}",
                    f"{side}\n?\n{self._inline(1)}",
                    f"=={side}==",
                    f"{side}:::{side}",
                ]
            )
            + self._one(
                [
                    "",
                    " <!--SR:!2026-11-24,3,250-->",
                    "\n<!--SR:!2026-11-24,3,250!2026-11-25,1,230-->",
                    " <!--SR:::-->",
                ]
            )
        )

    def _other_plugin(self) -> str:
        side = self._inline(1)
        return self._one(
            [
                f"{side} #card\n{self._inline(1)}\n^{self._one(IDS)}",
                f"## {side} #card\n{self._inline(1)}",
                f"{side} ^q-ab2c",
                f"> [!CARD] {side}\n> {self._inline(1)}",
                f"#card-spaced\n{side}",
            ]
        )

    def _deck_lines(self) -> str:
        return self._one(
            [
                "TARGET DECK: Physics::Heat",
                "TARGET DECK\nPhysics",
                "FILE TAGS: a b",
                "FROZEN - Basic:\nBack: x",
                "DELETE\n<!--ID: 1700000000001-->",
                "cards-deck: x",
            ]
        )

    def _soup(self) -> str:
        return "".join(self._one(MARKS + WORDS) for _ in range(self._few(30)))

    def _bytes(self, text: str) -> bytes:
        data = text.encode("utf-8", "surrogatepass")
        way = self._chance.random()
        if way < 0.05:
            return data.replace(b"\n", b"\r\n")
        if way < 0.07:
            return b"\xef\xbb\xbf" + data
        if way < 0.10 and data:
            place = self._chance.randrange(len(data))
            return (
                data[:place]
                + self._one([b"\xff", b"\x00", b"\xc3", b"\r", b"\x1b[2J"])
                + data[place:]
            )
        if way < 0.12 and data:
            return data[: self._chance.randrange(len(data))]
        return data

    def _image(self) -> bytes:
        return self._one(
            [
                b"",
                b"\x89PNG\r\n\x1a\n" + bytes(20),
                b"\xff\xd8\xff\xe0" + bytes(9),
                b"<svg xmlns='http://www.w3.org/2000/svg'/>",
                b"%PDF-1.4",
                b"same",
                bytes(30),
            ]
        )

    def _one(self, choices):
        return choices[int(self._chance.random() * len(choices))]

    def _some(self, choices, most: int):
        return [self._one(choices) for _ in range(self._few(most))]

    def _few(self, most: int) -> int:
        return int(self._chance.random() * (most + 1))

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share
