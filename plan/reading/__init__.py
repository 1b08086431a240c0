"""Reading a plan file into records, and starting anew from what was read."""

from plan.reading.error import PlanFileError, Problem
from plan.reading.file import Reading, read
from plan.reading.frame import STRANGE_KEY, is_plan_key
from plan.reading.start import starting_at

__all__ = [
    "STRANGE_KEY",
    "PlanFileError",
    "Problem",
    "Reading",
    "is_plan_key",
    "read",
    "starting_at",
]
