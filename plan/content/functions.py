"""What a plan is for: its functions, from which its format follows (domain 2.2)."""

from __future__ import annotations

from plan.question import Option
from plan.text import Text

ALWAYS = "vertaling_ivp"
"""The function every plan has: the IVP becomes actions and agreements."""
MOST = 3
"""How many others a coordinator chooses at most."""
COOPERATION = "versterken_samenwerking"
STEERING = "versterken_sturing"
ROBUST = "robuuste_aanpak"
ACCOUNT = "verantwoording"
WORKLOAD = "overzicht_werk"

FUNCTIONS = (
    Option(
        id=ALWAYS,
        text=Text(
            nl="Het IVP vertalen in acties en afspraken vastleggen",
            en="Turn the IVP into actions and record agreements",
        ),
    ),
    Option(
        id=COOPERATION,
        text=Text(
            nl="De samenwerking met partners versterken", en="Strengthen cooperation with partners"
        ),
    ),
    Option(
        id=STEERING,
        text=Text(nl="De sturing en regie versterken", en="Strengthen steering and direction"),
    ),
    Option(
        id=ROBUST,
        text=Text(nl="Laten zien dat de aanpak stevig is", en="Show that the approach is robust"),
    ),
    Option(
        id=ACCOUNT,
        text=Text(
            nl="Verantwoording afleggen over de afgelopen periode",
            en="Account for the past period",
        ),
    ),
    Option(
        id=WORKLOAD,
        text=Text(
            nl="Overzicht geven van het werk van het team OOV",
            en="Give an overview of the work of the public order team",
        ),
    ),
)
