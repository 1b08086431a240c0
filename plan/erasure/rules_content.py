"""What the plan says: it stays, without the people."""

from __future__ import annotations

from plan.erasure.treatment import Rule, rule
from plan.records import (
    ActionItem,
    Capacity,
    Fact,
    FreeDays,
    GuidingPrinciple,
    IndicatorGoal,
    Ivp,
    IvpTheme,
    Lead,
    MainLine,
    Material,
    Measure,
    Meeting,
    Milestone,
    Municipality,
    Organisation,
    Partnership,
    Person,
    Plan,
    PlanFormat,
    Planned,
    Planning,
    Region,
    Theme,
    YearOfHistory,
)
from plan.records.base import Part, Record

CONTENT: dict[type[Record | Part], Rule] = {
    Plan: rule(
        keep="key year track ivp_year_number duration_years functions version reference_date "
        "together_with previous language loaded_at begun_by "
        "messages_per_week",
        plan="title",
        duty="coordinator portfolio_holder decision_makers readers",
        within={
            "municipality": Municipality,
            "ivp": Ivp,
            "region": Region,
            "format": PlanFormat,
            "free_days": FreeDays,
            "calendar": Planned,
        },
    ),
    FreeDays: rule(keep="good_friday liberation_day own schools"),
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
