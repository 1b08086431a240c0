"""Theme 4.1 of the catalogue: road safety."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="4.1",
    field="fysiek",
    title=Text(nl="Verkeersveiligheid", en="Road safety"),
    subtopics=Text(nl="snelheid, schoolroutes", en="speed, routes to school"),
    items=(
        ExampleItem(
            title=Text(
                nl="Wegen die uitnodigen tot rustig rijden",
                en="Roads that invite calm driving",
            ),
            desired_effect=Text(
                nl="Er wordt minder hard gereden en er vallen minder zwaargewonden.",
                en="Speeds are lower and fewer people are seriously injured.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "fysiek"),
                    nl="Vijf gevaarlijke kruisingen ombouwen, gekozen op ongevallen en meldingen "
                    "van bewoners",
                    en="Rebuild five dangerous junctions, chosen on accidents and residents' "
                    "reports",
                ),
                measure(
                    ("preventie", "dader", "algemeen", "fysiek"),
                    nl="Op twaalf plekken zes weken een snelheidsbord zetten en de cijfers met de "
                    "buurt delen",
                    en="Put up a speed display at twelve places for six weeks and share the "
                    "figures with residents",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Met de politie elk kwartaal op tien plekken de snelheid controleren, "
                    "gekozen op metingen",
                    en="Check speed with the police at ten places every quarter, chosen on "
                    "measurements",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Veilig lopend en fietsend naar school",
                en="Walking and cycling to school safely",
            ),
            desired_effect=Text(
                nl="Meer kinderen gaan zelf en veilig naar school.",
                en="More children go to school safely on their own.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "fysiek"),
                    nl="Bij zes basisscholen een schoolstraat maken zonder auto's bij begin en "
                    "einde van de schooldag",
                    en="Make a car-free school street at six primary schools at the start and end "
                    "of the day",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Alle groepen 7 en brugklassen een fietsles geven op hun eigen route",
                    en="Give all primary group 7 and first-year secondary classes a cycling "
                    "lesson on their own route",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Minder risico op de weg", en="Less risk-taking on the road"),
            desired_effect=Text(
                nl="Minder mensen rijden met drank op, met de telefoon of op een opgevoerde "
                "fiets.",
                en="Fewer people drive drunk, on the phone or on a souped-up bicycle.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "risicogroep", "voorlichting"),
                    nl="Op alle middelbare scholen een actieweek houden over opgevoerde fatbikes, "
                    "met rollerbank en ouders",
                    en="Hold an action week on souped-up fat bikes at all secondary schools, with "
                    "roller bench and parents",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Leren van elk zwaar ongeval",
                en="Learning from every serious accident",
            ),
            desired_effect=Text(
                nl="Op dezelfde plek gebeurt niet nog eens hetzelfde ongeval.",
                en="The same accident does not happen again at the same place.",
            ),
            measures=(
                measure(
                    ("nazorg", "situatie", "betrokkenen", "fysiek"),
                    nl="Na een zwaar ongeval binnen drie weken de plek schouwen en binnen een "
                    "halfjaar één aanpassing doen",
                    en="Inspect the spot within three weeks of a serious accident and make one "
                    "change within half a year",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Na een zwaar ongeval binnen een week nabestaanden, school of sportclub "
                    "bezoeken met steun en uitleg",
                    en="Visit relatives, school or club with support and answers within a week of "
                    "a serious accident",
                ),
            ),
        ),
    ),
)
