"""The themes of the safety field integriteit en veiligheid, in the order of their codes."""

from plan.content.catalogue.integriteit import (
    ambtelijke_integriteit,
    informatieveiligheid,
    mensenhandel,
    ondermijning,
    onrust,
    polarisatie,
    publieke_taak,
)
from plan.content.shape import CatalogueTheme

THEMES: tuple[CatalogueTheme, ...] = (
    polarisatie.THEME,
    ondermijning.THEME,
    publieke_taak.THEME,
    informatieveiligheid.THEME,
    ambtelijke_integriteit.THEME,
    mensenhandel.THEME,
    onrust.THEME,
)
