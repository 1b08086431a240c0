"""How days, periods, numbers and money are written in a document."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

if TYPE_CHECKING:
    from plan.text import Language

LOCALES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}


@lru_cache(maxsize=4096)
def day(when: date, language: Language) -> str:
    """`9 november 2026`."""
    return format_date(when, "d MMMM y", locale=LOCALES[language])


@lru_cache(maxsize=4096)
def short_day(when: date, language: Language) -> str:
    """`9 nov 2026`."""
    return _month(when, "d MMM y", language)


@lru_cache(maxsize=4096)
def period(start: date | None, end: date | None, language: Language) -> str:
    """`feb – jun 2027`, `heel 2027`, `vanaf feb 2027`, `tot en met jun 2027` or nothing."""
    if start and end:
        return _between(start, end, language)
    if start:
        return ("vanaf " if language == "nl" else "from ") + _month(start, "MMM y", language)
    if end:
        return ("tot en met " if language == "nl" else "until ") + _month(end, "MMM y", language)
    return ""


def _between(start: date, end: date, language: Language) -> str:
    if (start.year, start.month, end.month) == (end.year, 1, 12):
        return f"{'heel' if language == 'nl' else 'all of'} {start.year}"
    last = _month(end, "MMM y", language)
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = _month(start, "MMM" if start.year == end.year else "MMM y", language)
    return f"{first} – {last}"


def _month(when: date, pattern: str, language: Language) -> str:
    return format_date(when, pattern, locale=LOCALES[language]).replace(".", "")


@lru_cache(maxsize=4096)
def number(value: float, language: Language) -> str:
    """`1.600` or `2,5`: at most one digit after the comma."""
    return format_decimal(value, format="#,##0.#", locale=LOCALES[language])


@lru_cache(maxsize=4096)
def euros(value: float, language: Language) -> str:
    """`€ 28.000`, whole euros."""
    return format_currency(
        value, "EUR", format="¤ #,##0", locale=LOCALES[language], currency_digits=False
    )


def listed(words: tuple[str, ...] | list[str], language: Language) -> str:
    """`a, b en c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {'en' if language == 'nl' else 'and'} {words[-1]}"
