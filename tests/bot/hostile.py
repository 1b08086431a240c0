"""What people could write to make a text do something, and a plan that is full of it."""

from __future__ import annotations

import json
import random
from typing import Any

import msgspec

from plan.dossier import Dossier
from plan.erasure.table import RULES
from plan.erasure.treatment import Treatment
from plan.records import Card, Change, Edition, Message, Record, altered
from plan.text import readable

ADDRESS = "https://evil.example/x"
FORMS = (
    f"[klik]({ADDRESS})",
    f"![beeld]({ADDRESS}.png)",
    f"<{ADDRESS}>",
    f"[klik][1]\n\n[1]: {ADDRESS}",
    "<at>all</at>",
    "<at id='0'>Iedereen</at>",
    "{{DATE(2017-02-14T06:08:39Z, LONG)}}",
    "{{{TIME(2017-02-14T06:08:39Z)}}}",
    "${if(true, 'x', 'y')}",
    "**vet** __vet__ *schuin* `code` ~~weg~~",
    "- punt\n- punt",
    "+ een\r\n* twee",
    "1. een\n2) twee",
    "# kop\n## kop",
    "> citaat",
    "| a | b |\n| - | - |",
    "veilig \u202egnitteslleksnaraa\u202c",
    "a\u200bb\u2060c\ufeffd\u00ade",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    f"<a href='{ADDRESS}'>x</a>",
    "javascript:alert(1)",
    "</w:t></w:r><w:r><w:instrText>DDEAUTO x</w:instrText></w:r>",
    "{ INCLUDEPICTURE x }",
    "{{ 7*7 }} {% raw %}",
    "]]> <!ENTITY x SYSTEM 'file:///etc/passwd'> &x;",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\uff1d1+1",
    "x\r\nATTENDEE:mailto:x@evil.example",
    "x\r\nBEGIN:VEVENT\r\nEND:VEVENT",
    "\x00\x01\x1b[31m",
    "\ud83d half",
    "../../etc/passwd",
    "(y) (heart) :-) \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "&lt;b&gt; &amp; &#60;",
    "e\u0301\u0301\u0301",
)
WORDS = {Treatment.PLAN, Treatment.WORDS, Treatment.SAID}
FREE = {
    "Plan": {"together_with"},
    "Municipality": {"centres"},
    "Region": {"police_unit", "police_district", "base_team", "municipalities"},
    "Measure": {"regional_lead"},
    "CollectiveSession": {"time", "link"},
    "Answer": {"shared_from"},
    "Offered": {"municipality"},
    "Sharing": {"municipality"},
}
"""What somebody wrote too, though it says nothing of a person."""
SELDOM = {"value", "body", "role"}
"""What is mostly one of a few words, on which it depends what is asked next."""
MEANT = {"talk", "new_contact"}
"""The kinds of messages whose text somebody wrote."""
LONG = "w" * 5_000


def payload(chance: random.Random) -> str:
    """One or more of these, with or without words around them."""
    parts = chance.sample(FORMS, chance.randint(1, 2))
    around = chance.choice(("{}", "{} en meer", "Let op: {}", "a\n{}\nb"))
    return around.format(chance.choice(("", " ", "\n")).join(parts))


def heard(words: str) -> str:
    """As it is after the entrance, or after reading it from a file."""
    return readable(words).strip()


def hostile(dossier: Dossier, chance: random.Random) -> Dossier:
    """The same plan, in which every text that somebody can write is one of these."""
    return Dossier(_spoilt(record, chance) for record in dossier.records())


def _spoilt(record: Record, chance: random.Random) -> Record:
    if isinstance(record, Card | Edition):
        return record
    if isinstance(record, Message) and record.kind not in MEANT:
        return record
    if isinstance(record, Change):
        was, became = (
            _said(json.loads(one or "{}"), chance) for one in (record.was, record.became)
        )
        return altered(record, was=json.dumps(was), became=json.dumps(became))
    body = _each(type(record), msgspec.to_builtins(record), chance)
    return msgspec.convert(body, type(record), strict=False)


def _each(kind: type[Any], body: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """With every free text filled, those that were empty too."""
    found = dict(body)
    for field in msgspec.structs.fields(kind):
        name, value, how = field.name, body.get(field.name), RULES[kind].fields[field.name]
        if isinstance(how, type):
            parts = value if isinstance(value, list) else [value]
            made = [_each(how, one, chance) if isinstance(one, dict) else one for one in parts]
            if value is not None:
                found[name] = made if isinstance(value, list) else made[0]
        elif _is_free(kind, field, how):
            absent = {"tuple": [""], "dict": {}}.get(str(field.type).partition("[")[0])
            found[name] = _said(value if value else absent, chance, seldom=name in SELDOM)
    return found


def _is_free(kind: type[Any], field: msgspec.structs.FieldInfo, how: Treatment) -> bool:
    written = how in WORDS or field.name in FREE.get(kind.__name__, ())
    return written and "str" in str(field.type)


def _said(value: Any, chance: random.Random, *, seldom: bool = False) -> Any:
    """The same with one of these in each place."""
    if isinstance(value, dict):
        return {key: _said(one, chance) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_said(one, chance) for one in value]
    if not isinstance(value, str | None) or (seldom and (not value or chance.random() < 0.8)):
        return value
    return LONG if chance.random() < 0.01 else heard(payload(chance)) or "x"
