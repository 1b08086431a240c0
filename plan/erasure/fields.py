"""One field after another, by its treatment."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from plan.erasure.table import RULES
from plan.erasure.treatment import Treatment
from plan.erasure.whom import GONE, Body, Whom
from plan.records import RECORDS

KINDS = {kind.__name__: kind for kind in RECORDS}
_BETWEEN = re.compile(r"([/,;]\s*)")


def treated(kind: type[Any], body: Body, who: Whom, *, about: bool = False) -> Body:
    """The fields of a record, or of a part of one, without whoever is erased.

    about: whether the record itself tells of what they said.
    """
    rule = RULES[kind]
    after: Body = {}
    for name, value in body.items():
        how = rule.fields[name]
        if isinstance(how, type):
            after[name] = _parts(value, partial(treated, how, who=who))
            continue
        kept = _treated(how, value, who, body, about=about)
        if kept is not None or value is None:
            after[name] = kept
    return after


def _treated(how: Treatment, value: Any, who: Whom, body: Body, *, about: bool) -> Any:
    match how:
        case Treatment.KEEP | Treatment.EDITION | Treatment.SHARED:
            return value
        case Treatment.DUTY:
            return _without(value, who)
        case Treatment.JOINT:
            return [org for org in value if org not in who.orgs]
        case Treatment.BY_ORG:
            return {org: said for org, said in value.items() if org not in who.orgs}
        case Treatment.CHANGED:
            return _changed(value, KINDS[body["kind"]], who)
        case Treatment.SAID if about and value:
            return GONE
        case _:
            return _each(value, lambda text: _WORDS[how](text, who))


def named(text: str, who: Whom) -> str:
    """With a pseudonym for each name."""
    if who.naming is None:
        return text
    return who.naming.sub(who.named, text)


def quoted(text: str, who: Whom) -> str:
    """With neither names nor quotations."""
    for said in who.quotations:
        text = text.replace(said, GONE)
    return named(text, who)


def path(text: str, who: Whom) -> str:
    """With a pseudonym for each key in it."""
    if text in who.gone:
        return who.gone[text]
    return "".join(who.key(piece) for piece in _BETWEEN.split(text))


def pieces(text: str) -> list[str]:
    """The keys in a composed one."""
    return _BETWEEN.split(text)[::2]


def _said(text: str, who: Whom) -> str:
    return path(quoted(text, who), who)


_WORDS: dict[Treatment, Callable[[str, Whom], str]] = {
    Treatment.PLAN: named,
    Treatment.WORDS: quoted,
    Treatment.SAID: _said,
    Treatment.PATH: path,
    Treatment.PERSON: lambda key, who: who.people.get(key) or who.orgs.get(key) or key,
    Treatment.ORG: lambda key, who: who.orgs.get(key, key),
}


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """`change` for every text in a field."""
    if isinstance(value, list):
        return [_each(one, change) for one in value]
    if isinstance(value, dict):
        return {name: _each(one, change) for name, one in value.items()}
    return change(value) if isinstance(value, str) else value


def _parts(value: Any, change: Callable[[Body], Body]) -> Any:
    """`change` for the part of a record in a field, or for each of them."""
    if isinstance(value, list):
        return [change(part) for part in value]
    return value if value is None else change(value)


def _without(value: Any, who: Whom) -> Any:
    """Nobody for who is erased; None says that the field is to go."""
    if isinstance(value, list):
        return [key for key in value if key not in who.people]
    return None if value in who.people else value


def _changed(written: str, kind: type[Any], who: Whom) -> str:
    if not written:
        return written
    return json.dumps(treated(kind, json.loads(written), who), ensure_ascii=False, sort_keys=True)
