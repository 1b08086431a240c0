"""The app package that Teams is given: who the bot is, what it can be asked, and two icons."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from bot.package_settings import PackageSettings
from dialogs import channel
from dialogs.command import Command
from dialogs.commands import COMMANDS
from plan.text import Language, Text

ICONS: Final = Path(__file__).parents[1] / "teams"
SCHEMAS: Final = "https://developer.microsoft.com/json-schemas/teams/v1.22"
VERSION: Final = "1.22"
"""The newest whose patterns every validator can read; it has all that is used here."""
MADE: Final = (1980, 1, 1, 0, 0, 0)
"""The date of everything in the package, so that the same settings give the same bytes."""

PERSONAL: Final = (
    *("openstaand", "verder", "status", "vragenlijst", "concept"),
    *("agenda", "terug", "stop", "privacy", "help"),
)
"""What the menu of a personal chat names, of all that works there: ten is the most it takes."""

NAME: Final = Text(nl="Uitvoeringsplan", en="Safety plan")
WHOLE_NAME: Final = Text(
    nl="Assistent voor het uitvoeringsplan veiligheid",
    en="Assistant for the yearly safety plan",
)
SHORT: Final = Text(
    nl="Maakt met partners het jaarlijkse uitvoeringsplan integrale veiligheid.",
    en="Makes the yearly municipal safety plan together with partners.",
)
LONG: Final = Text(
    nl="Deze assistent helpt de coördinator veiligheid van een gemeente om met partners het "
    "jaarlijkse uitvoeringsplan te maken. Partners krijgen alleen vragen over hun eigen thema's "
    "en maatregelen, en antwoorden in de chat. De assistent stuurt met mate herinneringen, zet "
    "de antwoorden naast elkaar en maakt er een plan in Word van. In een kanaal meldt de "
    "assistent alleen datum, plaats en agenda van de sessie; antwoorden en concepten komen daar "
    "nooit. Alles staat bij de gemeente zelf. Er komt geen taalmodel aan te pas. Wie in geen plan "
    "staat, krijgt alleen het verzoek zich bij de coördinator te melden.",
    en="This assistant helps the safety coordinator of a municipality to make the yearly plan "
    "together with partners. Partners are only asked about their own themes and measures, and "
    "answer in the chat. The assistant sends reminders in moderation, puts the answers side by "
    "side and makes a plan in Word of them. In a channel it only announces day, place and agenda "
    "of the session; answers and drafts never come there. Everything stays with the municipality "
    "itself. No language model is involved. Whoever is in no plan is only asked to turn to the "
    "coordinator.",
)


def package(settings: PackageSettings) -> bytes:
    """The zip that is uploaded; with the same settings the same bytes."""
    files = {
        "manifest.json": _json(manifest(settings)),
        "en.json": _json(localised("en")),
        "color.png": (ICONS / "color.png").read_bytes(),
        "outline.png": (ICONS / "outline.png").read_bytes(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Else it says on which kind of machine it was made.
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, content)
    return made.getvalue()


def manifest(settings: PackageSettings) -> dict[str, Any]:
    """In Dutch; `localised` has what another language puts in its place.

    In no group chat: there is nothing to be done there. Nothing is asked of Graph.
    """
    return {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": settings.version,
        "id": settings.app_id,
        "localizationInfo": {
            "defaultLanguageTag": "nl",
            "additionalLanguages": [{"languageTag": "en", "file": "en.json"}],
        },
        "developer": {
            "name": settings.publisher,
            "websiteUrl": settings.site,
            "privacyUrl": settings.privacy or settings.site,
            "termsOfUseUrl": settings.terms or settings.site,
        },
        "name": {"short": NAME.nl, "full": WHOLE_NAME.nl},
        "description": {"short": SHORT.nl, "full": LONG.nl},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#0B3A52",
        "bots": [
            {
                "botId": settings.app_id,
                "scopes": ["personal", "team"],
                "supportsFiles": True,
                "isNotificationOnly": False,
                "commandLists": [
                    {"scopes": [scope], "commands": [_entry(c, "nl") for c in commands]}
                    for scope, commands in menus()
                ],
            }
        ],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [settings.public_host] if settings.public_host else [],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot"},
    }


def localised(language: Language) -> dict[str, str]:
    """The words of the manifest in another language, by the path of each."""
    words = {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": NAME.within(language),
        "name.full": WHOLE_NAME.within(language),
        "description.short": SHORT.within(language),
        "description.full": LONG.within(language),
    }
    for n, (_, commands) in enumerate(menus()):
        for m, command in enumerate(commands):
            path = f"bots[0].commandLists[{n}].commands[{m}]"
            for part, said in _entry(command, language).items():
                words[f"{path}.{part}"] = said
    return words


def menus() -> Iterator[tuple[str, tuple[Command, ...]]]:
    """What can be asked, by where."""
    yield "personal", tuple(_named(PERSONAL))
    yield "team", channel.COMMANDS


def _named(names: Iterable[str]) -> Iterator[Command]:
    by_name = {command.name.nl: command for command in COMMANDS}
    return (by_name[name] for name in names)


def _entry(command: Command, language: Language) -> dict[str, str]:
    name, does = command.name.within(language), command.does.within(language)
    return {"title": name, "description": does[:1].upper() + does[1:]}


def _json(what: object) -> bytes:
    return (json.dumps(what, ensure_ascii=False, indent=2) + "\n").encode()
