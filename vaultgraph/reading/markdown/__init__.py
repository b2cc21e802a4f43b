"""What Obsidian reads in a text: blocks, links, embeds, code, formulas, tags; and nothing of files.

`scan` gives the rows of a whole note, `spans` cuts a text into stretches of one kind.  What a
plugin for flashcards reads otherwise is its own, and lies with it in `cards`.
"""
