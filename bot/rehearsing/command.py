"""`python -m bot rehearse`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tqdm import tqdm

from bot.rehearsing.beginnings import SAMPLE
from bot.rehearsing.rehearsal import TRACKS, Rehearsed, rehearse
from bot.rehearsing.table import lines
from plan.calendar import local

STORE, TALK = "store", "talk.txt"


class UsedError(Exception):
    """The directory holds a store already."""


class RehearsalError(Exception):
    """Something did not hold; a sentence each."""


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--track", choices=TRACKS, default="both", help="zonder keuze: both")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--file", type=Path, default=SAMPLE, metavar="FILE.yaml")
    parser.add_argument("--json", type=Path, metavar="FILE", help="alles ook als JSON")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="opslag en gesprekken hier bewaren"
    )
    parser.add_argument(
        "--restarts", action="store_true", help="tussendoor steeds opnieuw starten"
    )


async def run(asked: argparse.Namespace) -> None:
    """Plays it, prints what happened, and raises RehearsalError when something did not hold."""
    if asked.keep and any((asked.keep / name).exists() for name in (STORE, TALK)):
        raise UsedError(f"In {asked.keep} staat al een nagespeeld jaar; kies een lege map.")
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
    if asked.json:
        asked.json.open("a").close()  # What cannot be written is known before a year is played.
    with _directory(asked.keep) as directory, _progress(asked.track) as passed:
        done = await rehearse(
            directory / STORE,
            track=asked.track,
            seed=asked.seed,
            file=asked.file,
            restarts=asked.restarts,
            passed=passed,
        )
        if asked.keep:
            (directory / TALK).write_text("\n".join(done.talk) + "\n", "utf-8")
    _printed(done)
    if asked.json:
        text = json.dumps(done.report, ensure_ascii=False, indent=2) + "\n"
        asked.json.write_text(text, "utf-8")
    if done.troubles:
        raise RehearsalError("\n".join(done.troubles))


def _printed(done: Rehearsed) -> None:
    for line in lines(done.report):
        sys.stdout.write(line + "\n")
    total = sum(done.actions.values(), Counter[str]())
    sys.stdout.write(f"\nHandelingen: {total.total()}\n")


@contextmanager
def _directory(wanted: Path | None) -> Iterator[Path]:
    if wanted:
        yield wanted
        return
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as made:
        yield Path(made)


@contextmanager
def _progress(track: str) -> Iterator[Callable[[datetime], None]]:
    """A bar of the days that were played, on stderr, in a terminal only."""
    first: list[datetime] = []
    with tqdm(unit="dag", desc=track, disable=None, leave=False, file=sys.stderr) as bar:

        def passed(now: datetime) -> None:
            first.append(now) if not first else None
            bar.set_postfix_str(f"{local(now):%d-%m-%Y}", refresh=False)
            bar.update((now - first[0]).days - bar.n)

        yield passed
