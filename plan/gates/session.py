"""What the collective session needs before it can be closed (domain 2.3, J5)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.records import Confirmed
from plan.sessions import session_of, unprocessed, unsettled
from plan.text import Text


def points_settled(dossier: Dossier) -> tuple[Text, ...]:
    if session_of(dossier) is None:
        return (
            Text(
                nl="De collectieve sessie is nog niet gepland.",
                en="The collective session has not been planned yet.",
            ),
        )
    open_ = [point.question for point in unsettled(dossier)]
    return when_missing(
        bool(open_),
        f"Bespreekpunten zonder uitkomst: {' · '.join(open_)}",
        f"Discussion points without an outcome: {' · '.join(open_)}",
    )


def outcomes_processed(dossier: Dossier) -> tuple[Text, ...]:
    """Every outcome was worked into the draft, or needs no change there."""
    open_ = [point.question for point in unprocessed(dossier)]
    return when_missing(
        bool(open_),
        f"Uitkomsten die nog niet in het concept zijn verwerkt: {' · '.join(open_)}",
        f"Outcomes not worked into the draft yet: {' · '.join(open_)}",
    )


def report_sent(dossier: Dossier) -> tuple[Text, ...]:
    return when_missing(
        not dossier.get(Confirmed, "session_report"),
        "Het verslag van de sessie is nog niet verstuurd.",
        "The report of the session has not been sent yet.",
    )
