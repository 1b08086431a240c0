"""How much people must do in the steps after the evaluation, each by its shortest honest way."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from statistics import median_high

import pytest
from msgspec.structs import replace

from bot.planfile import read_file
from plan.reading import starting_at
from plan.records import Closed, Comment, Measure, Plan, Proposal, Record
from tests.bot.acting import ALL, Actor
from tests.bot.connector import Connector
from tests.bot.counting import counted, kept, printed
from tests.bot.reading import button, untouched
from tests.bot.test_draft_town import filled, first_button
from tests.bot.town import SAMPLE, Town, a_town

NOTED = datetime(2026, 11, 1, 9, tzinfo=UTC)


def with_proposals() -> tuple[Record, ...]:
    """The sample at its first draft, with the proposals of the evaluation still to be settled."""
    given = read_file(SAMPLE).records
    fresh = starting_at(given, "draft", "follow_up")
    asked = [one for one in given if isinstance(one, Proposal)]
    return (*fresh, *(replace(p, status="open", becomes=None, reason=None) for p in asked))


def first_year() -> tuple[Record, ...]:
    """The sample's measures in a first year that has come to its first round of checks."""
    fresh = starting_at(read_file(SAMPLE).records, "check", "follow_up")
    steps = [Closed(key=f"{step}/1", step=step, at=NOTED) for step in ("format", "draft")]
    kept = [one for one in fresh if not isinstance(one, Closed)]
    return (*(_in_first_year(one) for one in kept), *steps)


def _in_first_year(record: Record) -> Record:
    if isinstance(record, Measure):
        return replace(record, decision="new")
    if isinstance(record, Plan):
        return replace(record, track="first_year", ivp_year_number=1, calendar=())
    return record


async def sent_checks(sanne: Actor) -> None:
    # What waited until it was known where she is comes before anything is counted.
    await sanne.chat.say("hallo")
    await sanne.town.post()
    await sanne.say("verder")
    await sanne.press("Checks versturen")
    await sanne.press("Versturen")
    await sanne.town.post()


async def agrees(town: Town, org: str) -> Actor:
    """A partner for whom everything is right, from the invitation to the thanks."""
    partner = Actor(town, f"p-{org.lower()}")
    while "Bedankt" not in await partner.press(first_button(partner)):
        pass
    return partner


async def test_the_format_is_kept_in_three(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector, step="format") as town:
        sanne = Actor(town, "p-sanne")
        with counted(sanne, table, "keep the format"):
            await sanne.say("verder")
            await sanne.press("Format houden")
            assert "Eerste uitwerking" in await sanne.press("Stap sluiten")
    printed(capsys, table)
    assert table["keep the format"] <= 3


async def test_a_draft_takes_less_than_an_action_and_a_half_for_each_verdict(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    await kept(tmp_path, with_proposals())
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector) as town:
        sanne = Actor(town, "p-sanne")
        with counted(sanne, table, "draft"):
            await sanne.say("verder")
            while first_button(sanne) != "Stap sluiten":
                await sanne.press(first_button(sanne), **filled(sanne))
            assert "Bilaterale checks" in await sanne.press("Stap sluiten")
        dossier = await town.dossier()
    verdicts = sum(bool(m.history) for m in dossier.measures) + len(dossier.all(Proposal))
    printed(capsys, table)
    assert table["draft"] <= verdicts * 3 / 2


async def takes_over(sanne: Actor) -> None:
    """Accepts the remark on the card: the draft comes in its place, to be changed."""
    shown = (await sanne.chat.press(sanne.card, button(sanne.card, "Overnemen")))["value"]
    await sanne.chat.press(shown, button(shown, "Overnemen in het concept"), **untouched(shown))
    sanne.actions += 2
    sanne.town.read(sanne.person)


async def test_a_partner_who_agrees_presses_once_for_ten_measures(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector, step="check") as town:
        sanne = Actor(town, "p-sanne")
        with counted(sanne, table, "send the checks"):
            await sent_checks(sanne)
        agreeing = {org: (await agrees(town, org)).actions for org in ALL if org != "WOC"}
        housing = Actor(town, "p-woc")
        with counted(housing, table, "a check with one change"):
            await housing.press("Opslaan met wijzigingen", **{"K1/M25": "aanpassen"})
            await housing.press("Opslaan", **{"K1.text/M25": "Zes overeenkomsten, niet acht."})
        with counted(sanne, table, "process a remark"):
            await sanne.say("verder")
            await sanne.press("Opmerkingen verwerken (1)")
            await takes_over(sanne)
        dossier = await town.dossier()
        parts = {org: len(dossier.measures_with(org)) for org in ALL}
        assert [c.disposition for c in dossier.all(Comment)] == ["accepted"]
    printed(capsys, table | agreeing)
    assert table["send the checks"] <= 3
    assert table["a check with one change"] <= 3
    assert table["process a remark"] <= 4
    assert all(n <= -(-parts[org] // 10) for org, n in agreeing.items())
    assert median_high(agreeing.values()) == 1


async def test_the_second_round_is_one_press_where_nothing_changed(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    await kept(tmp_path, first_year())
    async with a_town(tmp_path, connector) as town:
        sanne = Actor(town, "p-sanne")
        await sent_checks(sanne)
        for org in ALL:
            await agrees(town, org)
        await sanne.say("verder")
        await sanne.press("Stap sluiten")
        await sent_checks(sanne)
        again = {org: (await agrees(town, org)).actions for org in ALL}
    printed(capsys, again)
    assert set(again.values()) == {1}
