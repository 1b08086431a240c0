"""A reason that goes into the register: given, not too long, and about nobody."""

from __future__ import annotations

from dialogs.filled import fault
from dialogs.turn import Said
from dialogs.view import Write
from plan.answering import clean
from plan.text import Text

LONGEST = 600


def reason_of(said: Said) -> str:
    return clean(said.inputs.get("why", ""))


def wrong_with(why: str) -> Text | None:
    """What is wrong with a reason; None when it can be kept."""
    if not why:
        return Text(nl="Geef een reden.", en="Give a reason.")
    words = Text(nl="Schrijf de reden zonder die gegevens.", en="Write the reason without those.")
    return fault(why, LONGEST, words)


def reason_input(label: Text, said: Said, wrong: Text | None, *, required: bool = False) -> Write:
    """The input, with what was typed and what is wrong with it.

    required: where no button of the card works without a reason.
    """
    return Write(
        id="why",
        label=label,
        value=reason_of(said),
        limit=LONGEST,
        required=required,
        error=wrong,
    )
