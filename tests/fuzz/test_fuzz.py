"""Thousands of vaults that a grammar makes, each tried in every way; seeded, so the same each time.

    PYTHONPATH=tests python -m fuzz.test_fuzz 1000000 [FIRST_SEED]

tries as many notes as are asked for, on all processors, and prints the seeds that fail.  The test
tries 12,500, which takes 40 s of CPU, or as many as VAULTGRAPH_FUZZ_NOTES says.
"""

import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import pytest
from fuzz.checks import check_vault
from fuzz.grammar import Writer

from sampling import times

NOTES = 25  # of a vault: enough for names to meet
PARTS = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_any_vault_can_be_read_and_checked(part, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    notes = times(12_500, "VAULTGRAPH_FUZZ_NOTES")
    for seed in range(part, notes // NOTES, PARTS):
        try_seed(seed)


def try_seed(seed):
    """Try the vault of this *seed*."""
    check_vault(Writer(seed).vault(NOTES), random.Random(seed))


def failure(seed):
    """Why the vault of this *seed* fails; empty if it does not."""
    try:
        try_seed(seed)
    except Exception as error:
        import traceback

        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"seed {seed}: {type(error).__name__} {place.filename}:{place.lineno}: {error}"[
            :1000
        ]
    return ""


def main():
    """Try as many notes as the command line says."""
    notes, *rest = map(int, sys.argv[1:])
    first = rest[0] if rest else 0
    seeds = range(first, first + notes // NOTES)
    started, failed = time.monotonic(), 0
    with ProcessPoolExecutor() as pool:
        for number, reason in enumerate(pool.map(failure, seeds, chunksize=8), 1):
            failed += bool(reason)
            if reason:
                print(reason, flush=True)
            if number % 1000 == 0:
                seconds = time.monotonic() - started
                print(
                    f"{number * NOTES:,} notes, {failed} vaults failed, {seconds:.0f} s", flush=True
                )
    print(f"{len(seeds) * NOTES:,} notes, {failed} vaults failed")


if __name__ == "__main__":
    main()
