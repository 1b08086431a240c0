"""What somebody who is invited sees of the session: when, what about, and the own homework."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.clashing import SEAL, seal
from dialogs.meeting.parts import (
    ATTENDING,
    DRAFT,
    ICS,
    programme_lines,
    title_of,
    when_and_where,
)
from dialogs.turn import Said
from dialogs.view import Button, Fold, Heading, Listing, Pick, Problem, View, Words
from plan.calendar import local
from plan.dossier import Dossier
from plan.homework import has_chosen, homework
from plan.records import CollectiveSession, DiscussionPoint, Heaviest, Person
from plan.sessions import AGREED, SESSION, attends, has_passed, points_of, seats, session_of
from plan.text import Text

HEAVIEST = 2
"""How many points a partner chooses as the heaviest (domain 2.3, J5)."""


def invitation_view(dossier: Dossier, session: CollectiveSession, org: str, words: Text) -> View:
    """Day, place and programme."""
    return View(
        title=title_of(session),
        elements=(
            Words(text=words),
            when_and_where(dossier, session),
            *_programme(dossier, session),
        ),
        buttons=(ICS, *((DRAFT,) if _whole(session) else ())),
        dialog=ATTENDING,
        about=about("invitation", session.key, org),
    )


def papers_view(
    dossier: Dossier,
    session: CollectiveSession,
    org: str,
    words: Text,
    *,
    value: str = "",
    wrong: Text | None = None,
) -> View:
    """The agenda, the draft, and which two points weigh most."""
    open_ = _to_choose(dossier, session)
    asks = len(open_) > 1 and bool(org)
    label = Text(
        nl="Kies de twee punten die het zwaarst wegen voor {org}",
        en="Choose the two points that weigh most for {org}",
    ).fill(org=dossier.organisation_name(org))
    pick = Pick(
        id="heaviest",
        label=label,
        choices=tuple((p.key, Text.verbatim(p.question)) for p in open_),
        value=value,
        several=True,
        wide=True,
        error=wrong,
    )
    choose = Button(
        verb="choose", label=Text(nl="Keuze opslaan", en="Save my choice"), primary=True
    )
    return View(
        title=Text(nl="Agenda: ", en="Agenda: ") + title_of(session),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Words(text=words),
            when_and_where(dossier, session),
            *_programme(dossier, session),
            *((pick,) if asks else ()),
        ),
        buttons=(*((choose,) if asks else ()), *((DRAFT,) if _whole(session) else ()), ICS),
        dialog=ATTENDING,
        about={**about("papers", session.key, org), SEAL: seal(chosen_by(dossier, org))},
    )


def chosen_by(dossier: Dossier, org: str) -> tuple[str, ...]:
    """The points that an organisation chose as the heaviest."""
    found = dossier.get(Heaviest, org)
    return found.points if found else ()


def eve_view(dossier: Dossier, session: CollectiveSession, org: str) -> View:
    """Time and place again; homework only for who is not ready."""
    lines = homework(dossier, org, session.key) if org else ()
    when = invitation_view(dossier, session, org, EVE)
    if not lines:
        return View(
            title=when.title,
            elements=(when.elements[0], when.elements[1]),
            buttons=when.buttons,
            dialog=when.dialog,
            about=when.about,
        )
    papers = papers_view(dossier, session, org, EVE)
    own = (Heading(text=OWN, level=3), Listing(lines=lines))
    chosen = has_chosen(dossier, org, session.key)
    shown = [e for e in papers.elements if not (chosen and isinstance(e, Pick))]
    kept = [b for b in papers.buttons if not (chosen and b.verb == "choose")]
    return View(
        title=papers.title if session.agenda_at else when.title,
        elements=(*shown[:2], *own, *shown[2:]),
        buttons=tuple(kept),
        dialog=papers.dialog,
        about=papers.about,
    )


def own_view(dossier: Dossier, said: Said) -> View | None:
    """What the session asks of this person now; None when they have nothing at it."""
    person, session = said.who, session_of(dossier)
    if session is None or not attends(dossier, person):
        return None
    if has_passed(session, local(said.at).date()):
        return None
    orgs = seats(dossier, person, session)
    to_choose = choosing(dossier, person, session)
    if to_choose:
        return papers_view(dossier, session, to_choose[0], PAPERS)
    return invitation_view(dossier, session, next(iter(orgs), ""), INVITED)


def choosing(dossier: Dossier, person: Person, session: CollectiveSession) -> tuple[str, ...]:
    """For whom somebody has still to say which points weigh most."""
    if not session.agenda_at:
        return ()
    orgs = seats(dossier, person, session)
    return tuple(org for org in orgs if not has_chosen(dossier, org, session.key))


def _programme(dossier: Dossier, session: CollectiveSession) -> Iterator[Fold]:
    if session.agenda_at:
        title = Text(nl="Programma", en="Programme")
        yield Fold(title=title, elements=(programme_lines(dossier, session),))


def _to_choose(dossier: Dossier, session: CollectiveSession) -> list[DiscussionPoint]:
    return [p for p in points_of(dossier, session.key) if p.kind != AGREED]


def _whole(session: CollectiveSession) -> bool:
    """From the agenda on everybody may read the whole draft (domain 2.7)."""
    return bool(session.agenda_at) and session.key == SESSION


def about(card: str, session: str, org: str | None) -> dict[str, str]:
    return {"card": card, "session": session, "org": org or ""}


def speaks_for(dossier: Dossier, org: str) -> Text:
    """`U antwoordt namens …`, so that nobody votes for another by mistake."""
    words = Text(nl="U antwoordt namens {org}.", en="You answer on behalf of {org}.")
    return words.fill(org=dossier.organisation_name(org))


INVITED = Text(
    nl="U bent uitgenodigd om samen de laatste punten van het uitvoeringsplan te bespreken.",
    en="You are invited to discuss the last points of the plan together.",
)
PAPERS = Text(
    nl="Dit is de agenda. We lopen niet het hele plan door, maar bespreken alleen deze punten. "
    "Het hele concept kunt u nu lezen.",
    en="This is the agenda. We do not go through the whole plan, but discuss only these points. "
    "You can read the whole draft now.",
)
EVE = Text(
    nl="De sessie is op de eerstvolgende werkdag.", en="The session is on the next working day."
)
OWN = Text(nl="Uw voorbereiding", en="Your preparation")
