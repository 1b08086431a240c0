"""Days and times as people say them in a conversation, in both languages."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date

from plan.calendar import local
from plan.text import Text


def on_day(day: date) -> Text:
    """`vrijdag 9 oktober`."""
    return Text(
        nl=format_date(day, "EEEE d MMMM", locale="nl"),
        en=format_date(day, "EEEE d MMMM", locale="en_GB"),
    )


def at_time(moment: datetime) -> Text:
    """`14.03 uur`, in Amsterdam."""
    here = local(moment)
    return Text(nl=f"{here:%H.%M} uur", en=f"{here:%H:%M}")


def day_said(words: str) -> date | None:
    """The day of an input, ISO as it comes over the wire; None for what is no day."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None
