"""Words for everybody."""

from __future__ import annotations

from dialogs.anybody import (
    draft,
    go_on,
    greets_on,
    hello,
    language,
    names_language,
    names_plan,
    privacy,
    state,
    switch,
    waiting,
)
from dialogs.command import Command
from dialogs.partnering import back, stop
from dialogs.remarking import remarks
from plan.text import Text

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="hallo", en="hello"),
        also=(
            "hoi",
            "hi",
            "hey",
            "goedemorgen",
            "goedemiddag",
            "goedendag",
            "goedenavond",
            "dag",
            "good morning",
            "good afternoon",
        ),
        does=Text(
            nl="een groet; daarna gaan we verder",
            en="a greeting; then we go on",
        ),
        hear=hello,
        takes=greets_on,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="status", en="status"),
        also=("state", "stand"),
        does=Text(nl="hoe het met het plan staat", en="how the plan stands"),
        hear=state,
    ),
    Command(
        name=Text(nl="openstaand", en="waiting"),
        also=("open", "to do", "todo"),
        does=Text(nl="wat er nog te doen is", en="what is still to be done"),
        hear=waiting,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="verder", en="next"),
        also=("continue", "ga verder", "doorgaan met de vragen", "start"),
        does=Text(nl="doorgaan waar we waren gebleven", en="go on from where we were"),
        hear=go_on,
    ),
    Command(
        name=Text(nl="terug", en="back"),
        also=("vorige",),
        does=Text(nl="de vraag hiervoor", en="the question before"),
        hear=back,
    ),
    Command(
        name=Text(nl="stop", en="stop"),
        also=("pause", "pauze"),
        does=Text(nl="pauze; alles blijft bewaard", en="pause; everything is kept"),
        hear=stop,
    ),
    Command(
        name=Text(nl="concept", en="draft"),
        does=Text(nl="het plan in Word, zoals het nu is", en="the plan in Word as it is now"),
        hear=draft,
    ),
    Command(
        name=Text(nl="opmerkingen", en="remarks"),
        also=("reacties", "comments", "register"),
        does=Text(
            nl="de opmerkingen, en wat ermee is gedaan",
            en="the remarks, and what was done with them",
        ),
        hear=remarks,
    ),
    Command(
        name=Text(nl="plan", en="plan"),
        also=("plannen", "plans"),
        does=Text(nl="naar een ander plan", en="to another plan"),
        hear=switch,
        takes=names_plan,
    ),
    Command(
        name=Text(nl="taal", en="language"),
        also=("english", "nederlands"),
        does=Text(nl="Nederlands of Engels", en="Dutch or English"),
        hear=language,
        takes=names_language,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="privacy", en="privacy"),
        does=Text(nl="wat ik bewaar en wie het ziet", en="what I keep and who sees it"),
        hear=privacy,
        needs_plan=False,
    ),
)
