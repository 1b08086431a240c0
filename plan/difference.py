"""What a change was about, as people read it: each field with what it was and became."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plan import labels
from plan.changes import altered_fields
from plan.dossier import Dossier
from plan.notation import euros, period
from plan.records import Change
from plan.text import Text, joined


@dataclass(frozen=True, kw_only=True)
class Difference:
    field: str
    label: Text
    was: Text
    became: Text

    @property
    def words(self) -> Text:
        words = Text(nl="{was} → {became}", en="{was} → {became}")
        return words.fill(was=self.was, became=self.became)


NOTHING = Text.verbatim("–")
LABELS = {
    "title": Text(nl="Tekst", en="Text"),
    "description": Text(nl="Omschrijving", en="Description"),
    "decision": Text(nl="Besluit", en="Verdict"),
    "decision_reason": Text(nl="Reden", en="Reason"),
    "lead": Text(nl="Trekker", en="Lead"),
    "partners": Text(nl="Partners", en="Partners"),
    "planning": Text(nl="Planning", en="Planning"),
    "milestones": Text(nl="Mijlpalen", en="Milestones"),
    "capacity": Text(nl="Inzet", en="Hours"),
    "budget_eur": Text(nl="Kosten", en="Costs"),
    "funding": Text(nl="Dekking", en="Cover"),
    "result": Text(nl="Resultaat", en="Result"),
    "desired_effect": Text(nl="Beoogd effect", en="Intended effect"),
    "goal": Text(nl="Doel", en="Goal"),
    "narrative": Text(nl="Tekst bij het thema", en="Text of the theme"),
    "cross_links": Text(nl="Dwarsverbanden", en="Cross-links"),
    "cross_links_note": Text(nl="Tekst bij de dwarsverbanden", en="Text of the cross-links"),
    "item": Text(nl="Actiepunt", en="Action item"),
    "ivp_line": Text(nl="Hoofdlijn IVP", en="Main line of the IVP"),
    "owner": Text(nl="Themahouder", en="Theme owner"),
}
"""The fields that people are told about; the others classify."""


def differences(dossier: Dossier, made: Change) -> tuple[Difference, ...]:
    """The fields that say something to people, in the order of the labels."""
    touched = altered_fields(made)
    return tuple(
        Difference(
            field=field,
            label=label,
            was=_words(dossier, field, touched[field][0]),
            became=_words(dossier, field, touched[field][1]),
        )
        for field, label in LABELS.items()
        if field in touched and touched[field][0] != touched[field][1]
    )


def _words(dossier: Dossier, field: str, value: Any) -> Text:
    if value in (None, "", [], {}):
        return NOTHING
    if field == "decision":
        return labels.VERDICTS.get(value, Text.verbatim(str(value)))
    if field == "owner":
        return Text.verbatim(dossier.person_name(value))
    if isinstance(value, Mapping):
        return _part(dossier, field, value)
    if isinstance(value, list | tuple):
        return joined([_one(dossier, field, one) for one in value], ", ")
    if field == "budget_eur":
        return Text(nl=euros(value, "nl"), en=euros(value, "en"))
    return Text.verbatim(str(value))


def _part(dossier: Dossier, field: str, value: Mapping[str, Any]) -> Text:
    if field == "planning":
        return _planned(value)
    names = (dossier.organisation_name(value.get("org")), dossier.person_name(value.get("person")))
    return Text.verbatim(", ".join(name for name in names if name) or "–")


def _planned(value: Mapping[str, Any]) -> Text:
    start, end = (_day(value.get(name)) for name in ("start", "end"))
    nl, en = period(start, end, "nl"), period(start, end, "en")
    words = [Text(nl=nl, en=en), Text.verbatim(value.get("cadence") or "")]
    return joined([part for part in words if part.nl], ", ")


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _one(dossier: Dossier, field: str, value: Any) -> Text:
    """One of several: a partner, a milestone, hours of an organisation."""
    if not isinstance(value, Mapping):
        return Text.verbatim(str(value))
    if field == "milestones":
        return Text.verbatim(str(value.get("text", "")))
    name = Text.verbatim(dossier.organisation_name(value.get("org")))
    if "hours" not in value:
        return name
    return joined([name, Text(nl="{n}", en="{n}").fill(n=value["hours"])])
