"""The tiny municipality with its plan adopted: every step closed, the college agreed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.editions import edition
from plan.records import (
    ActionItem,
    Closed,
    DecisionStep,
    GuidingPrinciple,
    Ivp,
    IvpTheme,
    Lead,
    MainLine,
    Measure,
    Organisation,
    Partnership,
    Person,
    Planning,
    Record,
    altered,
)
from tests.dialogs.talk import CO, ELS, MIRA, PLACE, RUUD, Talk

ADOPTED = datetime(2026, 12, 15, 10, 0, tzinfo=UTC)
APRIL = datetime(2027, 4, 6, 9, 0, tzinfo=UTC)
OPA = "p-opa"
IVP = Ivp(
    title="IVP 2025-2028",
    start=2025,
    end=2028,
    adopted_on=date(2025, 2, 13),
    guiding_principles=(GuidingPrinciple(id="U1", text="Eerder in beweging."),),
)

MORE: tuple[Record, ...] = (
    IvpTheme(
        key="T1",
        title="Jeugd",
        category="priority",
        goal="Minder overlast in 2028.",
        main_lines=(MainLine(id="T1.a", text="Aanwezig waar jongeren zijn."),),
    ),
    ActionItem(
        key="T1.1", theme="T1", title="Minder overlast", ivp_line="T1.a", principles=("U1",)
    ),
    Measure(
        key="M03",
        item="T1.1",
        title="Buurtvaders in de wijk",
        decision="new",
        lead=Lead(org="WEL", person=MIRA),
        partners=(Partnership(org="POL"),),
        planning=Planning(start=date(2027, 3, 1), end=date(2027, 9, 30)),
    ),
    Measure(
        key="M04",
        item="T2.1",
        title="Overleg over evenementen",
        decision="continue",
        lead=Lead(org="GEM", person=CO),
    ),
    Measure(key="M05", item="T2.1", title="Fietsgraveren", decision="continue"),
    Organisation(key="OMZ", name="Omgevingsdienst"),
    Person(key=OPA, name="Opa Smit", org="OMZ"),
    DecisionStep(
        key="college",
        body="college",
        day=date(2026, 12, 15),
        decision="akkoord",
        reference="2026-88",
        decided_on=date(2026, 12, 15),
    ),
    DecisionStep(key="raad", body="raad", order=1, role="ter kennisname"),
)


def adopted(*more: Record, **plan: object) -> Dossier:
    """Everything closed on 15 December 2026; M02, the camera, was stopped."""
    here = Dossier(PLACE).plus(MORE)
    made = altered(here.plan, **{"version": "1.0", "ivp": IVP, **plan})
    here = here.plus([], [here.plan]).plus([made])
    camera, street = here.get(Measure, "M02"), here.get(Measure, "M01")
    assert camera
    assert street
    stopped = altered(camera, decision="stop", decision_reason="De overlast verschoof.")
    steps = TRACKS[here.plan.track].steps
    closed = [Closed(key=f"{s.id}/1", step=s.id, at=ADOPTED, by=CO) for s in steps]
    here = here.plus([stopped, altered(street, decision="continue"), *closed, *more])
    return here.plus([edition(here, by=CO, at=ADOPTED)])


def running(*more: Record, at: datetime = APRIL, **plan: object) -> Talk:
    return Talk(dossier=adopted(*more, **plan), at=at)


__all__ = ["ADOPTED", "APRIL", "CO", "ELS", "MIRA", "OPA", "RUUD", "adopted", "running"]
