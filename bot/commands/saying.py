"""What a command says: results on stdout, everything else on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tqdm import tqdm

from plan import notation

Step = Callable[[int, str], None]
"""Says that so many more are done, and what is in hand."""
PLANS, DOCUMENTS = ("plan", "plannen"), ("document", "documenten")


def command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_: str,
    run: Callable[[argparse.Namespace], object],
    *,
    store: bool = True,
) -> argparse.ArgumentParser:
    """The parser of a command; with `--store` unless it says itself which stores it is about."""
    parser = commands.add_parser(name, help=help_, description=help_)
    parser.set_defaults(run=run)
    if store:
        parser.add_argument("--store")  # Else `bot.settings.stored` says it.
    return parser


def out(line: str) -> None:
    sys.stdout.write(line + "\n")


def counted(number: int, one: str, many: str) -> str:
    return f"{notation.number(number, 'nl')} {one if number == 1 else many}"


def no_plan(key: str, plans: Sequence[str]) -> str:
    return f"Er is geen plan '{key}'; wel: {', '.join(plans) or 'geen'}."


def tell(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


@contextmanager
def progress(what: str, total: int | None = None, *, after: float = 0) -> Iterator[Step]:
    """A bar on stderr, in a terminal only; `after` so many seconds."""
    with tqdm(
        total=total,
        unit="plan",
        desc=what,
        disable=None,
        leave=False,
        file=sys.stderr,
        delay=after,
    ) as bar:

        def step(more: int, in_hand: str = "") -> None:
            bar.set_postfix_str(in_hand[:40], refresh=False)
            bar.update(more)

        yield step
