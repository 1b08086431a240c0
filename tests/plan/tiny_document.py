"""A plan of two themes and three measures, just large enough to print."""

from __future__ import annotations

from datetime import UTC, date, datetime

from plan.blocks import Document
from plan.content.formats import COLUMNS, FORMATS
from plan.document import compile_part
from plan.document.reading import texts
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Answer,
    Comment,
    DecisionStep,
    Ivp,
    IvpTheme,
    Lead,
    Measure,
    Milestone,
    Municipality,
    Organisation,
    Partnership,
    Person,
    Plan,
    PlanFormat,
    Planning,
    Record,
    Round,
    Theme,
)
from plan.text import Language

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
ASKED = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)


def plan(**changes: object) -> Plan:
    said: dict[str, object] = {
        "key": "up",
        "title": "Uitvoeringsplan 2027",
        "year": 2027,
        "track": "follow_up",
        "municipality": Municipality(id="g", name="Gemeente Proefdam"),
        "ivp": Ivp(title="IVP Samen veilig"),
        "format": PlanFormat(),
        "coordinator": "ans",
    }
    return Plan(**(said | changes))  # type: ignore[arg-type]


def records() -> list[Record]:
    return [
        plan(),
        IvpTheme(key="T1", title="Jeugd", category="priority", goal="Minder overlast in 2028."),
        IvpTheme(key="T2", title="Uitgaan", category="other", goal="Minder geweld."),
        Theme(key="T1", title="Jeugd", order=1, narrative="De meldingen verhuizen."),
        Theme(key="T2", title="Uitgaan", order=2),
        ActionItem(key="T1.1", theme="T1", title="Op straat", desired_effect="Rust op het plein."),
        ActionItem(key="T1.2", theme="T1", title="Leeg actiepunt", order=2),
        ActionItem(key="T2.1", theme="T2", title="De nacht", desired_effect="Rust om drie uur."),
        Measure(
            key="M1",
            item="T1.1",
            title="Jongerenwerk op straat",
            decision="intensify",
            lead=Lead(org="WLZ", person="wim"),
            partners=(Partnership(org="POL"),),
            planning=Planning(start=date(2027, 1, 1), end=date(2027, 12, 31)),
            milestones=(Milestone(text="rooster klaar", when=date(2027, 2, 1)),),
            result="veertig jongeren doorgeleid",
            chain_phase="preventie",
            target="dader",
        ),
        Measure(key="M2", item="T1.1", title="Camera op het plein", budget_eur=18000),
        Measure(
            key="M3",
            item="T2.1",
            title="Horecacontroles",
            decision="stop",
            decision_reason="Levert niets op.",
            lead=Lead(org="POL"),
        ),
        Organisation(key="POL", name="Politie, basisteam Noord", consulted=True),
        Organisation(key="WLZ", name="Stichting Welzijn", consulted=True),
        Organisation(key="GEM", name="Team Veiligheid", kind="internal"),
        Person(key="ans", name="Ans de Wit", org="GEM", email="a.dewit@proefdam.example"),
        Person(key="wim", name="Wim Bos", org="WLZ", email="w.bos@welzijn.example"),
        DecisionStep(key="mt", body="MT", order=1, day=date(2026, 12, 10)),
        Comment(key="B1", round="check/1", org="POL", subject="M2", text="Ons advies is stoppen."),
    ]


def tiny(*more: Record) -> Dossier:
    """The plan, with these records added or in the place of those with the same key."""
    return Dossier(records()).plus(more)


def asked(*answers: tuple[str, str, str | None, str | int | None]) -> list[Record]:
    """The evaluative round with answers: organisation, question, subject, value."""
    round_ = Round(key="evaluation/1", step="evaluation", opened_at=ASKED, deadline=ASKED.date())
    return [
        round_,
        *(
            Answer(
                key=f"{round_.key}/{org}/{question}/{subject}/1",
                round=round_.key,
                org=org,
                question=question,
                subject=subject,
                value=value,
                at=ASKED,
            )
            for org, question, subject, value in answers
        ),
    ]


def compiled(dossier: Dossier, part: str = "plan", language: Language = "nl") -> Document:
    return compile_part(dossier, part, language, NOW, presets=FORMATS, columns=COLUMNS)


def text_of(document: Document) -> str:
    return "\n".join(texts(document.blocks))
