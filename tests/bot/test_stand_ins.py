"""Over HTTP: who stands in gets the messages, answers, and it holds through a restart."""

from __future__ import annotations

from pathlib import Path

from plan.records import Message, Submission
from tests.bot.acting import Actor, answers_core, sent_round
from tests.bot.connector import Connector
from tests.bot.reading import spoken
from tests.bot.test_round import SECOND
from tests.bot.town import SAMPLE, a_town


async def test_a_stand_in_is_invited_instead_and_answers(
    tmp_path: Path, connector: Connector
) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    file = tmp_path / "plan.yaml"
    file.write_text(text.replace("  - {id: p-om,", f"{SECOND}  - {{id: p-om,", 1), "utf-8")
    async with a_town(tmp_path / "store", connector, file=file) as town:
        police = Actor(town, "p-pol")
        await police.say("vervanger")
        for forged in ("p-noone", "p-ond"):
            told = await police.press("Opslaan", to=forged)
            assert "past niet bij deze kaart" in told
        told = await police.press("Opslaan", to="")
        assert "Kies iemand." in told
        told = await police.press("Opslaan", to="p-noor", until="2026-10-02")
        assert "Noor Vermeer krijgt uw berichten" in told
    async with a_town(tmp_path / "store", connector) as town:
        await sent_round(town)
        assert "vervanger van Ruud Tamminga" in spoken(town.read("p-noor"))
        asked = [m for m in (await town.dossier()).all(Message) if m.org == "POL"]
        assert [(m.to, m.went_to) for m in asked] == [("p-pol", "p-noor")]
        await answers_core(town, "p-noor")
        ready = {s.org: s.by for s in (await town.dossier()).all(Submission)}
        assert ready == {"POL": "p-noor"}
