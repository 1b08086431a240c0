"""Where the decision stands: every body, what is still open, and what may follow."""

from __future__ import annotations

from dialogs.deciding.words import state_of
from dialogs.turn import Said
from dialogs.view import Button, Element, Facts, Heading, Listing, View, Words
from plan.bodies import opening, the
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.deciding import first_check
from plan.dossier import Dossier
from plan.editions import latest
from plan.rights import is_coordinator
from plan.route import adopting, next_body, on_route, papers_due
from plan.standing import adopted
from plan.text import Text


def overview(dossier: Dossier, said: Said, buttons: tuple[Button, ...]) -> View:
    """For the coordinator with what is missing; for others only what was decided."""
    rows = tuple((opening(the(body)), state_of(body)) for body in on_route(dossier))
    more = _of_the_coordinator(dossier) if is_coordinator(dossier, said.who) else ()
    return View(
        title=Text(nl="Besluitvorming", en="Decision making"),
        elements=(Facts(rows=rows), *_adopted(dossier), *more),
        buttons=buttons,
        dialog="deciding",
    )


def _adopted(dossier: Dossier) -> tuple[Element, ...]:
    kept, body = latest(dossier), adopting(dossier)
    if kept is None or body is None or not adopted(dossier):
        words = Text(
            nl="Het plan is nog niet vastgesteld.", en="The plan has not been adopted yet."
        )
        return (Words(text=words),)
    day = body.decided_on or body.day
    said = Text(nl="Vastgesteld: versie {version}.", en="Adopted: version {version}.")
    check = Text(nl=" Eerste kwartaalcheck: {day}.", en=" First quarterly check: {day}.")
    words = said.fill(version=kept.key)
    if day:
        words += check.fill(day=on_day(first_check(dossier, day)))
    return (Words(text=words, tone="good"),)


def now_due(dossier: Dossier) -> tuple[Element, ...]:
    """Which body is next, and when it wants the papers."""
    body = next_body(dossier)
    due = papers_due(dossier, body) if body else None
    if body is None or due is None:
        return ()
    words = Text(
        nl="Nu aan de beurt: {body}. Stukken inleveren uiterlijk {day}.",
        en="Next: {body}. Papers due by {day}.",
    )
    return (Words(text=words.fill(body=the(body), day=on_day(due))),)


def _of_the_coordinator(dossier: Dossier) -> tuple[Element, ...]:
    found: list[Element] = [*now_due(dossier)]
    missing = TRACKS[dossier.plan.track].step("decision").missing(dossier)
    if missing:
        title = Text(nl="Nodig om vast te stellen", en="Needed for adoption")
        found += [Heading(text=title, level=3), Listing(lines=missing)]
    return tuple(found)
