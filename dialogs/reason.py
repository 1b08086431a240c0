"""A reason that goes into the register: given, not too long, and about nobody."""

from __future__ import annotations

from dialogs.turn import Said
from dialogs.view import Write
from plan.answering import TOO_LONG, clean
from plan.personal import KINDS, suspects
from plan.text import Text, joined

LONGEST = 600


def reason_of(said: Said) -> str:
    return clean(said.inputs.get("why", ""))


def wrong_with(why: str) -> Text | None:
    """What is wrong with a reason; None when it can be kept."""
    if not why:
        return Text(nl="Geef een reden.", en="Give a reason.")
    if len(why) > LONGEST:
        return TOO_LONG.fill(length=len(why), limit=LONGEST)
    words = Text(nl="Schrijf de reden zonder die gegevens.", en="Write the reason without those.")
    return held(why, words)


def held(words: str, then: Text) -> Text | None:
    """Which passages look traceable to a person, and what to do then; None without any."""
    found = suspects(words)
    if not found:
        return None
    passages = ", ".join(f"“{words[s.start : s.end]}”" for s in found)
    kinds = joined([KINDS[kind] for kind in dict.fromkeys(s.kind for s in found)], ", ")
    told = Text(
        nl="Dit lijkt herleidbaar tot een persoon ({kinds}): {passages}. {then}",
        en="This looks traceable to a person ({kinds}): {passages}. {then}",
    )
    return told.fill(kinds=kinds, passages=passages, then=then)


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
