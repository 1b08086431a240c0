"""Theme 5.2 of the catalogue: organised and undermining crime."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="5.2",
    field="integriteit",
    title=Text(
        nl="Georganiseerde en ondermijnende criminaliteit",
        en="Organised and undermining crime",
    ),
    subtopics=Text(nl="Bibob, sluitingen, vakantieparken", en="Bibob, closures, holiday parks"),
    items=(
        ExampleItem(
            title=Text(
                nl="De gemeente werkt niet ongewild mee aan misdaad",
                en="The municipality does not help crime unwittingly",
            ),
            desired_effect=Text(
                nl="Criminelen krijgen geen vergunning, grond of opdracht van de gemeente.",
                en="Criminals get no licence, land or contract from the municipality.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "bestuurlijk"),
                    nl="Vergunningen, subsidies en vastgoed toetsen volgens de Wet Bibob; de "
                    "beleidslijn elk jaar herzien",
                    en="Test licences, subsidies and property under the Wet Bibob; revise the "
                    "policy line every year",
                ),
                measure(
                    ("preventie", "randvoorwaarde", "algemeen", "voorlichting"),
                    nl="Vijf afdelingen elk kwartaal een uur laten spreken over signalen uit hun "
                    "eigen werk",
                    en="Have five departments talk for an hour every quarter about signs in their "
                    "own work",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Panden en parken niet bruikbaar voor misdaad",
                en="Buildings and parks of no use to crime",
            ),
            desired_effect=Text(
                nl="Misbruik van panden en vakantieparken stopt en keert niet terug.",
                en="Misuse of buildings and holiday parks stops and does not return.",
            ),
            measures=(
                measure(
                    ("repressie", "situatie", "betrokkenen", "bestuurlijk"),
                    nl="Per drugspand binnen vier weken na de rapportage besluiten: sluiten of "
                    "waarschuwen (art. 13b Opiumwet)",
                    en="Decide per drug property within four weeks of the report: close or warn "
                    "(art. 13b Opiumwet)",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Acht gezamenlijke controles per jaar houden op basis van signalen, ten "
                    "minste twee op vakantieparken",
                    en="Hold eight joint inspections a year based on signals, at least two of "
                    "them in holiday parks",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "samenwerking"),
                    nl="Omwonenden binnen een week na een sluiting spreken en het pand een jaar "
                    "in de gaten houden",
                    en="Speak with residents within a week of a closure and keep an eye on the "
                    "building for a year",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Samen een netwerk verstoren", en="Disrupting a network together"),
            desired_effect=Text(
                nl="Elk signaal is binnen zes weken beoordeeld en criminelen verliezen geld en "
                "aanzien.",
                en="Every signal is weighed within six weeks and criminals lose money and "
                "standing.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Elke maand signalen wegen met politie en RIEC, binnen de regels van de "
                    "WGS",
                    en="Weigh signals every month with police and RIEC, within the rules of the "
                    "WGS",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "financieel"),
                    nl="Vijf zaken per jaar aanpakken op geld: belasting, uitkering, schulden en "
                    "dwangsommen",
                    en="Tackle five cases a year through money: tax, benefits, debts and penalty "
                    "payments",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Clubs en stichtingen zeggen nee tegen verdacht geld",
                en="Clubs and foundations say no to suspicious money",
            ),
            desired_effect=Text(
                nl="Verenigingen en stichtingen herkennen verdacht geld en melden het als zij "
                "onder druk staan.",
                en="Clubs and foundations recognise suspicious money and report it when under "
                "pressure.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Twintig sportclubs en stichtingen bezoeken met uitleg over verdachte "
                    "sponsors en kantineverhuur",
                    en="Visit twenty sports clubs and foundations to explain about suspicious "
                    "sponsors and canteen hire",
                ),
            ),
        ),
    ),
)
