"""A share of the proof that guessing teaches nothing, and that it would see what does."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from bot import turns
from bot.heard import Heard
from bot.plans import Plans
from bot.speaking import lobby_key
from plan.records import Card
from tests.bot.connector import Connector
from tests.bot.town import Town, a_town
from tests.prove import guesses
from tests.prove.guesses import (
    GUESSER,
    LOTS,
    Pair,
    always_other,
    apart,
    distance,
    prove_pair,
    theirs,
    timed,
)
from tests.prove.trial import SHARE, Trial, begun, fresh_seed

SEED = fresh_seed()


def test_a_share_of_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only guesses --seed {SEED} --scale {SHARE}] ")
    with begun("guesses", SEED, SHARE) as trial:
        guesses.prove(trial)
        assert trial.counts["pairs"] >= len(guesses.GUESSES) * trial.times(guesses.PAIRS)


async def test_what_takes_longer_is_told_apart_though_no_more_is_done(
    tmp_path: Path, connector: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")

    async def quick(town: Town, n: int) -> str:
        await town.who(GUESSER).say("waarom M95")
        return ""

    async def slower(town: Town, n: int) -> str:
        await asyncio.sleep(0.05)
        return await quick(town, n)

    async with a_town(tmp_path, connector, file=None) as town:
        town.key = await Plans(town.store).seats.begin(theirs())
        trial = Trial("guesses", SEED, 0.04)
        with pytest.raises(AssertionError, match="another time"):
            await prove_pair(trial, town, Pair("control", quick, slower))
    assert trial.counts == {"pairs": 40 * LOTS, "lots of times apart": LOTS}


async def test_one_thing_more_that_is_done_is_told_apart(
    tmp_path: Path, connector: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few microseconds that no clock sees, for a card that is there."""
    refused = turns._not_theirs  # noqa: SLF001

    def telling(card: Card | None, who: str, heard: Heard) -> str:
        return refused(card, lobby_key(heard) if card else who, heard)

    async with a_town(tmp_path, connector, file=None) as town:
        town.key = await Plans(town.store).seats.begin(theirs())
        await town.who(GUESSER).say("hallo")
        (pair,) = (each for each in guesses.GUESSES if each.name == "card of another")
        assert not await always_other(town, pair)
        monkeypatch.setattr(turns, "_not_theirs", telling)
        assert "/bot/speaking.py lobby_key" in await always_other(town, pair)


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
