"""Several assistants on one store: no answer lost, no message twice, and no turn out of order."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import CHANNEL
from dialogs import phrases
from plan.records import Address, Message, Submission, Table
from storage import Store, open_store
from storage.tiny import TinyStore
from tests.bot.acting import ALL, Actor, answers_core, sent_round
from tests.bot.chat import BOT, Chat, Json
from tests.bot.connector import Connector
from tests.bot.several import Several, several
from tests.storage.conftest import database, server

__all__ = ["database", "server"]

PEOPLE = tuple(f"p-{org.lower()}" for org in ALL)


class Loose(TinyStore):
    """A store whose locks keep nobody apart, as when the connection that holds them broke."""

    @asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[None]:
        yield


Stores = tuple[Store, Store]


@pytest_asyncio.fixture(params=["tiny", "loose", "postgres"])
async def stores(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stores]:
    """Two assistants in one process have the same embedded store, or each the same database."""
    kinds: dict[str, Callable[[], Stores]] = {
        "tiny": lambda: (open_store(str(tmp_path)),) * 2,
        "loose": lambda: (Loose(tmp_path),) * 2,
        "postgres": lambda: both(request.getfixturevalue("database")),
    }
    made = kinds[request.param]()
    yield made
    for store in dict.fromkeys(made):
        await store.close()


def both(url: str) -> Stores:
    return open_store(url), open_store(url)


@pytest_asyncio.fixture
async def town(stores: Stores, connector: Connector) -> AsyncIterator[Several]:
    async with several(stores, connector, often=0.3) as made:
        yield made


async def test_ten_partners_at_two_assistants_lose_no_answer_and_get_no_message_twice(
    town: Several,
) -> None:
    await sent_round(town)
    assert len(town.connector.created) == len(PEOPLE)
    early, late = PEOPLE[:6], PEOPLE[6:]
    await asyncio.gather(*(answers_core(town, person) for person in early))
    await town.move("2026-10-01T12:00:00+02:00")
    await town.post()
    await asyncio.gather(*(answers_core(town, person) for person in late))
    dossier = await town.dossier()
    for org in ALL:
        assert dossier.get(Submission, f"evaluation-1/{org}"), org
        assert len(dossier.answers_in("evaluation-1", org)) > 5
    reminders = [m for m in dossier.all(Message) if m.kind == "reminder" and m.sent_at]
    assert {m.to for m in reminders} == set(late)
    for person in PEOPLE:
        told = [one for one in town.sent_to(person) if reminds(one.activity)]
        assert len(told) == len([m for m in reminders if m.to == person]), person
    assert all(m.sent_at for m in dossier.all(Message) if m.due <= town.clock.now())


def reminds(activity: dict[str, object]) -> bool:
    return "Herinnering" in str(activity.get("summary"))


async def test_typed_words_that_reach_both_assistants_count_once(town: Several) -> None:
    await sent_round(town)
    vr = Actor(replace(town, often=1.0), "p-vr")
    assert "Vraag 1 van" in await vr.say("vraag voor vraag")
    for words in ("Drie evenementen", "Een brand"):
        await vr.say(words)
    texts = [a.text for a in (await town.dossier()).answers_in("evaluation-1", "VR") if a.text]
    assert texts == ["Drie evenementen", "Een brand"]


async def test_an_install_that_is_told_once_to_each_is_welcomed_once(town: Several) -> None:
    one, other = (replace(town, clients=(c,), often=0.0).who("p-sanne") for c in town.clients)
    for welcome in ("Welkom.", phrases.WELCOME_BACK.nl):
        await settled(one, one.activity("installationUpdate", action="add"))
        await settled(other, other.activity("conversationUpdate", membersAdded=[{"id": BOT}]))
        assert len([sent for sent in town.read("p-sanne") if welcome in sent.text]) == 1
        await settled(one, one.activity("installationUpdate", action="remove"))
        await settled(other, other.activity("conversationUpdate", membersRemoved=[{"id": BOT}]))
        (address,) = await town.store.shared.find(Address, key="dev/p-sanne")
        assert (address.reference, bool(address.left_at)) == ({}, True)


async def settled(chat: Chat, body: Json) -> None:
    await chat.deliver(body)
    await chat.client.app[CHANNEL].settled()


async def test_a_card_pressed_at_both_begins_one_plan(town: Several) -> None:
    sanne = Actor(replace(town, often=1.0), "p-new")
    await sanne.say("nieuw plan")
    given = {"municipality": "Gemeente Nieuwdorp", "year": "2027", "ivp_start": "2027"}
    await sanne.press("Reken terug", **given, college="2027-03-16")
    chosen = await sanne.chat.press(sanne.card, 0)
    proposal = await sanne.chat.press(dict(chosen["value"]), 0, themes="1.4,2.3")
    # What came twice pressed one button, not that one and then the next.
    assert await town.store.plans() == (town.key,)
    told = await sanne.chat.press(dict(proposal["value"]), 0)
    assert "Opgeslagen" in str(told)
    assert sorted(await town.store.plans()) == ["nieuwdorp-2027", town.key]
    assert "Stap 1 van 6" in await sanne.say("status")


async def test_what_one_assistant_kept_the_other_knows(town: Several) -> None:
    await sent_round(town)
    first, second = (replace(town, clients=(one,), often=0.0) for one in town.clients)
    await Actor(first, "p-vr").say("vraag voor vraag")
    await Actor(first, "p-vr").say("Drie evenementen")
    assert "Vraag 2 van" in await Actor(second, "p-vr").say("verder")
    assert (await town.dossier()).get(Table, "p-vr")


@pytest.mark.parametrize("stores", ["tiny", "postgres"], indirect=True)
async def test_two_outboxes_send_each_message_once_and_none_not(
    stores: Stores, connector: Connector
) -> None:
    connector.slow = 0.02
    async with several(stores, connector, alone=False) as town:
        sanne = Actor(town, "p-sanne")
        await sanne.say("hallo")
        await sanne.press("Vragenlijst versturen")
        await sanne.press("Versturen", deadline="2026-10-05")
        for _ in range(3):
            await town.post()
        invited = Counter(made["members"][0]["id"] for made in connector.created)
        assert invited == dict.fromkeys(PEOPLE, 1)
        assert all(m.sent_at for m in (await town.dossier()).all(Message))
