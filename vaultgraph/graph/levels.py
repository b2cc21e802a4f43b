"""Nested names: decks (`A::B`), tags (`#a/b`) and folders (`A/B`), and which a user means."""

from vaultgraph.graph.relation_types import normalize_label

__all__ = ["level_key"]


def level_key(name: str) -> str:
    """Return *name* for comparison, with a separator around each of its levels.

    A name stands for every one with these levels in a row: `RNN` for `#nlp/rnn/lstm`, whose key
    contains that of `RNN`.

    >>> level_key("#NLP/Ação"), level_key("NLP::Ação")
    ('/nlp/acao/', '/nlp/acao/')
    """
    return f"/{normalize_label(name).lstrip('#').replace('::', '/').strip('/')}/"
