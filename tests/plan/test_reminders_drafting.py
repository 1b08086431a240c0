"""Who hears of the first draft: theme owners before it should be ready, the coordinator weekly."""

from __future__ import annotations

from datetime import date, datetime

from plan.dossier import Dossier
from plan.records import Confirmed, Planned, Record
from plan.reminders import due, next_moment
from tests.plan import tiny

LAST = date(2026, 10, 30)
"""A Friday: five working days before it is Friday the 23rd, one is Thursday the 29th."""
FIVE, ONE = tiny.at(date(2026, 10, 23)), tiny.at(date(2026, 10, 29))


def drafting(*more: Record, owner: str | None = "joris") -> Dossier:
    closed = [tiny.closed(s, tiny.at(date(2026, 10, 14), 12)) for s in ("evaluation", "format")]
    return tiny.dossier(
        tiny.theme("T1", owner=owner),
        tiny.theme("T2"),
        tiny.person("ans", "GEM"),
        tiny.person("joris", "GEM"),
        *closed,
        *more,
        calendar=(Planned(step="draft", start=date(2026, 10, 15), end=LAST),),
    )


def kinds(known: Dossier, now: datetime) -> list[tuple[str, str]]:
    return [(message.kind, message.to) for message in due(known, now)]


def test_a_theme_owner_hears_five_and_one_working_days_before() -> None:
    known = drafting()
    assert kinds(known, tiny.at(date(2026, 10, 22))) == []
    first = due(known, FIVE)
    assert [(m.kind, m.to) for m in first] == [("theme_waits", "joris")]
    assert due(known.plus(first), tiny.at(date(2026, 10, 28))) == ()
    assert kinds(known.plus(first), ONE) == [("theme_waits", "joris")]


def test_who_is_ready_or_coordinates_hears_nothing() -> None:
    done = Confirmed(key="draft/T1", at=tiny.OPENED)
    assert kinds(drafting(done), FIVE) == []
    assert kinds(drafting(owner="ans"), FIVE) == []


def test_of_two_missed_only_the_last_is_made_and_none_after_the_day() -> None:
    assert kinds(drafting(), tiny.at(LAST)) == [("theme_waits", "joris")]
    assert kinds(drafting(), tiny.at(date(2026, 11, 3))) == []


def test_every_monday_the_coordinator_hears_how_far_it_is_while_something_is_left() -> None:
    known = drafting(owner=None)
    monday = tiny.at(date(2026, 10, 19))
    assert kinds(known, monday) == [("themes_ready", "ans")]
    assert kinds(known.plus(due(known, monday)), monday) == []
    assert kinds(known, tiny.at(date(2026, 10, 20))) == []
    done = [Confirmed(key=f"draft/{key}", at=tiny.OPENED) for key in ("T1", "T2")]
    assert kinds(known.plus(done), monday) == []


def test_after_the_step_was_closed_nobody_hears_of_it() -> None:
    known = drafting(tiny.closed("draft", tiny.at(date(2026, 10, 20))))
    assert kinds(known, FIVE) == []
    assert kinds(known, tiny.at(date(2026, 10, 26))) == []


def test_the_next_moment_is_known() -> None:
    assert next_moment(drafting(owner=None), tiny.at(date(2026, 10, 15))) == tiny.at(
        date(2026, 10, 19)
    )
