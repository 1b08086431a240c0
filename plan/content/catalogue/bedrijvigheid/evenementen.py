"""Theme 2.4 of the catalogue: safe events."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="2.4",
    field="bedrijvigheid",
    title=Text(nl="Veilige evenementen", en="Safe events"),
    subtopics=Text(nl="kalender, capaciteit, evaluatie", en="calendar, capacity, evaluation"),
    items=(
        ExampleItem(
            title=Text(nl="Vooraf kiezen wat kan", en="Choosing beforehand what is possible"),
            desired_effect=Text(
                nl="Het aantal evenementen past bij wat hulpdiensten en buurten aankunnen.",
                en="The number of events fits what emergency services and neighbourhoods can "
                "bear.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Vóór 1 december de kalender vaststellen met ten hoogste één "
                    "risico-evenement per weekend",
                    en="Adopt the calendar before 1 December with at most one high-risk event per "
                    "weekend",
                ),
                measure(
                    ("preventie", "slachtoffer", "algemeen", "bestuurlijk"),
                    nl="Per terrein vastleggen: hoogste aantal bezoekers, eindtijd van het geluid "
                    "en rustdagen voor de buurt",
                    en="Lay down per site: maximum number of visitors, end of sound and rest days "
                    "for the neighbourhood",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Organisatoren goed voorbereid", en="Organisers well prepared"),
            desired_effect=Text(
                nl="Het veiligheidsplan klopt voordat de eerste bezoeker binnen is.",
                en="The safety plan is right before the first visitor is in.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "risicogroep", "voorlichting"),
                    nl="Twee middagen per jaar vrijwillige organisatoren helpen bij hun "
                    "veiligheidsplan",
                    en="Help volunteer organisers with their safety plan on two afternoons a year",
                ),
                measure(
                    ("preparatie", "situatie", "risicogroep", "samenwerking"),
                    nl="Bij elk risico-evenement drie scenario's doorspreken met organisator, "
                    "politie, brandweer en GHOR",
                    en="Talk through three scenarios with organiser, police, fire service and "
                    "GHOR at every high-risk event",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Veilig op het terrein", en="Safe on site"),
            desired_effect=Text(
                nl="Bezoekers krijgen snel hulp en gebreken worden ter plekke verholpen.",
                en="Visitors get help quickly and defects are fixed on the spot.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "zorg"),
                    nl="Bij dance- en jongerenfeesten een rustplek en voorlichters over drugs "
                    "voorschrijven in de vergunning",
                    en="Require a quiet place and drug advisers in the licence of dance and youth "
                    "parties",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Vijftien evenementen controleren: vrije uitgangen, aantal bezoekers, geen "
                    "alcohol onder de 18",
                    en="Inspect fifteen events: free exits, number of visitors, no alcohol under "
                    "18",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Leren voor de volgende keer", en="Learning for the next time"),
            desired_effect=Text(
                nl="Fouten van dit jaar komen volgend jaar niet terug.",
                en="This year's mistakes do not return next year.",
            ),
            measures=(
                measure(
                    ("nazorg", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Na elk risico-evenement binnen vier weken verwachte en echte inzet naast "
                    "elkaar leggen",
                    en="Compare expected and actual deployment within four weeks of every "
                    "high-risk event",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "samenwerking"),
                    nl="Omwonenden na elk groot evenement bevragen en de uitkomst verwerken in de "
                    "volgende vergunning",
                    en="Ask residents after every large event and use the outcome in the next "
                    "licence",
                ),
            ),
        ),
    ),
)
