"""Two municipalities ask the same partner: one request, and an answer in each plan."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio

from bot.loading import load
from plan.dossier import Dossier
from plan.records import Answer, Errand, Message, Offered, Record, Submission
from storage import NotKeptError, open_store
from tests.bot.acting import KNOWN, Actor, core_answers, sent_round
from tests.bot.connector import Connector
from tests.bot.town import SAMPLE, Town, a_town

R = TypeVar("R", bound=Record)
SISTER = SAMPLE.with_name("harkenwoude.yaml")
LOADED = datetime.fromisoformat("2026-09-14T07:00:00+00:00")
HERE, THERE = "up-2027-demo", "harkenwoude-2027-demo"
MORNING = "2026-09-15T07:00:00+00:00"
TOO = "Ja, klopt ook voor Gemeente Harkenwoude"


async def load_both(directory: Path) -> None:
    store = open_store(str(directory))
    for file in (SAMPLE, SISTER):
        await load(store, file, now=LOADED, step="evaluation")
    await store.close()


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    """Veldermeer and Harkenwoude in one store, the evaluation about to begin in both."""
    await load_both(tmp_path)
    async with a_town(tmp_path, connector) as town:
        yield replace(town, key=HERE)


async def sent_in_harkenwoude(town: Town, **filled: str) -> str:
    imre = Actor(town, "p-imre")
    await imre.say("hallo")
    await imre.press("Vragenlijst versturen")
    told = await imre.press("Versturen", deadline="2026-10-12", **filled)
    await town.post()
    return told


async def sent_by_both(town: Town) -> None:
    """In the evening, so that the invitation is not out yet when the second one asks."""
    await town.move("2026-09-14T20:00:00+00:00")
    await sent_round(town)
    await sent_in_harkenwoude(town)
    await town.move(MORNING)


async def answer_all(town: Town, person: str, until: str = "") -> str:
    """The partner presses on, whichever municipality asks; the last that it was told."""
    actor, told = Actor(town, person), ""
    for _ in range(20):
        titles = [action["title"] for action in actor.card.get("actions", ())]
        known = next((t for t in (until, KNOWN, TOO, "Opslaan") if t and t in titles), "")
        if known == until != "" or not (known or "Overslaan" in titles):
            return told
        skipped = known == "Opslaan" and "Overslaan" in titles
        told = await actor.press(
            "Overslaan" if skipped else known, **({} if skipped else core_answers(actor.card))
        )
    raise AssertionError(f"no end to it: {told}")


async def requests(town: Town, org: str) -> list[Message]:
    """The messages of both plans that ask this partner for an answer and went out."""
    plans = [await town.dossier(key) for key in (HERE, THERE)]
    asked = [m for plan in plans for m in plan.all(Message) if m.org == org and m.request]
    return sorted((m for m in asked if m.sent_at), key=lambda m: m.sent_at or LOADED)


def ready(dossier: Dossier, org: str) -> bool:
    return dossier.get(Submission, f"evaluation-1/{org}") is not None


def answers(dossier: Dossier, org: str) -> dict[str, tuple[object, str]]:
    given = dossier.answers_in("evaluation-1", org)
    return {f"{a.question}/{a.subject or ''}": (a.value, a.source) for a in given}


async def test_the_police_get_one_request_and_their_answer_is_in_both_plans(town: Town) -> None:
    await sent_by_both(town)
    assert len(await requests(town, "POL")) == 1
    assert "één verzoek van Gemeente Veldermeer en Gemeente Harkenwoude" in str(
        town.last_card("p-pol")
    )
    told = await answer_all(town, "p-pol")
    assert "Bedankt" in told
    here, there = await town.dossier(HERE), await town.dossier(THERE)
    assert ready(here, "POL")
    assert ready(there, "POL")
    mine, theirs = answers(here, "POL"), answers(there, "POL")
    # The same measure has another code there; what is theirs alone was asked there.
    assert mine["R1/"] == (2, "card")
    assert theirs["R1/"] == (2, "shared")
    assert theirs["A1/H01"] == (mine["A1/M02"][0], "shared")
    assert theirs["A1/H03"] == ("achter", "confirmed")
    assert "A1/H03" not in mine
    assert "O2/T2" not in theirs
    # A theme that both have, and that only the second asked about.
    assert theirs["O2/T1"] == (2, "card")
    assert mine["O2/T1"] == (2, "shared")
    assert len(await requests(town, "POL")) == 1


async def test_each_coordinator_sees_who_is_ready_and_who_else_asks(town: Town) -> None:
    await sent_by_both(town)
    await answer_all(town, "p-pol")
    for coordinator, other in (("p-imre", "Veldermeer"), ("p-sanne", "Harkenwoude")):
        told = await Actor(town, coordinator).say("partners")
        assert f"klaar · samen met Gemeente {other} · Ruud Tamminga" in told
        assert f"nog niet begonnen · samen met Gemeente {other} · Lotte Brandsma" in told


async def test_the_coordinator_is_asked_whether_to_ask_together(town: Town) -> None:
    await sent_round(town)
    told = await sent_in_harkenwoude(town, together="apart")
    assert "één verzoek" not in told
    assert len(await requests(town, "POL")) == 1  # One message a day, from however many plans.
    await town.move("2026-09-15T09:30:00+02:00")
    assert len(await requests(town, "POL")) == 2
    await answer_all(town, "p-pol", until=KNOWN)
    there = await town.dossier(THERE)
    assert not there.all(Offered)


async def test_who_was_told_of_one_municipality_confirms_for_the_other_in_one_tap(
    town: Town,
) -> None:
    await sent_round(town)
    assert "Samen met Gemeente Veldermeer, in één verzoek" in await sent_in_harkenwoude(town)
    await answer_all(town, "p-pol", until=TOO)
    assert ready(await town.dossier(HERE), "POL")
    assert not answers(await town.dossier(THERE), "POL")
    await Actor(town, "p-pol").press(TOO)
    assert answers(await town.dossier(THERE), "POL")["R1/"] == (2, "shared")
    await answer_all(town, "p-pol")
    assert ready(await town.dossier(THERE), "POL")
    assert len(await requests(town, "POL")) == 1


async def test_who_is_ready_before_the_other_asks_gets_one_card_with_its_answers(
    town: Town,
) -> None:
    await sent_round(town)
    await answer_all(town, "p-pol")
    await town.move("2026-09-16T07:00:00+00:00")
    await sent_in_harkenwoude(town)
    card = str(town.last_card("p-pol"))
    assert "Beste Ruud Tamminga, ook Gemeente Harkenwoude" in card
    assert "voor Gemeente Veldermeer (maandag 14 september)" in card
    await answer_all(town, "p-pol")
    assert ready(await town.dossier(THERE), "POL")
    assert len(await requests(town, "POL")) == 2


async def test_who_wants_to_answer_apart_is_not_answered_for(town: Town) -> None:
    await sent_round(town)
    await sent_in_harkenwoude(town)
    await answer_all(town, "p-pol", until=TOO)
    actor = Actor(town, "p-pol")
    await actor.press("Nee, zelf invullen")
    await answer_all(town, "p-pol")
    there = await town.dossier(THERE)
    assert ready(there, "POL")
    assert {source for _, source in answers(there, "POL").values()} <= {"card", "confirmed"}


async def test_a_correction_for_one_is_carried_to_the_other(town: Town) -> None:
    await sent_by_both(town)
    await answer_all(town, "p-pol")
    before = answers(await town.dossier(HERE), "POL")["R1/"]
    await town.move("2026-09-16T09:00:00+00:00")
    actor = Actor(town, "p-pol")
    await actor.say("vragenlijst")
    await actor.press("Openen", open="topic:steering")
    await actor.press("Opslaan", R1="4")
    here, there = await town.dossier(HERE), await town.dossier(THERE)
    assert before == (2, "card")
    assert answers(there, "POL")["R1/"] == (4, "card")
    assert answers(here, "POL")["R1/"] == (4, "shared")


async def test_at_most_four_messages_in_all_go_to_a_silent_partner(town: Town) -> None:
    await sent_by_both(town)
    await town.move("2026-11-20T10:00:00+00:00")
    for org in ("POL", "RIEC"):
        sent = await requests(town, org)
        assert len(sent) <= 4
        assert sent[0].kind == "invitation"
    assert len(await requests(town, "OM")) <= 4


async def test_who_is_ready_for_one_is_reminded_of_the_other_and_then_left_alone(
    town: Town,
) -> None:
    await sent_by_both(town)
    await answer_all(town, "p-pol", until="Alles klopt")
    assert ready(await town.dossier(HERE), "POL")
    await town.move("2026-09-28T07:00:00+00:00")
    assert len(await requests(town, "POL")) == 2
    assert "staan nog vragen open" in str(town.last_card("p-pol"))
    await Actor(town, "p-pol").press("Naar de vragen")
    await answer_all(town, "p-pol")
    assert ready(await town.dossier(THERE), "POL")
    await town.move("2026-11-20T10:00:00+00:00")
    assert len(await requests(town, "POL")) == 2


async def test_typing_goes_on_for_the_other_municipality(town: Town) -> None:
    await sent_by_both(town)
    actor = Actor(town, "p-riec")
    told = await actor.press("Liever vraag voor vraag")
    for _ in range(20):
        if "Harkenwoude" in told:
            break
        told = await actor.say("alles klopt" if "alles klopt" in told else "2")
    assert ready(await town.dossier(HERE), "RIEC")
    assert "Gemeente Harkenwoude" in told


async def test_a_stop_between_the_two_plans_loses_nothing_and_repeats_nothing(
    tmp_path: Path, connector: Connector
) -> None:
    await load_both(tmp_path)
    async with a_town(tmp_path, connector) as first:
        town = replace(first, key=HERE)
        await sent_by_both(town)
        await answer_all(town, "p-pol")
        whole = await town.dossier(THERE)
    # As a stop leaves it: the turn and its errand are kept here, and nothing arrived there.
    store = open_store(str(tmp_path))
    shared = [a for a in whole.all(Answer) if a.source == "shared"]
    gone: tuple[Record, ...] = (*shared, *whole.all(Submission))
    await store.plan(THERE).put(drop=gone)
    await store.plan(HERE).put(Errand(key=THERE))
    await store.close()
    async with a_town(tmp_path, connector) as town:
        await town.post()
        after = await town.dossier(THERE)
        assert answers(after, "POL") == answers(whole, "POL")
        assert ready(after, "POL")
        assert not (await town.dossier(HERE)).all(Errand)
    store = open_store(str(tmp_path))
    await store.plan(HERE).put(Errand(key=THERE))
    await store.plan(THERE).put(Errand(key=HERE))
    await store.close()
    async with a_town(tmp_path, connector) as town:
        await town.post()
        assert set(map(repr, (await town.dossier(THERE)).records())) == set(
            map(repr, after.records())
        )


async def full(*_: object, **__: object) -> int:
    raise NotKeptError("vol")


async def test_a_plan_that_could_not_be_written_hears_it_later(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sent_by_both(town)
    monkeypatch.setattr(town.store.plan(THERE), "put", full)
    pol = Actor(town, "p-pol")
    assert "Opgeslagen" in await pol.press(KNOWN, **core_answers(pol.card))
    assert answers(await town.dossier(HERE), "POL")
    assert not answers(await town.dossier(THERE), "POL")
    assert [errand.key for errand in (await town.dossier(HERE)).all(Errand)] == [THERE]
    monkeypatch.undo()
    await town.post()
    assert answers(await town.dossier(THERE), "POL")["R1/"] == (2, "shared")
    assert not (await town.dossier(HERE)).all(Errand)


async def test_turns_on_both_plans_at_once_wait_for_neither(town: Town) -> None:
    await sent_by_both(town)
    people = [Actor(town, person) for person in ("p-pol", "p-riec")]
    async with asyncio.timeout(20):
        await asyncio.gather(
            *(actor.press(KNOWN, **core_answers(actor.card)) for actor in people),
            Actor(town, "p-imre").say("status"),
            Actor(town, "p-sanne").say("status"),
        )
    there = await town.dossier(THERE)
    assert {"POL", "RIEC"} <= {answer.org for answer in there.all(Answer)}


async def test_three_municipalities_send_one_request_too(
    tmp_path: Path, connector: Connector
) -> None:
    third = tmp_path / "oosterlinden.yaml"
    words = SISTER.read_text().replace("Gemeente Harkenwoude", "Gemeente Oosterlinden")
    third.write_text(words.replace("harkenwoude", "oosterlinden").replace("p-imre", "p-oda"))
    store = tmp_path / "store"
    await load_both(store)
    opened = open_store(str(store))
    east = await load(opened, third, now=LOADED, step="evaluation")
    await opened.close()
    async with a_town(store, connector) as first:
        town = replace(first, key=HERE)
        await town.move("2026-09-14T20:00:00+00:00")
        await sent_round(town)
        await sent_in_harkenwoude(town)
        oda = Actor(town, "p-oda")
        await oda.say("hallo")
        await oda.press("Vragenlijst versturen")
        await oda.press("Versturen", deadline="2026-10-12")
        await town.move(MORNING)
        await answer_all(town, "p-pol")
        plans = [await town.dossier(key) for key in (HERE, THERE, east)]
        assert [ready(plan, "POL") for plan in plans] == [True, True, True]
        assert [answers(plan, "POL")["R1/"] for plan in plans] == [
            (2, "card"),
            (2, "shared"),
            (2, "shared"),
        ]
        sent = [m for plan in plans for m in plan.all(Message) if m.org == "POL" and m.sent_at]
        assert [message.kind for message in sent] == ["invitation"]


async def test_the_page_shows_the_people_of_both(town: Town) -> None:
    for person, found in (("p-imre", 200), ("p-sanne", 200), ("p-nobody", 404)):
        response = await town.client.post(f"/trial/people/{person}/open", json={})
        assert response.status == found, person
