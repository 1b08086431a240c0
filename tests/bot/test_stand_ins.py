"""Over HTTP: who stands in gets the messages, answers, and it holds through a restart."""

from __future__ import annotations

from pathlib import Path

from plan.records import Message, Submission
from tests.bot.acting import Actor, answers_core, sent_round
from tests.bot.connector import Connector
from tests.bot.reading import spoken
from tests.bot.town import a_town


async def test_a_stand_in_is_invited_instead_and_answers(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        police = Actor(town, "p-pol")
        await police.say("vervanger")
        told = await police.press("Opslaan", to="p-noone")
        assert "past niet bij deze kaart" in told
        told = await police.press("Opslaan", to="")
        assert "Kies iemand." in told
        told = await police.press("Opslaan", to="p-ond", until="2026-10-02")
        assert "Marco Visser krijgt uw berichten" in told
    async with a_town(tmp_path / "store", connector) as town:
        await sent_round(town)
        assert "vervanger van Ruud Tamminga" in spoken(town.read("p-ond"))
        asked = [m for m in (await town.dossier()).all(Message) if m.org == "POL"]
        assert [(m.to, m.went_to) for m in asked] == [("p-pol", "p-ond")]
        card = town.last_card("p-ond")
        for _ in range(2):
            await answers_core(town, "p-ond")
            await Actor(town, "p-ond").say("verder")
        assert card
        ready = {s.org: s.by for s in (await town.dossier()).all(Submission)}
        assert ready == {"OND": "p-ond", "POL": "p-ond"}
