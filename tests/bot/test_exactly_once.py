"""Everything that is delivered counts once and is answered once, whatever brings it and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import CHANNEL
from bot.delivered import KEPT
from plan.records import Answer, Card, Delivered, OfferedPaper, altered
from storage import open_store
from tests.bot.acting import KNOWN, Actor, core_answers, sent_round
from tests.bot.chat import Chat, Json
from tests.bot.connector import Connector
from tests.bot.reading import button, untouched, words
from tests.bot.telling import CONSENT
from tests.bot.test_presses import data_of, kept
from tests.bot.town import Town, a_town

MORE = "Opslaan en maatregelen nalopen"


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        await sent_round(made)
        yield made


async def delivered(chat: Chat, body: Json) -> Json:
    response = await chat.deliver(body)
    await chat.client.app[CHANNEL].settled()
    assert response.status == 200
    return dict(await response.json()) if await response.read() else {}


def pressing(chat: Chat, data: Json) -> Json:
    action = {"type": "Action.Execute", "verb": "press", "data": data}
    return chat.activity("invoke", name="adaptiveCard/action", value={"action": action})


def anew(body: Json) -> Json:
    return {**body, "id": f"{body['id']}-again"}


async def saved_with_a_fault(town: Town) -> tuple[Actor, Json, Json]:
    """A card that came back with what is wrong: another card in the same place."""
    actor = Actor(town, "p-ggd")
    card = actor.card
    sent = untouched(card) | {"O1/T3": "x" * 700, "F2": "4"}
    body = pressing(actor.chat, data_of(card, MORE) | sent)
    return actor, body, await delivered(actor.chat, body)


async def test_a_press_that_comes_late_under_another_id_does_not_press_the_next_card(
    town: Town,
) -> None:
    actor, body, first = await saved_with_a_fault(town)
    before = kept(await town.dossier())
    sent = len(town.connector.sent)
    assert await delivered(actor.chat, anew(body)) == first
    assert await delivered(actor.chat, body) == first
    assert kept(await town.dossier()) == before
    assert len(town.connector.sent) == sent


async def test_a_card_that_was_followed_by_another_shows_what_stands_there_now(
    town: Town,
) -> None:
    actor, body, first = await saved_with_a_fault(town)
    card = first["value"]
    assert data_of(card, MORE)["c"] != body["value"]["action"]["data"]["c"]
    filled = untouched(card) | {"O1/T3": "Korter"}
    receipt = await actor.chat.press(card, button(card, MORE), **filled)
    assert "Opgeslagen" in words(receipt["value"])
    before = kept(await town.dossier())
    assert await delivered(actor.chat, anew(body)) == receipt
    assert kept(await town.dossier()) == before


async def test_only_the_last_card_in_a_place_keeps_what_came_of_it(town: Town) -> None:
    actor, _, first = await saved_with_a_fault(town)
    card = first["value"]
    await actor.chat.press(card, button(card, MORE), **untouched(card))
    rows = [c for c in (await town.dossier()).all(Card) if c.to == "p-ggd" and c.state == "used"]
    assert [bool(one.outcome) for one in rows] == [False, True]
    assert rows[0].before == rows[1].key
    assert rows[1].after == rows[0].key
    assert all(not one.choices for one in rows)


async def test_a_button_that_only_asks_answers_once_within_a_minute(town: Town) -> None:
    sanne = Actor(town, "p-sanne")
    await sanne.say("status")
    data = data_of(sanne.card, "Concept in Word")
    body = pressing(sanne.chat, data)
    town.read("p-sanne")
    await delivered(sanne.chat, body)
    answers = len(town.read("p-sanne"))
    for each in (body, anew(body)):
        await delivered(sanne.chat, each)
    assert town.read("p-sanne") == []
    await town.move((town.clock.now() + timedelta(minutes=2)).isoformat())
    town.read("p-sanne")
    await delivered(sanne.chat, anew(anew(body)))
    assert len(town.read("p-sanne")) == answers


@pytest.mark.parametrize("said", ["vraag voor vraag", "status", "help", "engels", "hm wat"])
async def test_words_delivered_four_times_at_once_and_after_a_restart_are_answered_once(
    tmp_path: Path, connector: Connector, said: str
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        await sent_round(town)
        chat = town.who("p-ggd")
        body = chat.activity("message", text=said, textFormat="plain")
        town.read("p-ggd")
        await asyncio.gather(*(delivered(chat, body) for _ in range(4)))
        answers = len(town.read("p-ggd"))
        assert answers in (1, 2)
    async with a_town(tmp_path / "store", connector) as town:
        before, sent = kept(await town.dossier()), len(connector.sent)
        await delivered(town.who("p-ggd"), body)
        assert len(connector.sent) == sent
        assert kept(await town.dossier()) == before


async def unanswered(directory: Path, activity: str) -> None:
    """As when the process was killed after it kept what was said, and before it answered.

    Half a minute ago: the clock of a trial begins anew at the last thing that was done.
    """
    store = open_store(str(directory))
    (plan,) = await store.plans()
    marks = await store.plan(plan).find(Delivered)
    mark = next(mark for mark in marks if mark.key.endswith(activity))
    before = mark.at - timedelta(seconds=30)
    await store.plan(plan).put(altered(mark, at=before, answered=False))
    await store.close()


async def test_what_was_kept_and_never_answered_is_answered_when_it_comes_again(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        await sent_round(town)
        actor = Actor(town, "p-ggd")
        await actor.say("vraag voor vraag")
        body = actor.chat.activity("message", text="Meer overlast", textFormat="plain")
        await delivered(actor.chat, body)
    await unanswered(tmp_path / "store", str(body["id"]))
    async with a_town(tmp_path / "store", connector) as town:
        chat = town.who("p-ggd")
        town.read("p-ggd")
        for _ in range(2):
            await delivered(chat, body)
        said = [one.text for one in town.read("p-ggd")]
        assert said[0].startswith("Dit is al verwerkt. Mijn antwoord is misschien niet aangekomen")
        assert len([one for one in said if "Vraag 2" in one]) == 1
        texts = [a.text for a in (await town.dossier()).all(Answer) if a.org == "GGD" and a.text]
        assert texts == ["Meer overlast"]


async def test_a_question_that_was_never_answered_is_just_answered(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        chat = town.who("p-sanne")
        body = chat.activity("message", text="help", textFormat="plain")
        await delivered(chat, body)
    await unanswered(tmp_path / "store", str(body["id"]))
    async with a_town(tmp_path / "store", connector) as town:
        town.read("p-sanne")
        for _ in range(2):
            await delivered(town.who("p-sanne"), body)
        (said,) = town.read("p-sanne")
        assert "Wat ik kan" in words(said.card) + said.text


async def test_a_press_whose_answer_got_lost_gives_the_receipt_and_the_way_on(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        await sent_round(town)
        actor = Actor(town, "p-ggd")
        sent = untouched(actor.card) | core_answers(actor.card)
        body = pressing(actor.chat, data_of(actor.card, KNOWN) | sent)
        first = await delivered(actor.chat, body)
    await unanswered(tmp_path / "store", str(body["id"]))
    async with a_town(tmp_path / "store", connector) as town:
        town.read("p-ggd")
        chat = town.who("p-ggd")
        assert await delivered(chat, anew(body)) == first
        assert await delivered(chat, body) == first
        said = town.read("p-ggd")
        assert [bool(one.text) for one in said] == [True, False]


async def test_marks_go_after_a_day(town: Town) -> None:
    await Actor(town, "p-ggd").say("help")
    assert any(mark.who == "p-ggd" for mark in (await town.dossier()).all(Delivered))
    await town.move((town.clock.now() + KEPT + timedelta(hours=1)).isoformat())
    await Actor(town, "p-vr").say("help")
    assert {mark.who for mark in (await town.dossier()).all(Delivered)} == {"p-vr"}


async def test_a_card_of_half_a_year_ago_gives_the_way_to_what_is_open_now(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    card = actor.card
    answers = (await town.dossier()).all(Answer)
    await town.move((town.clock.now() + timedelta(days=181)).isoformat())
    town.read("p-ggd")
    body = pressing(actor.chat, data_of(card, KNOWN) | {"O1/T3": "Nog iets", "R1": "4"})
    told = await delivered(actor.chat, body)
    assert words(told["value"]).startswith("Deze kaart van maandag 14 september telt niet meer.")
    assert "Nog iets" in words(told["value"])
    assert town.read("p-ggd")
    assert (await town.dossier()).all(Answer) == answers
    assert await delivered(actor.chat, anew(body)) == told
    assert town.read("p-ggd") == []


async def test_a_file_is_handed_over_once_and_only_to_whom_it_was_offered(town: Town) -> None:
    sanne = Actor(town, "p-sanne")
    await sanne.say("concept")
    (offer,) = [o for one in town.sent_to("p-sanne") if (o := one.attached(CONSENT))]
    context = offer["acceptContext"]
    await town.who("p-ggd").answer_file(context, accept=True)
    assert town.connector.uploads == []
    assert town.read("p-ggd")[-1].text.startswith("Dit bestand is er niet meer.")
    for _ in range(3):
        await sanne.chat.answer_file(context, accept=True)
    assert len(town.connector.uploads) == 1
    (paper,) = await town.store.shared.find(OfferedPaper)
    assert (paper.to, paper.taken) == ("dev/p-sanne", True)


async def test_whose_card_is_pressed_is_written_down_and_not_what_was_in_it(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("hallo")
    card = actor.card
    await town.who("p-vr").execute(data_of(card) | {"O1/T3": "geheim"})
    await town.who("p-vr").execute({"v": 1, "c": "x.0"})
    elsewhere = replace(town.who("p-ggd"), conversation="a:other")
    await elsewhere.execute(data_of(card))
    said = [r.getMessage() for r in caplog.records if "card refused" in r.getMessage()]
    reasons = ("foreign", "unknown", "elsewhere")
    assert [why for one in said for why in reasons if why in one] == [*reasons]
    assert "geheim" not in caplog.text
