"""Which language to speak."""

import os

__all__ = ["language"]


def language(choice: str) -> str:
    """*choice*, or for auto the language of the system if it is `pt`, else `en`."""
    if choice != "auto":
        return choice
    names = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return "pt" if next(filter(None, names), "").startswith("pt") else "en"
