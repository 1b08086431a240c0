"""Theme 3.3 of the catalogue: youth, alcohol and drugs."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="3.3",
    field="jeugd",
    title=Text(nl="Jeugd, alcohol en drugs", en="Youth, alcohol and drugs"),
    subtopics=Text(nl="preventie, handhaving leeftijd", en="prevention, enforcing age limits"),
    items=(
        ExampleItem(
            title=Text(
                nl="Later beginnen met drinken en gebruiken",
                en="Starting to drink and use later",
            ),
            desired_effect=Text(
                nl="Minder jongeren onder de 18 drinken, vapen of gebruiken drugs.",
                en="Fewer people under 18 drink, vape or use drugs.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "samenwerking"),
                    nl="Met alle sportclubs afspreken: geen alcohol in de kantine tijdens "
                    "jeugdwedstrijden",
                    en="Agree with all sports clubs: no alcohol in the canteen during youth "
                    "matches",
                ),
                measure(
                    ("preventie", "slachtoffer", "algemeen", "voorlichting"),
                    nl="Op elke middelbare school in de brugklas een ouderavond houden over "
                    "alcohol, vapes en drugs",
                    en="Hold a first-year parents' evening in every secondary school about "
                    "alcohol, vapes and drugs",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Leeftijdsgrens wordt nageleefd", en="The age limit is kept"),
            desired_effect=Text(
                nl="Acht van de tien verkooppunten vragen altijd om een legitimatie.",
                en="Eight out of ten sellers always ask for identification.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "risicogroep", "voorlichting"),
                    nl="Twee avonden per jaar barvrijwilligers scholen: leeftijd vragen, nee "
                    "zeggen, niet doorschenken",
                    en="Train bar volunteers two evenings a year: ask for age, say no, stop "
                    "serving",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Zestig verkooppunten twee keer per jaar controleren met testkopers en de "
                    "uitslag publiceren",
                    en="Check sixty sellers twice a year with test buyers and publish the result",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Snel hulp als het misgaat", en="Quick help when things go wrong"),
            desired_effect=Text(
                nl="Jongeren die in de problemen komen, krijgen binnen twee weken hulp.",
                en="Young people who get into trouble get help within two weeks.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "risicogroep", "zorg"),
                    nl="Eén dag per week een medewerker verslavingszorg inzetten op het mbo en "
                    "twee plekken in de wijk",
                    en="Deploy an addiction worker one day a week at the mbo school and two "
                    "places in the district",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Jongeren die met alcohol worden betrapt naar Halt verwijzen, met een "
                    "gesprek waar ouders bij zijn",
                    en="Refer young people caught with alcohol to Halt, with a talk their parents "
                    "attend",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Na een alcoholvergiftiging binnen twee weken een gesprek met jongere en "
                    "ouders aanbieden",
                    en="Offer youngster and parents a talk within two weeks of alcohol poisoning",
                ),
            ),
        ),
    ),
)
