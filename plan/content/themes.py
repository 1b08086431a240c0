"""The five safety fields and the catalogue of themes a plan can start from (domain 5).

To change a theme, edit its file under `catalogue/`; to add one, list it in the
`__init__.py` of its field.
"""

from plan.content.catalogue import bedrijvigheid, fysiek, integriteit, jeugd, woonomgeving
from plan.content.shape import CatalogueTheme, SafetyField
from plan.text import Text

FIELDS: tuple[SafetyField, ...] = (
    SafetyField(
        id="woonomgeving",
        number=1,
        title=Text(nl="Veilige woon- en leefomgeving", en="Safe living environment"),
    ),
    SafetyField(
        id="bedrijvigheid",
        number=2,
        title=Text(nl="Bedrijvigheid en veiligheid", en="Business and safety"),
    ),
    SafetyField(
        id="jeugd",
        number=3,
        title=Text(nl="Jeugd en veiligheid", en="Youth and safety"),
    ),
    SafetyField(
        id="fysiek",
        number=4,
        title=Text(nl="Fysieke veiligheid", en="Physical safety"),
    ),
    SafetyField(
        id="integriteit",
        number=5,
        title=Text(nl="Integriteit en veiligheid", en="Integrity and safety"),
    ),
)

THEMES: tuple[CatalogueTheme, ...] = (
    *woonomgeving.THEMES,
    *bedrijvigheid.THEMES,
    *jeugd.THEMES,
    *fysiek.THEMES,
    *integriteit.THEMES,
)

BY_CODE: dict[str, CatalogueTheme] = {theme.code: theme for theme in THEMES}
