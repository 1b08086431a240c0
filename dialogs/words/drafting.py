"""Words for who drafts: the coordinator, and theme owners for their own themes."""

from __future__ import annotations

from dialogs.command import Command
from dialogs.drafting import asked
from plan.text import Text

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="thema", en="theme"),
        also=("themas", "thema's", "themes"),
        does=Text(
            nl='een thema uitwerken: "thema T2"; zonder code alle thema\'s',
            en='draft a theme: "theme T2"; without a code all themes',
        ),
        hear=asked.theme,
        takes=asked.names_theme,
        right="draft",
    ),
    Command(
        name=Text(nl="actiepunt", en="action item"),
        also=("item",),
        does=Text(
            nl='een actiepunt wijzigen of aanvullen: "actiepunt T2.1"',
            en='change or complete an action item: "item T2.1"',
        ),
        hear=asked.item,
        takes=asked.names_item,
        right="draft",
    ),
    Command(
        name=Text(nl="maatregel", en="measure"),
        does=Text(
            nl='een maatregel wijzigen: "maatregel M11"', en='change a measure: "measure M11"'
        ),
        hear=asked.measure,
        takes=asked.names_measure,
        right="draft",
    ),
    Command(
        name=Text(nl="uitgangspunten", en="principles"),
        also=("uitgangspunt", "guiding principles"),
        does=Text(
            nl="de uitgangspunten van het IVP geven of wijzigen",
            en="give or change the guiding principles of the IVP",
        ),
        hear=asked.guiding,
        right="frame",
    ),
    Command(
        name=Text(nl="ongedaan maken", en="undo"),
        also=("terugdraaien",),
        does=Text(nl="mijn laatste wijziging terugdraaien", en="take back my last change"),
        hear=asked.undo,
        right="draft",
    ),
    Command(
        name=Text(nl="verschil", en="differences"),
        also=("verschillen", "wijzigingen"),
        does=Text(nl="wat er anders is dan vorig jaar", en="what is different from last year"),
        hear=asked.differences,
        right="draft",
    ),
)
