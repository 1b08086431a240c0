"""The work of each sort of step, in one table."""

from __future__ import annotations

from dialogs import evaluating
from dialogs.meeting import work as meeting
from dialogs.work import Work
from plan.track import Sort

WORK: dict[Sort, Work] = {
    "consult": evaluating.WORK,
    "meet": meeting.WORK,
}
