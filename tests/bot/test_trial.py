"""The trial page's server side, over HTTP, with a stub bot behind it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot import trial_connector, trial_events, trial_transcript
from tests.trial_stub import START, StubBot, trial_app

CONNECTOR = "/trial/connector/v3/conversations"


@dataclass
class Trial:
    """The page as a program sees it."""

    bot: StubBot
    client: TestClient[Any, Any]
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    async def act(self, person: str, action: str, **body: Any) -> dict[str, Any]:
        response = await self.client.post(f"/trial/people/{person}/{action}", json=body)
        assert response.status == 200, await response.text()
        answer: dict[str, Any] = await response.json()
        return answer

    async def everything(self) -> dict[str, Any]:
        async with self.client.get("/trial/events") as response:
            return (await anext(events(response)))[1]

    async def chat(self, person: str) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = (await self.everything())["messages"].get(person, [])
        return messages


async def events(response: ClientResponse) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    name = ""
    async for raw in response.content:
        line = raw.decode().rstrip("\n")
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


@pytest_asyncio.fixture
async def trial() -> AsyncIterator[Trial]:
    bot = StubBot()
    async with TestClient(TestServer(trial_app(bot))) as client:
        yield Trial(bot, client)


async def test_words_reach_the_bot_in_the_shape_of_teams(trial: Trial) -> None:
    await trial.act("p-cem", "say", text=" hallo ", locale="en-GB")
    (heard,) = trial.bot.heard
    assert heard["type"] == "message"
    assert heard["channelId"] == "msteams"
    assert heard["text"] == "hallo"
    assert heard["locale"] == "en-GB"
    assert heard["from"] == {"id": "p-cem", "aadObjectId": "p-cem", "name": "Cem Yilmaz"}
    assert heard["conversation"]["id"] == "trial:p-cem"
    assert heard["conversation"]["conversationType"] == "personal"
    assert heard["conversation"]["tenantId"] == "dev"
    assert heard["channelData"]["tenant"]["id"] == "dev"
    assert heard["serviceUrl"] == str(trial.client.make_url("/trial/connector"))
    assert datetime.fromisoformat(heard["timestamp"]) == START


async def test_words_and_their_answer_stand_in_the_chat_of_that_person_only(trial: Trial) -> None:
    await trial.act("p-cem", "say", text="hallo")
    said, answer = await trial.chat("p-cem")
    assert (said["by"], said["text"], said["state"]) == ("person", "hallo", "")
    assert (answer["by"], answer["text"]) == ("bot", "U zei: hallo")
    assert answer["order"] > said["order"]
    assert await trial.chat("p-an") == []


async def test_the_bot_hears_once_that_it_was_installed(trial: Trial) -> None:
    await asyncio.gather(*(trial.act("p-an", "open") for _ in range(3)))
    assert [(a["type"], a["action"]) for a in trial.bot.heard] == [("installationUpdate", "add")]


async def test_a_card_that_is_used_is_replaced_by_what_comes_back(trial: Trial) -> None:
    await trial.act("p-an", "say", text="kaart")
    card = (await trial.chat("p-an"))[-1]
    data = {"card": "c1.0", "score": "4"}
    press = {"activity": card["id"], "type": "Action.Execute", "verb": "save", "data": data}
    answer = await trial.act("p-an", "press", title="Opslaan", **press)
    assert answer == {"ok": True, "status": 200, "said": ""}
    heard = trial.bot.heard[-1]
    assert (heard["type"], heard["name"]) == ("invoke", "adaptiveCard/action")
    assert heard["replyToId"] == card["id"]
    assert heard["value"]["action"] == {
        "type": "Action.Execute",
        "title": "Opslaan",
        "id": "",
        "verb": "save",
        "data": data,
    }
    receipt = (await trial.chat("p-an"))[-1]
    assert receipt["id"] == card["id"]
    assert receipt["version"] == card["version"] + 1
    assert "Opgeslagen" in json.dumps(receipt["attachments"])


async def test_a_submit_goes_as_a_message_with_a_value(trial: Trial) -> None:
    await trial.act("p-an", "say", text="oud")
    card = (await trial.chat("p-an"))[-1]
    data = {"card": "c1.0", "why": "daarom"}
    await trial.act("p-an", "press", activity=card["id"], type="Action.Submit", data=data)
    heard = trial.bot.heard[-1]
    assert (heard["type"], heard["value"], heard["replyToId"]) == ("message", data, card["id"])
    assert "text" not in heard
    # The stub put its receipt in place with an update, as a bot without invokes does.
    changed = (await trial.chat("p-an"))[-1]
    assert (changed["id"], changed["version"]) == (card["id"], 2)


async def test_a_sentence_as_answer_to_a_press_becomes_a_message(trial: Trial) -> None:
    await trial.act("p-an", "press", activity="x", type="Action.Execute", verb="skip")
    (message,) = await trial.chat("p-an")
    assert (message["by"], message["text"]) == ("bot", "Goed.")


async def test_a_press_that_fails_says_so_and_leaves_the_card(trial: Trial) -> None:
    await trial.act("p-an", "say", text="kapot")
    card = (await trial.chat("p-an"))[-1]
    answer = await trial.act(
        "p-an", "press", activity=card["id"], type="Action.Execute", verb="broken"
    )
    assert answer == {"ok": False, "status": 500, "said": "Er is niets opgeslagen."}
    assert (await trial.chat("p-an"))[-1] == card


async def test_words_that_do_not_arrive_are_marked(trial: Trial) -> None:
    answer = await trial.act("p-an", "say", text="stuk")
    assert not answer["ok"]
    assert [m["state"] for m in await trial.chat("p-an")] == ["failed"]


async def test_what_one_person_says_arrives_in_order(trial: Trial) -> None:
    words = [f"woord {n}" for n in range(8)]
    await asyncio.gather(*(trial.act("p-an", "say", text=word) for word in words))
    said = [m["text"] for m in await trial.chat("p-an") if m["by"] == "person"]
    assert [a["text"] for a in trial.bot.heard] == said
    assert sorted(said) == words


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


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/trial/people/p-x/say", '{"text": "hallo"}', 404),
        ("/trial/people/p-an/say", '{"text": "  "}', 400),
        ("/trial/people/p-an/say", "nee", 400),
        ("/trial/people/p-an/press", '{"data": "x"}', 400),
        ("/trial/people/p-an/files/accept", '{"activity": "x"}', 404),
        ("/trial/clock", "[]", 400),
        ("/trial/clock", '{"by": "year"}', 400),
    ],
)
async def test_what_cannot_be_asked_is_refused(
    trial: Trial, path: str, body: str, status: int
) -> None:
    assert (await trial.client.post(path, data=body)).status == status
    assert trial.bot.heard == []
    assert trial.bot.moved == []


async def test_only_the_newest_messages_are_kept(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_transcript, "KEPT", 3)
    for number in range(3):
        await trial.act("p-an", "say", text=str(number))
    assert [m["text"] for m in await trial.chat("p-an")] == ["U zei: 1", "2", "U zei: 2"]


async def test_an_open_page_gets_everything_and_then_every_change(trial: Trial) -> None:
    async with trial.client.get("/trial/events") as response:
        stream = events(response)
        name, first = await anext(stream)
        assert name == "all"
        assert [person["id"] for person in first["people"]][:2] == ["p-an", "p-bo"]
        assert first["now"] == START.isoformat()
        await trial.act("p-an", "say", text="traag")
        names = [(await anext(stream))[0] for _ in range(5)]
    assert names == ["message", "typing", "message", "turn", "message"]


async def test_a_page_that_comes_back_gets_everything_anew(trial: Trial) -> None:
    before = await trial.everything()
    await trial.act("p-an", "say", text="hallo")
    after = await trial.everything()
    assert after["run"] == before["run"]
    assert len(after["messages"]["p-an"]) == 2


async def test_a_silent_stream_gives_a_sign_of_life(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_events, "BEAT", 0.01)
    async with trial.client.get("/trial/events") as response:
        stream = events(response)
        await anext(stream)
        name, beat = await anext(stream)
    assert (name, beat["now"]) == ("beat", START.isoformat())


async def test_a_page_that_is_too_slow_gets_everything_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trial_events, "BACKLOG", 2)
    stream = trial_events.Stream()
    page = stream.join()
    for number in range(2):
        stream.publish("message", {"number": number})
    assert page.get_nowait() == trial_events.EVERYTHING
    assert page.empty()


async def test_open_pages_do_not_keep_the_server_from_stopping() -> None:
    async with TestClient(TestServer(trial_app(StubBot()))) as client:
        response = await client.get("/trial/events")
        await anext(events(response))
        async with asyncio.timeout(5):
            await client.server.close()
        assert (await response.content.read()).strip() == b""


@pytest.mark.parametrize(
    ("by", "to"),
    [
        ("hour", START + timedelta(hours=1)),
        ("day", START + timedelta(days=1)),
        ("next", START + timedelta(days=4, hours=1)),
    ],
)
async def test_the_clock_moves_forward(trial: Trial, by: str, to: datetime) -> None:
    async with trial.client.get("/trial/events") as response:
        stream = events(response)
        await anext(stream)
        moved = await (await trial.client.post("/trial/clock", json={"by": by})).json()
        name, told = await anext(stream)
    assert trial.bot.moved == [to]
    assert moved["now"] == to.isoformat()
    assert (name, told) == ("turn", moved)


async def test_a_day_later_is_the_same_time_in_the_town(trial: Trial) -> None:
    trial.bot.moment = datetime(2026, 10, 24, 7, 0, tzinfo=UTC)  # 09.00, summer time's last day
    await trial.client.post("/trial/clock", json={"by": "day"})
    assert trial.bot.moved == [datetime(2026, 10, 25, 8, 0, tzinfo=UTC)]


async def test_without_anything_to_come_there_is_no_next(trial: Trial) -> None:
    trial.bot.coming = None
    assert (await trial.client.post("/trial/clock", json={"by": "next"})).status == 409
    assert trial.bot.moved == []


async def test_the_word_file_keeps_its_name(trial: Trial) -> None:
    response = await trial.client.get("/trial/draft.docx")
    assert await response.read() == b"PK word"
    assert "Concept%202027%20%E2%80%93" in response.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "path", ["/", "/trial/page/page.js", "/trial/events", "/trial/draft", "/trial/paper"]
)
async def test_every_answer_guards_itself(trial: Trial, path: str) -> None:
    async with trial.client.get(path) as response:
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"


async def test_the_draft_may_hold_styles_and_no_scripts(trial: Trial) -> None:
    response = await trial.client.get("/trial/draft")
    policy = response.headers["Content-Security-Policy"]
    assert "style-src 'unsafe-inline'" in policy
    assert "script-src" not in policy
    assert "sandbox" in policy


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_only_this_machines_own_page_may_ask(trial: Trial, headers: dict[str, str]) -> None:
    response = await trial.client.post(
        "/trial/people/p-an/say", json={"text": "hallo"}, headers=headers
    )
    assert response.status == 403
    assert trial.bot.heard == []


async def test_the_page_has_nothing_outside_its_folder(trial: Trial) -> None:
    for path in ("/trial/page/", "/trial/page/%2e%2e/trial.py", "/trial/page/..%2ftrial.py"):
        assert (await trial.client.get(path)).status in {403, 404}
