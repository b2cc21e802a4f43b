"""Bytes that grow from what reaches new code, for one of the byte parsers.

    PYTHONPATH=tests python -m fuzz.grow note -runs=1000000

tries it so often; what comes behind its name is for libFuzzer, and what was tried is kept in the
folder `fuzz-note`.  Wants atheris.
"""

import sys
from pathlib import Path


def main():
    """Try the parser that the command line names."""
    import atheris

    with atheris.instrument_imports(include=["vaultgraph"]):
        from fuzz.byte_parsers import PARSERS, SEEDS
    program, name, *options = sys.argv
    corpus = Path(f"fuzz-{name}")
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / str(number)).write_bytes(seed)
    atheris.Setup([program, str(corpus), *options], PARSERS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
