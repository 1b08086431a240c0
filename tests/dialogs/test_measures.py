"""What a measure says, filled in on a card and read from it: the same on every card."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.filled import NONE_WRONG
from dialogs.measures.inputs import Sheet, hours_inputs
from dialogs.measures.people import NOBODY, lead_choices, people_choices
from dialogs.measures.reading import Reading
from dialogs.measures.values import MOST_EUROS, amount, figure
from dialogs.turn import Said
from dialogs.view import Day, Input, Pick, Write
from plan.dossier import Dossier
from plan.records import (
    Capacity,
    Lead,
    Measure,
    Milestone,
    Organisation,
    Partnership,
    Person,
    Planning,
    altered,
)
from tests.dialogs.talk import CO, ELS, MIRA, MONDAY, PLACE, RUUD

FIELDS = (
    *("title", "description", "decision", "lead", "partners", "start", "end", "cadence", "result"),
    *("hours", "hours:POL", "budget", "funding", "milestone", "milestone_day"),
)
M01 = Measure(
    key="M01",
    item="T1.1",
    title="Straatwerk",
    description="Elke avond.  ",
    lead=Lead(org="POL", person=RUUD),
    partners=(Partnership(org="WEL", role="uitvoerder"),),
    planning=Planning(start=date(2027, 3, 1), cadence="wekelijks"),
    capacity=(Capacity(org="POL", hours=1250.5),),
    budget_eur=8000.5,
)


def place(measure: Measure = M01, *more: Organisation | Person) -> Dossier:
    return Dossier(PLACE).plus([measure, *more])


def said(dossier: Dossier, **inputs: str) -> Said:
    who = dossier.get(Person, CO)
    assert who
    return Said(who=who, at=MONDAY, inputs=inputs)


def shown(measure: Measure = M01, *names: str) -> dict[str, Input]:
    dossier = place(measure)
    sheet = Sheet(dossier=dossier, said=said(dossier), wrong=NONE_WRONG)
    found = sheet.inputs(measure, *(names or FIELDS))
    return {one.id.removesuffix(f"/{measure.key}"): one for one in found}


def read(measure: Measure = M01, was: Measure | None = None, /, **inputs: str) -> Reading:
    """What a card says on which only this was touched; `_of_` stands for a colon."""
    dossier = place(measure)
    card = {name: one.value for name, one in shown(was or measure).items()}
    card |= {name.replace("_of_", ":"): value for name, value in inputs.items()}
    given = {f"{name}/{measure.key}": value for name, value in card.items()}
    return Reading(dossier, said(dossier, **given), measure, was)


def becomes(measure: Measure = M01, /, **inputs: str) -> Measure:
    reading = read(measure, **inputs)
    after = reading.becomes()
    assert reading.wrong == {}
    return after


def wrong(measure: Measure = M01, /, **inputs: str) -> dict[str, str]:
    reading = read(measure, **inputs)
    reading.becomes()
    return {id_.partition("/")[0]: words.nl for id_, words in reading.wrong.items()}


def test_a_card_that_nobody_touched_changes_nothing() -> None:
    assert becomes() == M01
    assert not read().touched


def test_every_field_shows_what_is_known() -> None:
    values = {name: one.value for name, one in shown().items()}
    assert values["lead"] == RUUD
    assert values["partners"] == "WEL"
    assert values["start"] == "2027-03-01"
    assert values["hours"] == "Politie: 1250,5"
    assert values["hours:POL"] == "1250,5"
    assert values["budget"] == "8000,5"
    assert values["milestone"] == ""


def test_days_choices_and_texts_are_asked_as_such() -> None:
    found = shown()
    assert isinstance(found["milestone_day"], Day)
    assert isinstance(found["decision"], Pick)
    title = found["title"]
    assert isinstance(title, Write)
    assert not title.lines
    assert found["hours:POL"].label.nl == "Uren van Politie"
    assert hours_inputs(M01) == ("hours:POL", "hours:WEL")


def test_what_stands_there_already_may_stay_however_long_it_is() -> None:
    long = altered(M01, title="x" * 150)
    found = shown(long)["title"]
    assert isinstance(found, Write)
    assert found.limit == 150
    assert becomes(long, result="Rust").title == long.title
    assert "150 tekens" in wrong(long, title="y" * 150)["title"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("8000", 8000),
        ("8.000", 8000),
        ("€ 8.000,50", 8000.5),
        ("2,5", 2.5),
        ("0", 0),
        ("", None),
        ("12.5", None),
        ("-3", None),
        ("1.0000", None),
        ("veel", None),
        ("1e5", None),
        ("9999999999", None),
    ],
)
def test_an_amount_is_written_as_in_dutch(typed: str, value: float | None) -> None:
    assert amount(typed, MOST_EUROS) == value


def test_a_number_can_be_typed_again_as_it_is_shown() -> None:
    for value in (0, 2.5, 1600, 8000.55, 123456789.0):
        assert amount(figure(value), MOST_EUROS) == value


def test_means_are_read() -> None:
    after = becomes(budget="€ 9.000,50", hours_of_POL="40")
    assert after.budget_eur == 9000.5
    assert after.capacity == (Capacity(org="POL", hours=40),)
    assert becomes(hours="welzijn: 2,5\nPOL: 1.200").capacity == (
        Capacity(org="WEL", hours=2.5),
        Capacity(org="POL", hours=1200),
    )
    assert becomes(hours_of_POL="", budget="").capacity == ()


def test_an_organisation_leads_until_its_person_follows() -> None:
    com = Organisation(key="COM", name="Communicatie")
    assert ("org:COM", "Communicatie (persoon volgt)") in [
        (key, words.nl) for key, words in people_choices(place(M01, com))
    ]
    bare = altered(M01, lead=Lead(org="POL"))
    assert shown(bare)["lead"].value == "org:POL"
    assert "org:POL" in dict(lead_choices(place(bare), bare))
    assert becomes(bare, title="Anders").lead == Lead(org="POL")


def test_another_lead_is_no_partner_of_its_own_measure() -> None:
    after = becomes(lead=MIRA)
    assert (after.lead, after.partners) == (Lead(org="WEL", person=MIRA), ())
    assert becomes(partners="WEL,POL").partners == M01.partners
    assert becomes(partners="GEM,WEL").partners == (*M01.partners, Partnership(org="GEM"))


def test_a_lead_that_came_as_partner_too_is_none_any_more_once_something_is_saved() -> None:
    twice = altered(M01, partners=(*M01.partners, Partnership(org="POL")))
    assert becomes(twice, title="Anders").partners == M01.partners
    assert becomes(twice) == twice


def test_a_lead_can_be_taken_off() -> None:
    assert becomes(lead=NOBODY).lead is None
    assert becomes(lead="").lead == M01.lead
    bare = altered(M01, lead=None)
    assert NOBODY not in dict(lead_choices(place(bare), bare))


def test_a_milestone_is_added_with_its_day() -> None:
    after = becomes(milestone="Rooster rond", milestone_day="2027-03-15")
    assert after.milestones == (Milestone(text="Rooster rond", when=date(2027, 3, 15)),)


def test_a_period_keeps_what_was_not_touched() -> None:
    after = becomes(end="2027-06-30")
    assert after.planning == Planning(
        start=date(2027, 3, 1), end=date(2027, 6, 30), cadence="wekelijks"
    )


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("title", "", "Schrijf wat we doen."),
        ("title", "x" * 121, "121 tekens"),
        ("description", "Bij de familie Jansen", "familie Jansen"),
        ("end", "2027-02-01", "Het einde ligt voor het begin."),
        ("start", "morgen", "Dit is geen datum."),
        ("budget", "veel", "als een bedrag"),
        ("hours_of_POL", "veel", "een aantal uren"),
        ("hours", "Hamster: 3", "Hamster: 3"),
        ("lead", "p-niemand", "geen van de antwoorden"),
        ("decision", "misschien", "geen van de antwoorden"),
        ("milestone", "Bel 06-12345678", "06-12345678"),
    ],
)
def test_what_is_wrong_is_said_at_the_input(name: str, typed: str, words: str) -> None:
    found = wrong(**{name: typed})
    assert set(found) == {name.replace("_of_", ":")}
    assert words in next(iter(found.values()))


def test_a_day_without_a_milestone_is_asked_about() -> None:
    assert wrong(milestone_day="2027-03-15") == {"milestone": "Welke mijlpaal is dat?"}


def test_what_somebody_else_changed_stays_and_is_a_clash_where_it_was_touched_too() -> None:
    now = altered(M01, funding="Rijk", lead=Lead(org="POL", person=ELS))
    reading = read(now, M01, result="Rust")
    assert reading.becomes() == altered(now, result="Rust")
    assert not reading.clashes()
    assert read(now, M01, funding="Begroting").clashes()


def test_a_verdict_of_last_year_does_not_become_new() -> None:
    def offered(measure: Measure) -> set[str]:
        found = shown(measure, "decision")["decision"]
        assert isinstance(found, Pick)
        return set(dict(found.choices))

    assert "new" not in offered(M01)
    assert "new" in offered(altered(M01, decision="new"))


def test_a_crowded_card_names_one_of_each_organisation_and_the_lead() -> None:
    crowd = [Person(key=f"p-{n}", name=f"Agent {n}", org="POL") for n in range(60)]
    dossier = place(M01, *crowd)
    assert len(people_choices(dossier)) > 60
    few = dict(lead_choices(dossier, altered(M01, lead=Lead(org="POL", person="p-7")), few=True))
    assert set(few) == {NOBODY, CO, RUUD, MIRA, "p-7"}
