"""What the decision needs before the plan is adopted (domain 2.3, J6)."""

from __future__ import annotations

from plan import amending
from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.standing import agreed, deciding_bodies
from plan.text import Text


def bodies_decided(dossier: Dossier) -> tuple[Text, ...]:
    """Every body that decides; who only hears of it may follow later (decision 11)."""
    bodies = deciding_bodies(dossier)
    if not bodies:
        return (
            Text(
                nl="Er is nog niet vastgelegd wie het plan vaststelt.",
                en="It has not been recorded yet who adopts the plan.",
            ),
        )
    open_ = [body.body for body in bodies if not agreed(body)]
    return when_missing(
        bool(open_),
        f"Nog geen besluit van: {', '.join(open_)}.",
        f"No decision yet from: {', '.join(open_)}.",
    )


def amendments_worked_in(dossier: Dossier) -> tuple[Text, ...]:
    """What a body wanted changed is in the plan, and it is known what that was."""
    body, left = amending.to_name(dossier), amending.to_work_in(dossier)
    subjects = ", ".join(dict.fromkeys(subject for _, subject in left))
    return (
        *when_missing(
            body is not None,
            f"Nog niet aangegeven wat er anders moet volgens: {body.body if body else ''}.",
            f"Not recorded yet what has to change according to: {body.body if body else ''}.",
        ),
        *when_missing(
            bool(left),
            f"Wijzigingen nog te verwerken: {subjects}.",
            f"Amendments still to be made: {subjects}.",
        ),
    )


def partners_agree(dossier: Dossier) -> tuple[Text, ...]:
    """Every partner whose contribution a body changed was asked, and what it said was answered."""
    ask = dict.fromkeys(org for _, org in amending.to_ask(dossier))
    silent = dict.fromkeys(consent.org for consent in amending.unanswered(dossier))
    against = dict.fromkeys(comment.org for comment in amending.objections(dossier))
    name = dossier.organisation_name
    return (
        *when_missing(
            bool(ask),
            f"Nog niet gevraagd of zij met de wijziging kunnen leven: "
            f"{', '.join(map(name, ask))}.",
            f"Not asked yet whether they can live with the change: {', '.join(map(name, ask))}.",
        ),
        *when_missing(
            bool(silent),
            f"Nog geen antwoord over de wijziging van: {', '.join(map(name, silent))}.",
            f"No answer about the change yet from: {', '.join(map(name, silent))}.",
        ),
        *when_missing(
            bool(against),
            f"Nog zonder antwoord op hun bezwaar: {', '.join(map(name, against))}.",
            f"Their objection has no answer yet: {', '.join(map(name, against))}.",
        ),
    )
