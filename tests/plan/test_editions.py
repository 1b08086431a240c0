"""An edition holds the plan word for word, always in the same words."""

from __future__ import annotations

import pytest

from plan.editions import as_adopted, edition, latest, next_version, read, written
from plan.records import Edition, Event, Message
from tests.plan.tiny import OPENED, answer, dossier, item, measure, organisation, plan, theme

RECORDS = (
    theme(),
    item(),
    measure("M2", "POL"),
    measure("M1"),
    organisation("POL"),
    answer("POL", "O2", 3, "T1"),
)


def test_what_is_read_back_is_what_was_kept() -> None:
    here = dossier(*RECORDS, version="1.0")
    kept = edition(here, by="ans", at=OPENED)
    again = read(kept)
    assert kept.key == "1.0"
    assert set(map(repr, again.records())) == set(map(repr, here.records()))


def test_the_same_records_in_another_order_give_the_same_text() -> None:
    assert written(dossier(*RECORDS)) == written(dossier(*reversed(RECORDS)))
    one, other = ({"OM": "ja", "POL": "nee"}, {"POL": "nee", "OM": "ja"})
    assert written(dossier(measure("M1", commitment=one))) == written(
        dossier(measure("M1", commitment=other))
    )


def test_messages_and_the_register_are_no_part_of_it() -> None:
    event = Event(key="e", who="ans", what="closed", subject="draft", at=OPENED)
    message = Message(key="m", to="ans", kind="digest", due=OPENED, made_at=OPENED)
    assert written(dossier(*RECORDS, event, message)) == written(dossier(*RECORDS))


def test_the_adopted_plan_stays_what_it_was() -> None:
    here = dossier(*RECORDS, version="1.0")
    later = here.plus((edition(here, by="ans", at=OPENED), measure("M1", title="Later anders")))
    found = as_adopted(later)
    assert found
    assert {m.title for m in found.measures} == {"Maatregel M1", "Maatregel M2"}
    assert as_adopted(here) is None
    assert latest(here) is None


@pytest.mark.parametrize("content", ["", "[]", '{"Nothing": [{}]}', '{"Measure": [{"key": 1}]}'])
def test_a_content_of_something_else_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        read(Edition(key="1.0", at=OPENED, by="ans", content=content))


@pytest.mark.parametrize(
    ("before", "after"),
    [("0.4 concept", "1.0"), ("1.1 concept", "1.1"), ("concept", "1.0"), ("1.0", "1.0")],
)
def test_the_version_it_gets_when_it_is_adopted(before: str, after: str) -> None:
    assert next_version(plan(version=before)) == after
