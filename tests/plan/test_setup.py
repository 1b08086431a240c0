"""What the setup of a plan lacks before the first step."""

from __future__ import annotations

from datetime import date

from plan.dossier import Dossier
from plan.records import DecisionStep, Person, Planned, Record
from plan.setup import lacks
from tests.plan.tiny import dossier, organisation, person, theme

DAYS = (Planned(step="decision", start=date(2026, 12, 1), end=date(2026, 12, 15)),)
READY: tuple[Record, ...] = (
    theme(owner="ans"),
    organisation("POL"),
    person("ans", "OOV"),
    person("piet", "POL"),
)


def said(known: Dossier) -> str:
    return "\n".join(line.nl for line in lacks(known))


def test_a_plan_that_is_ready_lacks_nothing() -> None:
    assert said(dossier(*READY, calendar=DAYS)) == ""


def test_each_thing_that_lacks_is_named_with_the_word_that_mends_it() -> None:
    more = (theme("T2", title="Uitgaan"), organisation("WLZ", name="Welzijn"))
    found = said(dossier(*READY, *more))
    assert 'zonder themahouder: Uitgaan. Typ "rollen"' in found
    assert 'zonder contactpersoon: Welzijn. Typ "contact"' in found
    assert 'geen datum voor het besluit. Typ "besluit"' in found
    assert "account" not in found


def test_a_day_of_the_body_itself_is_a_day_for_the_decision() -> None:
    college = DecisionStep(key="college", body="college", day=date(2026, 12, 15))
    assert said(dossier(*READY, college)) == ""


def test_a_contact_without_an_account_is_named_once_accounts_count() -> None:
    ans = Person(key="ans", name="Ans", org="OOV", tenant="t", object_id="a")
    known = dossier(*READY, calendar=DAYS).plus((ans,))
    assert "geen Teams-account ken: Organisatie POL" in said(known)
    piet = Person(key="piet", name="Piet", org="POL", tenant="t", object_id="p")
    assert said(known.plus((piet,))) == ""
