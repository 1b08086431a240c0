"""Adoption: version 1.0 word for word, everybody told, and the archive package."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.deciding.papers import archive_turn
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Button, Facts, View, Words
from plan.bodies import opening, place_name, the
from plan.calendar import local
from plan.dates import on_day
from plan.deciding import first_check
from plan.dossier import Dossier, involved
from plan.editions import edition, latest, next_version
from plan.records import Closed, DecisionStep, Edition, Message, Person, altered
from plan.reminders.post import reachable
from plan.rights import decides, own_themes, reads
from plan.route import adopting
from plan.standing import agreed
from plan.text import Text

DIALOG = "adopted"


def adopt(dossier: Dossier, said: Said, closed: Closed) -> Turn:
    """What closing the decision step brings: nothing without the decision of who adopts."""
    body = adopting(dossier)
    if body is None or not agreed(body):
        return Turn()
    plan = altered(dossier.plan, version=next_version(dossier.plan))
    after = dossier.plus((plan, closed))
    kept = edition(after, by=said.who.key, at=said.at, why=_why(body))
    event = registered(said, "adopted", plan.version, after=kept.why)
    package = archive_turn(after.plus((kept,)), said)
    return Turn(
        keep=(plan, kept, event, *_messages(after, said, plan.version), *package.keep),
        instead=_receipt(after, body, kept),
        replies=package.replies,
    )


def _why(body: DecisionStep) -> str:
    day = body.decided_on or body.day
    parts = (body.body, body.decision, day.isoformat() if day else None, body.reference)
    return " · ".join(part for part in parts if part)


def _receipt(dossier: Dossier, body: DecisionStep, kept: Edition) -> View:
    title = Text(
        nl="Opgeslagen: het plan is vastgesteld, versie {version}",
        en="Saved: the plan is adopted, version {version}",
    )
    told = Text(
        nl="Alle partners, themahouders en beslissers krijgen het vastgestelde plan en hun eigen "
        "bladzijde. Hieronder staat het archiefpakket.",
        en="All partners, theme owners and decision makers get the adopted plan and their own "
        "page. The archive package is below.",
    )
    return View(
        title=title.fill(version=kept.key),
        elements=(Facts(rows=_facts(dossier, body)), Words(text=told)),
    )


def _facts(dossier: Dossier, body: DecisionStep) -> tuple[tuple[Text, Text], ...]:
    day = body.decided_on or body.day
    rows = [(Text(nl="Vastgesteld door", en="Adopted by"), opening(the(body)))]
    if day:
        rows.append((Text(nl="Datum", en="Date"), on_day(day)))
        check = Text(nl="Eerste kwartaalcheck", en="First quarterly check")
        rows.append((check, on_day(first_check(dossier, day))))
    if body.reference:
        rows.append((Text(nl="Kenmerk", en="Reference"), Text.verbatim(body.reference)))
    return tuple(rows)


def _messages(dossier: Dossier, said: Said, version: str) -> Iterator[Message]:
    """One to every contact of a partner, owner and decision maker."""
    today = local(said.at).date()
    heard: set[str] = set()
    for person in concerned(dossier):
        to = reachable(dossier, person, today)
        if to and to.key not in heard and to.key != said.who.key:
            heard.add(to.key)
            yield message(said, "adopted", to.key, version, org=person.org)


def concerned(dossier: Dossier) -> tuple[Person, ...]:
    """Whoever has a part in the plan or decides on it."""
    orgs = {org for measure in dossier.measures for org in involved(measure)}
    orgs |= {org.key for org in dossier.consulted}
    return tuple(
        person
        for person in dossier.all(Person)
        if person.org in orgs
        or own_themes(dossier, person)
        or decides(dossier, person)
        or reads(dossier, person)
    )


def adopted_view(dossier: Dossier, person: Person) -> View | None:
    """What everybody hears on the day itself, with the own page and the plan to take."""
    kept, body = latest(dossier), adopting(dossier)
    if kept is None or body is None:
        return None
    words = Text(
        nl="Het {title} van {place} is vastgesteld (versie {version}). Dank voor uw inbreng.",
        en="The {title} of {place} was adopted (version {version}). Thank you for your "
        "contribution.",
    )
    plan = dossier.plan
    name = plan.municipality.name
    municipality = Text(nl=place_name(name), en=name)
    own = bool(person.org and dossier.measures_with(person.org))
    return View(
        title=Text(nl="Het plan is vastgesteld", en="The plan was adopted"),
        elements=(
            Words(text=words.fill(title=plan.title, place=municipality, version=kept.key)),
            Facts(rows=_facts(dossier, body)),
        ),
        buttons=(*((EXTRACT,) if own else ()), Button(verb="plan", label=PLAN, primary=not own)),
        dialog=DIALOG,
        about={"org": person.org or ""},
    )


PLAN = Text(nl="Vastgesteld plan in Word", en="Adopted plan in Word")
EXTRACT = Button(
    verb="extract",
    label=Text(nl="Mijn afspraken in Word", en="My agreements in Word"),
    primary=True,
)


def hear(dossier: Dossier, said: Said) -> Turn:
    """The plan as it was adopted, or the own page of it."""
    org = said.card.about.get("org") if said.card else None
    if latest(dossier) is None:
        words = Text(
            nl="Er is nu geen vastgestelde versie.", en="There is no adopted version now."
        )
        return Turn(instead=View(title=words))
    part = f"partner:{org}" if said.verb == "extract" and org else "adopted"
    return Turn(replies=(Reply(paper=Paper(part=part)),))
