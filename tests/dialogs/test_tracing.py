"""Questions about the plan: the answer with sources and dates, for who may see them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from plan.records import (
    Answer,
    CollectiveSession,
    Comment,
    DiscussionPoint,
    Outcome,
    Person,
    Proposal,
    Record,
    Round,
    Table,
    altered,
)
from tests.dialogs.adopted import APRIL, CO, MIRA, OPA, RUUD, adopted, running
from tests.dialogs.talk import ASKED, MONDAY, ROUND, Talk, view_of, words


def said(org: str, question: str, value: str | int, text: str | None = None) -> Answer:
    return Answer(
        key=f"{ROUND}/{org}/{question}/M02/1",
        round=ROUND,
        org=org,
        question=question,
        subject="M02",
        value=value,
        text=text,
        at=MONDAY + timedelta(days=3),
    )


HISTORY: tuple[Record, ...] = (
    ASKED,
    said("POL", "M1", "stoppen", "Niemand kijkt de beelden uit."),
    said("WEL", "A2", 1),
    Comment(
        key="B1",
        round="check-1",
        org="POL",
        subject="M02",
        text="Ons advies blijft stoppen.",
        disposition="to_session",
        at=datetime(2026, 11, 3, 9, tzinfo=UTC),
    ),
    CollectiveSession(key="session", day=date(2026, 11, 26)),
    DiscussionPoint(key="D1", subjects=("M02",), kind="gap", question="Stoppen we met de camera?"),
    Outcome(key="D1", point="D1", decision="De camera stopt.", votes={"voor": 9, "tegen": 1}),
    Proposal(
        key="P1",
        title="Vaders",
        text="Vaders op straat",
        by=("WEL",),
        becomes="M03",
        status="adopted",
        reason="Past bij T1.",
    ),
)


def talk() -> Talk:
    return running(*HISTORY)


@pytest.mark.parametrize(
    "asked",
    [
        "waarom M02?",
        "Waarom stopten we met de camera?",
        "waarom camera",
        "why did we stop the camera",
        "warom m02",
        "waarom zijn we gestopt met de camra",
    ],
)
def test_a_measure_that_was_stopped_tells_who_advised_what_and_who_decided(asked: str) -> None:
    found = words(talk().say(CO, asked))
    for part in (
        "M02 Camera",
        "Besluit in het plan voor 2027: stoppen.",
        "De overlast verschoof.",
        "Vastgesteld door college op 15 dec 2026 (2026-88).",
        "evaluatieve ronde, 17 sep 2026: Politie: advies: Stoppen – Niemand kijkt de beelden uit.",
        "bilaterale check, 3 nov 2026: Politie: “Ons advies blijft stoppen.” → Naar de sessie",
        "collectieve sessie, 26 nov 2026: “Stoppen we met de camera?” → De camera stopt. "
        "(voor 9, tegen 1)",
        "Voortgang 2026: achter, effect beperkt",
    ):
        assert part in found, part


def test_what_it_hangs_from_comes_first() -> None:
    found = words(talk().say(CO, "waarom M03"))
    for part in (
        "Actiepunt: T1.1 Minder overlast",
        "Thema: T1 Jeugd",
        "Hoofdlijn: Aanwezig waar jongeren zijn. (IVP 2025-2028, 13 feb 2025)",
        "Uitgangspunt: Eerder in beweging.",
        "Doel: Minder overlast in 2028.",
        "voorstel: Welzijn: “Vaders op straat” → Overgenomen → Past bij T1.",
    ):
        assert part in found, part


def test_a_change_is_told_with_its_reason_version_and_day() -> None:
    here = talk()
    card = view_of(here.say(CO, "wijziging M03"))
    here.press(CO, card, "amend", {"goes_on": "stop", "why": "Geen deelnemers."})
    found = words(here.say(MIRA, "waarom M03"))
    assert "Dat is een wijziging van het vastgestelde plan op 6 apr 2027" in found
    assert "Vastgesteld door" not in found
    assert "wijziging van het plan (1.1), door Sanne Verbeek, 6 apr 2027" in found


def test_a_partner_sees_its_own_answers_and_what_stands_in_the_plan() -> None:
    found = words(talk().say(RUUD, "waarom M02"))
    assert "Niemand kijkt de beelden uit." in found
    assert "Welzijn: werkt het" not in found
    assert "De camera stopt." in found
    found = words(talk().say(MIRA, "waarom M02"))
    assert "Welzijn: werkt het: 1 – helemaal niet" in found
    assert "Niemand kijkt de beelden uit." not in found
    assert "Ons advies blijft stoppen." not in found


def test_before_the_session_a_partner_asks_about_its_own_measures_only() -> None:
    here = Talk()
    assert "M02 Camera" in words(here.say(RUUD, "waarom m02"))
    assert "vind ik niets in de plannen" in words(here.say(MIRA, "waarom m02"))
    assert "vind ik niets in de plannen" in words(here.say(MIRA, "waarom camera"))


def test_a_reader_reads_the_register_and_no_answers() -> None:
    reader = Person(key="p-griffie", name="Griffie")
    here = running(*HISTORY, reader, readers=("p-griffie",))
    found = words(here.say("p-griffie", "waarom M02"))
    assert "Ons advies blijft stoppen." in found
    assert "Niemand kijkt" not in found


def test_a_text_about_a_person_is_held_back_from_partners() -> None:
    outcome = Outcome(key="D1", point="D1", decision="Bel 06-12345678.")
    here = running(*HISTORY, outcome)
    assert "06-12345678" not in words(here.say(RUUD, "waarom M02"))
    assert "Achtergehouden" in words(here.say(RUUD, "waarom M02"))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("wie trekt M03", "Trekker: Welzijn, Mira Chen."),
        ("wie trekt de buurtvaders?", "Trekker: Welzijn, Mira Chen."),
        ("who leads M05", "Nog geen trekker."),
        ("wanneer is M03 klaar?", "Planning: mrt – sep 2027."),
        ("wanneer M02", "Deze maatregel is gestopt."),
        ("when is M01 ready", "Rooster rond op 1 maart"),
    ],
)
def test_who_and_when_are_answered_in_a_sentence(asked: str, answer: str) -> None:
    found = words(talk().say(OPA, asked))
    assert answer in found
    assert "In het plan voor" not in found


def test_what_an_organisation_does() -> None:
    found = words(talk().say(OPA, "wat doet de politie?"))
    assert "Wat Politie doet in 2027" in found
    assert "M01 Straatwerk: Ruud Tamminga" in found
    assert "M03 Buurtvaders in de wijk: partner, mrt – sep 2027" in found
    assert "M02" not in found
    assert "Van wie?" in words(talk().say(OPA, "wat doet de hamster"))


def test_several_that_fit_are_offered() -> None:
    here = running(*HISTORY)
    camera = here.dossier.measures[0]
    here.dossier = here.dossier.plus([altered(camera, key="M08", title="Vaste camera")])
    turn = here.say(CO, "waarom camera")
    assert "Welke wordt bedoeld?" in words(turn)
    chosen = view_of(turn)
    (pick,) = chosen.inputs()
    turn = here.press(CO, chosen, "show", {pick.id: "dorp-2027|M08"})
    assert turn.instead
    assert turn.instead.title.nl == "M08 Vaste camera"


def test_nothing_found_says_so_and_how_to_ask() -> None:
    assert "vind ik niets in de plannen" in words(talk().say(CO, "waarom maan"))
    assert "Noem een code" in words(talk().say(CO, "waarom"))


def next_year() -> Talk:
    """The plan of 2028 in hand, in which the camera is gone; that of 2027 beside it."""
    old = adopted(*HISTORY)
    person = old.get(Person, CO)
    assert person
    here = running(key="dorp-2028", year=2028, previous="dorp-2027", at=APRIL.replace(year=2028))
    camera = next(m for m in here.dossier.measures if m.key == "M02")
    here.dossier = here.dossier.plus([], [camera])
    here.elsewhere = ((old, person),)
    return here


def test_what_was_stopped_last_year_is_found_in_last_years_plan() -> None:
    found = words(next_year().say(CO, "waarom stopten we met de camera?"))
    assert "Besluit in het plan voor 2027: stoppen." in found
    assert "In het plan voor 2027" in found
    assert "De camera stopt." in found
    assert "In het plan voor 2028" not in found


def test_what_goes_on_is_told_over_all_its_years() -> None:
    found = words(next_year().say(CO, "waarom M03"))
    assert found.index("In het plan voor 2028") < found.index("In het plan voor 2027")


def test_another_municipality_is_left_out() -> None:
    here = next_year()
    ((old, person),) = here.elsewhere
    place = altered(old.plan.municipality, id="elders")
    here.elsewhere = ((old.plus([altered(old.plan, municipality=place)]), person),)
    assert "vind ik niets in de plannen" in words(here.say(CO, "waarom stopten we met de camera?"))


def test_a_sentence_that_names_nothing_is_an_answer_to_the_question_on_the_table() -> None:
    here = Talk()
    here.say(RUUD, "vraag voor vraag")
    here.say(RUUD, "sla over")
    table = here.table()
    assert table.asked
    for sentence in ("Waarom het beter gaat weten we niet", "Wanneer het donker is, is het druk"):
        free = altered(here.table(), asked="O1/T1")
        here.dossier = here.dossier.plus([free])
        here.say(RUUD, sentence)
        assert here.answers()["O1/T1"] == sentence


def test_a_question_of_the_speaker_leaves_the_question_on_the_table() -> None:
    here = Talk()
    here.say(RUUD, "vraag voor vraag")
    before = here.dossier.get(Table, RUUD)
    assert "M01 Straatwerk" in words(here.say(RUUD, "waarom M01?"))
    assert here.dossier.get(Table, RUUD) == before
    assert not here.answers()


def test_the_round_of_an_answer_is_named() -> None:
    here = running(
        *HISTORY,
        Round(key="progress-1", step="progress", opened_at=MONDAY, deadline=date(2027, 4, 20)),
    )
    answer = altered(said("POL", "G2", "rood"), key="g", round="progress-1")
    here.dossier = here.dossier.plus([answer])
    assert "voortgangsronde, 17 sep 2026: Politie: licht: Rood" in words(
        here.say(CO, "waarom m02")
    )


def test_who_asks_about_stopping_means_what_was_stopped() -> None:
    here = running(*HISTORY)
    fixed = altered(here.dossier.measures[0], key="M08", title="Vaste camera")
    here.dossier = here.dossier.plus([fixed])
    assert "M02 Camera" in words(here.say(CO, "waarom stopten we met de camera?"))
