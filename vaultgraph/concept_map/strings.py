"""The texts of the page; `{0}` is a placeholder that the page fills in."""

from collections.abc import Mapping

from vaultgraph.languages import load_language
from vaultgraph.messages import plural, template

__all__ = ["counted", "strings"]

_TEXTS = {
    "add_centre": template("Add to the local graph"),
    "after": template("{0} leads to"),
    "all": template("All"),
    "all_attachment": template("attachments"),
    "all_card": template("cards"),
    "all_tag": template("tags"),
    "all_unresolved": template("unresolved notes"),
    "areas": template("Areas by"),
    "attachment": template("attachment"),
    "backlinks": template("Linked from"),
    "before": template("{0}: comes from"),
    "by_deck": template("Deck"),
    "by_folder": template("Folder"),
    "by_memory": template("Memory today"),
    "by_memory_exam": template("Memory on the day of the exam"),
    "by_obsidian": template("Obsidian groups"),
    "by_tag": template("Tag"),
    "by_topic": template("Topic"),
    "card": template("card"),
    "cards": template("Cards"),
    "clear": template("clear"),
    "clear_filter": template("Show what the filter hides"),
    "click": template("click"),
    "close": template("Close"),
    "colour": template("Colour by"),
    "depth": template("depth {0}"),
    "depth_less": template("Less depth"),
    "depth_more": template("More depth"),
    "directions": template(
        "Above: what to learn first · below: what comes next · left: what links to it · "
        "right: what it links to · ⇄ both"
    ),
    "directions_of_links": template(
        "Left: what links to it · right: what it links to · ⇄ both. No relation here says what to "
        "learn first."
    ),
    "empty_side": template("(empty)"),
    "enlarge": template("Enlarge the image {0}"),
    "filter": template("Filter"),
    "filters": template("Filters and legend"),
    "first_hint": template(
        "Click a note to see the concept map around it · / to search · ? for all keys"
    ),
    "first_hint_layers": template(
        "Click a note to see its cards and what to learn first · / to search · ? for all keys"
    ),
    "fit": template("Fit to screen (f)"),
    "fold": template("Fold"),
    "help": template("Keys and search"),
    "hidden": template("Hidden"),
    "hide": template("Hide"),
    "hide_links": template("Hide its links"),
    "hide_links_why": template(
        "Leaves its links out of the map, of paths and of local graphs; what to learn first stays"
    ),
    "hint": template(
        "Arrows: from note to note · /: search · f: fit to screen · l: local graph · Esc: back"
    ),
    "images": template("Images"),
    "mentions": template("named without a link"),
    "mentions_why": template("Notes that name another one, and no link joins the two"),
    "names_others": template("names without a link"),
    "named_by_others": template("is named without a link in"),
    "implied": template("links implied by relations"),
    "implied_why": template("Plain links between notes that a chain of relations already connects"),
    "in_cards": template("in its cards: {0}"),
    "keep_filter": template("Keep as a filter"),
    "key_back": template("back, close"),
    "key_centre": template("add a note to the local graph"),
    "key_expand": template("more neighbors of this note, or fold them"),
    "key_fit": template("fit to screen"),
    "key_help": template("this help"),
    "key_hide": template("hide this note"),
    "key_index": template("list of notes"),
    "key_keep": template("keep the search as a filter"),
    "key_legend": template("filters and legend"),
    "key_local": template("local graph of this note"),
    "key_panel": template("read the selected note"),
    "key_path": template("path to another note: select it and press Enter"),
    "key_random": template("any note"),
    "key_search": template("search"),
    "key_theme": template("light or dark"),
    "key_walk": template("go from note to note"),
    "key_zoom": template("zoom in, zoom out"),
    "legend": template("Legend"),
    "level_less": template("Fewer levels of folders"),
    "level_more": template("More levels of folders"),
    "links": template("Links to"),
    "links_of": template("links of {0}"),
    "list": template("All notes"),
    "local": template("Local graph"),
    "local_part": template("{0} of {1} neighbors"),
    "map": template("Concept map of {0}"),
    "memory_0": template("no cards in Anki"),
    "memory_1": template("not learned yet"),
    "memory_2": template("less than half remembered"),
    "memory_3": template("50% to 80% remembered"),
    "memory_4": template("80% to 90% remembered"),
    "memory_5": template("over 90% remembered"),
    "more": template("{0} more"),
    "name_view": template("Name of this view"),
    "next": template("What to learn next"),
    "no_deck": template("no deck"),
    "no_group": template("no group"),
    "no_image": template("unreadable image: {0}"),
    "no_links": template("Nothing links to this note, and it links to nothing."),
    "no_tag": template("no tag"),
    "none": template("None"),
    "not_on_map": template("not on this map"),
    "nothing": template("Nothing found"),
    "only": template("only"),
    "only_this": template("Show only {0}"),
    "open": template("Open in Obsidian"),
    "operators": template(
        'To search, as in Obsidian: "phrase", -without, OR, ( ), path:, file:, tag:, deck:, '
        "[property:value]"
    ),
    "orphans": template("notes without links"),
    "others": template("others"),
    "path": template("Path"),
    "path_close": template("Close the path (Esc)"),
    "path_found": template("{0} – {1}"),
    "path_none": template("No path from {0} to {1}"),
    "path_started": template("From {0} to… select the other note, or search for it (/)"),
    "path_to": template("Path to…"),
    "plain": template("plain link"),
    "play": template("Show how the vault grew"),
    "png": template("Save as PNG"),
    "prerequisites": template("What to learn first"),
    "properties": template("Properties"),
    "relations": template("Relations"),
    "remove": template("remove"),
    "remove_view": template("Remove the view {0}"),
    "reset_places": template("Reset places"),
    "ring_due": template("cards due"),
    "ring_new": template("only new cards"),
    "root": template("root of the vault"),
    "save_file": template("Save to a file"),
    "save_file_why": template(
        "Put {0} next to the map: vaultgraph map --keep shows these places and views again"
    ),
    "save_view": template("Save"),
    "search": template("Search notes and cards"),
    "show": template("Show"),
    "show_all": template("Show all"),
    "show_links": template("Show its links"),
    "sources": template("notes that only link to others"),
    "svg": template("Save as SVG"),
    "svg_too_large": template("SVG: at most {0} notes and links; hide some, or save as PNG"),
    "tag": template("tag"),
    "tags": template("Tags"),
    "targets": template("notes that others link to"),
    "theme": template("Light or dark"),
    "time": template("Time"),
    "time_why": template(
        "The days on which notes were written; notes without a day are always shown"
    ),
    "unlinked_area": template("Without links"),
    "unresolved": template("unresolved note"),
    "unsupported": template("{0} is not supported here"),
    "unwritten_note": template("Other notes link to this one, which does not exist yet."),
    "views": template("Views"),
}
_COUNTED = {
    "cards": plural("{0} card", "{0} cards"),
    "due": plural("{0} due", "{0} due"),
    "hits": plural("{0} hit", "{0} hits"),
    "images": plural("{0} img", "{0} img"),
    "levels": plural("{0} level of folders", "{0} levels of folders"),
    "links": plural("{0} link", "{0} links"),
    "new": plural("{0} new", "{0} new"),
    "notes": plural("{0} note", "{0} notes"),
    "steps": plural("{0} step", "{0} steps"),
}


def strings(lang: str) -> Mapping[str, str]:
    """Return the texts of the page by key, in the language with the code *lang*.

    Counted nouns have two: the key with `_one` and with `_many`.

    >>> strings("en")["close"], strings("pt")["cards_many"]
    ('Close', '{0} cartões')
    """
    language = load_language(lang)
    found = {name: language.translate(text) for name, text in _TEXTS.items()}
    for name, (one, many) in _COUNTED.items():
        found[f"{name}_one"] = language.translate_plural(one, many, 1)
        found[f"{name}_many"] = language.translate_plural(one, many, 2)
    return dict(sorted(found.items()))


def counted(strings: Mapping[str, str], what: str, number: int) -> str:
    """Return *number* with the noun *what*.

    >>> counted(strings("pt"), "cards", 1)
    '1 cartão'
    """
    return strings[f"{what}_{'one' if number == 1 else 'many'}"].format(number)
