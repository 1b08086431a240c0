"""How a measure differs from what it was, in the words of the extract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plan.blocks import Cell, Gap
from plan.cells import lead, planning, role_of, verdict
from plan.checking import own_hours
from plan.dossier import Dossier, involved
from plan.notation import number, short_day
from plan.records import Measure
from plan.text import Language, Text

Say = Callable[[Dossier, Measure, str, Language], str]
NOTHING = Text(nl="–", en="–")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing an extract says of a measure; `say` is empty where there is nothing to say."""

    label: Text
    say: Say
    theirs: Text | None = None
    """What it is called when somebody else reads it."""

    def text(self, dossier: Dossier, measure: Measure, org: str) -> Text:
        nl, en = (self.say(dossier, measure, org, language) for language in ("nl", "en"))
        return Text(nl=nl, en=en)


@dataclass(frozen=True, kw_only=True)
class Difference:
    label: Text
    was: Text
    now: Text


def _plain(cell: Cell) -> str:
    return cell.text if isinstance(cell, Gap) else str(cell).replace("\n", ", ")


def _hours(dossier: Dossier, measure: Measure, org: str, language: Language) -> str:
    given = own_hours(measure, org)
    unit = "uur" if language == "nl" else "hours"
    return f"{number(given, language)} {unit}" if given else ""


def _milestones(dossier: Dossier, measure: Measure, org: str, language: Language) -> str:
    return "; ".join(
        f"{one.text} ({short_day(one.when, language)})" if one.when else one.text
        for one in measure.milestones
    )


def _partners(dossier: Dossier, measure: Measure, org: str, language: Language) -> str:
    others = (one for one in involved(measure) if one != org)
    leader = measure.lead.org if measure.lead else None
    return ", ".join(dossier.organisation_name(one) for one in others if one != leader)


def _decision(dossier: Dossier, measure: Measure, org: str, language: Language) -> str:
    if measure.decision is None:
        return ""
    said = _plain(verdict(dossier, measure, language))
    return f"{said}. {measure.decision_reason}" if measure.decision_reason else said


TITLE = Line(label=Text(nl="Maatregel", en="Measure"), say=lambda d, m, o, lang: m.title)
ROLE = Line(
    label=Text(nl="Uw rol", en="Your role"),
    say=lambda d, m, o, lang: _plain(role_of(o)(d, m, lang)),
    theirs=Text(nl="Rol", en="Role"),
)
LINES: tuple[Line, ...] = (
    Line(
        label=Text(nl="Omschrijving", en="Description"),
        say=lambda d, m, o, lang: m.description or "",
    ),
    Line(label=Text(nl="Besluit", en="Verdict"), say=_decision),
    Line(label=Text(nl="Trekker", en="Lead"), say=lambda d, m, o, lang: _plain(lead(d, m, lang))),
    ROLE,
    Line(
        label=Text(nl="Uw inzet", en="Your hours"),
        say=_hours,
        theirs=Text(nl="Inzet", en="Hours"),
    ),
    Line(
        label=Text(nl="Planning", en="Planning"),
        say=lambda d, m, o, lang: _plain(planning(d, m, lang)),
    ),
    Line(label=Text(nl="Mijlpalen", en="Milestones"), say=_milestones),
    Line(label=Text(nl="Resultaat", en="Result"), say=lambda d, m, o, lang: m.result or ""),
    Line(label=Text(nl="Partners", en="Partners"), say=_partners),
)


def extract_lines(dossier: Dossier, measure: Measure, org: str) -> tuple[tuple[Text, Text], ...]:
    """What the extract says of a measure besides the role, where there is anything to say."""
    said = ((line.label, line.text(dossier, measure, org)) for line in LINES if line is not ROLE)
    return tuple((label, text) for label, text in said if text.nl)


def read_lines(dossier: Dossier, measure: Measure, org: str) -> tuple[tuple[Text, Text], ...]:
    """The same for who prepares the plan, about one organisation."""
    return tuple(
        (line.theirs or line.label, text)
        for line in LINES
        if (text := line.text(dossier, measure, org)).nl
    )


def differences(
    dossier: Dossier, before: Measure | None, now: Measure, org: str
) -> tuple[Difference, ...]:
    """What an organisation sees changed, line by line; nothing when it is new to it."""
    if before is None or org not in involved(before):
        return ()
    return altered_lines(dossier, before, now, org)


def altered_lines(
    dossier: Dossier, before: Measure, now: Measure, org: str
) -> tuple[Difference, ...]:
    """What changed, whoever is in it."""
    found = []
    for line in (TITLE, *LINES):
        was, becomes = line.text(dossier, before, org), line.text(dossier, now, org)
        if was != becomes:
            found.append(
                Difference(
                    label=line.label,
                    was=was if was.nl else NOTHING,
                    now=becomes if becomes.nl else NOTHING,
                )
            )
    return tuple(found)
