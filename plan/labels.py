"""What stored values are called in a document (domain 1.3 to 1.6)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plan.text import Language, Text

VERDICTS = {
    "continue": Text(nl="Doorgaan", en="Continue"),
    "intensify": Text(nl="Intensiveren", en="Intensify"),
    "adjust": Text(nl="Aanpassen", en="Adjust"),
    "new": Text(nl="Nieuw", en="New"),
    "scale_down": Text(nl="Afschalen", en="Scale down"),
    "stop": Text(nl="Stoppen", en="Stop"),
}
CATEGORIES = {
    "priority": Text(nl="prioriteit", en="priority"),
    "other": Text(nl="overig thema", en="other theme"),
    "maintenance": Text(nl="beheersniveau", en="maintenance level"),
}
SCOPES = {
    "local": Text(nl="lokaal", en="local"),
    "base_team": Text(nl="basisteam", en="base team"),
    "district": Text(nl="district", en="district"),
    "unit": Text(nl="eenheid", en="police unit"),
}
CHAIN_PHASES = {
    "proactie": Text(nl="Proactie", en="Proaction"),
    "preventie": Text(nl="Preventie", en="Prevention"),
    "preparatie": Text(nl="Preparatie", en="Preparation"),
    "repressie": Text(nl="Repressie", en="Repression"),
    "nazorg": Text(nl="Nazorg", en="Aftercare"),
}
TARGETS = {
    "dader": Text(nl="Dader", en="Offender"),
    "slachtoffer": Text(nl="Slachtoffer", en="Victim"),
    "situatie": Text(nl="Situatie", en="Situation"),
    "randvoorwaarde": Text(nl="Randvoorwaarde", en="Enabling"),
}
PROGRESS = {
    "niet_gestart": Text(nl="niet gestart", en="not started"),
    "achter": Text(nl="achter", en="behind"),
    "op_schema": Text(nl="op schema", en="on schedule"),
    "afgerond": Text(nl="afgerond", en="finished"),
    "gestopt": Text(nl="gestopt", en="stopped"),
}
EFFECTS = {
    "zichtbaar": Text(nl="effect zichtbaar", en="effect visible"),
    "beperkt": Text(nl="effect beperkt", en="effect limited"),
    "uitgebleven": Text(nl="effect uitgebleven", en="no effect"),
    "onbekend": Text(nl="effect onbekend", en="effect unknown"),
}
LIGHTS = {
    "groen": Text(nl="groen", en="green"),
    "oranje": Text(nl="oranje", en="orange"),
    "rood": Text(nl="rood", en="red"),
}
TRENDS = {
    "better": Text(nl="beter", en="better"),
    "same": Text(nl="gelijk", en="the same"),
    "worse": Text(nl="slechter", en="worse"),
    "changed": Text(nl="anders", en="changed"),
}
COMMITMENTS = {
    "ja": Text(nl="bevestigd", en="confirmed"),
    "ja_mits": Text(nl="ja, mits", en="yes, provided"),
    "intern_akkoord_nodig": Text(nl="nog intern akkoord nodig", en="internal approval needed"),
    "nee": Text(nl="niet akkoord", en="not agreed"),
    "geen_reactie": Text(nl="geen reactie", en="no response"),
}
REACTIONS = {
    **COMMITMENTS,
    "stilzwijgend": Text(
        nl="stilzwijgend, zoals afgesproken; geen akkoord",
        en="tacit, as agreed; not an agreement",
    ),
    "leidinggevende": Text(
        nl="geen reactie; leidinggevende ingelicht", en="no response; manager told"
    ),
}
"""What came of a check, silence apart from agreement."""
REMARKS = {
    "change": Text(nl="de tekst klopt niet", en="the text is not right"),
    "not_feasible": Text(nl="niet haalbaar", en="not feasible"),
    "condition": Text(nl="ja, mits", en="yes, provided"),
    "refusal": Text(nl="doet niet mee", en="does not take part"),
    "missing": Text(nl="ontbreekt in het plan", en="missing from the plan"),
    "trouble": Text(nl="probleem bij een ander", en="trouble elsewhere"),
    "contradiction": Text(nl="partners spreken elkaar tegen", en="partners contradict each other"),
}
DISPOSITIONS = {
    "accepted": Text(nl="Overgenomen", en="Accepted"),
    "adopted": Text(nl="Overgenomen", en="Accepted"),
    "accepted_partly": Text(nl="Deels overgenomen", en="Partly accepted"),
    "adopted_partly": Text(nl="Deels overgenomen", en="Partly accepted"),
    "rejected": Text(nl="Niet overgenomen", en="Not accepted"),
    "parked": Text(nl="Geparkeerd", en="Parked"),
    "to_session": Text(nl="Naar de sessie", en="To the session"),
}
KEPT = {
    "volledig": Text(nl="volledig", en="fully"),
    "grotendeels": Text(nl="grotendeels", en="mostly"),
    "deels": Text(nl="deels", en="partly"),
    "nauwelijks": Text(nl="nauwelijks", en="hardly"),
}
WEIGHTS = {
    "houden": Text(nl="houden", en="keep"),
    "zwaarder": Text(nl="zwaarder", en="more weight"),
    "lichter": Text(nl="lichter", en="less weight"),
    "loslaten": Text(nl="loslaten", en="let go"),
}
ROLES = {
    "trekker": Text(nl="trekker", en="lead"),
    "uitvoerder": Text(nl="uitvoerder", en="carrying out"),
    "meedenker": Text(nl="meedenker", en="advising"),
    "geïnformeerd": Text(nl="geïnformeerd", en="informed"),
    "partner": Text(nl="partner", en="partner"),
}


def called(values: Mapping[str, Text], value: str | None, language: Language) -> str:
    """What a value is called; one that is not in the list is shown with spaces."""
    if value is None:
        return ""
    known = values.get(value)
    return known.within(language) if known else value.replace("_", " ")


_NO_COVER = re.compile(r"\W*(?:(?:nog\W+)?geen\W+dekking)?\W*", re.IGNORECASE)


def is_cover(funding: str | None) -> bool:
    """Whether costs are covered; an empty field and "(nog) geen dekking." say they are not."""
    return _NO_COVER.fullmatch(funding or "") is None
