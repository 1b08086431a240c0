"""Who takes part, how far each is, and who could not be reached."""

from __future__ import annotations

from dialogs.messages.lost import reason
from dialogs.sharing.naming import along
from dialogs.turn import Said
from dialogs.view import Facts, View, Words
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Person, Round
from plan.reminders import has_left, is_waiting, undelivered
from plan.standing import asked, is_open, response
from plan.text import Text, joined

RESPONSES = {
    "complete": Text(nl="klaar", en="ready"),
    "partial": Text(nl="begonnen", en="begun"),
    "none": Text(nl="nog niet begonnen", en="not begun yet"),
}


def partners_view(dossier: Dossier, said: Said) -> View:
    """Who was asked, how far each is, and who answers for it."""
    round_ = next((r for r in dossier.all(Round) if is_open(dossier, r)), None)
    rows = []
    for org in asked(dossier, round_) if round_ else dossier.consulted:
        people = joined([_named(dossier, p) for p in dossier.people_of(org.key)], ", ")
        state = _reached(dossier, round_, org.key, said) if round_ else None
        words = people if dossier.people_of(org.key) else Text.verbatim("–")
        also = along(dossier, round_.key, org.key) if round_ else None
        told = [part for part in (state, also, words) if part]
        rows.append((Text.verbatim(org.name), joined(told, " · ")))
    more = Text(
        nl='Bellen en meteen invullen? Typ "namens" en de naam van de partner.',
        en='Filling in during a phone call? Type "for" and the name of the partner.',
    )
    title = Text(nl="Partners", en="Partners")
    if not rows:
        return View(title=title, elements=(Words(text=NOBODY_YET),))
    return View(title=title, elements=(Facts(rows=tuple(rows)), Words(text=more, tone="subtle")))


def _named(dossier: Dossier, person: Person) -> Text:
    name = Text.verbatim(person.name)
    return name + Text.verbatim(" ") + NOT_IN_TEAMS if has_left(dossier, person) else name


def _reached(dossier: Dossier, round_: Round, org: str, said: Said) -> Text:
    """How far a partner is; and where nothing arrives, why."""
    state = RESPONSES[response(dossier, round_.key, org)]
    if local(said.at).date() > round_.closes_on and response(dossier, round_.key, org) == "none":
        state = NO_REACTION
    late = undelivered(dossier, round_.key, org, said.at)
    if response(dossier, round_.key, org) == "complete":
        return state
    if late is None:
        later = _later(dossier, round_, org, said)
        return joined([state, later], ", ") if later else state
    if not (late.code or late.failed):  # Nothing went wrong: it was only just written.
        return joined([state, ON_THEIR_WAY], ", ")
    words = Text(nl="{state}, niet bezorgd: {why}", en="{state}, not delivered: {why}")
    return words.fill(state=state, why=reason(late).why)


def _later(dossier: Dossier, round_: Round, org: str, said: Said) -> Text | None:
    """That the question itself waits: the partner had enough messages this week."""
    about = dossier.messages_about(round_.key)
    mine = [m for m in about if m.org == org and m.kind == "invitation" and is_waiting(m)]
    days = [m.not_before for m in mine if m.not_before and m.not_before > said.at]
    return WAITS.fill(day=on_day(local(days[0]).date())) if days else None


ON_THEIR_WAY = Text(nl="de vragen zijn onderweg", en="the questions are on their way")
WAITS = Text(
    nl="krijgt de vragen op {day}, omdat er deze week al genoeg berichten waren",
    en="gets the questions on {day}, as there were enough messages this week already",
)
NOBODY_YET = Text(
    nl='Er zijn nog geen partners. Typ "contact" om er een toe te voegen.',
    en='There are no partners yet. Type "contact" to add one.',
)
NO_REACTION = Text(nl="geen reactie", en="no response")
"""What silence is called after the deadline (decision 12)."""
NOT_IN_TEAMS = Text(nl="(bereikbaar via Teams: nee)", en="(reachable in Teams: no)")
