"""Finds what in a text looks traceable to a person (decision 8); it marks, people judge.

The texts of a plan need no personal data of inhabitants. Work addresses are fine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from plan.personal.addresses import addresses
from plan.personal.numbers import bsns, ibans, phones, plates
from plan.personal.people import birth_dates, families, initials_with_age, private_mail
from plan.personal.suspect import Suspect
from plan.text import Text

__all__ = ["KINDS", "Suspect", "suspects"]

KINDS: dict[str, Text] = {
    "iban": Text(nl="rekeningnummer", en="bank account number"),
    "email": Text(nl="privé-e-mailadres", en="private e-mail address"),
    "phone": Text(nl="telefoonnummer", en="phone number"),
    "bsn": Text(nl="burgerservicenummer", en="citizen service number (BSN)"),
    "plate": Text(nl="kenteken", en="licence plate"),
    "birth_date": Text(nl="geboortedatum", en="date of birth"),
    "address": Text(nl="adres met huisnummer", en="address with a house number"),
    "family": Text(nl="naam van een familie", en="name of a family"),
    "initials_age": Text(nl="initialen met leeftijd", en="initials with an age"),
}

_FINDERS: tuple[Callable[[str], Iterable[Suspect]], ...] = (
    ibans,
    private_mail,
    phones,
    bsns,
    plates,
    birth_dates,
    addresses,
    families,
    initials_with_age,
)
"""The surest first: where two overlap, the first one counts."""

_WORTH_A_LOOK = re.compile(r"\d|@|fam|gezin|echtpaar", re.IGNORECASE)
"""Everything suspect has one of these; most sentences of a plan have none."""


def suspects(text: str) -> tuple[Suspect, ...]:
    """The suspect passages in the order of the text, without overlap.

    Takes time in proportion to the text, whatever stands in it.
    """
    if not _WORTH_A_LOOK.search(text):
        return ()
    found: list[Suspect] = []
    taken = bytearray(len(text))
    for finder in _FINDERS:
        for one in finder(text):
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))
