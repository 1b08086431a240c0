"""The themes of the safety field bedrijvigheid en veiligheid, in the order of their codes."""

from plan.content.catalogue.bedrijvigheid import (
    bedrijventerreinen,
    buitengebied,
    evenementen,
    toerisme,
    uitgaan,
    winkelgebied,
)
from plan.content.shape import CatalogueTheme

THEMES: tuple[CatalogueTheme, ...] = (
    winkelgebied.THEME,
    bedrijventerreinen.THEME,
    uitgaan.THEME,
    evenementen.THEME,
    toerisme.THEME,
    buitengebied.THEME,
)
