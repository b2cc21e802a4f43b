"""The types of properties, which Obsidian keeps for the whole vault."""

from collections.abc import Callable, Mapping

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.app_settings import app_setting

__all__ = ["is_of_type", "read_property_types"]

_DAY = r"(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])"
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d*)?"
# Obsidian reads dates with moment.js, which takes every form of ISO 8601.
_DATE = lazy_re(
    rf"\d{{4}}(?:-{_DAY}(?:[T ]{_TIME})?|-(?:0[1-9]|1[0-2])|\d{{4}}|-?W\d{{2}}(?:-?\d)?)?"
)
_NUMBER = lazy_re(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_EMPTY: tuple[object, ...] = (None, "", [], {}, [None], [""])


def read_property_types(root: str) -> Mapping[str, str]:
    """Return the type of each property of the vault at *root*, by its name in lower case.

    Only types that `is_of_type` knows are included.
    """
    types = app_setting(root, "types.json", "types")
    if not isinstance(types, dict):
        return {}
    return {
        name.lower(): each
        for name, each in types.items()
        if isinstance(each, str) and each in _CHECKS
    }


def is_of_type(value: object, name: str) -> bool:
    """Return whether Obsidian shows *value* without a warning in a property of the type *name*.

    An empty value is of every type.  Raises KeyError for an unknown type.
    """
    return value in _EMPTY or _CHECKS[name](value)


def _is_single(value: object) -> bool:
    return not isinstance(value, list | dict)


def _is_list(value: object) -> bool:
    return not isinstance(value, dict)  # a single text is a list of one


def _is_number(value: object) -> bool:
    is_written_so = isinstance(value, str) and _NUMBER.fullmatch(value.strip()) is not None
    return is_written_so or (isinstance(value, int | float) and not isinstance(value, bool))


def _is_checkbox(value: object) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and value in {"true", "false"})


def _is_date(value: object) -> bool:
    return _is_single(value) and _DATE.fullmatch(str(value).strip()) is not None


_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "text": _is_single,
    "multitext": _is_list,
    "tags": _is_list,
    "aliases": _is_list,
    "number": _is_number,
    "checkbox": _is_checkbox,
    "date": _is_date,
    "datetime": _is_date,
}
