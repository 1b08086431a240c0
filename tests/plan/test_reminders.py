"""Which messages ought to exist by now, and when the next will go out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.calendar import is_decent, is_working_day, local, working_days
from plan.dossier import Dossier
from plan.records import Closed, Handover, Message, Record, Round, Wish, altered
from plan.reminders import became_ready, closing_time, contact, due, next_moment, unsent, waves
from tests.plan.tiny import (
    DEADLINE,
    MONDAY,
    OPENED,
    answer,
    at,
    closed,
    dossier,
    invitation,
    organisation,
    person,
    ready,
    round_,
)

HALF, FAR, LAST = date(2026, 9, 21), date(2026, 9, 24), date(2026, 9, 28)
"""The working days on which a round of ten working days reminds."""
AFTER = date(2026, 9, 29)
TUESDAY, WEDNESDAY = date(2026, 9, 15), date(2026, 9, 16)
DAYS = st.dates(date(2025, 1, 1), date(2031, 12, 31))


def town(*records: Record, partners: tuple[str, ...] = ("POL", "WLZ"), **plan: object) -> Dossier:
    """An evaluative round of ten working days; everybody asked got the invitation."""
    people = [person("ans", "OOV"), person("pol-1", "POL"), person("wlz-1", "WLZ")]
    sent = [invitation(org, f"{org.lower()}-1") for org in partners]
    return dossier(
        round_(*partners),
        organisation("POL"),
        organisation("WLZ"),
        *people,
        *sent,
        *records,
        **plan,
    )


def reminders(known: Dossier, now: datetime) -> dict[str, str]:
    """Whom a reminder goes to by the partner it is about."""
    return {m.org or "": m.to for m in due(known, now) if m.kind == "reminder"}


def kinds(known: Dossier, now: datetime) -> list[str]:
    return [message.kind for message in due(known, now)]


def lived(known: Dossier, moments: Iterable[datetime]) -> Dossier:
    """What is known after looking at each of these moments and sending what was due."""
    for now in moments:
        made = [altered(message, sent_at=now) for message in due(known, now)]
        waiting = [altered(m, sent_at=now) for m in unsent(known.all(Message), now)]
        known = known.plus([*made, *waiting])
    return known


def hours(first: date, days: int) -> list[datetime]:
    return [at(first, 0) + timedelta(hours=n) for n in range(days * 24)]


def sent(known: Dossier, kind: str = "reminder") -> list[tuple[str, datetime]]:
    return [
        (message.org or "", message.sent_at)
        for message in known.all(Message)
        if message.kind == kind and message.sent_at
    ]


def test_a_request_reminds_half_way_at_four_fifths_and_on_the_last_working_day() -> None:
    assert waves(round_("POL")) == (at(HALF), at(FAR), at(LAST))


def test_nothing_is_due_as_the_round_opens() -> None:
    assert due(town(), OPENED) == ()
    assert due(town(), at(HALF) - timedelta(minutes=1)) == ()


def test_who_is_silent_gets_a_reminder_and_who_is_ready_does_not() -> None:
    known = town(ready("POL"))
    assert reminders(known, at(HALF)) == {"WLZ": "wlz-1"}
    assert reminders(town(ready("POL"), ready("WLZ")), at(HALF)) == {}


def test_who_has_begun_is_still_reminded() -> None:
    assert "POL" in reminders(town(answer("POL", "R1", 3)), at(HALF))


def test_only_who_was_asked_is_reminded() -> None:
    assert set(reminders(town(partners=("WLZ",)), at(HALF))) == {"WLZ"}


def test_a_reminder_is_made_once() -> None:
    known = lived(town(), [at(HALF)])
    assert due(known, at(HALF, 10)) == ()
    assert due(known, at(FAR) - timedelta(minutes=1)) == ()
    assert len(due(known, at(FAR))) == 2


def test_who_stays_silent_gets_three_reminders_in_the_whole_round_and_never_a_fourth() -> None:
    known = lived(town(), hours(MONDAY, 40))
    assert sent(known) == [
        (org, at(day, 9)) for day in (HALF, FAR, LAST) for org in ("POL", "WLZ")
    ]


def test_answering_stops_the_reminders() -> None:
    known = lived(town(), [at(HALF)]).plus([ready("POL", at(HALF, 10))])
    known = lived(known, hours(date(2026, 9, 22), 10))
    assert [org for org, _ in sent(known)] == ["POL", "WLZ", "WLZ", "WLZ"]


def test_after_a_stop_only_the_latest_of_the_missed_reminders_goes_out() -> None:
    (message,) = due(town(partners=("POL",)), at(LAST, 11))
    assert message.key == "reminder/evaluation-1/POL/3"
    assert message.due == at(LAST)


def test_after_the_deadline_nobody_is_reminded_any_more() -> None:
    assert reminders(town(), at(LAST, 17)) != {}
    assert reminders(town(), at(AFTER)) == {}


def test_a_deadline_in_the_weekend_has_its_last_reminder_on_the_friday() -> None:
    weekend = Round(
        key="evaluation-1", step="evaluation", opened_at=OPENED, deadline=date(2026, 9, 27)
    )
    assert waves(weekend)[-1] == at(date(2026, 9, 25))
    assert closing_time(weekend) == at(LAST)


@pytest.mark.parametrize(
    ("deadline", "days"),
    [
        (MONDAY, []),
        (date(2026, 9, 15), [date(2026, 9, 15)]),
        (date(2026, 9, 16), [date(2026, 9, 15), date(2026, 9, 16)]),
        (date(2026, 9, 13), []),
    ],
)
def test_a_short_request_has_fewer_reminders(deadline: date, days: list[date]) -> None:
    assert waves(round_(deadline=deadline)) == tuple(at(day) for day in days)


@given(opened=DAYS, hour=st.integers(0, 23), length=st.integers(0, 90))
def test_reminders_fall_at_nine_on_working_days_within_the_request(
    opened: date, hour: int, length: int
) -> None:
    begins = at(opened, hour)
    asked = round_(opened_at=begins, deadline=opened + timedelta(days=length))
    found = waves(asked)
    assert len(found) <= 3
    assert all(earlier < later for earlier, later in pairwise(found))
    for wave in found:
        here = local(wave)
        assert (here.hour, here.minute) == (9, 0)
        assert is_working_day(here.date())
        assert opened < here.date() <= asked.closes_on
    room = working_days(opened + timedelta(days=1), asked.closes_on)
    assert bool(found) is bool(room)
    if found:
        assert working_days(local(found[-1]).date(), asked.closes_on) == 1


@pytest.mark.parametrize(
    ("opened", "deadline"),
    [
        (date(2027, 3, 19), date(2027, 4, 9)),
        (date(2027, 10, 22), date(2027, 11, 5)),
        (date(2026, 12, 18), date(2027, 1, 8)),
        (date(2026, 4, 20), date(2026, 5, 29)),
    ],
)
def test_over_a_change_of_the_clock_and_over_holidays_it_is_nine_in_amsterdam(
    opened: date, deadline: date
) -> None:
    asked = round_("POL", opened_at=at(opened), deadline=deadline)
    invited = invitation("POL", "pol-1", sent_at=at(opened))
    known = dossier(asked, person("pol-1", "POL"), invited)
    known = lived(known, hours(opened, 45))
    assert [f"{local(when):%H.%M}" for _, when in sent(known)] == ["09.00"] * 3
    assert all(is_working_day(local(when).date()) for _, when in sent(known))


@pytest.mark.parametrize("now", [at(HALF, 7), at(HALF, 18), at(date(2026, 9, 26), 12)])
def test_nothing_comes_out_at_night_or_in_the_weekend(now: datetime) -> None:
    assert due(town(), now) == ()


def test_a_night_does_not_lose_a_reminder() -> None:
    assert due(town(), at(HALF, 20)) == ()
    assert len(due(town(), at(date(2026, 9, 22), 8))) == 2


def test_without_a_plan_nothing_is_due() -> None:
    assert due(Dossier(), at(HALF)) == ()
    assert next_moment(Dossier(), at(HALF)) is None


def test_a_closed_step_and_last_years_round_remind_nobody() -> None:
    assert due(town(closed("evaluation", at(HALF, 8))), at(HALF)) == ()
    before = round_("POL", step="previous", key="previous-2026")
    assert due(dossier(before, person("pol-1", "POL"), loaded_at=None), at(HALF)) == ()


def test_a_later_round_silences_the_one_before() -> None:
    again = round_("POL", number=2, opened_at=at(HALF, 8), deadline=date(2026, 10, 30))
    assert reminders(town(again), at(HALF)) == {}


# Who gets it


def test_of_two_people_in_an_organisation_the_first_is_reminded() -> None:
    assert reminders(town(person("pol-2", "POL")), at(HALF))["POL"] == "pol-1"


def test_a_partner_without_a_person_is_left_alone() -> None:
    known = town(partners=("RIEC", "POL"))
    assert reminders(known, at(HALF)) == {"POL": "pol-1"}


def handed(topic: str, to: str) -> Handover:
    return Handover(
        key=f"evaluation-1/POL/{topic}",
        round="evaluation-1",
        org="POL",
        topic=topic,
        to=to,
        by="pol-1",
        at=OPENED,
    )


def test_what_was_handed_on_reminds_the_colleague() -> None:
    known = town(handed("all", "pol-2"), person("pol-2", "POL"))
    assert reminders(known, at(HALF))["POL"] == "pol-2"


def test_handing_on_one_topic_leaves_the_request_where_it_was() -> None:
    known = town(handed("steering", "pol-2"), person("pol-2", "POL"))
    assert reminders(known, at(HALF))["POL"] == "pol-1"


def test_a_request_handed_to_somebody_unknown_stays_with_the_first_contact() -> None:
    known = town(handed("all", "gone"))
    found = contact(known, round_("POL"), "POL")
    assert found
    assert found.key == "pol-1"


def test_a_stop_is_respected() -> None:
    assert reminders(town(Wish(key="pol-1", stopped=True)), at(HALF)) == {"WLZ": "wlz-1"}


def test_a_snoozed_reminder_comes_when_the_snooze_is_over() -> None:
    known = town(Wish(key="pol-1", snoozed_until=date(2026, 9, 23)))
    known = lived(known, hours(MONDAY, 17))
    assert [when for org, when in sent(known) if org == "POL"] == [
        at(date(2026, 9, 23), 8),
        at(FAR),
        at(LAST),
    ]


def test_who_rests_hears_of_the_last_day_all_the_same() -> None:
    known = town(Wish(key="pol-1", snoozed_until=date(2026, 10, 30)))
    known = lived(known, hours(MONDAY, 17))
    assert [when for org, when in sent(known) if org == "POL"] == [at(LAST)]


def test_a_stand_in_gets_it_instead() -> None:
    known = town(Wish(key="pol-1", stand_in="pol-2", stopped=True), person("pol-2", "POL"))
    assert reminders(known, at(HALF))["POL"] == "pol-2"


def test_the_stand_in_of_a_stand_in_gets_it() -> None:
    known = town(
        Wish(key="pol-1", stand_in="pol-2"), Wish(key="pol-2", stand_in="wlz-1"), person("pol-2")
    )
    assert reminders(known, at(HALF))["POL"] == "wlz-1"


@pytest.mark.parametrize("to", ["pol-1", "pol-2", "gone"])
def test_stand_ins_in_a_circle_or_gone_get_nothing_and_the_rest_goes_on(to: str) -> None:
    known = town(
        Wish(key="pol-1", stand_in=to), Wish(key="pol-2", stand_in="pol-1"), person("pol-2")
    )
    assert reminders(known, at(HALF)) == {"WLZ": "wlz-1"}


def test_a_stand_in_who_wants_no_messages_gets_none() -> None:
    known = town(
        Wish(key="pol-1", stand_in="pol-2"), person("pol-2"), Wish(key="pol-2", stopped=True)
    )
    assert "POL" not in reminders(known, at(HALF))


# What went before


def test_who_was_never_invited_is_not_reminded() -> None:
    known = town().plus([], [invitation("POL", "pol-1")])
    assert reminders(known, at(HALF)) == {"WLZ": "wlz-1"}


def test_no_reminder_overtakes_an_invitation_that_is_still_waiting() -> None:
    known = town(invitation("POL", "pol-1", sent_at=None))
    assert reminders(known, at(HALF)) == {"WLZ": "wlz-1"}


def test_an_invitation_that_went_out_late_is_not_followed_by_a_reminder_at_once() -> None:
    known = town(invitation("POL", "pol-1", sent_at=at(HALF, 11)))
    assert "POL" not in reminders(known, at(HALF, 12))
    assert "POL" in reminders(known, at(FAR))


def test_an_invitation_that_could_not_be_delivered_does_not_end_the_asking() -> None:
    known = town(invitation("POL", "pol-1", sent_at=None, failed="403"))
    assert "POL" in reminders(known, at(HALF))


def test_a_longer_deadline_gives_no_more_than_three_reminders_in_all() -> None:
    known = lived(town(), [at(HALF), at(FAR)])
    longer = known.plus([round_("POL", "WLZ", extended_to=date(2026, 10, 12))])
    longer = lived(longer, hours(date(2026, 9, 25), 30))
    assert [when for org, when in sent(longer) if org == "POL"] == [
        at(HALF),
        at(FAR),
        at(date(2026, 10, 12)),
    ]


# Loading (decision 1)


def test_whatever_was_due_before_a_plan_was_loaded_counts_as_handled() -> None:
    loaded = dossier(round_("POL"), person("pol-1", "POL"), person("ans"), loaded_at=at(HALF, 12))
    assert due(loaded, at(HALF, 13)) == ()
    assert reminders(loaded, at(FAR)) == {"POL": "pol-1"}


def test_loading_an_old_round_sends_nothing_ever() -> None:
    old = dossier(
        round_("POL"), person("pol-1", "POL"), person("ans"), ready("POL"), loaded_at=at(AFTER, 10)
    )
    assert lived(old, hours(date(2026, 9, 30), 20)).all(Message) == ()
    assert next_moment(old, at(AFTER, 11)) is None


# To the coordinator


def test_the_coordinator_hears_once_that_the_deadline_has_passed() -> None:
    known = town()
    assert "ended" not in kinds(known, at(LAST, 17))
    (message,) = due(known, at(AFTER))
    assert (message.kind, message.to) == ("ended", "ans")
    assert sent(lived(known, hours(AFTER, 9)), "ended") == [("", at(AFTER, 9))]


def test_a_longer_deadline_ends_once_more() -> None:
    known = lived(town(), [at(AFTER)])
    longer = known.plus([round_("POL", "WLZ", extended_to=date(2026, 10, 2))])
    assert due(longer, at(date(2026, 10, 2))) != ()
    assert "ended" in kinds(longer, at(date(2026, 10, 5)))


def test_without_a_coordinator_nobody_is_told() -> None:
    known = town(ready("POL", at(MONDAY, 10)), coordinator=None)
    assert kinds(known, at(TUESDAY)) == []
    assert kinds(known, at(AFTER)) == []


def test_the_coordinator_gets_one_digest_a_day_and_only_with_news() -> None:
    known = town(ready("POL", at(MONDAY, 11)), ready("WLZ", at(MONDAY, 15)))
    assert due(known, at(MONDAY, 17, 59)) == ()
    assert kinds(known, at(TUESDAY)) == ["digest"]
    lived_on = lived(known, hours(MONDAY, 7))
    assert sent(lived_on, "digest") == [("", at(TUESDAY))]


def test_a_digest_tells_of_who_became_ready_since_the_one_before_that_arrived() -> None:
    first = lived(town(ready("POL", at(MONDAY, 11))), [at(TUESDAY)])
    known = first.plus([ready("WLZ", at(TUESDAY, 11)), ready("POL", at(TUESDAY, 12))])
    (old,) = (m for m in first.all(Message) if m.kind == "digest")
    (new,) = due(known, at(WEDNESDAY))
    assert became_ready(first, old) == ("POL",)
    assert became_ready(known, new) == ("WLZ", "POL")
    assert became_ready(first.plus([ready("WLZ", at(TUESDAY, 11))]), old) == ("POL",)
    assert became_ready(first.plus([ready("WLZ", at(TUESDAY, 11))]), new) == ("WLZ",)
    lost = known.plus([altered(old, sent_at=None, failed="Left"), ready("POL", at(MONDAY, 11))])
    assert became_ready(lost, new) == ("POL", "WLZ")


def test_there_is_no_news_of_a_round_that_was_closed_meanwhile() -> None:
    step = next(r for r in town().all(Round)).step
    shut = Closed(key=f"{step}/1", step=step, at=at(MONDAY, 12), by="p-sanne")
    known = town(ready("POL", at(MONDAY, 11)), shut)
    assert kinds(known, at(TUESDAY)) == []


@pytest.mark.parametrize(
    ("became_ready", "told"),
    [
        (at(TUESDAY), at(TUESDAY)),
        (at(MONDAY, 8, 30), at(MONDAY)),
        (at(MONDAY, 17), at(TUESDAY)),
        (at(date(2026, 9, 18), 22), at(date(2026, 9, 21))),
        (at(date(2026, 9, 19), 12), at(date(2026, 9, 21))),
    ],
)
def test_who_becomes_ready_after_the_digest_is_in_the_next_one(
    became_ready: datetime, told: datetime
) -> None:
    known = lived(town(ready("POL", became_ready)), hours(local(became_ready).date(), 6))
    assert sent(known, "digest") == [("", told)]


def test_after_a_stop_there_is_still_no_more_than_one_digest_a_day() -> None:
    known = lived(town(ready("POL", at(MONDAY, 11))), [at(TUESDAY, 10)])
    known = lived(known.plus([ready("WLZ", at(TUESDAY, 11))]), hours(MONDAY, 7))
    days = [local(when).date() for _, when in sent(known, "digest")]
    assert days == [date(2026, 9, 15), date(2026, 9, 16)]


def test_what_the_coordinator_filled_in_is_no_news_to_the_coordinator() -> None:
    own = altered(ready("POL", at(MONDAY, 11)), by="ans")
    assert due(town(own), at(TUESDAY)) == ()


# When the next goes out


def test_the_next_moment_is_the_next_reminder_then_the_end_then_nothing() -> None:
    known, now = town(), OPENED
    seen = []
    while upcoming := next_moment(known, now):
        seen.append(upcoming)
        known, now = lived(known, [upcoming]), upcoming
    assert seen == [at(HALF), at(FAR), at(LAST), at(AFTER)]


def test_when_all_are_ready_only_the_digest_and_the_end_are_left() -> None:
    known = town(ready("POL", at(MONDAY, 11)), ready("WLZ", at(MONDAY, 12)))
    assert next_moment(known, at(MONDAY, 13)) == at(TUESDAY)
    told = lived(known, [at(TUESDAY)])
    assert next_moment(told, at(MONDAY, 17)) == at(AFTER)


def test_a_message_that_waits_for_the_morning_is_the_next() -> None:
    sunday = at(date(2026, 9, 13), 20)
    known = town(invitation("POL", "pol-1", sent_at=None, due=OPENED, made_at=sunday))
    assert next_moment(known, sunday) == OPENED


def test_what_was_missed_in_the_evening_goes_out_the_next_morning() -> None:
    assert next_moment(town(), at(HALF, 20)) == at(date(2026, 9, 22))
    late = town(invitation("POL", "pol-1", sent_at=None))
    assert next_moment(late, at(MONDAY, 19)) == at(date(2026, 9, 15))


def test_the_end_of_a_snooze_is_the_next_when_a_reminder_waits_for_it() -> None:
    known = town(Wish(key="pol-1", snoozed_until=date(2026, 9, 23)), partners=("POL",))
    assert next_moment(known, at(HALF, 10)) == at(date(2026, 9, 23))


def test_nothing_that_failed_is_waited_for() -> None:
    failed = invitation("POL", "pol-1", sent_at=None, failed="404", due=at(FAR))
    known = dossier(person("pol-1", "POL"), failed)
    assert next_moment(known, OPENED) is None


@given(st.integers(0, 24 * 60 * 20))
def test_something_is_due_at_every_next_moment_and_it_is_decent(minutes: int) -> None:
    now = at(MONDAY, 0) + timedelta(minutes=minutes)
    upcoming = next_moment(town(), now)
    if upcoming:
        assert upcoming > now
        assert is_decent(upcoming)
        assert due(town(), upcoming)


def test_what_may_go_out_goes_oldest_first_and_not_at_night() -> None:
    first = invitation("WLZ", "wlz-1", sent_at=None, due=at(MONDAY, 9))
    second = invitation("POL", "pol-1", sent_at=None, due=at(MONDAY, 10))
    later = invitation("HAN", "han-1", sent_at=None, due=at(FAR))
    gone = invitation("OM", "om-1")
    failed = invitation("VR", "vr-1", sent_at=None, failed="404")
    messages = [second, later, gone, failed, first]
    assert unsent(messages, at(MONDAY, 11)) == (first, second)
    assert unsent(messages, at(MONDAY, 19)) == ()
    assert DEADLINE == LAST
