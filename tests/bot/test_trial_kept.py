"""The chats of the trial page are there again after a restart."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path
from typing import Any

import pytest

from bot import trial_kept
from bot.trial_kept import Kept
from bot.trial_transcript import Message, Transcripts
from tests.bot.trial_client import a_trial
from tests.trial_stub import START


def chats() -> Transcripts:
    return Transcripts(lambda _event, _data: None)


def a_message(id_: str, **fields: Any) -> Message:
    about: dict[str, Any] = {"person": "p-an", "by": "bot", "at": START}
    return Message(id=id_, **(about | fields))


def names(directory: Path) -> list[str]:
    return [path.name for path in directory.iterdir()]


def written(path: Path, *messages: Message) -> Transcripts:
    """The file with these messages, as a server that was killed leaves it."""
    path.write_text(
        json.dumps({"run": "first", "messages": [message.shown() for message in messages]})
    )
    read = chats()
    Kept(path, read).read()
    return read


async def test_a_restart_shows_the_chats_again(tmp_path: Path) -> None:
    file = tmp_path / "trial.json"
    async with a_trial(file) as trial:
        await trial.act("p-an", "say", text="kaart")
        await trial.act("p-cem", "say", text="keuze")
        before = await trial.everything()
    async with a_trial(file) as trial:
        after = await trial.everything()
    assert (after["run"], after["messages"]) == (before["run"], before["messages"])
    assert names(tmp_path) == ["trial.json"]


async def test_the_bot_is_not_installed_again_where_it_spoke(tmp_path: Path) -> None:
    file = tmp_path / "trial.json"
    async with a_trial(file) as trial:
        await trial.act("p-an", "open")
    async with a_trial(file) as trial:
        assert (await trial.act("p-an", "open"))["ok"]
        assert trial.bot.heard == []
        await trial.act("p-bo", "open")
        assert [heard["type"] for heard in trial.bot.heard] == ["installationUpdate"]


async def test_a_change_is_on_disk_while_the_server_runs(tmp_path: Path) -> None:
    file = tmp_path / "trial.json"
    async with a_trial(file) as trial:
        await trial.act("p-an", "say", text="hallo")
        await asyncio.sleep(2 * trial_kept.PAUSE)
        kept = json.loads(file.read_bytes())["messages"]
    assert [message["text"] for message in kept] == ["hallo", "U zei: hallo"]


async def test_without_a_file_nothing_is_kept() -> None:
    async with a_trial() as trial:
        await trial.act("p-an", "say", text="hallo")
    async with a_trial() as trial:
        assert (await trial.everything())["messages"] == {}


def test_words_that_were_on_their_way_did_not_arrive(tmp_path: Path) -> None:
    waiting = a_message("m1", by="person", text="hallo", state="waiting")
    read = written(tmp_path / "trial.json", waiting, a_message("m2", state="accepted"))
    assert [message["state"] for message in read.shown()["p-an"]] == ["failed", "accepted"]


def test_what_comes_after_a_restart_is_newer_than_all_a_page_has_seen(tmp_path: Path) -> None:
    read = written(tmp_path / "trial.json", a_message("m1", order=70), a_message("m2", order=7))
    read.add(a_message("m3"))
    # A page may have seen some that were not written any more.
    assert read.shown()["p-an"][-1]["order"] > 70 + 100


def test_the_file_holds_the_newest_messages_of_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_kept, "KEPT", 2)
    full = chats()
    for id_, person in (("m1", "p-an"), ("m2", "p-an"), ("m3", "p-an"), ("m4", "p-bo")):
        full.add(a_message(id_, person=person))
    file = tmp_path / "trial.json"
    asyncio.run(_keep(Kept(file, full)))
    kept = [message["id"] for message in json.loads(file.read_bytes())["messages"]]
    assert kept == ["m2", "m3", "m4"]


async def _keep(kept: Kept) -> None:
    async for _ in kept.kept(None):  # type: ignore[arg-type]
        pass


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"run": "x", "messages": [{"id": 4}]}'])
async def test_a_file_that_cannot_be_read_is_put_aside(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "trial.json"
    file.write_bytes(content)
    async with a_trial(file) as trial:
        await trial.act("p-an", "say", text="hallo")
    assert "not shown" in caplog.text
    assert (tmp_path / "trial.json.unreadable").read_bytes() == content
    assert len(json.loads(file.read_bytes())["messages"]) == 2


async def test_the_trial_goes_on_when_nothing_can_be_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    async with a_trial(tmp_path / "nowhere" / "trial.json") as trial:
        await trial.act("p-an", "say", text="hallo")
        await trial.act("p-an", "say", text="nog eens")
        assert len(await trial.chat("p-an")) == 4
    assert "not kept" in caplog.text
