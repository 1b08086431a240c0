"""A message that was an answer is edited, deleted or put back: the answer follows, or asks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.plans import Plans
from plan.records import Answer, Closed, Event, Record, altered
from tests.bot.acting import Actor, sent_round
from tests.bot.connector import Connector
from tests.bot.reading import spoken
from tests.bot.town import Town, a_town

TYPING = "vraag voor vraag"
UNCHANGED = "Een eerder bericht wijzigen verandert hier niets."


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        await sent_round(made)
        yield made


async def typed(town: Town, text: str, *, choice: bool = False) -> tuple[Actor, str, str]:
    """The GGD types one answer: who, the message, and what was said back."""
    iris = Actor(town, "p-ggd")
    said = await iris.say(TYPING)
    while choice and "Noem geen namen" in said:
        said = await iris.say("sla over")
    message = await iris.chat.said(text)
    return iris, message, spoken(town.read("p-ggd"))


async def answers(town: Town) -> list[tuple[str, object, str]]:
    found = (await town.dossier()).answers_in("evaluation-1", "GGD")
    return [(a.question, a.value if a.value is not None else a.text, a.source) for a in found]


async def test_an_edited_answer_is_the_answer_and_there_is_one_of_it(town: Town) -> None:
    iris, message, told = await typed(town, "2")
    (before,) = await answers(town)
    assert "Opgeslagen" in told
    await iris.chat.edit(message, "4")
    said = spoken(town.read("p-ggd"))
    assert said.startswith("Opgeslagen, ")
    (after,) = await answers(town)
    assert before[0] == after[0]
    assert before[1] != after[1]
    events = [e for e in (await town.dossier()).all(Event) if "GGD" in e.subject]
    assert [e.what for e in events if "answer" in e.what] == ["answered", "changed_answer"]


async def test_the_question_on_the_table_stays_there_after_an_edit_of_the_one_before(
    town: Town,
) -> None:
    iris, message, _ = await typed(town, "2")
    await iris.chat.edit(message, "4")
    town.read("p-ggd")
    await iris.say("3")
    assert len(await answers(town)) == 2


async def test_an_edit_that_comes_twice_counts_once(town: Town) -> None:
    iris, message, _ = await typed(town, "2")
    at = "2026-11-23T09:05:00.000Z"
    town.read("p-ggd")
    await asyncio.gather(*(iris.chat.edit(message, "4", at=at) for _ in range(3)))
    assert len(town.read("p-ggd")) == 1
    await iris.chat.edit(message, "4", at="2026-11-23T09:05:30.000Z")
    assert spoken(town.read("p-ggd")) == "Zo stond het er al."
    assert len(await answers(town)) == 1


async def test_an_edit_back_and_forth_ends_with_the_last(town: Town) -> None:
    iris, message, _ = await typed(town, "2")
    (first,) = await answers(town)
    for text in ("4", "2", "4", "2"):
        await iris.chat.edit(message, text)
    assert await answers(town) == [first]


async def test_words_that_were_no_answer_yet_become_one_by_an_edit(town: Town) -> None:
    iris, message, _ = await typed(town, "heel erg goed eigenlijk", choice=True)
    assert await answers(town) == []
    await iris.chat.edit(message, "4")
    assert "Opgeslagen" in spoken(town.read("p-ggd"))
    assert len(await answers(town)) == 1


async def test_an_edit_into_nonsense_leaves_the_answer_and_says_so(town: Town) -> None:
    iris, message, _ = await typed(town, "2", choice=True)
    (before,) = await answers(town)
    await iris.chat.edit(message, "paars")
    assert "Het antwoord dat ik had, is niet veranderd." in spoken(town.read("p-ggd"))
    await iris.chat.edit(message, "sla over")
    assert spoken(town.read("p-ggd")).startswith(
        "Een eerder bericht wijzigen verandert hier niets"
    )
    assert await answers(town) == [before]


async def test_an_edit_of_a_command_is_answered_with_what_to_do(town: Town) -> None:
    iris = Actor(town, "p-ggd")
    message = await iris.chat.said("status")
    town.read("p-ggd")
    before = (await town.dossier()).all(Answer)
    await iris.chat.edit(message, "4")
    assert spoken(town.read("p-ggd")).startswith(
        "Een eerder bericht wijzigen verandert hier niets"
    )
    assert (await town.dossier()).all(Answer) == before


async def put(town: Town, *records: Record) -> None:
    plans = Plans(town.store)
    async with plans.alone(town.key) as held:
        await held.keep(records)


async def test_after_the_round_was_closed_a_change_of_a_message_changes_nothing(
    town: Town,
) -> None:
    iris, message, _ = await typed(town, "2")
    before = await answers(town)
    await put(town, Closed(key="evaluation/1", step="evaluation", at=town.clock.now()))
    town.read("p-ggd")
    await iris.chat.edit(message, "4")
    await iris.chat.delete(message)
    said = spoken(town.read("p-ggd"))
    assert said.count("Deze ronde is gesloten. Het antwoord blijft zoals het was.") == 2
    assert await answers(town) == before


async def test_an_answer_that_a_colleague_changed_is_not_overwritten_by_an_edit(
    town: Town,
) -> None:
    iris, message, _ = await typed(town, "2")
    (answer,) = (await town.dossier()).answers_in("evaluation-1", "GGD")
    later = town.clock.now() + timedelta(minutes=5)
    await put(town, altered(answer, text="Van een collega", at=later, by="p-sanne"))
    now = await answers(town)
    town.read("p-ggd")
    await iris.chat.edit(message, "4")
    said = spoken(town.read("p-ggd"))
    assert "Welk antwoord geldt?" in said
    assert await answers(town) == now


async def test_a_deleted_answer_is_asked_about_and_stays_until_that_is_answered(
    town: Town,
) -> None:
    iris, message, _ = await typed(town, "2")
    before = await answers(town)
    await iris.chat.delete(message)
    assert "Moet het antwoord ook weg?" in spoken(town.read("p-ggd"))
    assert await answers(town) == before
    assert "Het antwoord staat er nog" in await iris.press("Laten staan")
    assert await answers(town) == before
    await iris.chat.delete(message, at="2026-11-23T10:00:00.000Z")
    assert "het antwoord is gewist" in await iris.press("Antwoord wissen")
    assert await answers(town) == []
    events = [e.what for e in (await town.dossier()).all(Event) if "GGD" in e.subject]
    assert events[-2:] == ["answered", "changed_answer"]


async def test_a_message_that_is_put_back_brings_its_answer_back(town: Town) -> None:
    iris, message, _ = await typed(town, "2")
    before = await answers(town)
    await iris.chat.delete(message)
    await iris.press("Antwoord wissen")
    assert await answers(town) == []
    await iris.chat.undelete(message, "2")
    assert "Opgeslagen" in spoken(town.read("p-ggd"))
    assert await answers(town) == before
    await iris.chat.delete(message, at="2026-11-23T10:00:00.000Z")
    town.read("p-ggd")
    await iris.chat.undelete(message, "2", at="2026-11-23T10:01:00.000Z")
    assert spoken(town.read("p-ggd")) == "Het antwoord staat er nog."


async def test_a_deleted_command_is_passed_over(town: Town) -> None:
    iris = Actor(town, "p-ggd")
    message = await iris.chat.said("status")
    town.read("p-ggd")
    await iris.chat.delete(message)
    assert town.read("p-ggd") == []


async def test_whoever_typed_answers_before_hears_that_deleting_erases_none(town: Town) -> None:
    iris, _, _ = await typed(town, "2")
    other = await iris.chat.said("status")
    town.read("p-ggd")
    await iris.chat.delete(other)
    assert spoken(town.read("p-ggd")).startswith("Een bericht verwijderen wist geen antwoord.")


async def test_the_answer_follows_its_message_after_a_restart(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        await sent_round(town)
        _, message, _ = await typed(town, "2")
        before = await answers(town)
    async with a_town(tmp_path / "store", connector) as town:
        town.read("p-ggd")
        await town.who("p-ggd").edit(message, "4")
        assert "Opgeslagen" in spoken(town.read("p-ggd"))
        (after,) = await answers(town)
        assert [after] != before


@pytest.mark.parametrize("text", ["", "4"])
async def test_a_strangers_edit_gets_the_polite_sentence(town: Town, text: str) -> None:
    nobody = town.who("p-nobody")
    assert (await nobody.edit("1700000009999", text)).status == 200
    before = (await town.dossier()).all(Answer)
    assert (await town.dossier()).all(Answer) == before


async def test_an_edit_in_a_channel_or_of_a_preview_is_passed_over(town: Town) -> None:
    before = len(town.connector.sent)
    await town.who("p-sanne").in_channel().edit("1700000009998", "status")
    ggd = town.who("p-ggd")
    await ggd.deliver(ggd.activity("messageUpdate", text="zie www.example.nl"))
    await ggd.deliver(ggd.activity("messageReaction", reactionsAdded=[{"type": "like"}]))
    await asyncio.sleep(0.05)
    assert len(town.connector.sent) == before
