"""Annex A: what every organisation leads, takes part in, gives and has confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import Block, Cell, Gap, Row, Table
from plan.document.draft import Draft
from plan.document.means import asked_hours
from plan.dossier import involved
from plan.reactions import check_rounds, reaction
from plan.records import (
    Organisation,
)


def overview(draft: Draft) -> Iterator[Block]:
    """Per organisation what it leads, where it takes part, its hours and its confirmation."""
    say, dossier = draft.say, draft.dossier
    hours = asked_hours(draft)
    known = {org.key for org in dossier.all(Organisation)}
    strange = dict.fromkeys(o for m in dossier.measures for o in involved(m) if o not in known)
    rows = [
        _partner(draft, org, hours.get(org))
        for org in (*(o.key for o in dossier.all(Organisation)), *strange)
        if dossier.measures_with(org)
    ]
    if not rows:
        yield draft.gap("Nog geen partners bij maatregelen.", "No partners in measures yet.")
        return
    yield Table(
        caption=say("Bijdragen per organisatie", "Contributions by organisation"),
        head=(
            say("Organisatie", "Organisation"),
            say("Trekker van", "Leads"),
            say("Werkt mee aan", "Takes part in"),
            say("Uren", "Hours"),
            say("Bevestiging", "Confirmation"),
        ),
        rows=tuple(rows),
        widths=(30, 20, 26, 9, 15),
    )


def _partner(draft: Draft, org: str, hours: float | None) -> Row:
    own = draft.dossier.measures_with(org)
    leading = [m.key for m in own if m.lead and m.lead.org == org]
    taking_part = [m.key for m in own if m.key not in set(leading)]
    visible = hours and draft.dossier.plan.format.capacity_visible
    return (
        draft.dossier.organisation_name(org),
        ", ".join(leading) or "–",
        ", ".join(taking_part) or "–",
        draft.figure(hours) if hours and visible else "–",
        confirmation(draft, org),
    )


def confirmation(draft: Draft, org: str) -> Cell:
    """What an organisation said of its contribution in the latest check; silence is no yes."""
    found = draft.dossier.get(Organisation, org)
    if found is None or not found.consulted:
        return "–"
    rounds = [one for one in check_rounds(draft.dossier) if org in one.partners]
    if not rounds:
        return draft.say("nog niet gevraagd", "not asked yet")
    said = reaction(draft.dossier, rounds[-1].key, org)
    name = draft.called(labels.REACTIONS, said)
    return name if said == "ja" else Gap(text=name)
