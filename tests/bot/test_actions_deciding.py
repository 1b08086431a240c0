"""How much people must do in the session, for the decision and in a running year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.counting import counted, kept, printed
from tests.bot.reading import choices, words
from tests.bot.test_running_cards import running
from tests.bot.town import Town, a_town


async def test_a_session_asks_little_of_those_who_come(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector, step="session") as town:
        sanne, police = Actor(town, "p-sanne"), Actor(town, "p-pol")
        await sanne.say("hallo")
        await town.post()  # What waited until it was known where to send it.
        with counted(sanne, table, "plan the session and settle its agenda"):
            await sanne.say("verder")
            await sanne.press("Sessie plannen")
            await sanne.press("Opslaan en uitnodigen", day="2026-12-10", place="Raadzaal")
            await sanne.press("Agenda vaststellen")
            await sanne.press("Agenda vaststellen")
        await _on(town, "2026-12-09T08:30:00+00:00")
        with counted(police, table, "choose the heaviest points"):
            await police.press("Keuze opslaan", heaviest=heaviest(police))
            police.actions += 1  # Two points are two ticks.
        await _on(town, "2026-12-10T12:05:00+00:00")
        await sanne.say("sessie")
        await sanne.press("Peiling")
        await town.post()
        with counted(police, table, "vote"):
            await police.press("Voor")
        with counted(sanne, table, "record an outcome, with an owner"):
            await sanne.say("sessie")
            await sanne.press("Uitkomst vastleggen", decision="Zo doen we het.", owner="p-pol")
        said = await sanne.say("sessie")
        while "Punt " in said:
            said = await sanne.press("Uitkomst vastleggen", decision="Zo doen we het.")
        await _ended(sanne, table)
        await _on(town, "2026-12-18T09:05:00+00:00")
        with counted(police, table, "confirm an agreement"):
            assert "Opgeslagen" in await police.press("Ja, dit klopt")
    printed(capsys, table)
    assert table["plan the session and settle its agenda"] <= 5
    assert table["choose the heaviest points"] <= 3
    assert table["vote"] == 1
    assert table["record an outcome, with an owner"] <= 3
    assert table["process an outcome"] <= 2
    assert table["send the report"] <= 2
    assert table["confirm an agreement"] == 1


async def _on(town: Town, moment: str) -> None:
    await town.move(moment)
    await town.post()


def heaviest(actor: Actor) -> str:
    """The first two points there are to choose."""
    return ",".join(choices(actor.card)["heaviest"][:2])


async def _ended(sanne: Actor, table: dict[str, int]) -> None:
    """Closes the session, works its outcomes in and sends the report."""
    await sanne.say("status")
    await sanne.press("Sessie afsluiten")
    await sanne.press("Afsluiten")
    with counted(sanne, table, "process an outcome"):
        await sanne.press("Uitkomsten verwerken")
        await sanne.press("Verwerken")
    while "Uitkomst verwerken" in words(sanne.card):
        await sanne.press("Verwerken")
    with counted(sanne, table, "send the report"):
        await sanne.press("Verslag versturen")
        await sanne.press("Verslag versturen")
    await sanne.town.post()


async def test_a_decision_and_adoption_take_a_few_presses(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector, step="decision") as town:
        await town.move("2026-12-10T14:00:00+01:00")
        sanne, enforcers = Actor(town, "p-sanne"), Actor(town, "p-han")
        await sanne.say("hallo")
        await town.post()  # What waited until it was known where to send it.
        with counted(sanne, table, "record a decision that changes a measure"):
            await sanne.say("verder")
            await sanne.press("Besluit van het MT")
            await sanne.press(
                "Besluit vastleggen", decision="akkoord met wijziging", text="Minder uren."
            )
            await sanne.press("Vastleggen", **{"parts/T2": "M13"})
            await sanne.press("Wijziging opslaan", **{"hours:HAN/M13": "1200"})
            await sanne.press("Versturen")
        await town.post()
        with counted(enforcers, table, "consent to a change"):
            await enforcers.press("Versturen", **{"answer/M13": "ja"})
        await town.move("2026-12-22T14:00:00+01:00")
        with counted(sanne, table, "record the decision of the college and adopt"):
            await sanne.say("verder")
            await sanne.press("Besluit van het college")
            await sanne.press("Besluit vastleggen", decision="akkoord", reference="Z-1")
            assert "vastgesteld, versie 1.0" in await sanne.press("Stap sluiten")
    printed(capsys, table)
    assert table["record a decision that changes a measure"] <= 8
    assert table["consent to a change"] <= 2
    assert table["record the decision of the college and adopt"] <= 5


async def test_a_progress_round_is_one_press_when_all_is_green(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    await kept(tmp_path, running().records())
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector) as town:
        await town.move("2027-04-06T09:00:00+02:00")
        sanne, welfare = Actor(town, "p-sanne"), Actor(town, "p-wlz")
        await sanne.say("hallo")
        await town.post()
        with counted(sanne, table, "send a progress round"):
            await sanne.say("verder")
            await sanne.press("Voortgangsronde")
            await sanne.press("Versturen")
        await town.post()
        with counted(welfare, table, "report that all is green"):
            assert "Bedankt" in await welfare.press("Alles groen, op schema")
        with counted(sanne, table, "settle the progress as reported"):
            await sanne.say("voortgang")
            await sanne.press(first_button_with(sanne, "Alles zo overnemen"))
    printed(capsys, table)
    assert table["send a progress round"] <= 3
    assert table["report that all is green"] == 1
    assert table["settle the progress as reported"] <= 2


def first_button_with(actor: Actor, words_: str) -> str:
    return next(t for a in actor.card["actions"] if (t := str(a["title"])).startswith(words_))
