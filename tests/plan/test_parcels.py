"""What goes out now as one message, and what waits for the next one or for next week."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from plan.dossier import Dossier
from plan.records import CollectiveSession, Message, Record, Team, Wish, altered
from plan.reminders import heard_at, parcels, set_aside
from plan.reminders.parcels import STOPPED, next_week
from tests.plan.tiny import MONDAY, at, dossier, organisation, person, round_

FRIDAY = date(2026, 9, 18)
NEXT_MONDAY = date(2026, 9, 21)
NOW = at(MONDAY + timedelta(days=2), 10)


def town(*records: Record, **plan: object) -> Dossier:
    people = [person("ans", "OOV"), person("pol-1", "POL"), person("wlz-1", "WLZ")]
    return dossier(organisation("POL"), organisation("WLZ"), *people, *records, **plan)


def owed(kind: str, to: str = "pol-1", due: datetime = NOW, **more: object) -> Message:
    given: dict[str, object] = {"key": f"{kind}/{to}/{due.isoformat()}", "org": "POL"}
    return Message(to=to, kind=kind, due=due, made_at=due, **(given | more))  # type: ignore[arg-type]


def was_sent(kind: str, when: datetime, to: str = "pol-1", **more: object) -> Message:
    return altered(owed(kind, to, when, **more), sent_at=when)


def goes(known: Dossier, now: datetime = NOW, **more: object) -> list[list[str]]:
    found = parcels(known, now, **more)  # type: ignore[arg-type]
    return [[message.kind for message in parcel] for parcel in found]


TWICE = (
    was_sent("processed", at(MONDAY)),
    was_sent("outcome_reply", at(MONDAY + timedelta(days=1))),
)
"""The budget of a week."""


def test_several_messages_to_one_person_go_as_one_and_the_weightiest_leads() -> None:
    known = town(owed("processed"), owed("session_eve"), owed("processed", "wlz-1", org="WLZ"))
    assert goes(known) == [["session_eve", "processed"], ["processed"]] or goes(known) == [
        ["processed"],
        ["session_eve", "processed"],
    ]


def test_nothing_goes_out_in_quiet_hours() -> None:
    known = town(owed("session_eve"))
    assert goes(known, at(MONDAY + timedelta(days=2), 19)) == []
    assert goes(known, at(date(2026, 9, 19), 10)) == []


def test_a_third_message_in_a_week_waits_for_the_next_week() -> None:
    known = town(*TWICE, owed("progress_told"))
    assert goes(known) == []
    [late] = set_aside(known, NOW)
    assert late.not_before == at(NEXT_MONDAY)
    known = known.plus([late])
    assert goes(known, at(FRIDAY)) == []
    assert goes(known, at(NEXT_MONDAY)) == [["progress_told"]]


def test_what_waits_goes_along_with_what_cannot_wait() -> None:
    known = town(*TWICE, owed("progress_told"))
    known = known.plus(set_aside(known, NOW))
    later = NOW + timedelta(hours=1)
    known = known.plus([owed("session_eve", due=later)])
    assert goes(known, later) == [["session_eve", "progress_told"]]
    assert set_aside(known, later) == ()


def test_the_budget_is_what_the_plan_says() -> None:
    assert goes(town(*TWICE, owed("processed"), messages_per_week=3)) == [["processed"]]
    assert goes(town(owed("processed"), *TWICE[:1], messages_per_week=1)) == []


def test_messages_that_went_as_one_count_as_one() -> None:
    one = was_sent("processed", at(MONDAY))
    other = was_sent("outcome_reply", at(MONDAY))
    assert goes(town(one, other, owed("progress_told"))) == [["progress_told"]]


def test_a_poll_in_the_session_is_not_counted_and_never_waits() -> None:
    polls = [was_sent("poll", at(MONDAY, hour)) for hour in (9, 10, 11)]
    assert goes(town(*polls, owed("processed"))) == [["processed"]]
    assert goes(town(*TWICE, owed("poll"))) == [["poll"]]


def test_messages_of_another_plan_count_along() -> None:
    known = town(*TWICE[:1], owed("processed"))
    assert goes(known) == [["processed"]]
    there = town(was_sent("processed", at(MONDAY, 11)))
    along = {"pol-1": heard_at(there, "pol-1", NOW)}
    assert goes(known, elsewhere=along) == []
    again = {"pol-1": (at(MONDAY), at(date(2026, 9, 9)))}
    assert goes(town(owed("processed")), elsewhere=again) == [["processed"]]


def test_a_stand_in_has_a_budget_of_the_own() -> None:
    wish = Wish(key="pol-1", stand_in="wlz-1")
    known = town(*TWICE, wish, owed("processed"), owed("outcome_reply", "wlz-1", org="WLZ"))
    assert goes(known) == [["outcome_reply", "processed"]] or goes(known) == [
        ["processed", "outcome_reply"]
    ]


def test_an_invitation_waits_while_ten_working_days_are_left() -> None:
    asked = owed("invitation", request="evaluation-1")
    far = round_("POL", deadline=date(2026, 10, 23))
    near = round_("POL", deadline=date(2026, 10, 2))
    assert goes(town(*TWICE, far, asked)) == []
    assert goes(town(*TWICE, near, asked)) == [["invitation"]]


def test_a_reminder_waits_but_not_past_its_deadline() -> None:
    reminder = owed("reminder", request="evaluation-1")
    later, now = round_("POL", deadline=NEXT_MONDAY), round_("POL", deadline=FRIDAY)
    assert goes(town(*TWICE, later, reminder)) == []
    assert goes(town(*TWICE, now, reminder)) == [["reminder"]]


def test_the_papers_of_a_session_come_in_time() -> None:
    papers = owed("session_papers", text="session")
    near = CollectiveSession(key="session", day=date(2026, 9, 22))
    far = altered(near, day=date(2026, 10, 9))
    assert goes(town(*TWICE, near, papers)) == [["session_papers"]]
    assert goes(town(*TWICE, far, papers)) == []


def test_nothing_waits_longer_than_a_fortnight_whatever_else_came() -> None:
    old = owed("processed", due=NOW - timedelta(days=15))
    assert goes(town(*TWICE, old)) == [["processed"]]


def test_the_coordinator_hears_everything_of_a_day_at_once_in_the_morning() -> None:
    news = [owed(kind, "ans", due=NOW) for kind in ("new_contact", "objection")]
    known = town(*news)
    assert goes(known) == []
    known = known.plus(set_aside(known, NOW))
    tomorrow = at(MONDAY + timedelta(days=3))
    assert goes(known, tomorrow - timedelta(minutes=1)) == []
    assert goes(known, tomorrow) == [["objection", "new_contact"]]


def test_the_coordinator_gets_no_second_digest_in_a_day() -> None:
    first = was_sent("ended", at(MONDAY), "ans")
    second = owed("escalation", "ans", due=at(MONDAY))
    known = town(first, second)
    assert goes(known, at(MONDAY, 11)) == []
    [late] = set_aside(known, at(MONDAY, 11))
    assert late.not_before == at(MONDAY + timedelta(days=1))


def test_what_cannot_wait_reaches_the_coordinator_at_once_with_all_that_waits() -> None:
    known = town(owed("new_contact", "ans"), owed("decided", "ans", due=NOW))
    assert goes(known) == [["decided", "new_contact"]]


def test_the_coordinators_budget_is_not_that_of_a_partner() -> None:
    sent = [was_sent("ended", at(MONDAY + timedelta(days=n)), "ans") for n in (0, 1)]
    assert goes(town(*sent, owed("escalation", "ans", due=at(date(2026, 9, 16))))) == [
        ["escalation"]
    ]


def test_who_wants_rest_for_some_days_gets_only_what_cannot_wait() -> None:
    wish = Wish(key="pol-1", snoozed_until=NEXT_MONDAY)
    known = town(wish, owed("processed"), owed("session_eve"))
    assert goes(known) == [["session_eve"]]
    [late] = set_aside(known, NOW)
    assert (late.kind, late.not_before) == ("processed", at(NEXT_MONDAY))


def test_who_wants_no_messages_gets_none_and_they_are_not_lost_from_sight() -> None:
    known = town(Wish(key="pol-1", stopped=True), owed("invitation"), owed("session_eve"))
    assert goes(known) == []
    assert {message.failed for message in set_aside(known, NOW)} == {STOPPED}


def test_a_coordinator_who_wants_no_messages_is_not_told_that_they_failed() -> None:
    known = town(Wish(key="ans", stopped=True), owed("ended", "ans", due=at(MONDAY)))
    [late] = set_aside(known, NOW)
    assert (late.needless, late.failed) == (True, None)


def test_a_channel_gets_each_message_by_itself() -> None:
    team = Team(key="19:x", reference={}, by="ans", at=NOW)
    notices = [owed("session_notice", "19:x", due=NOW - timedelta(hours=n)) for n in (0, 1)]
    assert goes(town(team, *notices)) == [["session_notice"], ["session_notice"]]


def test_next_week_begins_on_its_first_working_day() -> None:
    assert next_week(at(date(2027, 3, 24))) == at(date(2027, 3, 30))
