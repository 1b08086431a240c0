"""The whole proof, or some of it.

python -m tests.prove [--seed N] [--scale 1.0] [--only power,flood,…]
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time

from tests.prove import PROOFS
from tests.prove.trial import LeftOutError, Trial, begun, fresh_seed


def main() -> int:
    """Every proof with what it did; the first one that fails is kept, and ends it."""
    parser = argparse.ArgumentParser(prog="python -m tests.prove", description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", default=",".join(PROOFS), help="some of " + ", ".join(PROOFS))
    asked = parser.parse_args()
    if unknown := set(asked.only.split(",")) - PROOFS.keys():
        parser.error(f"no proof is called {', '.join(sorted(unknown))}")
    seed = asked.seed or fresh_seed()
    # Connections that break, presses and sends that are refused are what some of it is about.
    for name in ("psycopg", "bot"):
        logging.getLogger(name).setLevel(logging.ERROR)
    say(f"seed {seed}, scale {asked.scale}")
    for name in asked.only.split(","):
        started = time.monotonic()
        with begun(name, seed, asked.scale) as trial:
            try:
                PROOFS[name](trial)
            except AssertionError as error:
                say(f"{name}: FAILED with seed {seed}\n{error}")
                return 1
            except LeftOutError as error:
                say(f"{name}: {told(trial)}LEFT OUT, this machine has no {error}")
                if os.environ.get("REQUIRE_ALL") == "1":
                    return 1
                continue
            say(f"{name}: {told(trial)}nothing wrong ({time.monotonic() - started:.0f} s)")
    return 0


def told(trial: Trial) -> str:
    return "".join(f"{count} {what}, " for what, count in trial.counts.items())


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
