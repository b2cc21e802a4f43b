"""The words of the page in Portuguese and in English; `{0}` stands for a value."""

from collections.abc import Mapping

__all__ = ["STRINGS", "counted"]

_WORDS = {
    "after": ("{0} leva a", "{0} leads to"),
    "all_attachment": ("anexos", "attachments"),
    "all_card": ("cartões", "cards"),
    "all_tag": ("etiquetas", "tags"),
    "all_unresolved": ("notas por escrever", "notes to be written"),
    "attachment": ("anexo", "attachment"),
    "backlinks": ("Citada em", "Linked from"),
    "before": ("{0}: vem de", "{0}: comes from"),
    "blank": ("(vazio)", "(empty)"),
    "by_deck": ("Baralho", "Deck"),
    "by_folder": ("Pasta", "Folder"),
    "by_obsidian": ("Grupos do Obsidian", "Groups of Obsidian"),
    "by_tag": ("Etiqueta", "Tag"),
    "by_topic": ("Assunto", "Topic"),
    "card": ("cartão", "card"),
    "cards": ("Cartões", "Cards"),
    "cards_many": ("{0} cartões", "{0} cards"),
    "cards_one": ("{0} cartão", "{0} card"),
    "close": ("Fechar", "Close"),
    "colour": ("Cor por", "Colour by"),
    "depth": ("distância {0}", "distance {0}"),
    "due_many": ("{0} para hoje", "{0} due"),
    "due_one": ("{0} para hoje", "{0} due"),
    "enlarge": ("Ampliar a imagem {0}", "Enlarge the image {0}"),
    "farther": ("Mais longe", "Farther"),
    "fit": ("Ajustar à tela (f)", "Fit to screen (f)"),
    "foreign": ("{0} não funciona aqui", "{0} is not supported here"),
    "help": ("Teclas e busca", "Keys and search"),
    "here": ("Filtros e legenda", "Filters and legend"),
    "hint": (
        "Setas andam, / busca, f ajusta à tela, l mostra só a vizinhança, Esc volta",
        "Arrows walk, / searches, f fits, l shows the surroundings, Esc goes back",
    ),
    "hits_many": ("{0} resultados", "{0} hits"),
    "hits_one": ("{0} resultado", "{0} hit"),
    "images": ("Imagens", "Images"),
    "images_many": ("{0} img", "{0} img"),
    "images_one": ("{0} img", "{0} img"),
    "implied": ("links já ditos por relações", "links that relations imply"),
    "implied_why": (
        "Links simples entre notas já ligadas por um caminho de relações",
        "Plain links between notes that a chain of relations joins already",
    ),
    "in_cards": ("nos cartões: {0}", "in its cards: {0}"),
    "key_back": ("voltar, fechar", "back, close"),
    "key_fit": ("ajustar à tela", "fit to screen"),
    "key_help": ("esta ajuda", "this help"),
    "key_index": ("lista de notas", "list of notes"),
    "key_legend": ("filtros e legenda", "filters and legend"),
    "key_local": ("só a vizinhança da nota", "only the surroundings of the note"),
    "key_panel": ("ler a nota escolhida", "read the chosen note"),
    "key_search": ("buscar", "search"),
    "key_theme": ("claro ou escuro", "light or dark"),
    "key_walk": ("andar de nota em nota", "walk from note to note"),
    "key_way": (
        "caminho até outra nota: escolha-a e Enter",
        "way to another note: choose it and press Enter",
    ),
    "key_zoom": ("aproximar, afastar", "nearer, farther"),
    "legend": ("Legenda", "Legend"),
    "links": ("Liga para", "Links to"),
    "links_many": ("{0} ligações", "{0} links"),
    "links_one": ("{0} ligação", "{0} link"),
    "list": ("Todas as notas", "All notes"),
    "local": ("Só a vizinhança", "Only its surroundings"),
    "map": ("Mapa de conceitos de {0}", "Concept map of {0}"),
    "more": ("mais {0}", "{0} more"),
    "nearer": ("Mais perto", "Nearer"),
    "new_many": ("{0} novos", "{0} new"),
    "new_one": ("{0} novo", "{0} new"),
    "no_deck": ("sem baralho", "no deck"),
    "no_group": ("sem grupo", "no group"),
    "no_image": ("imagem ilegível: {0}", "unreadable image: {0}"),
    "no_tag": ("sem etiqueta", "no tag"),
    "notes_many": ("{0} notas", "{0} notes"),
    "notes_one": ("{0} nota", "{0} note"),
    "nothing": ("Nada encontrado", "Nothing found"),
    "open": ("Abrir no Obsidian", "Open in Obsidian"),
    "operators": (
        'Na busca, como no Obsidian: "frase", -sem, OR, ( ), path:, file:, tag:',
        'To search, as in Obsidian: "phrase", -without, OR, ( ), path:, file:, tag:',
    ),
    "orphans": ("notas sem ligações", "notes without links"),
    "others": ("outros", "others"),
    "plain": ("link simples", "plain link"),
    "png": ("Salvar como PNG", "Save as PNG"),
    "relations": ("Relações", "Relations"),
    "root": ("raiz do cofre", "top of the vault"),
    "search": ("Buscar notas e cartões", "Search notes and cards"),
    "show": ("Mostrar", "Show"),
    "show_all": ("Mostrar tudo", "Show all"),
    "steps_many": ("{0} passos", "{0} steps"),
    "steps_one": ("{0} passo", "{0} step"),
    "svg": ("Salvar como SVG", "Save as SVG"),
    "svg_too_large": (
        "SVG: no máximo {0} notas e ligações; oculte algumas, ou salve como PNG",
        "SVG: {0} notes and links at most; hide some, or save as PNG",
    ),
    "tag": ("etiqueta", "tag"),
    "tags": ("Etiquetas", "Tags"),
    "theme": ("Claro ou escuro", "Light or dark"),
    "trail": ("Desde o começo", "From the beginning"),
    "tray": ("Sem ligações", "Without links"),
    "unresolved": ("nota por escrever", "note to be written"),
    "unwritten_note": (
        "Outras notas citam esta, que ainda não foi escrita.",
        "Other notes link to this one, which is not written yet.",
    ),
    "way": ("Caminho", "The way"),
    "way_begun": (
        "De {0} até… escolha ou busque (/) a outra nota",
        "From {0} to… choose the other note, or search for it (/)",
    ),
    "way_end": ("Encerrar o caminho (Esc)", "Close the way (Esc)"),
    "way_found": ("{0} → {1}", "{0} → {1}"),
    "way_none": ("Nenhum caminho de {0} até {1}", "No way from {0} to {1}"),
    "way_to": ("Caminho até…", "Way to…"),
}
STRINGS = {
    language: {name: words[place] for name, words in _WORDS.items()}
    for place, language in enumerate(("pt", "en"))
}


def counted(strings: Mapping[str, str], what: str, number: int) -> str:
    """Say how many of *what* there are.

    >>> counted(STRINGS["pt"], "cards", 1)
    '1 cartão'
    """
    return strings[f"{what}_{'one' if number == 1 else 'many'}"].format(number)
