"""From a track and a seed to a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.loading import keep
from bot.rehearsing import beginnings, report
from bot.rehearsing.chance import chance
from bot.rehearsing.characters import cast
from bot.rehearsing.coordinator import StuckError
from bot.rehearsing.judging import troubles
from bot.rehearsing.play import Play, company
from bot.rehearsing.stage import Stage
from bot.trying import opening_clock
from plan.dossier import Dossier
from plan.records import Person, Record
from storage import open_store

TRACKS = ("first_year", "follow_up", "both")
LONGEST = timedelta(days=430)
"""A year and what comes before and after it; a plan that takes longer is stuck."""


@dataclass(frozen=True, kw_only=True)
class Rehearsed:
    """The report, and what did not hold."""

    report: dict[str, Any]
    troubles: tuple[str, ...]
    actions: dict[str, Counter[str]]
    """What each person's hands did, by step."""
    talk: tuple[str, ...]
    """Everything that was said and done, in order."""


async def rehearse(
    directory: Path,
    *,
    track: str,
    seed: int,
    file: Path = beginnings.SAMPLE,
    restarts: bool = False,
    passed: Callable[[datetime], None] = lambda _: None,
) -> Rehearsed:
    """Plays `track` in a new store at `directory`."""
    begin = beginnings.follow_up if track == "follow_up" else beginnings.first_year
    records = begin(file)
    dossier, start = Dossier(records), await _kept(directory, records)
    stage = Stage(directory, start, seed)
    characters = cast((o.key for o in dossier.consulted), chance(seed, "cast"))
    coordinator, people = company(
        stage, dossier.all(Person), dossier.plan.coordinator or "", characters, seed
    )
    coordinator.more = 1 if track == "both" else 0
    play = Play(
        stage=stage,
        coordinator=coordinator,
        people=people,
        chance=chance(seed, "restarts"),
        restarts=restarts,
        passed=passed,
    )
    wrong: list[str] = []
    async with stage.opened():
        try:
            await play.run(start + LONGEST * (1 + coordinator.more))
        except StuckError as error:
            wrong.append(str(error))
        plans = await stage.plans()
    told = report.messages(stage.chats.arrived, plans)
    wrong += troubles(told, [report.ended(one) for one in plans])
    keys = [one.plan.key for one in report.in_order(plans)]
    begun = dict(zip(keys, (start, *coordinator.begun), strict=False))
    return Rehearsed(
        report=report.whole(told, plans, begun, stage.now),
        troubles=tuple(wrong),
        actions={key: actor.who.actions for key, actor in people.items()},
        talk=tuple(stage.chats.lines),
    )


async def _kept(directory: Path, records: tuple[Record, ...]) -> datetime:
    """Keeps the plan in a new store; the moment at which its first step begins."""
    store = open_store(str(directory))
    try:
        await keep(store, records)
        return (await opening_clock(store)).now()
    finally:
        await store.close()
