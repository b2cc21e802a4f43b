"""Distinguish names that identify a file from names that many folders have.

A file called *README*, *index*, *1.png* or *Chapter 3* cannot be recognised by its name after it
has moved: of 29 fixes that were guessed by name in real vaults, 4 led to an unrelated file.
"""

from functools import lru_cache

from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.lazy import lazy_re

__all__ = ["is_distinctive", "is_usual_folder", "is_usual_name"]

_SHORTEST = 3
_SHORTEST_TIMESTAMP = 8
_NUMBER = lazy_re(r"\d+|(?<=第)[一二三四五六七八九十百]+")
_SECOND = lazy_re(r"\d{4}(?:[-_. T]\d{2}){5}")
_NO_LETTER = lazy_re(r"[\W_]+")

_USUAL_NAMES = """
    readme, index, home, homepage, main, start, welcome, about, contents, toc,
    overview, summary, introduction, intro, preface, conclusion, appendix, glossary,
    references, bibliography, sources, resources, links, faq, help, guide, tutorial,
    setup, config, install, usage, todo, tasks, inbox, changelog, contributing,
    contributors, license, licence, copying, notice, authors, security, code of
    conduct, untitled, unnamed, new, new note, note, notes, draft, drafts, idea,
    ideas, misc, scratch, test, tests, template, templates, example, examples,
    sample, demo, default, journal, daily, weekly, monthly, log, archive, map, moc,
    dashboard, kanban, project, projects, page, file, doc, docs, document, drawing,
    canvas, base, data, results, image, images, img, pic, picture, photo, figure,
    fig, diagram, chart, graph, plot, table, screenshot, screen shot, capture, scan,
    logo, icon, favicon, cover, banner, avatar, thumbnail, thumb, background,
    header, video, audio, recording, lecture, lesson, session, class, course,
    chapter, section, part, unit, module, topic, week, day, month, year, exercise,
    exercises, assignment, homework, lab, problem, question, questions, answers,
    solution, solutions, exam, quiz, meeting, minutes, agenda, copy, leia me,
    leiame, indice, inicio, sobre, sumario, resumo, introducao, conclusao,
    referencias, bibliografia, glossario, licenca, sem titulo, nota, notas,
    rascunho, modelo, exemplo, exemplos, diario, imagem, foto, figura, diagrama,
    grafico, tabela, captura de tela, captura, aula, capitulo, secao, parte,
    unidade, modulo, tema, topico, semana, dia, mes, ano, exercicio, exercicios,
    lista, prova, questao, questoes, tarefa, tarefas, reuniao, projeto, disciplina,
    leeme, introduccion, conclusion, resumen, sin titulo, borrador, plantilla,
    ejemplo, imagen, tabla, captura de pantalla, leccion, clase, seccion, ejercicio,
    ejercicios, tarea, pregunta, examen, inhalt, inhaltsverzeichnis, ubersicht,
    einleitung, einfuhrung, zusammenfassung, literatur, quellen, lizenz, unbenannt,
    notiz, notizen, entwurf, vorlage, beispiel, bild, abbildung, foto, tabelle,
    vorlesung, kapitel, abschnitt, teil, woche, tag, ubung, aufgabe, aufgaben,
    prufung, accueil, sommaire, apercu, sans titre, brouillon, modele, exemple,
    capture d ecran, cours, lecon, chapitre, partie, semaine, exercice, devoir, 无标题,
    未命名, 索引, 首页, 主页, 目录, 图片, 图, 截图, 笔记, 模板, 介绍, 总结, 第 章, 章, 简介, 概述,
    前言, 引言, 绪论, 参考, 参考资料, 附录
"""
_USUAL_FOLDERS = """
    assets, asset, attachments, attachment, files, file, images, image, img, imgs,
    pics, pictures, photos, figures, media, static, public, resources, resource,
    res, uploads, content, contents, notes, note, docs, doc, documents, pages, page,
    posts, post, src, lib, data, archive, archives, old, new, misc, inbox, temp,
    tmp, templates, template, daily, journal, vault, obsidian, md, anexos, imagens,
    arquivos, notas, recursos, figuras, imagenes, archivos, adjuntos, bilder,
    anhange, dateien, notizen, pieces jointes, fichiers, 附件, 图片, 资源, 笔记
"""


@lru_cache(maxsize=4096)
def is_distinctive(name: str) -> bool:
    """Whether *name*, with or without its extension, probably identifies one file.

    >>> is_distinctive("Heat engines.md"), is_distinctive("README.md.md"), is_distinctive("Aula 3")
    (True, False, False)
    >>> is_distinctive("2025-11-23-21-48-24.png"), is_distinctive("2025-11-23.png")
    (True, False)
    """
    plain = _plain(name)
    if any(len(number) >= _SHORTEST_TIMESTAMP for number in _NUMBER.findall(plain)):
        return True
    if _SECOND.search(plain):
        return True
    words = _NO_LETTER.sub(" ", _NUMBER.sub(" ", plain)).strip()
    is_long = len(words) >= _SHORTEST or not words.isascii()
    return bool(words) and is_long and words not in _NAMES


@lru_cache(maxsize=4096)
def is_usual_name(name: str) -> bool:
    """Whether many folders have a note of this *name*, without extension; digits are ignored.

    >>> is_usual_name("__index"), is_usual_name("00 - Introduction"), is_usual_name("Heat 2")
    (True, True, False)
    """
    words = _NO_LETTER.sub(" ", _NUMBER.sub(" ", normalize_label(name))).strip()
    return not words or words in _NAMES


@lru_cache(maxsize=4096)
def is_usual_folder(name: str) -> bool:
    """Whether *name* is so common for a folder that it proves nothing.

    >>> is_usual_folder("Images"), is_usual_folder("Physics")
    (True, False)
    """
    return _NO_LETTER.sub(" ", _NUMBER.sub(" ", normalize_label(name))).strip() in _FOLDERS


def _plain(name: str) -> str:
    """Strip the extension from *name*, and normalize case and accents."""
    name = name.removesuffix(".md") if name.endswith(".md.md") else name
    stem, dot, extension = name.rpartition(".")
    return normalize_label(stem if dot and extension.isalnum() and len(extension) <= 10 else name)


def _set(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split(","))


_NAMES = _set(_USUAL_NAMES)
_FOLDERS = _set(_USUAL_FOLDERS) | {""}
