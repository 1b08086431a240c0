"""What the collective session needs before it can be closed (domain 2.3, J5)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.records import (
    CollectiveSession,
    Confirmed,
    DiscussionPoint,
    Outcome,
)
from plan.text import Text


def points_settled(dossier: Dossier) -> tuple[Text, ...]:
    if not dossier.all(CollectiveSession):
        return (
            Text(
                nl="De collectieve sessie is nog niet gepland.",
                en="The collective session has not been planned yet.",
            ),
        )
    settled = {outcome.point for outcome in dossier.all(Outcome)}
    open_ = [p.question for p in dossier.all(DiscussionPoint) if p.key not in settled]
    return when_missing(
        bool(open_),
        f"Bespreekpunten zonder uitkomst: {' · '.join(open_)}",
        f"Discussion points without an outcome: {' · '.join(open_)}",
    )


def report_sent(dossier: Dossier) -> tuple[Text, ...]:
    return when_missing(
        not dossier.get(Confirmed, "session_report"),
        "Het verslag van de sessie is nog niet verstuurd.",
        "The report of the session has not been sent yet.",
    )
