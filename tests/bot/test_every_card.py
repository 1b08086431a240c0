"""Every card of the sample's round passes the official 1.5 schema and fits in a message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from bot.cards import LARGEST, card
from bot.planfile import read_file
from dialogs.conclude import conclude_view
from dialogs.contact_card import contact_view
from dialogs.deciding.altering import alter_view
from dialogs.deciding.body import body_view
from dialogs.deciding.naming import name_view
from dialogs.deciding.overview import overview
from dialogs.deciding.papers import papers_view
from dialogs.deciding.planning import route_view
from dialogs.forming.adjusting import adjust_view
from dialogs.forming.asking import questions_view
from dialogs.forming.choosing import fixed_view, format_view, keeping_view, proposal_view
from dialogs.forming.readers import ask_view
from dialogs.forming.trying import trying_view
from dialogs.mine import mine_view
from dialogs.mix import findings_view
from dialogs.partners import partners_view
from dialogs.questionnaire.core import core_view, invitation, rest_view
from dialogs.questionnaire.handing import whom_view
from dialogs.questionnaire.measures import measures_view
from dialogs.questionnaire.menu import menu_view, topic_view
from dialogs.questionnaire.more import complete_view, follow_up_view, others_view
from dialogs.questionnaire.sheet import Sheet, open_sheet
from dialogs.request import request_view
from dialogs.results import results_view
from dialogs.results import topic_view as results_topic
from dialogs.roles.given import person_view
from dialogs.roles.listed import roles_view
from dialogs.standing_in import stand_in_view
from dialogs.start_card import start_view
from dialogs.status import status_view
from dialogs.turn import Said
from dialogs.view import View
from dialogs.waiting import waiting_view
from plan.content.topics import EVALUATION
from plan.content.tracks import FOLLOW_UP
from plan.dossier import Dossier
from plan.reading import starting_at
from plan.records import Consent, Person, Round
from plan.route import route
from plan.text import Language

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
NOW = datetime(2026, 9, 14, 7, tzinfo=UTC)
SCHEMA = json.loads(files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text())


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    records = starting_at(read_file(SAMPLE).records, "evaluation", "follow_up")
    known = Dossier(records)
    partners = tuple(org.key for org in known.consulted)
    return known.plus(
        [
            Round(
                key="evaluation-1",
                step="evaluation",
                opened_at=NOW,
                deadline=date(2026, 10, 9),
                partners=partners,
            )
        ]
    )


def of_a_partner(dossier: Dossier, sheet: Sheet) -> Iterator[View]:
    yield core_view(dossier, sheet)
    yield invitation(dossier, sheet, sheet.by, NOW)
    yield rest_view(dossier, sheet, sheet.asks(dossier)[:5])
    yield menu_view(dossier, sheet)
    yield complete_view(dossier, sheet)
    yield others_view(dossier, sheet)
    yield whom_view(dossier, sheet, "all")
    yield follow_up_view(dossier, sheet, [a for a in sheet.asks(dossier) if a.question.id == "M2"])
    for topic in EVALUATION:
        yield topic_view(dossier, sheet, topic.id)
    for theme in dossier.themes_with(sheet.org):
        yield measures_view(dossier, sheet, theme.key)
    yield mine_view(dossier, Said(who=sheet.by, at=NOW))
    yield stand_in_view(dossier, Said(who=sheet.by, at=NOW))
    asked = Consent(key="x", kind="format", subject="T1", org=sheet.org, asked_at=NOW)
    yield trying_view(dossier, asked)


def of_the_coordinator(dossier: Dossier, coordinator: Person) -> Iterator[View]:
    said = Said(who=coordinator, at=NOW)
    round_ = dossier.all(Round)[0]
    yield status_view(dossier, said)
    yield partners_view(dossier, said)
    yield waiting_view(dossier, said)
    yield request_view(dossier, said, FOLLOW_UP.step("evaluation"))
    yield results_view(dossier, said)
    yield start_view(dossier, said)
    yield conclude_view(dossier)
    yield contact_view(dossier, said)
    yield findings_view(dossier, said)
    yield format_view(dossier, said)
    yield fixed_view(dossier)
    yield keeping_view(dossier)
    yield proposal_view(dossier)
    yield questions_view(dossier, said)
    yield adjust_view(dossier, said)
    yield ask_view(dossier, said)
    yield roles_view(dossier, said)
    yield person_view(dossier, coordinator)
    yield from of_the_decision(dossier, said)
    for topic in EVALUATION:
        yield results_topic(dossier, round_, topic)


def of_the_decision(dossier: Dossier, said: Said) -> Iterator[View]:
    yield overview(dossier, said, ())
    yield papers_view(dossier, said)
    yield route_view(dossier, said)
    for body in route(dossier):
        yield body_view(dossier, said, body)
        yield name_view(dossier, said, body)
    for record in (dossier.themes[0], dossier.items[0], dossier.measures[0]):
        view = alter_view(dossier, said, route(dossier)[0], record.key)
        assert view is not None
        yield view


def every_view(dossier: Dossier) -> Iterator[View]:
    coordinator = dossier.coordinator
    assert coordinator is not None
    yield from of_the_coordinator(dossier, coordinator)
    for org in dossier.consulted:
        for person in (dossier.people_of(org.key)[0], coordinator):
            sheet = open_sheet(dossier, person, org.key)
            assert sheet is not None
            yield from of_a_partner(dossier, sheet)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_card_passes_the_schema_and_fits(dossier: Dossier, language: Language) -> None:
    validator = Draft6Validator(SCHEMA)
    sizes = {}
    for view in every_view(dossier):
        made = card(view, language, "0" * 32)
        wrong = best_match(validator.iter_errors(made))
        assert wrong is None, f"{view.title.nl}: {wrong.message}"
        inputs = [one.id for one in view.inputs()]
        assert len(inputs) == len(set(inputs)), view.title.nl
        sizes[view.title.nl] = len(json.dumps(made, ensure_ascii=False))
    assert len(sizes) >= 25  # Kinds of cards; some views share a title.
    assert max(sizes.values()) < LARGEST
