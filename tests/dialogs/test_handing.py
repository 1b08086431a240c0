"""Handing on a request or one topic of it: who is asked then, and who counts."""

from datetime import date

import pytest

from dialogs.messages import say
from plan.calendar import moment
from plan.records import Handover, Message, Person, Submission, Wish
from tests.dialogs.talk import (
    CO,
    ELS,
    MIRA,
    MONDAY,
    ROUND,
    RUUD,
    Talk,
    filled,
    view_of,
    words,
)

OTHER_TOPICS = {"O2/T1": "2", "O2/T2": "3", "P1/T1": "houden", "R1": "4", "F2": "3"}


def handed(talk: Talk) -> Message:
    """Ruud hands topic 5 to Els; what Els gets."""
    card = view_of(talk.say(RUUD, "mijn collega doet onderwerp 5"))
    turn = talk.press(RUUD, card, "hand_over", {"to": ELS})
    assert words(turn).startswith("Opgeslagen. Els Bakker krijgt de vragen")
    (message,) = talk.dossier.all(Message)
    return message


def test_a_colleague_gets_the_topic_and_hears_from_whom() -> None:
    talk = Talk()
    message = handed(talk)
    assert (message.to, message.kind, message.text) == (ELS, "handed", "cooperation")
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    assert reply.view.title.nl == "5. Samenwerking en nagekomen afspraken"
    first = reply.view.elements[0]
    assert first.text.nl.startswith("Ruud Tamminga vraagt u")  # type: ignore[union-attr]


def test_who_handed_a_topic_on_is_not_asked_it_any_more() -> None:
    talk = Talk()
    handed(talk)
    card = view_of(talk.say(RUUD, "verder"))
    assert {one.id for one in card.inputs()} & {"S2/T1", "S2/T2"} == set()
    turn = talk.press(RUUD, card, "save_known", OTHER_TOPICS)
    assert "Nog niet klaar: Els Bakker." in words(turn)
    assert not talk.dossier.get(Submission, f"{ROUND}/POL")


def test_the_answer_counts_once_for_the_organisation_when_both_are_in() -> None:
    talk = Talk()
    message = handed(talk)
    card = view_of(talk.say(RUUD, "verder"))
    talk.press(RUUD, card, "save_known", OTHER_TOPICS)
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    turn = talk.press(ELS, reply.view, "save", {"S2/T1": "deels", "S2/T2": "volledig"})
    assert "Bedankt, dit onderwerp is binnen" in words(turn)
    assert "liggen bij Ruud Tamminga" in words(turn)
    assert talk.dossier.get(Submission, f"{ROUND}/POL")
    by = {a.question: a.by for a in talk.dossier.answers_in(ROUND, "POL")}
    assert (by["R1"], by["S2"]) == (RUUD, ELS)


def test_a_reminder_asks_who_is_ready_to_remind_the_colleague() -> None:
    talk = Talk()
    handed(talk)
    talk.press(RUUD, view_of(talk.say(RUUD, "verder")), "save_known", OTHER_TOPICS)
    reminder = Message(
        key=f"reminder/{ROUND}/POL/1",
        to=RUUD,
        kind="reminder",
        request=ROUND,
        org="POL",
        due=MONDAY,
        made_at=MONDAY,
    )
    reply = say(talk.dossier, reminder, talk.at)
    assert reply
    assert reply.view
    assert "Nog niet klaar: Els Bakker" in reply.view.elements[0].text.nl  # type: ignore[union-attr]


def test_this_is_not_for_me_hands_on_everything() -> None:
    talk = Talk()
    card = view_of(talk.press(RUUD, view_of(talk.say(RUUD, "verder")), "not_me", {}))
    talk.press(RUUD, card, "hand_over", {"to": ELS})
    (handover,) = talk.dossier.all(Handover)
    assert (handover.topic, handover.to, handover.by) == ("all", ELS, RUUD)


def test_somebody_unknown_is_named_to_the_coordinator() -> None:
    talk = Talk()
    card = view_of(talk.say(MIRA, "niet voor mij"))
    turn = talk.press(MIRA, card, "hand_over", {"to": "other", "name": ""})
    assert turn.instead
    assert "Vul een naam en een zakelijk e-mailadres in." in words(turn)
    assert not turn.keep
    turn = talk.press(MIRA, turn.instead, "hand_over", {"name": "Jan, jan@welzijn.example"})
    assert words(turn).startswith("Opgeslagen. De coördinator voegt deze persoon toe")
    (message,) = talk.dossier.all(Message)
    assert (message.to, message.kind) == (CO, "new_contact")
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.text
    assert "Welzijn noemt een andere contactpersoon voor de vragen: Jan" in reply.text.nl


def test_nobody_of_another_organisation_gets_the_questions() -> None:
    talk = Talk()
    card = view_of(talk.say(RUUD, "mijn collega doet onderwerp 5"))
    talk.press(RUUD, card, "hand_over", {"to": MIRA})
    assert not talk.dossier.all(Handover)


def test_later_and_no_messages_do_not_wipe_each_other_out() -> None:
    talk = Talk()
    talk.dossier = talk.dossier.plus([Wish(key=RUUD, stand_in=ELS)])
    talk.say(RUUD, "geen berichten")
    card = view_of(talk.say(RUUD, "verder"))
    talk.press(RUUD, card, "later", {})
    wish = talk.dossier.get(Wish, RUUD)
    assert wish
    assert (wish.stopped, wish.stand_in, str(wish.snoozed_until)) == (True, ELS, "2026-09-17")
    talk.say(RUUD, "wel berichten")
    wish = talk.dossier.get(Wish, RUUD)
    assert wish
    assert (wish.stopped, wish.stand_in, wish.snoozed_until) == (False, ELS, None)


@pytest.mark.parametrize(
    ("day", "until"),
    [(1, "maandag 5 oktober"), (3, "maandag 5 oktober"), (5, "donderdag 8 oktober")],
)
def test_later_lasts_no_longer_than_until_the_last_day(day: int, until: str) -> None:
    """Which is Monday 5 October; on that day itself no reminder is left."""
    talk = Talk(at=moment(date(2026, 10, day)))
    turn = talk.press(RUUD, view_of(talk.say(RUUD, "verder")), "later", {})
    assert f"Tot {until} stuur ik u geen herinnering" in words(turn)


def other() -> Talk:
    """Els has the card too, and a third colleague can be asked."""
    talk = Talk()
    talk.dossier = talk.dossier.plus([Person(key="p-bo", name="Bo Smit", org="POL")])
    return talk


def test_who_hands_on_after_a_colleague_hears_to_whom_and_chooses() -> None:
    talk = other()
    view = view_of(talk.say(RUUD, "mijn collega doet onderwerp 5"))
    first, second = talk.show(RUUD, view), talk.show(ELS, view)
    talk.press(RUUD, first, "hand_over", {"to": ELS, "name": ""})
    turn = talk.press(ELS, second, "hand_over", {"to": "p-bo", "name": ""})
    (handover,) = talk.dossier.all(Handover)
    assert handover.to == ELS
    assert "Ruud Tamminga gaf dit intussen door aan Els Bakker" in words(turn)
    assert turn.instead
    assert filled(turn.instead)["to"] == "p-bo"
    talk.press(ELS, turn.instead, "hand_over", {})
    (handover,) = talk.dossier.all(Handover)
    assert handover.to == "p-bo"


def test_the_same_colleague_is_not_asked_twice() -> None:
    talk = other()
    view = view_of(talk.say(RUUD, "mijn collega doet onderwerp 5"))
    first, second = talk.show(RUUD, view), talk.show(RUUD, view)
    talk.press(RUUD, first, "hand_over", {"to": ELS, "name": ""})
    sent = talk.dossier.all(Message)
    turn = talk.press(RUUD, second, "hand_over", {"to": ELS, "name": ""})
    assert "gaf dit al door aan Els Bakker" in words(turn)
    assert talk.dossier.all(Message) == sent
