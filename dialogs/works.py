"""The work of each sort of step, in one table."""

from __future__ import annotations

from dialogs import deciding, evaluating
from dialogs.work import Work
from plan.track import Sort

WORK: dict[Sort, Work] = {
    "consult": evaluating.WORK,
    "decide": deciding.WORK,
}
