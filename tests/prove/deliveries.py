"""Every scenario there is, with each thing delivered once and up to four times: the same store."""

from __future__ import annotations

import asyncio
import difflib
import random
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from pathlib import Path

from bot.loading import keep
from storage import canonical, open_store
from tests.bot import (
    test_decision,
    test_first_year,
    test_follow_up,
    test_round,
    test_running_year,
    test_session,
    test_two_plans,
)
from tests.bot.connector import Connector, a_connector
from tests.bot.town import SAMPLE, a_town
from tests.prove.repeating import repeating
from tests.prove.trial import Trial

Scenario = Callable[[Path, Connector], Awaitable[None]]
LOGBOOK = ("Alias", "Entry")
"""Sealed with chance and by the machine's own clock, so never the same twice."""
_ID = re.compile(r"\bid\d{6}")
_NUMBERED = re.compile(r'"activity":"m\d+"')
WHOLE = 5_000
"""Deliveries of a whole proof."""


async def a_round(directory: Path, connector: Connector) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    file = directory / "plan.yaml"
    file.write_text(text.replace("  - {id: p-om,", f"{test_round.SECOND}  - {{id: p-om,", 1))
    async with a_town(directory / "store", connector, file=file) as town:
        await test_round.test_from_the_first_hello_to_the_draft(town)


async def a_running_year(directory: Path, connector: Connector) -> None:
    store = open_store(str(directory / "store"))
    try:
        await keep(store, test_running_year.the_camera_stopped())
    finally:
        await store.close()
    async with a_town(directory / "store", connector) as town:
        town.key = "up-2027"
        await town.move("2027-04-06T09:00:00+02:00")
        await test_running_year.test_a_year_from_the_first_report_to_the_next_plan(town)


async def two_plans(directory: Path, connector: Connector) -> None:
    await test_two_plans.load_both(directory / "store")
    async with a_town(directory / "store", connector) as town:
        asked = test_two_plans.test_the_police_get_one_request_and_their_answer_is_in_both_plans
        await asked(replace(town, key=test_two_plans.HERE))


async def a_decision(directory: Path, connector: Connector) -> None:
    there = directory / "store"
    await test_decision.test_a_plan_is_decided_changed_and_adopted(there, connector)


SCENARIOS: dict[str, Scenario] = {
    "first year": test_first_year.test_from_the_first_hello_to_the_adopted_plan,
    "follow-up": test_follow_up.test_a_follow_up_year_with_a_restart_in_every_step,
    "round": a_round,
    "running year": a_running_year,
    "session": test_session.test_a_whole_session_and_a_restart_in_the_middle,
    "two plans": two_plans,
    "decision": a_decision,
}


def prove(trial: Trial) -> None:
    """Both runs of a scenario end in the same bytes."""
    asyncio.run(_prove(trial))


async def _prove(trial: Trial) -> None:
    wanted = trial.times(WHOLE)
    names = list(SCENARIOS)
    trial.chance.shuffle(names)
    once: dict[str, list[str]] = {}
    with trial.bar(wanted) as bar:
        while trial.counts.get("deliveries", 0) < wanted:
            for name in names:
                if name not in once:
                    once[name] = (await played(trial, name, None))[0]
                seed = trial.chance.random()
                kept, delivered = await played(trial, name, random.Random(seed))  # noqa: S311
                trial.count("deliveries", delivered)
                trial.count("scenarios")
                bar.update(delivered)
                if kept != once[name]:
                    lines = difflib.unified_diff(once[name], kept, "once", "repeated", n=0)
                    told = [line[:400] for line in lines][:20]
                    trial.fail("not the same store", {"scenario": name, "difference": told})
                if trial.counts["deliveries"] >= wanted:
                    return


async def played(trial: Trial, name: str, chance: random.Random | None) -> tuple[list[str], int]:
    """What is in the store after a scenario, a line for each document, and what went over.

    Ids keep their order and lose their gaps: an answer to what came again may take an id of which
    nothing is kept. Ids are random outside these tests, so that a gap is no trace; a record too
    many is still a line too many.
    """
    directory = trial.scratch / f"{name}-{trial.counts.get('scenarios', 0)}-{chance is None}"
    directory.mkdir()
    with repeating(chance) as wire:
        async with a_connector() as connector:
            await SCENARIOS[name](directory, connector)
    store = open_store(str(next(p for p in (directory / "store", directory) if _is_store(p))))
    try:
        found = [
            f"{key or ''} {line.decode()}"
            async for key, contents in store.everything()
            for line in canonical.lines({k: v for k, v in contents.items() if k not in LOGBOOK})
        ]
    finally:
        await store.close()
    # Where the connector listened, and how it numbered what came at once, is no matter.
    plain = (line.replace(connector.url, "http://connector") for line in found)
    return _counted(_NUMBERED.sub('"activity":"m"', line) for line in plain), wire.delivered


def _counted(lines: Iterable[str]) -> list[str]:
    """With the ids that are there counted from one on."""
    found = list(lines)
    ids = sorted({one for line in found for one in _ID.findall(line)})
    number = {one: f"id{n:06d}" for n, one in enumerate(ids, start=1)}
    return [_ID.sub(lambda one: number[one.group()], line) for line in found]


def _is_store(directory: Path) -> bool:
    return (directory / "plans").exists()
