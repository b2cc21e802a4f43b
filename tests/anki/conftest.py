from anki_collections import anki_connect, made

__all__ = ["anki_connect", "made"]
