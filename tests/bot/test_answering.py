"""What goes back: in the response, as a reply, or later."""

import asyncio
import logging
import re
from typing import Any

import pytest

from bot.app import CHANNEL
from bot.exchange import CARD, MESSAGE
from bot.heard import Answered, Heard, OfferedFile, Outgoing
from storage.holding import Locks
from tests.bot.chat import Chat
from tests.bot.conftest import Hurried, Listener
from tests.bot.connector import Connector
from tests.bot.lifeless import LIVE

RECEIPT = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "r"}]}
NEXT = {"type": "AdaptiveCard", "version": "1.5", "body": []}


def words(text: str) -> Answered:
    return Answered(then=(Outgoing(text=text),))


async def test_words_are_answered_where_they_were_said(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.says = lambda heard: words(f"je zei: {heard.text}")
    there = chat.in_channel()
    assert (await there.mention("a/b")).status == 200
    (sent,) = connector.sent
    assert sent.text == "je zei: a/b"
    assert sent.conversation == there.conversation
    assert "/19%3A4c6d7e8f%40thread.tacv2%3Bmessageid%3D1700000000000/" in sent.path
    assert sent.about == sent.activity["replyToId"] == listener.heard[0].activity
    assert sent.activity["textFormat"] == "plain"
    assert sent.activity["from"]["id"] == listener.heard[0].address["bot"]
    assert sent.activity["recipient"]["id"] == listener.heard[0].address["user"]


async def test_a_card_goes_apart_from_words_and_is_not_changed(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    card = {"type": "AdaptiveCard", "n": 1, "deep": [{"a": None, "t": True, "f": 1.5}]}
    outgoing = Outgoing(text="kijk", card=card, summary="Een kaart", notify=True)
    listener.says = lambda _: Answered(then=(outgoing,))
    await chat.say("kaart")
    assert connector.words() == ["kijk"]
    assert connector.cards() == [card]
    assert connector.sent[1].activity["summary"] == "Een kaart"
    assert connector.sent[1].activity["channelData"] == {"notification": {"alert": True}}
    assert "channelData" not in connector.sent[0].activity


async def test_an_execute_gets_the_receipt_in_its_answer_and_the_rest_after_it(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.says = lambda _: Answered(instead=RECEIPT, then=(Outgoing(card=NEXT),))
    answer = await chat.execute({"v": 1, "c": "k.0"})
    assert answer == {"statusCode": 200, "type": CARD, "value": RECEIPT}
    assert connector.updated == []
    assert connector.cards() == [NEXT]


async def test_an_execute_without_a_receipt_gets_a_sentence(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.says = lambda _: words("deze kaart is niet voor u")
    answer = await chat.execute({"v": 1, "c": "k.0"})
    assert (answer["statusCode"], answer["type"]) == (200, MESSAGE)
    assert isinstance(answer["value"], str)
    assert connector.words() == ["deze kaart is niet voor u"]


async def test_a_submit_replaces_the_card_and_then_goes_on(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.says = lambda _: Answered(instead=RECEIPT, then=(Outgoing(text="verder"),))
    await chat.submit({"v": 1, "c": "k.0"}, about="m 7/x")
    (updated,) = connector.updated
    assert (updated.about, updated.card) == ("m 7/x", RECEIPT)
    assert updated.path.endswith("/activities/m%207%2Fx")
    assert connector.words() == ["verder"]


async def test_what_is_said_with_a_card_that_stays_does_nothing(
    chat: Chat, listener: Listener
) -> None:
    said = "Bewaard: [klik](https://evil.example) {{DATE(x)}} <at>all</at>"
    listener.says = lambda _: Answered(then=(Outgoing(text=said),))
    answer = await chat.execute({"v": 1, "c": "k.0"})
    assert answer["value"].startswith("Bewaard: (klik)(https")
    assert not LIVE.search(answer["value"])


async def test_replies_are_in_the_response_when_they_are_expected_there(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.says = lambda _: Answered(then=(Outgoing(text="een"), Outgoing(card=NEXT)))
    response = await chat.say("hallo", deliveryMode="expectReplies")
    replies = (await response.json())["activities"]
    assert replies[0]["text"] == "een"
    assert replies[1]["attachments"][0]["content"] == NEXT
    assert connector.sent == []


def broken(_: Heard) -> Answered:
    raise RuntimeError("canary")


async def test_a_turn_that_fails_says_so_with_a_number(
    chat: Chat, listener: Listener, connector: Connector, caplog: pytest.LogCaptureFixture
) -> None:
    listener.says = broken
    assert (await chat.say("hallo")).status == 200
    (said,) = connector.words()
    number = re.search(r"nummer ([0-9a-f]{6})", said)
    assert number
    assert number[1] in caplog.text
    assert "canary" not in said


async def test_a_press_that_fails_says_so_in_the_speakers_language(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.says = broken
    english = Chat(client=chat.client, connector=connector, locale="en-GB")
    answer = await english.execute({"v": 1, "c": "k.0"})
    assert answer["type"] == MESSAGE
    assert "report number" in answer["value"]
    assert connector.sent == []


async def test_a_connector_that_refuses_does_not_stop_what_follows(
    chat: Chat,
    listener: Listener,
    connector: Connector,
    caplog: pytest.LogCaptureFixture,
) -> None:
    connector.refusals = [(400, "BadSyntax")]
    listener.says = lambda _: Answered(then=(Outgoing(text="een"), Outgoing(text="twee")))
    with caplog.at_level(logging.WARNING):
        assert (await chat.say("hallo")).status == 200
    assert connector.words() == ["twee"]
    assert "'status': 400, 'code': 'BadSyntax'" in caplog.text


def slowly(seconds: float, answered: Answered) -> Any:
    async def says(_: Heard) -> Answered:
        await asyncio.sleep(seconds)
        return answered

    return says


async def test_only_a_slow_turn_shows_that_it_is_at_work(
    hurried: Hurried, listener: Listener, connector: Connector
) -> None:
    async with hurried(0.05, 5) as chat:
        await chat.say("snel")
        assert connector.typing == []
        listener.says = slowly(0.2, words("klaar"))
        await chat.say("langzaam")
    assert len(connector.typing) == 1
    assert connector.words() == ["klaar"]


async def test_nobody_is_said_to_be_at_work_after_the_answer(
    hurried: Hurried, listener: Listener, connector: Connector
) -> None:
    connector.slow = 0.3
    listener.says = slowly(0.1, Answered(instead=RECEIPT))
    async with hurried(0.02, 5) as chat:
        assert (await chat.execute({"v": 1, "c": "k.0"}))["value"] == RECEIPT
        await asyncio.sleep(0.4)
    assert connector.typing == []


async def test_a_very_slow_turn_is_acknowledged_and_answered_later(
    hurried: Hurried, listener: Listener, connector: Connector
) -> None:
    listener.says = slowly(0.4, words("klaar"))
    async with hurried(0.02, 0.1) as chat:
        response = await chat.deliver(chat.activity("message", text="hallo"))
        assert response.status == 200
        assert connector.sent == []
        await chat.client.app[CHANNEL].settled()
    assert connector.words() == ["klaar"]


async def test_late_replies_are_sent_although_they_were_expected_in_the_response(
    hurried: Hurried, listener: Listener, connector: Connector
) -> None:
    listener.says = slowly(0.3, words("klaar"))
    async with hurried(0.02, 0.1) as chat:
        response = await chat.say("hallo", deliveryMode="expectReplies")
        assert (await response.json())["activities"] == []
    assert connector.words() == ["klaar"]
    assert connector.typing == []


async def test_a_very_slow_press_is_told_so_and_its_card_replaced_later(
    hurried: Hurried, listener: Listener, connector: Connector
) -> None:
    listener.says = slowly(0.3, Answered(instead=RECEIPT, then=(Outgoing(text="verder"),)))
    async with hurried(0.02, 0.1) as chat:
        answer = await chat.execute({"v": 1, "c": "k.0"}, about="m9")
    assert answer["type"] == MESSAGE
    assert [(u.about, u.card) for u in connector.updated] == [("m9", RECEIPT)]
    assert connector.words() == ["verder"]


async def test_closing_waits_for_what_is_under_way(
    hurried: Hurried, listener: Listener, connector: Connector
) -> None:
    listener.says = slowly(0.3, words("klaar"))
    async with hurried(0.01, 0.05) as chat:
        await chat.deliver(chat.activity("message", text="hallo"))
    assert connector.words() == ["klaar"]


async def test_a_conversation_is_heard_one_at_a_time_and_others_meanwhile(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    running: dict[str, int] = {}
    most: list[int] = []

    async def says(heard: Heard) -> Answered:
        running[heard.conversation] = running.get(heard.conversation, 0) + 1
        assert running[heard.conversation] == 1
        most.append(sum(running.values()))
        await asyncio.sleep(0.01)
        running[heard.conversation] -= 1
        return words(heard.text)

    listener.says = says
    other = chat.of("5e0d9c44-0000-4a1f-8f00-6a1b2c3d4e5f", "Piet")
    turns = [c.activity("message", text=f"{n}") for n in range(5) for c in (chat, other)]
    statuses = await asyncio.gather(*(chat.deliver(body) for body in turns))
    assert {r.status for r in statuses} == {200}
    mine = [s.text for s in connector.sent if s.conversation == chat.conversation]
    assert sorted(mine) == ["0", "1", "2", "3", "4"]
    assert max(most) == 2


async def test_a_lock_that_nobody_uses_is_forgotten() -> None:
    locks = Locks()
    async with locks.of("a"):
        assert locks.of("a").locked()
        assert not locks.of("b").locked()
        assert len(locks) == 1
    assert len(locks) == 0


async def test_an_accepted_file_is_uploaded_and_shown(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.files["f1"] = ("plan.docx", b"inhoud")
    file = OfferedFile(id="f1", name="plan.docx", description="Het plan", size=6)
    listener.says = lambda h: Answered(
        then=(Outgoing(file=file),) if h.kind == "words" else (Outgoing(text="gedaan"),)
    )
    await chat.say("concept")
    offer = connector.sent[0].attached("application/vnd.microsoft.teams.card.file.consent")
    assert offer
    assert (offer["description"], offer["sizeInBytes"]) == ("Het plan", 6)
    response = await chat.answer_file(offer["acceptContext"], accept=True)
    assert response.status == 200
    ((headers, content),) = connector.uploads
    assert (content, headers["Content-Range"]) == (b"inhoud", "bytes 0-5/6")
    assert "Authorization" not in headers
    shown = connector.sent[1].attached("application/vnd.microsoft.teams.card.file.info")
    assert shown == {"uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D", "fileType": "docx"}
    assert [d.about for d in connector.deleted] == ["m1"]
    assert (listener.heard[1].kind, listener.heard[1].file) == ("file_accepted", "f1")
    assert connector.words() == ["gedaan"]


async def test_a_declined_file_goes_nowhere(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    await chat.answer_file({"v": 1, "f": "f1"}, accept=False)
    assert (listener.heard[0].kind, listener.heard[0].file) == ("file_declined", "f1")
    assert connector.uploads == []
    assert len(connector.deleted) == 1


async def test_a_file_that_is_gone_is_said_to_be(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    await chat.answer_file({"v": 1, "f": "f1"}, accept=True)
    assert connector.uploads == []
    assert "opnieuw" in connector.words()[0]


async def test_an_upload_that_is_refused_ends_in_an_apology(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    listener.files["f1"] = ("plan.docx", b"inhoud")
    connector.refusals = [(500, "Broken")]
    assert (await chat.answer_file({"v": 1, "f": "f1"}, accept=True)).status == 200
    assert "nummer" in connector.words()[0]
