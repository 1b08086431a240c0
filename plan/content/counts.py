"""Words that go with a number: the one and the many."""

from __future__ import annotations

from plan.text import Text

THEMES = (Text(nl="thema", en="theme"), Text(nl="thema's", en="themes"))
ITEMS = (Text(nl="actiepunt", en="action item"), Text(nl="actiepunten", en="action items"))
LEADS = (Text(nl="trekker", en="lead"), Text(nl="trekkers", en="leads"))
MEASURES = (Text(nl="maatregel", en="measure"), Text(nl="maatregelen", en="measures"))
QUESTIONS = (Text(nl="vraag", en="question"), Text(nl="vragen", en="questions"))
CORE_QUESTIONS = (
    Text(nl="kernvraag", en="core question"),
    Text(nl="kernvragen", en="core questions"),
)
PARTNERS = (Text(nl="partner", en="partner"), Text(nl="partners", en="partners"))
ANSWERS = (Text(nl="antwoord", en="answer"), Text(nl="antwoorden", en="answers"))
MINUTES = (Text(nl="minuut", en="minute"), Text(nl="minuten", en="minutes"))
PROPOSALS = (Text(nl="voorstel", en="proposal"), Text(nl="voorstellen", en="proposals"))
CHANGES = (
    Text(nl="voorgestelde wijziging", en="proposed change"),
    Text(nl="voorgestelde wijzigingen", en="proposed changes"),
)
FINDINGS = (Text(nl="aandachtspunt", en="finding"), Text(nl="aandachtspunten", en="findings"))
PEOPLE = (Text(nl="persoon", en="person"), Text(nl="personen", en="people"))
POINTS = (Text(nl="punt", en="point"), Text(nl="punten", en="points"))
AGREEMENTS = (Text(nl="afspraak", en="agreement"), Text(nl="afspraken", en="agreements"))
PARKED = (
    Text(nl="geparkeerd idee", en="parked idea"),
    Text(nl="geparkeerde ideeën", en="parked ideas"),
)
