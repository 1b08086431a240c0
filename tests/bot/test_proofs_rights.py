"""A share of the proof that nobody reads another's words, and that it hears what it should."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from dataclasses import replace as changed
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from msgspec.structs import replace

from bot.plans import Plans
from bot.pointing import POINTING
from dialogs import phrases
from dialogs.commands import COMMANDS
from plan.dossier import Dossier
from plan.people import identity
from plan.records import (
    Answer,
    Card,
    Change,
    Closed,
    Comment,
    Consent,
    Dismissal,
    Edition,
    Event,
    Fact,
    Material,
    Measure,
    Message,
    Municipality,
    Offered,
    Person,
    Plan,
    Proposal,
    Record,
    Round,
)
from plan.rights.may import RIGHTS
from plan.sight import RULES
from plan.sight.rules import everybody
from tests.bot.connector import Connector, Sent
from tests.bot.reading import inputs, words
from tests.bot.town import Town, a_town
from tests.prove import canaries
from tests.prove.canaries import heard_by, in_hand, words_for
from tests.prove.singing import CANARY, ORGS, a_plan
from tests.prove.trial import SHARE, begun, fresh_seed

SEED = fresh_seed()
PART = SHARE / 2
"""Everybody is at eight plans; one at each is enough here."""
SINGS: tuple[type[Record], ...] = (
    *(Answer, Comment, Proposal, Person, Measure, Change, Event, Card, Message, Consent, Offered),
    *(Dismissal, Closed, Edition, Fact, Material),
)


def test_a_share_of_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only canaries --seed {SEED} --scale {PART}] ")
    with begun("canaries", SEED, PART) as trial:
        canaries.prove(trial)
        assert trial.counts["documents read"] + trial.counts["answers read"] > 100


# It hears what it listens for


@pytest.mark.parametrize("kind", SINGS, ids=lambda kind: kind.__name__)
def test_a_class_that_is_shown_to_everybody_is_heard(
    kind: type[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Dossier(a_plan("follow_up", "adopted" if kind is Edition else "before"))
    partner = known.get(Person, "p07")
    assert partner
    assert not in_hand(known, partner)
    monkeypatch.setitem(RULES, kind, everybody)
    fresh = Dossier(known.records())
    assert in_hand(fresh, partner)


async def _town(directory: Path, connector: Connector, moment: str) -> AsyncIterator[Town]:
    async with a_town(directory, connector, file=None) as town:
        town.key = await Plans(town.store).seats.begin(a_plan("follow_up", moment))
        yield town


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async for made in _town(tmp_path, connector, "before"):
        yield made


async def test_a_right_too_many_is_heard_over_the_wire(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = await town.dossier()
    partner = known.get(Person, "p07")
    assert partner
    assert not (await heard_by(town, partner, ["verwerking"], known)).strange
    monkeypatch.setitem(RIGHTS, "read_register", {"partner": frozenset({"all"})})
    heard = await heard_by(town, partner, ["verwerking"], known)
    assert heard.documents == 1
    assert heard.strange


def test_everything_in_the_plan_sings() -> None:
    written = [repr(record) for record in a_plan("follow_up", "adopted")]
    for org in ORGS:
        assert sum(("Word", org) in CANARY.findall(one) for one in written) > 10


# Those at the edges


def _singing(connector: Connector) -> list[tuple[str, str]]:
    out = [one.activity for one in (*connector.sent, *connector.updated)]
    return CANARY.findall(json.dumps(out, ensure_ascii=False))


async def test_somebody_taken_out_of_the_plan_hears_what_a_stranger_hears(
    town: Town, connector: Connector
) -> None:
    known = await town.dossier()
    gone = known.get(Person, "p09")
    assert gone
    await town.who("p09").say("status")
    assert _singing(connector)
    async with Plans(town.store).alone(town.key) as held:
        await held.keep((), [gone])
    connector.sent.clear()
    connector.updated.clear()
    for word in words_for("P09", "P05"):
        await town.who("p09").say(word)
    assert {one.text for one in town.sent_to("p09")} == {phrases.STRANGER.nl}
    assert not _singing(connector)


async def test_who_has_no_plan_hears_nothing_of_it(town: Town, connector: Connector) -> None:
    for word in words_for("P09", "P05"):
        await town.who("buiten").say(word)
    assert not _singing(connector)


def _sister() -> tuple[Record, ...]:
    """A plan of another municipality that asks the same people, and in which nobody sings."""
    wanted = ("Organisation", "Theme", "IvpTheme", "ActionItem")
    frame = [r for r in a_plan("follow_up", "asked") if type(r).__name__ in wanted]
    (ours,) = (r for r in a_plan("follow_up", "asked") if isinstance(r, Plan))
    plan = replace(
        ours,
        key="zus-2027",
        title="Plan Zus",
        coordinator="p-zus",
        municipality=Municipality(id="zus", name="Gemeente Zus"),
        together_with=("Gemeente Zang",),
    )
    people = [Person(key=org.lower(), name=f"Naam {org}", org=org) for org in ORGS]
    return (plan, *frame, *people, Person(key="p-zus", name="Naam Zus", org="GEM"))


async def test_another_municipality_that_asks_the_same_partners_hears_nothing_of_ours(
    tmp_path: Path, connector: Connector
) -> None:
    """Its coordinator is told who is asked by both; a contact of both hears the own words."""
    async for town in _town(tmp_path, connector, "asked"):
        async with Plans(town.store).alone(town.key) as held:
            plan = replace(held.dossier.plan, together_with=("Gemeente Zus",))
            await held.keep([plan])
        ours, theirs = await town.dossier(), Dossier(_sister())
        await Plans(town.store).seats.begin(_sister())
        zus, both = theirs.get(Person, "p-zus"), ours.get(Person, "p09")
        assert zus
        assert both
        heard = await heard_by(town, zus, ["status", *words_for("P09", "P05")], theirs, depth=2)
        told = json.dumps([one.activity for one in town.sent_to("p-zus")], ensure_ascii=False)
        assert "Gemeente Zang vraagt nu ook" in told
        assert heard.responses > 20
        assert not _singing(connector)
        there = await heard_by(town, both, words_for("P09", "P05"), ours, depth=1)
        assert not there.strange
        assert {org for _, org in _singing(connector)} <= {"P09"}


@pytest.mark.parametrize("kind", ["channel", "groupChat"])
@pytest.mark.parametrize("person", ["p-co", "p-joris", "p07"])
async def test_outside_a_personal_chat_there_are_no_answers_and_no_drafts(
    town: Town, connector: Connector, kind: str, person: str
) -> None:
    """Nothing but the way to the personal chat, below one of the sentences that go with it."""
    chat = _outside(town, person, kind)
    for word in (*(command.name.nl for command in COMMANDS), "waarom M05", "wat doet P05"):
        await chat.say(word)
    assert not _singing(connector)
    assert {_said(one) for one in connector.sent} <= {words.nl for words in POINTING}


def _said(one: Sent) -> str:
    """The words, without the button that opens the personal chat: no other card has any here."""
    if one.text:
        return one.text
    assert one.card
    assert [action["type"] for action in one.card["actions"]] == ["Action.OpenUrl"]
    assert not inputs(one.card)
    return words(one.card)


def _outside(town: Town, person: str, kind: str) -> Any:
    return changed(town.who(person), kind=kind, conversation="19:abc@thread.tacv2")


# Whose card it is, and when


async def test_a_card_of_the_coordinator_does_nothing_for_anybody_else(
    town: Town, connector: Connector
) -> None:
    await town.who("p-co").say("status")
    card = town.last_card("p-co")
    keys = [key for key, _ in canaries._buttons(card)]  # noqa: SLF001
    before = (await town.dossier()).records()
    for person in ("p07", "p-mt", "p-gri", "p-joris", "buiten"):
        for key in keys:
            answer = await town.who(person).execute({"v": 1, "c": key})
            assert not CANARY.findall(json.dumps(answer))
    assert (await town.dossier()).records() == before


async def test_who_coordinates_no_more_can_do_nothing_with_the_cards_of_then(
    town: Town, connector: Connector
) -> None:
    """The right that counts is that of now."""
    await town.who("p-co").say("status")
    card = town.last_card("p-co")
    async with Plans(town.store).alone(town.key) as held:
        await held.keep([replace(held.dossier.plan, coordinator="p-joris")])
    before = {type(r) for r in (await town.dossier()).records()}
    closed = (await town.dossier()).all(Closed)
    for key, _ in list(canaries._buttons(card)):  # noqa: SLF001
        await town.who("p-co").execute({"v": 1, "c": key})
    after = await town.dossier()
    assert after.all(Closed) == closed
    assert after.all(Round) == Dossier(a_plan("follow_up", "before")).all(Round)
    assert {type(r) for r in after.records()} <= before | {Card}


def test_whoever_sings_can_be_reached() -> None:
    people = Dossier(a_plan("follow_up", "before")).all(Person)
    assert all(identity(one) for one in people)
