"""Theme 3.5 of the catalogue: recruitment of youngsters for drug crime."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="3.5",
    field="jeugd",
    title=Text(
        nl="Jonge aanwas in drugscriminaliteit",
        en="Recruitment of youngsters for drug crime",
    ),
    subtopics=Text(nl="perspectief, grenzen", en="prospects, limits"),
    added=True,
    items=(
        ExampleItem(
            title=Text(nl="Ronselaars herkennen", en="Recognising recruiters"),
            desired_effect=Text(
                nl="Jongeren, ouders en school zien ronselen op tijd en praten erover.",
                en="Young people, parents and school see recruitment in time and talk about it.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "algemeen", "voorlichting"),
                    nl="Op alle mbo- en praktijkscholen twee lessen geven over snel geld en "
                    "ronselen via apps",
                    en="Teach two lessons about quick money and recruitment through apps in all "
                    "mbo and practical schools",
                ),
                measure(
                    ("preparatie", "randvoorwaarde", "risicogroep", "voorlichting"),
                    nl="Veertig docenten, trainers en jongerenwerkers trainen in signalen van "
                    "ronselen en het melden daarvan",
                    en="Train forty teachers, coaches and youth workers in the signs of "
                    "recruitment and in reporting them",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "voorlichting"),
                    nl="Vier keer per jaar een ouderavond houden: wat doe je als je kind ineens "
                    "veel geld heeft?",
                    en="Hold four parents' evenings a year: what do you do when your child "
                    "suddenly has a lot of money?",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Werk, school en een vast gezicht",
                en="Work, school and a familiar face",
            ),
            desired_effect=Text(
                nl="Jongeren met een verhoogd risico maken hun school af of hebben werk.",
                en="Young people at raised risk finish school or have work.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "risicogroep", "samenwerking"),
                    nl="Met ondernemers vijftig bijbanen en stageplekken regelen voor jongeren "
                    "uit twee wijken",
                    en="Arrange fifty side jobs and internships with businesses for young people "
                    "from two districts",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "zorg"),
                    nl="Twintig jongeren per jaar een mentor geven die ten minste een jaar blijft",
                    en="Give twenty young people a year a mentor who stays for at least a year",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Ronselen tegengaan en uitstappers helpen",
                en="Countering recruitment and helping those who want out",
            ),
            desired_effect=Text(
                nl="Ronselen wordt lastiger en wie eruit wil, komt er veilig uit.",
                en="Recruiting gets harder and those who want out get out safely.",
            ),
            measures=(
                measure(
                    ("repressie", "dader", "risicogroep", "toezicht"),
                    nl="Op de drie plekken waar het meest wordt geronseld acht weken lang elke "
                    "dag controleren",
                    en="Check the three places with most recruitment every day for eight weeks",
                ),
                measure(
                    ("nazorg", "dader", "betrokkenen", "zorg"),
                    nl="Jongeren die willen stoppen binnen een week een uitstapplan bieden: "
                    "onderdak, schulden, begeleiding",
                    en="Offer young people who want out a plan within a week: housing, debts, "
                    "guidance",
                ),
            ),
        ),
    ),
)
