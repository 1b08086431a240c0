"""A plan file that is wrong is refused, with the place and in plain words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plan.content.topics import EVALUATION
from plan.reading import PlanFileError, read
from plan.text import Text
from tests.plan.reading.small import asked, bare, refusals, town


def put(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """The same data with a value at a path such as `themes.0.title`."""
    place: Any = data
    *steps, last = path.split(".")
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
    place[int(last) if isinstance(place, list) else last] = value
    return data


DAY = date(2027, 1, 1)
MEASURE = "themes.0.items.0.measures.0"
AT = "themes[0].items[0].measures[0]"


@pytest.mark.parametrize("data", [None, [], "tekst", {}, {"plan": 3}, {"themes": []}])
def test_what_is_no_plan_is_refused(data: object) -> None:
    with pytest.raises(PlanFileError, match="no plan"):
        read(data)


@pytest.mark.parametrize("key", ["id", "title", "year", "track"])
def test_what_a_plan_cannot_do_without_is_named(key: str) -> None:
    data = bare()
    del data["plan"][key]
    assert refusals(data) == {f"plan.{key}": f"plan.{key}: dit ontbreekt"}


@pytest.mark.parametrize(
    ("path", "value", "where", "words"),
    [
        (f"{MEASURE}.lead.org", "XYZ", f"{AT}.lead.org", "onbekende organisatie 'XYZ'"),
        (f"{MEASURE}.lead.person", "wie", f"{AT}.lead.person", "onbekende persoon 'wie'"),
        (f"{MEASURE}.partners", ["POL", "ABC"], f"{AT}.partners[1]", "onbekende organisatie"),
        (f"{MEASURE}.depends_on", ["M9"], f"{AT}.depends_on[0]", "onbekende maatregel 'M9'"),
        (f"{MEASURE}.commitment", {"ABC": "ja"}, f"{AT}.commitment.ABC", "onbekende organ"),
        ("themes.0.items.0.ivp_line", "H1", "themes[0].items[0].ivp_line", "hoofdlijn"),
        ("themes.0.items.0.principles", ["U1"], "themes[0].items[0].principles[0]", "uitgang"),
        ("themes.0.owner", "p-z", "themes[0].owner", "onbekende persoon 'p-z'"),
        ("people.0.org", "ABC", "people[0].org", "onbekende organisatie 'ABC'"),
        ("municipality.coordinator", {"person": "x"}, "municipality.coordinator.person", "'x'"),
        (
            "proposals",
            [{"id": "P1", "title": "x", "becomes": "M9"}],
            "proposals[0].becomes",
            "'M9'",
        ),
        (
            "collective_session",
            {"outcomes": [{"point": "D9", "decision": "ja"}]},
            "collective_session.outcomes[0].point",
            "onbekend bespreekpunt 'D9'",
        ),
    ],
)
def test_a_broken_reference_is_named(path: str, value: object, where: str, words: str) -> None:
    found = refusals(put(town(), path, value))
    assert list(found) == [where]
    assert words in found[where]


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("plan.track", "second", "plan.track"),
        ("plan.year", 27, "plan.year"),
        ("plan.year", "2027", "plan.year"),
        ("plan.id", "../elders", "plan.id"),
        ("plan.id", ".verborgen", "plan.id"),
        ("plan.title", 2027, "plan.title"),
        ("meta.reference_date", "9 november", "meta.reference_date"),
        (
            "plan.calendar",
            [{"step": "J1", "start": "2026-01-01", "end": "2026-01-02"}],
            "plan.calendar[0].step",
        ),
        (
            "plan.calendar",
            [{"step": "V1", "start": "2026-02-01", "end": "2026-01-02"}],
            "plan.calendar[0].end",
        ),
        ("organisations.0.capacity_hours", -1, "organisations[0].capacity_hours"),
        ("organisations.0.capacity_hours", float("nan"), "organisations[0].capacity_hours"),
        ("organisations.0.consulted", "ja", "organisations[0].consulted"),
        ("themes", {"id": "T1"}, "themes"),
        ("themes.0.items.0", "tekst", "themes[0].items[0]"),
        ("themes.0.category", "hoog", "themes[0].category"),
        (f"{MEASURE}.decision", "doorgaan", f"{AT}.decision"),
        (f"{MEASURE}.chain_phase", "preventief", f"{AT}.chain_phase"),
        (f"{MEASURE}.target", "allen", f"{AT}.target"),
        (f"{MEASURE}.reach", "groot", f"{AT}.reach"),
        (f"{MEASURE}.evidence", "ja", f"{AT}.evidence"),
        (f"{MEASURE}.planning", {"start": "2027-02-30"}, f"{AT}.planning.start"),
        (f"{MEASURE}.history", [{"year": 2026, "effect": "groot"}], f"{AT}.history[0].effect"),
        (f"{MEASURE}.history", [{"progress": "achter"}], f"{AT}.history[0].year"),
        (f"{MEASURE}.visibility", "geheim", f"{AT}.visibility"),
        ("proposals", [{"id": "P1", "title": "x", "status": "weg"}], "proposals[0].status"),
        (
            "bilateral_checks",
            [
                {
                    "window": {"start": "2026-11-02", "end": "2026-11-20"},
                    "comments": [{"id": "B1", "org": "POL", "text": "x", "disposition": "weg"}],
                }
            ],
            "bilateral_checks[0].comments[0].disposition",
        ),
    ],
)
def test_a_wrong_value_is_named(path: str, value: object, where: str) -> None:
    assert where in refusals(put(town(), path, value))


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("themes.0.items.0.measures.1.id", "themes[0].items[0].measures[1]"),
        ("organisations.1.id", "organisations[1]"),
    ],
)
def test_an_id_stands_for_one_thing(path: str, where: str) -> None:
    first = "M1" if "measures" in path else "POL"
    assert "staat al bij" in refusals(put(town(), path, first))[where]


def test_an_item_and_a_measure_cannot_share_an_id() -> None:
    data = put(town(), "themes.0.items.0.measures.1.id", "T1.1")
    assert "themes[0].items[0].measures[1]" in refusals(data)


def test_one_organisation_answers_once_in_a_round() -> None:
    data = asked()
    data["evaluation_round"]["responses"].append({"org": "POL", "answers": []})
    assert "evaluation_round.responses[1]" in refusals(data)


def test_a_subject_that_does_not_exist_is_named() -> None:
    found = refusals(asked({"q": "O1", "theme": "T9", "text": "x"}))
    where = "evaluation_round.responses[0].answers[0].theme"
    assert found == {where: f"{where}: onbekend thema 'T9'"}


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ({"q": "O2", "theme": "T1", "value": 6}, "value"),
        ({"q": "O2", "theme": "T1", "value": "slecht"}, "value"),
        ({"q": "A1", "measure": "M1", "value": "Op schema"}, "value"),
        ({"q": "O4", "value": True}, "value"),
        ({"q": "Z9", "value": 1}, "q"),
    ],
)
def test_an_answer_that_the_question_does_not_know_is_named(
    answer: dict[str, Any], key: str
) -> None:
    with pytest.raises(PlanFileError) as caught:
        read(asked(answer), topics=EVALUATION)
    assert caught.value.where == f"evaluation_round.responses[0].answers[0].{key}"


@pytest.mark.parametrize("value", [1, 5, "geen_zicht_op"])
def test_an_answer_that_the_question_knows_is_read(value: object) -> None:
    read(asked({"q": "O2", "theme": "T1", "value": value}), topics=EVALUATION)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    data = put(put(town(), f"{MEASURE}.decision", "ja"), f"{MEASURE}.lead.org", "XYZ")
    with pytest.raises(PlanFileError) as caught:
        read(data)
    error = caught.value
    assert [problem.where for problem in error.problems] == [f"{AT}.decision", f"{AT}.lead.org"]
    assert error.where == f"{AT}.decision"
    assert "nog 1" in error.sentence.nl


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("plan.duration_years", 900, "plan.duration_years"),
        ("plan.duration_years", 0, "plan.duration_years"),
        ("organisations.0.capacity_hours", 10**400, "organisations[0].capacity_hours"),
        ("organisations.0.capacity_hours", 1e308, "organisations[0].capacity_hours"),
        (f"{MEASURE}.capacity", [{"org": "POL", "hours": 10_000_001}], f"{AT}.capacity[0].hours"),
        (f"{MEASURE}.budget_eur", 10**400, f"{AT}.budget_eur"),
        (f"{MEASURE}.scope", "basisteam", f"{AT}.scope"),
        (f"{MEASURE}.instrument", "politie", f"{AT}.instrument"),
        ("themes.0.scope", "regional", "themes[0].scope"),
        (f"{MEASURE}.title", "x" * 301, f"{AT}.title"),
        ("themes.0.title", "x" * 301, "themes[0].title"),
        (f"{MEASURE}.id", "M\u202e1", f"{AT}.id"),
        (f"{MEASURE}.id", "M\u200b1", f"{AT}.id"),
    ],
)
def test_what_no_plan_has_is_refused_in_one_sentence(path: str, value: object, where: str) -> None:
    found = refusals(put(town(), path, value))
    assert where in found
    assert len(found[where]) < 200


@pytest.mark.parametrize(("value", "shown"), [(1.1, "1.1"), (False, "false"), (DAY, "2027-01-01")])
def test_a_code_that_yaml_reads_as_something_else_needs_quotation_marks(
    value: object, shown: str
) -> None:
    said = refusals(put(town(), f"{MEASURE}.id", value))[f"{AT}.id"]
    assert shown in said
    assert said.endswith("zet de code tussen aanhalingstekens")


@pytest.mark.parametrize("key", ["id", "title", "decision", "planning.start"])
@pytest.mark.parametrize("value", [[DAY], {"a": None}])
def test_a_list_or_mapping_is_not_repeated_as_a_program_writes_it(key: str, value: object) -> None:
    said = refusals(put(town(), f"{MEASURE}.{key}", value))[f"{AT}.{key}"]
    assert not any(word in said for word in ("datetime", "None", "'a'", "['"))


FORMS = {"presets": ("themablad",), "columns": ("code", "licht")}


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("plan.format", {"preset": "mooi"}, "plan.format.preset"),
        ("plan.format", {"columns": ["code", "wat"]}, "plan.format.columns[1]"),
        ("themes.0.columns", ["wat"], "themes[0].columns[0]"),
    ],
)
def test_a_format_that_does_not_exist_is_named(path: str, value: object, where: str) -> None:
    data = put(town(), path, value)
    read(data)
    with pytest.raises(PlanFileError) as caught:
        read(data, **FORMS)  # type: ignore[arg-type]
    assert caught.value.where == where
    assert "kies uit" in caught.value.sentence.nl


def test_a_measure_that_waits_for_itself_can_never_begin() -> None:
    found = refusals(put(town(), f"{MEASURE}.depends_on", ["M1"]))
    assert found == {f"{AT}.depends_on": f"{AT}.depends_on: 'M1' hangt van zichzelf af"}


def test_measures_that_wait_for_each_other_are_named() -> None:
    data = put(town(), f"{MEASURE}.depends_on", ["M2"])
    read(data)
    (said,) = refusals(put(data, "themes.0.items.0.measures.1.depends_on", ["M1"])).values()
    assert "wachten op elkaar: M" in said


@pytest.mark.parametrize(
    ("answer", "key", "words"),
    [
        ({"q": "O2", "theme": "T1"}, "value", "dit ontbreekt"),
        ({"q": "A1", "measure": "M1", "text": "ja"}, "value", "dit ontbreekt"),
        ({"q": "O1", "text": "x"}, "theme", "dit ontbreekt"),
        ({"q": "R3", "value": "houden"}, "meeting", "dit ontbreekt"),
        ({"q": "O2", "measure": "M1", "value": 2}, "measure", "noem alleen 'theme'"),
        ({"q": "A3", "theme": "T1", "measure": "M1", "text": "x"}, "theme", "alleen 'measure'"),
    ],
)
def test_an_answer_without_its_value_or_its_subject_is_named(
    answer: dict[str, Any], key: str, words: str
) -> None:
    with pytest.raises(PlanFileError) as caught:
        read(asked(answer), topics=EVALUATION)
    assert caught.value.where == f"evaluation_round.responses[0].answers[0].{key}"
    assert words in caught.value.sentence.nl


def test_who_answers_belongs_to_the_organisation() -> None:
    data = asked()
    data["people"].append({"id": "p-b", "name": "Bo", "org": "OOV"})
    data["people"].append({"id": "p-c", "name": "Co"})
    answers = data["evaluation_round"]["responses"][0]
    answers["person"] = "p-c"
    assert refusals(data) == {}
    answers["person"] = "p-b"
    assert "hoort bij 'OOV'" in refusals(data)["evaluation_round.responses[0].person"]


def test_of_a_long_list_the_first_five_are_told_and_how_many_more() -> None:
    data = put(town(), "organisations", [])
    data["themes"][0]["items"][0]["measures"][0]["partners"] = list("ABCDE")
    with pytest.raises(PlanFileError) as caught:
        read(data)
    told, problems = caught.value.told(), caught.value.problems
    assert [line.nl for line in told[:5]] == [one.sentence.nl for one in problems[:5]]
    assert told[5:] == (
        Text(nl=f"en nog {len(problems) - 5}", en=f"and {len(problems) - 5} more"),
    )
