"""Who may do what in a plan (domain 2.7); whatever is not in the table, nobody may."""

from plan.rights.actors import ALL, Of, actor_of
from plan.rights.may import RIGHTS, can, may_have
from plan.rights.roles import (
    decides,
    is_coordinator,
    own_themes,
    reads,
    speaks_for,
    stands_in_for,
    takes_part,
)

__all__ = [
    "ALL",
    "RIGHTS",
    "Of",
    "actor_of",
    "can",
    "decides",
    "is_coordinator",
    "may_have",
    "own_themes",
    "reads",
    "speaks_for",
    "stands_in_for",
    "takes_part",
]
