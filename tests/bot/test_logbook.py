"""What stands in the logbook, and that it stands there in the commit it tells of."""

from __future__ import annotations

import asyncio
import codecs
import csv
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import figures, notes
from bot.commandline import WRONG_USE, main
from bot.heard import Answered, Heard, Outgoing
from bot.plans import Plans
from bot.refusals import Refusals
from dialogs import phrases
from plan.logbook import Act, fault, name_of, number_of
from plan.records import Alias, Answer, Delivered, Entry, Fact, Person, altered
from storage import NotKeptError, OvertakenError, open_store
from storage.tiny import TinyStore
from tests.bot.acting import Actor, core_answers, sent_round
from tests.bot.connector import Connector
from tests.bot.keeping import everything, keep, plan, shared
from tests.bot.reading import untouched
from tests.bot.test_presses import data_of
from tests.bot.town import Town, a_town
from tests.storage.conftest import database, server, url

__all__ = ["database", "server", "url"]

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
Capture = pytest.CaptureFixture[str]


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        await sent_round(made)
        yield made


async def lines(town: Town, key: str | None = None) -> list[Entry]:
    part = town.store.plan(town.key) if key is None else town.store.shared
    return await part.find(Entry)


async def test_a_turn_that_changes_something_has_one_line_in_its_own_commit(town: Town) -> None:
    before = await lines(town)
    number = (await town.store.numbers())[town.key]
    actor = Actor(town, "p-ggd")
    card = actor.card
    await actor.chat.execute(data_of(card) | untouched(card) | core_answers(card))
    (line,) = (await lines(town))[len(before) :]
    changed = town.store.plan(town.key)._course._changed  # type: ignore[attr-defined]  # noqa: SLF001
    assert changed["Entry", line.key] == number + 1
    answers = [answer.key for answer in (await town.dossier()).all(Answer)]
    assert {changed["Answer", key] for key in answers} == {number + 1}
    assert (await town.store.numbers())[town.key] <= number + 2  # That it was answered.
    assert (line.action, line.origin, line.result) == (
        "questionnaire.card/save_known",
        "card",
        "done",
    )
    assert line.at == town.clock.now().replace(microsecond=line.at.microsecond)
    (alias,) = await town.store.plan(town.key).find(Alias, key="p-ggd")
    assert line.actor == name_of(alias)
    assert fault(town.key, await lines(town)) is None


async def test_what_comes_twice_has_one_line(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    card = actor.card
    sent = data_of(card) | untouched(card) | core_answers(card)
    await actor.chat.execute(sent)
    once = await lines(town)
    await actor.chat.execute(sent)
    body = actor.chat.activity("message", text="stop")
    for _ in range(2):
        await actor.chat.deliver(body)
    assert len(await lines(town)) <= len(once) + 1


async def test_who_only_looks_changes_nothing(town: Town) -> None:
    before = await lines(town)
    await Actor(town, "p-sanne").say("status")
    assert await lines(town) == before


async def test_a_document_that_was_handed_out_is_told(town: Town) -> None:
    await Actor(town, "p-sanne").say("concept")
    assert "paper.docx" in [line.action for line in await lines(town)]


async def test_a_message_that_went_out_is_told(town: Town) -> None:
    actions = [line.action for line in await lines(town)]
    assert "due" in actions or "request/send" in actions
    assert "send" in actions


async def test_a_foreign_card_is_told_and_not_what_it_was(town: Town) -> None:
    card = Actor(town, "p-ggd").card
    await town.who("p-pol").execute(data_of(card) | untouched(card) | core_answers(card))
    (line,) = await lines(town, "shared")
    assert (line.action, line.result, line.object) == ("press", "refused:foreign", "")
    await town.who("p-pol").execute(data_of(card) | untouched(card))
    assert len(await lines(town, "shared")) == 1


async def test_a_stranger_is_told_once_in_an_hour(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    refusals = Refusals(Plans(store))
    somebody = Heard(
        kind="words",
        tenant="t",
        object_id="o",
        name="Jan",
        conversation="c",
        scope="personal",
        activity="1",
    )
    answered = Answered(then=(Outgoing(text=phrases.STRANGER.nl),))
    counted = figures.value("plan_refused_total", reason="stranger")
    for minutes in (0, 1, 59, 61):
        now = NOON + timedelta(minutes=minutes)
        assert await refusals.heard(somebody, answered, now) == "stranger"
    found = await store.shared.find(Entry)
    assert [line.result for line in found] == ["refused:stranger"] * 2
    assert figures.value("plan_refused_total", reason="stranger") == counted + 4
    assert await refusals.heard(somebody, Answered(), NOON) == ""
    await store.close()


async def test_who_has_no_right_is_told(town: Town) -> None:
    before = len(await lines(town))
    assert "coördinator" in await Actor(town, "p-ggd").say("contact")
    (line,) = (await lines(town))[before:]
    assert (line.action, line.result, line.origin) == ("words", "refused:right", "chat")


async def test_personal_data_that_is_held_back_is_told_and_not_what_it_was(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    await actor.say("vraag voor vraag")
    before = len(await lines(town))
    for _ in range(12):
        said = await actor.say("Bel Jan Jansen op 06-12345678, Dorpsstraat 12")
        if "herleidbaar" in said:
            break
        await actor.say("sla over")
    told = (await lines(town))[before:]
    assert "refused:personal" in [line.result for line in told]
    assert not any(word in str(told) for word in ("Jansen", "12345678", "Dorpsstraat"))


async def test_no_line_holds_a_name_an_address_or_a_key_of_a_person(town: Town) -> None:
    await Actor(town, "p-sanne").say("status")
    told = str([await lines(town), await lines(town, "shared")])
    for person in (await town.dossier()).all(Person):
        for word in (person.key, person.name, person.email, person.phone):
            assert not word or word not in told


async def test_a_dossier_has_nothing_of_the_logbook(town: Town) -> None:
    dossier = await town.dossier()
    assert not dossier.all(Entry)
    assert not dossier.all(Alias)


# On both back ends


async def noted(plans: Plans, number: int, key: str = "dorp") -> None:
    async with plans.alone(key) as held:
        act = Act(at=NOON + timedelta(minutes=number), action="words", actor="p-co", origin="chat")
        await held.keep([Fact(key=f"f{number}", text="t")], (), act)


async def test_two_processes_do_not_fork_a_chain(url: str) -> None:
    first = open_store(url)
    both = (first, open_store(url) if url.startswith("postgres") else first)
    await asyncio.gather(*(noted(Plans(both[n % 2]), n) for n in range(12)))
    found = await first.plan("dorp").find(Entry)
    assert [number_of(line) for line in found] == list(range(1, 13))
    assert fault("dorp", found) is None
    for store in set(both):
        await store.close()


async def test_marks_beside_a_turn_take_the_place_of_no_line(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store"))
    plans = Plans(store)
    marks = [
        *(Fact(key=f"f/{n}", text="x") for n in range(9)),
        *(Delivered(key=f"d/{n}", who="p", at=NOON) for n in range(9)),
    ]
    async with plans.alone("dorp") as held:
        await asyncio.gather(
            *(plans.mark("dorp", mark) for mark in marks),
            held.keep([], [], Act(at=NOON, action="look")),
            *(plans.mark("dorp", mark) for mark in marks),
        )
    (line,) = await store.plan("dorp").find(Entry)
    assert line.action == "look"
    await store.close()


async def test_who_was_beaten_to_it_is_refused_even_without_a_lock(url: str) -> None:
    store = open_store(url)
    one, other = Plans(store), Plans(store)
    await noted(one, 1)
    async with other.alone("dorp") as held:
        # Another process, whose lock was lost, comes in between.
        meanwhile = one._part("dorp")  # noqa: SLF001
        await meanwhile.caught_up()
        await meanwhile.put([Fact(key="elsewhere", text="t")], (), meanwhile.number)
        with pytest.raises(OvertakenError):
            await held.keep([Fact(key="here", text="t")])
    assert fault("dorp", await store.plan("dorp").find(Entry)) is None
    await store.close()


async def test_what_was_not_kept_has_no_line(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    plans = Plans(store)
    await noted(plans, 1)
    bad = Fact(key="half \ud800", text="t")
    async with plans.alone("dorp") as held:
        with pytest.raises(NotKeptError):
            await held.keep([bad])
    await noted(plans, 2)
    found = await store.plan("dorp").find(Entry)
    assert [number_of(line) for line in found] == [1, 2]
    assert fault("dorp", found) is None
    await store.close()


async def test_a_plan_without_one_begins_its_chain_now(url: str) -> None:
    store = open_store(url)
    await store.plan("a").put(*plan("a"))
    await noted(Plans(store), 1, "a")
    (line,) = await store.plan("a").find(Entry)
    assert number_of(line) == 1
    await store.close()


# The commands


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two plans, of which the first has a logbook with both its people in it."""
    directory = tmp_path / "store"
    keep(directory, {key: plan(key, year=2099) for key in ("a", "b")}, shared("a", "b"))

    async def told() -> None:
        opened = open_store(str(directory))
        plans = Plans(opened)
        for n, who in enumerate(("p-co", "p-pol", "p-co")):
            async with plans.alone("a") as held:
                at = NOON + timedelta(minutes=n)
                act = Act(at=at, action="words", actor=who, origin="chat")
                await held.keep([Fact(key=f"f{n}", text="t")], (), act)
        await opened.close()

    asyncio.run(told())
    return directory


def entries(directory: Path, key: str | None) -> list[str]:
    return [e["action"] for e in everything(directory)[key].get("Entry", {}).values()]


def verify(store: Path, *more: str) -> int:
    return main(["verify", "--store", str(store), *more])


def test_erasing_somebody_leaves_the_chain_whole_and_nobody_in_it(
    store: Path, capsys: Capture
) -> None:
    assert main(["erase", "a", "--person", "p-pol", "--yes", "--store", str(store)]) == 0
    kept = everything(store)["a"]
    assert entries(store, "a") == ["words", "words", "words", "erase"]
    assert "erase" in entries(store, None)
    assert "p-pol" not in kept["Alias"]
    capsys.readouterr()
    assert verify(store) == 0
    out = store.with_name("l.jsonl")
    assert main(["logbook", "a", "--out", str(out), "--store", str(store)]) == 0
    told = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line["naam"] for line in told] == ["Imre Zandstra", "", "Imre Zandstra", ""]
    assert [line["nummer"] for line in told] == [1, 2, 3, 4]


def test_the_logbook_is_written_for_people(store: Path) -> None:
    out = store.with_name("l.csv")
    assert main(["logbook", "--out", str(out), "--store", str(store)]) == 0
    assert out.stat().st_mode & 0o077 == 0  # It has names.
    assert out.read_bytes().startswith(codecs.BOM_UTF8)  # So a spreadsheet reads "ë" as it is.
    with out.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["waarover"] for row in rows] == ["Fact:f0", "Fact:f1", "Fact:f2"]
    six = ("actie", "object", "resultaat", "oorsprong", "actor", "tijdstempel")
    assert all(row[name] for row in rows for name in six)
    later = store.with_name("later.csv")
    assert (
        main(["logbook", "--since", "2027-03-02", "--out", str(later), "--store", str(store)]) == 0
    )
    assert len(later.read_text().splitlines()) == 1
    assert main(["logbook", "c", "--out", str(out), "--store", str(store)]) == 2


def test_a_day_that_is_none_is_said_in_words(store: Path, capsys: Capture) -> None:
    asked = ["logbook", "--since", "gisteren", "--out", str(store.with_name("l.csv"))]
    assert main([*asked, "--store", str(store)]) == WRONG_USE
    assert "schrijf een dag zo: 2027-03-01" in capsys.readouterr().err


def test_verify_names_the_first_bad_line(store: Path, capsys: Capture) -> None:
    async def tampered() -> None:
        opened = open_store(str(store))
        (line,) = await opened.plan("a").find(Entry, key="000000002")
        await opened.plan("a").put(altered(line, result="refused:right"))
        await opened.close()

    asyncio.run(tampered())
    assert verify(store) == 65
    assert "a: logboek, regel 2: de regel is veranderd" in capsys.readouterr().out


def test_a_tail_that_was_cut_off_is_seen_by_an_anchor(store: Path, capsys: Capture) -> None:
    last = everything(store)["a"]["Entry"]["000000003"]["hash"]
    log = store.with_name("log")
    said = {"event": "logbook head", "plan": "a", "entry": 3, "head": last}
    log.write_text(f"node1 | {json.dumps(said)}\nnot json {{\n")
    assert verify(store, "--head", f"a:3:{last}", "--heads", str(log)) == 0

    async def cut() -> None:
        opened = open_store(str(store))
        await opened.plan("a").drop(Entry, key="000000003")
        await opened.close()

    asyncio.run(cut())
    capsys.readouterr()
    assert verify(store) == 0
    for anchor in (("--head", f"a:3:{last}"), ("--heads", str(log))):
        assert verify(store, *anchor) == 65
        assert "a: logboek, regel 3: de regel is weg" in capsys.readouterr().out
    assert verify(store, "--head", "nonsense") == 2
    assert verify(store, "--heads", str(store.with_name("nowhere"))) == 66
    assert verify(store, "--head", f"gone:3:{last}") == 65


def test_a_back_up_a_restore_and_a_migration_take_the_logbook_along(store: Path) -> None:
    made, new, other = (store.with_name(name) for name in ("made", "new", "other"))
    assert main(["backup", str(made), "--store", str(store)]) == 0
    assert main(["verify", str(made)]) == 0
    assert main(["restore", str(made), "--store", str(new)]) == 0
    assert main(["migrate", "--from", str(new), "--to", str(other)]) == 0
    assert everything(other)["a"] == everything(store)["a"]
    assert verify(other) == 0


async def test_what_a_command_did_beside_the_process_is_taken_in(store: Path) -> None:
    await notes.note(str(store), "backup")
    await notes.note(str(store), "export.docx", plan="b")
    (store / notes.PLACE / "00.json").write_text("nonsense")
    opened = open_store(str(store))
    await notes.take_in(Plans(opened), store)
    (line,) = await opened.shared.find(Entry)
    assert (line.action, line.origin) == ("backup", "command")
    assert [e.action for e in await opened.plan("b").find(Entry)] == ["export.docx"]
    assert not list((store / notes.PLACE).iterdir())
    await opened.close()
