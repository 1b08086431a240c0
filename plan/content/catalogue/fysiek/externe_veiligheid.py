"""Theme 4.3 of the catalogue: external safety, hazardous substances."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="4.3",
    field="fysiek",
    title=Text(
        nl="Externe veiligheid, gevaarlijke stoffen",
        en="External safety, hazardous substances",
    ),
    subtopics=Text(nl="transport, risicovolle bedrijven", en="transport, high-risk businesses"),
    items=(
        ExampleItem(
            title=Text(
                nl="Afstand houden tussen mensen en gevaar",
                en="Keeping people and danger apart",
            ),
            desired_effect=Text(
                nl="Nieuwe woningen, scholen en zorg komen niet te dicht op gevaarlijke stoffen.",
                en="New homes, schools and care are not built too close to hazardous substances.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Bij elke wijziging van het omgevingsplan advies vragen aan "
                    "omgevingsdienst en veiligheidsregio",
                    en="Ask omgevingsdienst and veiligheidsregio for advice on every change of "
                    "the omgevingsplan",
                ),
                measure(
                    ("proactie", "situatie", "risicogroep", "samenwerking"),
                    nl="Met wegbeheerder en vervoerders vóór oktober een route voor tankwagens om "
                    "de wijken heen kiezen",
                    en="Choose a tanker route around residential areas with road authority and "
                    "hauliers by October",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Bedrijven houden zich aan de regels",
                en="Businesses keep to the rules",
            ),
            desired_effect=Text(
                nl="Ernstige overtredingen zijn binnen zes weken hersteld.",
                en="Serious violations are put right within six weeks.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "risicogroep", "toezicht"),
                    nl="Alle risicovolle bedrijven elk jaar laten controleren, ten minste een "
                    "derde onaangekondigd",
                    en="Have all high-risk businesses inspected every year, at least a third "
                    "unannounced",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="Bij een ernstige overtreding binnen twee weken een last onder dwangsom "
                    "opleggen en opnieuw controleren",
                    en="Impose a penalty payment within two weeks of a serious violation and "
                    "inspect again",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Omwonenden en hulpdiensten voorbereid",
                en="Residents and emergency services prepared",
            ),
            desired_effect=Text(
                nl="Omwonenden weten wat zij doen bij rook, gif of explosiegevaar.",
                en="Residents know what to do with smoke, poison or danger of explosion.",
            ),
            measures=(
                measure(
                    ("preparatie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Omwonenden elk jaar een kaart sturen met wat zij moeten doen en bij twee "
                    "bedrijven een open dag houden",
                    en="Send residents a card every year with what to do and hold an open day at "
                    "two businesses",
                ),
                measure(
                    ("preparatie", "situatie", "risicogroep", "samenwerking"),
                    nl="Elk jaar één ongeval met gevaarlijke stoffen oefenen met bedrijf, "
                    "brandweer en bevolkingszorg",
                    en="Practise one hazardous accident a year with a business, fire service and "
                    "population care",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "voorlichting"),
                    nl="Na een incident dezelfde dag metingen uitleggen en binnen twee weken een "
                    "bewonersavond houden",
                    en="Explain measurements the same day as an incident and hold a residents' "
                    "evening within two weeks",
                ),
            ),
        ),
    ),
)
