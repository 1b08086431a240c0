"""Every card of the running sample plan passes the official 1.5 schema and fits in a message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from bot.cards import LARGEST, card
from bot.planfile import read_file
from dialogs import tracing
from dialogs.meant import find
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.more import complete_view
from dialogs.questionnaire.progress import progress_invitation, progress_view
from dialogs.questionnaire.sheet import open_sheet
from dialogs.running.amend_card import amend_view
from dialogs.running.amending import choose_view
from dialogs.running.asking import round_view
from dialogs.running.card import running_view
from dialogs.running.closing import close_view
from dialogs.running.settle_card import settle_view
from dialogs.turn import Said
from dialogs.view import View
from plan.content.tracks import FOLLOW_UP
from plan.dossier import Dossier
from plan.progress import leading
from plan.records import Closed, DecisionStep, Round, altered
from plan.text import Language

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
ADOPTED = datetime(2026, 12, 22, 9, tzinfo=UTC)
NOW = datetime(2027, 4, 6, 9, tzinfo=UTC)
SCHEMA = json.loads(files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text())


def running() -> Dossier:
    """The sample with every step closed and every body agreed."""
    known = Dossier(read_file(SAMPLE).records)
    bodies = [altered(body, decision="akkoord") for body in known.all(DecisionStep)]
    steps = [Closed(key=f"{s.id}/9", step=s.id, at=ADOPTED) for s in FOLLOW_UP.steps]
    return known.plus([*bodies, *steps, altered(known.plan, version="1.0", loaded_at=None)])


def asked(dossier: Dossier) -> Dossier:
    leads = tuple(org.key for org in leading(dossier))
    day = date(2027, 4, 20)
    return dossier.plus(
        [Round(key="progress-1", step="progress", opened_at=NOW, deadline=day, partners=leads)]
    )


def every_view() -> Iterator[View]:
    before = running()
    assert before.coordinator
    said = Said(who=before.coordinator, at=NOW)
    for view in (running_view, round_view, choose_view, close_view):
        yield view(before, said)
    after = asked(before)
    yield running_view(after, said)
    yield settle_view(after, said)
    for measure in before.measures[::6]:
        yield amend_view(before, said, measure.key)
        for word in (measure.key, measure.title):
            asking = replace(said, text=f"waarom {word}")
            for reply in tracing.answer(after, asking, word.lower(), "why").replies:
                assert reply.view, word
                yield reply.view
    yield amend_view(before, said, "new")
    for org in leading(after):
        sheet = open_sheet(after, after.people_of(org.key)[0], org.key)
        assert sheet
        yield progress_invitation(after, sheet, sheet.by)
        yield progress_view(after, sheet)
        yield menu_view(after, sheet)
        yield complete_view(after, sheet)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_card_of_a_running_plan_passes_the_schema_and_fits(language: Language) -> None:
    validator = Draft6Validator(SCHEMA)
    for view in every_view():
        made = card(view, language, "0" * 32)
        wrong = best_match(validator.iter_errors(made))
        assert wrong is None, f"{view.title.nl}: {wrong.message}"
        inputs = [one.id for one in view.inputs()]
        assert len(inputs) == len(set(inputs)), view.title.nl
        assert len(json.dumps(made, ensure_ascii=False)) < LARGEST, view.title.nl


def test_every_measure_of_the_sample_is_found_by_its_own_title() -> None:
    dossier = running()
    assert dossier.coordinator
    said = Said(who=dossier.coordinator, at=NOW, text="waarom")
    for measure in dossier.measures:
        found = find(dossier, said, measure.title.lower())
        assert measure.key in {one.subject for one in found}, measure.title
