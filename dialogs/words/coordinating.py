"""Words for the coordinator."""

from __future__ import annotations

from dialogs.anybody import start
from dialogs.command import Command
from dialogs.coordinating import (
    calm,
    close,
    conclude,
    contact,
    form,
    mix_check,
    names_partner,
    on_behalf,
    partners,
    reopen,
    results,
)
from plan.text import Text

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="partners", en="partners"),
        also=("who",),
        does=Text(
            nl="wie er meedoen en hoe ver zij zijn", en="who takes part, and how far they are"
        ),
        hear=partners,
        coordinates=True,
    ),
    Command(
        name=Text(nl="contact", en="contact"),
        also=("contact toevoegen", "add contact", "partner toevoegen", "add partner"),
        does=Text(
            nl="een contactpersoon of een partner toevoegen",
            en="add a contact or a partner",
        ),
        hear=contact,
        coordinates=True,
    ),
    Command(
        name=Text(nl="vrije dagen", en="days off"),
        also=("rust", "schoolvakanties", "vakanties", "quiet", "school holidays"),
        does=Text(
            nl="wanneer niemand bericht krijgt, en hoeveel hoogstens per week",
            en="when nobody gets messages, and how many a week at most",
        ),
        hear=calm,
        coordinates=True,
    ),
    Command(
        name=Text(nl="namens", en="for"),
        also=("on behalf of", "interview"),
        does=Text(nl="invullen voor een partner", en="fill in for a partner"),
        hear=on_behalf,
        coordinates=True,
        takes=names_partner,
    ),
    Command(
        name=Text(nl="resultaten", en="results"),
        does=Text(nl="de antwoorden naast elkaar", en="the answers side by side"),
        hear=results,
        coordinates=True,
    ),
    Command(
        name=Text(nl="mixcheck", en="mix check"),
        also=("bevindingen", "findings", "aandachtspunten", "uitleggen"),
        does=Text(
            nl="wat opvalt aan de maatregelen",
            en="what stands out in the measures",
        ),
        hear=mix_check,
        coordinates=True,
    ),
    Command(
        name=Text(nl="maatregelen", en="measures"),
        also=("vaststellen",),
        does=Text(nl="voortgang en effect vaststellen", en="settle progress and effect"),
        hear=conclude,
        coordinates=True,
    ),
    Command(
        name=Text(nl="format", en="format"),
        also=("vorm", "formaat"),
        does=Text(
            nl="de vorm van het plan: kiezen, bekijken of wijzigen",
            en="the form of the plan: choose, view or change it",
        ),
        hear=form,
        coordinates=True,
    ),
    Command(
        name=Text(nl="sluiten", en="close"),
        also=("sluit",),
        does=Text(nl="de stap sluiten", en="close the step"),
        hear=close,
        coordinates=True,
    ),
    Command(
        name=Text(nl="heropenen", en="reopen"),
        also=("heropen",),
        does=Text(nl="een gesloten stap heropenen", en="reopen a closed step"),
        hear=reopen,
        coordinates=True,
    ),
    Command(
        name=Text(nl="nieuw plan", en="new plan"),
        does=Text(nl="een plan beginnen", en="begin a plan"),
        hear=start,
        coordinates=True,
        needs_plan=False,
    ),
)
