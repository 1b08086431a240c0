"""Theme 1.7 of the catalogue: cybercrime and digitised crime."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="1.7",
    field="woonomgeving",
    title=Text(
        nl="Digitale en gedigitaliseerde criminaliteit",
        en="Cybercrime and digitised crime",
    ),
    subtopics=Text(
        nl="oplichting, weerbaarheid inwoners en mkb",
        en="fraud, resilience of residents and small businesses",
    ),
    added=True,
    items=(
        ExampleItem(
            title=Text(
                nl="Inwoners herkennen oplichting op tijd",
                en="Residents recognise fraud in time",
            ),
            desired_effect=Text(
                nl="Minder inwoners raken geld kwijt, en wie slachtoffer wordt, meldt dat.",
                en="Fewer residents lose money, and those who do report it.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Geen betaallinks meer zetten in sms-berichten en mails van de gemeente en "
                    "dat aan inwoners vertellen",
                    en="Put no more payment links in municipal text messages and mails, and tell "
                    "residents so",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Twee keer per maand een spreekuur houden in de bibliotheek: is dit "
                    "bericht echt of nep?",
                    en="Hold a help hour in the library twice a month: is this message real or "
                    "fake?",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Slachtoffers van online oplichting binnen een week bellen met hulp bij "
                    "bank, aangifte en verwerking",
                    en="Call victims of online fraud within a week with help on bank, police "
                    "report and coping",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Kleine bedrijven tegen een stootje",
                en="Small businesses that can take a knock",
            ),
            desired_effect=Text(
                nl="Minder bedrijven worden geraakt en wie geraakt wordt, werkt binnen drie dagen "
                "weer.",
                en="Fewer businesses are hit, and those that are work again within three days.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "samenwerking"),
                    nl="Vijftig kleine bedrijven een gratis basisscan geven en na drie maanden "
                    "nabellen",
                    en="Give fifty small businesses a free basic scan and call back after three "
                    "months",
                ),
                measure(
                    ("preparatie", "situatie", "risicogroep", "samenwerking"),
                    nl="Elk halfjaar met ondernemers naspelen wat je in het eerste uur na een "
                    "digitale aanval doet",
                    en="Act out with businesses twice a year what to do in the first hour after a "
                    "cyberattack",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Jongeren geen handlanger van oplichters",
                en="Young people no accomplices of fraudsters",
            ),
            desired_effect=Text(
                nl="Minder jongeren lenen hun bankrekening of hun handigheid uit aan oplichters.",
                en="Fewer young people lend their bank account or skills to fraudsters.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "risicogroep", "voorlichting"),
                    nl="In alle mbo-klassen op niveau 1 en 2 een les geven over geldezels en het "
                    "uitlenen van je pas",
                    en="Teach all mbo classes at levels 1 and 2 about money mules and lending "
                    "your bank card",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Jongeren bij een eerste licht online delict binnen zes weken laten "
                    "beginnen bij Halt",
                    en="Have young people start at Halt within six weeks of a first minor online "
                    "offence",
                ),
            ),
        ),
    ),
)
