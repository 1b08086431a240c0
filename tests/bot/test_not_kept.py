"""A disk that refuses: "niet opgeslagen", never a false receipt, and it goes on when it can."""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from plan.records import Message
from tests.bot.acting import KNOWN, Actor, core_answers, sent_round
from tests.bot.chat import BOT
from tests.bot.connector import Connector
from tests.bot.reading import spoken, untouched
from tests.bot.town import Town, a_town

NOT_KEPT = "Niet opgeslagen, probeer het opnieuw. De getypte tekst staat er nog."


class Disk:
    """Full while `full`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        for name in ("pwrite", "replace", "rename"):
            monkeypatch.setattr(os, name, self._failing(getattr(os, name)))

    def _failing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **keywords: Any) -> Any:
            if self.full:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*args, **keywords)

        return call


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector, disk: Disk) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        await sent_round(made)
        yield made
        disk.full = False


async def test_a_card_that_was_not_kept_says_so_and_works_afterwards(
    town: Town, disk: Disk
) -> None:
    actor = Actor(town, "p-ggd")
    card = actor.card
    sent = {**untouched(card), **core_answers(card)}
    await actor.say("hallo")
    disk.full = True
    answer = await actor.chat.press(card, 0, **sent)
    assert answer["value"] == NOT_KEPT
    assert all("Opgeslagen" not in one.text for one in town.read("p-ggd"))
    disk.full = False
    assert not (await town.dossier()).answers_in("evaluation-1", "GGD")
    answer = await actor.chat.press(card, 0, **sent)
    assert "Opgeslagen" in str(answer)
    values = {
        a.question: a.value for a in (await town.dossier()).answers_in("evaluation-1", "GGD")
    }
    assert values["R1"] == 2


async def test_a_coming_that_was_not_kept_counts_when_teams_tells_of_it_again(
    town: Town, disk: Disk
) -> None:
    pol = town.who("p-pol")
    disk.full = True
    await pol.arrives(pol.activity("installationUpdate", action="add"))
    assert "Welkom" not in spoken(town.read("p-pol"))
    disk.full = False
    await pol.arrives(pol.activity("conversationUpdate", membersAdded=[{"id": BOT}]))
    assert "Welkom." in spoken(town.read("p-pol"))


async def test_typed_words_that_were_not_kept_can_be_sent_again(town: Town, disk: Disk) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("vraag voor vraag")
    disk.full = True
    body = actor.chat.activity("message", text="Meer mensen in de war", textFormat="plain")
    town.read("p-ggd")
    await actor.chat.deliver(body)
    await actor.chat.client.get("/clock")
    disk.full = False
    assert [one.text for one in town.read("p-ggd")] == [NOT_KEPT]
    assert not (await town.dossier()).answers_in("evaluation-1", "GGD")
    await actor.chat.deliver(body)
    await actor.chat.say("status")
    (answer,) = (await town.dossier()).answers_in("evaluation-1", "GGD")
    assert answer.text == "Meer mensen in de war"


async def test_an_english_speaker_hears_it_in_english(town: Town, disk: Disk) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("english")
    await actor.say("one by one")
    disk.full = True
    said = await actor.say("More people confused")
    disk.full = False
    assert said.startswith("Not saved, please try again.")


async def test_what_needs_no_disk_is_answered_all_the_same(town: Town, disk: Disk) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("hallo")
    disk.full = True
    assert "Wat ik kan" in await actor.say("help")
    assert (await actor.say("privacy")).startswith("Ik bewaar uw naam")


async def test_a_round_that_was_not_kept_is_not_sent(
    tmp_path: Path, connector: Connector, disk: Disk
) -> None:
    async with a_town(tmp_path / "other", connector) as town:
        sanne = Actor(town, "p-sanne")
        await sanne.say("hallo")
        await sanne.press("Vragenlijst versturen")
        disk.full = True
        assert NOT_KEPT in await sanne.press("Versturen", deadline="2026-10-05")
        disk.full = False
        await town.post()
        assert not (await town.dossier()).all(Message)
        assert connector.created == []
        assert "Opgeslagen" in await sanne.press("Versturen", deadline="2026-10-05")


async def test_no_reminder_goes_out_twice_because_it_could_not_be_marked(
    town: Town, disk: Disk
) -> None:
    disk.full = True
    await town.move("2026-09-24T09:05:00+02:00")
    disk.full = False
    sent = len(town.connector.sent)
    await town.post()
    after = [one for one in town.connector.sent[sent:] if one.card]
    await town.post()
    assert [one for one in town.connector.sent[sent:] if one.card] == after
    assert len(after) in (10, 11)
    assert KNOWN in str(town.last_card("p-ggd"))
