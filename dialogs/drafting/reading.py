"""From what was filled in about a measure to the measure as it becomes."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.drafting import people
from dialogs.drafting.fields import DAYS, LIMITS, choices, current
from dialogs.drafting.parts import chosen, faults, lines_of, written
from dialogs.drafting.values import practices_known, read_hours
from dialogs.turn import Said
from plan.answering import NOT_AN_OPTION
from plan.dossier import Dossier
from plan.records import Measure, Planning, altered
from plan.text import Text

PLAIN = ("description", "decision_reason", "result", "indicator", "funding", "evidence_note")
PICKED = (
    *("item", "decision", "chain_phase", "target", "reach", "instrument", "evidence"),
    *("scope", "regional_lead"),
)
NO_HOURS = Text(
    nl='Dit begrijp ik niet: "{line}". Schrijf een organisatie uit het plan, een dubbele punt en '
    "een getal.",
    en='I do not understand "{line}". Write an organisation of the plan, a colon and a number.',
)
NO_NUMBER = Text(nl="Schrijf een bedrag in hele euro's.", en="Write an amount in whole euros.")
NO_TITLE = Text(nl="Schrijf wat we doen.", en="Write what we do.")
BACKWARDS = Text(nl="Het einde ligt voor het begin.", en="The end is before the start.")
NO_DAY = Text(nl="Dit is geen datum.", en="This is not a date.")


class Reading:
    """One measure and what a card says of it; `wrong` is by the id of the input."""

    def __init__(self, dossier: Dossier, said: Said, measure: Measure) -> None:
        self.dossier, self.said, self.measure = dossier, said, measure
        on_card = said.card.inputs if said.card else tuple(said.inputs)
        ends = f"/{measure.key}"
        self.names = {id_.removesuffix(ends) for id_ in on_card if id_.endswith(ends)}
        ids = {self._id(name): limit for name, limit in LIMITS.items() if name in self.names}
        self.wrong: dict[str, Text] = faults(said, ids)

    def becomes(self) -> Measure:
        """The measure with everything that the card says of it."""
        fields: dict[str, Any] = {**self._texts(), **self._picks(), **self._means()}
        planning = self._planning()
        if planning != self.measure.planning:
            fields["planning"] = planning
        if {"known", "practices"} & self.names:
            fields["good_practices"] = self._practices()
        return altered(self.measure, **fields)

    def _id(self, name: str) -> str:
        return f"{name}/{self.measure.key}"

    def _touched(self, name: str) -> bool:
        """Whether it says something else than the card showed; what it did not, stays exact."""
        shown = current(self.dossier, self.measure, name)
        return name in self.names and written(self.said, self._id(name)) != shown

    def _texts(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            name: written(self.said, self._id(name)) or None
            for name in PLAIN
            if name in self.names
        }
        if "title" in self.names:
            found["title"] = " ".join(written(self.said, self._id("title")).split())
            if not found["title"]:
                self.wrong[self._id("title")] = NO_TITLE
        return found

    def _picks(self) -> dict[str, Any]:
        """A choice that was not touched stays; one that is none of the choices is wrong."""
        found: dict[str, Any] = {}
        for name in PICKED:
            value = self._picked(name)
            if value:
                found[name] = value
        leads = self._picked("lead")
        lead = people.lead_of(self.dossier, leads)
        if lead and leads != people.lead_value(self.measure.lead):
            found["lead"] = lead
        if "partners" in self.names:
            keys = chosen(self.said, self._id("partners"))
            found["partners"] = people.partnerships(self.dossier, self.measure, keys)
        return found

    def _picked(self, name: str) -> str:
        value = self.said.inputs.get(self._id(name), "") if name in self.names else ""
        if not value or value == current(self.dossier, self.measure, name):
            return value
        if value not in dict(choices(self.dossier, self.said, self.measure, name)):
            self.wrong[self._id(name)] = NOT_AN_OPTION
            return ""
        return value

    def _means(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self._touched("hours"):
            try:
                words = written(self.said, self._id("hours"))
                found["capacity"] = read_hours(self.dossier, words)
            except ValueError as wrong:
                self.wrong[self._id("hours")] = NO_HOURS.fill(line=wrong)
        if self._touched("budget"):
            digits = written(self.said, self._id("budget")).strip("€ ").replace(".", "")
            if digits and not (digits.isdecimal() and digits.isascii()):
                self.wrong[self._id("budget")] = NO_NUMBER
            else:
                found["budget_eur"] = float(digits) if digits else None
        return found

    def _planning(self) -> Planning:
        """A period of the list, or own days and a rhythm."""
        quick = people.planning_of(self.dossier.plan, self._picked("period"))
        if quick:
            return quick
        planning = self.measure.planning
        days = {name: self._day(name) for name in DAYS if name in self.names}
        if "cadence" in self.names:
            cadence = written(self.said, self._id("cadence")) or None
            planning = altered(planning, cadence=cadence)
        planning = altered(planning, **days)
        if planning.start and planning.end and planning.end < planning.start:
            self.wrong[self._id("end")] = BACKWARDS
        return planning

    def _day(self, name: str) -> date | None:
        words = written(self.said, self._id(name))
        try:
            return date.fromisoformat(words) if words else None
        except ValueError:
            self.wrong[self._id(name)] = NO_DAY
            return None

    def _practices(self) -> tuple[str, ...]:
        known = {key: text.nl for key, text in practices_known(self.dossier)}
        ticked = [known[k] for k in chosen(self.said, self._id("known")) if k in known]
        there = self.measure.good_practices
        own = lines_of(self.said, self._id("practices")) if "practices" in self.names else there
        return tuple(dict.fromkeys((*own, *ticked)))
