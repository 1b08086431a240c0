"""Where a running plan stands, and what to do now."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from dialogs.evaluating import responses
from dialogs.papers import draft_turn, paper_turn
from dialogs.partners import partners_view
from dialogs.running import amending, asking, closing
from dialogs.running.bodies import body_buttons, body_rows, has_met, heard_view
from dialogs.running.common import RUNNING, following, preceding, runs, succeeded
from dialogs.running.settle_card import settle_view
from dialogs.start_card import start_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Bar, Button, Element, Facts, View, Words
from plan import labels
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.progress import active, open_round, unsettled, year_of
from plan.seasons import Now, next_round_from, what_now
from plan.standing import adopted, asked, is_over, response, status
from plan.text import Text, joined

ROUND = Button(verb="round", label=Text(nl="Voortgangsronde", en="Progress round"))
SETTLE = Button(verb="settle", label=Text(nl="Voortgang vaststellen", en="Settle the progress"))
PARTNERS = Button(verb="partners", label=Text(nl="Partners", en="Partners"))
AMEND = Button(verb="amend", label=Text(nl="Wijziging", en="Amendment"))
PAPER = Button(verb="paper", label=Text(nl="Voortgang in Word", en="Progress in Word"))
NEXT_YEAR = Button(verb="next_year", label=Text(nl="Volgend jaar", en="Next year"))
CLOSE = Button(verb="finish", label=Text(nl="Plan afsluiten", en="Close the plan"))
DRAFT = Button(verb="draft", label=Text(nl="Plan in Word", en="Plan in Word"))


def running_view(dossier: Dossier, said: Said) -> View:
    """For the coordinator, once every step is closed."""
    if not runs(dossier):
        return _other_view(dossier)
    now = what_now(dossier, local(said.at).date(), following=following(dossier, said) is not None)
    return View(
        title=Text.verbatim(dossier.plan.title),
        elements=(
            Words(text=Text(nl="Het plan loopt.", en="The plan is running."), strong=True),
            Words(text=_advice(dossier, said, now)),
            *_round_lines(dossier, said),
            Facts(rows=_facts(dossier, said)),
            Words(text=ASK, tone="subtle"),
        ),
        buttons=_buttons(dossier, said, now),
        dialog=RUNNING,
    )


ASK = Text(
    nl='Vraag me gerust iets over het plan, zoals "waarom M11", "wie trekt M11" of "waarom '
    'stopten we met de camera?".',
    en='Feel free to ask about the plan, such as "why M11", "who leads M11" or "why did we stop '
    'the camera?".',
)


def _other_view(dossier: Dossier) -> View:
    """Every step closed, but not adopted; or the plan itself is over."""
    words = Text(
        nl="Alle stappen zijn gesloten. Status: {status}.",
        en="All steps are closed. Status: {status}.",
    )
    over = Text(
        nl="In dit plan wordt niets meer gevraagd. Vragen erover beantwoord ik nog wel.",
        en="Nothing is asked in this plan any more. I do still answer questions about it.",
    )
    return View(
        title=Text.verbatim(dossier.plan.title),
        elements=(
            Words(text=words.fill(status=status(dossier))),
            *((Words(text=over),) if is_over(dossier) else ()),
        ),
        buttons=(DRAFT, *((PAPER,) if adopted(dossier) else ())),
        dialog=RUNNING,
    )


def _advice(dossier: Dossier, said: Said, now: Now) -> Text:
    if succeeded(dossier, said):
        return Text(
            nl="Het volgende plan is vastgesteld. Dit plan kan worden afgesloten.",
            en="The next plan was adopted. This plan can be closed.",
        )
    if now == "quiet":
        at = next_round_from(dossier, local(said.at).date())
        later = Text(
            nl="Er hoeft nu niets. De volgende voortgangsronde kan vanaf {day}.",
            en="Nothing needs doing now. The next progress round can begin from {day}.",
        )
        if at and following(dossier, said) is None:
            return later.fill(day=on_day(at))
    return ADVICE[now]


ADVICE: dict[Now, Text] = {
    "settle": Text(
        nl="Er loopt een voortgangsronde.",
        en="A progress round is under way.",
    ),
    "round": Text(
        nl="Het is tijd voor een voortgangsronde: drie korte vragen per maatregel aan de "
        "trekkers.",
        en="It is time for a progress round: three short questions per measure to the leads.",
    ),
    "next_year": Text(
        nl="Het is tijd voor het plan van volgend jaar. Het begint met dit plan: de maatregelen, "
        "de afspraken en de voortgang gaan mee.",
        en="It is time for next year's plan. It starts from this one: the measures, agreements "
        "and progress come along.",
    ),
    "quiet": Text(nl="Er hoeft nu niets.", en="Nothing needs doing now."),
}


def _round_lines(dossier: Dossier, said: Said) -> tuple[Element, ...]:
    round_ = open_round(dossier)
    if round_ is None:
        return ()
    total = len(active(dossier))
    label = Text(nl="Maatregelen vastgesteld", en="Measures settled")
    done = total - len(unsettled(dossier, round_))
    return (*responses(dossier, round_, said), Bar(label=label, done=done, total=total))


def _facts(dossier: Dossier, said: Said) -> tuple[tuple[Text, Text], ...]:
    version = Text.verbatim(dossier.plan.version)
    state = Text(nl="lopend, {status}", en="running, {status}").fill(status=status(dossier))
    return (
        (Text(nl="Versie", en="Version"), version),
        (Text(nl="Status", en="Status"), state),
        (Text(nl="Lichten", en="Lights"), _lights(dossier, said)),
        *body_rows(dossier),
        *_before(dossier, said),
    )


def _before(dossier: Dossier, said: Said) -> tuple[tuple[Text, Text], ...]:
    """The plan before this one, while it is not closed yet."""
    last = preceding(dossier, said)
    if last is None or not runs(last):
        return ()
    words = Text(
        nl='kan worden afgesloten; typ "plan {year}"', en='can be closed; type "plan {year}"'
    )
    label = Text(nl="Plan {year}", en="{year} plan").fill(year=last.plan.year)
    return ((label, words.fill(year=last.plan.year)),)


def _lights(dossier: Dossier, said: Said) -> Text:
    """`12 groen, 3 oranje`, in words."""
    year = year_of(dossier, local(said.at).date())
    counts = Counter(
        past.light
        for measure in active(dossier)
        for past in measure.history
        if past.year == year and past.light
    )
    found = [Text.verbatim(f"{counts[id_]} ") + labels.LIGHTS[id_] for id_ in labels.LIGHTS]
    none = Text(nl="nog geen voortgang gemeld", en="no progress reported yet")
    return joined(found, ", ") if counts else none


def _buttons(dossier: Dossier, said: Said, now: Now) -> tuple[Button, ...]:
    """The one to press now first and primary."""
    first = CLOSE if succeeded(dossier, said) else _first(dossier, said, now)
    others: tuple[Button, ...] = (SETTLE, PARTNERS) if now == "settle" else (ROUND, NEXT_YEAR)
    if following(dossier, said):
        others = tuple(button for button in others if button is not NEXT_YEAR)
    bodies = body_buttons(dossier)
    if bodies and first is PAPER and has_met(dossier, local(said.at).date()):
        first = bodies[0]
    rest = (*bodies, *others, AMEND, PAPER, DRAFT)
    return (replace(first, primary=True), *(b for b in rest if b is not first))


def _first(dossier: Dossier, said: Said, now: Now) -> Button:
    if now == "settle":
        return SETTLE if _time_to_settle(dossier, said) else PARTNERS
    return {"round": ROUND, "next_year": NEXT_YEAR}.get(now, PAPER)


def _time_to_settle(dossier: Dossier, said: Said) -> bool:
    """Everybody is ready, or the deadline has passed."""
    round_ = open_round(dossier)
    if round_ is None or local(said.at).date() > round_.closes_on:
        return True
    orgs = asked(dossier, round_)
    return all(response(dossier, round_.key, org.key) == "complete" for org in orgs)


def hear(dossier: Dossier, said: Said) -> Turn:
    """A button of the card of the running plan."""
    if said.verb == "draft":
        return draft_turn(dossier, said)
    if said.verb == "paper":
        return paper_turn(dossier, said, "progress")
    if not runs(dossier):
        return Turn(onward=True)
    return Turn(replies=(Reply(view=_shown(dossier, said)),))


def _shown(dossier: Dossier, said: Said) -> View:
    match said.verb:
        case "round":
            return asking.round_view(dossier, said)
        case "settle":
            return settle_view(dossier, said)
        case "partners":
            return partners_view(dossier, said)
        case "amend":
            return amending.choose_view(dossier, said)
        case "next_year":
            return start_view(dossier, said, after=dossier)
        case "finish":
            return closing.close_view(dossier, said)
        case _:
            return heard_view(dossier, said) or running_view(dossier, said)
