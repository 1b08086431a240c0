"""The themes of the safety field veilige woon- en leefomgeving, in the order of their codes."""

from plan.content.catalogue.woonomgeving import (
    digitale_criminaliteit,
    fysieke_kwaliteit,
    huiselijk_geweld,
    sociale_kwaliteit,
    subjectieve_veiligheid,
    veelvoorkomende_criminaliteit,
    zorg_en_veiligheid,
)
from plan.content.shape import CatalogueTheme

THEMES: tuple[CatalogueTheme, ...] = (
    sociale_kwaliteit.THEME,
    fysieke_kwaliteit.THEME,
    veelvoorkomende_criminaliteit.THEME,
    subjectieve_veiligheid.THEME,
    zorg_en_veiligheid.THEME,
    huiselijk_geweld.THEME,
    digitale_criminaliteit.THEME,
)
