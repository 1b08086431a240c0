"""Theme 3.4 of the catalogue: safe in and around school."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="3.4",
    field="jeugd",
    title=Text(nl="Veilig in en om de school", en="Safe in and around school"),
    subtopics=Text(nl="convenant, voorlichting", en="covenant, information"),
    items=(
        ExampleItem(
            title=Text(nl="Vooraf weten wie wat doet", en="Knowing beforehand who does what"),
            desired_effect=Text(
                nl="Bij een incident weten school, politie en gemeente meteen wat hun taak is.",
                en="In an incident school, police and municipality know their task at once.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "samenwerking"),
                    nl="Het convenant schoolveiligheid vóór de zomer vernieuwen met alle "
                    "middelbare en mbo-scholen",
                    en="Renew the school safety covenant with all secondary and mbo schools "
                    "before the summer",
                ),
                measure(
                    ("preparatie", "situatie", "algemeen", "samenwerking"),
                    nl="Op elke school één keer per jaar een ernstig incident naspelen met "
                    "politie en gemeente",
                    en="Act out a grave incident with police and municipality once a year in "
                    "every school",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Een veilig klimaat in de school", en="A safe climate inside school"),
            desired_effect=Text(
                nl="Leerlingen worden minder gepest en weten bij wie zij terechtkunnen.",
                en="Pupils are bullied less and know whom to turn to.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "algemeen", "voorlichting"),
                    nl="In alle tweede klassen drie lessen geven over online pesten, naaktbeelden "
                    "en groepsdruk",
                    en="Teach three lessons in all second-year classes on online bullying, nude "
                    "images and peer pressure",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "zorg"),
                    nl="Op elke school twee dagdelen per week een open spreekuur jeugdhulp "
                    "houden, zonder afspraak",
                    en="Hold open hours for youth care in every school two half-days a week, no "
                    "appointment needed",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Rust rond de school en na een incident",
                en="Calm around school and after an incident",
            ),
            desired_effect=Text(
                nl="Leerlingen komen veilig op school en na een incident is er snel weer rust.",
                en="Pupils reach school safely and calm soon returns after an incident.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "algemeen", "toezicht"),
                    nl="Bij vier scholen elke pauze toezicht houden: conciërge, boa en "
                    "jongerenwerker om de beurt",
                    en="Supervise every break at four schools: caretaker, enforcement officer and "
                    "youth worker in turn",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Bij wapens of geweld binnen een dag met ouders en politie bepalen: straf, "
                    "hulp en terugkeer",
                    en="With weapons or violence decide within a day with parents and police: "
                    "sanction, help and return",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Na een ernstig incident de volgende dag de klas opvangen en na zes weken "
                    "met ouders spreken",
                    en="Support the class the day after a grave incident and speak with parents "
                    "after six weeks",
                ),
            ),
        ),
    ),
)
