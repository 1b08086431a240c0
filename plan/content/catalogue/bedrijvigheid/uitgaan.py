"""Theme 2.3 of the catalogue: safe nightlife."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="2.3",
    field="bedrijvigheid",
    title=Text(nl="Veilig uitgaan", en="Safe nightlife"),
    subtopics=Text(nl="horeca, geweld, vervoer", en="bars and clubs, violence, transport"),
    items=(
        ExampleItem(
            title=Text(nl="Een rustig einde van de avond", en="A calm end to the evening"),
            desired_effect=Text(
                nl="Er zijn minder ruzies in het uur rond sluitingstijd.",
                en="There are fewer fights in the hour around closing time.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="In elke vergunning voor nachthoreca opnemen: laatste binnenkomst een uur "
                    "voor sluiting",
                    en="Put in every licence for late venues: last entry one hour before closing",
                ),
                measure(
                    ("preventie", "situatie", "algemeen", "fysiek"),
                    nl="Op vrijdag en zaterdag tot vier uur 's nachts taxi's, extra licht en "
                    "toiletten regelen op het plein",
                    en="Arrange taxis, extra light and toilets on the square until four o'clock "
                    "on Fridays and Saturdays",
                ),
                measure(
                    ("preventie", "situatie", "risicogroep", "voorlichting"),
                    nl="Alle portiers en barploegen één keer per jaar trainen in ruzie sussen en "
                    "stoppen met schenken",
                    en="Train all door and bar staff yearly in calming fights and refusing to "
                    "serve",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Geweld heeft altijd een gevolg",
                en="Violence always has a consequence",
            ),
            desired_effect=Text(
                nl="Wie geweld gebruikt, komt er voorlopig niet in; wie geraakt is, krijgt hulp.",
                en="Those who use violence stay out for now; those who are hurt get help.",
            ),
            measures=(
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="Bij herhaald geweld een gebiedsverbod voor het uitgaansgebied opleggen "
                    "(art. 172a Gemeentewet)",
                    en="Impose an area ban for the nightlife area after repeated violence (art. "
                    "172a Gemeentewet)",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Slachtoffers van uitgaansgeweld binnen een week bellen over herstel, "
                    "aangifte en schade",
                    en="Call victims of nightlife violence within a week about recovery, police "
                    "report and damage",
                ),
                measure(
                    ("nazorg", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Elk ernstig incident binnen twee weken nabespreken met de horeca en één "
                    "verbetering afspreken",
                    en="Review every grave incident with the venues within two weeks and agree "
                    "one improvement",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Hulp voor wie zich niet veilig voelt",
                en="Help for those who do not feel safe",
            ),
            desired_effect=Text(
                nl="Gasten die worden lastiggevallen krijgen direct hulp in de zaak zelf.",
                en="Guests who are harassed get help in the venue at once.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "samenwerking"),
                    nl="In vijftien zaken een hulpcode aan de bar invoeren voor gasten die worden "
                    "lastiggevallen",
                    en="Introduce a help code at the bar in fifteen venues for guests who are "
                    "harassed",
                ),
                measure(
                    ("preparatie", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Met horeca, politie en huisartsenpost één stappenkaart maken voor als "
                    "iemand is gedrogeerd",
                    en="Make one step-by-step card with venues, police and doctors for when "
                    "somebody was drugged",
                ),
            ),
        ),
    ),
)
