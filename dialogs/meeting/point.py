"""One point in the session: to read aloud, with a poll, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogs.clashing import SEAL, seal
from dialogs.meeting.parts import LONGEST, MEETING, given, people
from dialogs.meeting.picture import for_you_alone, options, picture
from dialogs.turn import Said
from dialogs.untouched import noted
from dialogs.view import Button, Day, Element, Fold, Heading, Pick, Problem, View, Words, Write
from plan.agenda_words import KINDS
from plan.calendar import local, working_day_after
from plan.dossier import Dossier
from plan.records import DiscussionPoint, Measure, Message, Outcome
from plan.sessions import AGREED, CHOICES, heaviest, outcome_of, points_of, polled, votes
from plan.standing import planned
from plan.text import Text

LABELS = {
    "voor": Text(nl="Voor", en="For"),
    "tegen": Text(nl="Tegen", en="Against"),
    "onthouding": Text(nl="Onthouding", en="Abstained"),
}
USUAL = 10
"""Working days for an agreement, when the calendar has no later day."""
AS_IT_IS = Text(
    nl="Akkoord zoals het in het concept staat.", en="Agreed as it stands in the draft."
)


def point_view(
    dossier: Dossier,
    said: Said,
    point: DiscussionPoint,
    wrong: Text | None = None,
    told: Text | None = None,
) -> View:
    """Everything on one card: the question, who sees what, the poll, and the outcome."""
    return noted(lambda one: _drawn(dossier, one, point, wrong, told), said)


def _drawn(
    dossier: Dossier, said: Said, point: DiscussionPoint, wrong: Text | None, told: Text | None
) -> View:
    points = points_of(dossier, point.session)
    number = Text(nl="Punt {n} van {total}: {kind}", en="Point {n} of {total}: {kind}")
    place = next(n for n, one in enumerate(points, start=1) if one.key == point.key)
    kind = KINDS.get(point.kind, Text.verbatim(point.kind))
    return View(
        title=number.fill(n=place, total=len(points), kind=kind),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            *((Words(text=told, tone="good"),) if told else ()),
            Heading(text=Text.verbatim(point.question)),
            *_to_read(dossier, point),
            *for_you_alone(dossier, point),
            *_poll(dossier, point),
            *_inputs(dossier, said, point),
        ),
        buttons=_buttons(dossier, point),
        dialog=MEETING,
        about={
            "card": "point",
            "session": point.session,
            "point": point.key,
            SEAL: seal(outcome_said(outcome_of(dossier, point.key))),
        },
    )


def outcome_said(outcome: Outcome | None) -> tuple[object, ...]:
    """What an outcome says; whether it was worked in or kept is no part of it."""
    if outcome is None:
        return ()
    votes = tuple(outcome.votes.get(choice, 0) for choice in CHOICES)
    return (outcome.decision, outcome.owner, outcome.due, outcome.parked, votes)


def _to_read(dossier: Dossier, point: DiscussionPoint) -> Iterator[Element | Fold]:
    """What can be read aloud: nothing that shows who answered what."""
    if point.why:
        yield Words(text=Text.verbatim(point.why))
    weight = heaviest(dossier)[point.key]
    if weight:
        words = Text(
            nl="Aantal partners dat dit punt als zwaarste koos: {n}.",
            en="Partners that chose this as the heaviest point: {n}.",
        )
        yield Words(text=words.fill(n=weight), strong=True)
    yield from picture(dossier, point)
    yield from options(point)


def _poll(dossier: Dossier, point: DiscussionPoint) -> Iterator[Element]:
    if not asked(dossier, point):
        return
    counted = votes(dossier, point.key)
    words = Text(
        nl="Peiling: {yes} voor, {no} tegen, {none} onthouding.",
        en="Poll: {yes} for, {no} against, {none} abstained.",
    )
    yield Words(
        text=words.fill(yes=counted["voor"], no=counted["tegen"], none=counted["onthouding"]),
        strong=True,
    )


def asked(dossier: Dossier, point: DiscussionPoint) -> bool:
    """Whether a poll about it was sent."""
    lead = f"poll/{point.key}/"
    return any(m.kind == "poll" and m.key.startswith(lead) for m in dossier.all(Message))


def _inputs(dossier: Dossier, said: Said, point: DiscussionPoint) -> Iterator[Element]:
    known = outcome_of(dossier, point.key)
    agreed = AS_IT_IS.within(dossier.plan.language) if point.kind == AGREED else ""
    yield Write(
        id="decision",
        label=Text(
            nl="Uitkomst, voorstel voor de peiling, of bij parkeren de vervolgactie",
            en="Outcome, proposal for the poll, or the follow-up when it is parked",
        ),
        value=given(said, "decision", known.decision if known else point.motion or agreed),
        limit=LONGEST,
        required=True,
    )
    nobody = ("", Text(nl="Niemand", en="Nobody"))
    owner = _owner(dossier, point, known)
    yield Pick(
        id="owner",
        label=Text(nl="Eigenaar", en="Owner"),
        choices=(nobody, *people(dossier, owner)),
        value=given(said, "owner", owner),
    )
    yield Day(
        id="due",
        label=Text(nl="Uiterlijk op", en="By"),
        value=given(said, "due", _due(dossier, said, point, known)),
    )
    counts = _counts(dossier, point, known)
    for choice in CHOICES:
        yield Write(
            id=choice,
            label=LABELS[choice],
            value=given(said, choice) or counts[choice],
            limit=3,
            lines=False,
        )


def _owner(dossier: Dossier, point: DiscussionPoint, known: Outcome | None) -> str:
    """Who it was, else the lead of the first measure it is about."""
    if known or point.kind == AGREED:
        return (known.owner if known else None) or ""
    leads = (m.lead.person for m in measures_in(dossier, point) if m.lead and m.lead.person)
    return next(leads, None) or dossier.plan.coordinator or ""


def _due(dossier: Dossier, said: Said, point: DiscussionPoint, known: Outcome | None) -> str:
    if known:
        return known.due.isoformat() if known.due else ""
    if point.kind == AGREED:
        return ""
    days, later = planned(dossier, point.session), working_day_after(local(said.at).date(), USUAL)
    last: date = max(days.end, local(said.at).date()) if days else later
    return last.isoformat()


def measures_in(dossier: Dossier, point: DiscussionPoint) -> tuple[Measure, ...]:
    """The measures a point names itself."""
    found = (dossier.get(Measure, key) for key in point.subjects)
    return tuple(measure for measure in found if measure)


def _counts(dossier: Dossier, point: DiscussionPoint, known: Outcome | None) -> dict[str, str]:
    counted = votes(dossier, point.key)
    if not any(counted.values()) and known:
        counted = {choice: known.votes.get(choice, 0) for choice in CHOICES}
    some = any(counted.values())
    return {choice: str(counted[choice]) if some else "" for choice in CHOICES}


def _buttons(dossier: Dossier, point: DiscussionPoint) -> tuple[Button, ...]:
    label = Text(nl="Uitkomst vastleggen", en="Record the outcome")
    poll = Button(verb="poll", label=Text(nl="Peiling", en="Poll"), checks=False)
    if asked(dossier, point):
        poll = Button(
            verb="count", label=Text(nl="Stand bekijken", en="See the count"), checks=False
        )
    return (
        Button(verb="record", label=label, primary=True),
        *((poll,) if polled(dossier, point.key) else ()),
        Button(verb="park", label=Text(nl="Parkeren", en="Park")),
        Button(verb="overview", label=Text(nl="Alle punten", en="All points"), checks=False),
    )
