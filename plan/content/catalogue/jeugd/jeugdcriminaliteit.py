"""Theme 3.2 of the catalogue: youth crime, individual approach."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="3.2",
    field="jeugd",
    title=Text(nl="Jeugdcriminaliteit, individuele aanpak", en="Youth crime, individual approach"),
    subtopics=Text(nl="persoonsgerichte aanpak, wapens", en="person-centred approach, weapons"),
    items=(
        ExampleItem(
            title=Text(
                nl="Eén plan en één vast gezicht per jongere",
                en="One plan and one familiar face per young person",
            ),
            desired_effect=Text(
                nl="Jongeren die delicten plegen stoppen daar eerder mee.",
                en="Young people who commit offences stop sooner.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "betrokkenen", "zorg"),
                    nl="Vijfentwintig jongeren met meer dan één delict elke week spreken volgens "
                    "één plan",
                    en="See twenty-five young people with more than one offence weekly, under one "
                    "plan",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "samenwerking"),
                    nl="Met school en wijkteam binnen een maand hulp bieden aan broertjes en "
                    "zusjes van jonge daders",
                    en="Offer help to siblings of young offenders within a month, with school and "
                    "neighbourhood team",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Minder messen op straat", en="Fewer knives in the street"),
            desired_effect=Text(
                nl="Minder jongeren hebben een mes op zak.",
                en="Fewer young people carry a knife.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "samenwerking"),
                    nl="Met dertig winkels afspreken dat zij geen messen verkopen aan "
                    "minderjarigen",
                    en="Agree with thirty shops that they sell no knives to minors",
                ),
                measure(
                    ("preventie", "dader", "algemeen", "voorlichting"),
                    nl="In alle tweede klassen een les over messen geven, met een ouderavond in "
                    "dezelfde week",
                    en="Teach all second-year classes about knives, with a parents' evening in "
                    "the same week",
                ),
                measure(
                    ("preventie", "situatie", "algemeen", "strafrechtelijk"),
                    nl="Eén week per jaar messen laten inleveren op zes plekken, zoals "
                    "afgesproken met het Openbaar Ministerie",
                    en="Have knives handed in at six places one week a year, as agreed with the "
                    "Openbaar Ministerie",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Snelle straf, herstel en terugkeer",
                en="Swift punishment, repair and return",
            ),
            desired_effect=Text(
                nl="Een jongere merkt snel wat een daad aanricht en gaat daarna weer naar school "
                "of werk.",
                en="A young person soon feels what a deed does and then returns to school or "
                "work.",
            ),
            measures=(
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Elke minderjarige verdachte binnen zes weken een reactie geven, met "
                    "Openbaar Ministerie en Halt",
                    en="Give every underage suspect a response within six weeks, with Openbaar "
                    "Ministerie and Halt",
                ),
                measure(
                    ("nazorg", "dader", "betrokkenen", "zorg"),
                    nl="Jongeren in detentie vanaf drie maanden voor vrijlating helpen aan school "
                    "of werk op dag één",
                    en="Help young detainees to school or work on day one, from three months "
                    "before release",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Slachtoffers van jonge daders in elke zaak een herstelgesprek aanbieden",
                    en="Offer victims of young offenders a restorative talk in every case",
                ),
            ),
        ),
    ),
)
