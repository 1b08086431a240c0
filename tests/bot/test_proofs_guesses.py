"""A share of the proof that guessing teaches nothing, and that it would see what does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.plans import Plans
from tests.bot.connector import Connector
from tests.bot.town import Town, a_town
from tests.prove import guesses
from tests.prove.guesses import GUESSER, Pair, apart, distance, theirs, timed
from tests.prove.trial import SHARE, begun, fresh_seed

SEED = fresh_seed()


def test_a_share_of_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only guesses --seed {SEED} --scale {SHARE}] ")
    with begun("guesses", SEED, SHARE) as trial:
        guesses.prove(trial)
        assert trial.counts["pairs"] == len(guesses.GUESSES) * trial.times(guesses.PAIRS)


async def test_something_that_takes_longer_is_told_apart(
    tmp_path: Path, connector: Connector
) -> None:
    async def slower(town: Town, n: int) -> str:
        for _ in range(3):
            await town.who(GUESSER).say("waarom M95")
        return ""

    async def quick(town: Town, n: int) -> str:
        await town.who(GUESSER).say("waarom M95")
        return ""

    async with a_town(tmp_path, connector, file=None) as town:
        town.key = await Plans(town.store).seats.begin(theirs())
        one, other, _ = await timed(town, Pair("control", quick, slower), 40)
    assert apart(one, other)


async def test_other_words_are_told_apart(tmp_path: Path, connector: Connector) -> None:
    """The own measure is there to be asked about."""
    async with a_town(tmp_path, connector, file=None) as town:
        town.key = await Plans(town.store).seats.begin(theirs())
        pair = Pair("control", guesses.said("waarom M95"), guesses.said("waarom M07"))
        _, _, told = await timed(town, pair, 2)
    assert len(told) == 2


def test_the_distance_of_two_lots() -> None:
    assert distance([1, 2, 3, 4], [1, 2, 3, 4]) == 0
    assert distance([1, 2], [3, 4]) == 1
    assert distance([1, 2, 3, 4], [3, 4, 5, 6]) == 0.5
    assert apart([1.0] * 50, [2.0] * 50)
    assert not apart([float(n) for n in range(50)], [n + 0.5 for n in range(50)])
