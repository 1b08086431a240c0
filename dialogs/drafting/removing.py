"""Taking something out of the plan: asked first, and it can be undone."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import seal
from dialogs.drafting.parts import about, named, receipt, stage_view
from dialogs.turn import Said, Turn
from dialogs.view import Button, View, Words
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
    told = (Words(text=OLD, tone="warning"),) if old else ()
    return stage_view(
        REMOVING,
        theme,
        title,
        (*told, Words(text=UNDO, tone="subtle")),
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
    if record is None or about(said, "seal") != seal(record) or _full(dossier, record):
        return Turn()
    what = Text(
        nl="{what} staat niet meer in het plan. {undo}",
        en="{what} is no longer in the plan. {undo}",
    )
    turn = changing(said, record, None, because="draft")
    return turn + Turn(instead=receipt(said, what.fill(what=named(record), undo=UNDO)))
