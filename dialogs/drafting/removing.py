"""Taking something out of the plan: asked first, and it can be undone."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import moved, seal, told
from dialogs.drafting.parts import about, changed_since, named, receipt, stage_view, unchanged
from dialogs.turn import Said, Turn
from dialogs.view import Button, Listing, View, Words
from plan.dossier import Dossier
from plan.records import ActionItem, Measure, Record, Theme
from plan.text import Text

REMOVING = "removing"
GONE = Button(verb="gone", label=Text(nl="Ja, verwijderen", en="Yes, remove"), primary=True)
BACK = Button(verb="later", label=Text(nl="Nee, laten staan", en="No, keep it"), checks=False)
KINDS: dict[str, type[Record]] = {"measure": Measure, "item": ActionItem, "theme": Theme}
FULL = Text(
    nl="Hier hangt nog iets onder. Verplaats of verwijder dat eerst.",
    en="Something still hangs under this. Move or remove that first.",
)
OLD = Text(
    nl="Deze maatregel stond vorig jaar in het plan. Kies liever het besluit Stoppen met een "
    "reden: dan ziet iedereen waarom.",
    en="This measure was in last year's plan. It is better to choose the verdict Stop with a "
    "reason: then everybody sees why.",
)
ALREADY = Text(
    nl="{what} is intussen al verwijderd.", en="{what} was removed already in the meantime."
)
MOVED = Text(
    nl="Dit is gewijzigd nadat deze vraag kwam. Er is nog niets verwijderd.",
    en="This was changed after this question came. Nothing was removed yet.",
)
UNDO = Text(nl='Toch niet? Typ "ongedaan maken".', en='Changed your mind? Type "undo".')


def ask_view(dossier: Dossier, kind: str, theme: str, key: str) -> View | None:
    """Whether it may go; None when it is gone already."""
    record = dossier.get(KINDS[kind], key)
    if record is None:
        return None
    title = Text(nl="Verwijderen: {what}?", en="Remove: {what}?").fill(what=named(record))
    if _full(dossier, record):
        return stage_view(REMOVING, theme, title, (Words(text=FULL, tone="warning"),), (BACK,))
    old = isinstance(record, Measure) and record.decision != "new" and bool(record.history)
    warned = (Words(text=OLD, tone="warning"),) if old else ()
    return stage_view(
        REMOVING,
        theme,
        title,
        (*warned, Words(text=UNDO, tone="subtle")),
        (GONE, BACK),
        kind=kind,
        key=key,
        seal=seal(record),
    )


def _full(dossier: Dossier, record: Record) -> bool:
    if isinstance(record, ActionItem):
        return bool(dossier.measures_under(record.key))
    return isinstance(record, Theme) and bool(dossier.items_of(record.key))


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    kind = KINDS.get(about(said, "kind"))
    record = dossier.get(kind, about(said, "key")) if kind else None
    if record is None:
        return Turn(instead=unchanged(ALREADY.fill(what=about(said, "key"))))
    if moved(said, seal(record)) or _full(dossier, record):
        card = ask_view(dossier, about(said, "kind"), theme, record.key)
        since = Listing(lines=changed_since(dossier, said, record.key))
        return Turn(instead=told(card, MOVED, since) if card else None)
    what = Text(
        nl="{what} staat niet meer in het plan. {undo}",
        en="{what} is no longer in the plan. {undo}",
    )
    turn = changing(said, record, None, because="draft")
    return turn + Turn(instead=receipt(said, what.fill(what=named(record), undo=UNDO)))
