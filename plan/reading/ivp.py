"""Reads the integraal veiligheidsplan that the plan hangs from."""

from __future__ import annotations

from plan.reading import values
from plan.reading.entry import Entry
from plan.records import GuidingPrinciple, Ivp, IvpTheme, MainLine, Record


def ivp(entry: Entry) -> Ivp:
    period = entry.entry("period")
    return Ivp(
        title=entry.text("title") or "Integraal veiligheidsplan",
        start=period.year("start"),
        end=period.year("end"),
        adopted_by=entry.text("adopted_by"),
        adopted_on=entry.day("adopted_on"),
        plan_cycle_years=entry.whole("plan_cycle_years") or 1,
        guiding_principles=tuple(
            GuidingPrinciple(id=principle.id("principle"), text=principle.needed("text"))
            for principle in entry.entries("guiding_principles")
        ),
    )


def ivp_themes(file: Entry) -> list[Record]:
    return [
        IvpTheme(
            key=entry.id("ivp_theme"),
            title=entry.title(),
            field=entry.choice("field", values.FIELDS),
            category=entry.choice("category", values.CATEGORIES) or "other",
            scope=entry.choice("scope", values.SCOPES) or "local",
            goal=entry.text("goal"),
            main_lines=tuple(
                MainLine(id=line.id("main_line"), text=line.needed("text"))
                for line in entry.entries("main_lines")
            ),
        )
        for entry in file.entry("ivp").entries("themes")
    ]
