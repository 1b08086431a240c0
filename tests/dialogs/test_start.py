"""Beginning a plan: three questions, from which the track and the calendar follow."""

from __future__ import annotations

import pytest

from dialogs.turn import Turn
from plan.dossier import Dossier
from plan.records import Answer, Measure, Plan, Round
from tests.dialogs.talk import CO, MONDAY, ROUND, RUUD, Talk, view_of, words

FIRST = {
    "source": "catalogue",
    "year": "2027",
    "ivp_start": "2027",
    "municipality": "Gemeente Nieuwdorp",
    "together": "Oudorp, Middorp",
    "college": "2027-03-16",
}


def begun(turn: Turn) -> Dossier:
    assert turn.begin, words(turn)
    return Dossier(turn.begin)


def looked_at(talk: Talk, who: str, turn: Turn) -> Turn:
    """The proposal, of which nothing is kept yet, agreed to."""
    assert not turn.begin
    assert turn.instead
    assert "Zo wordt het plan" in turn.instead.title.nl
    return talk.press(who, turn.instead, "keep", {})


def test_from_the_catalogue_comes_a_first_year_plan_with_the_chosen_themes() -> None:
    talk = Talk(dossier=Dossier())
    assert 'Typ "nieuw plan" om te beginnen.' in words(talk.say("p-new", "hallo"))
    card = view_of(talk.say("p-new", "nieuw plan"))
    turn = talk.press("p-new", card, "begin", FIRST)
    assert turn.instead
    turn = talk.press("p-new", turn.instead, "begin", {"themes": "1.4,2.3"})
    turn = looked_at(talk, "p-new", turn)
    made = begun(turn)
    assert (made.plan.key, made.plan.track) == ("nieuwdorp-2027", "first_year")
    assert made.plan.coordinator == "p-new"
    assert made.plan.together_with == ("Oudorp", "Middorp")
    assert made.plan.calendar[0].step == "format"
    assert made.plan.calendar[-1].end.isoformat() == "2027-03-16"
    assert len(made.themes) == 2
    assert words(turn).startswith("Opgeslagen: Uitvoeringsplan integrale veiligheid 2027")
    assert "In het plan: 2 thema's en 0 maatregelen." in words(turn)


@pytest.mark.parametrize("themes", ["", "9.9", "py/object"])
def test_without_a_theme_the_question_comes_again(themes: str) -> None:
    talk = Talk(dossier=Dossier())
    turn = talk.press("p-new", view_of(talk.say("p-new", "nieuw plan")), "begin", FIRST)
    assert turn.instead
    turn = talk.press("p-new", turn.instead, "begin", {"themes": themes})
    assert not turn.begin
    assert turn.instead
    assert turn.instead.about["municipality"] == "Gemeente Nieuwdorp"


def test_from_last_years_plan_comes_a_follow_up_without_verdicts() -> None:
    talk = Talk()
    kept = Answer(
        key=f"{ROUND}/POL/R1//1", round=ROUND, org="POL", question="R1", value=4, at=MONDAY
    )
    talk.dossier = talk.dossier.plus([kept])
    card = view_of(talk.say(CO, "nieuw plan"))
    known = {one.id: one.value for one in card.inputs()}
    assert (known["source"], known["year"], known["ivp_start"]) == ("dorp-2027", "2028", "2025")
    made = begun(looked_at(talk, CO, talk.press(CO, card, "begin", {"year": "2028"})))
    assert (made.plan.track, made.plan.ivp_year_number) == ("follow_up", 4)
    assert made.plan.previous == "dorp-2027"
    assert {m.decision for m in made.all(Measure)} == {None}
    assert made.all(Round)[0].step == "previous"


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        ({"year": "volgend jaar"}, "Vul twee jaartallen"),
        ({"year": "1999"}, "Vul twee jaartallen"),
        ({"college": ""}, "Vul twee jaartallen"),
        ({"college": "2026-09-14"}, "een dag na vandaag"),
        ({"college": "2026-09-16"}, "te weinig werkdagen"),
        ({"ivp_start": "2029"}, "Het IVP kan niet na het planjaar beginnen."),
        ({"source": "catalogue", "municipality": " "}, "Voor welke gemeente?"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(
    inputs: dict[str, str], wrong: str
) -> None:
    talk = Talk()
    card = view_of(talk.say(CO, "nieuw plan"))
    given = {"together": "Oudorp", "year": "2027", **inputs}
    turn = talk.press(CO, card, "begin", given)
    assert wrong in words(turn)
    assert not turn.begin
    assert turn.instead
    again = {one.id: one.value for one in turn.instead.inputs()}
    assert {name: again[name] for name in given} == given


def test_a_partner_begins_no_plan() -> None:
    talk = Talk()
    assert "Dat kan alleen de coördinator" in words(talk.say(RUUD, "nieuw plan"))


def test_who_coordinates_another_plan_may_begin_one() -> None:
    talk, other = Talk(), Talk()
    elsewhere = ((other.dossier, other.said(CO).who),)
    view = view_of(talk.say(RUUD, "nieuw plan", elsewhere=elsewhere))
    assert view.title.nl == "Nieuw plan"


def test_another_plan_is_named_by_its_year() -> None:
    talk, other = Talk(), Talk()
    plan = other.dossier.get(Plan, "dorp-2027")
    assert plan
    older = Plan(
        key="dorp-2026",
        title="Uitvoeringsplan 2026",
        year=2026,
        track="follow_up",
        municipality=plan.municipality,
        ivp=plan.ivp,
    )
    elsewhere = ((Dossier([older]), other.said(CO).who),)
    turn = talk.say(CO, "plan 2026", elsewhere=elsewhere)
    assert turn.current == "dorp-2026"
    assert "Vanaf nu gaat het over: Uitvoeringsplan 2026" in words(turn)
    assert "2026: Uitvoeringsplan 2026" in words(talk.say(CO, "plannen", elsewhere=elsewhere))


def test_a_proposal_can_be_changed_and_warns_of_a_fifth_year() -> None:
    talk = Talk()
    card = view_of(talk.say(CO, "nieuw plan"))
    given = {"year": "2029", "ivp_start": "2025", "college": "2028-12-12"}
    turn = talk.press(CO, card, "begin", given)
    assert "een IVP loopt vier jaar" in words(turn)
    assert turn.instead
    turn = talk.press(CO, turn.instead, "change", {})
    assert turn.instead
    assert {one.id: one.value for one in turn.instead.inputs()}["year"] == "2029"
