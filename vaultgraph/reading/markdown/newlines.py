"""Normalize line endings."""

__all__ = ["with_plain_newlines"]


def with_plain_newlines(text: str) -> str:
    r"""Return *text* with `\n` as its only line ending, without changing any offset.

    A space replaces the `\r` of `\r\n`.
    """
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
