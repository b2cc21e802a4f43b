"""Obsidian's Markdown: blocks, links, embeds, code, math and tags, independent of files.

`scan` returns the markup of a whole note, `spans` splits a text into spans of one kind.  Where a
flashcard plugin parses differently, its own grammar is in `cards`.
"""
