"""What every chapter is given: the dossier, the format, the language and the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from plan.blocks import Block, Gap
from plan.calendar import local
from plan.cells import abbreviation, short_name
from plan.dossier import Dossier
from plan.format import Format
from plan.labels import called
from plan.notation import day, euros, listed, number, short_day
from plan.records import Measure, Theme
from plan.text import Language, Text


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One compilation; `number` is that of the chapter being written ("" without a number)."""

    dossier: Dossier
    form: Format
    language: Language
    now: datetime
    number: str = ""

    def say(self, nl: str, en: str) -> str:
        """The words in the language of this document."""
        return nl if self.language == "nl" else en

    def gap(self, nl: str, en: str) -> Gap:
        return Gap(text=self.say(nl, en))

    def numbered(self, title: str, place: int) -> str:
        """`5.2 Jeugd en veiligheid`, where the chapter has a number."""
        return f"{self.number}.{place} {title}" if self.number else title

    def called(self, values: dict[str, Text], value: str | None) -> str:
        return called(values, value, self.language)

    @property
    def years(self) -> tuple[int, ...]:
        """The years the plan is for."""
        plan = self.dossier.plan
        return tuple(range(plan.year, plan.year + plan.duration_years))

    @property
    def today(self) -> str:
        return day(local(self.now).date(), self.language)

    def day(self, when: date) -> str:
        return day(when, self.language)

    def short_day(self, when: date) -> str:
        return short_day(when, self.language)

    def figure(self, value: float) -> str:
        return number(value, self.language)

    def euros(self, value: float) -> str:
        return euros(value, self.language)

    def listed(self, words: Iterable[str]) -> str:
        return listed(tuple(words), self.language)

    def short(self, org: str) -> str:
        return short_name(self.dossier, org)

    def abbreviation(self, org: str) -> str:
        return abbreviation(self.dossier, org)

    def lead_of(self, measure: Measure) -> str:
        """The organisation that leads, or nothing."""
        return self.short(measure.lead.org) if measure.lead and measure.lead.org else ""

    @property
    def priorities(self) -> tuple[Theme, ...]:
        return tuple(t for t in self.dossier.themes if self.dossier.category(t.key) == "priority")

    @property
    def other_themes(self) -> tuple[Theme, ...]:
        return tuple(t for t in self.dossier.themes if self.dossier.category(t.key) != "priority")


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A part of the document; one that says nothing is not printed, not even its heading."""

    id: str
    title: Text | None
    write: Callable[[Draft], Iterable[Block]]
    annex: str = ""
    """The letter of an annex; annexes have no number."""
    opens_page: bool = False
    tables: bool = False
    """Whether it holds the tables of measures, and so follows the format's orientation."""
