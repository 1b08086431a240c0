"""The session over HTTP: planned, announced in the channel, led, worked in; with a restart."""

from __future__ import annotations

from pathlib import Path

from plan.records import Confirmed, Outcome, Team, Vote
from plan.sessions import points_of
from plan.standing import closing
from tests.bot.acting import Actor
from tests.bot.connector import Connector, Sent
from tests.bot.reading import spoken, words
from tests.bot.town import Town, a_town

CHANNEL = "19:4c6d7e8f@thread.tacv2"


def posts(town: Town) -> list[Sent]:
    """What stands in the channel itself, not in a thread."""
    return [one for one in town.connector.sent if one.conversation == CHANNEL]


async def planned(town: Town) -> Actor:
    """A session on 10 December in the channel's sight, its agenda as it was proposed."""
    sanne = Actor(town, "p-sanne")
    for person in ("p-sanne", "p-pol"):
        await town.who(person).say("hallo")
    await town.who("p-sanne").in_channel().mention("hier")
    await sanne.say("verder")
    await sanne.press("Sessie plannen")
    await sanne.press("Opslaan en uitnodigen", day="2026-12-10", place="Raadzaal")
    await sanne.press("Agenda vaststellen")
    await sanne.press("Agenda vaststellen")
    await town.post()
    return sanne


async def test_a_whole_session_and_a_restart_in_the_middle(
    tmp_path: Path, connector: Connector
) -> None:
    store = tmp_path / "store"
    async with a_town(store, connector, step="session") as town:
        await planned(town)
        (team,) = (await town.dossier()).all(Team)
        assert team.reference["conversation"] == CHANNEL
        assert team.by == "p-sanne"
        told = "\n".join(words(one.card) for one in posts(town))
        assert "donderdag 10 december" in told
        assert "Hamerstukken" in told
        assert "Opslaan" not in told
        assert "Collectieve sessie" in spoken(town.read("p-pol"))
        await town.move("2026-12-09T08:30:00+00:00")
        await town.post()
        assert "Uw voorbereiding" in spoken(town.read("p-pol"))
        await Actor(town, "p-pol").press("Keuze opslaan", heaviest="D1,D2")
        await town.move("2026-12-10T12:05:00+00:00")
    async with a_town(store, connector, step="session") as town:
        sanne, police = Actor(town, "p-sanne"), Actor(town, "p-pol")
        await town.move("2026-12-10T12:10:00+00:00")
        assert "Aantal partners dat dit punt als zwaarste koos: 1." in await sanne.say("sessie")
        await sanne.press("Peiling")
        await town.post()
        assert "Elke organisatie heeft één stem." in spoken(town.read("p-pol"))
        assert "Opgeslagen" in await police.press("Voor")
        assert [vote.choice for vote in (await town.dossier()).all(Vote)] == ["voor"]
        said = await sanne.say("sessie")
        while "Punt " in said:
            said = await sanne.press("Uitkomst vastleggen", decision="Zo doen we het.")
        await sanne.say("status")
        await sanne.press("Sessie afsluiten")
        await sanne.press("Afsluiten")
        await sanne.press("Uitkomsten verwerken")
        dossier = await town.dossier()
        assert len(dossier.all(Outcome)) == len(points_of(dossier))
        while "Uitkomst verwerken" in words(sanne.card):
            await sanne.press("Verwerken")
        await sanne.press("Verslag versturen")
        await sanne.press("Verslag versturen")
        await sanne.press("Stap sluiten")
        await town.post()
        assert "Verslag: Collectieve sessie" in spoken(town.read("p-pol"))
        await police.press("Verslag in Word")
        known = await town.dossier()
        assert closing(known, "session")
        assert known.get(Confirmed, "session_report")


async def test_in_a_channel_a_partner_is_still_sent_to_a_personal_chat(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector, step="session") as town:
        for person, text in (("p-pol", "hier"), ("p-niemand", "hier"), ("p-sanne", "status")):
            await town.who(person).in_channel().mention(text)
            assert "persoonlijk gesprek" in spoken(connector.sent[-1:])
        assert (await town.dossier()).all(Team) == ()


async def test_a_calendar_file_is_offered_and_handed_over(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector, step="session") as town:
        sanne = await planned(town)
        await sanne.say("agenda")
        await sanne.press("In mijn agenda (.ics)")
        offered = connector.sent[-1].attached("application/vnd.microsoft.teams.card.file.consent")
        assert offered
        assert offered["sizeInBytes"] > 500
