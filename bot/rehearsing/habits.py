"""What people leave alone, and what they wait for, going by what stands on a card."""

from __future__ import annotations

import re
from datetime import datetime, time

from bot.rehearsing.hours import days_in
from bot.rehearsing.reading import Seen
from plan.calendar import local, moment

LEFT_ALONE = re.compile(
    r"^(Heropen|Stap sluiten|Toch sluiten|Omhoog|Omlaag|Stop|Geen berichten|Concept in Word"
    r"|Uitleggen|Alle |Later)"
)
"""Buttons that are only pressed when they come first."""
NEVER = re.compile(
    r"^(Minder berichten|Ongedaan|Terug|Verwijder|Intrek|Annul|Bekijken|Gesprek vastleggen"
    r"|Antwoord vastleggen)"
)
"""Buttons that take something back, only look, or tell what happened outside the chat."""
OPENS = re.compile(r"^Open: ")
"""Buttons of what came along with a message."""
PAPERS = re.compile(r"in Word|\.ics")
"""Buttons that hand over a document; not everybody opens each."""
MEETS = re.compile(r"^(Sessie beginnen|Naar de sessie|Besluit (van|vastleggen)\b)")
"""Buttons for a meeting, pressed when it is held."""
_HOUR = re.compile(r"\b(\d{1,2})[.:](\d{2})\b")
AFTER_LUNCH = time(13, 0)


def pressable(card: Seen, number: int) -> bool:
    """Whether somebody presses this button without having a reason of the own."""
    title = card.buttons[number].title
    return not NEVER.match(title) and not (number and LEFT_ALONE.match(title))


def held_at(card: Seen, number: int, now: datetime) -> datetime | None:
    """When the meeting is that a button is about, if the card tells and it is still to come."""
    title = card.buttons[number].title
    if not MEETS.match(title):
        return None
    told = _told(card, title)
    days = days_in(told, local(now).date())
    if not days:
        return None
    hour = _HOUR.search(told.split(",", 1)[-1]) if "," in told else None
    at = moment(days[-1], time(int(hour[1]), int(hour[2])) if hour else AFTER_LUNCH)
    return at if at > now else None


def _told(card: Seen, title: str) -> str:
    """The line that tells the day: under "Wanneer", "Vergadert op", or the name of the body."""
    body = title.removeprefix("Besluit van ").casefold()
    for name, line in zip(card.words, card.words[1:], strict=False):
        if name in ("Wanneer", "Vergadert op") or name.casefold() == body:
            return line if not _settled(line) else ""
    return ""


def _settled(line: str) -> bool:
    return line.startswith("Akkoord")
