"""What partners said: it goes with who said it."""

from __future__ import annotations

from plan.erasure.treatment import Rule, rule
from plan.records import (
    Answer,
    BilateralCheck,
    Comment,
    Consent,
    Handover,
    Heaviest,
    Offered,
    Proposal,
    Round,
    Submission,
    Vote,
)
from plan.records.base import Part, Record

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
