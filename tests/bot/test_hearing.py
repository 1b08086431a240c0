"""What comes in from Teams, as the turns hear it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.bot.chat import BOT, TENANT, Chat
from tests.bot.conftest import Listener
from tests.bot.connector import Connector


async def test_words_come_from_a_person_in_a_tenant(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    assert (await chat.say("  hallo daar ")).status == 200
    (heard,) = listener.heard
    assert (heard.kind, heard.text, heard.scope) == ("words", "hallo daar", "personal")
    assert (heard.tenant, heard.object_id) == (TENANT, chat.person)
    assert heard.address == {
        "service_url": connector.url + "/",
        "conversation": chat.conversation,
        "bot": BOT,
        "user": f"29:1{chat.person}",
        "tenant": TENANT,
        "channel": "msteams",
    }


async def test_a_guest_is_somebody_in_the_same_tenant(chat: Chat, listener: Listener) -> None:
    await chat.guest().say("hallo")
    assert listener.heard[0].tenant == TENANT
    assert listener.heard[0].object_id != chat.person


async def test_the_mention_of_the_bot_is_no_part_of_the_words(
    chat: Chat, listener: Listener
) -> None:
    await chat.in_channel().mention("status")
    (heard,) = listener.heard
    assert (heard.kind, heard.text, heard.scope) == ("words", "status", "channel")
    assert heard.conversation.endswith(";messageid=1700000000000")


async def test_a_mention_without_its_entity_is_only_text(chat: Chat, listener: Listener) -> None:
    await chat.say("<at>all</at> hallo")
    assert listener.heard[0].text == "<at>all</at> hallo"


async def test_somebody_else_who_is_mentioned_keeps_the_name(
    chat: Chat, listener: Listener
) -> None:
    entity = {
        "type": "mention",
        "text": "<at>Jan</at>",
        "mentioned": {"id": "29:x", "name": "Jan"},
    }
    await chat.say("vraag <at>Jan</at>", entities=[entity])
    assert listener.heard[0].text == "vraag Jan"


async def test_a_name_that_holds_mentions_is_no_mention(chat: Chat, listener: Listener) -> None:
    """Else a small message would grow with each of them."""
    names = [f"<at>{n}</at>" for n in range(30)]
    entities = [
        {"type": "mention", "text": name, "mentioned": {"id": "x", "name": names[n - 1] * 20}}
        for n, name in enumerate(names)
    ]
    entities.append(
        {"type": "mention", "text": "a", "mentioned": {"id": "x", "name": "b" * 9_999}}
    )
    await chat.say("a " + names[5], entities=entities)
    assert listener.heard[0].text == "a " + (names[4] * 20)[:200]


async def test_a_text_that_teams_would_not_send_is_refused(chat: Chat, listener: Listener) -> None:
    assert (await chat.say("x" * 40_000)).status == 200
    assert (await chat.say("x" * 40_001)).status == 400
    assert len(listener.heard) == 1


@pytest.mark.parametrize("way", ["submit", "execute"])
async def test_a_button_brings_its_card_and_the_inputs(
    chat: Chat, listener: Listener, way: str
) -> None:
    await getattr(chat, way)({"v": 1, "c": "k7.2", "A1/M11": "ja", "n": 4, "x": 1.5, "b": True})
    (heard,) = listener.heard
    assert (heard.kind, heard.card, heard.about) == ("press", "k7.2", "m1")
    assert heard.inputs == {"A1/M11": "ja", "n": "4", "x": "1.5", "b": "true"}


async def test_nothing_that_could_be_unpickled_gets_through(
    chat: Chat, listener: Listener
) -> None:
    evil = {"py/reduce": [{"py/function": "os.mkdir"}, ["x"]]}
    await chat.submit({"v": 1, "c": "k.0", "A1": evil, "py/object": "os.x", "L": ["a"], "N": None})
    assert listener.heard[0].inputs == {}


@pytest.mark.parametrize(
    "data", [{"c": "k.0"}, {"v": 2, "c": "k.0"}, {"v": True, "c": "k.0"}, {"v": 1, "c": {"k": 0}}]
)
async def test_a_card_that_is_not_ours_has_no_id(
    chat: Chat, listener: Listener, data: dict[str, Any]
) -> None:
    await chat.submit(data)
    assert (listener.heard[0].kind, listener.heard[0].card) == ("press", "")


async def test_control_characters_and_halved_ones_are_left_out(
    chat: Chat, listener: Listener
) -> None:
    await chat.say("a\x00b\ud83dc\nd")
    await chat.submit({"v": 1, "c": "k.0", "A1": "x\ud83d\x07y"})
    assert listener.heard[0].text == "abc\nd"
    assert listener.heard[1].inputs == {"A1": "xy"}


async def test_a_file_is_not_words_but_formatted_text_is(chat: Chat, listener: Listener) -> None:
    html = {"contentType": "text/html", "content": "<p>dag</p>"}
    file = {"contentType": "application/vnd.microsoft.teams.file.download.info", "content": {}}
    await chat.say("dag", attachments=[html])
    await chat.say("kijk", attachments=[html, file])
    assert [h.kind for h in listener.heard] == ["words", "attachment"]


async def test_an_install_and_a_removal_are_heard_as_often_as_they_are_told(
    chat: Chat, listener: Listener
) -> None:
    await chat.install()
    await chat.uninstall()
    assert [h.kind for h in listener.heard] == ["joined", "joined", "left", "left"]


async def test_another_person_joining_is_not_us(chat: Chat, listener: Listener) -> None:
    await chat.deliver(chat.activity("conversationUpdate", membersAdded=[{"id": "29:other"}]))
    assert listener.heard == []
    await chat.deliver(chat.activity("installationUpdate", action="add-upgrade"))
    assert [(heard.kind, heard.asks) for heard in listener.heard] == [("noticed", False)]


async def test_in_dev_a_person_may_have_an_id_only(chat: Chat, listener: Listener) -> None:
    bare = {"from": {"id": "p-sanne"}, "channelData": None, "conversation": {"id": "c"}}
    assert (await replace(chat, more=bare).say("hallo")).status == 200
    (heard,) = listener.heard
    assert (heard.tenant, heard.object_id, heard.scope) == ("dev", "p-sanne", "personal")


async def test_the_second_delivery_has_the_same_activity_id(
    chat: Chat, listener: Listener
) -> None:
    body = chat.activity("message", text="hallo")
    await chat.deliver(body)
    await chat.deliver(body)
    assert {h.activity for h in listener.heard} == {body["id"]}


@pytest.mark.parametrize("kind", ["typing", "endOfConversation", "event", "x"])
async def test_what_we_do_not_listen_to_is_acknowledged(
    chat: Chat, listener: Listener, kind: str
) -> None:
    assert (await chat.deliver(chat.activity(kind, text="hallo"))).status == 200
    invoked = await chat.deliver(chat.activity("invoke", name="other", value={}))
    assert (invoked.status, await invoked.json()) == (200, {})
    assert listener.heard == []
