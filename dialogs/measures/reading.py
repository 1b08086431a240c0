"""From what was filled in about a measure to the measure as it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.filled import chosen, faults, lines_of, written
from dialogs.measures import people, wording
from dialogs.measures.inputs import HOURS, choices, current, limit_of
from dialogs.measures.values import MOST_EUROS, MOST_HOURS, amount, practices_known, read_hours
from dialogs.turn import Said
from plan.answering import NOT_AN_OPTION, clean
from plan.changes import as_it_was
from plan.dates import day_said
from plan.dossier import Dossier
from plan.records import Capacity, Measure, Milestone, Planning, altered
from plan.text import Text

PLAIN = ("description", "decision_reason", "result", "indicator", "funding", "evidence_note")
PICKED = (
    *("item", "decision", "chain_phase", "target", "reach", "instrument", "evidence"),
    *("scope", "regional_lead"),
)


def shown_on(dossier: Dossier, said: Said, measure: Measure) -> Measure:
    """The measure as the card showed it."""
    was = as_it_was(dossier, Measure, measure.key, said.card.issued_at) if said.card else None
    return was or measure


def own_words(dossier: Dossier, said: Said, measures: Iterable[Measure]) -> Said:
    """Only what says something else than the card showed: all the rest is as it is now."""
    left: set[str] = set()
    for measure in measures:
        reading = Reading(dossier, said, measure, shown_on(dossier, said, measure))
        left |= {f"{name}/{measure.key}" for name in reading.names - reading.touched}
    return replace(said, inputs={k: v for k, v in said.inputs.items() if k not in left})


class Reading:
    """One measure and what a card says of it; `wrong` is by the id of the input.

    Only what says something else than the card showed is touched; all the rest stays exactly as
    it is, also where somebody else changed it since.
    """

    def __init__(
        self, dossier: Dossier, said: Said, measure: Measure, shown: Measure | None = None
    ) -> None:
        self.dossier, self.said, self.measure = dossier, said, measure
        on_card = said.card.inputs if said.card else tuple(said.inputs)
        ends = f"/{measure.key}"
        self.names = {id_.removesuffix(ends) for id_ in on_card if id_.endswith(ends)}
        self.shown = shown or measure
        self.touched = {name for name in self.names if self._says(name) != self._showed(name)}
        limits = {self._id(n): limit for n in self.touched if (limit := limit_of(n))}
        self.wrong: dict[str, Text] = faults(said, limits)

    def becomes(self) -> Measure:
        """The measure with everything that the card says of it."""
        fields: dict[str, Any] = {**self._texts(), **self._picks(), **self._means()}
        fields["planning"] = self._planning()
        fields["milestones"] = (*self.measure.milestones, *self._milestone())
        if {"known", "practices"} & self.touched:
            fields["good_practices"] = self._practices()
        return self._led(altered(self.measure, **fields))

    def clashes(self) -> bool:
        """Whether somebody else changed, since the card was shown, what is changed here."""
        return any(
            current(self.dossier, self.shown, name) != current(self.dossier, self.measure, name)
            for name in self.touched
        )

    def _id(self, name: str) -> str:
        return f"{name}/{self.measure.key}"

    def _says(self, name: str) -> str:
        return written(self.said, self._id(name))

    def _showed(self, name: str) -> str:
        return clean(current(self.dossier, self.shown, name))

    def _texts(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            name: self._says(name) or None for name in PLAIN if name in self.touched
        }
        title = " ".join(self._says("title").split())
        if "title" in self.names and not title:
            self.wrong[self._id("title")] = wording.NO_TITLE
        return found | ({"title": title} if "title" in self.touched else {})

    def _picks(self) -> dict[str, Any]:
        """A choice that was not touched stays; one that is none of the choices is wrong."""
        found: dict[str, Any] = {
            name: value for name in PICKED if (value := self._picked(name)) is not None
        }
        if "item" in self.names and not (found.get("item") or self.measure.item):
            self.wrong.setdefault(self._id("item"), wording.NO_ITEM)
        if "partners" in self.touched:
            keys = chosen(self.said, self._id("partners"))
            found["partners"] = people.partnerships(self.dossier, self.measure, keys)
        return found

    def _picked(self, name: str) -> str | None:
        value = self._says(name) if name in self.touched else ""
        if value and value not in dict(choices(self.dossier, self.said, self.measure, name)):
            self.wrong[self._id(name)] = NOT_AN_OPTION
            return None
        return value or None

    def _led(self, measure: Measure) -> Measure:
        """With the lead that was chosen; who leads is no partner too, however it came to be."""
        value = self._picked("lead")
        if value:
            return people.led(measure, people.lead_of(self.dossier, value))
        return people.led(measure, measure.lead) if self.touched else measure

    def _means(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if "hours" in self.touched:
            try:
                found["capacity"] = read_hours(self.dossier, self._says("hours"))
            except ValueError as wrong:
                self.wrong[self._id("hours")] = wording.NO_HOURS.fill(line=wrong)
        for name in sorted(name for name in self.touched if name.startswith(HOURS)):
            org, hours = name.removeprefix(HOURS), self._number(name, MOST_HOURS)
            now = found.get("capacity", self.measure.capacity)
            rest = tuple(claim for claim in now if claim.org != org)
            found["capacity"] = (*rest, Capacity(org=org, hours=hours)) if hours else rest
        if "budget" in self.touched:
            found["budget_eur"] = self._number("budget", MOST_EUROS)
        return found

    def _number(self, name: str, most: float) -> float | None:
        words = self._says(name)
        found = amount(words, most)
        if words and found is None:
            wrong = wording.NO_AMOUNT if name == "budget" else wording.NO_NUMBER
            self.wrong[self._id(name)] = wrong
        return found

    def _planning(self) -> Planning:
        """A period of the list, or own days and a rhythm."""
        quick = people.planning_of(self.dossier.plan, self._picked("period") or "")
        if quick:
            return quick
        fields: dict[str, Any] = {
            name: self._day(name) for name in ("start", "end") if name in self.touched
        }
        if "cadence" in self.touched:
            fields["cadence"] = self._says("cadence") or None
        planning = altered(self.measure.planning, **fields)
        backwards = planning.start and planning.end and planning.end < planning.start
        if backwards and {"start", "end"} & self.touched:
            self.wrong[self._id("end" if "end" in self.names else "start")] = wording.BACKWARDS
        return planning

    def _day(self, name: str) -> date | None:
        words = self._says(name)
        day = day_said(words)
        if words and day is None:
            self.wrong[self._id(name)] = wording.NO_DAY
        return day

    def _milestone(self) -> tuple[Milestone, ...]:
        words, day = self._says("milestone"), self._day("milestone_day")
        if day and not words:
            self.wrong[self._id("milestone")] = wording.WHICH_MILESTONE
        return (Milestone(text=words, when=day),) if words else ()

    def _practices(self) -> tuple[str, ...]:
        known = {key: text.nl for key, text in practices_known(self.dossier)}
        ticked = [known[k] for k in chosen(self.said, self._id("known")) if k in known]
        there = self.measure.good_practices
        own = lines_of(self.said, self._id("practices")) if "practices" in self.names else there
        return tuple(dict.fromkeys((*own, *ticked)))
