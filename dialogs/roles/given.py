"""The roles of one person, to tick and untick."""

from __future__ import annotations

from dialogs.roles.listed import DIALOG
from dialogs.turn import Said
from dialogs.view import Button, Element, Pick, View
from plan.dossier import Dossier
from plan.records import Person, Theme
from plan.rights import own_themes
from plan.text import Text

DECIDES, HOLDS, READS = "beslist", "portefeuillehouder", "leest"
ROLES = {
    DECIDES: Text(
        nl="Beslist mee (MT): ziet het concept en de aandachtspunten",
        en="Decides (MT): sees the draft and the findings",
    ),
    HOLDS: Text(
        nl="Portefeuillehouder: ziet het concept en de aandachtspunten",
        en="Portfolio holder: sees the draft and the findings",
    ),
    READS: Text(
        nl="Leest mee: ziet het vastgestelde plan en de verwerking van reacties",
        en="Reader: sees the adopted plan and what was done with comments",
    ),
}


def person_view(dossier: Dossier, person: Person, said: Said | None = None) -> View:
    """The roles of one person, to tick and untick; with what was ticked on an older card."""
    roles = roles_of(dossier, person)
    themes = [theme.key for theme in own_themes(dossier, person)]
    ticked = _ticked(said, "roles", roles)
    own = _ticked(said, "themes", themes)
    elements: list[Element] = [
        Pick(
            id="roles",
            label=Text(nl="Rollen", en="Roles"),
            choices=tuple(ROLES.items()),
            value=ticked,
            several=True,
            wide=True,
        )
    ]
    if dossier.themes:
        elements.append(
            Pick(
                id="themes",
                label=Text(nl="Themahouder van", en="Owner of these themes"),
                choices=tuple((t.key, _theme(dossier, t, person)) for t in dossier.themes),
                value=own,
                several=True,
                wide=True,
            )
        )
    title = Text(nl="Rollen van {name}", en="Roles of {name}")
    return View(
        title=title.fill(name=person.name),
        elements=tuple(elements),
        buttons=(
            Button(verb="save", label=Text(nl="Opslaan", en="Save"), primary=True),
            Button(verb="back", label=Text(nl="Terug", en="Back"), checks=False),
        ),
        dialog=DIALOG,
        about={
            "person": person.key,
            "was": written(dossier, person),
            "roles": ",".join(roles),
            "themes": ",".join(themes),
        },
    )


def _ticked(said: Said | None, name: str, now: list[str]) -> str:
    """What there is now, with what was ticked and unticked on the card itself."""
    if said is None or said.card is None:
        return ",".join(now)
    was = said.card.about.get(name, "").split(",")
    given = said.inputs.get(name, "").split(",")
    kept = [one for one in now if one in given or one not in was]
    new = [one for one in given if one and one not in (*was, *kept)]
    return ",".join((*kept, *new))


def written(dossier: Dossier, person: Person) -> str:
    """The roles as they are, to see whether they changed under a card."""
    owners = tuple((theme.key, theme.owner) for theme in dossier.themes)
    return repr((roles_of(dossier, person), dossier.plan.portfolio_holder, owners))


def _theme(dossier: Dossier, theme: Theme, person: Person) -> Text:
    """A theme, with who has it now: it passes on to who is ticked."""
    if theme.owner in (None, person.key):
        return Text.verbatim(theme.title)
    words = Text(nl="{theme} (nu {name})", en="{theme} (now {name})")
    return words.fill(theme=theme.title, name=dossier.person_name(theme.owner))


def roles_of(dossier: Dossier, person: Person) -> list[str]:
    plan = dossier.plan
    has = {
        DECIDES: person.key in plan.decision_makers,
        HOLDS: person.key == plan.portfolio_holder,
        READS: person.key in plan.readers,
    }
    return [role for role, held in has.items() if held]
