"""Reading a plan file into records, and starting anew from what was read."""

from plan.reading.error import PlanFileError, Problem
from plan.reading.file import Reading, read
from plan.reading.start import starting_at

__all__ = ["PlanFileError", "Problem", "Reading", "read", "starting_at"]
