"""The hard check: what looks traceable to a person (C26; decisions 4 and 8)."""

from __future__ import annotations

from collections.abc import Iterator

from plan.checks.active import theme_above
from plan.checks.finding import Check, Hit, Thresholds
from plan.dossier import Dossier
from plan.personal import KINDS, suspects
from plan.personal.words import READ, name_of, without_codes, words
from plan.records import Answer, Record
from plan.text import Text, joined


def _personal_data(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """Every text that people wrote; of an answer the latest, named once per question."""
    coded = without_codes(dossier, suspects)
    named: dict[str, dict[str, Text]] = {}
    where: dict[str, Text] = {}
    for record in _written(dossier):
        for text in words(record):
            for one in suspects(coded(text)):
                named.setdefault(name_of(record), {})[one.kind] = KINDS[one.kind]
                where[name_of(record)] = _where(dossier, record)
    for name, kinds in named.items():
        what = joined(tuple(kinds.values()), ", ")
        fields = {"what": what, "where": where[name]}
        yield Hit(subjects=name, theme=theme_above(dossier, name), fields=fields)


def _where(dossier: Dossier, record: Record) -> Text:
    """So that whoever is to rewrite it can find it."""
    if isinstance(record, Answer):
        words = Text(
            nl="Het antwoord van {org} op vraag {q}", en="The answer of {org} to question {q}"
        )
        return words.fill(org=dossier.organisation_name(record.org), q=record.question)
    return Text(nl="De tekst van {name}", en="The text of {name}").fill(name=name_of(record))


def _written(dossier: Dossier) -> Iterator[Record]:
    for kind in READ:
        yield from dossier.latest_answers if kind is Answer else dossier.all(kind)


PERSONAL_DATA = Check(
    id="C26",
    severity="hard",
    title=Text(nl="Herleidbaar tot een persoon", en="Personal data"),
    message=Text(
        nl="{where} lijkt herleidbaar tot een persoon ({what}). Herschrijven voordat ik het deel?",
        en="{where} looks traceable to a person ({what}). Rewrite it before I share it?",
    ),
    why=Text(
        nl="Een uitvoeringsplan heeft geen gegevens over inwoners nodig en wordt gedeeld.",
        en="A plan needs no data about residents, and it is shared.",
    ),
    action=Text(
        nl="Herschrijf de zin zonder naam, adres of nummer.",
        en="Rewrite the sentence without a name, address or number.",
    ),
    find=_personal_data,
)
