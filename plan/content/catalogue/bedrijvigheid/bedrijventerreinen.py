"""Theme 2.2 of the catalogue: safe business parks."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="2.2",
    field="bedrijvigheid",
    title=Text(nl="Veilige bedrijventerreinen", en="Safe business parks"),
    subtopics=Text(
        nl="KVO, ondermijning",
        en="Keurmerk Veilig Ondernemen (KVO), undermining crime",
    ),
    items=(
        ExampleItem(
            title=Text(
                nl="Bedrijven houden samen hun terrein op orde",
                en="Businesses keep their park in order together",
            ),
            desired_effect=Text(
                nl="Het aantal inbraken daalt en gebreken zijn binnen een maand hersteld.",
                en="Burglaries fall and defects are repaired within a month.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "algemeen", "samenwerking"),
                    nl="Op alle grote terreinen vier keer per jaar schouwen met de KVO-groep, één "
                    "keer in het donker",
                    en="Inspect all large parks four times a year with the KVO group, once in the "
                    "dark",
                ),
                measure(
                    ("preventie", "slachtoffer", "algemeen", "financieel"),
                    nl="Op twee terreinen gezamenlijke beveiliging regelen uit een "
                    "ondernemersfonds",
                    en="Arrange joint security on two parks, paid from a business fund",
                ),
                measure(
                    ("preparatie", "situatie", "algemeen", "samenwerking"),
                    nl="Per terrein bellijst en bereikbaarheidskaart bijwerken en één keer per "
                    "jaar een brand naspelen",
                    en="Update the call list and access map per park and act out a fire once a "
                    "year",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Geen plek voor criminele bedrijvigheid",
                en="No place for criminal business",
            ),
            desired_effect=Text(
                nl="Panden zijn niet bruikbaar voor opslag, productie of verkoop van illegale "
                "waar.",
                en="Premises cannot be used to store, make or sell illegal goods.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "bestuurlijk"),
                    nl="Voor twee kwetsbare branches een vergunning verplicht stellen in de APV, "
                    "met toets volgens de Wet Bibob",
                    en="Require a licence under the APV for two vulnerable trades, with a test "
                    "under the Wet Bibob",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Dertig verhuurders leren hoe zij een huurder natrekken, met een checklist "
                    "en een meldnummer",
                    en="Teach thirty landlords how to vet a tenant, with a checklist and a number "
                    "to report to",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Zes controles per jaar houden met politie, Belastingdienst, "
                    "omgevingsdienst en brandweer",
                    en="Hold six inspections a year with police, Belastingdienst, omgevingsdienst "
                    "and fire service",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Na een controle niet loslaten",
                en="Not letting go after an inspection",
            ),
            desired_effect=Text(
                nl="Een overtreding blijft niet bestaan en komt niet terug.",
                en="A violation does not last and does not return.",
            ),
            measures=(
                measure(
                    ("nazorg", "situatie", "betrokkenen", "toezicht"),
                    nl="Bedrijven met een overtreding binnen drie maanden opnieuw bezoeken, tot "
                    "alles is hersteld",
                    en="Revisit businesses with a violation within three months, until all is put "
                    "right",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "samenwerking"),
                    nl="Buurbedrijven binnen twee weken na een controle vertellen wat is gedaan "
                    "en wat zij kunnen melden",
                    en="Tell neighbouring businesses within two weeks of an inspection what was "
                    "done and what to report",
                ),
            ),
        ),
    ),
)
