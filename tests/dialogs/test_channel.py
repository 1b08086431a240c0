"""A team's channel: named by the coordinator, told of dates and points, never of answers."""

from __future__ import annotations

from datetime import timedelta

from bot.cards import plain
from dialogs import say
from dialogs.meeting.plan_card import plan_view
from dialogs.messages import KINDS
from plan.records import Comment, Message, Team, altered
from tests.dialogs.talk import CO, MONDAY, RUUD, Talk, words
from tests.dialogs.test_attending import SESSION, talk

TEAM = Team(key="19:abc@thread.tacv2", reference={"conversation": "19:abc"}, by="", at=MONDAY)


def said(here: Talk, who: str, text: str) -> str:
    return words(here.say(who, text, scope="channel", team=TEAM))


def test_the_coordinator_names_the_channel_and_it_hears_the_session_at_once() -> None:
    here = talk()
    assert "Opgeslagen" in said(here, CO, "hier")
    (team,) = here.dossier.all(Team)
    assert (team.key, team.by) == (TEAM.key, CO)
    (notice,) = here.dossier.all(Message)
    assert notice.to == TEAM.key
    reply = say(here.dossier, notice, here.at)
    assert reply
    assert reply.view
    assert "Raadzaal" in plain(reply.view, "nl")
    assert "Camera of licht?" in plain(reply.view, "nl")
    assert not reply.view.buttons


def test_anybody_else_and_anything_else_is_sent_to_a_personal_chat() -> None:
    here = talk()
    for who, text in ((RUUD, "hier"), (CO, "status"), (CO, "resultaten"), (RUUD, "concept")):
        assert "persoonlijk gesprek" in said(here, who, text)
    assert here.dossier.all(Team) == ()


def test_a_channel_can_be_left() -> None:
    here = talk()
    said(here, CO, "hier")
    assert "niets meer" in said(here, CO, "niet hier")
    assert here.dossier.all(Team) == ()


def test_a_kind_without_words_for_a_channel_never_reaches_one() -> None:
    here = talk(TEAM, Comment(key="B1", round="r", org="POL", text="Geheim"))
    told = {kind for kind, made in KINDS.items() if made.tell}
    assert told == {"session_notice"}
    for kind in KINDS:
        message = Message(
            key=f"{kind}/x", to=TEAM.key, kind=kind, text="session", due=MONDAY, made_at=MONDAY
        )
        reply = say(here.dossier, message, MONDAY)
        assert (reply is not None) is (kind == "session_notice")


def test_a_session_that_is_planned_or_moved_is_told_and_one_that_is_over_is_not() -> None:
    here = talk(TEAM)
    view = here.say(CO, "sessie")
    assert "Nog niet vandaag" in words(view)
    here.press(CO, plan_view(here.dossier, here.said(CO)), "plan", {"place": "Kantine"})
    notices = [m for m in here.dossier.all(Message) if m.kind == "session_notice"]
    assert [m.to for m in notices] == [TEAM.key]
    over = here.dossier.plus((altered(SESSION, ended_at=MONDAY),))
    assert say(over, notices[0], MONDAY + timedelta(days=1)) is None
