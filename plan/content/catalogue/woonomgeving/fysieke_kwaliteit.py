"""Theme 1.2 of the catalogue: physical quality."""

from plan.content.catalogue.measure import measure
from plan.content.shape import CatalogueTheme, ExampleItem
from plan.text import Text

THEME = CatalogueTheme(
    code="1.2",
    field="woonomgeving",
    title=Text(nl="Fysieke kwaliteit", en="Physical quality"),
    subtopics=Text(
        nl="vernieling, verlichting, verloedering, zwerfvuil",
        en="vandalism, street lighting, decay, litter",
    ),
    items=(
        ExampleItem(
            title=Text(nl="Vernieling en zwerfvuil snel weg", en="Damage and litter gone quickly"),
            desired_effect=Text(
                nl="Schade en afval zijn snel weg, zodat ze geen nieuwe schade uitlokken.",
                en="Damage and litter are gone quickly, so that they do not invite more.",
            ),
            measures=(
                measure(
                    ("nazorg", "situatie", "algemeen", "fysiek"),
                    nl="Gemelde vernielingen binnen drie werkdagen herstellen en de melder laten "
                    "weten dat het klaar is",
                    en="Repair reported damage within three working days and tell the reporter it "
                    "is done",
                ),
                measure(
                    ("preventie", "dader", "risicogroep", "voorlichting"),
                    nl="Rond tien containers met veel bijgeplaatst afval langs de deuren gaan met "
                    "uitleg en een kaart",
                    en="Go door to door around ten containers with dumped rubbish, with an "
                    "explanation and a card",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "strafrechtelijk"),
                    nl="Jongeren die iets vernielen via Halt laten meewerken aan het herstel",
                    en="Have young people who vandalise help with the repair through Halt",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Geen donkere en onoverzichtelijke plekken",
                en="No dark or hidden places",
            ),
            desired_effect=Text(
                nl="Wie na zonsondergang op straat is, kan zijn route overzien.",
                en="Anyone out after sunset can see the route ahead.",
            ),
            measures=(
                measure(
                    ("proactie", "situatie", "algemeen", "bestuurlijk"),
                    nl="Elk inrichtingsplan toetsen op zicht, licht en looproutes voordat het "
                    "college besluit",
                    en="Test every street design for sightlines, light and walking routes before "
                    "the college decides",
                ),
                measure(
                    ("preventie", "slachtoffer", "risicogroep", "samenwerking"),
                    nl="Twee avondschouwen per wijk lopen met ouderen en jonge vrouwen, en "
                    "knelpunten binnen zes weken verhelpen",
                    en="Walk two evening inspections per district with older people and young "
                    "women; fix problems in six weeks",
                ),
            ),
        ),
        ExampleItem(
            title=Text(
                nl="Leegstaande en verwaarloosde panden aanpakken",
                en="Tackling empty and neglected buildings",
            ),
            desired_effect=Text(
                nl="Lege panden trekken geen vernieling, brand of illegaal gebruik meer aan.",
                en="Empty buildings no longer attract vandalism, fire or illegal use.",
            ),
            measures=(
                measure(
                    ("preventie", "situatie", "risicogroep", "toezicht"),
                    nl="Panden die langer dan zes maanden leegstaan elk kwartaal controleren op "
                    "afsluiting en gebruik",
                    en="Check buildings empty for over six months every quarter for locks and use",
                ),
                measure(
                    ("repressie", "dader", "betrokkenen", "bestuurlijk"),
                    nl="Eigenaren van verwaarloosde panden aanschrijven en na twee maanden een "
                    "last onder dwangsom opleggen",
                    en="Write to owners of neglected buildings and impose a penalty payment after "
                    "two months",
                ),
            ),
        ),
    ),
)
