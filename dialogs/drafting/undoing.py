"""Undoing the speaker's own last change to the draft, after showing what it was."""

from __future__ import annotations

from dialogs.clashing import told
from dialogs.drafting.parts import DIALOG, about, receipt
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Facts, Listing, View, Words
from plan.changes import CHANGEABLE, altered_fields, changes_since, standing, taken_back, undone
from plan.dates import at_time, on_day
from plan.difference import differences
from plan.dossier import Dossier
from plan.records import Change, Record
from plan.rights import Of, can
from plan.text import Text, joined

UNDOING = "undoing"
OURS = ("draft", "verdict", "proposal")
MOST = 8
NOTHING = Text(
    nl="Er is geen wijziging van jou om ongedaan te maken.",
    en="There is no change of yours to undo.",
)
SINCE = Text(
    nl="Dit is daarna opnieuw gewijzigd, dus ik kan het niet terugzetten zonder iets kwijt te "
    "raken. Open het zelf om het te veranderen.",
    en="This was changed again afterwards, so I cannot put it back without losing something. "
    "Open it to change it yourself.",
)

NEWER = Text(
    nl="Er is nog niets teruggezet. Dit is nu je laatste wijziging.",
    en="Nothing was put back yet. This is your last change now.",
)


def last_changes(dossier: Dossier, said: Said) -> tuple[Change, ...]:
    """What the speaker changed in one go, the last time."""
    mine = [
        change
        for change in standing(dossier)
        if change.by == said.who.key and change.because.partition("/")[0] in OURS
    ]
    return tuple(change for change in mine if change.at == mine[-1].at) if mine else ()


def view(dossier: Dossier, said: Said) -> View | None:
    """What would be undone, in the words of the plan."""
    made = last_changes(dossier, said)
    if not made:
        return None
    when = Text(nl="{day}, {time}", en="{day}, {time}").fill(
        day=on_day(made[0].at.date()), time=at_time(made[0].at)
    )
    title = Text(nl="Ongedaan maken: je wijziging van {when}", en="Undo your change of {when}")
    rows = tuple((Text.verbatim(c.subject), _told(dossier, c)) for c in made[:MOST])
    more = Text(nl="En nog {n}.", en="And {n} more.").fill(n=len(made) - MOST)
    rest = (Words(text=more, tone="subtle"),) if len(made) > MOST else ()
    undo = Text(nl="Ongedaan maken", en="Undo")
    return View(
        title=title.fill(when=when),
        elements=(Facts(rows=rows), *rest),
        buttons=(Button(verb="undo", label=undo, primary=True),),
        dialog=DIALOG,
        about={"stage": UNDOING, "theme": "", "at": made[0].at.isoformat()},
    )


def _told(dossier: Dossier, change: Change) -> Text:
    """What was added or taken out, else what it was and became."""
    if not change.was:
        added = Text(nl="toegevoegd: {what}", en="added: {what}")
        return added.fill(what=dossier.title(change.subject))
    if not change.became:
        gone = Text(nl="verwijderd: {what}", en="removed: {what}")
        return gone.fill(what=altered_fields(change).get("title", (change.subject, None))[0])
    told = [one.words for one in differences(dossier, change)][:3]
    return joined(told, "; ") if told else ELSE


ELSE = Text(nl="indeling gewijzigd", en="classification changed")


def hear(dossier: Dossier, said: Said) -> Turn:
    """Everything of that one go, the last first; all of it or nothing."""
    made = last_changes(dossier, said)
    if not made or made[0].at.isoformat() != about(said, "at"):
        newer = view(dossier, said)
        return Turn(instead=told(newer, NEWER) if newer else View(title=NOTHING))
    keep: list[Record] = []
    drop: list[Record] = []
    for change in reversed(made):
        try:
            now, back = taken_back(dossier, change)
        except ValueError:
            return Turn(instead=_since(dossier, made, change.subject))
        if not _allowed(dossier, said, now or back):
            return Turn(instead=View(title=SINCE))
        keep += [back] if back else []
        drop += [now] if now and not back else []
        keep += [undone(change, by=said.who.key, at=said.at)]
        keep += [registered(said, "undid", change.subject, after=change.because)]
    what = Text(nl="je laatste wijziging is ongedaan gemaakt", en="your last change was undone")
    return Turn(keep=tuple(keep), drop=tuple(drop), instead=receipt(said, what))


def _since(dossier: Dossier, made: tuple[Change, ...], subject: str) -> View:
    """Why it cannot be put back: what was changed about it afterwards."""
    after = (c for c in changes_since(dossier, made[-1].at) if c.subject == subject)
    lines = tuple(
        BY.fill(who=dossier.person_name(one.by), what=_told(dossier, one)) for one in after
    )
    return View(title=SINCE, elements=(Listing(lines=lines),) if lines else ())


BY = Text(nl="{who}: {what}", en="{who}: {what}")


def _allowed(dossier: Dossier, said: Said, record: Record | None) -> bool:
    """A theme owner undoes only what is in the own themes still."""
    theme = getattr(record, "theme", None)
    item = getattr(record, "item", None)
    if item and theme is None:
        from_item = dossier.get(CHANGEABLE["ActionItem"], item)
        theme = getattr(from_item, "theme", None)
    key = theme or (record.key if record else "")
    return can(dossier, said.who, "draft", Of(theme=key))
