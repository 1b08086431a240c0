"""Several messages to one person go as one card, and each can be opened from it in one click."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.cards import plain
from dialogs import bundle, say
from dialogs.messages import KINDS
from dialogs.messages.bundling import APART, POST
from dialogs.messages.opening import COORDINATOR
from dialogs.view import Listing, View
from plan.records import (
    Closed,
    CollectiveSession,
    Consent,
    DiscussionPoint,
    Event,
    Message,
    Outcome,
    Person,
    Wish,
    altered,
)
from plan.reminders.weight import BY_WEIGHT
from tests.dialogs.talk import CO, ELS, MONDAY, ROUND, RUUD, Talk, view_of, words

SESSION = CollectiveSession(
    key="session-1",
    day=MONDAY.date().replace(day=28),
    invited=("POL",),
    planned_at=MONDAY,
    agenda_at=MONDAY,
)


def owed(kind: str, to: str = RUUD, **more: object) -> Message:
    given = {"key": f"{kind}/x/{to}", "org": "POL", "due": MONDAY, "made_at": MONDAY}
    return Message(to=to, kind=kind, **(given | more))  # type: ignore[arg-type]


REMINDER = owed("reminder", key=f"reminder/{ROUND}/POL/1", request=ROUND)
PAPERS = owed("session_papers", key="session_papers/s/2026-09-28/r", text="session-1")
EVE = owed("session_eve", key="session_eve/s/2026-09-28/r", text="session-1")


def talk(*messages: Message) -> Talk:
    here = Talk()
    here.dossier = here.dossier.plus([SESSION, *messages])
    return here


def sent(here: Talk, *messages: Message) -> View:
    reply = bundle(here.dossier, messages, MONDAY).reply
    assert reply
    assert reply.view
    return reply.view


def test_one_message_is_the_card_it_always_was() -> None:
    here = talk(REMINDER)
    assert bundle(here.dossier, [REMINDER], MONDAY).reply == say(here.dossier, REMINDER, MONDAY)


def test_the_first_comes_in_full_and_the_others_have_a_line_and_a_button_each() -> None:
    here = talk(REMINDER, PAPERS)
    view = sent(here, REMINDER, PAPERS)
    alone, other = (say(here.dossier, one, MONDAY) for one in (REMINDER, PAPERS))
    assert alone
    assert alone.view
    assert other
    assert other.view
    assert view.title == alone.view.title
    assert view.elements[: len(alone.view.elements)] == alone.view.elements
    *own, not_me, fewer = [button.verb for button in alone.view.buttons]
    assert not_me == "not_me"
    assert [b.verb for b in view.buttons] == [*own, f"{POST}0", fewer]
    assert view.buttons[-2].label.nl == "Open: Agenda van de sessie"
    assert view.elements[-1] == Listing(lines=(other.view.title,))


def test_one_click_gives_the_very_card_the_other_message_would_have_been() -> None:
    here = talk(REMINDER, PAPERS)
    view = sent(here, REMINDER, PAPERS)
    turn = here.press(RUUD, view, f"{POST}0", {})
    alone = say(here.dossier, PAPERS, MONDAY)
    assert alone
    assert view_of(turn) == alone.view
    assert turn.instead is None


def test_the_buttons_of_an_opened_card_work() -> None:
    here = talk(EVE, REMINDER)
    opened = view_of(here.press(RUUD, sent(here, EVE, REMINDER), f"{POST}0", {}))
    turn = here.press(RUUD, opened, "save", {"R1": "4"})
    assert "Opgeslagen" in words(turn)
    assert here.answers()["R1"] == 4


def test_what_waits_goes_along_with_the_next_card() -> None:
    here = talk(REMINDER, PAPERS)
    turn = here.press(RUUD, sent(here, REMINDER, PAPERS), "save", {"R1": "4"})
    cards = [turn.instead, *(reply.view for reply in turn.replies)]
    last = [card for card in cards if card and card.buttons][-1]
    assert last.buttons[-1].verb == f"{POST}0"
    again = here.press(RUUD, last, f"{POST}0", {})
    assert "sessie" in words(again).casefold()


def test_a_receipt_is_followed_by_a_card_with_the_rest() -> None:
    poll = owed("poll", text="p1")
    here = talk(poll, REMINDER)
    point = DiscussionPoint(
        key="p1", session="session-1", subjects=(), kind="other", question="Wel of niet?"
    )
    here.dossier = here.dossier.plus([point])
    turn = here.press(RUUD, sent(here, poll, REMINDER), "voor", {})
    assert turn.instead
    assert turn.instead.buttons == ()
    assert view_of(turn).buttons[-1].label.nl == "Open: Herinnering: vragen staan open"


def test_what_is_no_longer_needed_is_not_in_it() -> None:
    here = talk(REMINDER, PAPERS)
    gone = altered(PAPERS, key="session_papers/s/2026-09-21/r")
    found = bundle(here.dossier, [REMINDER, gone], MONDAY)
    assert found.said == (REMINDER,)
    assert found.needless == (gone,)
    assert found.reply == say(here.dossier, REMINDER, MONDAY)
    assert bundle(here.dossier, [gone], MONDAY).reply is None


def test_a_button_of_what_was_overtaken_says_so() -> None:
    here = talk(EVE, REMINDER)
    view = sent(here, EVE, REMINDER)
    here.say(RUUD, "vraag voor vraag")
    here.say(RUUD, "Meer vernieling")
    here.say(RUUD, "klaar")
    assert "niet meer nodig" in words(here.press(RUUD, view, f"{POST}0", {}))


def digest() -> tuple[Message, ...]:
    """Three things that the coordinator reads of in one card."""
    return (
        owed("talk", CO, key=f"talk/{ROUND}/POL/x/{CO}", text="Morgen"),
        owed("new_contact", CO, text="Jan de Wit, jan@dorp.nl"),
        owed("stopped", CO, text=RUUD),
    )


def added(here: Talk) -> None:
    here.dossier = here.dossier.plus(
        [
            Person(key="p-jan", name="Jan de Wit", org="POL"),
            Event(
                key="e",
                who=CO,
                what="added_contact",
                subject="p-jan",
                at=MONDAY,
                after="Jan de Wit",
            ),
        ]
    )


def begun() -> Talk:
    here = talk(*digest())
    here.dossier = here.dossier.plus([Wish(key=RUUD, stopped=True)])
    return here


def answered(here: Talk) -> None:
    here.say(RUUD, "vraag voor vraag")
    here.say(RUUD, "Meer vernieling")
    here.say(RUUD, "klaar")


def test_what_was_settled_goes_off_the_card_when_something_is_opened_from_it() -> None:
    here = begun()
    card = here.show(CO, sent(here, *digest()))
    assert here.press(CO, card, f"{POST}1", {}).instead is None
    added(here)
    turn = here.press(CO, card, f"{POST}1", {})
    assert turn.instead
    assert turn.instead.title.nl == "Een partner wil een gesprek"
    labels = [button.label.nl for button in turn.instead.buttons]
    assert "Open: Iemand wil geen berichten" in labels
    assert "Open: Andere contactpersoon genoemd" not in labels
    assert "Andere contactpersoon genoemd" not in plain(turn.instead, "nl")
    here.dossier = here.dossier.plus([Wish(key=RUUD)])
    turn = here.press(CO, turn.instead, f"{POST}0", {})
    assert "niet meer nodig" in words(turn)
    assert turn.instead
    assert "Open: " not in plain(turn.instead, "nl")
    assert all(not button.label.nl.startswith("Open: ") for button in turn.instead.buttons)


def test_a_card_whose_own_matter_was_settled_keeps_only_the_way_to_the_others() -> None:
    here = begun()
    card = here.show(CO, sent(here, *digest()))
    answered(here)
    turn = here.press(CO, card, f"{POST}0", {})
    assert turn.instead
    assert turn.instead.title.nl == "Dit kwam tegelijk"
    assert "Morgen" not in plain(turn.instead, "nl")
    assert len(turn.instead.buttons) == 2
    added(here)
    here.dossier = here.dossier.plus([Wish(key=RUUD)])
    turn = here.press(CO, card, f"{POST}0", {})
    assert turn.instead
    assert turn.instead.title.nl.startswith("Dit is niet meer nodig.")
    assert turn.instead.buttons == ()


def test_a_card_on_which_somebody_may_be_typing_stays() -> None:
    here = talk(REMINDER, PAPERS)
    card = here.show(RUUD, sent(here, REMINDER, PAPERS))
    here.dossier = here.dossier.plus([altered(SESSION, ended_at=MONDAY)])
    turn = here.press(RUUD, card, f"{POST}0", {})
    assert turn.instead is None
    assert "niet meer nodig" in words(turn)


@pytest.mark.parametrize(
    ("message", "settle"),
    [
        (owed("talk", CO, key=f"talk/{ROUND}/POL/x/{CO}", text="Morgen"), answered),
        (owed("new_contact", CO, text="Jan de Wit"), added),
        (owed("ended", CO, key=f"ended/{ROUND}"), lambda here: close(here)),
        (owed("digest", CO), lambda here: close(here)),
        (owed("outcome_check", text="o1"), lambda here: agreed(here)),
        (owed("session_plan_due", CO), lambda here: close(here, "session")),
    ],
    ids=lambda one: one.kind if isinstance(one, Message) else "",
)
def test_nothing_that_was_settled_is_said_to_be_open(
    message: Message, settle: Callable[[Talk], None]
) -> None:
    here = Talk()
    point = DiscussionPoint(
        key="p1", session="session-1", subjects=(), kind="other", question="Wel of niet?"
    )
    outcome = Outcome(key="o1", point="p1", decision="Wel", owner=RUUD, processed_at=MONDAY)
    here.dossier = here.dossier.plus([point, outcome, message])
    assert say(here.dossier, message, MONDAY)
    settle(here)
    assert say(here.dossier, message, MONDAY) is None


def close(here: Talk, step: str = "evaluation") -> None:
    here.dossier = here.dossier.plus([Closed(key=step, step=step, by=CO, at=MONDAY)])


def agreed(here: Talk) -> None:
    key = "outcome/p1/POL"
    said = Consent(
        key=key,
        kind="outcome",
        subject="o1",
        org="POL",
        by=RUUD,
        asked_at=MONDAY,
        at=MONDAY,
        answer="ja",
    )
    here.dossier = here.dossier.plus([said])


def test_a_message_that_got_lost_is_not_told_of_once_its_partner_answered() -> None:
    lost = altered(REMINDER, failed="403 BotDisabledByAdmin", ended_at=MONDAY)
    entry = f"{lost.key}\t{MONDAY.isoformat()}"
    here = talk(lost, told := owed("undelivered", CO, text=entry))
    assert say(here.dossier, told, MONDAY)
    answered(here)
    assert say(here.dossier, told, MONDAY) is None


def test_many_messages_keep_a_button_each_for_the_first_and_one_for_all_others() -> None:
    papers = [altered(PAPERS, key=f"{PAPERS.key}/{n}") for n in range(APART + 3)]
    here = talk(REMINDER, *papers)
    view = sent(here, REMINDER, *papers)
    assert view.buttons[-2].label.nl == "Open: nog 3 berichten"
    rest = view_of(here.press(RUUD, view, view.buttons[-2].verb, {}))
    assert [b.verb for b in rest.buttons][-3:-1] == [f"{POST}0", f"{POST}1"]


def test_words_alone_become_a_card_when_more_comes_with_them() -> None:
    here = talk(
        owed("new_contact", CO, text="Jan"), altered(owed("talk", CO, text="Morgen"), key="talk/x")
    )
    first, second = here.dossier.all(Message)
    view = sent(here, first, second)
    assert view.title.nl == "Andere contactpersoon genoemd"
    assert "Jan" in view.elements[0].text.nl  # type: ignore[union-attr]
    assert "Morgen" in words(here.press(CO, view, f"{POST}0", {}))


def test_who_coordinated_once_opens_no_messages_of_the_coordinator_any_more() -> None:
    both = (owed("talk", CO, text="Morgen"), owed("new_contact", CO, text="Jan"))
    here = talk(*both)
    view = sent(here, *both)
    plan = altered(here.dossier.plan, coordinator=ELS)
    here.dossier = here.dossier.plus([plan])
    assert "Jan" not in words(here.press(CO, view, f"{POST}0", {}))


def test_a_stand_in_opens_what_came_for_another() -> None:
    both = (EVE, REMINDER)
    here = talk(*both, *())
    here.dossier = here.dossier.plus([Wish(key=RUUD, stand_in=ELS)])
    view = sent(here, *both)
    opened = here.press(ELS, view, f"{POST}0", {})
    assert "als vervanger van Ruud Tamminga" in words(opened)


def test_every_kind_of_message_has_its_weight() -> None:
    assert set(BY_WEIGHT) == set(KINDS)
    assert len(BY_WEIGHT) == len(set(BY_WEIGHT))
    assert set(KINDS) >= COORDINATOR


def test_the_feed_names_how_many_more_there_are() -> None:
    here = talk(REMINDER, PAPERS)
    found = bundle(here.dossier, [REMINDER, PAPERS], MONDAY)
    assert found.summary.nl == "Herinnering: vragen staan open (en nog 1)"
