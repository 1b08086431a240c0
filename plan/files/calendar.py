"""Calendar files (RFC 5545): the session for who is invited, all dates for the coordinator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from plan.calendar import moment
from plan.coming import Coming, coming
from plan.content.tracks import TRACKS
from plan.document.compiling import UnknownPartError
from plan.dossier import Dossier
from plan.programme import programme
from plan.records import CollectiveSession, Event
from plan.sessions import EVALUATION, SESSION, hours, session_of
from plan.text import Language, Text, file_name, readable, slug

LONGEST = 75
"""Octets of one line; a longer one goes on after a line end and a blank."""
USUAL = timedelta(hours=2)
"""How long a session takes that says only when it begins."""
SESSIONS = {"session": SESSION, "evaluation_session": EVALUATION}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One appointment; without times it takes the whole day."""

    uid: str
    stamp: datetime
    summary: str
    day: date
    begins: datetime | None = None
    ends: datetime | None = None
    location: str = ""
    description: str = ""
    sequence: int = 0


def calendar_file(
    dossier: Dossier, part: str, language: Language, now: datetime
) -> tuple[str, bytes]:
    """`session`, `evaluation_session` or `agenda`. Raises UnknownPartError for anything else."""
    if part == "agenda":
        entries: Iterable[Entry] = _dates(dossier, language)
    elif part in SESSIONS:
        entries = _session(dossier, SESSIONS[part], language)
    else:
        raise UnknownPartError(f"Van {part!r} is er geen agenda-bestand.")
    name = f"{file_name(dossier.plan.full_title, longest=60)}-{part.replace('_', '-')}.ics"
    return name, written(entries)


def _session(dossier: Dossier, key: str, language: Language) -> Iterator[Entry]:
    session = session_of(dossier, key)
    if session is None or session.day is None:
        raise UnknownPartError("Er is nog geen sessie gepland.")
    yield _appointment(dossier, session, language)


def _appointment(dossier: Dossier, session: CollectiveSession, language: Language) -> Entry:
    assert session.day is not None  # noqa: S101 - checked just before
    begins, ends = _times(session, session.day)
    title = Text(nl="Sessie: {plan}", en="Session: {plan}").fill(plan=dossier.plan.full_title)
    lines = [line.words.within(language) for line in programme(dossier, session)]
    return Entry(
        uid=_uid(dossier, session.key),
        stamp=session.planned_at or _made(dossier),
        summary=title.within(language),
        day=session.day,
        begins=begins,
        ends=ends,
        location=session.place or session.link or "",
        description="\n".join((*lines, *((session.link,) if session.link else ()))),
        sequence=_moves(dossier, session.key),
    )


def _moves(dossier: Dossier, session: str) -> int:
    """How often it moved: a calendar takes the entry with the highest number."""
    return sum(e.what == "moved_session" and e.subject == session for e in dossier.all(Event))


def _times(session: CollectiveSession, day: date) -> tuple[datetime | None, datetime | None]:
    known = hours(session)
    if known is None:
        return None, None
    begins = moment(day, known[0])
    return begins, moment(day, known[1]) if known[1] else begins + USUAL


def _dates(dossier: Dossier, language: Language) -> Iterator[Entry]:
    """Every coming day of whoever coordinates."""
    coordinator = dossier.coordinator
    if coordinator is None:
        return
    track = TRACKS[dossier.plan.track]
    for one in coming(dossier, coordinator, date.min, track):
        yield _of(dossier, one, language)


def _of(dossier: Dossier, one: Coming, language: Language) -> Entry:
    session = session_of(dossier, one.id)
    if session and session.day:
        return _appointment(dossier, session, language)
    words = one.text.within(language)
    return Entry(
        uid=_uid(dossier, one.id),
        stamp=_made(dossier),
        summary=f"{dossier.plan.full_title}: {words}",
        day=one.day,
    )


def _uid(dossier: Dossier, id_: str) -> str:
    return f"{dossier.plan.key}-{slug(id_)}@uitvoeringsplan"


def _made(dossier: Dossier) -> datetime:
    """When the dates were last known to change; never the moment the file is made."""
    moments = [event.at for event in dossier.all(Event)]
    known = dossier.plan.loaded_at
    moments += [known] if known else []
    start = datetime.combine(date(dossier.plan.year, 1, 1), time(), tzinfo=UTC)
    return max(moments, default=start)


def written(entries: Iterable[Entry]) -> bytes:
    """The file, its lines ended and folded as the standard wants them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Uitvoeringsplan//NL"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for entry in entries:
        lines += _lines(entry)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _lines(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{_utc(entry.stamp)}"
    yield f"SEQUENCE:{entry.sequence}"
    if entry.begins and entry.ends:
        yield f"DTSTART:{_utc(entry.begins)}"
        yield f"DTEND:{_utc(entry.ends)}"
    else:
        yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{escaped(entry.summary)}"
    if entry.location:
        yield f"LOCATION:{escaped(entry.location)}"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    yield "END:VEVENT"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(words: str) -> str:
    """A text value: backslash, comma, semicolon and line end each with a backslash."""
    words = readable(words)
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return "\\n".join(words.splitlines())


def folded(line: str) -> str:
    """At most 75 octets a line, never inside a character."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST - bool(parts):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join((*parts, part))
