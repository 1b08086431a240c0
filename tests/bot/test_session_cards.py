"""Every card of the session passes the schema of Adaptive Cards, and fits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from bot.cards import LARGEST, card
from bot.planfile import read_file
from dialogs.dates import dates_view
from dialogs.meeting.agenda import agenda_view
from dialogs.meeting.agreeing import due_view
from dialogs.meeting.answering import poll_view
from dialogs.meeting.attending import eve_view, own_view
from dialogs.meeting.bins import bins_view
from dialogs.meeting.consenting import consent_view, consents_view
from dialogs.meeting.overview import early_view, end_view, overview_view
from dialogs.meeting.plan_card import plan_view
from dialogs.meeting.point import point_view
from dialogs.meeting.processing import process_view
from dialogs.meeting.reporting import report_view
from dialogs.meeting.stopping import stop_view
from dialogs.turn import Said
from dialogs.view import Facts, View
from dialogs.waiting import waiting_view
from plan.dossier import Dossier
from plan.records import Outcome, Person, altered
from plan.sessions import outcome_of, points_of, session_of
from plan.text import Language
from tests.bot.test_every_card import SAMPLE, SCHEMA

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The sample as it stands before its session, with a hundred people in it."""
    known = Dossier(read_file(SAMPLE).records)
    session = session_of(known)
    assert session
    crowd = [Person(key=f"p-{n}", name=f"Persoon {n}", org="POL") for n in range(100)]
    left = [
        Outcome(key=p.key, point=p.key, decision="Zo.", owner="p-pol")
        for p in points_of(known)
        if not outcome_of(known, p.key)
    ]
    return known.plus([altered(session, agenda_at=NOW), *crowd, *left])


def every_view(known: Dossier) -> Iterator[View]:
    coordinator, session = known.coordinator, session_of(known)
    assert coordinator
    assert session
    said = Said(who=coordinator, at=NOW)
    yield plan_view(known, said)
    yield agenda_view(known, said, parked=True)
    yield overview_view(known, said, session)
    yield early_view(session)
    yield end_view(known, said, session)
    yield bins_view(known, said, session)
    yield stop_view(known, said, session)
    yield report_view(known, said, session)
    yield dates_view(known, said)
    for point in points_of(known):
        outcome = outcome_of(known, point.key)
        assert outcome
        yield point_view(known, said, point)
        yield process_view(known, said, point, more="M01,M02,M03")
        yield poll_view(known, point, "POL")
        yield consent_view(known, outcome)
        yield consents_view(known, (outcome, altered(outcome, key="D98")))
        yield due_view(known, (outcome, outcome))
    for org in session.invited:
        yield eve_view(known, session, org)
    partner = next(person for person in known.people_of("POL"))
    yield waiting_view(known, Said(who=partner, at=NOW))
    own = own_view(known, Said(who=partner, at=NOW))
    assert own
    yield own


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_card_passes_the_schema_and_fits(dossier: Dossier, language: Language) -> None:
    validator = Draft6Validator(SCHEMA)
    for view in every_view(dossier):
        made = card(view, language, "0" * 32)
        wrong = best_match(validator.iter_errors(made))
        assert wrong is None, f"{view.title.nl}: {wrong.message}"
        inputs = [one.id for one in view.inputs()]
        assert len(inputs) == len(set(inputs)), view.title.nl
        assert len(json.dumps(made, ensure_ascii=False)) < LARGEST * 3 // 4, view.title.nl


def test_the_title_of_a_measure_is_no_label_of_a_row(dossier: Dossier) -> None:
    titles = {measure.title for measure in dossier.measures}
    shown = [one for view in every_view(dossier) for one in view.elements]
    labels = [label.nl for one in shown if isinstance(one, Facts) for label, _ in one.rows]
    assert labels
    assert not [label for label in labels if any(title in label for title in titles)]
