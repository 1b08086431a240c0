"""Theme 1.5 of the catalogue: care and safety, disturbed behaviour."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="1.5",
    field="woonomgeving",
    title=Text(
        nl="Zorg en veiligheid, onbegrepen gedrag",
        en="Care and safety, disturbed behaviour",
    ),
    subtopics=Text(
        nl="escalatie, bemoeizorg, nazorg ex-gedetineerden",
        en="escalation, outreach care, aftercare for ex-detainees",
    ),
    added=True,
    items=(
        ExampleItem(
            title=Text(
                nl="Vroeg hulp bij onbegrepen gedrag",
                en="Early help with disturbed behaviour",
            ),
            desired_effect=Text(
                nl="Wie vastloopt, krijgt hulp voordat de buurt of de politie in actie moet "
                "komen.",
                en="People who get stuck are helped before neighbours or police have to act.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "samenwerking"),
                    nl="Voor elke kwetsbare nieuwe huurder vooraf begeleiding en een "
                    "aanspreekpunt voor de buren regelen",
                    en="Arrange support and a contact for neighbours before every vulnerable new "
                    "tenant moves in",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "zorg"),
                    nl="Na elke melding van zorgwekkend gedrag binnen vijf werkdagen op "
                    "huisbezoek gaan",
                    en="Pay a home visit within five working days of every report of worrying "
                    "behaviour",
                ),
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "voorlichting"),
                    nl="Zes trainingen per jaar geven aan balie, boa's en huismeesters: rustig "
                    "blijven en doorverwijzen",
                    en="Give six trainings a year to desk staff, enforcement and caretakers: stay "
                    "calm and refer on",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Opschalen als het gevaarlijk wordt",
                en="Escalating when it becomes dangerous",
            ),
            desired_effect=Text(
                nl="Bij oplopend gevaar is binnen een dag duidelijk wie de regie heeft.",
                en="When danger rises, it is clear within a day who is in charge.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Eén opschalingskaart maken voor wijkteam, ggz en politie en die twee keer "
                    "per jaar oefenen",
                    en="Make one escalation card for neighbourhood team, mental health care and "
                    "police; practise it twice a year",
                ),
                measure(
                    ("preventie", "dader", "betrokkenen", "zorg"),
                    nl="Voor inwoners met een hoog risico binnen vier weken één plan maken in het "
                    "Zorg- en Veiligheidshuis",
                    en="Make one plan in the Zorg- en Veiligheidshuis within four weeks for "
                    "residents at high risk",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Goede terugkeer na detentie of opname",
                en="A good return after detention or admission",
            ),
            desired_effect=Text(
                nl="Wie terugkomt, heeft vanaf de eerste dag onderdak, inkomen en een vast "
                "gezicht.",
                en="Those who return have a roof, an income and a familiar face from day one.",
            ),
            measures=(
                measure(
                    ("nazorg", "dader", "betrokkenen", "zorg"),
                    nl="Elke gedetineerde drie maanden voor vrijlating spreken over onderdak, "
                    "inkomen, schulden en zorg",
                    en="Speak with every detainee three months before release about housing, "
                    "income, debts and care",
                ),
                measure(
                    ("preventie", "situatie", "betrokkenen", "samenwerking"),
                    nl="Met corporaties vijf woningen per jaar vrijhouden voor terugkeer uit "
                    "detentie of kliniek",
                    en="Reserve five homes a year with housing associations for return from "
                    "detention or clinic",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Omwonenden na een ernstig incident twee keer spreken: in de eerste week "
                    "en na drie maanden",
                    en="Speak with neighbours twice after a grave incident: in the first week and "
                    "after three months",
                ),
            ),
        ),
    ),
)
