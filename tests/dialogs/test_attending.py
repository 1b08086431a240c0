"""The session as somebody sees it who is invited, and agreements afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dialogs import say
from dialogs.meeting.agreeing import due_view
from dialogs.meeting.attending import eve_view, own_view, papers_view
from dialogs.meeting.consenting import consent_view, consents_view
from dialogs.turn import Reply
from dialogs.view import View
from dialogs.words.meeting import NONE
from plan.records import (
    CollectiveSession,
    Consent,
    DecisionStep,
    DiscussionPoint,
    Heaviest,
    Message,
    Outcome,
    Record,
    Submission,
    altered,
)
from plan.reminders import due
from plan.text import Text
from tests.dialogs.talk import CO, MIRA, MONDAY, ROUND, RUUD, Talk, view_of, words

DAY = date(2026, 10, 22)
SESSION = CollectiveSession(
    key="session",
    day=DAY,
    time="13.00-15.00 uur",
    place="Raadzaal",
    invited=("POL", "WEL"),
    planned_at=MONDAY,
    agenda_at=MONDAY,
)
POINTS = (
    DiscussionPoint(key="D1", subjects=("M02",), kind="gap", question="Camera of licht?"),
    DiscussionPoint(key="D2", subjects=("M01",), kind="gap", question="Meer straatwerk?", order=1),
    DiscussionPoint(key="D3", subjects=(), kind="gap", question="Oud en Nieuw?", order=2),
)
OUTCOME = Outcome(
    key="D1",
    point="D1",
    decision="De camera stopt.",
    owner=RUUD,
    due=date(2026, 12, 1),
    processed_at=MONDAY,
)
WORDS = Text(nl="Hier is de agenda.", en="Here is the agenda.")


def talk(*more: Record) -> Talk:
    here = Talk()
    here.dossier = here.dossier.plus((SESSION, *POINTS, *more))
    return here


def papers(here: Talk, org: str = "POL") -> View:
    return papers_view(here.dossier, SESSION, org, WORDS)


def read(reply: Reply | None) -> View:
    assert reply
    assert reply.view
    return reply.view


def test_a_partner_chooses_one_or_two_points() -> None:
    here = talk()
    for chosen, wrong in (("", "een of twee"), ("D1,D2,D3", "een of twee")):
        assert wrong in words(here.press(RUUD, papers(here), "choose", {"heaviest": chosen}))
        assert here.dossier.all(Heaviest) == ()
    assert words(here.press(RUUD, papers(here), "choose", {"heaviest": "D1,D3"})).startswith(
        "Opgeslagen"
    )
    assert [(h.key, h.points) for h in here.dossier.all(Heaviest)] == [("POL", ("D1", "D3"))]


def test_once_the_session_has_begun_no_choice_is_kept() -> None:
    here = talk()
    card = here.show(RUUD, papers(here))
    here.dossier = here.dossier.plus((altered(SESSION, began_at=here.at),))
    here.press(RUUD, card, "choose", {"heaviest": "D1"})
    assert here.dossier.all(Heaviest) == ()


def test_the_eve_holds_the_own_homework_and_for_who_is_ready_only_when_and_where() -> None:
    here = talk()
    view = eve_view(here.dossier, SESSION, "POL")
    assert "Uw voorbereiding" in str(view)
    assert "heaviest" in {one.id for one in view.inputs()}
    here.press(RUUD, papers(here), "choose", {"heaviest": "D1"})
    done = Submission(key=f"{ROUND}/POL", round=ROUND, org="POL", by=RUUD, at=MONDAY)
    here.dossier = here.dossier.plus((done,))
    ready = eve_view(here.dossier, SESSION, "POL")
    assert "Uw voorbereiding" not in str(ready)
    assert "Raadzaal" in str(ready)


def test_without_an_agenda_the_eve_speaks_of_none() -> None:
    here = talk()
    assert eve_view(here.dossier, SESSION, "POL").title.nl == "Agenda: Collectieve sessie"
    bare = altered(SESSION, agenda_at=None)
    view = eve_view(here.dossier.plus((bare,)), bare, "POL")
    assert "Uw voorbereiding" in str(view)
    assert view.title.nl == "Collectieve sessie"


def test_from_the_agenda_on_a_partner_reads_the_whole_draft() -> None:
    here = talk()
    paper = here.press(RUUD, papers(here), "draft", {}).replies[0].paper
    assert paper
    assert paper.part == "plan"
    here.dossier = here.dossier.plus((altered(SESSION, agenda_at=None),))
    own = here.say(RUUD, "concept").replies[0].paper
    assert own
    assert own.part == "partner:POL"


def test_the_session_is_a_word_for_everybody_who_is_invited() -> None:
    here = talk()
    assert "Raadzaal" in words(here.say(RUUD, "sessie"))
    ics = here.press(RUUD, view_of(here.say(RUUD, "sessie")), "ics", {}).replies[0].paper
    assert ics
    assert (ics.part, ics.kind) == ("session", "ics")
    here.dossier = here.dossier.plus((altered(SESSION, invited=("WEL",)),))
    assert NONE.nl in words(here.say(RUUD, "sessie"))
    assert own_view(here.dossier, here.said(MIRA))


def test_each_message_says_what_is_true_when_it_goes_out() -> None:
    here = talk()
    kinds: dict[str, Message] = {}
    for days in range(40):
        at = MONDAY + timedelta(days=days)
        kinds |= {m.kind: m for m in due(here.dossier, at) if m.to == RUUD}
    at = MONDAY + timedelta(days=1)
    assert "uitgenodigd" in str(read(say(here.dossier, kinds["session_invitation"], at)))
    assert "Camera of licht?" in str(read(say(here.dossier, kinds["session_papers"], at)))
    assert "Uw voorbereiding" in str(read(say(here.dossier, kinds["session_eve"], at)))
    moved = altered(SESSION, day=DAY + timedelta(days=7), planned_at=at)
    after = here.dossier.plus((moved,))
    for kind in ("session_invitation", "session_papers", "session_eve"):
        assert say(after, kinds[kind], at) is None
    over = here.dossier.plus((altered(SESSION, ended_at=at),))
    assert say(over, kinds["session_papers"], at) is None


def test_an_owner_says_yes_in_one_tap() -> None:
    here = talk(OUTCOME)
    here.press(RUUD, consent_view(here.dossier, OUTCOME), "yes", {})
    (consent,) = here.dossier.all(Consent)
    assert (consent.key, consent.answer, consent.by) == ("outcome/D1/POL", "ja", RUUD)
    assert here.dossier.get(Outcome, "D1") == OUTCOME


def test_a_no_says_what_should_change_and_opens_the_outcome_again() -> None:
    here = talk(OUTCOME)
    view = consent_view(here.dossier, OUTCOME)
    assert "Schrijf het op" in words(here.press(RUUD, view, "no", {}))
    here.press(RUUD, view, "no", {"remark": "Pas in maart."})
    outcome = here.dossier.get(Outcome, "D1")
    assert outcome
    assert outcome.processed_at is None
    (told,) = [m for m in here.dossier.all(Message) if m.kind == "outcome_disputed"]
    assert told.to == CO
    assert "Pas in maart." in str(read(say(here.dossier, told, here.at)))
    again = here.press(RUUD, view, "yes", {})
    assert "al opnieuw bekeken" in words(again)


def test_after_a_no_the_owner_is_asked_again_once_it_was_worked_in_anew() -> None:
    no = Consent(
        key="outcome/D1/POL",
        kind="outcome",
        subject="D1",
        org="POL",
        asked_at=MONDAY,
        answer="nee",
        at=MONDAY + timedelta(days=50),
    )
    late = MONDAY + timedelta(days=52)
    again = altered(OUTCOME, processed_at=MONDAY + timedelta(days=51))
    asked = [m.kind for m in due(talk(OUTCOME, no).dossier, late)]
    assert "outcome_check" not in asked
    asked = [m.kind for m in due(talk(again, no).dossier, late)]
    assert "outcome_check" in asked


def test_an_owner_of_several_agreements_is_asked_about_all_on_one_card() -> None:
    second = altered(OUTCOME, key="D2", point="D2", decision="Meer straatwerk.")
    here = talk(OUTCOME, second)
    later = MONDAY + timedelta(days=50)
    (asked,) = [m for m in due(here.dossier, later) if m.kind == "outcome_check"]
    card = say(here.dossier, asked, later)
    assert card
    assert card.view
    held = here.press(RUUD, card.view, "answer", {"answer/D1": "ja", "answer/D2": "nee"})
    assert "Schrijf het op" in words(held)
    assert not here.dossier.all(Consent)
    given = {"answer/D1": "ja", "answer/D2": "nee", "remark/D2": "Pas in maart."}
    told = words(here.press(RUUD, card.view, "answer", given))
    assert "De camera stopt. Klopt." in told
    assert {c.subject: c.answer for c in here.dossier.all(Consent)} == {"D1": "ja", "D2": "nee"}
    kept = {o.key: bool(o.processed_at) for o in here.dossier.all(Outcome)}
    assert kept == {"D1": True, "D2": False}


def test_what_was_worked_in_anew_is_left_alone_when_several_are_answered() -> None:
    second = altered(OUTCOME, key="D2", point="D2", decision="Meer straatwerk.")
    here = talk(OUTCOME, second)
    card = here.show(RUUD, consents_view(here.dossier, (OUTCOME, second)))
    here.dossier = here.dossier.plus((altered(second, processed_at=None),))
    given = {"answer/D1": "ja", "answer/D2": "ja"}
    assert "al opnieuw bekeken" in words(here.press(RUUD, card, "answer", given))
    assert [one.subject for one in here.dossier.all(Consent)] == ["D1"]


def test_an_agreement_is_marked_as_kept_from_its_message_or_the_list() -> None:
    here = talk(OUTCOME)
    assert "De camera stopt." in words(here.say(RUUD, "openstaand"))
    here.press(RUUD, due_view(here.dossier, (OUTCOME,)), "done", {})
    outcome = here.dossier.get(Outcome, "D1")
    assert outcome
    assert outcome.done_at == here.at
    here = talk(OUTCOME)
    here.press(RUUD, view_of(here.say(RUUD, "openstaand")), "done", {})
    assert all(one.done_at for one in here.dossier.all(Outcome))
    assert "De camera stopt." not in words(here.say(RUUD, "openstaand"))


def test_nobody_marks_the_agreement_of_another_from_the_list() -> None:
    mine = altered(OUTCOME, key="D2", point="D2", owner=MIRA)
    here = talk(OUTCOME, mine)
    view = view_of(here.say(MIRA, "openstaand"))
    here.press(MIRA, here.show(MIRA, view), "done", {"outcome": "D1"})
    assert not any(one.done_at for one in here.dossier.all(Outcome))


@pytest.mark.parametrize(("done", "state"), [(None, "open, uiterlijk"), (MONDAY, "nagekomen")])
def test_topic_five_shows_the_own_agreements_and_whether_they_were_kept(
    done: object, state: str
) -> None:
    here = talk(altered(OUTCOME, done_at=done))
    menu = view_of(here.say(RUUD, "vragenlijst"))
    turn = here.press(RUUD, menu, "open", {"open": "topic:cooperation"})
    assert f"De camera stopt. ({state}" in words(turn)


def test_the_days_to_come_and_for_the_coordinator_a_calendar_file() -> None:
    body = DecisionStep(key="MT", body="MT", day=date(2026, 12, 10), deadline=date(2026, 12, 1))
    here = talk(OUTCOME, body)
    mine = here.say(CO, "agenda")
    assert "stukken inleveren (MT)" in words(mine)
    paper = here.press(CO, view_of(mine), "ics", {}).replies[0].paper
    assert paper
    assert (paper.part, paper.kind) == ("agenda", "ics")
    theirs = here.say(RUUD, "agenda")
    assert "Raadzaal" in words(theirs)
    assert "afspraak: De camera stopt." in words(theirs)
    assert "inleveren" not in words(theirs)
    assert not view_of(theirs).buttons


@pytest.mark.parametrize(
    ("days", "title"), [(0, "vandaag"), (-1, "moet klaar zijn op"), (3, "zou klaar zijn op")]
)
def test_an_agreement_that_is_told_late_does_not_say_today(days: int, title: str) -> None:
    here = Talk()
    due = OUTCOME.due or MONDAY.date()
    outcome = altered(OUTCOME, due=due)
    view = due_view(here.dossier, (outcome,), due + timedelta(days=days))
    assert title in view.title.nl
