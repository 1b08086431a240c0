"""What did not arrive: the coordinator hears of it, sees it in the overview, and can try again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from plan.delivery import state
from plan.records import Address, Message, Team
from plan.reminders.untold import KIND
from tests.bot.acting import Actor
from tests.bot.connector import Connector, Sent
from tests.bot.reading import spoken
from tests.bot.town import Town, a_town


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path, connector) as made:
        yield made


async def asked(town: Town, *known: str) -> Actor:
    """The coordinator sends to all; `known` wrote before."""
    for person in known:
        await town.who(person).install()
    sanne = Actor(town, "p-sanne")
    await sanne.say("hallo")
    await sanne.press("Vragenlijst versturen")
    await sanne.press("Versturen", deadline="2026-10-05")
    return sanne


async def states(town: Town) -> list[str]:
    dossier = await town.dossier()
    return sorted(state(m) for m in dossier.all(Message) if m.kind == "invitation")


async def test_several_that_failed_come_on_one_card_with_why_and_a_way_on(
    town: Town, connector: Connector
) -> None:
    sanne = await asked(town)
    connector.refusals = [(500, "ServiceError")] * 2
    await town.post()
    assert await states(town) == ["failed"] * 2 + ["sent"] * 8
    town.read("p-sanne")
    await town.move("2026-09-14T09:02:00+02:00")
    told = spoken(town.read("p-sanne"))
    assert "Niet bezorgd, en waarom" in told
    assert "er ging bij ons iets mis" in told
    assert told.count("Vragen over het uitvoeringsplan") == 2
    assert "niet bezorgd: er ging bij ons iets mis" in await sanne.say("partners")
    assert "2 berichten" in await sanne.say("status")


async def test_the_coordinator_can_have_it_tried_again(town: Town, connector: Connector) -> None:
    sanne = await asked(town)
    connector.refusals = [(500, "ServiceError")]
    await town.post()
    await town.move("2026-09-14T09:02:00+02:00")
    assert "Ik probeer het opnieuw met 1 bericht" in await sanne.press("Opnieuw proberen")
    await town.post()
    assert await states(town) == ["sent"] * 10
    await town.move("2026-09-14T09:10:00+02:00")
    dossier = await town.dossier()
    assert sum(m.kind == KIND for m in dossier.all(Message)) == 1


async def test_who_took_the_app_away_is_told_of_once_on_the_card_of_what_did_not_arrive(
    town: Town,
) -> None:
    await town.who("p-vr").install()
    await town.who("p-vr").uninstall()
    await asked(town)
    await town.move("2026-09-14T10:00:00+02:00")
    await town.move("2026-09-15T09:05:00+02:00")
    told = spoken(town.sent_to("p-sanne"))
    assert told.count("Reden: heeft de app verwijderd") == 1
    assert "niet meer bereikbaar via Teams" not in told
    assert "heeft de app in Teams verwijderd" not in told
    left = [m for m in (await town.dossier()).all(Message) if m.kind == "left"]
    assert [m.needless for m in left] == [True]


async def test_what_fails_once_more_is_told_once_more(town: Town, connector: Connector) -> None:
    sanne = await asked(town)
    connector.refusals = [(500, "ServiceError")]
    await town.post()
    await town.move("2026-09-14T09:02:00+02:00")
    await sanne.press("Opnieuw proberen")
    connector.refusals = [(500, "ServiceError")]
    await town.post()
    town.read("p-sanne")
    await town.move("2026-09-14T09:05:00+02:00")
    assert "Niet bezorgd, en waarom" in spoken(town.read("p-sanne"))


async def test_who_removed_the_app_gets_nothing_also_not_by_a_detour(
    town: Town, connector: Connector
) -> None:
    await town.who("p-pol").install()
    await town.who("p-pol").uninstall()
    sanne = await asked(town)
    before = len(town.sent_to("p-pol"))
    await town.post()
    assert len(town.sent_to("p-pol")) == before
    assert not any(made["members"][0]["id"] == "p-pol" for made in connector.created)
    await town.move("2026-09-14T09:02:00+02:00")
    assert "heeft de app verwijderd" in spoken(town.sent_to("p-sanne"))
    assert "niet bezorgd: heeft de app verwijderd" in await sanne.say("partners")
    (left,) = [a for a in await town.store.shared.find(Address) if a.key == "dev/p-pol"]
    assert (left.reference, bool(left.left_at)) == ({}, True)


async def test_who_comes_back_can_be_written_to_again(town: Town) -> None:
    pol = town.who("p-pol")
    await pol.install()
    await pol.uninstall()
    await pol.say("hallo")
    await asked(town)
    await town.post()
    assert "Beste" in spoken(town.sent_to("p-pol"))


async def test_a_person_who_blocked_the_app_is_reached_again_after_a_word(
    town: Town, connector: Connector
) -> None:
    await asked(town, "p-pol")
    connector.refusals = [(403, "ConversationBlockedByUser")] * 10
    await town.post()
    assert "dev/p-pol" in await blocked(town)
    connector.refusals = []
    await town.who("p-pol").say("hallo")
    assert not [a for a in await town.store.shared.find(Address) if a.blocked and "pol" in a.key]


async def test_once_the_app_is_allowed_again_the_coordinator_has_all_of_it_tried_again(
    town: Town, connector: Connector
) -> None:
    sanne = await asked(town, "p-pol", "p-ggd")
    connector.refusals = [(403, "BotDisabledByAdmin")] * 30
    await town.post()
    assert await states(town) == ["failed"] * 10
    assert len(await blocked(town)) == 2
    connector.refusals = []
    town.read("p-pol")
    await town.move("2026-09-14T09:02:00+02:00")
    await town.post()
    assert town.read("p-pol") == []
    assert "weer toe te staan en probeer het daarna opnieuw" in spoken(town.sent_to("p-sanne"))
    assert "Ik probeer het opnieuw met 10 berichten" in await sanne.press("Opnieuw proberen")
    await town.post()
    assert await states(town) == ["sent"] * 10
    assert "De kern" in spoken(town.read("p-pol"))
    assert not await blocked(town)


async def test_while_the_app_is_not_allowed_a_press_is_one_try_and_no_more(
    town: Town, connector: Connector
) -> None:
    sanne = await asked(town, "p-pol")
    connector.refusals = [(403, "BotDisabledByAdmin")]
    await town.post()
    await town.move("2026-09-14T09:02:00+02:00")
    await sanne.press("Opnieuw proberen")
    connector.refusals = [(403, "BotDisabledByAdmin")] * 2
    for _ in range(2):
        await town.post()
    assert len(connector.refusals) == 1
    connector.refusals = []
    assert await states(town) == ["failed"] + ["sent"] * 9
    town.read("p-sanne")
    await town.move("2026-09-14T09:05:00+02:00")
    assert "Niet bezorgd, en waarom" in spoken(town.read("p-sanne"))


async def test_a_coordinator_who_could_not_be_told_is_told_after_the_next_word(
    town: Town, connector: Connector
) -> None:
    sanne = await asked(town)
    connector.refusals = [(403, "BotDisabledByAdmin")] * 100
    for minute in (2, 4):
        await town.move(f"2026-09-14T09:0{minute}:00+02:00")
    assert [m.failed for m in await cards(town)] == ["403 BotDisabledByAdmin"]
    connector.refusals = []
    await town.move("2026-09-14T09:10:00+02:00")
    assert len(await cards(town)) == 1
    await sanne.say("status")
    await town.post()
    await town.move("2026-09-14T09:12:00+02:00")
    assert [bool(m.sent_at) for m in await cards(town)] == [False, True]
    assert "Ik probeer het opnieuw met 10 berichten" in await sanne.press("Opnieuw proberen")


async def cards(town: Town) -> list[Message]:
    return [m for m in (await town.dossier()).all(Message) if m.kind == KIND]


async def blocked(town: Town) -> set[str]:
    return {a.key for a in await town.store.shared.find(Address) if a.blocked}


@pytest.mark.parametrize(
    ("refusal", "says", "button"),
    [
        ((403, "BotDisabledByAdmin"), "beheerder van Teams", True),
        ((403, "BotNotInConversationRoster"), 'noem mij in het kanaal met "hier"', False),
        ((404, "ConversationNotFound"), 'noem mij in het kanaal met "hier"', False),
    ],
)
async def test_what_did_not_reach_a_channel_gets_there_by_a_press_or_by_naming_it_again(
    tmp_path: Path, connector: Connector, refusal: tuple[int, str], says: str, button: bool
) -> None:
    async with a_town(tmp_path / "session", connector, step="session") as town:
        there = town.who("p-sanne").in_channel()
        await there.mention("hier")
        sanne = Actor(town, "p-sanne")
        await sanne.say("verder")
        await sanne.press("Sessie plannen")
        await sanne.press("Opslaan en uitnodigen", day="2026-12-10", place="Raadzaal")
        connector.refusals = [refusal] * 30
        await town.post()
        connector.refusals = []
        before = len(in_channel(town))
        await sanne.say("status")
        await town.move("2026-11-26T09:10:00+01:00")
        assert says in spoken(town.sent_to("p-sanne"))
        if button:
            await sanne.press("Opnieuw proberen")
        else:
            assert "Opnieuw proberen" not in str(town.last_card("p-sanne")["actions"])
            await there.mention("hier")
        await town.post()
        fresh = in_channel(town)[before:]
        assert sum("Raadzaal" in str(one.card or one.text) for one in fresh) == 1
        (team,) = (await town.dossier()).all(Team)
        assert not team.blocked


def in_channel(town: Town) -> list[Sent]:
    return [one for one in town.connector.sent if "@thread" in one.conversation]


async def test_an_answer_that_may_be_lost_is_followed_by_a_word_about_it(
    town: Town, connector: Connector
) -> None:
    await asked(town, "p-pol")
    await town.post()
    connector.refusals = [(502, "BadGateway")]
    town.read("p-pol")
    await town.who("p-pol").say("help")
    assert spoken(town.read("p-pol")) == ""
    await town.move("2026-09-14T21:00:00+02:00")
    assert "Misschien is mijn laatste antwoord niet aangekomen" in spoken(town.read("p-pol"))
    await town.move("2026-09-14T21:30:00+02:00")
    assert spoken(town.read("p-pol")) == ""
