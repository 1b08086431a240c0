"""The one action that goes with a finding of the mix check, and the card it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.drafting import (
    bringing,
    editing_item,
    editing_measure,
    editing_theme,
    gathering,
    leading,
    proposing,
    reconsidering,
    suggesting,
)
from dialogs.turn import Said
from dialogs.view import View
from plan.checks import Finding
from plan.dossier import Dossier
from plan.records import ActionItem, Measure, Theme
from plan.text import Text

Opens = Callable[[Dossier, Said, Finding], View | None]


@dataclass(frozen=True, kw_only=True)
class Action:
    """What the button says and which card it opens."""

    label: Text
    opens: Opens


def action_of(finding: Finding) -> Action:
    """The action of a check; else opening what it is about."""
    return ACTIONS.get(finding.check, OPEN)


def first(finding: Finding) -> str:
    subjects = finding.subjects
    return subjects if isinstance(subjects, str) else subjects[0]


def opened(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    """The card of the measure, item or theme that a finding is about."""
    subject = first(finding)
    if measure := dossier.get(Measure, subject):
        return editing_measure.view(dossier, said, measure)
    if item := dossier.get(ActionItem, subject):
        return editing_item.view(dossier, said, item)
    theme = dossier.get(Theme, subject)
    return editing_theme.view(dossier, said, theme) if theme else None


def _more(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    """More measures under the item, or under the items of the theme."""
    item = dossier.get(ActionItem, first(finding))
    theme = item.theme if item else first(finding)
    items = (item,) if item else dossier.items_of(theme)[: gathering.AT_ONCE]
    return gathering.items_view(dossier, said, theme, items) if items else None


def _lead(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    return leading.view(dossier, said, finding.theme or "")


def _result(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    return bringing.view(dossier, said, finding.theme or "", only=(first(finding),))


def _verdict(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    measure = dossier.get(Measure, first(finding))
    return reconsidering.view(dossier, said, measure) if measure else None


def _proposals(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    theme = finding.theme or ""
    return proposing.view(dossier, said, theme) if proposing.is_due(dossier, theme) else None


def _earlier(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    return suggesting.view(dossier, said, finding.theme or "", suggesting.EARLY, first(finding))


def _missing(dossier: Dossier, said: Said, finding: Finding) -> View | None:
    """Aftercare when that is all that lacks (a hint), else something earlier."""
    wanted = suggesting.AFTER if finding.severity == "I" else suggesting.EARLY
    return suggesting.view(dossier, said, finding.theme or "", wanted, "")


OPEN = Action(label=Text(nl="Openen", en="Open"), opens=opened)
_EXAMPLE = Text(nl="Voorbeelden kiezen", en="Choose examples")
_PLAN = Action(label=Text(nl="Trekker en periode", en="Lead and period"), opens=_lead)
_RESULT = Action(label=Text(nl="Resultaat invullen", en="Fill in the result"), opens=_result)
_VERDICT = Action(label=Text(nl="Besluit herzien", en="Reconsider the verdict"), opens=_verdict)
ACTIONS: dict[str, Action] = {
    "C01": Action(label=Text(nl="Maatregel of reden", en="Measure or reason"), opens=_more),
    "C02": _PLAN,
    "C03": _PLAN,
    "C04": Action(label=_EXAMPLE, opens=_earlier),
    "C05": Action(label=_EXAMPLE, opens=_missing),
    "C06": Action(label=Text(nl="Maatregel toevoegen", en="Add a measure"), opens=_more),
    "C07": _VERDICT,
    "C11": _RESULT,
    "C12": Action(label=Text(nl="Concreet maken", en="Make it concrete"), opens=opened),
    "C14": Action(label=Text(nl="Hoofdlijn kiezen", en="Choose the main line"), opens=opened),
    "C16": Action(label=Text(nl="Onderbouwen", en="Give the rationale"), opens=_result),
    "C19": Action(label=Text(nl="Dekking noemen", en="Name the cover"), opens=opened),
    "C20": Action(label=Text(nl="Samenvoegen of openen", en="Merge or open"), opens=opened),
    "C21": Action(
        label=Text(nl="Voorstel beantwoorden", en="Answer the proposal"), opens=_proposals
    ),
    "C22": _VERDICT,
    "C23": Action(label=Text(nl="Maatregel toevoegen", en="Add a measure"), opens=_more),
    "C26": Action(label=Text(nl="Herschrijven", en="Rewrite"), opens=opened),
    "C30": Action(label=Text(nl="Periode herzien", en="Change the period"), opens=opened),
}
