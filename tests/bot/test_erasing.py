"""erase and retain: with --yes no byte of it is left under the store."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.commandline import main
from plan.records import Answer, Card, Event, Fact, Message, Offered, Person, Plan, Record, altered
from storage import open_store
from storage.codec import Contents
from storage.tiny import TinyStore
from tests.bot.keeping import NOON, everything, keep, plan, shared, two_plans

Capture = pytest.CaptureFixture[str]
CANARY = "Kanariepiet-4711"


def with_canaries(url: Path) -> None:
    """Everything that p-pol says of itself, and says, has the canary in it."""
    records: list[Record] = []
    for record in plan("a", year=2099):
        if isinstance(record, Person) and record.key == "p-pol":
            record = altered(record, name=f"Noor {CANARY}", phone=CANARY)
        if isinstance(record, Answer):
            record = altered(record, text=f"{CANARY} zegt het")
        records.append(record)
    told = Event(
        key="e1", who="p-pol", what="answered", subject="r1/POL/A1//1", at=NOON, after=CANARY
    )
    sent = Message(key="m1", to="p-pol", kind="x", due=NOON, made_at=NOON, text=CANARY)
    used = Card(
        key="c1",
        dialog="d",
        to="p-co",
        conversation="c",
        verbs=(),
        issued_at=NOON,
        state="used",
        outcome=f'{{"text": "{CANARY}"}}',
    )
    keep(url, {"a": [*records, told, sent, used], "b": plan("b")}, shared("a", "b"))
    # It was changed and changed back, so older writings have it too.
    keep(url, {"a": [Fact(key="f1", text=f"Noor {CANARY}")]}, [])
    keep(url, {"a": [Fact(key="f1", text="Niets")]}, [])
    (url / "trial.json").write_text(CANARY)


def found_in(directory: Path, canary: str = CANARY) -> list[Path]:
    files = [path for path in directory.rglob("*") if path.is_file()]
    return [path for path in files if canary.encode() in path.read_bytes()]


def erase(store: Path, *arguments: str) -> int:
    return main(["erase", *arguments, "--store", str(store)])


@pytest.mark.parametrize("which", [("--person", "p-pol"), ("--org", "POL")])
def test_no_trace_is_left_and_the_register_is_whole(
    tmp_path: Path, capsys: Capture, which: tuple[str, str]
) -> None:
    with_canaries(tmp_path / "store")
    assert found_in(tmp_path)
    assert erase(tmp_path / "store", "a", *which, "--yes") == 0
    assert not found_in(tmp_path)
    event = everything(tmp_path / "store")["a"]["Event"]["e1"]
    assert event["who"].startswith("gewist-")
    assert event["who"] in capsys.readouterr().out
    assert main(["verify", "--store", str(tmp_path / "store")]) == 0


def test_copies_beside_the_store_go_or_are_told(tmp_path: Path, capsys: Capture) -> None:
    store = tmp_path / "store"
    two_plans(store)
    for name in ("schema-1", "quarantine"):
        (store / name).mkdir()
        (store / name / "x").write_text(CANARY)
    assert erase(store, "a", "--org", "POL", "--yes") == 0
    assert not (store / "schema-1").exists()
    assert f"kijk zelf nog in {store / 'quarantine'}" in capsys.readouterr().out


def test_without_yes_it_only_says_what_would_go(tmp_path: Path, capsys: Capture) -> None:
    two_plans(tmp_path / "store")
    before = everything(tmp_path / "store")
    assert erase(tmp_path / "store", "a", "--org", "POL") == 0
    said = capsys.readouterr()
    assert "1 Answer" in said.out
    assert "gewist-" not in said.out, "with --yes it is another pseudonym"
    assert "nog niets gewist" in said.err
    assert everything(tmp_path / "store") == before


def test_only_the_plan_that_was_named_changes(tmp_path: Path) -> None:
    two_plans(tmp_path / "store")
    before = everything(tmp_path / "store")
    assert erase(tmp_path / "store", "a", "--person", "p-pol", "--yes") == 0
    after = everything(tmp_path / "store")
    assert after["b"] == before["b"]
    assert after[None]["Desk"]["dev/p-pol"]["plans"] == {"b": "p-pol"}
    assert after[None]["Address"] == before[None]["Address"]


@pytest.mark.parametrize("given", ["dev/p-pol", "DEV/P-Pol"])
def test_by_tenant_and_object_id_somebody_goes_from_every_plan(tmp_path: Path, given: str) -> None:
    two_plans(tmp_path / "store")
    assert erase(tmp_path / "store", "--all-plans", "--person", given, "--yes") == 0
    after = everything(tmp_path / "store")
    for key in ("a", "b"):
        assert "p-pol" not in after[key]["Person"]
        assert not after[key].get("Answer")
    assert "dev/p-pol" not in after[None]["Address"] | after[None]["Desk"]
    assert not found_in(tmp_path, "p-pol")


def test_what_somebody_said_goes_also_where_it_was_passed_on_to(tmp_path: Path) -> None:
    offered = Offered(
        key="r2/POL/A1//1",
        round="r2",
        org="POL",
        question="A1",
        text=CANARY,
        plan="a",
        municipality="Dorp",
        at=NOON,
    )
    shared_answer = Answer(
        key="r2/POL/A2//1",
        round="r2",
        org="POL",
        question="A2",
        text=CANARY,
        at=NOON,
        source="shared",
        shared_from="a",
    )
    there = [one for one in plan("b") if not isinstance(one, (Person, Answer))]
    keep(tmp_path / "store", {"a": plan("a"), "b": [*there, offered, shared_answer]}, shared("a"))
    assert erase(tmp_path / "store", "--all-plans", "--person", "dev/p-pol", "--yes") == 0
    assert not found_in(tmp_path)


def test_who_coordinates_a_plan_that_runs_hands_it_over_first(
    tmp_path: Path, capsys: Capture
) -> None:
    keep(tmp_path / "store", {"a": plan("a", year=2099), "b": plan("b", year=2020)}, shared("a"))
    before = everything(tmp_path / "store")
    assert erase(tmp_path / "store", "a", "--person", "p-co", "--yes") == 2
    assert "draag het plan eerst over" in capsys.readouterr().err
    assert everything(tmp_path / "store") == before
    assert erase(tmp_path / "store", "b", "--person", "p-co", "--yes") == 0
    assert "coordinator" not in everything(tmp_path / "store")["b"]["Plan"]["b"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--person", "p-pol"),
        ("a", "--all-plans", "--org", "POL"),
        ("--all-plans", "--person", "p-pol"),
        ("a", "--person", "p-niemand"),
        ("x", "--org", "POL"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    two_plans(tmp_path / "store")
    before = everything(tmp_path / "store")
    assert erase(tmp_path / "store", *arguments, "--yes") == 2
    assert everything(tmp_path / "store") == before


def test_a_plan_that_is_not_there_is_told_with_those_that_are(
    tmp_path: Path, capsys: Capture
) -> None:
    two_plans(tmp_path / "store")
    assert erase(tmp_path / "store", "x", "--org", "POL") == 2
    assert capsys.readouterr().err == "Er is geen plan 'x'; wel: a, b.\n"


def test_who_is_in_no_plan_is_told(tmp_path: Path, capsys: Capture) -> None:
    two_plans(tmp_path / "store")
    assert erase(tmp_path / "store", "--all-plans", "--org", "XXX") == 0
    assert capsys.readouterr().err.startswith("In geen enkel plan is 'XXX'.")


def test_what_a_newer_program_kept_stops_it(tmp_path: Path, capsys: Capture) -> None:
    two_plans(tmp_path / "store")

    async def newer() -> None:
        store = open_store(str(tmp_path / "store"))
        found = {key: contents async for key, contents in store.everything()}
        await store.rewrite("a", {**found["a"], "Tomorrow": {"x": {"key": "x"}}})
        await store.close()

    asyncio.run(newer())
    assert erase(tmp_path / "store", "a", "--org", "POL", "--yes") == 2
    assert "nieuwere versie" in capsys.readouterr().err


def test_a_store_in_use_is_not_erased_from(tmp_path: Path) -> None:
    two_plans(tmp_path / "store")

    async def meanwhile() -> list[int]:
        store = open_store(str(tmp_path / "store"))
        try:
            commands = (["erase", "a", "--org", "POL"], ["retain"])
            return [
                await asyncio.to_thread(main, [*each, "--yes", "--store", str(tmp_path / "store")])
                for each in commands
            ]
        finally:
            await store.close()

    assert asyncio.run(meanwhile()) == [75, 75]


def test_what_is_past_its_term_goes_with_yes(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAN_KEEP_PLANS", "10")
    old = [altered(r, title=CANARY) if isinstance(r, Plan) else r for r in plan("a", year=2001)]
    keep(tmp_path / "store", {"a": old, "b": plan("b")}, shared("a"))
    before = everything(tmp_path / "store")
    command = ["retain", "--store", str(tmp_path / "store")]
    assert main(command) == 0
    assert "a: weg: 1 Answer" in capsys.readouterr().out
    assert found_in(tmp_path)
    assert main([*command, "--yes"]) == 0
    assert not found_in(tmp_path)
    after = everything(tmp_path / "store")
    assert not any(after.get("a", {}).values())
    assert after["b"] == before["b"]
    assert not after[None].get("Desk")
    capsys.readouterr()
    assert main(command) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "Er is niets waarvan de bewaartermijn voorbij is.\n"


def test_a_term_that_is_no_number_is_said_in_a_sentence(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_plans(tmp_path / "store")
    monkeypatch.setenv("PLAN_KEEP_CARDS", "-1")
    assert main(["retain", "--store", str(tmp_path / "store")]) == 78
    assert capsys.readouterr().err.startswith("PLAN_KEEP_CARDS: geef een getal van 0")


@pytest.mark.parametrize("command", [["erase", "a", "--org", "POL"], ["retain"]])
def test_what_was_broken_off_halfway_is_finished_by_doing_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("PLAN_KEEP_PLANS", "10")
    keep(tmp_path / "store", {"a": plan("a", year=2001), "b": plan("b")}, shared("a"))
    whole, done = TinyStore.rewrite, list[str | None]()

    async def once(store: TinyStore, key: str | None, contents: Contents) -> None:
        if done:
            raise KeyboardInterrupt
        done.append(key)
        await whole(store, key, contents)

    with monkeypatch.context() as broken:
        broken.setattr(TinyStore, "rewrite", once)
        assert main([*command, "--yes", "--store", str(tmp_path / "store")]) == 130
    assert main([*command, "--yes", "--store", str(tmp_path / "store")]) == 0
    assert main(["verify", "--store", str(tmp_path / "store")]) == 0
    assert not everything(tmp_path / "store")[None].get("Desk", {}).get("dev/p-pol")
