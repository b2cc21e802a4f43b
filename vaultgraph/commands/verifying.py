"""`lint --verify-cache`: compare the output with and without the cache.

Both must be equal byte for byte; a difference is a bug in vaultgraph.
"""

from collections.abc import Callable

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.errors import CacheError
from vaultgraph.messages import say

__all__ = ["verified"]

_AGREED = say("with and without what is known from earlier runs, the answer is the same")


def verified(
    run_lint: Callable[[LintRequest], CommandOutput], request: LintRequest
) -> CommandOutput:
    """Run *run_lint* on *request* with and without the cache; CacheError if the outputs differ."""
    cached, uncached = run_lint(request), run_lint(request._replace(is_cached=False))
    texts = [b"".join(answer.stdout) for answer in (cached, uncached)]
    if (texts[0], cached.stderr, cached.code) != (texts[1], uncached.stderr, uncached.code):
        raise CacheError(
            say(
                "what is known from earlier runs gives another answer{value}",
                value=_difference(*texts),
            ),
            hint=say("report it, please; until then, vaultgraph cache clear helps"),
        )
    agreed = request.language.say(_AGREED)
    return CommandOutput(
        [texts[1]], f"{uncached.stderr}{agreed}\n", uncached.code, printed=uncached.printed
    )


def _difference(cached: bytes, uncached: bytes) -> str:
    """Describe the first line in which the two outputs differ."""
    lines = enumerate(zip(cached.splitlines(), uncached.splitlines(), strict=False), 1)
    for number, (one, other) in lines:
        if one != other:
            text = other.decode(errors="replace")
            return say(" from line {line} on: {text}", line=number, text=text)
    return ""
