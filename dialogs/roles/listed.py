"""Everybody with a role: theme owners, who decides, readers, who is away."""

from __future__ import annotations

from dialogs.naming import named
from dialogs.turn import Said
from dialogs.view import Button, Facts, Pick, View, Words
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Person, Wish
from plan.reminders.post import stands_in_on
from plan.rights import decides, own_themes, reads
from plan.text import Text

DIALOG = "roles"


def roles_view(dossier: Dossier, said: Said) -> View:
    """Everybody with a role; choose a person to change the roles of."""
    people = sorted(dossier.all(Person), key=lambda person: person.name)
    return View(
        title=Text(nl="Rollen", en="Roles"),
        elements=(
            Facts(rows=(*_theme_rows(dossier), *_plan_rows(dossier), *_away(dossier, said))),
            Pick(
                id="person",
                label=Text(
                    nl="Wiens rollen wil je wijzigen?", en="Whose roles do you want to change?"
                ),
                choices=tuple((p.key, named(dossier, p)) for p in people),
                value=said.inputs.get("person", people[0].key if people else ""),
                required=True,
            ),
            Words(
                text=Text(
                    nl='Staat iemand er niet bij? Typ "contact" om die persoon toe te voegen.',
                    en='Is somebody not in the list? Type "contact" to add that person.',
                ),
                tone="subtle",
            ),
        ),
        buttons=(
            Button(verb="choose", label=Text(nl="Rollen kiezen", en="Choose roles"), primary=True),
            Button(
                verb="handing", label=Text(nl="Coördinatie overdragen", en="Hand over the plan")
            ),
        ),
        dialog=DIALOG,
    )


def _theme_rows(dossier: Dossier) -> list[tuple[Text, Text]]:
    words = Text(nl="Themahouder {theme}", en="Owner of {theme}")
    return [
        (words.fill(theme=theme.title), _people(dossier, (theme.owner,)))
        for theme in dossier.themes
    ]


def _plan_rows(dossier: Dossier) -> list[tuple[Text, Text]]:
    plan = dossier.plan
    return [
        (Text(nl="Coördinator", en="Coordinator"), _people(dossier, (plan.coordinator,))),
        (
            Text(nl="Portefeuillehouder", en="Portfolio holder"),
            _people(dossier, (plan.portfolio_holder,)),
        ),
        (Text(nl="Beslist mee", en="Decides"), _people(dossier, plan.decision_makers)),
        (Text(nl="Leest mee", en="Readers"), _people(dossier, plan.readers)),
    ]


def _away(dossier: Dossier, said: Said) -> list[tuple[Text, Text]]:
    """Who is away, and who gets the messages."""
    today = local(said.at).date()
    words = Text(nl="{name}, tot en met {day}", en="{name}, until {day}")
    found = []
    for wish in dossier.all(Wish):
        if stands_in_on(wish, today):
            label = Text(nl="Vervanger van {name}", en="Stand-in for {name}")
            until, to = wish.stand_in_until, dossier.person_name(wish.stand_in)
            value = words.fill(name=to, day=on_day(until)) if until else Text.verbatim(to)
            found.append((label.fill(name=dossier.person_name(wish.key)), value))
    return found


def _people(dossier: Dossier, keys: tuple[str | None, ...]) -> Text:
    names = [dossier.person_name(key) for key in keys if key]
    return Text.verbatim(", ".join(names)) if names else Text(nl="nog niemand", en="nobody yet")


def role_lines(dossier: Dossier, person: Person) -> tuple[Text, ...]:
    """What somebody's roles are."""
    found = []
    own = own_themes(dossier, person)
    if own:
        words = Text(nl="Themahouder van {themes}.", en="Owner of {themes}.")
        found.append(words.fill(themes=", ".join(theme.title for theme in own)))
    if decides(dossier, person):
        found.append(Text(nl="Beslist mee over het plan.", en="Decides on the plan."))
    if reads(dossier, person):
        found.append(Text(nl="Leest het vastgestelde plan.", en="Reads the adopted plan."))
    return tuple(found)
