"""What went between the assistant and people."""

from __future__ import annotations

from plan.erasure.treatment import Rule, rule
from plan.records import (
    Address,
    Alias,
    Card,
    Delivered,
    Desk,
    Entry,
    Errand,
    Message,
    OfferedPaper,
    PlanFormat,
    Seating,
    Sharing,
    Table,
    Team,
    Typed,
    Unfinished,
    Wish,
)
from plan.records.base import Part, Record

POST: dict[type[Record | Part], Rule] = {
    Table: rule(
        of_person="key",
        path="key asked skipped",
        keep="org round typing heard put_at",
        within={"typed": Typed},
    ),
    Typed: rule(path="field", keep="message round org at"),
    Card: rule(
        of_person="to",
        keep="key dialog conversation verbs inputs several dates issued_at state pressed heard "
        "after before",
        path="about choices",
        person="to",
        words="outcome",
    ),
    Delivered: rule(of_person="who", keep="key at sent changed answered", person="who"),
    Message: rule(
        of_person="to went_to",
        of_org="org",
        keep="kind due made_at request org sent_at activity failed ended_at needless deadline "
        "tries tried_at sending ambiguous again_at not_before code",
        path="key",
        person="to went_to",
        words="text",
    ),
    Wish: rule(
        of_person="key",
        path="key",
        keep="snoozed_until stand_in_until stopped left_at",
        duty="stand_in",
    ),
    Sharing: rule(
        of_org="org",
        keep="round org plan municipality with_round with_org leads told_after open_there "
        "done_there sent_there told_there apart",
        path="key",
    ),
    Errand: rule(keep="key"),
    Team: rule(
        keep="key reference at blocked team gone gone_at", plan="name team_name", person="by"
    ),
    Desk: rule(shared="key plans current language"),
    Address: rule(shared="key reference at joined_at left_at blocked"),
    Seating: rule(shared="key begun_by"),
    OfferedPaper: rule(
        shared="key plan part kind language at to taken", within={"form": PlanFormat}
    ),
    Entry: rule(keep="key at actor action object result origin hash"),
    # With the alias goes the only thing that leads from a line to a person.
    Alias: rule(of_person="key", person="key", keep="salt"),
    Unfinished: rule(shared="key source at"),
}
