"""What goes out by itself says what is true when it goes out, or does not go out."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cards import MOST_BUTTONS, plain
from dialogs import say, summary
from dialogs.meeting.parts import people
from dialogs.messages.lost import whom
from dialogs.questionnaire.core import core_view
from dialogs.questionnaire.parts import NOT_ME
from dialogs.questionnaire.sheet import open_sheet
from dialogs.wishing import FEWER
from plan.records import Message, Organisation, Person, Submission, Wish, altered
from tests.dialogs.talk import CO, MONDAY, ROUND, RUUD, Talk, view_of, words


def reminder(number: int, who: str = RUUD, org: str = "POL") -> Message:
    key = f"reminder/{ROUND}/{org}/{number}"
    return Message(
        key=key, to=who, kind="reminder", request=ROUND, org=org, due=MONDAY, made_at=MONDAY
    )


def read(talk: Talk, message: Message, at: datetime = MONDAY) -> str:
    reply = say(talk.dossier, message, at)
    assert reply
    return plain(reply.view, "nl") if reply.view else reply.text.nl if reply.text else ""


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_reminder_holds_the_open_questions_and_a_way_to_fewer_messages(number: int) -> None:
    talk = Talk()
    reply = say(talk.dossier, reminder(number), MONDAY)
    assert reply
    assert reply.view
    assert reply.view.title.nl == "Nog 10 vragen"
    assert reply.view.buttons[-2:] == (NOT_ME, FEWER)
    assert len(reply.view.buttons) <= MOST_BUTTONS
    assert "bellen" in read(talk, reminder(number)) or number < 3


def test_a_reminder_and_the_list_of_what_waits_count_as_the_first_card_did() -> None:
    talk = Talk()
    sheet = open_sheet(talk.dossier, talk.said(RUUD).who)
    assert sheet
    assert core_view(talk.dossier, sheet).title.nl == "De kern: 10 vragen"
    assert "nog 10 vragen te gaan" in read(talk, reminder(1))
    assert "nog 10 vragen, uiterlijk" in words(talk.say(RUUD, "openstaand"))
    talk.press(RUUD, core_view(talk.dossier, sheet), "save_known", {"R1": "4"})
    assert read(talk, reminder(1)).startswith("Nog 6 vragen")


def test_not_for_me_on_a_reminder_hands_the_questions_on() -> None:
    talk = Talk()
    reply = say(talk.dossier, reminder(1), MONDAY)
    assert reply
    assert reply.view
    assert "Voor wie zijn deze vragen wel?" in words(talk.press(RUUD, reply.view, "not_me", {}))


def test_no_message_ends_all_messages_by_one_click() -> None:
    talk = Talk()
    for number in (1, 2, 3):
        reply = say(talk.dossier, reminder(number), MONDAY)
        assert reply
        assert reply.view
        assert "stop" not in [button.verb for button in reply.view.buttons]
        ways = view_of(talk.press(RUUD, reply.view, FEWER.verb, {}))
        assert not talk.dossier.all(Wish)
    talk.press(RUUD, ways, "stop", {})
    assert [wish.stopped for wish in talk.dossier.all(Wish)] == [True]


def test_the_button_of_a_reminder_of_before_ends_them_still() -> None:
    talk = Talk()
    reply = say(talk.dossier, reminder(1), MONDAY)
    assert reply
    assert reply.view
    former = altered(talk.show(RUUD, reply.view), verbs=("stop",))
    talk.press(RUUD, former, "stop", {})
    assert [wish.stopped for wish in talk.dossier.all(Wish)] == [True]


def test_one_question_is_one_question_and_a_minute_one_minute() -> None:
    talk = Talk()
    sheet = open_sheet(talk.dossier, talk.said(RUUD).who)
    assert sheet
    most = {"O2/T1": "2", "O2/T2": "3", "P1/T1": "houden", "S2/T1": "deels", "S2/T2": "deels"}
    talk.press(RUUD, core_view(talk.dossier, sheet), "save_known", {**most, "R1": "4"})
    said = read(talk, reminder(1))
    assert said.startswith("Nog 1 vraag\n")
    assert "nog 1 vraag te gaan, ongeveer 1 minuut werk" in said


def test_a_reminder_goes_to_nobody_who_is_ready_nor_after_the_last_day() -> None:
    talk = Talk()
    late = datetime(2026, 10, 6, 7, 0, tzinfo=UTC)
    assert say(talk.dossier, reminder(3), late) is None
    talk.say(RUUD, "vraag voor vraag")
    talk.say(RUUD, "Meer vernieling")
    talk.say(RUUD, "klaar")
    assert say(talk.dossier, reminder(1), MONDAY + timedelta(days=1)) is None


def test_what_the_feed_shows_names_nobody() -> None:
    for kind in ("invitation", "handed", "reminder", "ended", "digest", "new_contact"):
        message = Message(key="m", to=CO, kind=kind, text="Jan Jansen", due=MONDAY, made_at=MONDAY)
        for name in ("Jan", "Politie", "Ruud"):
            assert name not in summary(message).nl


def test_the_card_on_which_the_session_is_planned_says_why_it_comes() -> None:
    due = Message(key="d", to=CO, kind="session_plan_due", due=MONDAY, made_at=MONDAY)
    said = read(Talk(), due)
    title, first = said.splitlines()[:2]
    assert title == "Collectieve sessie plannen"
    assert first.startswith("Het is tijd om de collectieve sessie te plannen: deelnemers")


@pytest.mark.parametrize(
    ("orgs", "told"),
    [
        (("POL",), "Nieuw: Politie is klaar."),
        (("WEL", "POL"), "Nieuw: Welzijn en Politie zijn klaar."),
        (
            ("WEL", "A", "B", "C", "D", "E", "POL", "F"),
            "Nieuw: Welzijn, A, B, C, D en nog 3 zijn klaar.",
        ),
    ],
)
def test_the_news_of_the_day_names_who_became_ready(orgs: tuple[str, ...], told: str) -> None:
    talk = Talk()
    at = [MONDAY + timedelta(minutes=n) for n in range(len(orgs))]
    ready = (
        Submission(key=f"{ROUND}/{org}", round=ROUND, org=org, by=RUUD, at=when)
        for org, when in zip(orgs, at, strict=True)
    )
    talk.dossier = talk.dossier.plus(ready)
    morning = MONDAY + timedelta(days=1)
    news = Message(key="digest/1", to=CO, kind="digest", due=morning, made_at=morning)
    assert read(talk, news, morning).splitlines()[:2] == ["Resultaten", told]


def test_in_a_list_of_people_the_organisation_stands_without_brackets() -> None:
    talk = Talk()
    talk.dossier = talk.dossier.plus([Organisation(key="POL", name="Team Handhaving (boa's)")])
    names = [name.nl for _, name in people(talk.dossier)]
    assert "Ruud Tamminga, Team Handhaving (boa's)" in names
    lost = whom(talk.dossier, reminder(1)).nl
    assert lost == "Ruud Tamminga, Team Handhaving (boa's)"


@pytest.mark.parametrize(
    ("phone", "told"),
    [(None, "Neem contact op en vul"), ("0612345678", "Bel (0612345678) en vul")],
)
def test_who_took_the_app_away_is_phoned_where_a_number_is_known(
    phone: str | None, told: str
) -> None:
    talk = Talk()
    person = talk.dossier.get(Person, RUUD)
    assert person
    talk.dossier = talk.dossier.plus(
        [altered(person, phone=phone), Wish(key=RUUD, left_at=MONDAY)]
    )
    left = Message(key="l", to=CO, kind="left", text=RUUD, due=MONDAY, made_at=MONDAY)
    said = read(talk, left)
    assert said.startswith("Ruud Tamminga, Politie, heeft de app in Teams verwijderd.")
    assert told in said
