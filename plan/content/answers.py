"""The options that several questions share; an option's id is what is kept (domain 3)."""

from __future__ import annotations

from plan.question import Option
from plan.text import Text

NO_VIEW = Option(id="geen_zicht_op", text=Text(nl="Geen zicht op", en="No view of this"))
TOO_EARLY = Option(id="te_vroeg", text=Text(nl="Te vroeg om te zeggen", en="Too early to say"))


def scale(low: Text, middle: Text | None, high: Text) -> tuple[Option, ...]:
    """The five points, the outer ones (and perhaps the middle) in words."""
    words = {1: low, 3: middle, 5: high}
    return tuple(Option(id=str(n), number=True, text=_point(n, words.get(n))) for n in range(1, 6))


def _point(n: int, words: Text | None) -> Text:
    return Text(nl=f"{n} – {words.nl}", en=f"{n} – {words.en}") if words else Text.verbatim(str(n))


CHANGE = (
    *scale(
        Text(nl="veel slechter", en="much worse"),
        Text(nl="gelijk", en="the same"),
        Text(nl="veel beter", en="much better"),
    ),
    NO_VIEW,
)
WEIGHT = (
    Option(id="houden", text=Text(nl="Houden zoals nu", en="Keep as it is")),
    Option(id="zwaarder", text=Text(nl="Zwaarder", en="More weight")),
    Option(id="lichter", text=Text(nl="Lichter", en="Less weight")),
    Option(id="loslaten", text=Text(nl="Loslaten", en="Let go")),
    Option(id="geen_mening", text=Text(nl="Geen mening", en="No opinion")),
)
PROGRESS = (
    Option(id="niet_gestart", text=Text(nl="Niet gestart", en="Not started")),
    Option(id="achter", text=Text(nl="Achter", en="Behind")),
    Option(id="op_schema", text=Text(nl="Op schema", en="On schedule")),
    Option(id="afgerond", text=Text(nl="Afgerond", en="Finished")),
    Option(id="gestopt", text=Text(nl="Gestopt", en="Stopped")),
    Option(id="niet_betrokken", text=Text(nl="Niet betrokken", en="Not involved")),
)
STATUS = PROGRESS[:-1]
"""The status a lead reports: who leads is involved."""
LIGHT = (
    Option(id="groen", text=Text(nl="Groen", en="Green")),
    Option(id="oranje", text=Text(nl="Oranje", en="Orange")),
    Option(id="rood", text=Text(nl="Rood", en="Red")),
)
LIGHTS_MEAN = {
    "groen": Text(nl="binnen tijd, geld en kwaliteit", en="within time, money and quality"),
    "oranje": Text(
        nl="risico op uitloop, meer kosten of minder kwaliteit; bijsturen is nodig",
        en="at risk on time, money or quality; adjustment is needed",
    ),
    "rood": Text(
        nl="niet meer binnen tijd, geld of kwaliteit",
        en="no longer within time, money or quality",
    ),
}
"""What each light stands for (domain 2.5)."""
EFFECT = (
    Option(id="zichtbaar", text=Text(nl="Zichtbaar", en="Visible")),
    Option(id="beperkt", text=Text(nl="Beperkt", en="Limited")),
    Option(id="uitgebleven", text=Text(nl="Uitgebleven", en="Absent")),
    Option(id="onbekend", text=Text(nl="Onbekend", en="Unknown")),
)
WORKS = (
    *scale(
        Text(nl="helemaal niet", en="not at all"),
        None,
        Text(nl="sterk", en="strongly"),
    ),
    TOO_EARLY,
    NO_VIEW,
)
CLOSER = (
    *scale(Text(nl="helemaal niet", en="not at all"), None, Text(nl="sterk", en="strongly")),
    NO_VIEW,
)
ADVICE = (
    Option(id="doorgaan", text=Text(nl="Doorgaan", en="Continue")),
    Option(id="versterken", text=Text(nl="Versterken", en="Strengthen")),
    Option(id="anders", text=Text(nl="Anders aanpakken", en="Do it differently")),
    Option(id="minder", text=Text(nl="Minder", en="Less")),
    Option(id="stoppen", text=Text(nl="Stoppen", en="Stop")),
)
SMOOTH = (
    *scale(Text(nl="stroef", en="strained"), None, Text(nl="vanzelf", en="effortless")),
    NO_VIEW,
)
KEPT = (
    Option(id="volledig", text=Text(nl="Volledig", en="Fully")),
    Option(id="grotendeels", text=Text(nl="Grotendeels", en="Mostly")),
    Option(id="deels", text=Text(nl="Deels", en="Partly")),
    Option(id="nauwelijks", text=Text(nl="Nauwelijks", en="Hardly")),
    NO_VIEW,
)
CLEAR = (*scale(Text(nl="nee", en="no"), None, Text(nl="altijd", en="always")), NO_VIEW)
ADJUSTED = (
    Option(id="op_tijd", text=Text(nl="Op tijd", en="In time")),
    Option(id="te_laat", text=Text(nl="Te laat", en="Too late")),
    Option(id="niet", text=Text(nl="Niet", en="No")),
    Option(id="was_niet_nodig", text=Text(nl="Was niet nodig", en="Was not needed")),
)
MEETING = (
    Option(id="houden", text=Text(nl="Houden", en="Keep")),
    Option(id="minder_vaak", text=Text(nl="Minder vaak", en="Less often")),
    Option(id="samenvoegen", text=Text(nl="Samenvoegen", en="Merge")),
    Option(id="stoppen", text=Text(nl="Stoppen", en="Stop")),
    Option(id="niet_bij_betrokken", text=Text(nl="Niet bij betrokken", en="Not involved")),
)
OFTEN = (
    Option(id="nooit", text=Text(nl="Nooit", en="Never")),
    Option(id="zelden", text=Text(nl="Zelden", en="Seldom")),
    Option(id="enkele_keren", text=Text(nl="Enkele keren", en="A few times")),
    Option(id="maandelijks", text=Text(nl="Maandelijks", en="Monthly")),
    Option(id="vaker", text=Text(nl="Vaker", en="More often")),
)
FOUND = (*scale(Text(nl="nee", en="no"), None, Text(nl="direct", en="at once")), NO_VIEW)
YES_NO = (
    Option(id="ja", text=Text(nl="Ja", en="Yes")),
    Option(id="nee", text=Text(nl="Nee", en="No")),
)
