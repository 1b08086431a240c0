"""Words that point at one person: birth date, family, initials with an age, private mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan.personal.suspect import Suspect

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?<![\d./-])(?:(?:0?[1-9]|[12]\d|3[01])(?:([-/.])(?:0?[1-9]|1[0-2])\1| {_MONTH} )"
    r"(?P<year>(?:19|20)\d\d|'?\d\d)|(?P<first>(?:19|20)\d\d)-[01]\d-[0-3]\d)(?![\d-])",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:\bgeboren|\bgeb\.?|\bgeboorted\w*|\bgebdatum)[^.!?\d]{0,20}$", re.IGNORECASE
)
_BORN_AFTER = re.compile(r"[ ,]{0,2}\(?(?:geboren|geboorted|geb\.)", re.IGNORECASE)
_OF_A_RULE = re.compile(
    r"(?:\b(?:wet|besluit|brief|sinds|vanaf|per|tot|t/m|d\.d\.|op|en|vóór|voor|na|verordening"
    r"|arrest|uitspraak|circulaire|convenant)(?: van)?(?: de)?|[-\u2013]) ?$",
    re.IGNORECASE,
)
_OLDEST, _YOUNGEST = 1920, 2015
"""A full date in these years, with no rule or decision before it, is likely a birth date."""

_PARTICLE = r"(?:(?:[Vv]an|[Dd]e[nr]?|[Hh]et|[Tt]e[nr]?|[EeAa]l|in|op|'t|[Ll][ae])\s){0,3}"
_FAMILY = re.compile(
    r"\b(?:[Ff]amilie|[Ff]am\.|[Gg]ezin|[Ee]chtpaar|FAMILIE)\s"
    rf"(?:{_PARTICLE}[A-ZÀ-Þ](?:\.|[\w'\u2019-]{{0,30}})|[a-z]\.)(?!\w)"
)

_INITIALS = r"(?<![\w.])(?:[A-Z]\.[ -]?){1,4}"
_SURNAME = r"(?:(?:van|de|den|der|el)\s){0,3}(?:[A-Z]\.?)?"
_AGED = re.compile(
    rf"{_INITIALS}{_SURNAME},? ?(?:\((?:van )?\d{{1,2}}(?: ?(?:jaar|jr|j)\.?)?(?: oud)?[),;]"
    r"|(?:is |van |was )?\d{1,2}[ -]?(?:jaar|jr\b|j\.))"
)
_AGED_BEFORE = re.compile(rf"\b\d{{1,2}}-jarige (?:[a-z]{{2,20}} ){{0,2}}{_INITIALS}")
_COMPANY = re.compile(r"(?:B\.V|N\.V|V\.O\.F)\.")

_PRIVATE_MAIL = re.compile(
    r"@(?:[a-z0-9-]{1,30}\.)?(?:gmail|googlemail|hotmail|outlook|live|msn|ziggo|kpnmail|kpnplanet|icloud"
    r"|me|mac|yahoo|ymail|xs4all|planet|home|hetnet|upcmail|casema|chello|tele2|telfort|quicknet"
    r"|caiway|solcon|zonnet|online|proton|protonmail|pm|gmx|tutanota|mail|wanadoo|versatel"
    r"|freeler|zeelandnet|aol|hotmail-int|t-mobilethuis|kabelfoon|onsbrabantnet|skynet|telenet)"
    r"\.(?:com|nl|net|org|be|de|fr|eu|me|co\.uk)(?![\w-]|\.[a-z])",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"[\w.%+-]{1,64}$")


def birth_dates(text: str) -> Iterator[Suspect]:
    """A date said to be somebody's birth, or a full date long before any plan."""
    for match in _DATE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        said = _BORN.search(before) or _BORN_AFTER.match(text, match.end())
        year = (match["year"] or match["first"]).lstrip("'")
        old = len(year) == 4 and _OLDEST <= int(year) <= _YOUNGEST
        if said or (old and not _OF_A_RULE.search(before)):
            yield Suspect("birth_date", match.start(), match.end())


def families(text: str) -> Iterator[Suspect]:
    for match in _FAMILY.finditer(text):
        yield Suspect("family", match.start(), match.end())


def initials_with_age(text: str) -> Iterator[Suspect]:
    for pattern in (_AGED, _AGED_BEFORE):
        for match in pattern.finditer(text):
            if not _COMPANY.match(match[0]):
                yield Suspect("initials_age", match.start(), match.end())


def private_mail(text: str) -> Iterator[Suspect]:
    """Addresses at a provider for consumers; those of organisations are work addresses."""
    for match in _PRIVATE_MAIL.finditer(text):
        box = _MAILBOX.search(text, max(0, match.start() - 64), match.start())
        if box:
            yield Suspect("email", box.start(), match.end())
