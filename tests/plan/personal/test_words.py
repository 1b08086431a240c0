"""What is found is what is held back: finding and document look at the same words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from plan.checks import by_code
from plan.document.withheld import held_back
from plan.dossier import Dossier
from plan.personal import suspects
from plan.personal.words import READ, name_of
from plan.records import (
    Answer,
    BilateralCheck,
    Closed,
    CollectiveSession,
    Fact,
    GuidingPrinciple,
    Ivp,
    IvpTheme,
    MainLine,
    Material,
    Measure,
    Meeting,
    Municipality,
    Plan,
    Planning,
    Record,
    Round,
)
from tests.plan.checks.tiny import found

AT = datetime(2026, 9, 14, 7, tzinfo=UTC)
HOME = "Bewoner van Dorpsstraat 12 belt vaak."


def plan(title: str = "Plan", principle: str = "Samen", character: str = "klein") -> Plan:
    ivp = Ivp(title="IVP", guiding_principles=(GuidingPrinciple(id="U1", text=principle),))
    here = Municipality(id="v", name="Gemeente V", character=character)
    return Plan(key="p", title=title, year=2027, track="follow_up", municipality=here, ivp=ivp)


LINE = MainLine(id="H1", text=HOME)
EVERYWHERE: list[tuple[Record, str]] = [
    (plan(title=HOME), "plan"),
    (plan(principle=HOME), "plan"),
    (plan(character=HOME), "plan"),
    (IvpTheme(key="T1", title="Jeugd", main_lines=(LINE,)), "T1"),
    (Measure(key="M1", item="T1.1", title="x", instrument=HOME), "M1"),
    (Measure(key="M1", item="T1.1", title="x", planning=Planning(cadence=HOME)), "M1"),
    (Meeting(key="OV1", name="Overleg familie Jansen"), "OV1"),
    (Material(key="MAT1", title=HOME), "MAT1"),
    (Fact(key="F1", text="x", trend=HOME), "F1"),
    (Round(key="r", step="check", opened_at=AT, deadline=date(2026, 10, 1), silence=HOME), "r"),
    (BilateralCheck(key="r/POL", round="r", org="POL", form=HOME), "r/POL"),
    (Closed(key="draft/1", step="draft", at=AT, why=HOME), "draft/1"),
]


@pytest.mark.parametrize(("record", "name"), EVERYWHERE)
def test_what_is_found_is_what_is_held_back(record: Record, name: str) -> None:
    dossier = Dossier((plan(), record))
    (printed,) = held_back(dossier, [record], "nl", suspects)
    assert HOME not in repr(printed)
    assert "Jansen" not in repr(printed)
    assert (name_of(record), type(record) in READ) == (name, True)
    whole = [record] if isinstance(record, Plan) else [plan(), record]
    assert by_code(Dossier(whole))["C26"] == [name]


def test_an_answer_is_named_by_organisation_and_question() -> None:
    given = {"round": "r", "org": "POL", "question": "O3", "at": AT}
    opened = Round(key="r", step="evaluation", opened_at=AT, deadline=date(2026, 10, 1))
    answers = [Answer(key=f"{n}", subject=f"T{n}", text=HOME, **given) for n in (1, 2)]  # type: ignore[arg-type]
    assert found("C26", opened, *answers) == ["POL/O3"]


@pytest.mark.parametrize("key", ["JV-02-01", "12-ABC-3"])
def test_a_code_of_the_plan_is_no_licence_plate(key: str) -> None:
    measure = Measure(key=key, item="T1.1", title=f"Volgt op {key}.")
    assert found("C26", measure) == []
    line = IvpTheme(key="T1", title="x", main_lines=(MainLine(id=key, text=f"Zie {key}"),))
    assert found("C26", line) == []
    assert found("C26", Measure(key="M1", item="T1.1", title=f"Volgt op {key}.")) == ["M1"]


def test_where_a_session_is_held_is_no_home() -> None:
    session = CollectiveSession(key="session", place="Dorpshuis, Kerkstraat 5")
    assert found("C26", session) == []
    assert held_back(Dossier((plan(), session)), [session], "nl", suspects) == (session,)
