"""Words for the coordinator of a running plan."""

from __future__ import annotations

from dialogs.command import Command, shows
from dialogs.papers import paper_turn
from dialogs.running import amending, asking, closing
from dialogs.running.common import NOT_RUNNING, runs
from dialogs.running.settle_card import settle_view
from dialogs.start_card import start_view
from dialogs.turn import Said, Turn
from plan.dossier import Dossier
from plan.progress import open_round
from plan.text import Text


def _round(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Asking, and once it was asked settling."""
    if open_round(dossier):
        return shows(settle_view(dossier, said))
    return shows(asking.round_view(dossier, said))


def _report(dossier: Dossier, said: Said, rest: str) -> Turn:
    return paper_turn(dossier, said, "progress")


def _names_measure(dossier: Dossier, said: Said, rest: str) -> bool:
    return amending.names_measure(dossier, rest) is not None


def _next_year(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Next year's plan out of this one; while it is still made, what it needs first."""
    return shows(start_view(dossier, said, after=dossier) if runs(dossier) else NOT_RUNNING)


def _close(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(closing.close_view(dossier, said))


COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="voortgangsronde", en="progress round"),
        also=("voortgang", "progress"),
        does=Text(
            nl="de trekkers vragen hoe het gaat, hoogstens twee keer per jaar",
            en="ask the leads how it goes, at most twice a year",
        ),
        hear=_round,
        right="progress",
    ),
    Command(
        name=Text(nl="voortgang in word", en="progress in word"),
        also=("voortgangsrapportage", "progress report"),
        does=Text(
            nl="het overzicht voor het veiligheidsoverleg",
            en="the overview for the safety meeting",
        ),
        hear=_report,
        right="progress",
    ),
    Command(
        name=Text(nl="wijziging", en="amendment"),
        also=("wijzig", "amend"),
        does=Text(
            nl='een vastgestelde maatregel wijzigen: "wijziging M11" of "wijziging nieuw"',
            en='change an adopted measure: "amendment M11" or "amendment new"',
        ),
        hear=amending.amend_turn,
        takes=_names_measure,
        right="amend",
    ),
    Command(
        name=Text(nl="volgend jaar", en="next year"),
        also=("nieuw jaar",),
        does=Text(nl="het plan van volgend jaar beginnen", en="begin next year's plan"),
        hear=_next_year,
        right="begin",
    ),
    Command(
        name=Text(nl="afsluiten", en="close the plan"),
        also=("plan afsluiten",),
        does=Text(
            nl="een plan afsluiten als het volgende is vastgesteld",
            en="close a plan once the next one was adopted",
        ),
        hear=_close,
        right="close",
    ),
)
