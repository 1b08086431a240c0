"""The themes of the safety field fysieke veiligheid, in the order of their codes."""

from plan.content.catalogue.fysiek import (
    brandveiligheid,
    crisisbeheersing,
    externe_veiligheid,
    verkeersveiligheid,
    weerbaarheid,
)
from plan.content.shape import CatalogueTheme

THEMES: tuple[CatalogueTheme, ...] = (
    verkeersveiligheid.THEME,
    brandveiligheid.THEME,
    externe_veiligheid.THEME,
    crisisbeheersing.THEME,
    weerbaarheid.THEME,
)
