"""Theme 5.1 of the catalogue: polarisation and radicalisation."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="5.1",
    field="integriteit",
    title=Text(nl="Polarisatie en radicalisering", en="Polarisation and radicalisation"),
    subtopics=Text(
        nl="spanning tussen groepen, extremisme, vroeg signaleren, persoonsgerichte aanpak",
        en="tension between groups, extremism, early signals, person-centred approach",
    ),
    items=(
        ExampleItem(
            title=Text(
                nl="In gesprek blijven in wijken en op scholen",
                en="Keeping up the talk in districts and schools",
            ),
            desired_effect=Text(
                nl="Spanning tussen groepen wordt eerder gezien en uitgesproken.",
                en="Tension between groups is seen and voiced sooner.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "samenwerking"),
                    nl="Een netwerk van dertig sleutelpersonen vier keer per jaar spreken, en "
                    "direct bij onrust",
                    en="Meet a network of thirty key persons four times a year, and at once in "
                    "times of unrest",
                ),
                measure(
                    ("preventie", "situatie", "risicogroep", "voorlichting"),
                    nl="Op acht scholen docenten begeleiden bij lessen over nepnieuws, geloof, "
                    "herkomst en online haat",
                    en="Guide teachers at eight schools in lessons on fake news, religion, origin "
                    "and online hatred",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Melders van discriminatie of haat binnen een week terugbellen en helpen "
                    "bij een aangifte",
                    en="Call back within a week those who report discrimination or hatred and "
                    "help with a police report",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Radicalisering eerder herkennen",
                en="Recognising radicalisation sooner",
            ),
            desired_effect=Text(
                nl="Beroepskrachten en ouders weten wat zij zien en wie zij bellen.",
                en="Professionals and parents know what they see and whom to call.",
            ),
            measures=(
                measure(
                    ("preventie", "dader", "risicogroep", "voorlichting"),
                    nl="Zestig docenten, jongerenwerkers en wijkagenten trainen in signalen, ook "
                    "van online extremisme",
                    en="Train sixty teachers, youth workers and local officers in the signs, "
                    "online extremism included",
                ),
                measure(
                    ("preparatie", "randvoorwaarde", "risicogroep", "samenwerking"),
                    nl="Eén adviesnummer openen met twee vaste medewerkers en de werkwijze elk "
                    "jaar oefenen",
                    en="Open one advice number with two permanent staff and practise the "
                    "procedure every year",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Personen begeleiden en gevaar begrenzen",
                en="Guiding persons and limiting danger",
            ),
            desired_effect=Text(
                nl="Wie radicaliseert, krijgt begeleiding en bij gevaar wordt op tijd ingegrepen.",
                en="Those who radicalise get guidance, and danger is stopped in time.",
            ),
            measures=(
                measure(
                    ("preparatie", "dader", "betrokkenen", "samenwerking"),
                    nl="Elk signaal binnen twee weken wegen met politie en Openbaar Ministerie en "
                    "één regisseur kiezen",
                    en="Weigh every signal within two weeks with police and Openbaar Ministerie "
                    "and choose one director",
                ),
                measure(
                    ("preventie", "dader", "betrokkenen", "zorg"),
                    nl="Voor ieder die radicaliseert een plan maken met werk, hulp en iemand die "
                    "durft tegen te spreken",
                    en="Make a plan for everyone who radicalises, with work, help and somebody "
                    "who dares to contradict",
                ),
                measure(
                    ("nazorg", "dader", "betrokkenen", "zorg"),
                    nl="Na een persoonsgerichte aanpak nog een jaar elke maand contact houden met "
                    "persoon en gezin",
                    en="Keep monthly contact with person and family for a year after a "
                    "person-centred approach",
                ),
            ),
        ),
    ),
)
