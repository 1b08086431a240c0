"""When nobody is written to, and how often at most: what the coordinator sets for this plan."""

from __future__ import annotations

import re
from datetime import date

from dialogs.clashing import SEAL, moved, seal
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.untouched import both, noted
from dialogs.view import Button, Pick, Problem, View, Words, Write
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import FreeDays, Plan, altered
from plan.records.frame import FreeBy
from plan.schools import (
    KNOWN_UNTIL,
    REGION_NAMES,
    REGIONS,
    named,
    region_of,
    school_break,
)
from plan.text import Text

DIALOG = "calm"
BUDGETS = (1, 2, 3, 5)
"""Messages a week to choose from."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}")
MOST = 60
"""Own free days."""
UNKNOWN = "unknown"


def calm_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Everything on one card, as it is now; one click keeps it."""
    return noted(lambda one: _drawn(dossier, one, wrong), said)


def _drawn(dossier: Dossier, said: Said, wrong: Text | None) -> View:
    shown = {**_written(dossier.plan), **said.inputs}
    return View(
        title=Text(nl="Rust en vrije dagen", en="Quiet and days off"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Words(text=LEAD),
            _pick("schools", SCHOOLS, shown, SCHOOL_REGIONS),
            _pick("good_friday", GOOD_FRIDAY, shown, {"no": WORKS, "yes": OFF}),
            _pick("liberation_day", LIBERATION_DAY, shown, LIBERATION),
            _pick("budget", BUDGET, shown, {str(n): Text.verbatim(str(n)) for n in BUDGETS}),
            Write(id="own", label=OWN, value=shown["own"], limit=1000),
        ),
        buttons=(Button(verb="keep", label=Text(nl="Opslaan", en="Save"), primary=True),),
        dialog=DIALOG,
        about={SEAL: seal(_written(dossier.plan))},
    )


def _pick(id_: str, label: Text, shown: dict[str, str], choices: dict[str, Text]) -> Pick:
    return Pick(id=id_, label=label, choices=tuple(choices.items()), value=shown[id_], wide=True)


LEAD = Text(
    nl="Tussen 18.00 en 8.00 uur, in het weekend en op feestdagen krijgt niemand een bericht. "
    "Herinneringen komen zo veel mogelijk buiten de schoolvakanties.",
    en="Between 18:00 and 8:00, at weekends and on public holidays nobody gets a message. "
    "Reminders come outside the school holidays wherever that is possible.",
)
SCHOOLS = Text(
    nl="Van welke regio gelden de schoolvakanties?", en="Which region's school holidays count?"
)
SCHOOL_REGIONS = {**REGION_NAMES, UNKNOWN: Text(nl="Geen", en="None")}
GOOD_FRIDAY = Text(nl="Goede Vrijdag", en="Good Friday")
WORKS, OFF = Text(nl="Werkdag", en="Working day"), Text(nl="Vrij", en="Day off")
LIBERATION_DAY = Text(nl="Bevrijdingsdag vrij", en="Liberation Day off")
LIBERATION = {
    "lustrum": Text(nl="Eens in de vijf jaar", en="Once in five years"),
    "every_year": Text(nl="Elk jaar", en="Every year"),
    "never": Text(nl="Nooit", en="Never"),
}
BUDGET = Text(
    nl="Hoeveel berichten krijgt een partner hoogstens per week? Wat niet kan wachten, komt "
    "altijd.",
    en="How many messages does a partner get a week at most? What cannot wait always comes.",
)
OWN = Text(
    nl="Eigen vrije dagen, één per regel (bijvoorbeeld 15-05-2026)",
    en="Own days off, one per line (for instance 15-05-2026)",
)


def _written(plan: Plan) -> dict[str, str]:
    free = plan.free_days
    return {
        "schools": region_of(plan) or UNKNOWN,
        "good_friday": "yes" if free.good_friday else "no",
        "liberation_day": free.liberation_day,
        "budget": str(plan.messages_per_week),
        "own": "\n".join(f"{day:%d-%m-%Y}" for day in free.own),
    }


def hear(dossier: Dossier, said: Said) -> Turn:
    """Kept for this plan; from then on it counts for everything that goes out."""
    if moved(said, seal(_written(dossier.plan))):
        return both(said, lambda one: calm_view(dossier, one))
    own = days_said(said.inputs.get("own", ""))
    if own is None:
        return Turn(instead=calm_view(dossier, said, WRONG))
    plan = _as_filled(dossier.plan, said, own)
    return Turn(
        keep=(plan, registered(said, "set_calm", "plan", after=_in_short(plan))),
        instead=View(title=KEPT, elements=_told(plan, local(said.at).date())),
    )


def _as_filled(plan: Plan, said: Said, own: tuple[date, ...]) -> Plan:
    given = {**_written(plan), **said.inputs}
    region = next((one for one in REGIONS if one == given["schools"]), None)
    liberation = given["liberation_day"]
    free = FreeDays(
        good_friday=given["good_friday"] == "yes",
        liberation_day=next((o for o in FREE_BY if o == liberation), "lustrum"),
        own=own,
        schools=region,
    )
    budget = int(given["budget"]) if given["budget"] in map(str, BUDGETS) else 2
    return altered(plan, free_days=free, messages_per_week=budget)


FREE_BY: tuple[FreeBy, ...] = ("lustrum", "every_year", "never")


def days_said(words: str) -> tuple[date, ...] | None:
    """The days in a text, each once and in order; None when a line is no day."""
    found = set()
    for line in filter(None, (line.strip(" ,;") for line in re.split(r"[\n,;]", words))):
        if not DAY.fullmatch(line):
            return None
        parts = line.split("-")
        try:
            found.add(date(*map(int, parts if len(parts[0]) == 4 else reversed(parts))))
        except ValueError:
            return None
    return tuple(sorted(found)) if len(found) <= MOST else None


WRONG = Text(
    nl="Schrijf elke vrije dag op een eigen regel, zo: 15-05-2026. Hoogstens zestig dagen.",
    en="Write each day off on a line of its own, like this: 15-05-2026. At most sixty days.",
)
KEPT = Text(nl="Opgeslagen: rust en vrije dagen", en="Saved: quiet and days off")


def _told(plan: Plan, today: date) -> tuple[Words, ...]:
    """The next school holiday as it counts, so that a wrong region is seen at once."""
    region = region_of(plan)
    if region is None:
        return (Words(text=NO_SCHOOLS),)
    ahead = (date.fromordinal(n) for n in range(today.toordinal(), KNOWN_UNTIL.toordinal()))
    first = next((day for day in ahead if school_break(day, region)), None)
    if first is None:
        return (Words(text=NOT_SET.fill(year=KNOWN_UNTIL.year)),)
    name = named(school_break(first, region) or "")
    return (Words(text=NEXT.fill(name=name, region=REGION_NAMES[region], day=on_day(first))),)


NO_SCHOOLS = Text(
    nl="Er wordt geen rekening gehouden met schoolvakanties.",
    en="School holidays are not taken into account.",
)
NOT_SET = Text(
    nl="De schoolvakanties na de zomer van {year} zijn nog niet vastgesteld.",
    en="The school holidays after the summer of {year} have not been set yet.",
)
NEXT = Text(
    nl="De eerstvolgende schoolvakantie in regio {region}: {name}, vanaf {day}.",
    en="The next school holiday in the {region} region: {name}, from {day}.",
)


def _in_short(plan: Plan) -> str:
    written = _written(plan)
    return ", ".join(f"{name}: {' '.join(value.split())}" for name, value in written.items())


def break_warning(dossier: Dossier, day: date) -> tuple[Words, ...]:
    """That a day on which partners must be at work lies in their school holidays."""
    region = region_of(dossier.plan)
    name = school_break(day, region)
    if region is None or name is None:
        return ()
    words = IN_BREAK.fill(day=on_day(day), name=named(name), region=REGION_NAMES[region])
    return (Words(text=words, tone="warning"),)


IN_BREAK = Text(
    nl="Let op: {day} valt in de {name} (regio {region}).",
    en="Note: {day} is in the {name} ({region} region).",
)
