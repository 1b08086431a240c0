"""Who speaks where: strangers, channels, files, two contacts of one organisation, English."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.clock import MovedClock
from bot.heard import Heard, Kind
from bot.papers import Papers
from bot.plans import Plans
from bot.showing import Showing
from bot.turns import Turns
from plan.records import Address, Delivered
from storage import open_store
from tests.bot.acting import KNOWN, Actor, sent_round
from tests.bot.chat import BOT
from tests.bot.connector import Connector
from tests.bot.reading import spoken, words
from tests.bot.test_round import SECOND
from tests.bot.town import SAMPLE, Town, a_town

PERSONAL = "Vragen en antwoorden horen in een persoonlijk gesprek. Open een chat met mij."
LINK = f"https://teams.microsoft.com/l/chat/0/0?users={BOT}"


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    text = SAMPLE.read_text(encoding="utf-8")
    file = tmp_path / "plan.yaml"
    file.write_text(text.replace("  - {id: p-om,", f"{SECOND}  - {{id: p-om,", 1), "utf-8")
    async with a_town(tmp_path / "store", connector, file=file) as made:
        yield made


@pytest.mark.parametrize("said", ["status", "concept", "4", "3", "nieuw plan"])
async def test_a_channel_hears_only_the_way_to_the_personal_chat(town: Town, said: str) -> None:
    before = (await town.dossier()).records()
    known = await town.store.shared.find(Address)
    for person in ("p-sanne", "p-ggd", "p-nobody"):
        there = town.who(person).in_channel()
        await there.mention(said)
        sent = town.connector.sent[-1]
        assert (sent.text, words(sent.card)) == ("", PERSONAL)
        assert sent.card is not None
        assert [action["url"] for action in sent.card["actions"]] == [LINK]
    after = (await town.dossier()).records()
    assert [one for one in after if not isinstance(one, Delivered)] == [*before]
    assert await town.store.shared.find(Address) == known


@pytest.mark.parametrize("kind", ["words", "press", "attachment", "joined", "left"])
async def test_a_stranger_gets_a_polite_sentence_and_nothing_else(
    town: Town, tmp_path: Path, kind: Kind
) -> None:
    store = open_store(str(tmp_path / "other"))
    try:
        plans = Plans(store)
        papers = Papers(plans, lambda: "id")
        turns = Turns(plans, Showing(lambda: "id", papers), town.clock, may_start=lambda _: False)
        heard = Heard(
            kind=kind,
            tenant="t",
            object_id="o",
            name="X",
            conversation="c",
            scope="personal",
            activity="1",
            text="status",
            card="id000001.0",
        )
        answered = await turns.hear(heard)
        said = [one.text for one in answered.then]
        assert said == ([] if kind == "left" else [said[0]])
        assert all(one.startswith("Goedendag. Ik help gemeenten") for one in said)
        assert answered.instead is None
    finally:
        await store.close()
    assert isinstance(town.clock, MovedClock)


async def test_two_contacts_of_one_organisation_see_each_others_answers(town: Town) -> None:
    await sent_round(town)
    ruud, noor = Actor(town, "p-pol"), Actor(town, "p-noor")
    await noor.say("hallo")
    await ruud.press(KNOWN, R1="4")
    said = await noor.press(KNOWN, R1="2", F2="5")
    assert "Ruud Tamminga: 4" in str(noor.card)
    assert "Uw antwoord: 2" in str(noor.card)
    assert "Opgeslagen" in said
    assert "Opgeslagen" in await noor.press("Opslaan", R1="2")
    values = {
        a.question: a.value for a in (await town.dossier()).answers_in("evaluation-1", "POL")
    }
    assert (values["R1"], values["F2"]) == (2, 5)


async def test_a_colleague_of_the_same_organisation_cannot_use_my_card(town: Town) -> None:
    await sent_round(town)
    ruud, noor = Actor(town, "p-pol"), Actor(town, "p-noor")
    action = ruud.card["actions"][-1]
    answer = await noor.chat.execute({**action["data"], "R1": "4"})
    assert answer["value"].startswith("Deze kaart is niet voor u")
    assert not (await town.dossier()).answers_in("evaluation-1", "POL")


async def test_a_file_is_not_read_but_the_words_with_it_are_heard(town: Town) -> None:
    actor = Actor(town, "p-sanne")
    file = {"contentType": "application/vnd.microsoft.teams.file.download.info", "name": "a.xlsx"}
    await actor.chat.say("", attachments=[file])
    assert spoken(town.read("p-sanne")).startswith("Bestanden kan ik nog niet lezen.")
    await actor.chat.say("status", attachments=[file])
    said = spoken(town.read("p-sanne"))
    assert "Bestanden kan ik nog niet lezen." in said
    assert "Stap 1 van 6" in said


async def test_english_is_spoken_from_the_first_word_after_it_was_asked_for(town: Town) -> None:
    await sent_round(town)
    iris = Actor(town, "p-ggd")
    assert await iris.say("english") == "From now on in English."
    said = await iris.say("next")
    assert "The core: 10 questions" in said
    assert "You answer on behalf of GGD Merenland." in said
    said = await iris.press("Save, the state of the measures is correct", R1="4")
    assert said.startswith("Saved, 09:00, no. ")
    said = await iris.say("resultss")
    assert said.startswith("I do not understand that. Perhaps one of these: ")
    await town.move("2026-09-24T09:05:00+02:00")
    assert "A reminder: " in spoken(town.read("p-ggd"))


async def test_on_install_the_first_words_say_what_to_do_next(town: Town) -> None:
    await sent_round(town)
    ggd = town.who("p-ggd")
    town.read("p-ggd")
    await ggd.install()
    said = spoken(town.read("p-ggd"))
    assert said.count("Welkom.") == 1
    assert 'Typ "verder" om door te gaan.' in said
    assert "De kern" not in said  # It stands in the chat already.
    assert "De kern" in words(town.last_card("p-ggd"))
