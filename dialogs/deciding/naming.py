"""Which parts of the plan a body wants changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogs.clashing import SEAL, moved, seal
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.untouched import both, noted
from dialogs.view import Button, Element, Fold, Listing, Pick, Problem, View, Words, Write
from plan.amending import done_key, exists
from plan.bodies import the
from plan.dossier import Dossier
from plan.records import Confirmed, DecisionStep, altered
from plan.route import with_body
from plan.text import Text

DIALOG = "deciding"
MOST = 120
"""Parts that can be ticked on one card; a larger plan is named by its codes."""
LONGEST = 70


def name_view(dossier: Dossier, said: Said, body: DecisionStep, wrong: Text | None = None) -> View:
    """The parts of every theme to tick, with what must change above them."""
    return noted(lambda one: _drawn(dossier, one, body, wrong), said)


def _drawn(dossier: Dossier, said: Said, body: DecisionStep, wrong: Text | None) -> View:
    title = Text(nl="Wat wil {body} anders?", en="What does {body} want changed?")
    none = Text(nl="Geen onderdeel van het plan", en="No part of the plan")
    return View(
        title=title.fill(body=the(body)),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            *((Words(text=Text.verbatim(body.text)),) if body.text else ()),
            Words(text=LEAD, tone="subtle"),
            *_parts(dossier, said, body),
        ),
        buttons=(
            Button(verb="name", label=Text(nl="Vastleggen", en="Record"), primary=True),
            Button(verb="name_none", label=none, checks=False),
        ),
        dialog=DIALOG,
        about={"body": body.key, SEAL: _sealed(dossier, body)},
    )


def _sealed(dossier: Dossier, body: DecisionStep) -> str:
    """What the body decided, and what was named for it."""
    none = dossier.get(Confirmed, done_key(body)) is not None
    return seal(body.decision, body.text, body.amended, none)


def _among(choices: list[tuple[str, Text]], keys: tuple[str, ...]) -> str:
    return ",".join(key for key, _ in choices if key in keys)


LEAD = Text(
    nl="Kies de onderdelen die anders moeten. Die kun je daarna één voor één aanpassen. Partners "
    "van wie de bijdrage verandert, vraag ik of zij ermee kunnen leven.",
    en="Choose the parts that must change. After that you can change them one by one. Partners "
    "whose contribution changes are asked whether they can live with it.",
)


def _parts(dossier: Dossier, said: Said, body: DecisionStep) -> Iterator[Element | Fold]:
    given = said.inputs if said.verb == "name" else {}
    if len(dossier.measures) + len(dossier.items) > MOST:
        yield Write(
            id="codes",
            label=Text(
                nl="De codes van de onderdelen, met komma's ertussen",
                en="The codes of the parts, separated by commas",
            ),
            value=given.get("codes", ", ".join(body.amended)),
            lines=False,
            required=True,
        )
        return
    for theme in dossier.themes:
        whole = Text(nl="{key}: de tekst van het thema", en="{key}: the text of the theme")
        choices = [(theme.key, whole.fill(key=theme.key))]
        for item in dossier.items_of(theme.key):
            choices.append((item.key, _called(item.key, item.title)))
            choices += [(m.key, _called(m.key, m.title)) for m in dossier.measures_under(item.key)]
        name = f"parts/{theme.key}"
        yield Fold(
            title=Text.verbatim(theme.title),
            elements=(
                Pick(
                    id=name,
                    label=Text(nl="Onderdelen van {t}", en="Parts of {t}").fill(t=theme.title),
                    choices=tuple(choices),
                    value=given.get(name, _among(choices, body.amended)),
                    several=True,
                    wide=True,
                ),
            ),
        )


def _called(key: str, title: str) -> Text:
    short = title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
    return Text.verbatim(f"{key}: {short}")


def name(dossier: Dossier, said: Said, body: DecisionStep) -> Turn:
    """Those parts are open again for this body."""
    met = _overtaken(dossier, said, body)
    if met:
        return met
    subjects = _named(dossier, said)
    strange = [one for one in subjects if not exists(dossier, one)]
    if strange:
        words = Text(
            nl="Deze codes ken ik niet: {codes}.", en="I do not know these codes: {codes}."
        )
        return _again(dossier, said, body, words.fill(codes=", ".join(strange)))
    if not subjects:
        return _again(
            dossier,
            said,
            body,
            Text(nl="Kies ten minste één onderdeel.", en="Choose at least one part."),
        )
    named, none = altered(body, amended=subjects), dossier.get(Confirmed, done_key(body))
    lines = tuple(_called(one, dossier.title(one)) for one in subjects)
    return Turn(
        keep=(
            *with_body(dossier, named),
            registered(said, "reopened_parts", body.key, after=", ".join(subjects)),
        ),
        drop=(none,) if none else (),
        instead=View(
            title=Text(nl="Opgeslagen: te wijzigen", en="Saved: to be changed"),
            elements=(Listing(lines=lines),),
        ),
    )


def _overtaken(dossier: Dossier, said: Said, body: DecisionStep) -> Turn | None:
    """What somebody else named meanwhile, beside what was ticked."""
    if not moved(said, _sealed(dossier, body)):
        return None
    return both(replace(said, verb="name"), lambda one: name_view(dossier, one, body))


def _again(dossier: Dossier, said: Said, body: DecisionStep, wrong: Text) -> Turn:
    return Turn(instead=name_view(dossier, said, body, wrong))


def _named(dossier: Dossier, said: Said) -> tuple[str, ...]:
    """The ticked or typed parts, each once; a code counts in small letters too."""
    known = {one.key.casefold(): one.key for one in (*dossier.themes, *dossier.items)}
    known |= {measure.key.casefold(): measure.key for measure in dossier.measures}
    picked = [v for n, v in said.inputs.items() if n.startswith("parts/") or n == "codes"]
    codes = [code.strip() for words in picked for code in words.replace(";", ",").split(",")]
    return tuple(dict.fromkeys(known.get(code.casefold(), code) for code in codes if code))


def name_none(dossier: Dossier, said: Said, body: DecisionStep) -> Turn:
    """The change is not one of the plan, such as an assignment to somebody."""
    met = _overtaken(dossier, said, body)
    if met:
        return met
    unnamed = with_body(dossier, altered(body, amended=())) if body.amended else ()
    settled = Confirmed(key=done_key(body), by=said.who.key, at=said.at)
    words = Text(
        nl="Opgeslagen: de wijziging van {body} raakt geen onderdeel van het plan",
        en="Saved: the change by {body} touches no part of the plan",
    )
    return Turn(
        keep=(settled, *unnamed, registered(said, "no_part_changes", body.key)),
        instead=View(title=words.fill(body=the(body))),
        onward=True,
    )
