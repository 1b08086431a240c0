"""Numbers that belong to one person: account, phone, BSN and licence plate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan.personal.suspect import Suspect

_IBAN_START = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2})\d{2}[ .]?(?=[A-Za-z0-9])")
_IBAN_LENGTHS = (
    "NO15 BE16 DK18 FI18 NL18 SI19 AT20 EE20 LT20 LU20 CH21 HR21 LV21 BG22 DE22 GB22 IE22 CZ24 "
    "ES24 RO24 SE24 SK24 PT25 TR26 FR27 GR27 IT27 CY28 HU28 PL28 MT31"
)
_IBANS = {
    country: re.compile(rf"(?:[A-Za-z0-9][ .]?){{{int(length) - 1}}}[A-Za-z0-9](?![A-Za-z0-9])")
    for country, length in re.findall(r"([A-Z]{2})(\d\d)", _IBAN_LENGTHS)
}

_PHONE = re.compile(
    r"(?<![\w+])(?:(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?|\(?0)[1-9](?:[ .()/-]{0,3}\d){8}(?!\d)"
)

_BSN = re.compile(
    r"(?<![\d.,/+-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![\d-]|[.,]\d)"
)
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_MONEY_BEFORE = re.compile(r"(?:€|eur|euro)\s?$", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s?(?:€|eur\b|euro\b)", re.IGNORECASE)

_GROUPED_PLATE = re.compile(
    r"(?<![\w-])([A-Za-z]{1,3}|\d{1,3})-([A-Za-z]{2,3}|\d{2,3})-(\w{1,3})(?![\w-])"
)
_PLATE = re.compile(
    "LLDDDD|DDDDLL|DDLLDD|LLDDLL|LLLLDD|DDLLLL|DDLLLD|DLLLDD|LLDDDL|LDDDLL|LLLDDL|LDDLLL|DLLDDD"
    "|DDDLLD"
)
_JOINED_PLATE = re.compile(r"\b(?=[A-Z0-9]{6}\b)[A-Z]{0,3}\d[A-Z0-9]{2,5}\b")
_SPACED_PLATE = re.compile(
    r"[Kk]enteken(?:s|nummer)?:? (?:is )?([A-Za-z0-9]{1,3} [A-Za-z0-9]{2,3} [A-Za-z0-9]{1,3})\b"
)
_WORDS = frozenset(("op", "en", "of", "in", "na", "te", "om", "uit", "van", "per", "tot", "aan"))
_YEAR_CODES = ("LLDDDD", "DDDDLL")
"""Shapes that a code with a year in it has too, such as UP2027."""


def ibans(text: str) -> Iterator[Suspect]:
    """Account numbers whose check digits are right (ISO 13616, modulo 97)."""
    for start in _IBAN_START.finditer(text):
        whole = _IBANS.get(start[1].upper())
        match = whole.match(text, start.start()) if whole else None
        if match and _mod_97(match[0].replace(" ", "").replace(".", "")) == 1:
            yield Suspect("iban", match.start(), match.end())


def _mod_97(iban: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97


def phones(text: str) -> Iterator[Suspect]:
    """Dutch numbers of ten digits; 112, 0800 and 0900 numbers are shorter or longer."""
    for match in _PHONE.finditer(text):
        yield Suspect("phone", match.start(), match.end())


def bsns(text: str) -> Iterator[Suspect]:
    """Nine digits that pass the eleven-check, and no amount of money."""
    for match in _BSN.finditer(text):
        digits = [int(sign) for sign in match[0] if sign.isdigit()]
        total = sum(digit * weight for digit, weight in zip(digits, _BSN_WEIGHTS, strict=True))
        before = text[max(0, match.start() - 6) : match.start()]
        money = _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, match.end())
        if any(digits) and total % 11 == 0 and not money:
            yield Suspect("bsn", match.start(), match.end())


def plates(text: str) -> Iterator[Suspect]:
    """Dutch licence plates, with hyphens, written as one, or after the word kenteken."""
    for match in _GROUPED_PLATE.finditer(text):
        if _PLATE.fullmatch(_shape("".join(match.groups()))) and _WORDS.isdisjoint(match.groups()):
            yield Suspect("plate", match.start(), match.end())
    for match in _JOINED_PLATE.finditer(text):
        shape = _shape(match[0])
        if _PLATE.fullmatch(shape) and shape not in _YEAR_CODES:
            yield Suspect("plate", match.start(), match.end())
    for match in _SPACED_PLATE.finditer(text):
        if _PLATE.fullmatch(_shape(match[1].replace(" ", ""))):
            yield Suspect("plate", match.start(1), match.end(1))


def _shape(plate: str) -> str:
    """L for a letter, D for a digit."""
    return "".join("D" if sign.isdigit() else "L" for sign in plate)
