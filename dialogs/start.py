"""Starting a plan: three questions, from which the track and the calendar follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.proposing import DIALOG, begun, proposal_view
from dialogs.turn import Said, Turn
from dialogs.view import Button, Day, Pick, View, Words, Write
from plan.answering import clean, plain
from plan.beginning import from_scratch, next_plan
from plan.calendar import local, on_or_before
from plan.content.shape import CatalogueTheme
from plan.content.themes import THEMES
from plan.dossier import Dossier
from plan.records import IvpTheme, Plan, Record, altered
from plan.seasons import usual_college
from plan.text import Text, slug

CATALOGUE = "catalogue"
NAMES = ("source", "year", "ivp_start", "municipality", "together", "college", "themes")
"""The answers that go along from card to card until the plan is kept."""
BEGIN = Button(verb="begin", label=Text(nl="Reken terug", en="Work back"), primary=True)
EARLIEST, LATEST = 2000, 2100


def start_view(
    dossier: Dossier, said: Said, wrong: Text | None = None, *, after: Dossier | None = None
) -> View:
    """Everything on one card, filled in from last year's plan where there is one.

    `after` is the plan that this one follows, else the newest.
    """
    plans = {d.plan.key: d.plan for d, _ in _plans(dossier, said)}
    last = after or max(
        (d for d, _ in _plans(dossier, said)), key=lambda d: d.plan.year, default=None
    )
    newest = last.plan if last else None
    year = newest.year + newest.duration_years if newest else local(said.at).year + 1
    start = newest.ivp.start if newest and newest.ivp.start else year
    if newest and newest.ivp.end and year > newest.ivp.end:
        start = year
    given = said.inputs
    problem = (Words(text=wrong, tone="attention"),) if wrong else ()
    from_plan = Text(nl="Het plan van {year}: {title}", en="The {year} plan: {title}")
    sources = [
        (plan.key, from_plan.fill(year=plan.year, title=plan.title)) for plan in plans.values()
    ]
    sources.append((CATALOGUE, Text(nl="De catalogus van thema's", en="The catalogue of themes")))
    return View(
        title=Text(nl="Nieuw plan", en="New plan"),
        elements=(
            *problem,
            Pick(
                id="source",
                label=Text(nl="Waar beginnen we mee?", en="What do we start from?"),
                choices=tuple(sources),
                value=given.get("source", newest.key if newest else CATALOGUE),
                wide=len(sources) <= 6,
            ),
            Write(
                id="year",
                label=Text(nl="Voor welk jaar is het plan?", en="For which year is the plan?"),
                value=given.get("year", str(year)),
                lines=False,
                limit=4,
                required=True,
            ),
            Write(
                id="ivp_start",
                label=Text(
                    nl="In welk jaar begint het IVP waar dit plan onder valt?",
                    en="In which year does the IVP for this plan begin?",
                ),
                value=given.get("ivp_start", str(start)),
                lines=False,
                limit=4,
                required=True,
            ),
            Write(
                id="municipality",
                label=Text(nl="Voor welke gemeente?", en="For which municipality?"),
                value=given.get("municipality", newest.municipality.name if newest else ""),
                lines=False,
                limit=100,
                required=True,
            ),
            Write(
                id="together",
                label=Text(
                    nl="Samen met andere gemeenten? Noem ze (laat leeg als je het alleen maakt)",
                    en="Together with other municipalities? Name them (leave empty if you are on "
                    "your own)",
                ),
                value=given.get("together", ""),
                lines=False,
                limit=200,
            ),
            Day(
                id="college",
                label=Text(
                    nl="Wanneer moet het college besluiten?", en="When must the college decide?"
                ),
                value=given.get("college", _college(last, year, said).isoformat()),
                required=True,
            ),
        ),
        buttons=(BEGIN,),
        dialog=DIALOG,
    )


def _college(last: Dossier | None, year: int, said: Said) -> date:
    """The day that fits: as last time, where that still lies ahead."""
    usual = usual_college(last) if last else None
    ahead = usual is not None and usual > local(said.at).date()
    return usual if usual and ahead else on_or_before(date(year - 1, 12, 15))


def _plans(dossier: Dossier, said: Said) -> list[tuple[Dossier, str]]:
    found = [(dossier, said.who.key)] if dossier else []
    found += [(other, person.key) for other, person in said.elsewhere]
    return [(d, key) for d, key in found if d.plan.coordinator == key]


def hear(dossier: Dossier, said: Said) -> Turn:
    """The three answers, with the catalogue the themes, then a look at what would be made."""
    if said.verb == "change":
        return Turn(instead=start_view(dossier, _as_given(said)))
    try:
        year, start = _year(said, "year"), _year(said, "ivp_start")
        college = date.fromisoformat(_given(said, "college"))
    except ValueError:
        wrong = Text(
            nl="Vul twee jaartallen in, zoals 2027, en een dag.",
            en="Fill in two years, such as 2027, and a day.",
        )
        return _again(dossier, said, wrong)
    if college <= local(said.at).date():
        return _again(
            dossier,
            said,
            Text(
                nl="Kies voor het besluit van het college een dag na vandaag.",
                en="Choose a day after today for the college's decision.",
            ),
        )
    if start > year:
        wrong = Text(
            nl="Het IVP kan niet na het planjaar beginnen.",
            en="The IVP cannot begin after the plan year.",
        )
        return _again(dossier, said, wrong)
    last = next(
        (d for d, _ in _plans(dossier, said) if d.plan.key == _given(said, "source")), None
    )
    if last is None and not _themes(said):
        return _catalogue(dossier, said)
    try:
        records = (
            next_plan(last, year=year, college=college, now=said.at, ivp_start=start)
            if last
            else _from_catalogue(said, year, start, college)
        )
    except ValueError:
        wrong = Text(
            nl="Er zijn te weinig werkdagen tot het college besluit. Kies een latere dag.",
            en="There are too few working days before the college decides. Choose a later day.",
        )
        return _again(dossier, said, wrong)
    made = _together(said, records)
    if said.verb != "keep":
        there = {d.plan.full_title for d, _ in _plans(dossier, said)}
        given = {name: _given(said, name) for name in NAMES}
        return Turn(instead=proposal_view(made, given, there))
    return begun(made)


def _given(said: Said, name: str) -> str:
    """From this card, or from the card before it."""
    kept = said.card.about if said.card else {}
    return clean(said.inputs.get(name, kept.get(name, "")))


def _as_given(said: Said) -> Said:
    """With the answers of the card before, to be changed."""
    return replace(said, inputs={name: _given(said, name) for name in NAMES})


def _year(said: Said, name: str) -> int:
    year = int(_given(said, name))
    if not EARLIEST <= year <= LATEST:
        raise ValueError(name)
    return year


def _again(dossier: Dossier, said: Said, wrong: Text) -> Turn:
    return Turn(instead=start_view(dossier, said, wrong))


def _catalogue(dossier: Dossier, said: Said) -> Turn:
    """Which themes; the answers of the first card go along."""
    if not _given(said, "municipality"):
        return _again(dossier, said, Text(nl="Voor welke gemeente?", en="For which municipality?"))
    return Turn(
        instead=View(
            title=Text(nl="Welke thema's staan in het IVP?", en="Which themes are in the IVP?"),
            elements=(
                Pick(
                    id="themes",
                    label=Text(nl="Thema's", en="Themes"),
                    choices=tuple((t.code, Text.verbatim(f"{t.code} ") + t.title) for t in THEMES),
                    several=True,
                    wide=True,
                    required=True,
                ),
            ),
            buttons=(BEGIN,),
            dialog=DIALOG,
            about={name: _given(said, name) for name in NAMES},
        )
    )


def _themes(said: Said) -> list[CatalogueTheme]:
    wanted = set(_given(said, "themes").split(","))
    return [theme for theme in THEMES if theme.code in wanted]


def _from_catalogue(said: Said, year: int, start: int, college: date) -> tuple[Record, ...]:
    themes = [
        IvpTheme(
            key=f"T{n}",
            title=theme.title.within(said.language),
            field=theme.field,
            category="priority",
        )
        for n, theme in enumerate(_themes(said), start=1)
    ]
    name = _given(said, "municipality")
    place = slug(plain(name).removeprefix("gemeente ")) or "gemeente"
    return from_scratch(
        key=f"{place}-{year}",
        municipality=name,
        year=year,
        ivp_start=start,
        college=college,
        now=said.at,
        coordinator=said.who,
        themes=themes,
    )


def _together(said: Said, records: tuple[Record, ...]) -> tuple[Record, ...]:
    others = tuple(name.strip() for name in _given(said, "together").split(",") if name.strip())
    return tuple(
        altered(r, together_with=others) if isinstance(r, Plan) and others else r for r in records
    )
