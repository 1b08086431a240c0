"""Presses that are repeated, old, somebody else's or made up: one outcome, and no other write."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from plan.dossier import Dossier
from plan.records import Record
from tests.bot.acting import KNOWN, Actor, core_answers, sent_round
from tests.bot.connector import Connector, Json
from tests.bot.reading import button, untouched, words
from tests.bot.town import Town, a_town

NOT_YOURS = "Deze kaart is niet voor u, of bestaat niet meer. Er is niets veranderd."


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        await sent_round(made)
        yield made


def kept(dossier: Dossier) -> list[Record]:
    """Everything in a plan."""
    return sorted(dossier.records(), key=lambda record: (type(record).__name__, record.key))


def data_of(card: Json, title: str = KNOWN) -> Json:
    number = button(card, title)
    action = next(
        a for a in card["actions"] if a.get("data", {}).get("c", "").endswith(f".{number}")
    )
    return dict(action["data"])


async def test_a_used_card_pressed_again_gives_the_receipt_it_gave(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    card = actor.card
    sent = {**untouched(card), **core_answers(card)}
    first = await actor.chat.execute(data_of(card) | sent)
    assert words(first["value"]).startswith("Opgeslagen, 09.00 uur, nr. ")
    before = kept(await town.dossier())
    town.read("p-ggd")
    assert await actor.chat.execute(data_of(card) | sent) == first
    for other in ({**sent, "O1/T3": "Later getypt"}, {}):
        again = await actor.chat.execute(data_of(card) | other)
        assert "Wat er nu mee kwam, is niet bewaard." in words(again["value"])
        assert words(again["value"]).startswith("Opgeslagen, 09.00 uur, nr. ")
        assert ("Later getypt" in words(again["value"])) is bool(other)
    assert kept(await town.dossier()) == before
    assert town.read("p-ggd") == []


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_later_pressed_again_says_again_when_we_come_back(town: Town, language: str) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("English" if language == "en" else "Nederlands")
    await actor.say("next" if language == "en" else "verder")
    data = data_of(actor.card, "Later") | untouched(actor.card)
    town.read("p-ggd")
    first = await actor.chat.execute(data)
    back = "Thursday 17 September" if language == "en" else "donderdag 17 september"
    assert back in first["value"]
    assert [one.text for one in town.read("p-ggd")] == [first["value"]]
    assert await actor.chat.execute(data) == first
    assert town.read("p-ggd") == []


async def test_what_was_just_asked_for_is_said_to_be_there(town: Town) -> None:
    sanne = Actor(town, "p-sanne")
    await sanne.say("status")
    data = data_of(sanne.card, "Concept in Word")
    town.read("p-sanne")
    first = await sanne.chat.execute(data)
    assert first["value"] == "Het antwoord staat hieronder."
    assert town.read("p-sanne")
    again = await sanne.chat.execute(data)
    assert again["value"] == "Dat is zojuist al gedaan. Het antwoord staat in dit gesprek."
    assert town.read("p-sanne") == []


async def test_an_old_card_does_not_overwrite_what_came_after_it(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    old = actor.card
    await actor.say("vraag voor vraag")
    await actor.say("sla over")
    await actor.say("sla over")
    await actor.say("5")
    answer = await actor.chat.execute(data_of(old) | untouched(old) | {"O2/T3": "1", "R1": "4"})
    assert "Duidelijk wie beslist" in words(answer["value"])
    values = {
        a.question: a.value for a in (await town.dossier()).answers_in("evaluation-1", "GGD")
    }
    assert (values["O2"], values["R1"]) == (5, 4)
    assert "Twee antwoorden op dezelfde vraag" in words(actor.card)


@pytest.mark.parametrize(
    "data",
    [
        {"v": 1, "c": "id-nobody-made.0"},
        {"v": 1, "c": ""},
        {"v": 1, "c": "../../plan.0"},
        {"v": 2, "c": "KEY.0"},
        {"v": True, "c": "KEY.0"},
        {"v": 1, "c": "KEY.99"},
        {"v": 1, "c": "KEY.-1"},
        {"v": 1, "c": "KEY.²"},
        {"v": 1, "c": "KEY"},
        {"v": 1, "c": ["KEY.0"]},
        {"c": "KEY.0"},
        {"py/object": "os.system", "v": 1},
    ],
)
@pytest.mark.parametrize("way", ["execute", "submit"])
async def test_a_card_that_is_not_there_changes_nothing(
    town: Town, data: dict[str, Any], way: str
) -> None:
    actor = Actor(town, "p-ggd")
    code = data.get("c")
    if isinstance(code, str):
        data = data | {"c": code.replace("KEY", actor.card_key)}
    before = kept(await town.dossier())
    town.read("p-ggd")
    sent = data | core_answers(actor.card)
    if way == "execute":
        answer = await actor.chat.execute(sent)
        assert answer["value"] == NOT_YOURS
    else:
        await actor.chat.submit(sent)
    assert [one.text for one in town.read("p-ggd")] == [NOT_YOURS]
    assert kept(await town.dossier()) == before
    assert "Opgeslagen" in await actor.press(KNOWN, R1="4")


async def test_somebody_elses_card_says_the_same_as_no_card(town: Town) -> None:
    card = town.last_card("p-ggd")
    before = kept(await town.dossier())
    answer = await town.who("p-vr").execute(data_of(card) | core_answers(card))
    assert answer["value"] == NOT_YOURS
    assert kept(await town.dossier()) == before


async def test_a_card_counts_only_in_its_own_conversation(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("hallo")
    elsewhere = actor.chat.of("p-ggd", "p-ggd", conversation="a:another")
    before = kept(await town.dossier())
    answer = await elsewhere.execute(data_of(actor.card) | core_answers(actor.card))
    assert answer["value"] == NOT_YOURS
    assert kept(await town.dossier()) == before


@pytest.mark.parametrize(
    "extra",
    [
        {"O2/T9": "3", "A1/M99": "afgerond", "verb": "override", "org": "POL"},
        {"py/object": "x", "py/reduce": "y", "__class__": "z"},
        {"deep": {"a": 1}, "list": [1, 2], "none": None, "number": 7, "yes": True},
    ],
)
async def test_a_submission_with_more_than_the_card_asks_is_refused_whole(
    town: Town, extra: Json
) -> None:
    actor = Actor(town, "p-ggd")
    before = kept(await town.dossier())
    answer = await actor.chat.execute(data_of(actor.card) | {"R1": "4"} | extra)
    assert answer["value"].startswith("Wat binnenkwam, past niet bij deze kaart.")
    assert kept(await town.dossier()) == before
    assert "Opgeslagen" in await actor.press(KNOWN, R1="4")


async def test_what_teams_adds_by_itself_and_what_is_empty_does_no_harm(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    extra: Json = {"msteams": {"type": "messageBack"}, "O1/T3": None}
    answer = await actor.chat.execute(data_of(actor.card) | {"R1": "4"} | extra)
    assert words(answer["value"]).startswith("Opgeslagen")


@pytest.mark.parametrize("bad", ["99", "volledig", "x" * 10_000, "1,2", "py/object", "\uff14"])
async def test_a_choice_that_the_card_does_not_offer_is_refused(town: Town, bad: str) -> None:
    actor = Actor(town, "p-ggd")
    before = kept(await town.dossier())
    sent = untouched(actor.card) | {"R1": bad, "O1/T3": "Meer mensen in de war", "F2": "4"}
    answer = await actor.chat.execute(data_of(actor.card, "Opslaan en maatregelen nalopen") | sent)
    assert answer["value"].startswith("Wat binnenkwam, past niet bij deze kaart.")
    assert kept(await town.dossier()) == before


@pytest.mark.parametrize("empty", ["", " "])
async def test_a_choice_left_open_keeps_the_rest(town: Town, empty: str) -> None:
    actor = Actor(town, "p-ggd")
    sent = untouched(actor.card) | {"R1": empty, "F2": "4"}
    await actor.chat.execute(data_of(actor.card, "Opslaan en maatregelen nalopen") | sent)
    found = {a.question: a.value for a in (await town.dossier()).answers_in("evaluation-1", "GGD")}
    assert "R1" not in found
    assert found["F2"] == 4


async def test_a_text_too_long_for_its_question_keeps_the_rest_and_the_text(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    long = "x" * 700
    sent = untouched(actor.card) | {"O1/T3": long, "F2": "4"}
    answer = await actor.chat.execute(data_of(actor.card, "Opslaan en maatregelen nalopen") | sent)
    assert "Dit zijn 700 tekens" in words(answer["value"])
    assert untouched(answer["value"])["O1/T3"] == long
    found = {a.question: a.value for a in (await town.dossier()).answers_in("evaluation-1", "GGD")}
    assert found["F2"] == 4


async def test_a_text_longer_than_any_may_be_is_refused(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    before = kept(await town.dossier())
    answer = await actor.chat.execute(data_of(actor.card) | {"O1/T3": "x" * 5_000})
    assert "5.000 tekens, er passen er hoogstens 4.000" in answer["value"]
    assert "hoogstens 4.000" in await actor.say("x" * 5_000)
    assert kept(await town.dossier()) == before


@pytest.mark.parametrize("length", [700, 5_000])
async def test_a_typed_answer_that_is_too_long_is_asked_again(town: Town, length: int) -> None:
    actor = Actor(town, "p-ggd")
    put = await actor.say("vraag voor vraag")
    assert put.startswith("Vraag 1 van ")
    said = await actor.say("x" * length)
    assert "er passen er hoogstens" in said
    assert said.endswith(put)
    assert not (await town.dossier()).answers_in("evaluation-1", "GGD")


@pytest.mark.parametrize(
    "day", ["2026-02-30", "5-10-2026", "2026-W41-1", "morgen", "2026-10-05T09:00"]
)
async def test_a_day_that_there_is_not_is_refused(town: Town, day: str) -> None:
    sanne = Actor(town, "p-sanne")
    await sanne.say("nieuw plan")
    answer = await sanne.chat.press(sanne.card, 0, **(untouched(sanne.card) | {"college": day}))
    assert str(answer["value"]).startswith("Wat binnenkwam, past niet bij deze kaart.")


async def test_an_empty_submission_gets_no_receipt(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    answer = await actor.chat.execute(data_of(actor.card, "Opslaan en maatregelen nalopen"))
    assert words(answer["value"]).startswith("Hier is niets ingevuld")
    assert not (await town.dossier()).answers_in("evaluation-1", "GGD")
    assert "De kern" in words(actor.card)


async def test_the_same_activity_delivered_twice_counts_once(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("vraag voor vraag")
    body = actor.chat.activity("message", text="Meer mensen in de war", textFormat="plain")
    town.read("p-ggd")
    for _ in range(3):
        assert (await actor.chat.deliver(body)).status == 200
    await actor.chat.say("status")
    answers = (await town.dossier()).answers_in("evaluation-1", "GGD")
    assert [(a.subject, a.text) for a in answers] == [("T3", "Meer mensen in de war")]
    receipts = [one for one in town.read("p-ggd") if one.text.startswith("Opgeslagen")]
    assert len(receipts) == 1
