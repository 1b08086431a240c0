"""Theme 1.1 of the catalogue: social quality."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="1.1",
    field="woonomgeving",
    title=Text(nl="Sociale kwaliteit", en="Social quality"),
    subtopics=Text(
        nl="woonoverlast, burenconflicten, buurtbemiddeling, overlast door alcohol of drugs",
        en="nuisance at home, conflicts between neighbours, mediation, alcohol or drug nuisance",
    ),
    items=(
        ExampleItem(
            title=Text(
                nl="Burenruzie oplossen voordat die vastloopt",
                en="Resolving neighbour conflicts before they get stuck",
            ),
            desired_effect=Text(
                nl="Buren komen er samen uit voordat politie of gemeente moet ingrijpen.",
                en="Neighbours work it out together before police or municipality have to step "
                "in.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "betrokkenen", "zorg"),
                    nl="Buurtbemiddeling aanbieden bij elke eerste melding van burenoverlast, "
                    "gesprek binnen twee weken",
                    en="Offer mediation at every first report of neighbour nuisance, first talk "
                    "within two weeks",
                ),
                measure(
                    ("preventie", "situatie", "algemeen", "voorlichting"),
                    nl="In acht flats met veel meldingen nieuwe huurders binnen een maand thuis "
                    "de leefregels uitleggen",
                    en="Explain the house rules at home within a month to new tenants in eight "
                    "flats with many reports",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Ernstige woonoverlast stap voor stap stoppen",
                en="Stopping serious nuisance at home step by step",
            ),
            desired_effect=Text(
                nl="Ernstige woonoverlast stopt, het liefst zonder dat iemand zijn woning "
                "kwijtraakt.",
                en="Serious nuisance stops, preferably without anybody losing their home.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Elke maand de tien zwaarste overlastzaken bespreken en per zaak één "
                    "trekker afspreken",
                    en="Discuss the ten most serious nuisance cases every month and agree one "
                    "lead per case",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="Als een waarschuwing niet helpt, een gedragsaanwijzing opleggen (art. "
                    "151d Gemeentewet)",
                    en="Impose a behavioural order when a warning has no effect (art. 151d "
                    "Gemeentewet)",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Omwonenden drie maanden na het einde van een overlastzaak bellen: is het "
                    "rustig gebleven?",
                    en="Call residents three months after a nuisance case ends: has it stayed "
                    "quiet?",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Minder overlast door drank en drugs op straat",
                en="Less nuisance from drink and drugs in the street",
            ),
            desired_effect=Text(
                nl="Bewoners gebruiken parken en pleinen weer zonder zich onveilig te voelen.",
                en="Residents use parks and squares again without feeling unsafe.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "fysiek"),
                    nl="Twee parken met overlast samen met de buurt opnieuw inrichten: zicht, "
                    "licht en ander gebruik",
                    en="Redesign two troubled parks with the neighbourhood: sightlines, lighting "
                    "and other uses",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "zorg"),
                    nl="Vier dagdelen per week straathoekwerk inzetten op de drie plekken waar "
                    "mensen drinken en gebruiken",
                    en="Deploy outreach work four half-days a week at the three places where "
                    "people drink and use drugs",
                ),
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Elke middag boa's inzetten in het gebied waar op straat geen alcohol mag "
                    "worden gedronken",
                    en="Deploy enforcement officers every afternoon in the area where street "
                    "drinking is banned",
                ),
            ),
        ),
    ),
)
