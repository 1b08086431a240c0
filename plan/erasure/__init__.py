"""Erasing a person or an organisation, and what is past its term (docs/decisions/0029)."""

from plan.erasure.erasing import COPIES, UnknownKindError, copied, erased
from plan.erasure.remaining import remaining
from plan.erasure.retention import Terms, past_term, unneeded
from plan.erasure.shared import without
from plan.erasure.whom import GONE, Bodies, Whom, whom

__all__ = [
    "COPIES",
    "GONE",
    "Bodies",
    "Terms",
    "UnknownKindError",
    "Whom",
    "copied",
    "erased",
    "past_term",
    "remaining",
    "unneeded",
    "whom",
    "without",
]
