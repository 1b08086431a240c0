"""Theme 1.3 of the catalogue: objective safety, common crime."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="1.3",
    field="woonomgeving",
    title=Text(
        nl="Objectieve veiligheid, veelvoorkomende criminaliteit",
        en="Objective safety, common crime",
    ),
    subtopics=Text(
        nl="woninginbraak, fietsdiefstal, autokraak, geweld, overvallen (HIC)",
        en="burglary, bicycle theft, theft from cars, violence, robberies (high-impact crime)",
    ),
    items=(
        ExampleItem(
            title=Text(nl="Inbrekers buiten houden", en="Keeping burglars out"),
            desired_effect=Text(
                nl="Er wordt minder ingebroken en vaker blijft het bij een poging.",
                en="There are fewer burglaries and more of them remain attempts.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "samenwerking"),
                    nl="Met corporaties afspreken dat zij bij elke grote renovatie inbraakwerende "
                    "sloten plaatsen",
                    en="Agree with housing associations that they fit burglar-resistant locks in "
                    "every major renovation",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Na elke woninginbraak binnen drie dagen twintig woningen in de buurt "
                    "bezoeken met tips",
                    en="Visit twenty nearby homes with tips within three days of every burglary",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Slachtoffers van een inbraak binnen twee weken thuis spreken over herstel "
                    "en veilig wonen",
                    en="Speak with burglary victims at home within two weeks about recovery and a "
                    "safer home",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Fietsen en auto's minder makkelijk te stelen",
                en="Bicycles and cars harder to steal",
            ),
            desired_effect=Text(
                nl="Het aantal aangiften op de tien drukste plekken daalt.",
                en="The number of reported thefts at the ten busiest places falls.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "risicogroep", "fysiek"),
                    nl="Bij het station en twee winkelcentra 300 bewaakte fietsplekken maken",
                    en="Create 300 guarded bicycle places at the station and two shopping centres",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Alle opkopers twee keer per jaar controleren op hun Digitaal "
                    "Opkopersregister",
                    en="Check all second-hand dealers twice a year on their Digitaal "
                    "Opkopersregister",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Minder straatroof en overvallen",
                en="Fewer street robberies and hold-ups",
            ),
            desired_effect=Text(
                nl="Er vallen minder slachtoffers, en bekende daders gaan minder vaak opnieuw de "
                "fout in.",
                en="There are fewer victims, and known offenders reoffend less often.",
            ),
            measures=(
                measure(
                    ("preparatie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Personeel van dertig winkels en tankstations trainen: wat doe je bij een "
                    "overval?",
                    en="Train the staff of thirty shops and petrol stations: what to do in a "
                    "robbery?",
                ),
                measure(
                    ("preventie", "dader", "betrokkenen", "zorg"),
                    nl="Elke bekende pleger van overval, straatroof of inbraak één plan en één "
                    "regisseur geven",
                    en="Give every known robber and burglar one plan and one case director",
                ),
                measure(
                    ("nazorg", "dader", "betrokkenen", "zorg"),
                    nl="Plegers van overval of inbraak vóór hun vrijlating bezoeken en de eerste "
                    "maand elke week spreken",
                    en="Visit robbers and burglars before their release and see them every week "
                    "in the first month",
                ),
            ),
        ),
    ),
)
