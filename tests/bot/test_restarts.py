"""The process stops and starts between any two steps: nothing is lost, nothing goes out twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from plan.records import Message, Submission
from tests.bot.acting import KNOWN, Actor, core_answers, sent_round
from tests.bot.connector import Connector
from tests.bot.town import Town, a_town

Step = Callable[[Town], Awaitable[str]]


def says(text: str) -> Step:
    async def step(town: Town) -> str:
        return await Actor(town, "p-vr").say(text)

    return step


def presses(title: str, **filled: str) -> Step:
    async def step(town: Town) -> str:
        return await Actor(town, "p-vr").press(title, **filled)

    return step


async def saves_core(town: Town) -> str:
    actor = Actor(town, "p-vr")
    return await actor.press(KNOWN, **core_answers(actor.card), M2="Meer oefenen")


STEPS: tuple[tuple[Step, str], ...] = (
    (says("vraag voor vraag"), "Vraag 1 van"),
    (says("Drie grote evenementen in een maand"), "Opgeslagen, 09.0"),
    (says("Familie De Vries op Dorpsstraat 12"), "Kijk dit nog even na voordat we het bewaren"),
    (presses("Herschreven tekst opslaan", **{"O1/T5": "Een gezin"}), "Vraag 3 van"),
    (says("stop"), "Gestopt"),
    (says("verder"), "Vraag 3 van"),
    (says("terug"), "Uw antwoord tot nu toe: Een gezin"),
    (says("kaart"), "maatregel"),
    (presses("Alles klopt"), "Opgeslagen"),
    (says("status"), "Kernvragen beantwoord"),
    (says("mijn collega doet onderwerp 5"), "Wie doet onderwerp 5"),
    (says("klaar"), "Bedankt"),
)


async def test_a_partner_notices_nothing_of_a_restart_between_two_steps(
    tmp_path: Path, connector: Connector
) -> None:
    store = tmp_path / "store"
    async with a_town(store, connector) as town:
        await sent_round(town)
    for step, expected in STEPS:
        async with a_town(store, connector) as town:
            await town.post()
            assert expected in await step(town)
    async with a_town(store, connector) as town:
        await town.post()
        answers = (await town.dossier()).answers_in("evaluation-1", "VR")
        texts = {a.text for a in answers if a.text}
        assert texts == {"Drie grote evenementen in een maand", "Een gezin"}
        assert (await town.dossier()).get(Submission, "evaluation-1/VR")
    assert len(connector.created) == 10


async def test_a_card_works_after_a_restart_and_its_receipt_is_remembered(
    tmp_path: Path, connector: Connector
) -> None:
    store = tmp_path / "store"
    async with a_town(store, connector) as town:
        await sent_round(town)
        card = town.last_card("p-vr")
    async with a_town(store, connector) as town:
        assert "Opgeslagen" in await saves_core(town)
        first = await town.who("p-vr").press(card, 0)
    async with a_town(store, connector) as town:
        assert await town.who("p-vr").press(card, 0) == first


async def test_reminders_missed_in_a_stop_of_days_come_once_and_only_the_latest(
    tmp_path: Path, connector: Connector
) -> None:
    store = tmp_path / "store"
    async with a_town(store, connector) as town:
        await sent_round(town)
    for _ in range(3):
        async with a_town(store, connector) as town:
            await town.move("2026-10-01T12:00:00+02:00")
            await town.post()
            dossier = await town.dossier()
            reminders = [m for m in dossier.all(Message) if m.kind == "reminder"]
            assert {m.key.rpartition("/")[2] for m in reminders} <= {"1", "2"}
    per_partner = [m.org for m in reminders if m.key.endswith("/2")]
    assert len(per_partner) == len(set(per_partner)) == 10
    cards = [one for one in connector.sent if "Herinnering" in str(one.activity.get("summary"))]
    assert len(cards) == len([m for m in reminders if m.sent_at])


async def test_the_same_message_delivered_again_after_a_restart_counts_once(
    tmp_path: Path, connector: Connector
) -> None:
    store = tmp_path / "store"
    async with a_town(store, connector) as town:
        await sent_round(town)
        await Actor(town, "p-vr").say("vraag voor vraag")
        body = town.who("p-vr").activity("message", text="Drie evenementen", textFormat="plain")
        await town.who("p-vr").deliver(body)
    async with a_town(store, connector) as town:
        await town.who("p-vr").deliver(body)
        await town.who("p-vr").say("status")
        answers = (await town.dossier()).answers_in("evaluation-1", "VR")
        assert [a.text for a in answers] == ["Drie evenementen"]
