"""A stand-in gets the messages of who is away, and can answer for them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from bot.cards import plain
from dialogs import say
from plan.records import Event, Message, Organisation, Person, Submission, Wish, altered
from plan.reminders import due, receiver, waves
from tests.dialogs.talk import ASKED, CO, ELS, MIRA, MONDAY, ROUND, RUUD, Talk, view_of, words
from tests.dialogs.test_handing import OTHER_TOPICS

BEGIN, UNTIL = date(2026, 9, 14), date(2026, 10, 2)
INVITED = Message(
    key=f"invitation/{ROUND}/POL",
    to=RUUD,
    org="POL",
    kind="invitation",
    request=ROUND,
    due=MONDAY,
    made_at=MONDAY,
)


def named(to: str = MIRA) -> Talk:
    """With the stand-in as it stands in the store, of another organisation from before."""
    talk = Talk()
    talk.dossier = talk.dossier.plus([Wish(key=RUUD, stand_in=to, stand_in_until=UNTIL)])
    return talk


def offered(talk: Talk, who: str) -> list[str]:
    inputs = view_of(talk.say(who, "vervanger")).inputs()
    return [key for key, _ in inputs[0].choices] if inputs else []  # type: ignore[union-attr]


def gets(talk: Talk, day: date = BEGIN) -> str:
    person = receiver(talk.dossier, INVITED, day)
    assert person
    return person.key


def test_a_stand_in_is_named_with_a_last_day_and_it_is_in_the_register() -> None:
    talk = Talk()
    card = view_of(talk.say(RUUD, "vervanger"))
    turn = talk.press(RUUD, card, "name", {"to": ELS, "until": UNTIL.isoformat()})
    assert "Opgeslagen. Els Bakker krijgt uw berichten tot en met vrijdag 2 oktober" in words(turn)
    assert talk.dossier.get(Wish, RUUD) == Wish(key=RUUD, stand_in=ELS, stand_in_until=UNTIL)
    assert [event.what for event in talk.dossier.all(Event)] == ["stand_in"]


def test_colleagues_alone_are_offered_and_neither_oneself_nor_the_coordinator() -> None:
    assert offered(Talk(), RUUD) == [ELS]


def test_nobody_of_another_organisation_becomes_a_stand_in() -> None:
    talk = Talk()
    card = talk.show(RUUD, view_of(talk.say(RUUD, "vervanger")))
    turn = talk.press(RUUD, card, "name", {"to": MIRA, "until": UNTIL.isoformat()})
    assert "Kies iemand." in words(turn)
    assert not talk.dossier.all(Wish)


def test_who_has_no_colleague_in_the_plan_hears_how_to_get_one() -> None:
    talk = Talk()
    turn = talk.say(MIRA, "vervanger")
    assert "nog geen collega van u in dit plan" in words(turn)
    assert "Geef de coördinator een naam en een zakelijk e-mailadres door" in words(turn)
    assert view_of(turn).buttons == ()
    talk.dossier = talk.dossier.plus([Person(key="p-bo", name="Bo Smit", org="WEL")])
    assert offered(talk, MIRA) == ["p-bo"]


def test_a_stand_in_of_another_organisation_from_before_stays_until_it_is_ended() -> None:
    talk = named(MIRA)
    talk.dossier = talk.dossier.plus([Wish(key=MIRA, stand_in=ELS)])
    for who, name in ((RUUD, "Mira Chen"), (MIRA, "Els Bakker")):
        card = view_of(talk.say(who, "vervanger"))
        assert f"Nu krijgt {name} uw berichten" in plain(card, "nl")
        talk.press(who, card, "end", {})
    assert [wish.stand_in for wish in talk.dossier.all(Wish)] == [None, None]


def test_the_teams_of_the_municipality_stand_in_for_each_other() -> None:
    talk = Talk()
    teams = (
        Organisation(key="HAN", name="Handhaving", kind="internal"),
        Person(key="p-dirk", name="Dirk", org="HAN"),
        Person(key="p-jo", name="Jo", org="GEM"),
        Person(key="p-nobody", name="Nobody"),
    )
    talk.dossier = talk.dossier.plus(teams)
    assert offered(talk, "p-dirk") == ["p-jo"]
    assert offered(talk, "p-jo") == ["p-dirk"]
    assert offered(talk, RUUD) == [ELS]
    assert offered(talk, "p-nobody") == []


def test_a_coordinator_who_wants_some_quiet_is_not_led_to_the_end_of_all_messages() -> None:
    talk = Talk()
    told = words(talk.say(CO, "vervanger"))
    said = re.search('Typ "(.+?)"', told)
    assert said
    talk.say(CO, said[1])
    assert not talk.dossier.all(Wish)


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        ({"to": CO}, "Kies iemand."),
        ({"to": RUUD}, "Kies iemand."),
        ({"until": "2026-09-13"}, "Kies een dag vanaf vandaag."),
        ({"until": "morgen"}, "Kies een dag vanaf vandaag."),
    ],
)
def test_what_cannot_be_is_said(inputs: dict[str, str], wrong: str) -> None:
    talk = Talk()
    turn = talk.press(RUUD, view_of(talk.say(RUUD, "vervanger")), "name", inputs)
    assert wrong in words(turn)
    assert not turn.keep


def test_a_message_goes_to_the_stand_in_until_the_last_day() -> None:
    talk = named()
    assert gets(talk) == MIRA
    assert gets(talk, UNTIL) == MIRA
    assert gets(talk, UNTIL + timedelta(days=1)) == RUUD


def test_ending_it_gives_the_messages_back_and_keeps_other_wishes() -> None:
    talk = named()
    talk.say(RUUD, "geen berichten")
    card = view_of(talk.say(RUUD, "vervanger"))
    assert "Nu krijgt Mira Chen uw berichten" in plain(card, "nl")
    turn = talk.press(RUUD, card, "end", {})
    assert "U krijgt uw berichten weer zelf" in words(turn)
    assert gets(talk) == RUUD
    assert talk.dossier.get(Wish, RUUD) == Wish(key=RUUD, stopped=True)


def test_without_a_stand_in_there_is_nothing_to_end() -> None:
    card = view_of(Talk().say(RUUD, "vervanger"))
    assert [button.verb for button in card.buttons] == ["name"]


def test_a_circle_leaves_a_message_with_whom_it_is_for() -> None:
    talk = named(ELS)
    talk.dossier = talk.dossier.plus([Wish(key=ELS, stand_in=RUUD)])
    assert gets(talk) == RUUD
    talk.dossier = talk.dossier.plus([Wish(key=ELS, stand_in="gone")])
    assert gets(talk) == RUUD


def test_a_stand_in_hears_for_whom_it_is_and_really_answers_for_them() -> None:
    talk = named()
    reply = say(talk.dossier, INVITED, MONDAY)
    assert reply
    assert reply.view
    assert "U krijgt dit bericht als vervanger van Ruud Tamminga." in plain(reply.view, "nl")
    turn = talk.press(MIRA, reply.view, "save_known", {**OTHER_TOPICS, "S2/T1": "deels"})
    assert "Opgeslagen" in words(turn)
    by = {answer.by for answer in talk.dossier.answers_in(ROUND, "POL")}
    assert by == {MIRA}
    assert not talk.dossier.answers_in(ROUND, "WEL")


def test_who_stands_in_finds_the_questions_after_the_own_are_ready() -> None:
    talk = named(MIRA)
    talk.dossier = talk.dossier.plus([], [r for r in talk.dossier.all(Wish) if r.key != RUUD])
    own = view_of(talk.say(MIRA, "verder"))
    assert own.about["org"] == "WEL"
    ready = Submission(key=f"{ROUND}/WEL", round=ROUND, org="WEL", at=MONDAY)
    talk.dossier = talk.dossier.plus([ready])
    assert view_of(talk.say(MIRA, "verder")).about["org"] == "POL"


def test_a_stranger_to_the_organisation_cannot_answer_for_it() -> None:
    talk = named(ELS)
    reply = say(talk.dossier, INVITED, MONDAY)
    assert reply
    assert reply.view
    turn = talk.press(MIRA, reply.view, "save_known", OTHER_TOPICS)
    assert not turn.keep


def test_a_reminder_is_made_for_the_stand_in_while_the_period_lasts() -> None:
    talk = named()
    sent = [
        Message(
            key=f"invitation/{ROUND}/{org}",
            to=to,
            org=org,
            kind="invitation",
            request=ROUND,
            due=MONDAY,
            made_at=MONDAY,
            sent_at=MONDAY,
        )
        for org, to in (("POL", RUUD), ("WEL", MIRA))
    ]
    talk.dossier = talk.dossier.plus(sent)
    half, _, last = waves(ASKED)
    to = {m.org: m.to for m in due(talk.dossier, half) if m.kind == "reminder"}
    assert to == {"POL": MIRA, "WEL": MIRA}
    later = {m.org: m.to for m in due(talk.dossier, last) if m.kind == "reminder"}
    assert later == {"POL": RUUD, "WEL": MIRA}


def test_what_is_for_the_coordinator_goes_to_nobody_else() -> None:
    talk = Talk()
    talk.dossier = talk.dossier.plus([Wish(key=CO, stand_in=RUUD)])
    digest = altered(INVITED, to=CO, kind="digest")
    person = receiver(talk.dossier, digest, BEGIN)
    assert person
    assert person.key == CO


def test_a_message_that_asks_nothing_follows_the_stand_in_too() -> None:
    talk = named(ELS)
    plan = altered(talk.dossier.plan, readers=(RUUD,))
    talk.dossier = talk.dossier.plus([plan])
    told = altered(INVITED, kind="role", request=None)
    reply = say(talk.dossier, told, MONDAY)
    assert reply
    assert reply.view
    words_ = plain(reply.view, "nl")
    assert "als vervanger van Ruud Tamminga" in words_
    assert "Leest het vastgestelde plan." in words_


def test_the_coordinator_names_none_for_that_would_give_all_answers_away() -> None:
    talk = Talk()
    assert "geen vervanger noemen" in words(talk.say(CO, "vervanger"))
    card = view_of(talk.say(RUUD, "vervanger"))
    assert not talk.press(CO, card, "name", {"to": ELS}).keep
