"""Theme 5.4 of the catalogue: information security."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="5.4",
    field="integriteit",
    title=Text(nl="Informatieveiligheid", en="Information security"),
    subtopics=Text(
        nl="phishing, datalekken, uitval van systemen, leveranciers",
        en="phishing, data breaches, failure of systems, suppliers",
    ),
    items=(
        ExampleItem(
            title=Text(nl="De basis op orde", en="The basics in order"),
            desired_effect=Text(
                nl="Aanvallers komen minder makkelijk binnen, ook niet via een leverancier.",
                en="Attackers get in less easily, not through a supplier either.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Bij elke inkoop van software beveiligingseisen en een vertrekregeling in "
                    "het contract opnemen",
                    en="Put security demands and an exit arrangement in the contract of every "
                    "software purchase",
                ),
                measure(
                    ("preventie", "situatie", "algemeen", "bestuurlijk"),
                    nl="De tien grootste verbeterpunten uit de BIO2-meting uitvoeren en elk "
                    "kwartaal melden aan het MT",
                    en="Carry out the ten main improvements from the BIO2 review and report to "
                    "the MT every quarter",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Medewerkers die opletten", en="Staff who stay alert"),
            desired_effect=Text(
                nl="Medewerkers klikken minder op valse berichten en melden fouten meteen.",
                en="Staff click less on false messages and report mistakes at once.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "algemeen", "voorlichting"),
                    nl="Vier oefenmails per jaar sturen en wie klikt dezelfde week een korte les "
                    "geven",
                    en="Send four test mails a year and give those who click a short lesson the "
                    "same week",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "toezicht"),
                    nl="Elk halfjaar nagaan wie bij vertrouwelijke gegevens kan en overbodige "
                    "toegang intrekken",
                    en="Check twice a year who can reach confidential data and withdraw needless "
                    "access",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Klaar voor een aanval en voor herstel",
                en="Ready for an attack and for recovery",
            ),
            desired_effect=Text(
                nl="De belangrijkste dienstverlening werkt binnen drie dagen weer.",
                en="The main services work again within three days.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "samenwerking"),
                    nl="Eén dag per jaar zonder systemen oefenen met crisisteam, ICT en drie "
                    "afdelingen",
                    en="Practise one day a year without systems with crisis team, ICT and three "
                    "departments",
                ),
                measure(
                    ("preparatie", "situatie", "algemeen", "financieel"),
                    nl="Een contract sluiten voor hulp bij een aanval, dag en nacht, binnen vier "
                    "uur ter plaatse",
                    en="Sign a contract for help in an attack, day and night, on site within four "
                    "hours",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "voorlichting"),
                    nl="Inwoners van wie gegevens zijn gelekt binnen drie dagen inlichten en een "
                    "hulpnummer geven",
                    en="Inform residents whose data leaked within three days and give them a help "
                    "number",
                ),
            ),
        ),
    ),
)
