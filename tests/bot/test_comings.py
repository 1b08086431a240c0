"""The app is installed, taken away and put back; teams and channels come, change and go."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.heard import Heard
from bot.papers import Papers
from bot.plans import Plans
from bot.showing import Showing
from bot.turns import Turns
from plan.records import Address, Message, Team, Wish
from tests.bot.acting import Actor, sent_round
from tests.bot.chat import BOT, Chat
from tests.bot.connector import Connector
from tests.bot.reading import spoken
from tests.bot.town import Town, a_town

CHANNEL = "19:4c6d7e8f@thread.tacv2"
TEAM = "19:7ea3@thread.tacv2"
NAMED = {"team": {"id": TEAM, "name": "Veiligheid"}, "channel": {"id": CHANNEL}}
LINK = f"https://teams.microsoft.com/l/chat/0/0?users={BOT}"


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        yield made


async def test_one_welcome_however_often_an_install_is_told_of(
    tmp_path: Path, connector: Connector
) -> None:
    for _ in range(2):
        async with a_town(tmp_path / "store", connector) as town:
            await town.who("p-ggd").install()
            await town.who("p-ggd").install()
            for upgrade in ("add-upgrade", "remove-upgrade"):
                ggd = town.who("p-ggd")
                await ggd.deliver(ggd.activity("installationUpdate", action=upgrade))
    assert spoken(town.sent_to("p-ggd")).count("Welkom.") == 1


async def test_two_processes_that_hear_of_one_install_say_one_welcome(town: Town) -> None:
    """Each has its own memory; what they share is the store."""
    turns = []
    for _ in range(2):
        plans = Plans(town.store)
        showing = Showing(lambda: "id", Papers(plans, lambda: "id"))
        turns.append(Turns(plans, showing, town.clock, may_start=lambda _: False))
    heard = Heard(
        kind="joined",
        tenant="dev",
        object_id="p-ggd",
        name="Iris",
        conversation="a:p-ggd",
        scope="personal",
        activity="",
        address={"service_url": "https://smba.example/", "conversation": "a:p-ggd"},
    )
    answers = await asyncio.gather(*(each.hear(heard) for each in turns))
    said = [one.text for answered in answers for one in answered.then]
    assert sum("Welkom." in text for text in said) == 1


async def test_whoever_takes_the_app_away_is_left_alone_at_once(town: Town) -> None:
    await town.who("p-ggd").say("hallo")
    await town.who("p-ggd").uninstall()
    before, made = len(town.sent_to("p-ggd")), len(town.connector.created)
    await sent_round(town)
    await town.move("2026-09-24T09:05:00+02:00")
    assert len(town.sent_to("p-ggd")) == before
    assert not [c for c in town.connector.created[made:] if "p-ggd" in str(c["members"])]
    owed = [m for m in (await town.dossier()).all(Message) if m.to == "p-ggd"]
    assert [(m.kind, m.sent_at) for m in owed] == [("invitation", None)]


async def test_the_coordinator_hears_once_who_took_the_app_away_and_sees_it(town: Town) -> None:
    await sent_round(town)
    await town.who("p-ggd").install()
    await town.who("p-ggd").uninstall()
    for day in (14, 15, 16):
        await town.move(f"2026-09-{day}T16:10:00+02:00")
    told = spoken(town.sent_to("p-sanne"))
    assert told.count("heeft de app in Teams verwijderd. Bereikbaar via Teams: nee.") == 1
    said = await Actor(town, "p-sanne").say("partners")
    assert said.count("(bereikbaar via Teams: nee)") == 1


async def test_after_a_reinstall_it_goes_on_with_a_word_of_return(town: Town) -> None:
    await town.who("p-ggd").install()
    await town.who("p-ggd").uninstall()
    await sent_round(town)
    town.read("p-ggd")
    await town.who("p-ggd").install()
    said = spoken(town.read("p-ggd"))
    assert said.startswith("Welkom terug.")
    assert "Welkom." not in said
    await town.post()
    assert "De kern" in spoken(town.read("p-ggd")) + said
    dossier = await town.dossier()
    assert not any(wish.left_at for wish in dossier.all(Wish))
    assert "bereikbaar via Teams" not in await Actor(town, "p-sanne").say("partners")


async def test_who_comes_back_in_an_open_round_gets_its_questions_once_and_the_next_reminder(
    town: Town,
) -> None:
    await town.who("p-ggd").install()
    await sent_round(town)
    await town.who("p-ggd").uninstall()
    await town.move("2026-09-24T08:55:00+02:00")
    await town.post()
    await town.move("2026-09-24T10:00:00+02:00")
    await town.post()
    town.read("p-ggd")
    await town.who("p-ggd").install()
    said = spoken(town.read("p-ggd"))
    assert "De kern" in said
    assert "Beste Iris Blom, Gemeente Veldermeer maakt het uitvoeringsplan" in said
    assert said.count("Graag uiterlijk maandag 5 oktober") == 1
    await town.post()
    assert spoken(town.read("p-ggd")) == ""
    await town.move("2026-09-30T10:00:00+02:00")
    await town.post()
    assert "De ronde sluit op" in spoken(town.read("p-ggd"))


async def test_who_comes_back_half_way_hears_until_when_and_gets_what_is_left(town: Town) -> None:
    await town.who("p-ggd").install()
    await sent_round(town)
    iris = Actor(town, "p-ggd")
    await iris.press("Later", R1="4")
    await town.who("p-ggd").uninstall()
    town.read("p-ggd")
    await town.who("p-ggd").install()
    said = spoken(town.read("p-ggd"))
    assert said.startswith("Welkom terug.")
    assert "uiterlijk maandag 5 oktober" in said
    assert "Beste Iris" not in said
    assert "open" in said


async def test_a_coordinator_who_is_back_before_being_told_of_hears_nothing(town: Town) -> None:
    await sent_round(town)
    for person in ("p-ggd", "p-sanne"):
        await town.who(person).install()
        await town.who(person).uninstall()
    await town.who("p-ggd").say("hallo")
    await town.who("p-sanne").say("hallo")
    await town.post()
    said = spoken(town.sent_to("p-sanne"))
    assert "heeft de app in Teams verwijderd" not in said


async def test_an_uninstall_holds_over_a_restart(tmp_path: Path, connector: Connector) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        await town.who("p-ggd").install()
        await town.who("p-ggd").uninstall()
    async with a_town(tmp_path / "store", connector) as town:
        before = len(town.sent_to("p-ggd"))
        await sent_round(town)
        assert len(town.sent_to("p-ggd")) == before


@pytest.mark.parametrize("kind", ["say", "edit", "like", "execute", "upgrade", "install"])
async def test_every_personal_activity_tells_where_somebody_is(town: Town, kind: str) -> None:
    ggd = town.who("p-ggd")
    await ggd.say("hallo")
    moved = replace(ggd, more={"serviceUrl": town.connector.url + "/nl/"})
    body = {
        "say": moved.activity("message", text="status"),
        "edit": moved.activity("messageUpdate", text="x"),
        "like": moved.activity("messageReaction", reactionsAdded=[{"type": "like"}]),
        "execute": moved.activity(
            "invoke",
            name="adaptiveCard/action",
            value={"action": {"type": "Action.Execute", "data": {"v": 1, "c": "nothing.0"}}},
        ),
        "upgrade": moved.activity("installationUpdate", action="add-upgrade"),
        "install": moved.activity("installationUpdate", action="add"),
    }[kind]
    await moved.arrives(body)
    (known,) = [a for a in await town.store.shared.find(Address) if a.key == "dev/p-ggd"]
    assert known.reference["service_url"].endswith("/nl/")


async def test_a_name_in_teams_does_not_change_that_of_the_contact(town: Town) -> None:
    ggd = town.who("p-ggd")
    before = (await town.dossier()).person_name("p-ggd")
    await replace(ggd, name="Iemand Anders").say("hallo")
    assert (await town.dossier()).person_name("p-ggd") == before


def sanne_there(town: Town) -> Chat:
    data = {"tenant": {"id": "dev"}, **NAMED}
    there = town.who("p-sanne").in_channel()
    return replace(there, more={"channelData": data})


def channel_says(town: Town) -> list[str]:
    return [
        one.text or spoken([one]) for one in town.connector.sent if CHANNEL in one.conversation
    ]


async def team(town: Town) -> Team:
    (found,) = (await town.dossier()).all(Team)
    return found


def nobody(town: Town) -> Chat:
    """What Teams tells of a team comes from its general channel, sometimes from nobody."""
    there = town.who("p-sanne").in_channel()
    return replace(there, conversation=TEAM)


async def test_a_team_that_gets_the_app_hears_once_what_it_does_there(
    tmp_path: Path, connector: Connector
) -> None:
    for _ in range(2):
        async with a_town(tmp_path / "store", connector) as town:
            there = nobody(town)
            for _ in range(2):
                body = there.activity("conversationUpdate", membersAdded=[{"id": BOT}])
                await there.arrives(body | {"from": {"id": "29:who"}})
            await there.arrives(there.activity("installationUpdate", action="add"))
            more = there.activity("conversationUpdate", membersAdded=[{"id": "29:somebody"}])
            await there.arrives(more)
    (said,) = connector.sent
    assert "Wie het plan coördineert" in spoken([said])
    assert said.card is not None
    assert said.card["actions"][0]["url"] == LINK


async def test_a_group_chat_hears_the_way_to_the_personal_chat_once(town: Town) -> None:
    there = replace(nobody(town), kind="groupChat")
    for member in ("29:one", BOT, "29:two"):
        body = there.activity("conversationUpdate", membersAdded=[{"id": member}])
        await there.arrives(body)
    await there.arrives(there.activity("conversationUpdate", membersRemoved=[{"id": "29:one"}]))
    (said,) = town.connector.sent
    assert "persoonlijk gesprek" in spoken([said])


async def test_a_channel_and_its_team_are_called_what_they_are_called_now(town: Town) -> None:
    await sanne_there(town).mention("hier")
    assert ((await team(town)).team, (await team(town)).team_name) == (TEAM, "Veiligheid")
    there = nobody(town)
    await there.happens("channelRenamed", team={"id": TEAM}, channel={"id": CHANNEL, "name": "UP"})
    await there.happens("teamRenamed", team={"id": TEAM, "name": "OOV"})
    await there.happens("channelRenamed", team={"id": TEAM}, channel={"id": "19:x", "name": "No"})
    assert ((await team(town)).name, (await team(town)).team_name) == ("UP", "OOV")
    await town.who("p-sanne").in_channel().mention("hier")
    assert (await team(town)).name == "UP"


@pytest.mark.parametrize(
    ("gone", "back"),
    [
        ("channelDeleted", "channelRestored"),
        ("teamArchived", "teamUnarchived"),
        ("teamDeleted", "teamRestored"),
    ],
)
async def test_nothing_is_said_in_a_channel_that_is_gone_and_the_coordinator_hears_why(
    tmp_path: Path, connector: Connector, gone: str, back: str
) -> None:
    async with a_town(tmp_path / "store", connector, step="session") as town:
        await sanne_there(town).mention("hier")
        there, ids = nobody(town), {"team": {"id": TEAM}, "channel": {"id": CHANNEL}}
        await there.happens(gone, **ids, **{"from": {"id": "29:service"}})
        before = len(channel_says(town))
        sanne = Actor(town, "p-sanne")
        await sanne.say("verder")
        await sanne.press("Sessie plannen")
        await sanne.press("Opslaan en uitnodigen", day="2026-12-10", place="Raadzaal")
        await town.post()
        assert len(channel_says(town)) == before
        assert not [m for m in (await town.dossier()).all(Message) if m.kind == "session_notice"]
        await town.move("2026-12-01T16:10:00+01:00")
        assert spoken(connector.sent).count("kan ik niets meer melden") == 1
        before = len(channel_says(town))
        await there.happens(back, **ids)
        assert not (await team(town)).gone
        await town.post()
        assert len(channel_says(town)) == before + 1


async def test_what_waited_for_a_channel_when_that_was_deleted_is_not_said(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector, step="session") as town:
        await sanne_there(town).mention("hier")
        await town.move("2026-11-28T20:00:00+01:00")  # Nothing goes out on a Saturday night.
        sanne, before = Actor(town, "p-sanne"), len(channel_says(town))
        await sanne.say("verder")
        await sanne.press("Sessie plannen")
        await sanne.press("Opslaan en uitnodigen", day="2026-12-10", place="Raadzaal")
        await nobody(town).happens("channelDeleted", team={"id": TEAM}, channel={"id": CHANNEL})
        await town.move("2026-11-30T09:30:00+01:00")
        await town.post()
        assert len(channel_says(town)) == before
        notices = [m for m in (await town.dossier()).all(Message) if m.kind == "session_notice"]
        assert [(m.needless, m.sent_at) for m in notices] == [(True, None)]


async def test_a_channel_of_an_archived_team_is_not_back_when_it_is_restored(town: Town) -> None:
    await sanne_there(town).mention("hier")
    there, ids = nobody(town), {"team": {"id": TEAM}, "channel": {"id": CHANNEL}}
    await there.happens("teamArchived", **ids)
    await there.happens("channelRestored", **ids)
    assert (await team(town)).gone == "teamArchived"


async def test_the_app_is_taken_out_of_a_team_and_put_back(town: Town) -> None:
    await sanne_there(town).mention("hier")
    there = replace(nobody(town), more={"channelData": {"tenant": {"id": "dev"}, **NAMED}})
    await there.uninstall()
    assert (await team(town)).gone == "appRemoved"
    await there.install()
    assert not (await team(town)).gone


async def test_what_is_said_in_a_channel_tells_where_it_is_now(town: Town) -> None:
    await sanne_there(town).mention("hier")
    there = town.who("p-sanne").in_channel()
    await replace(there, more={"serviceUrl": town.connector.url + "/emea/"}).mention("x")
    assert (await team(town)).reference["service_url"].endswith("/emea/")
