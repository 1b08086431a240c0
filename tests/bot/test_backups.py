"""backup, restore and verify: whole and equal, or refused with a sentence."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.commandline import main
from bot.plans import Plans
from plan.records import Answer, Desk, Errand, Person, Seating, Sharing, Unfinished, altered
from storage import open_store
from storage.backup import MANIFEST, SUM
from tests.bot.keeping import NOON, everything, keep, plan, shared, two_plans

HOUSE = Path(__file__).parent.parent.parent
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A back-up of a store with two plans."""
    two_plans(tmp_path / "store")
    assert main(["backup", str(tmp_path / "made"), "--store", str(tmp_path / "store")]) == 0
    return tmp_path / "made"


def files(directory: Path) -> list[Path]:
    return sorted(path for path in directory.rglob("*") if path.is_file())


def restore(made: Path, to: Path, *more: str) -> int:
    return main(["restore", str(made), "--store", str(to), *more])


def test_what_is_put_back_is_what_there_was(made: Path, tmp_path: Path, capsys: Capture) -> None:
    assert restore(made, tmp_path / "new") == 0
    assert "2 plannen teruggezet" in capsys.readouterr().out
    assert everything(tmp_path / "new") == everything(tmp_path / "store")
    assert main(["verify", "--store", str(tmp_path / "new")]) == 0


def test_the_same_store_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    restore(made, tmp_path / "new")
    main(["backup", str(tmp_path / "again"), "--store", str(tmp_path / "new")])
    for path in files(made):
        if path.name not in (MANIFEST, SUM):
            assert (tmp_path / "again" / path.relative_to(made)).read_bytes() == path.read_bytes()


def test_the_sum_of_the_manifest_is_as_sha256sum_writes_it(made: Path) -> None:
    sum_ = hashlib.sha256((made / MANIFEST).read_bytes()).hexdigest()
    assert (made / SUM).read_text() == f"{sum_}  {MANIFEST}\n"


def test_a_back_up_stands_beside_a_process_that_has_the_store(tmp_path: Path) -> None:
    two_plans(tmp_path / "store")

    async def meanwhile() -> int:
        store = open_store(str(tmp_path / "store"))
        try:
            arguments = ["backup", str(tmp_path / "made"), "--store", str(tmp_path / "store")]
            return await asyncio.to_thread(main, arguments)
        finally:
            await store.close()

    assert asyncio.run(meanwhile()) == 0
    assert main(["verify", str(tmp_path / "made")]) == 0


def test_only_the_owner_may_read_a_back_up(made: Path) -> None:
    assert {path.stat().st_mode & 0o077 for path in (made, *files(made))} == {0}


def test_a_back_up_goes_to_an_empty_place_only(made: Path, tmp_path: Path) -> None:
    before = files(tmp_path)
    assert main(["backup", str(made), "--store", str(tmp_path / "store")]) == 2
    assert files(tmp_path) == before


def test_a_store_that_is_not_there_is_no_empty_back_up(tmp_path: Path, capsys: Capture) -> None:
    for command in (["backup", str(tmp_path / "made")], ["verify"]):
        assert main([*command, "--store", str(tmp_path / "typo")]) == 66
        assert "is geen opslag" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_back_up_without_a_manifest_is_none(made: Path, tmp_path: Path) -> None:
    (made / MANIFEST).unlink()
    assert restore(made, tmp_path / "new") == 66
    assert not (tmp_path / "new").exists()


def test_any_flipped_bit_is_refused_by_the_name_of_its_file(
    made: Path, tmp_path: Path, capsys: Capture
) -> None:
    for path in files(made):
        whole = path.read_bytes()
        for place in {0, len(whole) // 3, len(whole) // 2, len(whole) - 1}:
            flipped = bytearray(whole)
            flipped[place] ^= 1 << (place % 8)
            path.write_bytes(flipped)
            assert restore(made, tmp_path / "new") == 65
            said = capsys.readouterr().err
            assert path.name in said
            assert said.count("\n") == 1
            assert main(["verify", str(made)]) == 65
            capsys.readouterr()
        path.write_bytes(whole)
    assert not (tmp_path / "new").exists(), "the store was touched"
    assert restore(made, tmp_path / "new") == 0


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    made: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "file").write_text("")
    capsys.readouterr()
    command = ["backup", str(tmp_path / "file" / "new"), "--store", str(tmp_path / "store")]
    assert main(command) == 74
    said = capsys.readouterr().err
    assert said.startswith("Het lukt niet met ")
    assert "[Errno" not in said


def test_a_missing_file_is_refused(made: Path, tmp_path: Path, capsys: Capture) -> None:
    next((made / "plans").iterdir()).unlink()
    assert restore(made, tmp_path / "new") == 65
    capsys.readouterr()
    assert main(["verify", str(made)]) == 65
    said = capsys.readouterr()
    assert "bestand of map bestaat niet" in said.out
    assert said.err == "Niet alles klopt: 1 melding.\n", "its people are not missing too"


def test_a_store_with_something_in_it_is_not_overwritten(
    made: Path, tmp_path: Path, capsys: Capture
) -> None:
    keep(tmp_path / "new", {"c": plan("c")}, shared("c"))
    before = everything(tmp_path / "new")
    assert restore(made, tmp_path / "new") == 2
    assert "--over" in capsys.readouterr().err
    assert everything(tmp_path / "new") == before


def test_with_over_the_old_store_is_kept_beside_it(made: Path, tmp_path: Path) -> None:
    keep(tmp_path / "new", {"c": plan("c")}, shared("c"))
    before = everything(tmp_path / "new")
    assert restore(made, tmp_path / "new", "--over") == 0
    assert everything(tmp_path / "new") == everything(tmp_path / "store")
    (aside,) = tmp_path.glob("new.*")
    assert everything(aside) == before


def test_a_database_is_not_put_aside(
    made: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAN_STORE", "postgresql://bot:geheim@127.0.0.1:1/bot")
    assert main(["restore", str(made), "--over"]) == 2
    said = capsys.readouterr().err
    assert "lege database" in said
    assert "geheim" not in said


def test_a_store_in_use_is_not_replaced(made: Path, tmp_path: Path) -> None:
    keep(tmp_path / "new", {"c": plan("c")}, shared("c"))

    async def meanwhile() -> list[int]:
        store = open_store(str(tmp_path / "new"))
        try:
            return [
                await asyncio.to_thread(restore, made, tmp_path / "new", *more)
                for more in ((), ("--over",))
            ]
        finally:
            await store.close()

    assert asyncio.run(meanwhile()) == [75, 75]
    assert not list(tmp_path.glob("new.*"))


def test_a_kill_halfway_leaves_nothing_that_is_taken_for_whole(tmp_path: Path) -> None:
    many = {f"plan-{n}": plan(f"plan-{n}") for n in range(40)}
    keep(tmp_path / "store", many, shared(*many))
    main(["backup", str(tmp_path / "made"), "--store", str(tmp_path / "store")])
    whole = everything(tmp_path / "store")
    seen = set()
    for wait in (0.0, 0.05, 0.1):
        target = tmp_path / f"new-{wait}"
        command = [sys.executable, "-m", "bot", "restore", "../made", "--store", str(target)]
        command[4] = str(tmp_path / "made")
        with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.DEVNULL) as process:
            while not target.exists() and process.poll() is None:
                time.sleep(0.005)
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        code = main(
            [
                "export",
                "plan-1",
                "--as",
                "md",
                "--out",
                str(tmp_path / "out"),
                "--store",
                str(target),
            ]
        )
        seen.add(code)
        if code == 0:
            assert everything(target) == whole
        assert restore(tmp_path / "made", target) == (2 if code == 0 else 0)
        assert everything(target) == whole
    assert seen <= {0, 2, 65}
    assert seen & {2, 65}, "none was broken off"


@pytest.mark.parametrize(
    "command",
    [
        ["serve", "--dev"],
        ["load", "sample/veldermeer.yaml"],
        ["check", "a"],
        ["backup", "x"],
        ["erase", "a", "--org", "POL"],
        ["retain"],
        ["migrate", "--to", "elsewhere"],
    ],
)
def test_half_a_store_is_of_no_use(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    half = str(tmp_path / "half")
    keep(half, {"a": plan("a")}, [Unfinished(key="restore", source="made", at=NOON)])
    monkeypatch.setenv("PLAN_PORT", "1")
    where = "--from" if command[0] == "migrate" else "--store"
    with contextlib.chdir(tmp_path):
        asked = [str(HOUSE / each) if each.startswith("sample/") else each for each in command]
        assert main([*asked, where, half]) == 65
    assert "nog niet volledig: restore vanuit made is afgebroken" in capsys.readouterr().err


def test_who_was_seated_after_the_shared_part_was_read_gets_a_seat(tmp_path: Path) -> None:
    """A plan that was begun while the back-up was made: it is there, but nobody has a desk."""
    keep(tmp_path / "store", {"a": plan("a"), "b": plan("b")}, shared("a"))
    main(["backup", str(tmp_path / "made"), "--store", str(tmp_path / "store")])
    assert restore(tmp_path / "made", tmp_path / "new") == 0
    assert list(everything(tmp_path / "new")[None]["Seating"]) == ["b"]

    async def started() -> list[Desk]:
        store = open_store(str(tmp_path / "new"))
        try:
            await Plans(store).seats.finish()
            assert await store.shared.find(Seating) == []
            return await store.shared.find(Desk)
        finally:
            await store.close()

    assert [set(desk.plans) for desk in asyncio.run(started())] == [{"a", "b"}, {"a", "b"}]


def test_what_partners_said_to_two_plans_is_exchanged_again(tmp_path: Path) -> None:
    link = Sharing(
        key="r1/POL/b",
        round="r1",
        org="POL",
        plan="b",
        municipality="Dorp",
        with_round="r1",
        with_org="POL",
        leads=True,
    )
    keep(tmp_path / "store", {"a": [*plan("a"), link], "b": plan("b")}, shared("a", "b"))
    main(["backup", str(tmp_path / "made"), "--store", str(tmp_path / "store")])
    assert restore(tmp_path / "made", tmp_path / "new") == 0
    assert everything(tmp_path / "new")["a"]["Errand"] == {"b": {"key": "b"}}
    assert Errand.__name__ not in everything(tmp_path / "new")["b"]


def test_what_a_newer_program_kept_is_told_and_kept(tmp_path: Path, capsys: Capture) -> None:
    two_plans(tmp_path / "store")

    async def newer() -> None:
        store = open_store(str(tmp_path / "store"))
        contents = {"Tomorrow": {"x": {"key": "x", "what": 1}}}
        await store.rewrite("a", contents)
        await store.close()

    asyncio.run(newer())
    assert main(["verify", "--store", str(tmp_path / "store")]) == 65
    assert "Tomorrow" in capsys.readouterr().out
    main(["backup", str(tmp_path / "made"), "--store", str(tmp_path / "store")])
    assert restore(tmp_path / "made", tmp_path / "new") == 0
    assert "Tomorrow" in capsys.readouterr().err
    assert everything(tmp_path / "new")["a"]["Tomorrow"] == {"x": {"key": "x", "what": 1}}


def test_verify_names_what_cannot_be_read_and_what_points_nowhere(
    tmp_path: Path, capsys: Capture
) -> None:
    lost = [altered(r, round="r9") if isinstance(r, Answer) else r for r in plan("a")]
    no_co = [r for r in plan("b") if not isinstance(r, Person)]
    keep(tmp_path / "store", {"a": lost, "b": no_co}, shared("a", "b"))

    async def damaged() -> None:
        store = open_store(str(tmp_path / "store"))
        found = {key: contents async for key, contents in store.everything()}
        found["a"]["Fact"] = {"f1": {"key": "f1", "text": 3}, "f2": {"key": "f3", "text": ""}}
        await store.rewrite("a", found["a"])
        await store.close()

    asyncio.run(damaged())
    assert main(["verify", "--store", str(tmp_path / "store")]) == 65
    said = capsys.readouterr().out
    assert "a: 9 documenten" in said
    assert "a: Fact 'f1' is niet te lezen" in said
    assert "a: Fact 'f2' noemt zichzelf 'f3'" in said
    assert "a: Answer 'r1/POL/A1//1': round 'r9' bestaat niet" in said
    assert "gedeeld: Desk 'dev/p-pol': 'p-pol' in plan 'b' bestaat niet" in said


def test_a_bar_is_for_a_terminal_only(made: Path, tmp_path: Path, capsys: Capture) -> None:
    capsys.readouterr()
    restore(made, tmp_path / "new")
    assert capsys.readouterr().err == ""
