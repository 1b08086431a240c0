"""Theme 5.6 of the catalogue: human trafficking and labour exploitation."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="5.6",
    field="integriteit",
    title=Text(
        nl="Mensenhandel en arbeidsuitbuiting",
        en="Human trafficking and labour exploitation",
    ),
    subtopics=Text(
        nl="seksuele, criminele en arbeidsuitbuiting, huisvesting arbeidsmigranten",
        en="sexual, criminal and labour exploitation, housing of migrant workers",
    ),
    added=True,
    items=(
        ExampleItem(
            title=Text(
                nl="Uitbuiting herkennen en melden",
                en="Recognising and reporting exploitation",
            ),
            desired_effect=Text(
                nl="Er komen meer bruikbare signalen en die gaan meteen naar de juiste plek.",
                en="More useful signals come in and go straight to the right place.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "voorlichting"),
                    nl="Vijftig medewerkers van balie, wijkteam en toezicht trainen in signalen "
                    "van uitbuiting en het melden daarvan",
                    en="Train fifty staff of desk, neighbourhood team and enforcement in signs of "
                    "exploitation and reporting",
                ),
                measure(
                    ("preparatie", "slachtoffer", "betrokkenen", "samenwerking"),
                    nl="Eén contactpersoon mensenhandel aanwijzen en elk kwartaal alle signalen "
                    "nalopen met de politie",
                    en="Appoint one contact for human trafficking and go through all signals with "
                    "the police every quarter",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Fatsoenlijk wonen en werken", en="Decent housing and work"),
            desired_effect=Text(
                nl="Arbeidsmigranten kennen hun rechten en uitbuiters verdienen er minder aan.",
                en="Migrant workers know their rights and exploiters earn less.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "bestuurlijk"),
                    nl="In elke vergunning voor huisvesting van arbeidsmigranten eisen stellen "
                    "aan kamers en beheer",
                    en="Set demands on rooms and management in every licence for housing migrant "
                    "workers",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Elke week een inloopuur in vier talen houden over loon, huur en "
                    "zorgverzekering",
                    en="Hold a weekly walk-in hour in four languages about wages, rent and health "
                    "insurance",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Zes controles per jaar doen met de Nederlandse Arbeidsinspectie bij "
                    "uitzendbureaus en logies",
                    en="Carry out six inspections a year with the Nederlandse Arbeidsinspectie at "
                    "job agencies and lodgings",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Slachtoffers in veiligheid brengen en verder helpen",
                en="Bringing victims to safety and helping them on",
            ),
            desired_effect=Text(
                nl="Slachtoffers zijn veilig en bouwen binnen een jaar een eigen leven op.",
                en="Victims are safe and build a life of their own within a year.",
            ),
            measures=(
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Voor elk slachtoffer binnen drie dagen veilige opvang regelen en een jaar "
                    "lang een zorgcoördinator",
                    en="Arrange safe shelter for every victim within three days and a care "
                    "coordinator for a year",
                ),
                measure(
                    ("preparatie", "situatie", "betrokkenen", "zorg"),
                    nl="Vóór elke grote controle twintig bedden en een tolk klaar hebben voor "
                    "mensen die weg moeten",
                    en="Have twenty beds and an interpreter ready before every large inspection "
                    "for those who must leave",
                ),
            ),
        ),
    ),
)
