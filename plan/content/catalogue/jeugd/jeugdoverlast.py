"""Theme 3.1 of the catalogue: youth nuisance and youth groups."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="3.1",
    field="jeugd",
    title=Text(nl="Jeugdoverlast en jeugdgroepen", en="Youth nuisance and youth groups"),
    subtopics=Text(nl="groepsaanpak", en="group approach"),
    items=(
        ExampleItem(
            title=Text(
                nl="Plekken waar jongeren welkom zijn",
                en="Places where young people are welcome",
            ),
            desired_effect=Text(
                nl="Jongeren hebben een plek om samen te zijn en omwonenden hebben rust.",
                en="Young people have a place to meet and residents have peace.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "fysiek"),
                    nl="Twee ontmoetingsplekken ontwerpen met jongeren en buurt, met afspraken "
                    "over tijd en muziek",
                    en="Design two meeting places with young people and neighbours, with rules on "
                    "times and music",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "zorg"),
                    nl="Drie avonden per week jongerenwerk inzetten op de vijf drukste plekken, "
                    "ook in de schoolvakanties",
                    en="Deploy youth work three evenings a week at the five busiest spots, school "
                    "holidays included",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Groepen kennen en met ouders praten",
                en="Knowing the groups and talking with parents",
            ),
            desired_effect=Text(
                nl="Van elke overlastgroep is bekend wat er speelt, en ouders weten waar hun kind "
                "is.",
                en="Of each group it is known what goes on, and parents know where their child "
                "is.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Elke zes weken alle groepen bespreken en per groep één plan maken met "
                    "trekker en einddatum",
                    en="Discuss all groups every six weeks and make one plan per group with a "
                    "lead and an end date",
                ),
                measure(
                    ("preventie", "dader", "betrokkenen", "voorlichting"),
                    nl="Ouders binnen twee weken bezoeken als hun kind drie keer is aangesproken",
                    en="Visit parents within two weeks when their child has been spoken to three "
                    "times",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Een duidelijke grens, en rust in de buurt",
                en="A clear limit, and peace in the neighbourhood",
            ),
            desired_effect=Text(
                nl="Overlast stopt sneller en melders horen wat er is gedaan.",
                en="Nuisance stops sooner and reporters hear what was done.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "risicogroep", "toezicht"),
                    nl="Van april tot oktober elk weekend een boa en een jongerenwerker samen op "
                    "pad sturen",
                    en="Send out an enforcement officer and a youth worker together every weekend "
                    "from April to October",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="Bij herhaalde verstoring een gebieds- of groepsverbod opleggen (art. 172a "
                    "Gemeentewet)",
                    en="Impose an area or group ban after repeated disturbance (art. 172a "
                    "Gemeentewet)",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "samenwerking"),
                    nl="Melders binnen een week terugbellen en na drie maanden een gesprek met "
                    "jongeren aanbieden",
                    en="Call reporters back within a week and offer a talk with young people "
                    "after three months",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Een rustige jaarwisseling", en="A calm New Year's Eve"),
            desired_effect=Text(
                nl="Er is minder vernieling en letsel, en hulpverleners kunnen hun werk doen.",
                en="There is less damage and injury, and emergency workers can do their work.",
            ),
            measures=(
                measure(
                    ("preparatie", "situatie", "risicogroep", "samenwerking"),
                    nl="Vóór 1 november een plan per wijk maken met jongeren, ouders, politie en "
                    "vrijwilligers",
                    en="Make a plan per district with young people, parents, police and "
                    "volunteers before 1 November",
                ),
            ),
        ),
    ),
)
