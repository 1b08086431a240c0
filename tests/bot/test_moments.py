"""When messages come: office hours, the clock moved by days, and only who is still silent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from plan.records import Message
from tests.bot.acting import Actor, answers_core, sent_round
from tests.bot.connector import Connector
from tests.bot.reading import spoken
from tests.bot.town import Town, a_town

PARTNERS = ("han", "pol", "om", "vr", "ggd", "woc", "wlz", "zvh", "riec", "ond")


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        yield made


def heard(town: Town) -> set[str]:
    """Who was sent anything since the last time."""
    return {name for name in PARTNERS if town.read(f"p-{name}")}


async def test_what_is_sent_at_seven_in_the_evening_comes_the_next_morning(town: Town) -> None:
    await town.move("2026-09-14T19:00:00+02:00")
    await sent_round(town)
    assert heard(town) == set()
    await town.move("2026-09-15T08:59:00+02:00")
    assert heard(town) == set()
    await town.move("2026-09-15T09:00:30+02:00")
    assert heard(town) == set(PARTNERS)
    sent = {m.sent_at for m in (await town.dossier()).all(Message)}
    assert {at.isoformat()[:16] for at in sent if at} == {"2026-09-15T07:00"}


async def test_sent_on_friday_evening_it_comes_on_monday(town: Town) -> None:
    await town.move("2026-09-18T18:30:00+02:00")
    await sent_round(town)
    await town.move("2026-09-20T12:00:00+02:00")
    assert heard(town) == set()
    await town.move("2026-09-21T09:00:30+02:00")
    assert heard(town) == set(PARTNERS)


async def test_three_days_at_once_bring_every_message_at_its_own_moment(town: Town) -> None:
    await sent_round(town)
    heard(town)
    await answers_core(town, "p-ggd")
    heard(town)
    await town.move("2026-09-22T12:00:00+02:00")
    assert heard(town) == set()
    await town.move("2026-09-25T12:00:00+02:00")
    assert heard(town) == set(PARTNERS) - {"ggd"}
    dossier = await town.dossier()
    reminders = [m for m in dossier.all(Message) if m.kind == "reminder"]
    assert {m.sent_at.isoformat()[:16] for m in reminders if m.sent_at} == {"2026-09-24T07:00"}
    assert len(reminders) == 9


async def test_nobody_hears_more_than_four_times_and_it_stops_with_the_answer(town: Town) -> None:
    await sent_round(town)
    await town.move("2026-09-30T12:00:00+02:00")
    await answers_core(town, "p-ggd")
    heard(town)
    await town.move("2026-10-09T17:00:00+02:00")
    per_partner = {
        org: [m for m in (await town.dossier()).all(Message) if m.org == org and m.sent_at]
        for org in ("GGD", "RIEC")
    }
    assert len(per_partner["RIEC"]) == 4
    assert len(per_partner["GGD"]) < 4
    assert "ggd" not in heard(town)


async def test_after_the_last_day_the_coordinator_hears_whom_to_call(town: Town) -> None:
    await sent_round(town)
    for name in PARTNERS[:8]:
        await answers_core(town, f"p-{name}")
    town.read("p-sanne")
    await town.move("2026-10-06T09:05:00+02:00")
    said = spoken(town.read("p-sanne"))
    assert "De termijn is voorbij. Klaar: 8 van de 10 partners." in said
    assert "RIEC Midden-Rivierenland: Lotte Brandsma; doet mee aan 6 maatregelen" in said
    assert "GGD" not in said.partition("De termijn is voorbij")[2]


async def test_later_keeps_it_quiet_for_some_days_and_no_messages_for_good(town: Town) -> None:
    await sent_round(town)
    await town.move("2026-09-23T12:00:00+02:00")
    assert "stuur ik u geen herinnering" in await Actor(town, "p-ggd").press("Later")
    assert "geen berichten meer" in await Actor(town, "p-vr").say("geen berichten")
    heard(town)
    await town.move("2026-09-24T12:00:00+02:00")
    assert heard(town) == set(PARTNERS) - {"ggd", "vr"}
    await town.move("2026-10-05T12:00:00+02:00")
    assert "ggd" in heard(town)
    sent = [m for m in (await town.dossier()).all(Message) if m.sent_at]
    last = [m for m in sent if m.to == "p-vr"]
    assert [m.kind for m in last] == ["invitation"]
