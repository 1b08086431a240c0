"""The fields of the draft on the card of a remark, with a text proposed where one can be."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.view import Day, Element, Heading, Input, Pick, Write
from plan.checking import own_hours
from plan.dossier import Dossier
from plan.records import ActionItem, Comment, Measure, Organisation
from plan.remarks import theme_of
from plan.text import Text

TITLE, DESCRIPTION = 120, 600
NEW = "new"
YES, NO = "ja", "nee"
ADDED = {
    "change": Text(nl="Op verzoek van {org}: {text}", en="At the request of {org}: {text}"),
    "condition": Text(nl="Voorwaarde van {org}: {text}", en="Condition of {org}: {text}"),
    "not_feasible": Text(nl="Aandachtspunt van {org}: {text}", en="Concern of {org}: {text}"),
    "trouble": Text(nl="Aandachtspunt van {org}: {text}", en="Concern of {org}: {text}"),
}


def fields(
    dossier: Dossier,
    comment: Comment,
    subject: str | None,
    typed: Mapping[str, str],
    wrong: Mapping[str, Text],
) -> tuple[Element, ...]:
    """What can be changed for a remark: its measure, or a new one."""
    measure = dossier.get(Measure, subject)
    found = measure_fields(dossier, comment, measure) if measure else new_fields(dossier, comment)
    return tuple(_filled(one, typed, wrong) for one in found)


def _filled(one: Element, typed: Mapping[str, str], wrong: Mapping[str, Text]) -> Element:
    if not isinstance(one, Input):
        return one
    value = typed.get(one.id, one.value)
    changed = {"value": value, "error": wrong.get(one.id)}
    return type(one)(**{**vars(one), **changed})


def measure_fields(dossier: Dossier, comment: Comment, measure: Measure) -> tuple[Element, ...]:
    key, given = measure.key, own_hours(measure, comment.org)
    name = dossier.organisation_name(comment.org)
    orgs = tuple((o.key, Text.verbatim(o.name)) for o in dossier.all(Organisation))
    hours = Text(nl="Uren van {org}", en="Hours of {org}").fill(org=name)
    return (
        _line(f"title/{key}", Text(nl="Maatregel", en="Measure"), measure.title, TITLE),
        Write(
            id=f"description/{key}",
            label=Text(nl="Omschrijving", en="Description"),
            value=described(dossier, comment, measure),
            limit=DESCRIPTION,
        ),
        Pick(
            id=f"lead/{key}",
            label=Text(nl="Trekker", en="Lead"),
            choices=((NO, Text(nl="Nog geen trekker", en="No lead yet")), *orgs),
            value=_lead(comment, measure),
        ),
        *_period(measure),
        _line(f"hours/{key}", hours, written(given), 12),
        _line(f"milestone/{key}", Text(nl="Nieuwe mijlpaal", en="New milestone"), "", 200),
        Day(
            id=f"milestone_day/{key}",
            label=Text(nl="Datum van de mijlpaal", en="Date of the milestone"),
        ),
        *_leaving(comment, measure, name),
    )


def written(hours: float) -> str:
    """`1600` or `2,5`, as it can be typed again."""
    return f"{hours:.10g}".replace(".", ",") if hours else ""


def _period(measure: Measure) -> tuple[Element, ...]:
    start, end = measure.planning.start, measure.planning.end
    return (
        Day(
            id=f"start/{measure.key}",
            label=Text(nl="Begin", en="Start"),
            value=start.isoformat() if start else "",
        ),
        Day(
            id=f"end/{measure.key}",
            label=Text(nl="Einde", en="End"),
            value=end.isoformat() if end else "",
        ),
    )


def _lead(comment: Comment, measure: Measure) -> str:
    """The lead there is; none is proposed where it said not to take part."""
    lead = measure.lead.org if measure.lead else None
    return NO if lead is None or (comment.kind == "refusal" and lead == comment.org) else lead


def _leaving(comment: Comment, measure: Measure, name: str) -> tuple[Element, ...]:
    """Whether the partner stays in it; leaving is proposed where it refused."""
    words = Text(nl="Blijft {org} meedoen?", en="Does {org} still take part?").fill(org=name)
    pick = Pick(
        id=f"stays/{measure.key}",
        label=words,
        choices=((YES, Text(nl="Ja", en="Yes")), (NO, Text(nl="Nee", en="No"))),
        value=NO if comment.kind == "refusal" else YES,
        wide=True,
    )
    return (pick,)


def described(dossier: Dossier, comment: Comment, measure: Measure) -> str:
    """The description with the remark worked in, where that fits."""
    now = measure.description or ""
    pattern = ADDED.get(comment.kind or "change")
    if pattern is None:
        return now
    name = dossier.organisation_name(comment.org)
    added = pattern.fill(org=name, text=comment.text).within(dossier.plan.language)
    proposed = f"{now}\n{added}".strip()
    return proposed if len(proposed) <= DESCRIPTION else now


def new_fields(dossier: Dossier, comment: Comment) -> tuple[Element, ...]:
    """A new measure, under an action item that fits the remark."""
    items = items_for(dossier, comment)
    hours = Text(nl="Uren van {org}", en="Hours of {org}")
    whole = len(comment.text) <= TITLE
    short = comment.text if whole else f"{comment.text[: TITLE - 1]}…"
    title = short if comment.kind == "missing" else ""
    return (
        Heading(text=Text(nl="Nieuwe maatregel", en="New measure"), level=3),
        _line(f"title/{NEW}", Text(nl="Maatregel", en="Measure"), title, TITLE),
        Pick(
            id=f"item/{NEW}",
            label=Text(nl="Bij actiepunt", en="Under action item"),
            choices=tuple((i.key, Text.verbatim(f"{i.key} {i.title}")) for i in items),
            value=items[0].key if items else "",
        ),
        Write(
            id=f"description/{NEW}",
            label=Text(nl="Omschrijving", en="Description"),
            value="" if title and whole else comment.text[:DESCRIPTION],
            limit=DESCRIPTION,
        ),
        _line(f"hours/{NEW}", hours.fill(org=dossier.organisation_name(comment.org)), "", 12),
    )


def items_for(dossier: Dossier, comment: Comment) -> tuple[ActionItem, ...]:
    """The item it is about first, then those of its theme or of the partner, then all."""
    theme = theme_of(dossier, comment)
    own = [theme] if theme else [t.key for t in dossier.themes_with(comment.org)]
    near = [i for i in dossier.items if i.theme in own]
    first = [i for i in near if i.key == comment.subject]
    rest = [i for i in dossier.items if i not in near]
    return tuple(dict.fromkeys((*first, *near, *(rest if theme is None else ()))))


def _line(id_: str, label: Text, value: str, limit: int) -> Write:
    return Write(id=id_, label=label, value=value, limit=limit, lines=False)
