"""A talk that was held: when and how, and at once the answers on behalf of the partner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.checking.talking import form_pick
from dialogs.clashing import SEALS, both_texts, remembered, seal
from dialogs.questionnaire.course import next_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.sheet import sheet_of
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Day, Pick, Problem, View
from plan.calendar import local
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.reactions import check_of, reacted
from plan.records import BilateralCheck, Round, Table, altered
from plan.standing import asked, is_open
from plan.text import Text

DIALOG = "check.talk"
FORMS = (
    ("telefoon", Text(nl="Telefoon", en="Telephone")),
    ("bezoek", Text(nl="Bezoek", en="Visit")),
    ("gesprek", Text(nl="Ander gesprek", en="Another conversation")),
)


def held_view(dossier: Dossier, said: Said, round_: Round, wrong: Text | None = None) -> View:
    partners = sorted(
        asked(dossier, round_), key=lambda org: reacted(dossier, round_.key, org.key)
    )
    choices = tuple((org.key, Text.verbatim(org.name)) for org in partners)
    return View(
        title=Text(nl="Gesprek vastleggen", en="Record a conversation"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Pick(
                id="org",
                label=Text(nl="Met welke partner", en="With which partner"),
                choices=choices,
                value=said.inputs.get("org", choices[0][0] if choices else ""),
            ),
            form_pick(said, FORMS),
            Day(
                id="held",
                label=Text(nl="Wanneer", en="When"),
                value=said.inputs.get("held", local(said.at).date().isoformat()),
                required=True,
            ),
        ),
        buttons=(
            Button(
                verb="record",
                primary=True,
                label=Text(nl="Vastleggen en invullen", en="Record and fill in"),
            ),
        ),
        dialog=DIALOG,
        about={"round": round_.key, SEALS: _known(dossier, round_)},
    )


def _known(dossier: Dossier, round_: Round) -> str:
    """The talks that are on record, as the card remembers them."""
    orgs = (org.key for org in asked(dossier, round_))
    return ",".join(_sealed(dossier, round_, org) for org in orgs)


def _sealed(dossier: Dossier, round_: Round, org: str) -> str:
    check = check_of(dossier, round_.key, org)
    return f"{org}={seal(check.held_on, check.form) if check else seal(None, None)}"


def _twice(dossier: Dossier, said: Said, round_: Round, org: str, day: date) -> Turn | None:
    """Both, where somebody else put down another talk with this partner since the card."""
    check = check_of(dossier, round_.key, org)
    if check is None or not check.held_on or _sealed(dossier, round_, org) in remembered(said):
        return None
    if (check.held_on, check.form) == (day, said.inputs.get("form")):
        return None
    there = {"org": org, "held": check.held_on.isoformat(), "form": check.form or ""}
    now = held_view(dossier, replace(said, inputs=there), round_)
    return Turn(instead=both_texts(now, held_view(dossier, said, round_)))


def hear(dossier: Dossier, said: Said) -> Turn:
    """Kept with the check; the card to fill in comes at once."""
    round_ = dossier.get(Round, said.card.about.get("round")) if said.card else None
    if round_ is None or not is_open(dossier, round_):
        return Turn(onward=True)
    org, day = said.inputs.get("org", ""), day_said(said.inputs.get("held", ""))
    sheet = sheet_of(dossier, round_, said.who, org)
    if sheet is None or day is None or day > local(said.at).date():
        wrong = Text(nl="Kies een dag tot en met vandaag.", en="Choose a day up to today.")
        return Turn(instead=held_view(dossier, said, round_, wrong))
    if both := _twice(dossier, said, round_, org, day):
        return both
    form = next((id_ for id_, _ in FORMS if id_ == said.inputs.get("form")), "gesprek")
    blank = BilateralCheck(key=f"{round_.key}/{org}", round=round_.key, org=org)
    check = altered(check_of(dossier, round_.key, org) or blank, held_on=day, form=form)
    event = registered(said, "held_talk", check.key, after=f"{form}, {day.isoformat()}")
    title = Text(
        nl="Opgeslagen: gesprek met {org}, {day}", en="Saved: conversation with {org}, {day}"
    )
    receipt = View(title=title.fill(org=dossier.organisation_name(org), day=on_day(day)))
    if reacted(dossier, round_.key, org):
        return Turn(keep=(check, event), instead=receipt, onward=True)
    known = dossier.get(Table, said.who.key) or Table(key=said.who.key)
    table = altered(known, org=org, round=round_.key)
    view = next_view(dossier, sheet) or menu_view(dossier, sheet)
    return Turn(keep=(check, event, table), instead=receipt, replies=(Reply(view=view),))
