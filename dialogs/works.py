"""The work of each sort of step, in one table."""

from __future__ import annotations

from dialogs import deciding, evaluating
from dialogs.checking import work as checking
from dialogs.drafting import working
from dialogs.forming import work as forming
from dialogs.meeting import work as meeting
from dialogs.work import Work
from plan.track import Sort

WORK: dict[Sort, Work] = {
    "consult": evaluating.WORK,
    "choose": forming.WORK,
    "draft": working.WORK,
    "check": checking.WORK,
    "meet": meeting.WORK,
    "decide": deciding.WORK,
}
