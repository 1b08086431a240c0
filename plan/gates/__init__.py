"""What each step needs before it can close (domain 2.3, 2.4: "Done"), a file per step."""

from plan.gates.check import conditions_settled, partners_checked, remarks_processed
from plan.gates.decision import amendments_worked_in, bodies_decided, partners_agree
from plan.gates.draft import (
    PLANNED_SHARE,
    has_lead_and_period,
    items_have_measures,
    measures_planned,
    mix_checked,
    new_measures_complete,
    no_personal_data,
    old_measures_judged,
    priorities_have_items,
    proposals_answered,
    there_are_measures,
)
from plan.gates.evaluation import (
    SHARE,
    enough_response,
    measures_concluded,
    note_confirmed,
    priority_leads_answered,
    unconcluded,
)
from plan.gates.format import format_frozen, preview_seen
from plan.gates.session import outcomes_processed, points_settled, report_sent

__all__ = [
    "PLANNED_SHARE",
    "SHARE",
    "amendments_worked_in",
    "bodies_decided",
    "conditions_settled",
    "enough_response",
    "format_frozen",
    "has_lead_and_period",
    "items_have_measures",
    "measures_concluded",
    "measures_planned",
    "mix_checked",
    "new_measures_complete",
    "no_personal_data",
    "note_confirmed",
    "old_measures_judged",
    "outcomes_processed",
    "partners_agree",
    "partners_checked",
    "points_settled",
    "preview_seen",
    "priorities_have_items",
    "priority_leads_answered",
    "proposals_answered",
    "remarks_processed",
    "report_sent",
    "there_are_measures",
    "unconcluded",
]
