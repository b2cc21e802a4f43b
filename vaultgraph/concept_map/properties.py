"""The properties of a note as texts, by which the page searches."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

__all__ = ["searchable_properties"]

_OTHERWISE_KNOWN = frozenset({"aliases", "tags"})
_MAX_PROPERTIES, _MAX_VALUES, _MAX_LENGTH = 100, 100, 500


def searchable_properties(properties: Mapping[str, Any]) -> dict[str, list[str] | None]:
    """Return the values of each of *properties* as texts; None for a property without a value.

    Values within maps are left out; what is longer than anything to search for is cut off.  So are
    aliases and tags, which the page has already.

    >>> searchable_properties({"status": "draft", "rating": 4, "authors": ["Ana", "Rui"]})
    {'status': ['draft'], 'rating': ['4'], 'authors': ['Ana', 'Rui']}
    """
    return {
        name[:_MAX_LENGTH]: None if value is None else [*islice(_texts(value), _MAX_VALUES)]
        for name, value in islice(properties.items(), _MAX_PROPERTIES)
        if name.lower() not in _OTHERWISE_KNOWN
    }


def _texts(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, bool):
            yield str(each).lower()
        elif isinstance(each, str | int | float):
            yield str(each)[:_MAX_LENGTH]
