"""Theme 5.7 of the catalogue: public unrest and demonstrations."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="5.7",
    field="integriteit",
    title=Text(
        nl="Maatschappelijke onrust en demonstraties",
        en="Public unrest and demonstrations",
    ),
    subtopics=Text(
        nl="onrust na een incident, gevoelige besluiten, geruchten online, demonstraties",
        en="unrest after an incident, sensitive decisions, rumours online, demonstrations",
    ),
    added=True,
    items=(
        ExampleItem(
            title=Text(
                nl="Spanning zien voordat die de straat op gaat",
                en="Seeing tension before it takes to the street",
            ),
            desired_effect=Text(
                nl="De gemeente is op tijd in gesprek en wordt minder vaak verrast.",
                en="The municipality is in talks in time and is surprised less often.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Bij elk gevoelig besluit vooraf de spanning inschatten en met omwonenden "
                    "spreken",
                    en="Assess tension and speak with residents before every sensitive decision",
                ),
                measure(
                    ("preparatie", "situatie", "algemeen", "samenwerking"),
                    nl="Elke twee weken signalen uit wijken en scholen delen met politie en "
                    "welzijn, zonder namen",
                    en="Share signals from districts and schools with police and welfare every "
                    "two weeks, without names",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Ruimte voor demonstraties, grens bij geweld",
                en="Room for demonstrations, a limit to violence",
            ),
            desired_effect=Text(
                nl="Demonstranten laten veilig hun mening horen en geweld heeft direct gevolgen.",
                en="Demonstrators voice their opinion safely and violence has direct "
                "consequences.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "risicogroep", "samenwerking"),
                    nl="Elke organisator binnen een dag na de kennisgeving bellen over plek, tijd "
                    "en afspraken",
                    en="Call every organiser within a day of the notice about place, time and "
                    "agreements",
                ),
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "bestuurlijk"),
                    nl="Het draaiboek demonstraties elk jaar vaststellen in de driehoek en twee "
                    "keer oefenen",
                    en="Adopt the protocol for demonstrations in the driehoek every year and "
                    "practise it twice",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Bij geweld ingrijpen volgens het draaiboek, met snelrecht zoals "
                    "afgesproken met het Openbaar Ministerie",
                    en="Step in at violence by the protocol, with fast-track trials as agreed "
                    "with the Openbaar Ministerie",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Feiten en steun na een schokkende gebeurtenis",
                en="Facts and support after a shocking event",
            ),
            desired_effect=Text(
                nl="Betrokkenen krijgen steun en geruchten krijgen minder kans.",
                en="Those involved get support and rumours get less chance.",
            ),
            measures=(
                measure(
                    ("preparatie", "slachtoffer", "algemeen", "voorlichting"),
                    nl="Voor zes soorten gebeurtenissen een eerste bericht klaarzetten dat binnen "
                    "een uur online staat",
                    en="Prepare a first message for six kinds of events that is online within an "
                    "hour",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Binnen 48 uur na een schokkende gebeurtenis de betrokkenen bijeenbrengen, "
                    "met Slachtofferhulp Nederland",
                    en="Bring those affected together within 48 hours of a shocking event, with "
                    "Slachtofferhulp Nederland",
                ),
                measure(
                    ("nazorg", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Elke periode van onrust binnen een maand nabespreken met bewoners, school "
                    "en politie",
                    en="Review every period of unrest within a month with residents, school and "
                    "police",
                ),
            ),
        ),
    ),
)
