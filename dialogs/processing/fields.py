"""The fields of the draft on the card of a remark, with a text proposed where one can be."""

from __future__ import annotations

from dialogs.filled import TITLE_LIMIT
from dialogs.measures.inputs import HOURS, LIMITS, Sheet
from dialogs.measures.people import NOBODY, lead_value
from dialogs.view import Element, Heading, Pick
from plan.codes import NEW
from plan.dossier import Dossier
from plan.records import ActionItem, Comment, Lead, Measure
from plan.remarks import theme_of
from plan.text import Text

YES, NO = "ja", "nee"
ADDED = {
    "change": Text(nl="Op verzoek van {org}: {text}", en="At the request of {org}: {text}"),
    "condition": Text(nl="Voorwaarde van {org}: {text}", en="Condition of {org}: {text}"),
    "not_feasible": Text(nl="Aandachtspunt van {org}: {text}", en="Concern of {org}: {text}"),
    "trouble": Text(nl="Aandachtspunt van {org}: {text}", en="Concern of {org}: {text}"),
}


def fields(sheet: Sheet, comment: Comment, subject: str | None) -> tuple[Element, ...]:
    """What can be changed for a remark: its measure, or a new one."""
    measure = sheet.dossier.get(Measure, subject)
    return measure_fields(sheet, comment, measure) if measure else new_fields(sheet, comment)


def measure_fields(sheet: Sheet, comment: Comment, measure: Measure) -> tuple[Element, ...]:
    names = ("title", "description", "lead", "start", "end", f"{HOURS}{comment.org}")
    inputs = sheet.inputs(
        measure,
        *(*names, "milestone", "milestone_day"),
        description=described(sheet.dossier, comment, measure),
        lead=_lead(comment, measure),
    )
    return (*inputs, _leaving(sheet, comment, measure))


def _lead(comment: Comment, measure: Measure) -> str:
    """The lead there is; none is proposed where it said not to take part."""
    lead = measure.lead.org if measure.lead else None
    leaves = comment.kind == "refusal" and lead == comment.org
    return NOBODY if leaves else lead_value(measure.lead)


def _leaving(sheet: Sheet, comment: Comment, measure: Measure) -> Pick:
    """Whether the partner stays in it; leaving is proposed where it refused."""
    name, id_ = sheet.dossier.organisation_name(comment.org), f"stays/{measure.key}"
    likely = NO if comment.kind == "refusal" else YES
    return Pick(
        id=id_,
        label=Text(nl="Blijft {org} meedoen?", en="Does {org} still take part?").fill(org=name),
        choices=((YES, Text(nl="Ja", en="Yes")), (NO, Text(nl="Nee", en="No"))),
        value=sheet.said.inputs.get(id_, likely),
        wide=True,
    )


def described(dossier: Dossier, comment: Comment, measure: Measure) -> str:
    """The description with the remark worked in, where that fits."""
    now = measure.description or ""
    pattern = ADDED.get(comment.kind or "change")
    if pattern is None:
        return now
    name = dossier.organisation_name(comment.org)
    added = pattern.fill(org=name, text=comment.text).within(dossier.plan.language)
    proposed = f"{now}\n{added}".strip()
    return proposed if len(proposed) <= LIMITS["description"] else now


def new_fields(sheet: Sheet, comment: Comment) -> tuple[Element, ...]:
    """A new measure, under an action item that fits the remark."""
    items = items_for(sheet.dossier, comment)
    whole = len(comment.text) <= TITLE_LIMIT
    short = comment.text if whole else f"{comment.text[: TITLE_LIMIT - 1]}…"
    title = short if comment.kind == "missing" else ""
    inputs = sheet.inputs(
        new_measure(sheet.dossier, comment),
        *("title", "item", "description", f"{HOURS}{comment.org}"),
        title=title,
        item=items[0].key if items else "",
        description="" if title and whole else comment.text,
    )
    return (Heading(text=Text(nl="Nieuwe maatregel", en="New measure"), level=3), *inputs)


def new_measure(dossier: Dossier, comment: Comment) -> Measure:
    """What a remark can become, led by who made it; else by that partner's first contact."""
    people = [person.key for person in dossier.people_of(comment.org)]
    contact = comment.by if comment.by in people else next(iter(people), None)
    return Measure(
        key=NEW,
        item="",
        title="",
        decision="new",
        lead=Lead(org=comment.org, person=contact),
        source=f"comment/{comment.key}",
    )


def items_for(dossier: Dossier, comment: Comment) -> tuple[ActionItem, ...]:
    """The item it is about first, then those of its theme or of the partner, then all."""
    theme = theme_of(dossier, comment)
    own = [theme] if theme else [t.key for t in dossier.themes_with(comment.org)]
    near = [i for i in dossier.items if i.theme in own]
    first = [i for i in near if i.key == comment.subject]
    rest = [i for i in dossier.items if i not in near]
    return tuple(dict.fromkeys((*first, *near, *(rest if theme is None else ()))))
