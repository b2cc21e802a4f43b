"""How much of what could be tried is tried: a sample by default, for a suite is run often; or all.

With VAULTGRAPH_WHOLE=1 in the environment all hostile texts are read, and five times as many random
vaults, edits and faults are tried: a quarter of an hour on two processors, which CI spends at night.
"""

import os
import random

__all__ = ["sample", "times"]

IS_WHOLE = bool(os.environ.get("VAULTGRAPH_WHOLE"))


def sample(cases, count):
    """As many of the *cases*, always the same ones, in their order; or all."""
    cases = [*cases]
    if IS_WHOLE or count >= len(cases):
        return cases
    chosen = sorted(random.Random(count).sample(range(len(cases)), count))
    return [cases[number] for number in chosen]


def times(usual, name=""):
    """How often to try: *usual*, five times that, or as the environment variable *name* says."""
    return int(os.environ.get(name, 5 * usual if IS_WHOLE else usual))
