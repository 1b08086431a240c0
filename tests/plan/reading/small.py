"""A plan file of a few lines, made anew for every test."""

from __future__ import annotations

from typing import Any, TypeVar

from plan.reading import PlanFileError, read
from plan.records import Record

R = TypeVar("R", bound=Record)


def bare(**plan: object) -> dict[str, Any]:
    """The least that is a plan."""
    given = {"id": "p1", "title": "Plan", "year": 2027, "track": "follow_up", **plan}
    return {"plan": given, "themes": [{"id": "T1", "title": "Jeugd"}]}


def town() -> dict[str, Any]:
    """A plan with two partners, one theme, one item and two measures."""
    return {
        **bare(),
        "organisations": [
            {"id": "POL", "name": "Politie", "kind": "external", "consulted": True},
            {"id": "OOV", "name": "Team OOV", "kind": "internal"},
        ],
        "people": [{"id": "p-a", "name": "An", "org": "POL"}],
        "meetings": [{"id": "OV1", "name": "Overleg"}],
        "themes": [{"id": "T1", "title": "Jeugd", "items": [item()]}],
    }


def item() -> dict[str, Any]:
    return {
        "id": "T1.1",
        "title": "Overlast",
        "measures": [
            {"id": "M1", "title": "Praten", "lead": {"org": "POL", "person": "p-a"}},
            {"id": "M2", "title": "Kijken", "partners": ["POL", {"org": "OOV", "role": "x"}]},
        ],
    }


def asked(*answers: dict[str, Any], **response: object) -> dict[str, Any]:
    """The town, where the police answered."""
    whole = {"org": "POL", "person": "p-a", "answers": list(answers), **response}
    opened = {"opened_on": "2026-09-14", "deadline": "2026-10-05", "responses": [whole]}
    return {**town(), "evaluation_round": opened}


def records(data: object, kind: type[R]) -> list[R]:
    return [record for record in read(data).records if isinstance(record, kind)]


def refusals(data: object) -> dict[str, str]:
    """What is said, in Dutch, at each path that is wrong."""
    try:
        read(data)
    except PlanFileError as error:
        return {problem.where: problem.sentence.nl for problem in error.problems}
    return {}
