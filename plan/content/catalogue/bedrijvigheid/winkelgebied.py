"""Theme 2.1 of the catalogue: safe shopping area."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="2.1",
    field="bedrijvigheid",
    title=Text(nl="Veilig winkelgebied", en="Safe shopping area"),
    subtopics=Text(nl="winkeldiefstal, KVO", en="shoplifting, Keurmerk Veilig Ondernemen (KVO)"),
    items=(
        ExampleItem(
            title=Text(
                nl="Samen verantwoordelijk voor het winkelgebied",
                en="Sharing responsibility for the shopping area",
            ),
            desired_effect=Text(
                nl="Winkeliers, politie en gemeente lossen knelpunten op voordat ze groot worden.",
                en="Shopkeepers, police and municipality solve problems before they grow.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "fysiek"),
                    nl="Elke herinrichting van winkelstraten vooraf laten toetsen op zicht, licht "
                    "en laadplekken",
                    en="Have every redesign of shopping streets tested beforehand for sightlines, "
                    "light and loading bays",
                ),
                measure(
                    ("preventie", "situatie", "algemeen", "samenwerking"),
                    nl="In twee winkelgebieden het Keurmerk Veilig Ondernemen behalen, met elk "
                    "kwartaal een schouw",
                    en="Earn the Keurmerk Veilig Ondernemen in two shopping areas, with an "
                    "inspection every quarter",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Winkeldieven en agressieve klanten stoppen",
                en="Stopping shoplifters and aggressive customers",
            ),
            desired_effect=Text(
                nl="Er wordt minder gestolen en personeel staat er bij agressie niet alleen voor.",
                en="Less is stolen, and staff facing aggression do not stand alone.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Zestig winkelmedewerkers trainen in dieven herkennen en rustig aanspreken",
                    en="Train sixty shop workers in spotting thieves and speaking up calmly",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "samenwerking"),
                    nl="Een collectief winkelverbod invoeren voor wie steelt of personeel "
                    "bedreigt, met één formulier",
                    en="Introduce a joint shop ban for those who steal or threaten staff, with "
                    "one form",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Minderjarigen bij een eerste winkeldiefstal naar Halt verwijzen, met de "
                    "winkelier aan tafel",
                    en="Refer minors to Halt at a first shop theft, with the shopkeeper at the "
                    "table",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Voorbereid op een overval of explosie",
                en="Prepared for a robbery or an explosion",
            ),
            desired_effect=Text(
                nl="Ondernemers weten wat zij moeten doen en staan er daarna niet alleen voor.",
                en="Shopkeepers know what to do and do not stand alone afterwards.",
            ),
            measures=(
                measure(
                    ("preparatie", "situatie", "risicogroep", "samenwerking"),
                    nl="Voor alle juweliers en zaken met een geldautomaat een noodplan maken met "
                    "politie en brandweer",
                    en="Make an emergency plan with police and fire service for all jewellers and "
                    "shops with a cash machine",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Na een overval de volgende dag langsgaan met Slachtofferhulp Nederland en "
                    "na zes weken terugkomen",
                    en="Visit the day after a robbery with Slachtofferhulp Nederland and come "
                    "back after six weeks",
                ),
            ),
        ),
    ),
)
