"""Addresses with a house number, and postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan.personal.suspect import Suspect

_NUMBER = (
    r"(?:nr\.? ?|nummer |no\.? )?(?P<number>\d{1,4})"
    r"(?P<more>-?[A-Za-z](?!\w)|-\d{1,3}(?!\d))?(?!\w|[.,/:]\d|-\w| ?%)"
)
_STREET = re.compile(
    r"(?:straat|straatje|laan|weg|plein|hof|hofje|kade|dijk|pad|steeg|gracht|singel|plantsoen"
    r"|dreef|allee|boulevard|gaarde|brink|wal|str\.)\s{1,2}" + _NUMBER,
    re.IGNORECASE,
)
_NAMED_STREET = re.compile(
    r"(?:markt|park|veld|haven|hoek|berg|bos|horst|kamp|poort|erf|zoom|weide|akker|burg|tuin|oord"
    r"|baan|meent|donk|heuvel|waard|vaart|sloot|zijde|ring|stede|hage|burcht|land|drift|plaats"
    r"|beek|kring|rode|wijk|flat|toren|hout|delft|vest|poten)\s{1,2}" + _NUMBER
)
"""These end many other words too, so they count with a capital only."""
_NAME = r"[A-Z][\w'\u2019-]{0,30}"
_LANE_OF = re.compile(
    r"\b(?:[Ll]aan|[Ww]eg|[Pp]lein|[Ss]traat|[Kk]ade|[Pp]ad|[Hh]of)\s(?:van|naar|der)\s"
    rf"(?:(?:de|den|der|het)\s)?{_NAME}(?:\s{_NAME})?\s{_NUMBER}"
)
_OLD_STREET = re.compile(
    rf"\b(?:Lange|Korte|Oude|Nieuwe|Hoge|Lage)\s(?!Wet\b|Pijler\b){_NAME}\s{_NUMBER}"
)
_LIVES_AT = re.compile(
    r"\b(?:[Aa]dres|[Ww]oon\w{0,4}|[Ww]onend?e?|[Ww]oning|[Pp]and|[Vv]erblijft|[Aa]an):?\s"
    rf"(?:(?:op|aan|in|van|is|het|den)\s){{0,2}}(?:{_NAME}|de|der|van)"
    rf"(?:\s(?:{_NAME}|de|der|den|het|van)){{0,3}}\s{_NUMBER}"
)
_POSTCODE = re.compile(r"(?<![\w.,\u20ac-])(?<!\u20ac )[1-9]\d{3} ?[A-Z]{2}(?![\w-])")
_YEAR = re.compile(r"(?:19|20)\d\d")

_COMMON = re.compile(
    r"weg|onderweg|halfweg|straat|plein|laan|hof|dijk|pad|kade|wal|(?:tijd|stappen|groei|leer"
    r"|fiets|voet)pad|gerechtshof|(?:snel|hoofd)weg"
)
"""Words that end like a street and, in lower case, are none."""
_NUMBERED = re.compile(
    r"\b(?:Bijlage|Thema|Artikel|Hoofdstuk|Groep|Team|Basisteam|Fase|Week|Wijk|Kwartaal|Item"
    r"|Actiepunt|Maatregel|Prioriteit|Categorie|Niveau|Veld|Route|Lijn|Stap|Ronde|Paragraaf|Punt"
    r"|Deel|Doel|Bos|Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober"
    r"|November|December)\s"
)
"""What has a number behind it without being a street."""

_FOLLOWS = re.compile(r"\s((?:[a-z\u00e9]{2,}e)\s)?([a-z\u00e9\u00eb\u00ef'\u2019-]+)")
_UNIT = re.compile(
    r"keer|maal|uur|procent|euro|fte|jaar|maand|week|dag|avond|km|(?:kilo)?meter|stuks|man"
    r"|persoon|melding|incident|camera|boa|agent|team|controle|x"
)
_NO_PLURAL = re.compile(
    r"een|geen|tussen|samen|binnen|buiten|toen|tegen|alleen|even|boven|beneden|eens|soms|sinds"
    r"|inmiddels|steeds|telkens|onlangs|volgens|tijdens|wegens|thuis|wo[no]en|werden|waren|heb"
    r"ben|hadden|kwamen|komen|moeten|kunnen|willen|zitten|zaten|hielden|zagen|troffen|vonden"
    r"|zeggen|kla[ag]+den|klagen|melden|meldden|liggen|lagen|zorgen|gaven|geven|deden|doen|gingen"
    r"|kregen|krijgen|lopen|liepen|blijven|bleven|stonden|staken|slapen|dealen|handelen|worden"
    r"|konden|wilden|mochten|de|die|deze|hele|te"
    r"|(?:op|af|aan)?bellen|(?:be|op|onder|door)zoeken|benaderen|uitnodigen|aanschrijven|helpen"
    r"|(?:be|aan)?spreken|(?:af)?sluiten|aanpakken|ontruimen|bewaken|waarschuwen|begeleiden"
    r"|(?:uit|over)plaatsen|opvangen|uitzetten|huisvesten|langsgaan|[a-z]+(?<!kind)(?<!lied)eren"
)
"""Words that end like a plural and count nothing: what was done, or what is to be done there."""


def addresses(text: str) -> Iterator[Suspect]:
    """Streets with a number behind them that does not count something, and postcodes."""
    yield from _streets(text)
    for pattern in (_LANE_OF, _OLD_STREET, _LIVES_AT):
        for match in pattern.finditer(text):
            if not _NUMBERED.search(match[0]) and _is_house(text, match):
                yield Suspect("address", match.start(), match.end())
    for match in _POSTCODE.finditer(text):
        if not (_YEAR.match(match[0]) and " " in match[0]):
            yield Suspect("address", match.start(), match.end())


def _streets(text: str) -> Iterator[Suspect]:
    for pattern in (_STREET, _NAMED_STREET):
        for match in pattern.finditer(text):
            start = _word_start(text, match.start())
            words = text[start : match.end()]
            capital_needed = pattern is _NAMED_STREET
            named = words[0].isupper() if capital_needed else not _COMMON.fullmatch(_first(words))
            if named and not _NUMBERED.match(words) and _is_house(text, match):
                yield Suspect("address", start, match.end())


def _first(words: str) -> str:
    return words.split(maxsplit=1)[0]


def _word_start(text: str, place: int) -> int:
    """Where the word that goes on at `place` begins."""
    first = max(0, place - 40)
    while place > first and (text[place - 1].isalnum() or text[place - 1] in "'\u2019.-"):
        place -= 1
    return place


def _is_house(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a house's: no year, no ordinal, no amount of something."""
    if _YEAR.fullmatch(match["number"]) or match["more"] == "e":
        return False
    after = _FOLLOWS.match(text, match.end())
    if after is None or match["more"]:
        return True
    adjective, word = after.groups()
    plural = len(word) > 3 and word.endswith(("en", "s")) and not _NO_PLURAL.fullmatch(word)
    sure = adjective is None or not _NO_PLURAL.fullmatch(adjective.strip())
    return not (sure and (plural or _UNIT.fullmatch(word)))
