"""Theme 1.4 of the catalogue: perceived safety."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="1.4",
    field="woonomgeving",
    title=Text(nl="Subjectieve veiligheid", en="Perceived safety"),
    subtopics=Text(
        nl="onveiligheidsgevoel, buurtpreventie",
        en="feeling unsafe, neighbourhood watch",
    ),
    items=(
        ExampleItem(
            title=Text(
                nl="Weten waar en waarom mensen zich onveilig voelen",
                en="Knowing where and why people feel unsafe",
            ),
            desired_effect=Text(
                nl="De gemeente kent de plekken die mensen mijden en verandert er zichtbaar iets.",
                en="The municipality knows the places people avoid and changes them visibly.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "samenwerking"),
                    nl="Elk kwartaal per wijk cijfers en verhalen van politie, corporatie en "
                    "welzijn naast elkaar leggen",
                    en="Compare figures and stories of police, housing and welfare per district "
                    "every quarter",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "samenwerking"),
                    nl="Twintig wijkgesprekken per jaar voeren met mensen die weinig melden, "
                    "zoals jongeren en nieuwkomers",
                    en="Hold twenty talks a year with people who report little, such as young "
                    "people and newcomers",
                ),
                measure(
                    ("proactie", "situatie", "algemeen", "fysiek"),
                    nl="De drie routes die vrouwen en meisjes het meest mijden samen met hen "
                    "opnieuw inrichten",
                    en="Redesign the three routes women and girls avoid most, together with them",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Bewoners die elkaar kennen en helpen",
                en="Residents who know and help each other",
            ),
            desired_effect=Text(
                nl="Bewoners kennen hun buren en weten wie zij wanneer kunnen bellen.",
                en="Residents know their neighbours and whom to call when.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "algemeen", "samenwerking"),
                    nl="Acht buurtpreventieteams trainen en elk halfjaar laten bijpraten met de "
                    "wijkagent",
                    en="Train eight neighbourhood watch teams and have them meet the local "
                    "officer twice a year",
                ),
                measure(
                    ("preparatie", "situatie", "algemeen", "voorlichting"),
                    nl="Beheerders van buurtapps één keer per jaar bijpraten over melden, privacy "
                    "en omgangsregels",
                    en="Brief those who run neighbourhood chat groups yearly on reporting, "
                    "privacy and conduct",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Aanspreekbaar zijn en laten horen wat er is gedaan",
                en="Being approachable and telling what was done",
            ),
            desired_effect=Text(
                nl="Bewoners merken dat een melding iets oplevert.",
                en="Residents notice that a report leads to something.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "algemeen", "toezicht"),
                    nl="Per wijk een vast duo van wijkagent en boa elke week een uur op dezelfde "
                    "plek laten staan",
                    en="Have one fixed pair of police and enforcement officer per district at the "
                    "same spot one hour a week",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "voorlichting"),
                    nl="Na een ingrijpend incident binnen 48 uur een brief bezorgen en binnen een "
                    "week een buurtgesprek houden",
                    en="After a grave incident deliver a letter within 48 hours and hold a "
                    "neighbourhood talk within a week",
                ),
            ),
        ),
    ),
)
