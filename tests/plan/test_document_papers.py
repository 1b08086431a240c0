"""The papers for the bodies: worked out from the plan, gaps in sight, nothing internal outside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plan.blocks import Document, Gap, Table
from plan.changes import change
from plan.content.formats import COLUMNS, FORMATS
from plan.document import PARTS, UnknownPartError, compile_part
from plan.dossier import Dossier
from plan.editions import edition
from plan.printers import PRINTERS
from plan.records import (
    BilateralCheck,
    Confirmed,
    DecisionStep,
    Message,
    Outcome,
    Record,
    Round,
    altered,
)
from plan.text import Language
from tests.plan.tiny import measure
from tests.plan.tiny_document import NOW, text_of, tiny

PAPERS = (
    *("mt_note", "college_proposal", "triangle_note", "council_letter"),
    *("public_summary", "participation", "decisions"),
)
MT = DecisionStep(key="MT", body="MT", order=0, day=date(2026, 12, 10))
COLLEGE = DecisionStep(key="college", body="college", order=1, day=date(2026, 12, 22))
COUNCIL = DecisionStep(key="raad", body="gemeenteraad", order=2, role="ter kennisname")
ADOPTED = altered(
    COLLEGE, decision="akkoord", decided_on=date(2026, 12, 22), reference="Z-2026-12"
)


def compiled(dossier: Dossier, part: str, language: Language = "nl") -> Document:
    return compile_part(dossier, part, language, NOW, presets=FORMATS, columns=COLUMNS)


def said(dossier: Dossier, part: str) -> str:
    return text_of(compiled(dossier, part))


def here(*more: Record) -> Dossier:
    return tiny(MT, COLLEGE, COUNCIL, *more)


@pytest.mark.parametrize("part", PAPERS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_paper_prints_in_both_languages_also_of_an_empty_plan(
    part: str, language: Language
) -> None:
    empty = Dossier((tiny().plan,))
    for dossier in (empty, here()):
        document = compiled(dossier, part, language)
        assert document.language == language
        assert all(printer.print(document) for printer in PRINTERS.values())


def test_the_note_for_the_mt_asks_for_cover_and_names_the_findings() -> None:
    costly = measure("M9", "WLZ", budget_eur=4000.0)
    text = said(here(costly), "mt_note")
    assert "Te besluiten over de dekking" in text
    assert "M9" in text
    assert "Bijlage: aandachtspunten" in text
    without = here(costly, Confirmed(key="mt_note_without_findings", at=NOW))
    assert "Bijlage: aandachtspunten" not in said(without, "mt_note")


def test_what_was_parked_goes_to_the_mt() -> None:
    parked = Outcome(point="D1", key="D1", decision="Cameratoezicht volgt in mei.", parked=True)
    assert "Cameratoezicht volgt in mei." in said(here(parked), "mt_note")


def test_the_proposal_says_what_the_mt_decided() -> None:
    decided = altered(MT, decision="akkoord", reference="MT-7", text="Binnen de begroting.")
    text = said(here(decided), "college_proposal")
    assert "MT: akkoord, 10 december 2026, MT-7. Binnen de begroting." in text
    assert "vast te stellen" in text


def test_the_letter_to_the_council_warns_until_the_plan_is_adopted() -> None:
    assert "Verstuur deze brief pas daarna." in said(here(), "council_letter")
    text = said(here(ADOPTED), "council_letter")
    assert "Het college heeft op 22 december 2026 het" in text
    assert "vastgesteld (Z-2026-12)" in text
    assert "pas daarna" not in text


@pytest.mark.parametrize("part", ["council_letter", "public_summary"])
def test_what_is_internal_stays_out_of_what_is_public(part: str) -> None:
    secret = measure("M8", "WLZ", title="Onaangekondigde controles", decision="new")
    assert "Onaangekondigde controles" in said(here(secret), part)
    hidden = altered(secret, visibility="internal")
    assert "Onaangekondigde controles" not in said(here(hidden), part)


def test_the_triangle_sees_what_police_and_prosecution_lead_or_give() -> None:
    text = said(here(measure("M7", "POL", title="Extra toezicht")), "triangle_note")
    assert "Extra toezicht" in text


def test_the_proof_of_participation_has_who_was_asked_reminded_and_silent() -> None:
    opened = NOW - timedelta(days=30)
    round_ = Round(
        key="check-1",
        step="check",
        opened_at=opened,
        deadline=date(2026, 11, 20),
        partners=("WLZ", "POL"),
    )
    reminder = Message(
        key="r",
        to="x",
        org="POL",
        kind="reminder",
        request="check-1",
        due=opened,
        made_at=opened,
        sent_at=opened + timedelta(days=7),
    )
    yes = BilateralCheck(key="check-1/WLZ", round="check-1", org="WLZ", commitment="ja")
    dossier = here(round_, reminder, yes)
    document = compiled(dossier, "participation")
    (table,) = [b for b in document.blocks if isinstance(b, Table)]
    rows = {row[0]: row for row in table.rows if isinstance(row, tuple)}
    police = rows[dossier.organisation_name("POL")]
    welfare = rows[dossier.organisation_name("WLZ")]
    assert police[2] != "–"
    assert police[3] == Gap(text="geen reactie")
    assert welfare[2:] == ("–", "bevestigd")
    assert "1 reageerden" not in text_of(document)
    assert "Aan 2 partners is gevraagd mee te denken; 1 reageerde." in text_of(document)


def test_the_record_of_decisions_shows_what_a_body_changed() -> None:
    was = here().measures[0]
    now = altered(was, title="Anders genoemd")
    made = change(was, now, because="decision/MT", by="ans", at=NOW)
    body = altered(
        MT, decision="akkoord met wijziging", text="Noem het anders.", amended=(was.key,)
    )
    text = said(here(now, made, body), "decisions")
    assert "Noem het anders." in text
    assert "Verwerkte wijzigingen" in text
    assert "titel" in text


def test_an_adopted_plan_says_so_on_its_cover_its_pages_and_its_file() -> None:
    draft = compiled(here(), "plan")
    assert "concept, nog niet vastgesteld" in text_of(draft)
    plan = altered(here().plan, version="1.0")
    document = compiled(here(ADOPTED, plan), "plan")
    assert document.title.endswith("vastgesteld (versie 1.0)")
    assert "Vastgesteld door het college op 22 december 2026, Z-2026-12" in text_of(document)
    assert "concept" not in text_of(document)


def test_a_draft_after_adoption_does_not_pass_for_adopted() -> None:
    plan = altered(here().plan, version="1.1 concept")
    document = compiled(here(ADOPTED, plan), "plan")
    assert "vastgesteld" not in document.title


def test_the_adopted_plan_is_there_only_after_adoption_and_stays_as_it_was() -> None:
    with pytest.raises(UnknownPartError):
        compiled(here(), "adopted")
    plan = altered(here().plan, version="1.0")
    adopted = here(ADOPTED, plan)
    first = adopted.measures[0]
    later = adopted.plus(
        (edition(adopted, by="ans", at=NOW), altered(first, title="Later veranderd"))
    )
    assert "Later veranderd" in said(later, "plan")
    assert "Later veranderd" not in said(later, "adopted")


def test_a_body_left_out_is_not_in_the_colophon() -> None:
    text = said(tiny(MT, COLLEGE, altered(COUNCIL, skipped=True)), "plan")
    assert "gemeenteraad" not in text
    assert set(PAPERS) <= set(PARTS)


@pytest.mark.parametrize("part", ["mt_note", "council_letter", "public_summary"])
def test_a_first_year_shows_what_begins_and_nothing_that_stops(part: str) -> None:
    first = altered(here().plan, track="first_year")
    text = said(here(first, measure("M9", "WLZ", title="Nieuw begin")), part)
    assert "Nieuw begin" in text
    assert "wijzigingen" not in text.casefold()


def test_when_everything_goes_on_the_papers_say_so() -> None:
    same = [altered(m, decision="continue") for m in here().measures]
    text = said(here(*same), "college_proposal")
    assert "Alle maatregelen gaan ongewijzigd door." in text
