"""Theme 4.4 of the catalogue: disaster response and crisis management."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="4.4",
    field="fysiek",
    title=Text(
        nl="Rampenbestrijding en crisisbeheersing",
        en="Disaster response and crisis management",
    ),
    subtopics=Text(nl="bevolkingszorg", en="population care"),
    items=(
        ExampleItem(
            title=Text(
                nl="Een crisisorganisatie die er staat",
                en="A crisis organisation that stands ready",
            ),
            desired_effect=Text(
                nl="Bij een crisis is de gemeente binnen een uur op volle sterkte.",
                en="In a crisis the municipality is at full strength within an hour.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "samenwerking"),
                    nl="Elke crisisfunctie met drie mensen bezetten en elk kwartaal "
                    "onaangekondigd alarmeren",
                    en="Staff every crisis function with three people and run an unannounced "
                    "alert every quarter",
                ),
                measure(
                    ("preparatie", "situatie", "algemeen", "samenwerking"),
                    nl="Twee keer per jaar oefenen: één keer met het beleidsteam, één keer met "
                    "opvang van honderd mensen",
                    en="Exercise twice a year: once with the policy team, once with shelter for a "
                    "hundred people",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Risico's kennen en kleiner maken",
                en="Knowing risks and making them smaller",
            ),
            desired_effect=Text(
                nl="Voor de drie grootste risico's is gekozen wat we eraan doen.",
                en="For the three greatest risks it is chosen what we do about them.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Elk jaar in het college het regionale risicoprofiel bespreken en drie "
                    "verbeteringen kiezen",
                    en="Discuss the regional risk profile in the college every year and choose "
                    "three improvements",
                ),
                measure(
                    ("preparatie", "slachtoffer", "risicogroep", "zorg"),
                    nl="Elk halfjaar met zorg en GGD bijwerken in welke gebouwen mensen niet zelf "
                    "weg kunnen",
                    en="Update twice a year with care and GGD in which buildings people cannot "
                    "leave unaided",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Opvang en informatie binnen een uur",
                en="Shelter and information within an hour",
            ),
            desired_effect=Text(
                nl="Inwoners weten snel wat er aan de hand is en waar zij terechtkunnen.",
                en="Residents soon know what is going on and where they can go.",
            ),
            measures=(
                measure(
                    ("preparatie", "slachtoffer", "algemeen", "voorlichting"),
                    nl="Voor vijf scenario's berichten in vier talen en beeld klaarzetten en die "
                    "elk halfjaar testen",
                    en="Prepare messages in four languages and pictures for five scenarios and "
                    "test them twice a year",
                ),
                measure(
                    ("preparatie", "situatie", "algemeen", "fysiek"),
                    nl="Drie opvanglocaties vastleggen met sleutels, bedden en noodstroom en die "
                    "elk jaar proefdraaien",
                    en="Secure three shelters with keys, beds and emergency power, and try them "
                    "out every year",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Hulp en lessen in de nafase", en="Help and lessons in the aftermath"),
            desired_effect=Text(
                nl="Getroffenen hebben één plek voor al hun vragen, zolang dat nodig is.",
                en="Those affected have one place for all their questions, as long as it takes.",
            ),
            measures=(
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Na een crisis binnen drie dagen één loket openen voor schade, hulp en "
                    "herdenken",
                    en="Open one desk for damage, help and commemoration within three days of a "
                    "crisis",
                ),
                measure(
                    ("nazorg", "randvoorwaarde", "betrokkenen", "samenwerking"),
                    nl="Elke inzet vanaf GRIP 1 binnen zes weken evalueren en de lessen in de "
                    "volgende oefening verwerken",
                    en="Evaluate every deployment from GRIP 1 within six weeks and use the "
                    "lessons in the next exercise",
                ),
            ),
        ),
    ),
)
