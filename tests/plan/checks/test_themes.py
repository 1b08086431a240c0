"""Checks on a theme as a whole."""

from __future__ import annotations

import pytest

from plan.checks import findings
from plan.checks.goal import is_activity
from plan.records import PlanFormat, Record
from tests.plan.checks.tiny import (
    answer,
    asks,
    dossier,
    evaluation,
    found,
    item,
    ivp_theme,
    measure,
    theme,
)

BASE = (theme(), item())


def test_a_theme_without_a_front_is_a_warning_and_without_aftercare_a_hint() -> None:
    def severity(*names: str) -> list[str]:
        made = [measure(f"M{n}", chain_phase=name) for n, name in enumerate(names)]
        return [one.severity for one in findings(dossier(*BASE, *made)) if one.check == "C05"]

    assert severity("repressie", "nazorg") == ["W"]
    assert severity("repressie") == ["W"]
    assert severity("preventie") == ["I"]
    assert severity("proactie", "nazorg") == []


def test_the_message_tells_which_link_is_missing() -> None:
    made = measure(chain_phase="repressie")
    (one,) = [one for one in findings(dossier(*BASE, made)) if one.check == "C05"]
    assert one.message.nl == "In Thema T1 ontbreken proactie en preventie. Bewust?"


def test_aftercare_that_stops_is_missing() -> None:
    stopped = measure("M2", chain_phase="nazorg", decision="stop")
    assert found("C05", *BASE, measure(chain_phase="preventie"), stopped) == ["T1"]


def test_a_theme_without_measures_or_phases_says_nothing_about_the_chain() -> None:
    assert found("C05", *BASE) == []
    assert found("C05", *BASE, measure()) == []


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (("dader", "dader"), ["T1"]),
        (("situatie",), ["T1"]),
        (("dader", "situatie"), []),
        (("randvoorwaarde",), []),
        (("dader", None), []),
        ((None,), []),
        ((), []),
    ],
)
def test_one_target_alone_is_one_sided(
    targets: tuple[str | None, ...], expected: list[str]
) -> None:
    made = [measure(f"M{n}", target=name) for n, name in enumerate(targets)]
    assert found("C06", *BASE, *made) == expected


def heavy(key: str, category: str, hours: float) -> tuple[Record, ...]:
    place = f"{key}.1"
    return (
        theme(key, category=category),
        item(place, theme=key),
        measure(f"M-{key}", item=place, capacity=asks("A", hours)),
    )


def test_a_priority_with_less_than_half_of_routine_is_found() -> None:
    routine = heavy("T2", "other", 100)
    assert found("C13", *heavy("T1", "priority", 49), *routine) == ["T1"]
    assert found("C13", *heavy("T1", "priority", 50), *routine) == []


def test_a_priority_is_not_compared_with_maintenance_or_nothing() -> None:
    low = heavy("T1", "priority", 1)
    assert found("C13", *low, *heavy("T2", "maintenance", 100)) == []
    assert found("C13", *low) == []
    idle = (theme(category="priority"), theme("T2"), item(), measure())
    assert found("C13", *idle) == []


def test_an_ivp_theme_without_items_is_as_grave_as_its_category() -> None:
    made = (
        ivp_theme("T1", category="priority"),
        ivp_theme("T2"),
        ivp_theme("T3", category="maintenance"),
        ivp_theme("T4"),
        item("T4.1", theme="T4"),
    )
    told = {one.subjects: one.severity for one in findings(dossier(*made)) if one.check == "C15"}
    assert told == {"T1": "B", "T2": "W"}


def views(*values: str | int) -> list[Record]:
    given = (answer(f"ORG{n}", "O2", value, "T1") for n, value in enumerate(values))
    return [evaluation(), *given]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((2, 2), ["T1"]),
        ((1, 3), ["T1"]),
        ((2, 3), []),
        ((1,), []),
        ((1, "geen_zicht_op"), []),
        ((1, 2, "geen_zicht_op", 5), ["T1"]),
        ((), []),
    ],
)
def test_a_worse_picture_wants_an_answer(
    values: tuple[str | int, ...], expected: list[str]
) -> None:
    assert found("C23", *BASE, measure(), *views(*values)) == expected


@pytest.mark.parametrize("decision", ["new", "intensify"])
def test_something_new_or_heavier_is_an_answer(decision: str) -> None:
    made = (*BASE, measure(decision=decision), *views(1, 1))
    assert found("C23", *made) == []


def test_the_latest_answer_of_an_organisation_counts() -> None:
    rounds = (evaluation(1), evaluation(2))
    changed = (answer("A", "O2", 4, "T1", n=2), answer("A", "O2", 1, "T1", n=1))
    other = answer("B", "O2", 2, "T1")
    assert found("C23", *BASE, measure(), *rounds, *changed, other) == []


@pytest.mark.parametrize(
    "goal",
    [
        "Het uitvoeren van horecacontroles en het tijdig verlenen van evenementenvergunningen.",
        "Organiseren van voorlichting op scholen.",
        "Uitvoering van het handhavingsprogramma.",
        "Het structureel houden van toezicht.",
        "We organiseren bijeenkomsten voor ondernemers.",
        "Toezicht op de horeca.",
        "Samenwerken met partners in de wijk.",
        "Schoolverzuim bestrijden",
        "We blijven inzetten op een gezamenlijke aanpak.",
        "Overlast aanpakken door inzet van boa's",
        "Een integrale controle organiseren.",
    ],
)
def test_an_activity_is_no_goal(goal: str) -> None:
    assert is_activity(goal)
    assert found("C24", theme(goal=goal)) == ["T1"]


@pytest.mark.parametrize(
    "goal",
    [
        "Minder overlast en minder jongeren die afglijden.",
        "Inwoners kunnen zich 72 uur redden bij uitval van voorzieningen.",
        "Het uitvoeren van controles zodat het aantal incidenten daalt.",
        "Uitvoeren van 40 controles.",
        "Het vertrouwen van bewoners in de aanpak is hersteld.",
        "Het aantal incidenten in de binnenstad ligt onder het landelijk gemiddelde.",
        "Ouderen herkennen een oplichter.",
        "Jongeren werken aan hun toekomst.",
        "Bewoners voelen zich veilig op straat.",
        "Buren kunnen overlast samen aanpakken.",
        "De gemeente blijft bereikbaar en getroffen buurten krijgen hulp.",
        "Bewoners organiseren buurtfeesten.",
        "Ondernemers weten hoe ze fraude bestrijden.",
        "Geen kind komt thuis in geweld terecht dat wij hadden kunnen aanpakken.",
        "Schoolverzuim met 10 procent bestrijden",
    ],
)
def test_a_result_is_a_goal(goal: str) -> None:
    assert not is_activity(goal)


def test_a_theme_without_goal_has_no_activity_as_goal() -> None:
    assert found("C24", theme()) == []


def test_a_theme_without_narrative_or_with_columns_of_its_own_departs_from_the_format() -> None:
    form = PlanFormat(columns=("code", "trekker"))
    made = (
        theme("T1", narrative=" "),
        theme("T2", columns=("code",)),
        theme("T3", columns=("code", "trekker")),
        theme("T4"),
    )
    assert found("C28", *made, format=form) == ["T1", "T2"]


def test_themes_are_compared_with_each_other_when_the_plan_names_no_columns() -> None:
    same = [theme(key, columns=("code", "licht")) for key in ("T1", "T2")]
    assert found("C28", *same) == []
    assert found("C28", *same, theme("T3", columns=("code",))) == ["T3"]
    assert found("C28", *same, theme("T3")) == ["T3"]
    assert found("C28", same[0], theme("T3")) == ["T1"]
