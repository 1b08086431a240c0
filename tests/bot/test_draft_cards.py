"""Every card of the first draft, on the sample and in a large town, is valid and fits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from bot.cards import card
from bot.planfile import read_file
from dialogs.drafting import (
    adjusting,
    bringing,
    editing_item,
    editing_measure,
    editing_theme,
    gathering,
    items,
    judging,
    leading,
    menu,
    mixing,
    opening,
    proposing,
    suggesting,
)
from dialogs.drafting.difference import differences_view
from dialogs.measures import people
from dialogs.turn import Said
from dialogs.view import View
from plan.dossier import Dossier
from plan.reading import starting_at
from plan.records import ActionItem, Measure, Organisation, Person, Proposal, altered

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
NOW = datetime(2026, 10, 15, 8, tzinfo=UTC)
SCHEMA = json.loads(files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text())
COMFORTABLE = 30_000
"""Characters; Teams takes more, but a card should stay readable."""


def sample() -> Dossier:
    return Dossier(starting_at(read_file(SAMPLE).records, "draft", "follow_up"))


def large() -> Dossier:
    """A town with sixty contacts, sixty items and thirty measures that lack everything."""
    known = sample()
    people = [Person(key=f"p-{n}", name=f"Contactpersoon {n}", org="POL") for n in range(60)]
    orgs = [Organisation(key=f"ORG{n}", name=f"Organisatie {n}") for n in range(20)]
    more = [
        ActionItem(key=f"T2.{n}", theme="T2", title=f"Actiepunt {n} " * 4) for n in range(9, 69)
    ]
    bare = [
        Measure(key=f"M{n}", item="T2.9", title="Maatregel " * 11, decision="new")
        for n in range(100, 130)
    ]
    asked = [
        Proposal(key=f"P-{n}", title="Voorstel " * 12, by=("POL",), item="T2.9") for n in range(9)
    ]
    adjusted = [altered(m, decision="adjust") for m in known.measures_of("T2")]
    return known.plus([*people, *orgs, *more, *bare, *asked, *adjusted])


def views(known: Dossier, said: Said) -> Iterator[View]:
    yield menu.menu_view(known, said)
    yield differences_view(known)
    for theme in known.themes:
        key = theme.key
        for stage in (opening, judging, proposing, items, gathering, leading, bringing):
            yield stage.view(known, said, key)
        fitting = people.at_once(known, adjusting.AT_ONCE)
        shown = tuple(measure.key for measure in known.measures_of(key)[:fitting])
        yield adjusting.view(known, said, key, only=shown)
        yield mixing.view(known, said, key)
        yield suggesting.view(known, said, key, suggesting.AFTER, "")
        yield gathering.items_view(known, said, key, known.items_of(key)[:3])
        yield editing_theme.view(known, said, theme)
    for item in known.items[:5]:
        yield editing_item.view(known, said, item)
    for measure in known.measures[:5]:
        yield editing_measure.view(known, said, measure)


@pytest.mark.parametrize("known", [sample(), large()], ids=["sample", "large"])
def test_every_card_of_the_draft_is_valid_and_comfortable(known: Dossier) -> None:
    person = known.coordinator
    assert person
    for view in views(known, Said(who=person, at=NOW)):
        made = card(view, "nl", "k")
        error = best_match(Draft6Validator(SCHEMA).iter_errors(made))
        assert error is None, (view.title.nl, error)
        size = len(json.dumps(made, ensure_ascii=False))
        assert size <= COMFORTABLE, (view.title.nl, size)
