"""The route as a card showed it, as it is now, and as it was filled in."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.clashing import remembered, seal
from dialogs.deciding.words import NO, YES
from dialogs.turn import Said
from plan.dossier import Dossier
from plan.records import DecisionStep
from plan.route import done, meets, papers_due, route


def sealed(dossier: Dossier) -> str:
    """What a card remembers of every body."""
    return ",".join(f"{body.key}={_seal(_shown(dossier, body))}" for body in route(dossier))


def only(said: Said, bodies: set[str]) -> dict[str, str]:
    """What was filled in for these bodies."""
    return {id_: v for id_, v in said.inputs.items() if id_.partition("/")[2] in bodies}


def _shown(dossier: Dossier, body: DecisionStep) -> dict[str, str]:
    """What the card says of a body when nothing was filled in."""
    meeting, due = meets(dossier, body), papers_due(dossier, body)
    return {
        "on": NO if body.skipped else YES,
        "day": meeting.isoformat() if meeting else "",
        "due": due.isoformat() if due else "",
    }


def _seal(shown: Mapping[str, str]) -> str:
    return seal(tuple(shown.values()))


def _says(said: Said, body: DecisionStep, now: Mapping[str, str]) -> dict[str, str]:
    return {name: said.inputs.get(f"{name}/{body.key}", value) for name, value in now.items()}


def _touched(said: Said, body: DecisionStep, now: Mapping[str, str]) -> bool:
    """Whether the card says something else of it than it showed."""
    return f"{body.key}={_seal(_says(said, body, now))}" not in remembered(said)


def renewed(dossier: Dossier, said: Said) -> dict[str, str]:
    """What was filled in; of a body that nobody touched what is there now."""
    given = dict(said.inputs)
    for body in route(dossier):
        now = _shown(dossier, body)
        if not _touched(said, body, now):
            given |= {f"{name}/{body.key}": value for name, value in now.items()}
    return given


def clashing(dossier: Dossier, said: Said) -> set[str]:
    """The bodies that are changed here and were changed by somebody else meanwhile."""
    found = set()
    for body in route(dossier):
        if done(body):
            continue
        now = _shown(dossier, body)
        moved = f"{body.key}={_seal(now)}" not in remembered(said)
        if moved and _touched(said, body, now) and _says(said, body, now) != now:
            found.add(body.key)
    return found
