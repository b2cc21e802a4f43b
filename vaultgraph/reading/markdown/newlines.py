"""How lines end."""

__all__ = ["with_plain_newlines"]


def with_plain_newlines(text: str) -> str:
    r"""The *text* with `\n` alone to end a line, and every offset as before."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
