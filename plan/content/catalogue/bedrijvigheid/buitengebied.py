"""Theme 2.6 of the catalogue: safe rural area."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="2.6",
    field="bedrijvigheid",
    title=Text(nl="Veilig buitengebied", en="Safe rural area"),
    subtopics=Text(
        nl="leegstaande schuren, stroperij, dumpingen",
        en="empty barns, poaching, dumping of waste",
    ),
    added=True,
    items=(
        ExampleItem(
            title=Text(nl="Geen schuur voor criminelen", en="No barn for criminals"),
            desired_effect=Text(
                nl="Eigenaren verhuren niet aan criminelen en melden het als zij onder druk "
                "staan.",
                en="Owners do not rent to criminals and report it when they are under pressure.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "bestuurlijk"),
                    nl="Eigenaren van lege stallen binnen drie maanden laten weten of sloop of "
                    "een nieuwe functie kan",
                    en="Tell owners of empty stables within three months if demolition or a new "
                    "use is possible",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Veertig erven per jaar bezoeken met de wijkagent: praten over leegstand "
                    "en verdachte huurders",
                    en="Visit forty farms a year with the local officer to talk about vacancy and "
                    "suspicious tenants",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Dumpingen en stroperij eerder gezien",
                en="Dumping and poaching seen sooner",
            ),
            desired_effect=Text(
                nl="Wie afval dumpt of stroopt, loopt vaker tegen de lamp, en afval is snel weg.",
                en="Those who dump waste or poach are caught more often, and waste is gone "
                "quickly.",
            ),
            measures=(
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Vier nachten per maand groene boa's, politie en jachtopzichters samen "
                    "laten controleren",
                    en="Have rural enforcement officers, police and gamekeepers patrol together "
                    "four nights a month",
                ),
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "samenwerking"),
                    nl="Eén draaiboek voor drugsafval vaststellen: wie zet af, wie ruimt op en "
                    "wie betaalt?",
                    en="Adopt one protocol for drug waste: who cordons off, who clears and who "
                    "pays?",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "financieel"),
                    nl="Grondeigenaren binnen een maand helpen bij bodemonderzoek en vergoeding "
                    "na een dumping",
                    en="Help landowners with soil tests and compensation within a month of a "
                    "dumping",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Bewoners melden wat niet klopt",
                en="Residents report what is not right",
            ),
            desired_effect=Text(
                nl="Er komen meer meldingen uit het buitengebied, en melders horen wat ermee is "
                "gebeurd.",
                en="More reports come from the rural area, and reporters hear what came of them.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "algemeen", "voorlichting"),
                    nl="Vier avonden per jaar in een dorpshuis uitleggen wat verdacht is en hoe "
                    "je dat anoniem meldt",
                    en="Explain four evenings a year in a village hall what is suspicious and how "
                    "to report anonymously",
                ),
                measure(
                    ("nazorg", "randvoorwaarde", "betrokkenen", "voorlichting"),
                    nl="Twee keer per jaar in het dorpsblad laten zien wat er met de meldingen is "
                    "gedaan",
                    en="Show twice a year in the village paper what was done with the reports",
                ),
            ),
        ),
    ),
)
