"""The themes of the safety field jeugd en veiligheid, in the order of their codes."""

from plan.content.catalogue.jeugd import (
    alcohol_en_drugs,
    jeugdcriminaliteit,
    jeugdoverlast,
    jonge_aanwas,
    veilige_school,
)
from plan.content.shape import CatalogueTheme

THEMES: tuple[CatalogueTheme, ...] = (
    jeugdoverlast.THEME,
    jeugdcriminaliteit.THEME,
    alcohol_en_drugs.THEME,
    veilige_school.THEME,
    jonge_aanwas.THEME,
)
