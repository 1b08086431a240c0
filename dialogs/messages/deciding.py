"""What people hear of the decision: deadlines, changed contributions, and adoption."""

from __future__ import annotations

from datetime import datetime

from dialogs.deciding import DIALOG
from dialogs.deciding.adopting import adopted_view
from dialogs.deciding.consent import consent_view
from dialogs.deciding.papers import papers_of
from dialogs.deciding.recording import told
from dialogs.post import Kind
from dialogs.turn import Reply
from dialogs.view import Button, Heading, Listing, View, Words
from plan.amending import body_that_changed, request_of, unanswered
from plan.bodies import opening, the
from plan.dates import on_day
from plan.deciding import still_open
from plan.dossier import Dossier
from plan.records import Comment, Message, Person
from plan.route import done, meets, on_route, papers_due
from plan.text import Text

LABELS = {
    "rejected": Text(nl="De wijziging blijft staan.", en="The change stays."),
    "accepted": Text(
        nl="We passen de maatregel opnieuw aan. U hoort van ons.",
        en="We change the measure again. You will hear from us.",
    ),
    "parked": Text(nl="Het gaat terug naar {body}.", en="It goes back to {body}."),
}


def _amended(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """The card while anything of this request is unanswered."""
    open_ = unanswered(dossier, message.org)
    if message.org is None or not any(request_of(one) == message.request for one in open_):
        return None
    view = consent_view(dossier, message.org)
    return Reply(view=view) if view else None


def _objection(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    comment = dossier.get(Comment, message.text)
    if comment is None or comment.disposition != "open":
        return None
    words = Text(
        nl='{org} kan niet leven met de wijziging van {what}. Typ "besluit" om te antwoorden.',
        en='{org} cannot live with the change to {what}. Type "decision" to answer.',
    )
    name = dossier.organisation_name(comment.org)
    return Reply(text=words.fill(org=name, what=comment.subject))


def _objection_done(
    dossier: Dossier, message: Message, person: Person, now: datetime
) -> Reply | None:
    comment = dossier.get(Comment, message.key.removeprefix("objection_done/").rpartition("/")[0])
    if comment is None:
        return None
    words = Text(
        nl="U gaf aan niet te kunnen leven met de wijziging van {what}. {done} {reply}",
        en="You said you cannot live with the change to {what}. {done} {reply}",
    )
    body = body_that_changed(dossier, comment.subject or "")
    done_ = LABELS.get(comment.disposition, LABELS["rejected"])
    named = done_.fill(body=the(body)) if body and comment.disposition == "parked" else done_
    reply = comment.reply or ""
    return Reply(text=words.fill(what=comment.subject, done=named, reply=reply))


def _decided(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    body = next((one for one in on_route(dossier) if one.key == message.text), None)
    return Reply(text=told(body)) if body and body.decision else None


def _submission(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """The deadline of a body's papers, with what is still open for it and the papers."""
    body = next((one for one in on_route(dossier) if one.key == message.text), None)
    due = papers_due(dossier, body) if body else None
    if body is None or due is None or done(body):
        return None
    meeting = meets(dossier, body)
    title = Text(nl="{body}: stukken inleveren uiterlijk {day}", en="{body}: papers due by {day}")
    meets_on = Text(nl="{body} vergadert op {day}.", en="{body} meets on {day}.")
    lines = still_open(dossier, body)
    nothing = Text(nl="Er staat niets meer open.", en="Nothing is open any more.")
    heading = Text(nl="Dit staat nog open", en="Still open")
    name = opening(the(body))
    return Reply(
        view=View(
            title=title.fill(body=name, day=on_day(due)),
            elements=(
                *((Words(text=meets_on.fill(body=name, day=on_day(meeting))),) if meeting else ()),
                *(
                    (Heading(text=heading, level=3), Listing(lines=lines))
                    if lines
                    else (Words(text=nothing, tone="good"),)
                ),
            ),
            buttons=(*papers_of(body), Button(verb="go", label=ON)),
            dialog=DIALOG,
        )
    )


ON = Text(nl="Verder met het besluit", en="On with the decision")


def _adopted(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    view = adopted_view(dossier, person)
    return Reply(view=view) if view else None


MESSAGES = {
    "amended": Kind(
        say=_amended,
        summary=Text(nl="Uw bijdrage is aangepast", en="Your contribution was changed"),
    ),
    "amended_reminder": Kind(
        say=_amended,
        summary=Text(nl="Nog een vraag over uw bijdrage", en="A question on your contribution"),
    ),
    "objection": Kind(
        say=_objection,
        summary=Text(nl="Een partner heeft bezwaar", en="A partner objects"),
    ),
    "objection_done": Kind(
        say=_objection_done,
        summary=Text(nl="Antwoord op uw bezwaar", en="Answer to your objection"),
    ),
    "decided": Kind(
        say=_decided, summary=Text(nl="Er is een besluit genomen", en="A decision was taken")
    ),
    "submission": Kind(say=_submission, summary=Text(nl="Stukken inleveren", en="Papers are due")),
    "adopted": Kind(
        say=_adopted, summary=Text(nl="Het plan is vastgesteld", en="The plan is adopted")
    ),
}
