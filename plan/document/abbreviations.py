"""Annex D: the abbreviations that occur in the rest of the document, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plan.blocks import Block, Table
from plan.document.draft import Draft
from plan.document.reading import texts
from plan.records import Organisation
from plan.text import Text

KNOWN = {
    "B en W": Text(nl="burgemeester en wethouders", en="mayor and aldermen"),
    "Bibob": Text(
        nl="bevordering integriteitsbeoordelingen door het openbaar bestuur",
        en="act on integrity screening by public administration",
    ),
    "boa": Text(nl="buitengewoon opsporingsambtenaar", en="special enforcement officer"),
    "fte": Text(nl="voltijdbaan", en="full-time equivalent"),
    "GGD": Text(nl="gemeentelijke gezondheidsdienst", en="public health service"),
    "ggz": Text(nl="geestelijke gezondheidszorg", en="mental health care"),
    "GHOR": Text(
        nl="geneeskundige hulpverleningsorganisatie in de regio", en="regional medical assistance"
    ),
    "IVP": Text(nl="integraal veiligheidsplan", en="integral safety plan"),
    "KVO": Text(nl="Keurmerk Veilig Ondernemen", en="safe business hallmark"),
    "mbo": Text(nl="middelbaar beroepsonderwijs", en="secondary vocational education"),
    "MT": Text(nl="managementteam", en="management team"),
    "OM": Text(nl="Openbaar Ministerie", en="Public Prosecution Service"),
    "OOV": Text(nl="openbare orde en veiligheid", en="public order and safety"),
    "RIEC": Text(
        nl="regionaal informatie- en expertisecentrum", en="regional expertise centre on crime"
    ),
    "vo": Text(nl="voortgezet onderwijs", en="secondary education"),
    "VR": Text(nl="veiligheidsregio", en="safety region"),
    "ZVH": Text(nl="Zorg- en Veiligheidshuis", en="care and safety house"),
}
_WORD = re.compile(r"\w+")


def abbreviations(draft: Draft, blocks: Iterable[Block]) -> Iterator[Block]:
    """Those of our own list and the codes of organisations, as far as `blocks` use them."""
    said = "\n".join(texts(blocks))
    words = set(_WORD.findall(said))
    meant = {
        short: long.within(draft.language)
        for short, long in KNOWN.items()
        if short in words or (" " in short and short in said) or f"{short}s" in words
    }
    for org in draft.dossier.all(Organisation):
        if org.key in words and org.key.isupper():
            meant[org.key] = org.name
    rows = tuple(sorted(meant.items(), key=lambda pair: pair[0].lower()))
    if rows:
        yield Table(
            caption=draft.say("Afkortingen in dit plan", "Abbreviations in this plan"),
            head=(draft.say("Afkorting", "Abbreviation"), draft.say("Betekenis", "Meaning")),
            rows=rows,
            widths=(20, 80),
        )
