"""The queue of open remarks, one card each, and the register of all of them."""

from __future__ import annotations

from dialogs.processing.register import register_view
from dialogs.processing.words import (
    ACCEPT,
    BOTH,
    DIALOG,
    PARK,
    PARTLY,
    REJECT,
    SESSION,
    UNDO,
    about,
    kind_of,
    may_process,
    named,
)
from dialogs.turn import Said
from dialogs.view import (
    Button,
    Element,
    Facts,
    Heading,
    Listing,
    Pick,
    View,
    Words,
    Write,
)
from plan.calendar import local
from plan.contradictions import Contradiction, contradictions
from plan.dates import on_day
from plan.differences import read_lines
from plan.dossier import Dossier
from plan.records import ActionItem, Comment, Measure, Person
from plan.remarks import open_remarks
from plan.rights import is_coordinator
from plan.text import Text

WHY_LIMIT = 600
MOST = 60
"""Measures or remarks to choose from in one list."""


def waiting(dossier: Dossier, person: Person) -> tuple[Comment, ...]:
    """The open remarks that this person may deal with."""
    return tuple(c for c in open_remarks(dossier) if may_process(dossier, person, c))


def queue_view(dossier: Dossier, said: Said, last: str = "") -> View:
    """The next open remark; then what partners contradict each other about; then the register."""
    remarks = waiting(dossier, said.who)
    if remarks:
        return remark_view(dossier, said, remarks[0], last=last)
    if is_coordinator(dossier, said.who):
        found = contradictions(dossier)
        if found:
            return contradiction_view(found[0], last)
    return register_view(dossier, said, last)


def remark_view(
    dossier: Dossier,
    said: Said,
    comment: Comment,
    *,
    last: str = "",
    wrong: Text | None = None,
) -> View:
    """Who said what about which part, as it stands in the draft, and what to do with it."""
    left = len(waiting(dossier, said.who))
    against = next(
        (one for one in contradictions(dossier) if one.measure == comment.subject), None
    )
    title = Text(nl="Opmerking {key} (nog {n})", en="Remark {key} ({n} left)")
    return View(
        title=title.fill(key=named(dossier, comment), n=left),
        elements=(
            *said_by(dossier, comment),
            *((Words(text=against.why + STOP, tone="warning"),) if against else ()),
            *as_it_stands(dossier, comment),
            *_which(dossier, comment, said),
            Write(
                id="why",
                label=Text(
                    nl="Reden, voor de partner (niet nodig bij overnemen)",
                    en="Reason, for the partner (not needed when accepting)",
                ),
                value=said.inputs.get("why", ""),
                limit=WHY_LIMIT,
                error=wrong,
            ),
        ),
        buttons=(
            ACCEPT,
            PARTLY,
            REJECT,
            PARK,
            BOTH if against else SESSION,
            *((UNDO,) if last else ()),
        ),
        dialog=DIALOG,
        about={"comment": comment.key, "last": last},
    )


STOP = Text(nl=".", en=".")


def said_by(dossier: Dossier, comment: Comment) -> tuple[Element, ...]:
    who = dossier.organisation_name(comment.org)
    name = dossier.person_name(comment.by) if comment.by else ""
    rows = [
        (Text(nl="Van", en="From"), Text.verbatim(f"{who}, {name}" if name else who)),
        (Text(nl="Over", en="About"), about(dossier, comment)),
        (Text(nl="Soort", en="Kind"), kind_of(comment)),
    ]
    if comment.at:
        rows.append((Text(nl="Op", en="On"), on_day(local(comment.at).date())))
    return (Words(text=Text.verbatim(f"“{comment.text}”"), strong=True), Facts(rows=tuple(rows)))


def as_it_stands(dossier: Dossier, comment: Comment) -> tuple[Element, ...]:
    """The measure or the action item in the draft now."""
    measure = dossier.get(Measure, comment.subject)
    title = Text(nl="Zo staat het nu in het concept", en="As it stands in the draft now")
    if measure:
        rows = read_lines(dossier, measure, comment.org)
        return (Heading(text=title, level=3), Facts(rows=rows))
    item = dossier.get(ActionItem, comment.subject)
    if item is None:
        return ()
    lines = tuple(Text.verbatim(f"{m.key} {m.title}") for m in dossier.measures_under(item.key))
    return (Heading(text=title, level=3), Listing(lines=lines)) if lines else ()


def _which(dossier: Dossier, comment: Comment, said: Said) -> tuple[Element, ...]:
    """Which measure a remark on the whole is about, when taking it over changes one."""
    if comment.subject or comment.kind == "missing" or not is_coordinator(dossier, said.who):
        return ()
    none = ("", Text(nl="Geen, of een nieuwe maatregel", en="None, or a new measure"))
    found = tuple((m.key, Text.verbatim(f"{m.key} {m.title}")) for m in dossier.measures)
    label = Text(nl="Over welke maatregel gaat dit?", en="Which measure is this about?")
    value = said.inputs.get("subject", "")
    return (Pick(id="subject", label=label, choices=(none, *found), value=value),)


def contradiction_view(one: Contradiction, last: str = "") -> View:
    """Two partners about one measure, when no remark on it is open any more."""
    title = Text(
        nl="Twee partners spreken elkaar tegen over {measure}. Naar de sessie?",
        en="Two partners contradict each other about {measure}. To the session?",
    )
    return View(
        title=title.fill(measure=one.measure),
        elements=(Words(text=one.why + STOP),),
        buttons=(
            Button(
                verb="both", primary=True, label=Text(nl="Naar de sessie", en="To the session")
            ),
            Button(verb="aside", label=Text(nl="Niet nodig", en="Not needed")),
            *((UNDO,) if last else ()),
        ),
        dialog=DIALOG,
        about={"measure": one.measure, "last": last},
    )
