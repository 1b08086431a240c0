"""How much people must do in the steps after the evaluation, each by its shortest honest way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median_high

import pytest
from msgspec.structs import replace

from bot.loading import keep
from bot.planfile import read_file
from plan.reading import starting_at
from plan.records import Closed, Comment, Measure, Plan, Proposal, Record
from storage import open_store
from tests.bot.acting import ALL, Actor
from tests.bot.connector import Connector
from tests.bot.reading import button, choices, untouched, words
from tests.bot.test_draft_town import filled, first_button
from tests.bot.test_running_cards import running
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


async def kept(directory: Path, records: tuple[Record, ...]) -> None:
    store = open_store(str(directory))
    try:
        await keep(store, records)
    finally:
        await store.close()


@contextmanager
def counted(actor: Actor, table: dict[str, int], name: str) -> Iterator[None]:
    """What the actor does in here is written down under this name."""
    before = actor.actions
    yield
    table[name] = actor.actions - before


async def sent_checks(sanne: Actor) -> None:
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


def printed(capsys: pytest.CaptureFixture[str], table: dict[str, int]) -> None:
    with capsys.disabled():
        print(f"\nactions: {', '.join(f'{k} {n}' for k, n in table.items())}")  # noqa: T201


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


async def takes_over(sanne: Actor, **filled: str) -> None:
    """Accepts the remark on the card: the draft comes in its place, to be changed."""
    shown = (await sanne.chat.press(sanne.card, button(sanne.card, "Overnemen")))["value"]
    await sanne.chat.press(shown, button(shown, "Overnemen"), **untouched(shown) | filled)
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
            await takes_over(sanne, **{"result/M25": "zes overeenkomsten"})
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


async def test_a_session_asks_little_of_those_who_come(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector, step="session") as town:
        sanne, police = Actor(town, "p-sanne"), Actor(town, "p-pol")
        with counted(sanne, table, "plan the session and settle its agenda"):
            await sanne.say("verder")
            await sanne.press("Sessie plannen")
            await sanne.press("Opslaan en uitnodigen", day="2026-12-10", place="Raadzaal")
            await sanne.press("Agenda vaststellen")
            await sanne.press("Agenda vaststellen")
        await _on(town, "2026-12-09T08:30:00+00:00")
        with counted(police, table, "choose the heaviest points"):
            await police.press("Keuze opslaan", heaviest=heaviest(police))
            police.actions += 1  # Two points are two ticks.
        await _on(town, "2026-12-10T12:05:00+00:00")
        await sanne.say("sessie")
        await sanne.press("Peiling")
        await town.post()
        with counted(police, table, "vote"):
            await police.press("Voor")
        with counted(sanne, table, "record an outcome, with an owner"):
            await sanne.say("sessie")
            await sanne.press("Uitkomst vastleggen", decision="Zo doen we het.", owner="p-pol")
        said = await sanne.say("sessie")
        while "Punt " in said:
            said = await sanne.press("Uitkomst vastleggen", decision="Zo doen we het.")
        await _ended(sanne, table)
        await _on(town, "2026-12-18T09:05:00+00:00")
        with counted(police, table, "confirm an agreement"):
            assert "Opgeslagen" in await police.press("Ja, dit klopt")
    printed(capsys, table)
    assert table["plan the session and settle its agenda"] <= 5
    assert table["choose the heaviest points"] <= 3
    assert table["vote"] == 1
    assert table["record an outcome, with an owner"] <= 3
    assert table["process an outcome"] <= 2
    assert table["send the report"] <= 2
    assert table["confirm an agreement"] == 1


async def _on(town: Town, moment: str) -> None:
    await town.move(moment)
    await town.post()


def heaviest(actor: Actor) -> str:
    """The first two points there are to choose."""
    return ",".join(choices(actor.card)["heaviest"][:2])


async def _ended(sanne: Actor, table: dict[str, int]) -> None:
    """Closes the session, works its outcomes in and sends the report."""
    await sanne.say("status")
    await sanne.press("Sessie afsluiten")
    await sanne.press("Afsluiten")
    with counted(sanne, table, "process an outcome"):
        await sanne.press("Uitkomsten verwerken")
        await sanne.press("Verwerken")
    while "Uitkomst verwerken" in words(sanne.card):
        await sanne.press("Verwerken")
    with counted(sanne, table, "send the report"):
        await sanne.press("Verslag versturen")
        await sanne.press("Verslag versturen")
    await sanne.town.post()


async def test_a_decision_and_adoption_take_a_few_presses(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector, step="decision") as town:
        await town.move("2026-12-10T14:00:00+01:00")
        sanne, enforcers = Actor(town, "p-sanne"), Actor(town, "p-han")
        with counted(sanne, table, "record a decision that changes a measure"):
            await sanne.say("verder")
            await sanne.press("Besluit van het MT")
            await sanne.press(
                "Besluit vastleggen", decision="akkoord met wijziging", text="Minder uren."
            )
            await sanne.press("Vastleggen", **{"parts/T2": "M13"})
            await sanne.press("Wijziging opslaan", **{"hours/HAN": "1200"})
            await sanne.press("Versturen")
        await town.post()
        with counted(enforcers, table, "consent to a change"):
            await enforcers.press("Versturen", **{"answer/M13": "ja"})
        await town.move("2026-12-22T14:00:00+01:00")
        with counted(sanne, table, "record the decision of the college and adopt"):
            await sanne.say("verder")
            await sanne.press("Besluit van het college")
            await sanne.press("Besluit vastleggen", decision="akkoord", reference="Z-1")
            assert "vastgesteld, versie 1.0" in await sanne.press("Stap sluiten")
    printed(capsys, table)
    assert table["record a decision that changes a measure"] <= 8
    assert table["consent to a change"] <= 2
    assert table["record the decision of the college and adopt"] <= 5


async def test_a_progress_round_is_one_press_when_all_is_green(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    await kept(tmp_path, running().records())
    table: dict[str, int] = {}
    async with a_town(tmp_path, connector) as town:
        await town.move("2027-04-06T09:00:00+02:00")
        sanne, welfare = Actor(town, "p-sanne"), Actor(town, "p-wlz")
        with counted(sanne, table, "send a progress round"):
            await sanne.say("verder")
            await sanne.press("Voortgangsronde")
            await sanne.press("Versturen")
        await town.post()
        with counted(welfare, table, "report that all is green"):
            assert "Bedankt" in await welfare.press("Alles groen, op schema")
        with counted(sanne, table, "settle the progress as reported"):
            await sanne.say("voortgang")
            await sanne.press(first_button_with(sanne, "Alles zo overnemen"))
    printed(capsys, table)
    assert table["send a progress round"] <= 3
    assert table["report that all is green"] == 1
    assert table["settle the progress as reported"] <= 2


def first_button_with(actor: Actor, words_: str) -> str:
    return next(a["title"] for a in actor.card["actions"] if a["title"].startswith(words_))
