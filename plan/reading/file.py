"""Turns the data of a plan file into records; nothing is dropped or judged on the way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from plan.question import Topic
from plan.reading.answers import evaluation
from plan.reading.circle import waiting_in_a_circle
from plan.reading.consultation import bilateral_checks, proposals
from plan.reading.days import closed_steps, decision_route
from plan.reading.entry import Entry
from plan.reading.error import PlanFileError
from plan.reading.frame import plan
from plan.reading.ivp import ivp_themes
from plan.reading.notes import Notes
from plan.reading.parties import parties
from plan.reading.session import session
from plan.reading.themes import themes
from plan.records import IvpTheme, Record
from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a file held; `unknown` are the paths of the keys that mean nothing here."""

    records: tuple[Record, ...]
    unknown: tuple[str, ...] = ()


def read(
    data: object,
    *,
    topics: Sequence[Topic] = (),
    presets: Collection[str] = (),
    columns: Collection[str] = (),
    loaded_at: datetime | None = None,
) -> Reading:
    """The records of a plan file, given as the mapping that stands in it.

    With `topics`, answers are held against the questions in them, and with `presets` and
    `columns` the formats in the file against the ids of those. `loaded_at` is kept with the
    plan: what was due before it counts as handled. Raises PlanFileError with all that is wrong.
    """
    if not isinstance(data, dict) or not isinstance(data.get("plan"), dict):
        raise PlanFileError(
            Text(
                nl="dit is geen planbestand: er staat geen plan in",
                en="this is not a plan file: there is no plan in it",
            )
        )
    notes = Notes()
    file = Entry(data, "", notes)
    file.known("expected_findings")
    head = plan(file, loaded_at, presets, columns)
    hung_from = ivp_themes(file)
    people = parties(file)
    titles = {one.key: one.title for one in hung_from if isinstance(one, IvpTheme)}
    records = (
        head,
        *hung_from,
        *themes(file, titles, columns),
        *people,
        *evaluation(file, head, people, topics),
        *proposals(file),
        *bilateral_checks(file, head),
        *session(file),
        *decision_route(file.entry("plan")),
        *closed_steps(head),
    )
    waiting_in_a_circle(records, notes)
    return Reading(records=records, unknown=notes.finish())
