"""From the adopted sample over HTTP into the next year: reported, asked about, followed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest_asyncio

from bot.loading import keep
from plan.records import (
    DecisionStep,
    Edition,
    Measure,
    Message,
    Outcome,
    Plan,
    Record,
    Round,
    altered,
)
from storage import open_store
from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.reading import untouched
from tests.bot.test_running_cards import running
from tests.bot.town import Town, a_town

ALL_GREEN = "Alles groen, op schema"


def the_camera_stopped() -> tuple[Record, ...]:
    """The adopted sample in which the camera was stopped, with the decision of the college."""
    adopted = running()
    camera = adopted.get(Measure, "M11")
    college = next(b for b in adopted.all(DecisionStep) if b.body == "college")
    assert camera
    stopped = altered(camera, decision="stop", decision_reason="De overlast verschoof.")
    decided = altered(college, reference="2026-88", decided_on=date(2026, 12, 22))
    words = "Camera stopt. 8.000 euro naar verlichting stationsplein."
    agreed = Outcome(key="D1", point="D1", decision=words, owner="p-sanne")
    return adopted.plus([stopped, decided, agreed]).records()


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    store = open_store(str(tmp_path))
    try:
        await keep(store, the_camera_stopped())
    finally:
        await store.close()
    async with a_town(tmp_path, connector) as made:
        made.key = "up-2027"
        await made.move("2027-04-06T09:00:00+02:00")
        yield made


async def test_a_year_from_the_first_report_to_the_next_plan(town: Town) -> None:
    sanne = Actor(town, "p-sanne")
    await the_leads_report(town, sanne)
    await the_coordinator_settles(town, sanne)
    await a_measure_is_amended(town, sanne)
    await next_year_begins(town, sanne)
    await what_was_stopped_is_still_known(sanne)


async def the_leads_report(town: Town, sanne: Actor) -> None:
    await sanne.say("verder")
    await sanne.press("Voortgangsronde")
    await sanne.press("Versturen")
    await town.post()
    police = Actor(town, "p-pol")
    await police.press("Opslaan", **{"G1/M29": "achter", "G2/M29": "rood"})
    why = {"G4/M29": "Ziekte", "G5/M29": "Minder avonden", "G6/M29": "Inhuur"}
    assert "Bedankt" in await police.press("Opslaan", **why)
    welfare = Actor(town, "p-wlz")
    assert "Bedankt" in await welfare.press(ALL_GREEN)
    assert welfare.actions == 1
    dossier = await town.dossier()
    assert {a.source for a in dossier.answers_in("progress-1", "WLZ")} == {"confirmed"}


async def the_coordinator_settles(town: Town, sanne: Actor) -> None:
    await sanne.say("voortgang")
    await sanne.press("Alles zo overnemen (34)")
    assert "Alle stappen" not in await sanne.say("status")
    dossier = await town.dossier()
    found = dossier.get(Measure, "M29")
    assert found
    (year,) = (h for h in found.history if h.year == 2027)
    assert (year.light, year.progress) == ("rood", "achter")
    await town.post()
    dossier = await town.dossier()
    told = {m.to for m in dossier.all(Message) if m.kind == "progress_told" and m.sent_at}
    assert told == {"p-pol", "p-wlz"}


async def a_measure_is_amended(town: Town, sanne: Actor) -> None:
    await sanne.say("wijziging M10")
    said = await sanne.press("Wijzigen", **{"end/M10": "2027-06-30"}, why="De subsidie liep af.")
    assert "Het plan is nu versie 1.1" in said
    dossier = await town.dossier()
    assert dossier.plan.version == "1.1"
    assert dossier.get(Edition, "1.1")
    assert dossier.get(Measure, "M10")


async def next_year_begins(town: Town, sanne: Actor) -> None:
    await town.move("2027-09-08T09:00:00+02:00")
    await sanne.say("verder")
    await sanne.press("Volgend jaar")
    start = sanne.card
    proposal = await sanne.chat.press(start, 0, **untouched(start))
    assert "1 afspraak" in str(proposal) or "afspraken uit de sessie" in str(proposal)
    assert "Opgeslagen" in str(await sanne.chat.press(proposal["value"], 0))
    here = await town.dossier("veldermeer-2028")
    assert isinstance(here.plan, Plan)
    assert here.plan.previous == "up-2027"
    assert here.get(Measure, "M11") is None
    assert here.get(Measure, "M10")
    assert not [r for r in here.all(Round) if r.step != "previous"]


async def what_was_stopped_is_still_known(sanne: Actor) -> None:
    said = await sanne.say("waarom stopten we met de mobiele camera?")
    for part in (
        "Besluit in het plan voor 2027: stoppen.",
        "De overlast verschoof.",
        "Vastgesteld door college op 22 dec 2026 (2026-88).",
        "advies: Stoppen – Zet het geld liever in op verlichting",
        "Camera stopt. 8.000 euro naar verlichting stationsplein",
    ):
        assert part in said, said
