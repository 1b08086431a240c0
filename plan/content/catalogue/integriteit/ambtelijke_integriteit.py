"""Theme 5.5 of the catalogue: integrity of administration."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="5.5",
    field="integriteit",
    title=Text(nl="Ambtelijke en bestuurlijke integriteit", en="Integrity of administration"),
    subtopics=Text(
        nl="gedragscode, nevenfuncties, screening, melden van misstanden",
        en="code of conduct, side positions, screening, reporting wrongdoing",
    ),
    items=(
        ExampleItem(
            title=Text(nl="Lastige keuzes bespreken", en="Discussing hard choices"),
            desired_effect=Text(
                nl="Bestuurders en medewerkers leggen een dilemma op tafel voordat het misgaat.",
                en="Administrators and staff put a dilemma on the table before it goes wrong.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "algemeen", "voorlichting"),
                    nl="Elk team één keer per jaar een gesprek laten voeren over drie dilemma's "
                    "uit het eigen werk",
                    en="Have every team talk once a year about three dilemmas from its own work",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "bestuurlijk"),
                    nl="Nevenfuncties en giften van bestuurders elk jaar in januari bijwerken en "
                    "openbaar maken",
                    en="Update and publish the side positions and gifts of administrators every "
                    "January",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Kwetsbare functies beschermen", en="Protecting vulnerable positions"),
            desired_effect=Text(
                nl="Niemand kan alleen beslissen over geld, grond, vergunningen of gegevens.",
                en="Nobody can decide alone on money, land, licences or data.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "bestuurlijk"),
                    nl="Voor kwetsbare functies een VOG en referenties vragen vóór de start en na "
                    "vijf jaar opnieuw",
                    en="Require a VOG and references for vulnerable positions before the start "
                    "and again after five years",
                ),
                measure(
                    ("preventie", "situatie", "risicogroep", "toezicht"),
                    nl="Bij inkoop, vergunningen en grond twee mensen laten tekenen en elk "
                    "kwartaal tien zaken nakijken",
                    en="Have two people sign in purchasing, licences and land and review ten "
                    "cases every quarter",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Veilig melden en goed herstellen",
                en="Reporting safely and recovering well",
            ),
            desired_effect=Text(
                nl="Wie een misstand ziet, meldt die en hoort wat ermee is gedaan.",
                en="Those who see wrongdoing report it and hear what was done.",
            ),
            measures=(
                measure(
                    ("preparatie", "slachtoffer", "algemeen", "zorg"),
                    nl="Twee vertrouwenspersonen van buiten aanstellen en elk jaar in alle teams "
                    "voorstellen",
                    en="Appoint two confidential advisers from outside and introduce them to all "
                    "teams every year",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="Elke melding binnen vier weken beoordelen volgens een vast protocol, met "
                    "een onderzoeker van buiten",
                    en="Weigh every report within four weeks by a fixed protocol, with an "
                    "investigator from outside",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Melder en team drie en twaalf maanden na een onderzoek spreken over "
                    "herstel",
                    en="Speak with reporter and team about recovery three and twelve months after "
                    "an investigation",
                ),
            ),
        ),
    ),
)
