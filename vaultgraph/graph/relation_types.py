"""The meaning of relation labels for the study order.

A forward label points to what comes next: `Next: [[B]]` in A means A, then B. A backward label
points to what comes before: `Pré-requisito: [[B]]` in A means B, then A. A mutual label, such as
`Relações`, counts as forward, but both notes may use it. All other labels are relations without a
direction.
"""

import unicodedata
from functools import lru_cache
from itertools import filterfalse

from vaultgraph.settings import Settings

__all__ = ["RelationTypes", "normalize_label"]

_MUTUAL = """
    relações, relação, relacionado, relacionados, relacionada, relacionadas, ver também,
    veja também, related, relations, relation, see also,
    relaciones, relación, ver también, véase también
"""
_FORWARD = """
    leva a, próximo, próxima, seguinte, abaixo, filhos,
    next, down, leads to, children, siguiente, lleva a, abajo, hijos
"""
_BACKWARD = """
    pré-requisito, pré-requisitos, depende de, requer, anterior, acima, pai,
    prerequisite, prerequisites, requires, depends on, builds on, up, parent, parents,
    prev, previous,
    prerrequisito, prerrequisitos, requisito, requisitos, requiere, arriba, padre
"""
_NEUTRAL = """
    fonte, fontes, referência, referências, autor, autora, data,
    source, sources, reference, references, author, authors, date, same, similar,
    fuente, fuentes, referencia, referencias, fecha
"""


@lru_cache(maxsize=4096)
def normalize_label(label: str) -> str:
    """Return the form in which labels are compared: without case and accents.

    >>> normalize_label("Relações") == normalize_label("RELACOES")
    True
    """
    plain = label.strip().lower()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFD", plain)
    return "".join(filterfalse(unicodedata.combining, plain))


def _keys(labels: str) -> frozenset[str]:
    return frozenset(normalize_label(label) for label in labels.split(","))


_DIRECTIONS = {
    **dict.fromkeys(_keys(_NEUTRAL), 0),
    **dict.fromkeys(_keys(_MUTUAL), 1),
    **dict.fromkeys(_keys(_FORWARD), 1),
    **dict.fromkeys(_keys(_BACKWARD), -1),
}


class RelationTypes:
    """The built-in labels, with additions and overrides from *settings*."""

    def __init__(self, settings: Settings) -> None:
        set_otherwise = map(
            normalize_label, (*settings.neutral, *settings.forward, *settings.backward)
        )
        self._mutual = _keys(_MUTUAL).difference(set_otherwise)
        self._directions = {
            **_DIRECTIONS,
            **dict.fromkeys(map(normalize_label, settings.neutral), 0),
            **dict.fromkeys(map(normalize_label, settings.forward), 1),
            **dict.fromkeys(map(normalize_label, settings.backward), -1),
        }

    def is_known(self, label: str) -> bool:
        """Whether *label* is a known label of a relation."""
        return normalize_label(label) in self._directions

    def is_mutual(self, label: str) -> bool:
        """Whether the relation *label* means the same in both directions."""
        return normalize_label(label) in self._mutual

    def direction(self, label: str) -> int:
        """Return 1 if the relation *label* leads forward in study, -1 if backward, else 0."""
        return self._directions.get(normalize_label(label), 0)
