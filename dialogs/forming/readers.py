"""One or two people try the form on one theme before it is fixed (domain 2.3, J1)."""

from __future__ import annotations

from dialogs.clashing import SEAL, moved, seal, told
from dialogs.forming.written import DIALOG, about
from dialogs.naming import named
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Heading, Listing, Pick, Problem, View
from plan.document.preview import preview_theme
from plan.dossier import Dossier
from plan.records import Consent, Person
from plan.rights import is_coordinator
from plan.text import Text, joined

KIND = "format"
"""The kind of Consent in which the answer is kept."""
MOST = 2


def ask_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Who tries it; at most two, for the rest are asked soon enough."""
    people = [p for p in dossier.all(Person) if p.org and not is_coordinator(dossier, p)]
    names = ((p.key, named(dossier, p)) for p in people)
    return View(
        title=Text(nl="Wie probeert het uit?", en="Who will try it?"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Pick(
                id="readers",
                label=Text(
                    nl="Kies een of twee partners of themahouders. Zij krijgen het voorbeeld met "
                    "één vraag.",
                    en="Choose one or two partners or theme owners. They get the preview with one "
                    "question.",
                ),
                choices=tuple(names),
                value=said.inputs.get("readers", ""),
                several=True,
                required=True,
            ),
        ),
        buttons=(
            Button(verb="send", label=Text(nl="Versturen", en="Send"), primary=True),
            Button(verb="show", label=Text(nl="Terug", en="Back"), checks=False),
        ),
        dialog=DIALOG,
        about={**about(dossier), SEAL: _sealed(dossier)},
    )


def _sealed(dossier: Dossier) -> str:
    """Who was asked, and when."""
    asked = (one for one in dossier.all(Consent) if one.kind == KIND)
    return seal(*((one.key, one.asked_at.isoformat()) for one in asked))


SENT = Text(
    nl="Het voorbeeld is intussen al verstuurd; er is nu niets verstuurd. Met Versturen "
    "vraag je het nog een keer.",
    en="The preview was sent in the meantime; nothing was sent now. With Send you ask once more.",
)


def ask(dossier: Dossier, said: Said) -> Turn:
    """Each gets the preview and the question, once for every form."""
    if moved(said, _sealed(dossier)):
        return Turn(instead=told(ask_view(dossier, said), SENT, *tried(dossier)))
    wanted = said.inputs.get("readers", "").split(",")
    chosen = [p for p in dossier.all(Person) if p.key in wanted and p.org]
    if not 1 <= len(chosen) <= MOST:
        wrong = Text(nl="Kies een of twee mensen.", en="Choose one or two people.")
        return Turn(instead=ask_view(dossier, said, wrong))
    theme = preview_theme(dossier) or ""
    asked = tuple(_asked(said, theme, p.org or "") for p in chosen)
    sent = tuple(
        message(said, "try_format", p.key, said.at.isoformat(), org=p.org, text=theme)
        for p in chosen
    )
    names = ", ".join(p.name for p in chosen)
    title = Text(
        nl="Opgeslagen. Het voorbeeld gaat naar {names}.", en="Saved. The preview goes to {names}."
    )
    event = registered(said, "tried_format", dossier.plan.key, after=names)
    return Turn(keep=(*asked, *sent, event), instead=View(title=title.fill(names=names)))


def _asked(said: Said, theme: str, org: str) -> Consent:
    key = f"{KIND}/{theme}/{org}"
    return Consent(key=key, kind=KIND, subject=theme, org=org, asked_at=said.at)


def tried(dossier: Dossier) -> tuple[Element, ...]:
    """What the test readers said, for the coordinator."""
    asked = [consent for consent in dossier.all(Consent) if consent.kind == KIND]
    if not asked:
        return ()
    return (
        Heading(text=Text(nl="Uitgeprobeerd door", en="Tried by"), level=3),
        Listing(lines=tuple(_line(dossier, consent) for consent in asked)),
    )


def _line(dossier: Dossier, consent: Consent) -> Text:
    who = Text.verbatim(f"{dossier.organisation_name(consent.org)}: ")
    said = dict(FOUND).get(consent.answer or "", NO_ANSWER)
    return joined([who + said, Text.verbatim(consent.remark)]) if consent.remark else who + said


FOUND = (
    ("ja", Text(nl="vindt in één minuut wat er wordt verwacht.", en="finds it in a minute.")),
    ("nee", Text(nl="vindt het niet in één minuut.", en="does not find it in a minute.")),
)
NO_ANSWER = Text(nl="nog geen antwoord.", en="no answer yet.")
