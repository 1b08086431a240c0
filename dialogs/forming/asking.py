"""What the plan is for, and a few questions: enough to propose a format (domain 2.2, J1)."""

from __future__ import annotations

from dialogs.forming.described import NO, YES, YES_NO
from dialogs.forming.written import DIALOG, about
from dialogs.turn import Said
from dialogs.untouched import noted
from dialogs.view import Button, Pick, Problem, View, Words
from plan.content.functions import ALWAYS, FUNCTIONS, MOST
from plan.dossier import Dossier
from plan.format import costs_shown
from plan.forming.advice import (
    COSTS_OF,
    IN_ANNEX,
    INTERNAL,
    LENGTHS,
    MEANS,
    USED_TO,
    USUAL,
    Wishes,
    several,
)
from plan.question import Option
from plan.records import Plan
from plan.text import Text

CHOSEN = tuple(option for option in FUNCTIONS if option.id != ALWAYS)


def questions_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """One card, filled in with what is known: last year's format, who takes part."""
    return noted(lambda one: _drawn(dossier, one, wrong), said)


def _drawn(dossier: Dossier, said: Said, wrong: Text | None) -> View:
    plan, given = dossier.plan, said.inputs
    known = usual_wishes(plan)
    functions = ",".join(f for f in known.functions if f != ALWAYS)
    return View(
        title=Text(nl="Waarvoor dient het plan?", en="What is the plan for?"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Words(text=LEAD),
            Pick(
                id="functions",
                label=Text(
                    nl="Waarvoor moet het plan vooral dienen? Kies er hoogstens drie.",
                    en="What is the plan for above all? Choose three at most.",
                ),
                choices=_choices(CHOSEN),
                value=given.get("functions", functions),
                several=True,
                wide=True,
            ),
            Pick(
                id="shared",
                label=Text(
                    nl="Maak je het plan samen met andere gemeenten?",
                    en="Are you making the plan together with other municipalities?",
                ),
                choices=YES_NO,
                value=given.get("shared", _yes(known.shared)),
                wide=True,
            ),
            Pick(
                id="used_to",
                label=Text(
                    nl="Wat zijn het MT en het college gewend?",
                    en="What are the MT and the college used to?",
                ),
                choices=_choices(USED_TO),
                value=given.get("used_to", known.used_to),
                wide=True,
            ),
            Pick(
                id="means",
                label=Text(
                    nl="Waar wil je uren en kosten?", en="Where do you want hours and costs?"
                ),
                choices=_choices(MEANS),
                value=given.get("means", known.means),
                wide=True,
            ),
            Pick(
                id="looks_back",
                label=Text(nl="Terugblik opnemen?", en="Include a look-back?"),
                choices=YES_NO,
                value=given.get("looks_back", _yes(known.looks_back)),
                wide=True,
            ),
            Pick(
                id="words",
                label=Text(nl="Hoeveel tekst bij elk thema?", en="How much text for each theme?"),
                choices=_choices(LENGTHS),
                value=given.get("words", str(known.words)),
                wide=True,
            ),
        ),
        buttons=(
            Button(
                verb="propose",
                label=Text(nl="Format voorstellen", en="Propose a format"),
                primary=True,
            ),
        ),
        dialog=DIALOG,
        about=about(dossier),
    )


LEAD = Text(
    nl="Elk plan vertaalt het IVP in acties en legt afspraken vast. Met je antwoorden stel ik een "
    "format voor; je kunt het daarna nog aanpassen.",
    en="Every plan turns the IVP into actions and records agreements. From your answers I propose "
    "a format; you can still change it after that.",
)
TOO_MANY = Text(
    nl="Kies er hoogstens {n}; een plan kan niet voor alles tegelijk dienen.",
    en="Choose {n} at most; a plan cannot serve everything at once.",
).fill(n=MOST)


def usual_wishes(plan: Plan) -> Wishes:
    """What can be filled in beforehand, from the format there is and who takes part."""
    form = plan.format
    means = next((m for m, shown in COSTS_OF.items() if shown == costs_shown(form)), IN_ANNEX)
    presets = [option.id for option in USED_TO]
    words = [int(option.id) for option in LENGTHS]
    return Wishes(
        functions=plan.functions,
        shared=several(plan),
        used_to=form.preset if form.preset in presets else presets[0],
        means=means if form.capacity_visible else INTERNAL,
        looks_back=plan.track == "follow_up" and form.looks_back,
        words=form.narrative_words if form.narrative_words in words else USUAL,
    )


def wishes_said(said: Said) -> Wishes | Text:
    """What was answered, or what is wrong with it."""
    given = said.inputs
    known = [option.id for option in CHOSEN]
    chosen = tuple(f for f in given.get("functions", "").split(",") if f in known)
    if len(chosen) > MOST:
        return TOO_MANY
    return Wishes(
        functions=(ALWAYS, *chosen),
        shared=given.get("shared") == YES,
        used_to=_known(given.get("used_to"), USED_TO, USED_TO[0].id),
        means=_known(given.get("means"), MEANS, IN_ANNEX),
        looks_back=given.get("looks_back") == YES,
        words=int(_known(given.get("words"), LENGTHS, str(USUAL))),
    )


def _known(value: str | None, options: tuple[Option, ...], otherwise: str) -> str:
    return value if value in {option.id for option in options} and value else otherwise


def _choices(options: tuple[Option, ...]) -> tuple[tuple[str, Text], ...]:
    return tuple((option.id, option.text) for option in options)


def _yes(wish: bool) -> str:
    return YES if wish else NO
