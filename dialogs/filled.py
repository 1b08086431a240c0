"""What was filled in on a card, and what is wrong with a text, by the input it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.turn import Said
from plan.answering import TOO_LONG, clean
from plan.personal import KINDS, suspects
from plan.text import Text, joined

Wrong = Mapping[str, Text]
"""What is wrong, by the id of the input."""
NONE_WRONG: Wrong = {}
TITLE_LIMIT = 120
"""Characters of the title of any part of the plan."""
REWRITE = Text(nl="Schrijf dit zonder die gegevens.", en="Write this without those details.")


def written(said: Said, id_: str) -> str:
    return clean(said.inputs.get(id_, ""))


def chosen(said: Said, id_: str) -> tuple[str, ...]:
    """The ticked values of an input."""
    return tuple(one for one in said.inputs.get(id_, "").split(",") if one)


def lines_of(said: Said, id_: str) -> tuple[str, ...]:
    """What was pasted, one per line; bullets fall off, a line twice counts once."""
    lines = (line.strip(" \t-–•*·") for line in written(said, id_).splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def fault(words: str, limit: int, then: Text = REWRITE) -> Text | None:
    """Too long, or traceable to a person; None when it can be kept."""
    if len(words) > limit:
        return TOO_LONG.fill(length=len(words), limit=limit)
    return held(words, then)


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


def faults(said: Said, limits: Mapping[str, int]) -> dict[str, Text]:
    """What is wrong with the texts of a card, each with how long it may be."""
    found = {id_: fault(written(said, id_), limit) for id_, limit in limits.items()}
    return {id_: wrong for id_, wrong in found.items() if wrong}
