"""What a partner is not shown: a text that looks like personal data (decision 4)."""

from __future__ import annotations

from plan.asking import CONTENT
from plan.dossier import Dossier
from plan.once import once
from plan.personal import suspects
from plan.personal.words import without_codes
from plan.records import Dismissal, Measure


@once(*CONTENT, Dismissal)
def held_back(dossier: Dossier, org: str) -> bool:
    """Whether a text that this partner would see looks like personal data (decision 4).

    A text of which the finding was explained goes.
    """
    vouched = {one.subject for one in dossier.all(Dismissal) if one.check == "C26"}
    texts = [t for m in dossier.measures_with(org) if m.key not in vouched for t in shown_of(m)]
    texts += [theme.title for theme in dossier.themes_with(org) if theme.key not in vouched]
    doubtful = [text for text in texts if suspects(text)]
    if not doubtful:
        return False
    shown = without_codes(dossier, suspects)
    return any(suspects(shown(text)) for text in doubtful)


def shown_of(measure: Measure) -> tuple[str, ...]:
    """The words of a measure that stand on a card for a partner."""
    said = (measure.title, measure.description, measure.decision_reason, measure.result)
    return (*(one for one in said if one), *(stone.text for stone in measure.milestones))
