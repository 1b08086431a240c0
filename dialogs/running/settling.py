"""The coordinator settles the progress of the year, filled in from what the leads said."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.papers import paper_turn
from dialogs.post import message
from dialogs.questionnaire.parts import named
from dialogs.questionnaire.progress import lights_mean
from dialogs.registering import registered
from dialogs.running.common import NOT_RUNNING, RUNNING, runs, wrong_text
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Fold, Heading, Pick, Problem, View, Words, Write
from plan.answering import clean
from plan.content import counts
from plan.content.answers import LIGHT, STATUS
from plan.dates import at_time
from plan.dossier import Dossier
from plan.progress import open_round, reported, settled, suggestion, unsettled, with_year
from plan.question import Option
from plan.records import Closed, Confirmed, Measure, Message, Round, YearOfHistory, altered
from plan.reminders import contact
from plan.standing import asked, response
from plan.text import Text, counted

DIALOG = "running.settling"
AT_ONCE = 10
LONGEST = 1200
UNKNOWN = Option(id="onbekend", text=Text(nl="Nog niet bekend", en="Not known yet"))


def settle_view(dossier: Dossier, said: Said, wrong: dict[str, Text] | None = None) -> View:
    """The next ten measures, filled in beforehand; what is wrong stands above the measure."""
    round_ = open_round(dossier)
    if round_ is None or not runs(dossier):
        return NONE_OPEN if runs(dossier) else NOT_RUNNING
    open_ = unsettled(dossier, round_)
    shown = open_[:AT_ONCE]
    elements: list[Element | Fold] = [lights_mean()]
    for measure in shown:
        elements += _measure(dossier, said, round_, measure, (wrong or {}).get(measure.key))
    everything = Text(nl="Alles zo overnemen ({n})", en="Accept all as shown ({n})")
    title = Text(nl="Voortgang vaststellen, nog {n}", en="Settle the progress, {n} left")
    return View(
        title=title.fill(n=len(open_)),
        elements=(*_silent(dossier, round_), *elements),
        buttons=(
            Button(verb="save", label=Text(nl="Opslaan", en="Save"), primary=True),
            Button(verb="all", label=everything.fill(n=len(open_))),
        ),
        dialog=DIALOG,
        about={"round": round_.key, "measures": ",".join(m.key for m in shown)},
    )


NONE_OPEN = View(
    title=Text(
        nl="Er loopt geen voortgangsronde; alles is vastgesteld.",
        en="No progress round is under way; everything is settled.",
    )
)


def _silent(dossier: Dossier, round_: Round) -> tuple[Element, ...]:
    orgs = asked(dossier, round_)
    names = [o.name for o in orgs if response(dossier, round_.key, o.key) != "complete"]
    words = Text(
        nl="Nog niet klaar: {names}. Als alles is vastgesteld, sluit de ronde en krijgen zij geen "
        "herinnering meer.",
        en="Not ready yet: {names}. Once everything is settled the round closes and they get no "
        "more reminders.",
    )
    return (Words(text=words.fill(names=", ".join(names)), tone="warning"),) if names else ()


def _measure(
    dossier: Dossier, said: Said, round_: Round, measure: Measure, wrong: Text | None
) -> tuple[Element, ...]:
    year, key = suggestion(dossier, round_, measure), measure.key
    typed = said.inputs if wrong else {}
    lights, states = (*LIGHT, UNKNOWN), (*STATUS, UNKNOWN)
    return (
        Heading(text=named(measure), level=3),
        *((Problem(text=wrong),) if wrong else ()),
        Words(text=_heard(dossier, round_, measure), tone="subtle"),
        Pick(
            id=f"light/{key}",
            label=Text(nl="Licht", en="Light"),
            choices=tuple((one.id, one.text) for one in lights),
            value=typed.get(f"light/{key}", year.light or UNKNOWN.id),
            wide=True,
        ),
        Pick(
            id=f"progress/{key}",
            label=Text(nl="Stand", en="Status"),
            choices=tuple((one.id, one.text) for one in states),
            value=typed.get(f"progress/{key}", year.progress or UNKNOWN.id),
        ),
        Write(
            id=f"note/{key}",
            label=Text(nl="Toelichting en bijsturing", en="Note and adjustment"),
            value=typed.get(f"note/{key}", year.note or ""),
            limit=LONGEST,
        ),
    )


def _heard(dossier: Dossier, round_: Round, measure: Measure) -> Text:
    """Who said it, and whether by hand or in one tap."""
    org = measure.lead.org if measure.lead else None
    given = reported(dossier, round_, measure)
    if not given and measure.lead and measure.lead.person == dossier.plan.coordinator:
        return Text(nl="Je eigen maatregel", en="Your own measure")
    if not given:
        nothing = Text(nl="Geen opgave van {org}", en="Nothing from {org}")
        nobody = Text(nl="Nog geen trekker", en="No lead yet")
        return nothing.fill(org=dossier.organisation_name(org)) if org else nobody
    words = Text(nl="Opgegeven door {org}", en="Reported by {org}")
    one_tap = Text(nl="In één tik bevestigd door {org}", en="Confirmed in one tap by {org}")
    tapped = all(answer.source == "confirmed" for answer in given.values())
    return (one_tap if tapped else words).fill(org=dossier.organisation_name(org))


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep what was settled; after the last measure the round is over and the leads hear it."""
    if said.verb == "paper":
        return paper_turn(dossier, said, "progress")
    round_ = open_round(dossier)
    about = said.card.about if said.card else {}
    if round_ is None or about.get("round") != round_.key:
        return Turn(instead=settle_view(dossier, said))
    on_card = about.get("measures", "").split(",")
    chosen = [m for m in unsettled(dossier, round_) if said.verb == "all" or m.key in on_card]
    years = {m.key: _year(dossier, said, round_, m, typed=m.key in on_card) for m in chosen}
    wrong = {key: why for key, year in years.items() if (why := _wrong(year))}
    kept = [m for m in chosen if m.key not in wrong]
    turn = sum((_kept(said, round_, m, years[m.key]) for m in kept), Turn())
    after = dossier.plus(turn.keep)
    if not unsettled(after, round_):
        return turn + _over(after, said, round_)
    following = settle_view(after, said, wrong)
    if wrong or not kept:
        return turn + Turn(instead=following)
    return turn + Turn(instead=_receipt(said, len(kept)), replies=(Reply(view=following),))


def _receipt(said: Said, n: int) -> View:
    words = Text(nl="Opgeslagen, {time}: {n}", en="Saved, {time}: {n}")
    return View(title=words.fill(time=at_time(said.at), n=counted(n, *counts.MEASURES)))


def _year(
    dossier: Dossier, said: Said, round_: Round, measure: Measure, *, typed: bool
) -> YearOfHistory:
    """As filled in on the card; what was not on it as the answers make it."""
    year = suggestion(dossier, round_, measure)
    if not typed:
        return year
    inputs, key = said.inputs, measure.key
    return altered(
        year,
        light=_known(inputs.get(f"light/{key}"), LIGHT, year.light),
        progress=_known(inputs.get(f"progress/{key}"), STATUS, year.progress),
        note=clean(inputs.get(f"note/{key}", year.note or "")) or None,
    )


def _known(value: str | None, options: tuple[Option, ...], otherwise: str | None) -> str | None:
    if value == UNKNOWN.id:
        return None
    return value if value in {option.id for option in options} else otherwise


def _wrong(year: YearOfHistory) -> Text | None:
    if year.light in ("oranje", "rood") and not year.note:
        return Text(
            nl="Schrijf bij oranje of rood op wat de oorzaak is, wat het gevolg is en hoe er "
            "wordt bijgestuurd.",
            en="With orange or red, write down the cause, the consequence and the adjustment.",
        )
    return wrong_text(year.note or "", LONGEST)


def _kept(said: Said, round_: Round, measure: Measure, year: YearOfHistory) -> Turn:
    done = Confirmed(key=settled(round_, measure), by=said.who.key, at=said.at)
    words = " · ".join(part for part in (year.progress, year.light) if part)
    event = registered(said, "settled_progress", done.key, after=words or None)
    known = any((year.progress, year.light, year.note))
    after = with_year(measure, year) if known else measure
    return changing(said, measure, after, because="progress") + Turn(keep=(done, event))


def _over(dossier: Dossier, said: Said, round_: Round) -> Turn:
    closed = Closed(key=f"{round_.key}/1", step=round_.key, at=said.at, by=said.who.key)
    told = tuple(m for org in round_.partners for m in _told(dossier, said, round_, org))
    return Turn(
        keep=(closed, *told, registered(said, "closed", round_.key)),
        instead=View(
            title=Text(
                nl="Opgeslagen. De voortgang is vastgesteld.",
                en="Saved. The progress is settled.",
            )
        ),
        replies=(Reply(view=_done_view()),),
    )


def _told(dossier: Dossier, said: Said, round_: Round, org: str) -> tuple[Message, ...]:
    """Whoever answered hears what was made of it."""
    person = contact(dossier, round_, org)
    if person is None or not dossier.answers_in(round_.key, org):
        return ()
    return (message(said, "progress_told", person.key, f"{round_.key}/{org}", org=org),)


def _done_view() -> View:
    words = Text(
        nl="De trekkers die antwoordden, horen wat er is vastgesteld. Het overzicht voor het "
        "veiligheidsoverleg staat klaar in Word.",
        en="The leads that answered hear what was settled. The overview for the safety meeting "
        "is ready in Word.",
    )
    paper = Button(
        verb="paper", label=Text(nl="Voortgang in Word", en="Progress in Word"), primary=True
    )
    return View(
        title=Text(nl="Voor het veiligheidsoverleg", en="For the safety meeting"),
        elements=(Words(text=words),),
        buttons=(paper, Button(verb="status", label=Text(nl="Status", en="Status"))),
        dialog=RUNNING,
    )
