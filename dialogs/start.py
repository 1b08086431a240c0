"""Starting a plan: three questions, from which the track and the calendar follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dialogs.proposing import DIALOG, begun, proposal_view
from dialogs.start_card import BEGIN, led_by, start_view
from dialogs.turn import Said, Turn
from dialogs.view import Pick, View
from plan.answering import clean, plain
from plan.beginning import from_scratch, next_plan
from plan.calendar import local
from plan.content.shape import CatalogueTheme
from plan.content.themes import THEMES
from plan.dossier import Dossier
from plan.question import InvalidAnswerError
from plan.records import IvpTheme, Plan, Record, altered
from plan.text import Text, slug

NAMES = ("source", "year", "ivp_start", "municipality", "together", "college", "themes")
"""The answers that go along from card to card until the plan is kept."""
EARLIEST, LATEST = 2000, 2100


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """For which year, under which IVP, and when the college decides."""

    year: int
    ivp_start: int
    college: date


def hear(dossier: Dossier, said: Said) -> Turn:
    """The three answers, with the catalogue the themes, then a look at what would be made."""
    if said.verb == "change":
        return Turn(instead=start_view(dossier, _as_given(said)))
    plans = led_by(dossier, said)
    last = next((one for one in plans if one.plan.key == _given(said, "source")), None)
    try:
        asked = _asked(said)
        if last is None and not _themes(said):
            return _catalogue(dossier, said)
        made = _together(said, _made(said, asked, last))
    except InvalidAnswerError as why:
        return _again(dossier, said, why.text)
    if said.verb == "keep":
        return begun(made)
    given = {name: _given(said, name) for name in NAMES}
    return Turn(instead=proposal_view(made, given, {one.plan.full_title for one in plans}))


def _asked(said: Said) -> _Asked:
    """Raises InvalidAnswerError."""
    try:
        year, start = _year(said, "year"), _year(said, "ivp_start")
        college = date.fromisoformat(_given(said, "college"))
    except ValueError:
        raise InvalidAnswerError(NO_YEARS) from None
    if college <= local(said.at).date():
        raise InvalidAnswerError(NOT_AHEAD)
    if start > year:
        raise InvalidAnswerError(BEFORE_ITS_IVP)
    return _Asked(year=year, ivp_start=start, college=college)


def _made(said: Said, asked: _Asked, last: Dossier | None) -> tuple[Record, ...]:
    """The plan, out of the one before or else of the catalogue. Raises InvalidAnswerError."""
    try:
        if last is None:
            return _from_catalogue(said, asked)
        return next_plan(
            last,
            year=asked.year,
            college=asked.college,
            now=said.at,
            ivp_start=asked.ivp_start,
        )
    except ValueError:
        raise InvalidAnswerError(TOO_FEW_DAYS) from None


NO_YEARS = Text(
    nl="Vul twee jaartallen in, zoals 2027, en een dag.",
    en="Fill in two years, such as 2027, and a day.",
)
NOT_AHEAD = Text(
    nl="Kies voor het besluit van het college een dag na vandaag.",
    en="Choose a day after today for the college's decision.",
)
BEFORE_ITS_IVP = Text(
    nl="Het IVP kan niet na het planjaar beginnen.",
    en="The IVP cannot begin after the plan year.",
)
TOO_FEW_DAYS = Text(
    nl="Er zijn te weinig werkdagen tot het college besluit. Kies een latere dag.",
    en="There are too few working days before the college decides. Choose a later day.",
)


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


def _from_catalogue(said: Said, asked: _Asked) -> tuple[Record, ...]:
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
        key=f"{place}-{asked.year}",
        municipality=name,
        year=asked.year,
        ivp_start=asked.ivp_start,
        college=asked.college,
        now=said.at,
        coordinator=said.who,
        themes=themes,
    )


def _together(said: Said, records: tuple[Record, ...]) -> tuple[Record, ...]:
    others = tuple(name.strip() for name in _given(said, "together").split(",") if name.strip())
    return tuple(
        altered(r, together_with=others) if isinstance(r, Plan) and others else r for r in records
    )
