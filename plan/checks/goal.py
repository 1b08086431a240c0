"""Whether a goal says what is done instead of what changes (C24; domain 6, B11)."""

from __future__ import annotations

import re

_VERBS = (
    "uitvoeren|organiseren|houden|inzetten|opstellen|maken|geven|verlenen|controleren|handhaven"
    "|stimuleren|faciliteren|ondersteunen|voortzetten|doorgaan|aanpakken|deelnemen|overleggen"
    "|afstemmen|ontwikkelen|opzetten|inrichten|bijhouden|bespreken|voorlichten|informeren"
    "|monitoren|registreren|adviseren|samenwerken|investeren|aanschaffen|plaatsen|bezoeken"
    "|regisseren|borgen|implementeren|verstrekken|trainen|opleiden|blijven|werken|zorgen"
    "|toezicht houden|aandacht (?:geven|hebben|houden)"
)
_NOUNS = (
    "uitvoering|organisatie|inzet|handhaving|toezicht|controles?|voorlichting|overleg"
    "|ondersteuning|afstemming|ontwikkeling|inrichting|monitoring|registratie|advisering"
    "|samenwerking|deelname|aandacht|verlening|coördinatie|implementatie"
)
_ENDS = (
    "bestrijden|aanpakken|tegengaan|uitvoeren|inzetten|opstellen|voortzetten|opzetten|inrichten"
    "|afstemmen|bijhouden|voorlichten|aanschaffen|opleiden|handhaven|controleren|organiseren"
)
"""Verbs with which a goal in telegram style ends: "woninginbraak aanpakken"."""
_ADVERBS = (
    "(?:actief|gezamenlijk|samen|tijdig|structureel|gericht|regelmatig|extra|integraal|periodiek"
    "|goed|blijvend|consequent)"
)
_RESULTS = "vertrouwen|leven|wonen|ondernemen|uitgaan|incidenten|jongeren|mensen"
"""Words that look like an infinitive and are what a result is about."""
_OPENS = re.compile(
    rf"(?:het\s+(?:{_ADVERBS}\s+)?(?!{_RESULTS})\w{{3,}}en\s+(?:van|op|aan|met|door|in|bij|voor)\b"
    rf"|(?:het\s+)?(?:{_ADVERBS}\s+)?(?:{_VERBS})\b"
    rf"|(?:de\s+|het\s+|een\s+)?(?:\w+e\s+)?(?:{_NOUNS})\s+(?:van|op|aan|met|door|in|bij|voor)\b"
    r"|(?:we|wij|de gemeente|gemeente \w+)\s+(?:voer|organise|houd|zet|geef|geven|maak|maken"
    r"|controle|handha|stimule|onderste|werk|overleg|investe|ontwikkel|zorg"
    r"|blij(?:ft?|ven)\s+(?:inzet|werk|investe|controle|handha|aandacht))\w*)",
    re.IGNORECASE,
)
_OBJECT_FIRST = re.compile(
    r"(?:(?!(?:kunnen|willen|moeten|mogen|durven|weten|zullen|worden|zijn|hebben|blijven|laten"
    r"|om|te|die|dat|is|kan|wil|zelf)\b)[\w'\u2019-]+\s+){1,4}"
    rf"(?:{_ENDS})(?=\s*(?:[.;!]|$)|\s+(?:door|met|via|in|op|binnen|bij|langs|samen)\b)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:minder|meer|hoger|lager|sneller|veiliger|beter|groter|kleiner|vaker|langer|korter"
    r"|eerder|daal\w*|dalen|daling|stijg\w*|afneem\w*|afnem\w*|afname|toename|toeneem\w*"
    r"|toenem\w*|vermind\w*|terugdring\w*|terugbreng\w*|voorkom\w*|verlag\w*|verhog\w*|vergrot\w*"
    r"|verbeter\w*|verklein\w*|verkort\w*|halver\w*|verdubbel\w*|beperk\w*|uitbannen)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig"
    r"|vijftig|honderd|duizend|helft|kwart|procent)\b",
    re.IGNORECASE,
)


def is_activity(goal: str) -> bool:
    """The goal opens with an activity, or its object, and names no number or change."""
    opens = _OPENS.match(goal.strip()) or _OBJECT_FIRST.match(goal.strip())
    return bool(opens) and not _CHANGES.search(goal) and not _NUMBERS.search(goal)
