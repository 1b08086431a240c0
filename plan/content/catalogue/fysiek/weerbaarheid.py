"""Theme 4.5 of the catalogue: societal resilience, failure of utilities."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="4.5",
    field="fysiek",
    title=Text(
        nl="Maatschappelijke weerbaarheid, uitval voorzieningen",
        en="Societal resilience, failure of utilities",
    ),
    subtopics=Text(
        nl="noodsteunpunten, hoogwater, natuurbrand",
        en="emergency support points, high water, wildfire",
    ),
    added=True,
    items=(
        ExampleItem(
            title=Text(nl="Drie dagen zelf vooruit kunnen", en="Managing three days on your own"),
            desired_effect=Text(
                nl="Huishoudens redden zich 72 uur zonder stroom of water en letten op hun buren.",
                en="Households manage 72 hours without power or water and look after their "
                "neighbours.",
            ),
            measures=(
                measure(
                    ("preventie", "slachtoffer", "algemeen", "voorlichting"),
                    nl="In elke kern een avond houden over het noodpakket, waar buren ook elkaar "
                    "leren kennen",
                    en="Hold an evening in every village on the emergency kit, where neighbours "
                    "also get acquainted",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "zorg"),
                    nl="Met de thuiszorg een stroomplan maken voor alle inwoners met medische "
                    "apparatuur thuis",
                    en="Make a power plan with home care for all residents with medical equipment "
                    "at home",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Een noodsteunpunt in elke kern",
                en="An emergency support point in every village",
            ),
            desired_effect=Text(
                nl="Wie hulp of informatie zoekt als alles uitvalt, kan lopend ergens terecht.",
                en="Those who seek help or information when all fails can walk to it.",
            ),
            measures=(
                measure(
                    ("preparatie", "situatie", "algemeen", "fysiek"),
                    nl="Per kern één gebouw inrichten met noodstroom, noodcommunicatie, water en "
                    "een beheerder met sleutel",
                    en="Equip one building per village with emergency power, communication, water "
                    "and a keyholder",
                ),
                measure(
                    ("preparatie", "slachtoffer", "algemeen", "samenwerking"),
                    nl="Per noodsteunpunt tien vrijwilligers opleiden en één avond per jaar een "
                    "stroomstoring naspelen",
                    en="Train ten volunteers per support point and act out a power cut one "
                    "evening a year",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Minder schade door water, vuur en hitte",
                en="Less damage from water, fire and heat",
            ),
            desired_effect=Text(
                nl="Bij zware regen, droogte en hitte blijven wegen en woningen bruikbaar.",
                en="Roads and homes stay usable in heavy rain, drought and heat.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "fysiek"),
                    nl="Met het waterschap de vijf plekken aanpakken waar het water bij zware "
                    "regen blijft staan",
                    en="Work with the waterschap on the five places where water stays after heavy "
                    "rain",
                ),
                measure(
                    ("preventie", "situatie", "risicogroep", "samenwerking"),
                    nl="Met campings en terreinbeheerders vóór april brandgangen, bluswater en "
                    "vluchtroutes nalopen",
                    en="Check firebreaks, water and escape routes with campsites and land "
                    "managers before April",
                ),
            ),
        ),
        ExampleItem(
            title=Text(nl="Doorwerken en herstellen", en="Carrying on and recovering"),
            desired_effect=Text(
                nl="De gemeente blijft bereikbaar en getroffen buurten krijgen hulp.",
                en="The municipality stays reachable and affected neighbourhoods get help.",
            ),
            measures=(
                measure(
                    ("preparatie", "randvoorwaarde", "algemeen", "bestuurlijk"),
                    nl="Voor tien onmisbare gemeentetaken een plan zonder stroom en internet "
                    "maken en één dag testen",
                    en="Make a plan without power and internet for ten vital municipal tasks and "
                    "test it for a day",
                ),
                measure(
                    ("nazorg", "slachtoffer", "betrokkenen", "samenwerking"),
                    nl="Na langdurige uitval binnen twee weken de zwaarst getroffen buurten "
                    "bezoeken en schade verhelpen",
                    en="Visit the worst hit neighbourhoods within two weeks of a long failure and "
                    "repair damage",
                ),
            ),
        ),
    ),
)
