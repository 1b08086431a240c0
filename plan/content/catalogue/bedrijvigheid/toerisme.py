"""Theme 2.5 of the catalogue: safe tourism and recreation."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="2.5",
    field="bedrijvigheid",
    title=Text(nl="Veilig toerisme en recreatie", en="Safe tourism and recreation"),
    subtopics=Text(nl="vakantieparken, strand, water", en="holiday parks, beach, water"),
    items=(
        ExampleItem(
            title=Text(nl="Veilig zwemmen en varen", en="Safe swimming and boating"),
            desired_effect=Text(
                nl="Er gebeuren minder ongelukken op en in het water.",
                en="There are fewer accidents on and in the water.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "algemeen", "fysiek"),
                    nl="Vóór 1 mei op alle zwemplekken borden, ballenlijnen en reddingsmiddelen "
                    "nakijken",
                    en="Check signs, buoy lines and rescue gear at all swimming spots before 1 "
                    "May",
                ),
                measure(
                    ("preventie", "situatie", "risicogroep", "toezicht"),
                    nl="Op de twintig drukste zomerdagen toezicht houden met reddingsbrigade en "
                    "boa's",
                    en="Supervise with lifeguards and enforcement officers on the twenty busiest "
                    "summer days",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Vakantieparken met toekomst", en="Holiday parks with a future"),
            desired_effect=Text(
                nl="Parken zijn voor recreatie bedoeld; wie er toch woont of werkt, is in beeld.",
                en="Parks are for recreation; those who live or work there all the same are "
                "known.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "bestuurlijk"),
                    nl="Met de eigenaren van vier parken een toekomstplan afspreken: recreatie, "
                    "wonen of opruimen",
                    en="Agree a plan for the future with the owners of four parks: recreation, "
                    "housing or clearance",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Elk park één keer per jaar samen controleren op bewoning, brandgevaar en "
                    "uitbuiting",
                    en="Inspect every park together once a year for occupation, fire hazard and "
                    "exploitation",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Bewoners na een controle of sluiting binnen een week hulp bieden bij "
                    "wonen, geld en zorg",
                    en="Offer residents help with housing, money and care within a week of an "
                    "inspection or closure",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Drukke dagen in goede banen", en="Busy days under control"),
            desired_effect=Text(
                nl="Drukte leidt niet tot gevaar of ruzie met omwonenden.",
                en="Crowds do not lead to danger or quarrels with residents.",
            ),
            measures=(
                measure(
                    ("preparatie", "situatie", "algemeen", "samenwerking"),
                    nl="Een drukteplan maken: wanneer leiden we om en wanneer gaat de "
                    "parkeerplaats dicht?",
                    en="Make a crowd plan: when do we divert and when does the car park close?",
                ),
                measure(
                    ("preventie", "dader", "algemeen", "voorlichting"),
                    nl="In juli en augustus gastheren inzetten die bezoekers aanspreken op vuur, "
                    "drank en parkeren",
                    en="Deploy hosts in July and August who address visitors on fire, drink and "
                    "parking",
                ),
            ),
        ),
    ),
)
