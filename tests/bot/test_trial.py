"""What people do on the trial page reaches the bot as it would from Teams, over HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
import pytest_asyncio

from bot.activity import read
from bot.trial import CHANNELS, TrialPerson
from tests.bot.trial_client import Trial, a_trial
from tests.trial_stub import START


@pytest_asyncio.fixture
async def trial() -> AsyncIterator[Trial]:
    async with a_trial() as made:
        yield made


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


async def test_in_the_channel_of_a_team_the_coordinator_mentions_the_bot(trial: Trial) -> None:
    channel = TrialPerson(id="team", name="Team", role="", organisation="", group=CHANNELS)
    trial.bot.people.append(channel)
    await trial.act("team", "open")
    await trial.act("team", "say", text="hier")
    (heard,) = trial.bot.heard
    assert heard["from"]["id"] == "p-an"
    assert heard["conversation"]["id"] == "trial:team"
    assert heard["conversation"]["conversationType"] == "channel"
    read_ = read(heard, dev=True)
    assert read_
    assert (read_.text, read_.scope) == ("hier", "channel")
    said, answer = await trial.chat("team")
    assert (said["by"], said["text"], said["state"]) == ("person", "hier", "")
    assert answer["by"] == "bot"
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


async def test_a_sentence_as_answer_to_a_press_passes_and_stays_out_of_the_chat(
    trial: Trial,
) -> None:
    answer = await trial.act("p-an", "press", activity="x", type="Action.Execute", verb="skip")
    assert (answer["ok"], answer["said"]) == (True, "Goed.")
    assert await trial.chat("p-an") == []


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


async def test_words_go_out_again_with_the_id_they_had(trial: Trial) -> None:
    await trial.act("p-an", "say", id="w1", text="stuk")
    trial.bot.broken = ""
    await trial.act("p-an", "say", id="w1", text="stuk")
    assert [heard["id"] for heard in trial.bot.heard] == ["w1", "w1"]
    said, answer = await trial.chat("p-an")
    assert (said["id"], said["state"], answer["text"]) == ("w1", "", "U zei: stuk")


async def test_words_that_arrived_do_not_arrive_twice(trial: Trial) -> None:
    for _ in range(2):
        assert (await trial.act("p-an", "say", id="w1", text="hallo"))["ok"]
    assert len(trial.bot.heard) == 1
    assert [m["text"] for m in await trial.chat("p-an")] == ["hallo", "U zei: hallo"]


async def test_a_person_is_answered_in_the_order_of_asking(trial: Trial) -> None:
    await asyncio.gather(*(trial.act("p-an", "say", text=word) for word in ("traag", "hallo")))
    answers = [m["text"] for m in await trial.chat("p-an") if m["by"] == "bot"]
    assert answers == ["U zei: traag", "U zei: hallo"]


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
