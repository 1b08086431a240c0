"""What becomes of every field of every record when a person or an organisation is erased.

A test fails on a class or a field that is not here, until somebody decides. What was decided and
why: docs/decisions/0029.
"""

from __future__ import annotations

from plan.erasure.treatment import Rule, rule
from plan.records import (
    ActionItem,
    Address,
    Answer,
    BilateralCheck,
    Capacity,
    Card,
    Change,
    Closed,
    CollectiveSession,
    Comment,
    Concluded,
    Confirmed,
    Consent,
    DecisionStep,
    Desk,
    DiscussionPoint,
    Dismissal,
    Edition,
    Errand,
    Event,
    Fact,
    GuidingPrinciple,
    Handover,
    Heaviest,
    IndicatorGoal,
    Ivp,
    IvpTheme,
    Lead,
    MainLine,
    Material,
    Measure,
    Meeting,
    Message,
    Milestone,
    Municipality,
    Offered,
    Organisation,
    Outcome,
    Partnership,
    Person,
    Plan,
    PlanFormat,
    Planned,
    Planning,
    Proposal,
    Region,
    Round,
    Seating,
    Sharing,
    Submission,
    Table,
    Team,
    Theme,
    Unfinished,
    Vote,
    Wish,
    YearOfHistory,
)
from plan.records.base import Part, Record

CONTENT: dict[type[Record | Part], Rule] = {
    Plan: rule(
        keep="key year track ivp_year_number duration_years functions version reference_date "
        "together_with previous language loaded_at begun_by",
        plan="title",
        duty="coordinator portfolio_holder decision_makers readers",
        within={
            "municipality": Municipality,
            "ivp": Ivp,
            "region": Region,
            "format": PlanFormat,
            "calendar": Planned,
        },
    ),
    Municipality: rule(keep="id inhabitants centres", plan="name character"),
    Region: rule(
        keep="police_unit police_district base_team municipalities shared_ivp", plan="note"
    ),
    Ivp: rule(
        keep="start end adopted_on plan_cycle_years",
        plan="title adopted_by",
        within={"guiding_principles": GuidingPrinciple},
    ),
    GuidingPrinciple: rule(keep="id", plan="text"),
    MainLine: rule(keep="id", plan="text"),
    PlanFormat: rule(
        keep="preset columns narrative_words looks_back capacity_visible budget_visible locked_at "
        "partner_pages",
        words="reason",
    ),
    Planned: rule(keep="step start end", plan="name"),
    IvpTheme: rule(
        keep="key field category scope", plan="title goal", within={"main_lines": MainLine}
    ),
    Theme: rule(
        keep="key order field category scope cross_links columns",
        plan="title goal narrative look_back cross_links_note",
        duty="owner",
        within={"indicators": IndicatorGoal},
    ),
    IndicatorGoal: rule(plan="text baseline target"),
    ActionItem: rule(
        keep="key theme order ivp_line principles",
        plan="title desired_effect why_this_cluster gap_reason",
        duty="item_owner",
    ),
    Measure: rule(
        keep="key item order decision budget_eur chain_phase target reach instrument evidence "
        "scope regional_lead source visibility depends_on",
        plan="title description decision_reason funding result indicator evidence_note "
        "good_practices",
        by_org="commitment",
        within={
            "lead": Lead,
            "partners": Partnership,
            "planning": Planning,
            "milestones": Milestone,
            "capacity": Capacity,
            "history": YearOfHistory,
        },
    ),
    Lead: rule(keep="org", duty="person"),
    Partnership: rule(keep="org role"),
    Planning: rule(keep="start end", plan="cadence"),
    Milestone: rule(keep="when", plan="text"),
    Capacity: rule(keep="org hours"),
    YearOfHistory: rule(keep="year progress effect light", plan="note"),
    Organisation: rule(keep="key kind consulted capacity_hours", plan="name"),
    Person: rule(
        of_person="key",
        of_org="org",
        keep="key org tenant object_id",
        plan="name role email phone",
    ),
    Meeting: rule(keep="key", plan="name frequency"),
    Fact: rule(keep="key theme trend", plan="text source"),
    Material: rule(keep="key kind theme", plan="title text"),
}
"""What the plan says: it stays, without the people."""

ASKED: dict[type[Record | Part], Rule] = {
    Round: rule(
        keep="key step number opened_at deadline extended_to partners", plan="silence moments"
    ),
    Submission: rule(of_org="org", keep="round org at", path="key", person="by"),
    Handover: rule(
        of_person="to", of_org="org", keep="round org topic at", path="key", person="to by"
    ),
    Answer: rule(
        of_person="by",
        of_org="org",
        keep="round org question subject number at source shared_from",
        path="key",
        plan="value text more",
        person="by asked_by",
    ),
    Proposal: rule(
        of_org="by",
        joint="by",
        keep="item status becomes",
        path="key answer",
        plan="title text",
        words="reason",
    ),
    BilateralCheck: rule(
        of_org="org",
        keep="round org held_on form commitment silent escalated_at",
        path="key",
        person="escalated_by",
    ),
    Comment: rule(
        of_person="by",
        of_org="org",
        keep="key round org subject disposition replied_at at kind processed_at",
        path="answer",
        plan="text",
        words="reply",
        person="by processed_by",
    ),
    Offered: rule(
        of_org="org",
        keep="round org question subject number plan municipality at",
        path="key",
        plan="value text more",
    ),
    Heaviest: rule(of_person="by", of_org="key", keep="points at", path="key", person="by"),
    Vote: rule(of_person="by", of_org="org", keep="point org choice at", path="key", person="by"),
    Consent: rule(
        of_person="by",
        of_org="org",
        keep="kind subject org asked_at answer at",
        path="key",
        plan="remark",
        person="by",
    ),
}
"""What partners said: it goes with who said it."""

DECIDED: dict[type[Record | Part], Rule] = {
    CollectiveSession: rule(
        keep="key day time link invited planned_at agenda_at began_at ended_at present",
        plan="place",
        duty="chair facilitator",
    ),
    DiscussionPoint: rule(
        keep="key subjects kind minutes order read_at session", words="question why motion"
    ),
    Outcome: rule(
        keep="key point votes due parked at processed_at done_at",
        plan="decision",
        duty="owner",
        person="by",
    ),
    DecisionStep: rule(
        keep="key order day deadline role decision amended skipped decided_on at",
        plan="body reference text",
        person="by",
    ),
    Concluded: rule(keep="key progress effect at", person="by"),
    Confirmed: rule(path="key", keep="at", person="by"),
    Dismissal: rule(keep="check subject at", path="key", words="reason", person="by"),
    Closed: rule(
        keep="key step at reopened_at", words="why reopened_why", person="by reopened_by"
    ),
    Event: rule(
        keep="what at", path="key subject", person="who", said="before after", org="on_behalf_of"
    ),
    Change: rule(
        keep="kind at undone_at",
        path="key subject because",
        changed="was became",
        person="by undone_by",
    ),
    Edition: rule(keep="key at", words="why", person="by", edition="content"),
}
"""What was decided, and the trace of it: it stays under a pseudonym."""

POST: dict[type[Record | Part], Rule] = {
    Table: rule(of_person="key", path="key asked", keep="org round typing heard skipped"),
    Card: rule(
        of_person="to",
        keep="key dialog conversation verbs inputs issued_at state",
        path="about",
        person="to",
        words="outcome",
    ),
    Message: rule(
        of_person="to went_to",
        of_org="org",
        keep="kind due made_at request org sent_at failed needless",
        path="key",
        person="to went_to",
        words="text",
    ),
    Wish: rule(
        of_person="key", path="key", keep="snoozed_until stand_in_until stopped", duty="stand_in"
    ),
    Sharing: rule(
        of_org="org",
        keep="round org plan municipality with_round with_org leads told_after open_there "
        "done_there sent_there told_there apart",
        path="key",
    ),
    Errand: rule(keep="key"),
    Team: rule(keep="key reference at", plan="name", person="by"),
    Desk: rule(shared="key plans current language"),
    Address: rule(shared="key reference at"),
    Seating: rule(shared="key"),
    Unfinished: rule(shared="key source at"),
}
"""What went between the assistant and people."""

RULES: dict[type[Record | Part], Rule] = {**CONTENT, **ASKED, **DECIDED, **POST}
