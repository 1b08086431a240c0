"""What a body wants changed: whom it touches, and what is still to be done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plan.amending import asked, to_ask, to_name, to_work_in, touched, unanswered
from plan.changes import change
from plan.dossier import Dossier
from plan.gates import amendments_worked_in, partners_agree
from plan.records import Capacity, Change, Confirmed, Consent, DecisionStep, Lead, Measure, altered
from tests.plan.tiny import OPENED, dossier, item, measure, organisation

WAS = measure("M1", "POL", "WEL", budget_eur=10.0)
ORGS = (
    organisation("POL"),
    organisation("WEL"),
    organisation("OM"),
    organisation("GEM", consulted=False),
)
MT = DecisionStep(key="MT", body="MT", decision="akkoord met wijziging", amended=("M1", "T1.1"))


def made(after: Measure, because: str = "decision/MT") -> Change:
    return change(WAS, after, because=because, by="ans", at=OPENED)


def here(after: Measure, *more: object) -> Dossier:
    return dossier(after, item(), MT, *ORGS, *more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "orgs"),
    [
        ({"title": "Anders"}, ("POL", "WEL")),
        ({"decision": "stop"}, ("POL", "WEL")),
        ({"capacity": (Capacity(org="WEL", hours=5),)}, ("WEL",)),
        ({"lead": Lead(org="OM")}, ("POL", "OM")),
        ({"lead": Lead(org="GEM")}, ("POL",)),
        ({"partners": ()}, ("WEL",)),
        ({"budget_eur": 20.0}, ("POL",)),
        ({"evidence_note": "Elders werkte het."}, ()),
    ],
)
def test_a_change_touches_whose_contribution_it_alters(
    fields: dict[str, object], orgs: tuple[str, ...]
) -> None:
    after = altered(WAS, **fields)
    assert touched(here(after), made(after)) == orgs


def test_only_what_a_body_changed_is_asked_about() -> None:
    after = altered(WAS, title="Anders")
    assert to_ask(here(after, made(after))) == (("M1", "POL"), ("M1", "WEL"))
    assert to_ask(here(after, made(after, "comment/x"))) == ()


def test_a_partner_is_asked_again_after_a_later_change() -> None:
    after = altered(WAS, title="Anders")
    consents = [
        Consent(key=f"amended/M1/{org}", kind="amended", subject="M1", org=org, asked_at=at)
        for org, at in (("POL", OPENED), ("WEL", OPENED - timedelta(hours=1)))
    ]
    known = here(after, made(after), *consents)
    assert to_ask(known) == (("M1", "WEL"),)
    assert [c.org for c in unanswered(known, "POL")] == ["POL"]


def test_what_was_undone_is_no_longer_asked() -> None:
    consent = Consent(
        key="amended/M1/POL", kind="amended", subject="M1", org="POL", asked_at=OPENED
    )
    undone = altered(made(altered(WAS, title="Anders")), undone_at=OPENED)
    assert asked(here(WAS, undone, consent)) == ()


def test_named_parts_wait_until_each_was_dealt_with() -> None:
    known = here(WAS)
    assert [subject for _, subject in to_work_in(known)] == ["M1", "T1.1"]
    assert amendments_worked_in(known)
    done = [Confirmed(key=f"amended/MT/{one}", at=OPENED) for one in ("M1", "T1.1")]
    assert not amendments_worked_in(known.plus(done))


def test_an_amendment_without_parts_must_be_named() -> None:
    bare = altered(MT, amended=())
    assert to_name(dossier(bare)) == bare
    assert amendments_worked_in(dossier(bare))
    assert to_name(dossier(bare, Confirmed(key="amended/MT", at=OPENED))) is None


def test_the_gate_waits_for_questions_answers_and_objections() -> None:
    after = altered(WAS, title="Anders")
    known = here(after, made(after))
    assert "Nog niet gevraagd" in partners_agree(known)[0].nl
    consents = [
        Consent(key=f"amended/M1/{org}", kind="amended", subject="M1", org=org, asked_at=OPENED)
        for org in ("POL", "WEL")
    ]
    assert "Nog geen antwoord" in partners_agree(known.plus(consents))[0].nl
    answered = [altered(one, answer="ja", at=OPENED) for one in consents]
    assert partners_agree(known.plus(answered)) == ()
