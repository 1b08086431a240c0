"""The stand-in for the Bot Connector: messages and files from the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from yarl import URL

from bot import trial_connector, trial_transcript
from tests.bot.trial_client import Trial, a_trial

CONNECTOR = "/trial/connector/v3/conversations"


@pytest_asyncio.fixture
async def trial() -> AsyncIterator[Trial]:
    async with a_trial() as made:
        yield made


async def test_an_accepted_file_can_be_saved(trial: Trial) -> None:
    await trial.act("p-an", "say", text="bestand")
    offer = (await trial.chat("p-an"))[-1]
    assert (await trial.act("p-an", "files/accept", activity=offer["id"]))["ok"]
    value = trial.bot.heard[-1]["value"]
    assert trial.bot.heard[-1]["name"] == "fileConsent/invoke"
    assert (value["type"], value["action"]) == ("fileUpload", "accept")
    assert value["context"] == {"file": "f1"}
    assert value["uploadInfo"]["fileType"] == "docx"
    offer, delivered = (await trial.chat("p-an"))[-2:]
    assert offer["state"] == "accepted"
    saved = await trial.client.get(URL(delivered["attachments"][0]["contentUrl"]).relative())
    assert await saved.read() == b"PK stub"
    assert saved.headers["Content-Disposition"].startswith("attachment;")


async def test_a_declined_file_goes_nowhere(trial: Trial) -> None:
    await trial.act("p-an", "say", text="bestand")
    offer = (await trial.chat("p-an"))[-1]
    await trial.act("p-an", "files/decline", activity=offer["id"])
    assert trial.bot.heard[-1]["value"]["action"] == "decline"
    assert "uploadInfo" not in trial.bot.heard[-1]["value"]
    assert (await trial.chat("p-an"))[-1]["state"] == "declined"


async def test_a_file_that_nobody_accepted_cannot_be_uploaded(trial: Trial) -> None:
    assert (await trial.client.put("/trial/connector/uploads/x", data=b"x")).status == 404


async def test_the_bot_can_begin_a_conversation(trial: Trial) -> None:
    wanted = {"members": [{"id": "p-dee"}], "activity": {"type": "message", "text": "Dag"}}
    made = await (await trial.client.post(CONNECTOR, json=wanted)).json()
    (message,) = await trial.chat("p-dee")
    assert made == {"id": "trial:p-dee", "activityId": message["id"]}


async def test_the_bot_can_change_and_take_back_a_message(trial: Trial) -> None:
    at = f"{CONNECTOR}/trial%3Ap-an/activities"
    sent = await trial.client.post(at, json={"type": "message", "text": "een"})
    message = (await sent.json())["id"]
    await trial.client.put(f"{at}/{message}", json={"type": "message", "text": "twee"})
    assert [m["text"] for m in await trial.chat("p-an")] == ["twee"]
    await trial.client.delete(f"{at}/{message}")
    assert await trial.chat("p-an") == []


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", "", '{"members": [{"id": "p-x"}]}', 404, "ConversationNotFound"),
        ("POST", "/trial:p-x/activities", "{}", 404, "ConversationNotFound"),
        ("PUT", "/trial:p-an/activities/no", "{}", 404, "ActivityNotFound"),
        ("POST", "/trial:p-an/activities", "[", 400, ""),
        ("POST", "/trial:p-an/activities", "x" * trial_connector.LARGEST, 413, "TooBig"),
    ],
)
async def test_the_connector_refuses_as_the_real_one_does(
    trial: Trial, method: str, path: str, body: str, status: int, code: str
) -> None:
    response = await trial.client.request(method, CONNECTOR + path, data=body)
    assert response.status == status
    assert code in await response.text()


async def test_only_the_newest_messages_are_kept(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_transcript, "KEPT", 3)
    for number in range(3):
        await trial.act("p-an", "say", text=str(number))
    assert [m["text"] for m in await trial.chat("p-an")] == ["U zei: 1", "2", "U zei: 2"]
