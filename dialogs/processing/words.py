"""What kinds of remarks there are, and what can be done with them."""

from __future__ import annotations

from dialogs.view import Button
from plan import labels
from plan.dossier import Dossier
from plan.records import Comment, Measure, Person
from plan.remarks import theme_of
from plan.rights import Of, can
from plan.text import Text

DIALOG = "processing"
REMARK = Text(nl="opmerking", en="remark")
VERBS = {
    "accept": "accepted",
    "accept_now": "accepted",
    "partly": "accepted_partly",
    "partly_now": "accepted_partly",
    "reject": "rejected",
    "park": "parked",
    "session": "to_session",
}
ACCEPT = Button(verb="accept", primary=True, label=Text(nl="Overnemen", en="Accept"))
PARTLY = Button(verb="partly", label=Text(nl="Deels", en="Partly"))
REJECT = Button(verb="reject", label=Text(nl="Niet overnemen", en="Do not accept"))
PARK = Button(verb="park", label=Text(nl="Parkeren", en="Park"))
SESSION = Button(verb="session", label=Text(nl="Naar de sessie", en="To the session"))
BOTH = Button(verb="both", label=Text(nl="Samen naar de sessie", en="Together to the session"))
UNDO = Button(
    verb="undo", label=Text(nl="Vorige ongedaan maken", en="Undo the last one"), checks=False
)
BACK = Button(verb="back", label=Text(nl="Terug", en="Back"), checks=False)


def kind_of(comment: Comment) -> Text:
    return labels.REMARKS.get(comment.kind or "", REMARK)


def disposition(comment: Comment) -> Text:
    return labels.DISPOSITIONS.get(comment.disposition) or Text(nl="Nog open", en="Still open")


def about(dossier: Dossier, comment: Comment) -> Text:
    """`M13 Toezicht station`, or the plan as a whole."""
    if comment.subject is None:
        return Text(nl="het plan als geheel", en="the plan as a whole")
    title = dossier.title(comment.subject)
    known = dossier.get(Measure, comment.subject)
    return Text.verbatim(f"{comment.subject} {title}" if known else title)


def named(dossier: Dossier, comment: Comment) -> str:
    """Its number, or what it is about where its key is none: that says nothing to a reader."""
    if "/" not in comment.key:
        return comment.key
    return comment.subject or about(dossier, comment).within(dossier.plan.language)


def may_process(dossier: Dossier, person: Person, comment: Comment) -> bool:
    """The coordinator every remark, a theme owner those on the own theme (domain 2.7)."""
    return can(dossier, person, "process", Of(theme=theme_of(dossier, comment)))
