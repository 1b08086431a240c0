"""A whole evaluative round with ten partners over HTTP; after every step what is on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from plan.dossier import Dossier
from plan.records import Closed, Concluded, Confirmed, Handover, Message, Round, Submission
from tests.bot.acting import KNOWN, Actor, answers_core, core_answers, sent_round
from tests.bot.connector import Connector
from tests.bot.reading import inputs, spoken
from tests.bot.town import SAMPLE, Town, a_town

SECOND = (
    "  - {id: p-noor, name: Noor Vermeer, role: jeugdagent, org: POL, "
    "email: n.vermeer@politie-merenland.example}\n"
)


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    """The sample, with a second contact at the police."""
    text = SAMPLE.read_text(encoding="utf-8")
    file = tmp_path / "plan.yaml"
    file.write_text(text.replace("  - {id: p-om,", f"{SECOND}  - {{id: p-om,", 1), "utf-8")
    async with a_town(tmp_path / "store", connector, file=file) as made:
        yield made


async def test_from_the_first_hello_to_the_draft(town: Town) -> None:
    sanne = await the_round_is_sent(town)
    await partners_answer_in_their_own_way(town)
    await the_police_hand_on_a_topic(town)
    await only_the_silent_are_reminded(town)
    await a_partner_is_answered_for_by_phone(town, sanne)
    await the_coordinator_concludes(town, sanne)
    await the_draft_is_accepted_as_a_file(town, sanne)


async def the_round_is_sent(town: Town) -> Actor:
    sanne = await sent_round(town)
    dossier = await town.dossier()
    (round_,) = dossier.all(Round)
    assert (round_.key, len(round_.partners)) == ("evaluation-1", 10)
    invited = [m for m in dossier.all(Message) if m.kind == "invitation"]
    assert len(invited) == len([m for m in invited if m.sent_at]) == 10
    assert len(town.connector.created) == 10
    return sanne


async def partners_answer_in_their_own_way(town: Town) -> None:
    await answers_core(town, "p-vr")
    await answers_core(town, "p-ggd", submit=True)
    for person in ("p-han", "p-zvh", "p-ond"):
        await answers_core(town, person)
    await types_only(town, "p-woc")
    await switches_half_way(town, "p-wlz")
    dossier = await town.dossier()
    assert ready(dossier) == {"VR", "GGD", "HAN", "ZVH", "OND", "WOC", "WLZ"}
    sources = {a.org: a.source for a in dossier.answers_in("evaluation-1", "WOC")}
    assert sources["WOC"] == "typed"


async def types_only(town: Town, person: str) -> None:
    actor = Actor(town, person)
    said = await actor.say("vraag voor vraag")
    for _ in range(40):
        if "Bedankt" in said:
            return
        answer = "sla over" if "Noem geen namen" in said else "2"
        said = await actor.say("alles klopt" if "klopt" in said else answer)
    raise AssertionError(said)


async def switches_half_way(town: Town, person: str) -> None:
    actor = Actor(town, person)
    await actor.say("vraag voor vraag")
    await actor.say("Meer vernieling rond het plein")
    first = await town.dossier()
    assert [a.text for a in first.answers_in("evaluation-1", "WLZ")] == [
        "Meer vernieling rond het plein"
    ]
    said = await actor.say("kaart")
    while "Bedankt" not in said:
        known = "Alles klopt" if "Alles klopt" in str(actor.card) else ""
        filled = {k: v for k, v in core_answers(actor.card).items() if not k.startswith("A1")}
        said = await actor.press(known or "Opslaan", **filled)
    texts = {a.text for a in (await town.dossier()).answers_in("evaluation-1", "WLZ")}
    assert "Meer vernieling rond het plein" in texts


async def the_police_hand_on_a_topic(town: Town) -> None:
    ruud, noor = Actor(town, "p-pol"), Actor(town, "p-noor")
    await ruud.say("mijn collega doet onderwerp 5")
    said = await ruud.press("Doorgeven", to="p-noor")
    assert "Opgeslagen. Noor Vermeer krijgt de vragen" in said
    await town.post()
    assert "Ruud Tamminga vraagt u om de vragen over dit onderwerp" in spoken(town.read("p-noor"))
    await ruud.say("verder")
    assert not [id_ for id_ in inputs(ruud.card) if id_.startswith("S2")]
    said = await ruud.press(KNOWN, **core_answers(ruud.card))
    while "Bedankt" not in said:
        said = await ruud.press("Overslaan")
    assert "Nog niet klaar: Noor Vermeer." in said
    dossier = await town.dossier()
    assert "POL" not in ready(dossier)
    assert [h.topic for h in dossier.all(Handover)] == ["cooperation"]
    topic = {k: v for k, v in core_answers(noor.card).items() if k.startswith("S2")}
    assert "Bedankt, dit onderwerp is binnen" in await noor.press("Opslaan", **topic)
    assert "POL" in ready(await town.dossier())


async def only_the_silent_are_reminded(town: Town) -> None:
    for person in everybody(town):
        town.read(person)
    await town.move("2026-09-24T09:05:00+02:00")
    reminded = {person for person in everybody(town) if town.read(person)}
    assert reminded == {"p-om", "p-riec", "p-sanne"}  # Sanne gets the digest of the 14th.
    kinds = [m.key for m in (await town.dossier()).all(Message) if m.kind == "reminder"]
    assert kinds == ["reminder/evaluation-1/OM/1", "reminder/evaluation-1/RIEC/1"]


async def a_partner_is_answered_for_by_phone(town: Town, sanne: Actor) -> None:
    said = await sanne.say("namens openbaar ministerie")
    assert "Je vult dit in namens Openbaar Ministerie" in said
    said = await sanne.press(KNOWN, **core_answers(sanne.card))
    while "zijn binnen" not in said:
        said = await sanne.press("Overslaan")
    dossier = await town.dossier()
    answers = dossier.answers_in("evaluation-1", "OM")
    assert {(a.by, a.asked_by) for a in answers} == {(None, "p-sanne")}
    assert ready(dossier) == set(dossier.all(Round)[0].partners) - {"RIEC"}
    await sanne.say("stop")


async def the_coordinator_concludes(town: Town, sanne: Actor) -> None:
    assert "Partners klaar: 9 van 10" in await sanne.say("resultaten")
    assert "mediaan 2" in await sanne.press("Lezen", topic="developments")
    said = await sanne.say("sluiten")
    assert "Voortgang en effect nog niet vastgesteld: 31 van de 31 maatregelen." in said
    assert not (await town.dossier()).all(Closed)
    said = await sanne.press("Toch sluiten", why="Het college wil eerder beslissen")
    assert "Opgeslagen. Gesloten: Evaluatieve ronde" in said
    (closed,) = (await town.dossier()).all(Closed)
    assert closed.why == "Het college wil eerder beslissen"
    await sanne.say("heropenen")
    assert "weer open" in await sanne.press("Heropenen", why="Toch eerst vaststellen")
    await sanne.say("maatregelen")
    assert "31 maatregelen" in await sanne.press("Alles zo overnemen (31)")
    assert len((await town.dossier()).all(Concluded)) == 31
    assert "Opgeslagen. De evaluatienotitie is bevestigd." in await sanne.press("Bevestigen")
    assert (await town.dossier()).get(Confirmed, "evaluation_note")
    assert "Opgeslagen. Gesloten" in await sanne.say("sluiten")
    last = (await town.dossier()).all(Closed)[-1]
    assert (last.key, last.why) == ("evaluation/2", None)


async def the_draft_is_accepted_as_a_file(town: Town, sanne: Actor) -> None:
    town.read("p-sanne")
    await sanne.chat.say("concept")
    offer = next(
        found
        for one in town.read("p-sanne")
        if (found := one.attached("application/vnd.microsoft.teams.card.file.consent"))
    )
    await sanne.chat.answer_file(offer["acceptContext"], accept=True)
    ((_, content),) = town.connector.uploads
    assert content.startswith(b"PK")
    assert len(content) == offer["sizeInBytes"]


def ready(dossier: Dossier) -> set[str]:
    return {done.org for done in dossier.all(Submission)}


def everybody(town: Town) -> list[str]:
    partners = ("han", "pol", "om", "vr", "ggd", "woc", "wlz", "zvh", "riec", "ond")
    return ["p-sanne", "p-noor", *(f"p-{name}" for name in partners)]
