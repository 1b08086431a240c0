"""Theme 5.3 of the catalogue: safe public service."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="5.3",
    field="integriteit",
    title=Text(nl="Veilige publieke taak", en="Safe public service"),
    subtopics=Text(
        nl="agressie tegen medewerkers, bedreiging van bestuurders, melden en aangifte",
        en="aggression against staff, threats to administrators, reporting to management and "
        "police",
    ),
    items=(
        ExampleItem(
            title=Text(nl="Agressie voorkomen", en="Preventing aggression"),
            desired_effect=Text(
                nl="Gesprekken lopen minder vaak uit de hand.",
                en="Fewer conversations get out of hand.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "fysiek"),
                    nl="Balies, spreekkamers en raadzaal elk jaar nalopen op vluchtweg, alarm en "
                    "zicht",
                    en="Check desks, meeting rooms and council chamber every year for escape "
                    "route, alarm and sightlines",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "voorlichting"),
                    nl="Medewerkers met publiekscontact elke twee jaar een dag trainen met een "
                    "acteur",
                    en="Train staff who meet the public one day every two years with an actor",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Elke dader krijgt een reactie", en="Every offender gets a response"),
            desired_effect=Text(
                nl="Medewerkers melden elk incident, omdat zij zien dat er iets op volgt.",
                en="Staff report every incident, because they see that something follows.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "bestuurlijk"),
                    nl="Alle incidenten in één systeem melden en elk kwartaal bespreken met MT en "
                    "ondernemingsraad",
                    en="Report all incidents in one system and discuss them every quarter with MT "
                    "and works council",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="De dader binnen twee werkdagen na agressie aanspreken, waarschuwen of de "
                    "toegang ontzeggen",
                    en="Address, warn or ban the offender within two working days of aggression",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Bij elk strafbaar feit aangifte doen namens de werkgever en de schade op "
                    "de dader verhalen",
                    en="Report every offence to the police as employer and recover the damage "
                    "from the offender",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Steun voor bestuurders, raadsleden en medewerkers",
                en="Support for administrators, councillors and staff",
            ),
            desired_effect=Text(
                nl="Wie bedreigd wordt, kan zijn werk blijven doen en staat er niet alleen voor.",
                en="Those who are threatened can keep doing their work and do not stand alone.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "fysiek"),
                    nl="Nieuwe bestuurders en raadsleden binnen drie maanden een check van huis "
                    "en online gegevens bieden",
                    en="Offer new administrators and councillors a check of home and online data "
                    "within three months",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "zorg"),
                    nl="Na een bedreiging binnen een dag een opvanggesprek voeren, en opnieuw na "
                    "zes weken en een halfjaar",
                    en="Hold a support talk within a day of a threat, and again after six weeks "
                    "and half a year",
                ),
            ),
        ),
    ),
)
