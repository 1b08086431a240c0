"""The words a plan file may use where only some words have a meaning (domain 1.6 and 4.1).

What a measure can be (its link of the chain, its target, …) is in `plan.classifying`.
"""

from __future__ import annotations

from typing import Literal, get_args

from plan.records.content import Category, Verdict
from plan.records.frame import Track

TRACKS: tuple[Track, ...] = get_args(Track)
CATEGORIES: tuple[Category, ...] = get_args(Category)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

FIELDS = ("woonomgeving", "bedrijvigheid", "jeugd", "fysiek", "integriteit")
PROGRESS = ("niet_gestart", "achter", "op_schema", "afgerond", "gestopt")
SCOPES = ("local", "base_team", "district", "unit")
EFFECTS = ("zichtbaar", "beperkt", "uitgebleven", "onbekend")
LIGHTS = ("groen", "oranje", "rood")
VISIBILITIES = ("public", "internal")
KINDS_OF_ORGANISATION = ("internal", "external")

COMMITMENTS = ("ja", "ja_mits", "intern_akkoord_nodig", "nee", "geen_reactie")
DISPOSITIONS = ("accepted", "accepted_partly", "rejected", "parked", "to_session", "open")
PROPOSAL_STATUSES = ("adopted", "adopted_partly", "rejected", "parked", "open")
RESPONSE_STATUSES = ("complete", "partial", "no_response", "open")
POINT_KINDS = (
    "difference_of_opinion",
    "capacity_conflict",
    "missing_lead",
    "gap",
    "one_sided_mix",
    "new_development",
    "priority_shift",
)

STEPS: dict[Track, tuple[str, ...]] = {
    "first_year": ("format", "draft", "check_1", "check_2", "session", "decision"),
    "follow_up": ("evaluation", "format", "draft", "check", "session", "decision"),
}
"""The step ids of each track, in order (decision 6)."""

LETTERS: dict[Track, Literal["J", "V"]] = {"first_year": "J", "follow_up": "V"}


def steps_by_name(track: Track) -> dict[str, str]:
    """What a calendar may call a step: its id, or J1 to J6 and V1 to V6."""
    steps = STEPS[track]
    return {
        **{step: step for step in steps},
        **{f"{LETTERS[track]}{n}": step for n, step in enumerate(steps, 1)},
    }
