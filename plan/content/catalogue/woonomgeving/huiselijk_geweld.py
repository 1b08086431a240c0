"""Theme 1.6 of the catalogue: domestic violence and child abuse."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="1.6",
    field="woonomgeving",
    title=Text(
        nl="Huiselijk geweld en kindermishandeling",
        en="Domestic violence and child abuse",
    ),
    subtopics=Text(nl="Veilig Thuis, femicide-aanpak", en="Veilig Thuis, approach to femicide"),
    added=True,
    items=(
        ExampleItem(
            title=Text(
                nl="Geweld eerder zien en melden",
                en="Seeing and reporting violence earlier",
            ),
            desired_effect=Text(
                nl="Omstanders en beroepskrachten herkennen geweld en schakelen eerder hulp in.",
                en="Bystanders and professionals recognise violence and call in help sooner.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "algemeen", "voorlichting"),
                    nl="In november twee weken campagne voeren met huisartsen, apotheken en "
                    "kappers: waar kun je terecht?",
                    en="Campaign two weeks in November with doctors, pharmacies and hairdressers: "
                    "where to turn?",
                ),
                measure(
                    ("preparatie", "randvoorwaarde", "risicogroep", "voorlichting"),
                    nl="Op alle scholen en kinderopvanglocaties elk jaar de meldcode oefenen met "
                    "een eigen voorbeeld",
                    en="Practise the reporting code yearly in all schools and childcare with an "
                    "example of their own",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Acuut geweld stoppen", en="Stopping acute violence"),
            desired_effect=Text(
                nl="Het geweld stopt en het hele gezin heeft binnen een week hulp.",
                en="The violence stops and the whole family has help within a week.",
            ),
            measures=(
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="Bij direct gevaar een huisverbod opleggen (Wet tijdelijk huisverbod), met "
                    "hulp binnen een dag",
                    en="Impose a ban from the home in acute danger (Wet tijdelijk huisverbod), "
                    "with help within a day",
                ),
                measure(
                    ("preventie", "dader", "betrokkenen", "zorg"),
                    nl="Plegers na een huisverbod binnen vijf werkdagen spreken over hun agressie "
                    "en passende hulp",
                    en="Speak with perpetrators on their aggression and suitable help within five "
                    "working days of a ban",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Elk kind dat geweld meemaakte binnen vier weken hulp bieden en een jaar "
                    "lang volgen",
                    en="Help every child that lived through violence within four weeks and follow "
                    "up for a year",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Stalking en dodelijk geweld voorkomen",
                en="Preventing stalking and lethal violence",
            ),
            desired_effect=Text(
                nl="Bij stalking en dwingende controle is er bescherming voordat het escaleert.",
                en="With stalking and coercive control there is protection before it escalates.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "risicogroep", "voorlichting"),
                    nl="Veertig medewerkers van wijkteam en politie trainen in signalen van "
                    "stalking en dwingende controle",
                    en="Train forty staff of police and neighbourhood team in the signs of "
                    "stalking and coercive control",
                ),
                measure(
                    ("preventie", "slachtoffer", "betrokkenen", "fysiek"),
                    nl="Bij stalking binnen een week een veiligheidsplan maken met noodknop en "
                    "aanpassing van de woning",
                    en="In stalking cases make a safety plan within a week, with alarm button and "
                    "changes to the home",
                ),
                measure(
                    ("nazorg", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Elke zaak met zwaar letsel of een dode binnen drie maanden nabespreken "
                    "met alle partners",
                    en="Review every case with serious injury or death with all partners within "
                    "three months",
                ),
            ),
        ),
    ),
)
