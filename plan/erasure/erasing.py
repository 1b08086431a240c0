"""A plan without what a person or an organisation said, its register whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plan.erasure.fields import KINDS, path, pieces, treated
from plan.erasure.table import RULES
from plan.erasure.whom import GONE, QUOTED, Bodies, Body, Whom

Dropped = dict[str, set[str]]
"""Keys of what goes, by class."""

COPIES = ("Offered", "Answer")


class UnknownKindError(Exception):
    """There is something in it of which nobody decided what erasure does."""


def erased(bodies: Bodies, who: Whom) -> Bodies:
    """What is left of a plan. Raises UnknownKindError for what a newer program kept."""
    _refuse_unknown(bodies)
    dropped = _dropped(bodies, who)
    known = replace(who, said=frozenset(_said(bodies, dropped)), gone=_gone(dropped, who))
    return _left(bodies, dropped, known)


def _left(bodies: Bodies, dropped: Dropped, who: Whom) -> Bodies:
    left: Bodies = {}
    told = _told(bodies, dropped, who)
    for name, records in bodies.items():
        left[name] = {}
        for key, body in records.items():
            if key in dropped[name]:
                continue
            about = name == "Event" and _is_about(body, dropped, who)
            after = treated(KINDS[name], body, who, about=about)
            if name == "Event" and (body["subject"], body.get("before")) in told:
                after["before"] = GONE
            if name == "Edition" and body.get("content"):
                after["content"] = _edition(body["content"], who)
            left[name][after["key"]] = after
    return left


def _edition(content: str, who: Whom) -> str:
    """What was adopted, erased like the plan; written as `plan.editions` does."""
    found: dict[str, list[Body]] = json.loads(content)
    bodies = {name: {body["key"]: body for body in each} for name, each in found.items()}
    left = _left(bodies, _dropped(bodies, who), who)
    written = {name: list(each.values()) for name, each in left.items() if each}
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _dropped(bodies: Bodies, who: Whom) -> Dropped:
    """What belongs to whom is erased, and then what came of it or still asks about it."""
    found = {
        name: {key for key, body in records.items() if _belongs(name, body, who)}
        for name, records in bodies.items()
    }
    answers, proposals = found.get("Answer", set()), found.get("Proposal", set())
    for key, body in bodies.get("Proposal", {}).items():
        if body.get("answer") in answers:
            proposals.add(key)
    for key, body in bodies.get("Change", {}).items():
        if body["kind"] == "Proposal" and body["subject"] in proposals:
            found["Change"].add(key)
    keys = {key for each in found.values() for key in each} | who.people.keys() | who.orgs.keys()
    for key, body in bodies.get("Card", {}).items():
        # A receipt repeats what was said, so it goes with all others.
        if body.get("state") == "used" or keys & set(_asked_about(body)):
            found["Card"].add(key)
    return found


def _belongs(name: str, body: Body, who: Whom) -> bool:
    if name in COPIES and copied(body, who):
        return True
    rule = RULES[KINDS[name]]
    return any(_all_of(body.get(field), who.people) for field in rule.of_person) or any(
        _all_of(body.get(field), who.orgs) for field in rule.of_org
    )


def copied(body: Body, who: Whom) -> bool:
    """Whether another plan passed it on; this plan need not know who said it."""
    return (body.get("shared_from") or body.get("plan"), body.get("at")) in who.told


def _all_of(value: Any, erased: dict[str, str]) -> bool:
    values = value if isinstance(value, list) else [value]
    return bool(values) and all(one in erased for one in values)


def _asked_about(card: Body) -> Iterator[str]:
    for value in card.get("about", {}).values():
        yield value
        yield from pieces(value)


def _is_about(event: Body, dropped: Dropped, who: Whom) -> bool:
    """Whether a line of the register is about somebody who is erased, or what they said."""
    subject = event["subject"]
    named = {event["who"], event.get("on_behalf_of"), subject, *pieces(subject)}
    gone = any(subject in keys for keys in dropped.values())
    return gone or bool(named & (who.people.keys() | who.orgs.keys()))


def _told(bodies: Bodies, dropped: Dropped, who: Whom) -> set[tuple[str, str]]:
    """What was said of what: who changed it afterwards has it as what it was before."""
    events = bodies.get("Event", {}).values()
    about = (event for event in events if _is_about(event, dropped, who))
    return {(event["subject"], event["after"]) for event in about if event.get("after")}


def _said(bodies: Bodies, dropped: Dropped) -> Iterator[str]:
    """The texts among what goes, long enough to be known again."""
    for name in ("Answer", "Comment", "Proposal", "Consent", "Offered"):
        for key in dropped.get(name, ()):
            body = bodies[name][key]
            found = (body.get(field) for field in ("value", "text", "title", "remark"))
            for text in (*found, *body.get("more", {}).values()):
                if isinstance(text, str) and len(text.strip()) >= QUOTED:
                    yield text.strip()


def _gone(dropped: Dropped, who: Whom) -> dict[str, str]:
    """Proposals have the organisation in their key: `OND-D3-1-evaluation-1`."""
    found = {}
    for key in dropped.get("Proposal", ()):
        new = "-".join(path(piece, who) for piece in key.split("-"))
        found[key] = new
    return {key: new for key, new in found.items() if key != new}


def _refuse_unknown(bodies: Bodies) -> None:
    for name, records in bodies.items():
        known = set(RULES[KINDS[name]].fields) if name in KINDS else set()
        for key, body in records.items():
            if strange := body.keys() - known:
                field = min(strange)
                raise UnknownKindError(f"{name} {key!r}: {field}")
