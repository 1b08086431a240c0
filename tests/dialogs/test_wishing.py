"""Fewer messages in two clicks from the message itself, and all of them again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dialogs import say
from dialogs.messages import KINDS
from dialogs.view import View
from dialogs.wishing import OPENS, wishes_view
from plan.calendar import local
from plan.records import Message, Wish, altered
from plan.reminders import AWAITED, STOPPED, parcels, set_aside
from tests.dialogs.living import look
from tests.dialogs.talk import CO, ELS, MONDAY, ROUND, RUUD, Talk, view_of, words
from tests.dialogs.test_bundling import EVE, PAPERS, REMINDER, owed, sent, talk


def wish(here: Talk, who: str = RUUD) -> Wish:
    return here.dossier.get(Wish, who) or Wish(key=who)


def opened(here: Talk, message: Message = PAPERS, who: str = RUUD) -> View:
    reply = say(here.dossier, message, MONDAY)
    assert reply
    assert reply.view
    return view_of(here.press(who, reply.view, OPENS, {}))


@pytest.mark.parametrize(
    ("verb", "field"), [("three", "snoozed_until"), ("week", "snoozed_until"), ("stop", "stopped")]
)
def test_two_clicks_give_fewer_messages(verb: str, field: str) -> None:
    here = talk(PAPERS)
    turn = here.press(RUUD, opened(here), verb, {})
    assert getattr(wish(here), field)
    assert "Opgeslagen" in words(turn)


@pytest.mark.parametrize("verb", ["three", "week", "stop"])
def test_two_clicks_end_it_again(verb: str) -> None:
    here = talk(PAPERS)
    here.press(RUUD, opened(here), verb, {})
    here.press(RUUD, opened(here), "again", {})
    assert wish(here) == Wish(key=RUUD)


def test_two_clicks_lead_to_a_stand_in() -> None:
    here = talk(PAPERS)
    turn = here.press(RUUD, opened(here), "stand_in", {})
    assert turn.instead
    here.press(RUUD, turn.instead, "name", {"to": ELS, "until": "2026-10-01"})
    assert wish(here).stand_in == ELS


def test_two_clicks_end_a_stand_in() -> None:
    here = talk(PAPERS)
    here.dossier = here.dossier.plus([Wish(key=RUUD, stand_in=ELS)])
    here.press(RUUD, wishes_view(here.dossier, here.said(RUUD)), "end", {})
    assert wish(here).stand_in is None


def test_a_coordinator_has_no_stand_in_here_either() -> None:
    here = Talk()
    verbs = [button.verb for button in wishes_view(here.dossier, here.said(CO)).buttons]
    assert "stand_in" not in verbs
    assert "stop" in verbs


def test_one_word_does_it_too() -> None:
    here = Talk()
    assert view_of(here.say(RUUD, "berichten")).title.nl == "Uw berichten"
    here.say(RUUD, "geen berichten")
    assert wish(here).stopped
    here.say(RUUD, "wel berichten")
    assert not wish(here).stopped


def test_a_stop_is_told_to_the_coordinator_once() -> None:
    here = Talk()
    here.say(RUUD, "geen berichten")
    here.say(RUUD, "geen berichten")
    [told] = [m for m in here.dossier.all(Message) if m.kind == "stopped"]
    assert told.to == CO
    reply = say(here.dossier, told, MONDAY)
    assert reply
    assert reply.text
    assert "Ruud Tamminga, Politie, wil geen berichten meer" in reply.text.nl
    here.say(RUUD, "wel berichten")
    assert say(here.dossier, told, MONDAY) is None


def test_a_coordinator_who_stops_tells_nobody() -> None:
    here = Talk()
    here.say(CO, "geen berichten")
    assert not here.dossier.all(Message)


def test_answering_again_lifts_nothing() -> None:
    here = talk(REMINDER)
    here.say(RUUD, "geen berichten")
    here.say(RUUD, "verder")
    here.press(RUUD, sent(here, REMINDER), "save", {"R1": "4"})
    here.say(RUUD, "klaar")
    assert wish(here).stopped


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"session_notice"} - AWAITED))
def test_no_kind_of_message_reaches_who_wants_none(kind: str) -> None:
    here = Talk()
    message = altered(owed(kind, request=ROUND), due=MONDAY)
    known = here.dossier.plus([Wish(key=RUUD, stopped=True), message])
    assert parcels(known, MONDAY) == ()
    known = known.plus(set_aside(known, MONDAY))
    kept = known.get(Message, message.key)
    assert kept
    assert kept.failed == STOPPED


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"session_notice"} - AWAITED))
def test_every_kind_of_message_goes_to_the_stand_in(kind: str) -> None:
    here = Talk()
    message = altered(owed(kind, request=ROUND), due=MONDAY)
    known = here.dossier.plus([Wish(key=RUUD, stand_in=ELS), message])
    [parcel] = parcels(known, MONDAY)
    assert parcel == (message,)


def test_every_message_says_how_to_get_fewer() -> None:
    here = talk(EVE, PAPERS, REMINDER)
    for message in (EVE, PAPERS, REMINDER):
        reply = say(here.dossier, message, MONDAY)
        assert reply
        assert reply.view
        assert {OPENS, "stop"} & {button.verb for button in reply.view.buttons}
    words_only = say(here.dossier, owed("new_contact", CO, text="Jan"), MONDAY)
    assert words_only
    assert words_only.text
    assert words_only.text.nl.endswith('Minder berichten? Typ "berichten".')


def test_a_rest_of_some_days_holds_the_reminder_and_then_it_comes() -> None:
    here = talk(REMINDER)
    here.press(RUUD, opened(here), "three", {})
    day = local(MONDAY).date()
    known, gone = look(here.dossier, MONDAY + timedelta(hours=1))
    assert "reminder" not in [m.kind for one in gone for m in one.messages]
    assert day < (wish(here).snoozed_until or day)
    _, gone = look(known, MONDAY + timedelta(days=3))
    assert "reminder" in [m.kind for one in gone for m in one.messages]


def test_a_rest_of_some_days_does_not_hide_the_session_of_tomorrow() -> None:
    here = talk()
    eve = MONDAY + timedelta(days=11)
    rests = Wish(key=RUUD, snoozed_until=local(eve).date() + timedelta(days=5))
    _, gone = look(here.dossier.plus([rests]), eve)
    kinds = [m.kind for one in gone for m in one.messages if one.to == RUUD]
    assert "session_eve" in kinds


def test_the_coordinator_sees_that_a_question_waits_for_next_week() -> None:
    later = MONDAY + timedelta(days=7)
    asked = altered(owed("invitation", request=ROUND), not_before=later)
    here = talk(asked)
    assert "krijgt de vragen op maandag 21 september" in words(here.say(CO, "partners"))
