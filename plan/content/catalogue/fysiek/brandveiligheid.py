"""Theme 4.2 of the catalogue: fire safety."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="4.2",
    field="fysiek",
    title=Text(nl="Brandveiligheid", en="Fire safety"),
    subtopics=Text(nl="wonen, accu's", en="homes, batteries"),
    items=(
        ExampleItem(
            title=Text(nl="Minder brand in huis", en="Fewer fires at home"),
            desired_effect=Text(
                nl="Er zijn minder woningbranden en bewoners zijn op tijd buiten.",
                en="There are fewer house fires and residents get out in time.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Driehonderd ouderen per jaar thuis bezoeken, met gratis rookmelders en "
                    "uitleg over vluchten",
                    en="Visit three hundred older people a year at home, with free smoke alarms "
                    "and escape advice",
                ),
                measure(
                    ("preventie", "situatie", "algemeen", "voorlichting"),
                    nl="Elk kwartaal een actie houden met fietsenmakers en corporaties over het "
                    "veilig laden van accu's",
                    en="Hold a campaign every quarter with bicycle shops and housing associations "
                    "on safe battery charging",
                ),
                measure(
                    ("preventie", "situatie", "risicogroep", "toezicht"),
                    nl="In vijftien flats twee keer per jaar de vluchtwegen nalopen op spullen en "
                    "scootmobielen",
                    en="Check the escape routes of fifteen flats twice a year for belongings and "
                    "mobility scooters",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Veilige gebouwen voor wie niet snel weg kan",
                en="Safe buildings for those who cannot leave quickly",
            ),
            desired_effect=Text(
                nl="Gebouwen zijn veilig en personeel krijgt iedereen op tijd naar buiten.",
                en="Buildings are safe and staff get everybody out in time.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Bij elk bouwplan voor zorg, kamerverhuur of publiek vooraf de brandweer "
                    "om advies vragen",
                    en="Ask the fire service for advice on every building plan for care, rooms to "
                    "let or public use",
                ),
                measure(
                    ("preparatie", "slachtoffer", "risicogroep", "samenwerking"),
                    nl="Met acht zorginstellingen elk jaar een ontruiming met nachtbezetting "
                    "oefenen",
                    en="Practise an evacuation with night staffing with eight care institutions "
                    "every year",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Alle panden met kamerverhuur in twee jaar controleren en bij direct "
                    "gevaar meteen sluiten",
                    en="Inspect all buildings with rooms to let in two years and close at once in "
                    "acute danger",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Hulp en lessen na een brand", en="Help and lessons after a fire"),
            desired_effect=Text(
                nl="Bewoners hebben dezelfde dag onderdak en de buurt weet wat er misging.",
                en="Residents have shelter the same day and the neighbourhood knows what went "
                "wrong.",
            ),
            measures=(
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Na een woningbrand dezelfde dag opvang regelen en zes weken lang één vast "
                    "aanspreekpunt bieden",
                    en="Arrange shelter the same day as a house fire and offer one fixed contact "
                    "for six weeks",
                ),
                measure(
                    ("nazorg", "situatie", "betrokkenen", "voorlichting"),
                    nl="Na een brand binnen een week met de brandweer de hele straat of flat "
                    "bezoeken: wat ging er mis?",
                    en="Visit the whole street or flat with the fire service within a week of a "
                    "fire: what went wrong?",
                ),
            ),
        ),
    ),
)
