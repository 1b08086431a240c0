"""The measures of one theme on a compact card, the known state filled in."""

from __future__ import annotations

from collections.abc import Collection

from dialogs.questionnaire.elements import question_elements
from dialogs.questionnaire.parts import CARD, DONE, SAVE, TYPING, about, known_state, named, who
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Button, Element, Fold, Heading, View, Words
from plan.asking import answered, asks_by_key, measures_by_weight
from plan.core import MEASURES_FIRST, known_progress, opened
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Measure
from plan.text import Text


def measures_view(
    dossier: Dossier, sheet: Sheet, theme: str, waiting: Collection[str | None] = ()
) -> View:
    """One compact card per theme: the known state filled in; change what differs.

    With `waiting` only the measures of which something is still open.
    """
    measures = [m for m in measures_by_weight(dossier, sheet.org) if dossier.theme_of(m) == theme]
    first = measures_by_weight(dossier, sheet.org)[:MEASURES_FIRST]
    shown = [m for m in measures if m in first] or measures[:MEASURES_FIRST]
    open_ = [m for m in shown if m.key in waiting]
    hint = (Words(text=STILL_OPEN, tone="warning"),) if len(open_) < len(shown) and open_ else ()
    return _measures_card(dossier, sheet, theme, open_ or shown, hint)


STILL_OPEN = Text(
    nl='Hierbij horen nog een paar vragen. Liever niet? Kies "Zo is het goed, klaar".',
    en='There are a few more questions about this. Rather not? Choose "Fine like this, done".',
)


ALL_RIGHT = Button(verb="save_known", label=Text(nl="Alles klopt", en="All correct"))


def _measures_card(
    dossier: Dossier,
    sheet: Sheet,
    theme: str,
    measures: list[Measure],
    hint: tuple[Words, ...],
) -> View:
    deeper = set(opened(dossier, sheet.round.key, sheet.org))
    by_key = asks_by_key(dossier, sheet.org, sheet.topics)
    elements: list[Element | Fold] = []
    asks: list[Ask] = []
    for measure in measures:
        progress = by_key[f"A1/{measure.key}"]
        more = [by_key[f"{id_}/{measure.key}"] for id_ in ("A2", "M1")]
        prior = {progress.key: _prior(dossier, sheet, measure)}
        elements.append(Heading(text=named(measure), level=3))
        elements.append(Words(text=known_state(dossier, measure), tone="subtle"))
        elements.extend(
            _bare(question_elements(dossier, sheet, [progress], typed=prior, folded=True))
        )
        inputs = _bare(question_elements(dossier, sheet, more, folded=True))
        if measure.key in deeper:
            elements.extend(inputs)
        else:
            title = Text(nl="Meer zeggen over {key}", en="Say more about {key}")
            elements.append(Fold(title=title.fill(key=measure.key), elements=inputs))
        asks += [progress, *more]
    return View(
        title=Text(nl="Uw maatregelen: {theme}", en="Your measures: {theme}").fill(
            theme=dossier.title(theme)
        ),
        elements=(*who(dossier, sheet), *hint, *elements),
        buttons=(
            SAVE,
            *((ALL_RIGHT,) if any(known_progress(dossier, m) for m in measures) else ()),
            TYPING,
            *((DONE,) if dossier.answers_in(sheet.round.key, sheet.org) else ()),
        ),
        dialog=CARD,
        about={
            **about(sheet, "measures", asks),
            "theme": theme,
            "measures": ",".join(m.key for m in measures),
            "prior": ",".join(f"A1/{m.key}={_prior(dossier, sheet, m)}" for m in measures),
        },
    )


def _bare(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Without the headings: the measure is named already."""
    return tuple(e for e in elements if not isinstance(e, Heading))


def _prior(dossier: Dossier, sheet: Sheet, measure: Measure) -> str:
    known = answered(dossier, sheet.round.key, sheet.org).get(f"A1/{measure.key}")
    return str(known.value) if known else known_progress(dossier, measure) or ""
