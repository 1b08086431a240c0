"""What people could write to make a text do something, and a plan that is full of it."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from plan.dossier import Dossier
from plan.erasure.table import RULES
from plan.erasure.treatment import Treatment
from plan.records import Record
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


def payload(chance: random.Random) -> str:
    """One or more of these, with or without words around them."""
    parts = chance.sample(FORMS, chance.randint(1, 2))
    around = chance.choice(("{}", "{} en meer", "Let op: {}", "a\n{}\nb"))
    return around.format(chance.choice(("", " ", "\n")).join(parts))


def heard(words: str) -> str:
    """As it is after the entrance, or after reading it from a file."""
    return readable(words).strip()


def hostile(dossier: Dossier, chance: random.Random) -> Dossier:
    """The same plan, in which every text that somebody wrote is one of these."""
    return Dossier(_spoilt(record, chance) for record in dossier.records())


def _spoilt(record: Record, chance: random.Random) -> Record:
    body = _each(type(record), msgspec.to_builtins(record), chance)
    return msgspec.convert(body, type(record), strict=False)


def _each(kind: type[Any], body: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    found = {}
    for name, value in body.items():
        how = RULES[kind].fields[name]
        if isinstance(how, type):
            parts = value if isinstance(value, list) else [value]
            made = [_each(how, one, chance) if isinstance(one, dict) else one for one in parts]
            found[name] = made if isinstance(value, list) else made[0]
        elif isinstance(value, str) and (how in WORDS or name in ("name", "title")):
            found[name] = heard(payload(chance))
        else:
            found[name] = value
    return found
