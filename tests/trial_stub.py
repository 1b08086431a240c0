"""A bot that echoes and shows one card of every kind, to try the trial page by itself.

It knows nothing of plans. Words it understands: "kaart", "oud" (a card with Action.Submit),
"bestand", "traag", "stuk", "keuze", "iedereen", "erbij" (somebody new, and another plan);
anything else comes back as an echo.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web

from bot.trial import TrialPerson, add_trial

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
FILES = "application/vnd.microsoft.teams.card.file"
START = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
PEOPLE = [
    TrialPerson(id=id_, name=name, role=role, organisation=organisation, group=group)
    for id_, name, role, organisation, group in (
        ("p-an", "An de Wit", "coördinator veiligheid", "Gemeente Proefstad", "gemeente"),
        ("p-bo", "Bo Jansen", "handhaving", "Gemeente Proefstad", "gemeente"),
        ("p-cem", "Cem Yilmaz", "wijkagent", "Politie", "partners"),
        ("p-dee", "Dée van 't Hof", "adviseur", "Brandweer", "partners"),
    )
]
FAY = TrialPerson(id="p-fay", name="Fay Bos", role="arts", organisation="GGD", group="partners")


def card(verb: str, *, execute: bool = True) -> dict[str, Any]:
    """A card with an input of every kind, three of them required."""
    kind = "Action.Execute" if execute else "Action.Submit"
    scale = [{"title": str(n), "value": str(n)} for n in range(1, 6)]
    who = [{"title": name, "value": name.lower()} for name in ("Politie", "Brandweer", "GGD")]
    must = {"isRequired": True}
    body = [
        {"type": "TextBlock", "text": "Terugblik op 2026", "style": "heading", "wrap": True},
        {"type": "TextBlock", "text": "*Geen* namen van [bewoners](x).", "wrap": True},
        {
            "type": "Input.ChoiceSet",
            "id": "score",
            "label": "Hoe ging het samenwerken?",
            "style": "expanded",
            "choices": [*scale, {"title": "Geen zicht op", "value": "geen"}],
            "errorMessage": "Kies een cijfer.",
            **must,
        },
        {
            "type": "Input.Text",
            "id": "why",
            "label": "Waarom?",
            "isMultiline": True,
            "placeholder": "In een paar zinnen",
            "errorMessage": "Schrijf waarom.",
            **must,
        },
        {
            "type": "Input.Date",
            "id": "by",
            "label": "Wanneer?",
            "errorMessage": "Kies een dag.",
            **must,
        },
        {
            "type": "Input.ChoiceSet",
            "id": "partners",
            "label": "Met wie?",
            "isMultiSelect": True,
            "choices": who,
        },
        {"type": "Input.ChoiceSet", "id": "lead", "label": "Trekker", "choices": who},
        {
            "type": "Input.Toggle",
            "id": "agree",
            "title": "Dit mag in het verslag",
            "label": "Delen",
        },
        {"type": "FactSet", "facts": [{"title": "Vorige keer", "value": "3"}]},
    ]
    actions = [
        {"type": kind, "title": "Opslaan", "verb": verb, "data": {"card": "c1.0"}, **_primary},
        {
            "type": kind,
            "title": "Niet voor mij",
            "verb": "skip",
            "data": {"card": "c1.1"},
            "associatedInputs": "none",
        },
    ]
    return _card(body, actions)


_primary = {"style": "positive"}


def receipt(data: dict[str, Any]) -> dict[str, Any]:
    """What stands in place of a card that was used."""
    facts = [{"title": key, "value": str(value)} for key, value in sorted(data.items())]
    words = {"type": "TextBlock", "text": "Opgeslagen, 09.00 uur", "color": "good", "wrap": True}
    return _card([words, {"type": "FactSet", "facts": facts}], [])


def _card(body: list[Any], actions: list[Any]) -> dict[str, Any]:
    return {"type": "AdaptiveCard", "version": "1.5", "body": body, "actions": actions}


@dataclass
class StubBot:
    """Hears activities over HTTP and answers through the connector they name."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    moment: datetime = START
    coming: datetime | None = START + timedelta(days=4, hours=1)
    moved: list[datetime] = field(default_factory=list)
    people: list[TrialPerson] = field(default_factory=PEOPLE.copy)
    draft: list[str] = field(default_factory=lambda: ["Dit is het begin."])
    title: str = "Uitvoeringsplan 2027"
    pause: float = 0.0
    """Seconds a press takes."""
    broken: str = "stuk"
    """The word on which it fails."""
    after: str = ""
    """What the bot says besides replacing a card, sent before the press is answered."""

    def now(self) -> datetime:
        return self.moment

    async def hear(self, request: web.Request) -> web.Response:
        activity = await request.json()
        self.heard.append(activity)
        match activity["type"], activity.get("name"):
            case "invoke", "adaptiveCard/action":
                if self.after:
                    await self.tell(activity, {"text": self.after})
                return await self.press(activity["value"]["action"])
            case "invoke", _:
                return await self.file(activity)
            case "installationUpdate", _:
                await self.tell(activity, {"text": f"Welkom, {activity['from']['name']}."})
            case "message", _ if "value" in activity:
                instead = {"attachments": [_attached(receipt(activity["value"]))]}
                await self.tell(activity, instead, "PUT", "/" + activity["replyToId"])
            case "message", _:
                return await self.words(activity)
        return web.Response(status=202)

    async def press(self, action: dict[str, Any]) -> web.Response:
        await asyncio.sleep(self.pause)
        if action["verb"] == "broken":
            value = {"code": "ServiceError", "message": "Er is niets opgeslagen."}
            kind = "application/vnd.microsoft.error"
            return web.json_response({"statusCode": 500, "type": kind, "value": value})
        if action["verb"] == "skip":
            kind = "application/vnd.microsoft.activity.message"
            return web.json_response({"statusCode": 200, "type": kind, "value": "Goed."})
        self.draft.append(action["data"].get("why", "iets"))
        body = {"statusCode": 200, "type": ADAPTIVE, "value": receipt(action["data"])}
        return web.json_response(body)

    async def file(self, activity: dict[str, Any]) -> web.Response:
        value = activity["value"]
        if value["action"] == "accept":
            place = value["uploadInfo"]
            async with ClientSession() as session:
                await session.put(place["uploadUrl"], data=b"PK stub")
            info = {
                "contentType": f"{FILES}.info",
                "contentUrl": place["contentUrl"],
                "name": place["name"],
                "content": {"uniqueId": place["uniqueId"], "fileType": place["fileType"]},
            }
            await self.tell(activity, {"attachments": [info]})
        return web.json_response({})

    async def words(self, activity: dict[str, Any]) -> web.Response:
        word = activity["text"]
        answers: dict[str, dict[str, Any]] = {
            "kaart": {"attachments": [_attached(card("save"))]},
            "oud": {"attachments": [_attached(card("save", execute=False))]},
            "kapot": {"attachments": [_attached(card("broken"))]},
            "keuze": {"text": "Wat nu?", "suggestedActions": {"actions": _CHIPS}},
            "bestand": {"attachments": [_OFFER]},
        }
        if word == self.broken:
            return web.Response(status=500)
        if word == "erbij":
            self.people.append(FAY)
            self.title, self.draft = "Uitvoeringsplan 2028", ["Een ander plan."]
        if word == "traag":
            await self.tell(activity, {"type": "typing"})
            await asyncio.sleep(1.5)
        if word == "iedereen":
            for person in self.people:
                await self.tell(activity, {"text": "Aan allen"}, to=person.id)
            return web.Response(status=202)
        await self.tell(activity, answers.get(word, {"text": f"U zei: {word}"}))
        return web.Response(status=202)

    async def tell(
        self,
        activity: dict[str, Any],
        content: dict[str, Any],
        method: str = "POST",
        about: str = "",
        to: str = "",
    ) -> None:
        conversation = f"trial:{to}" if to else activity["conversation"]["id"]
        url = f"{activity['serviceUrl']}/v3/conversations/{conversation}/activities{about}"
        async with ClientSession() as session:
            await session.request(method, url, json={"type": "message"} | content)


_CHIPS = [{"type": "imBack", "title": word, "value": word} for word in ("status", "kaart")]
_OFFER = {
    "contentType": f"{FILES}.consent",
    "name": "Uitvoeringsplan 2027 – concept.docx",
    "content": {
        "description": "Het concept als Word-bestand.",
        "sizeInBytes": 48_000,
        "acceptContext": {"file": "f1"},
        "declineContext": {"file": "f1"},
    },
}


def _attached(content: dict[str, Any]) -> dict[str, Any]:
    return {"contentType": ADAPTIVE, "content": content}


@dataclass
class OnShow:
    """What the page shows of the stub."""

    bot: StubBot

    async def people(self) -> list[TrialPerson]:
        return self.bot.people

    async def draft_html(self) -> str:
        title, words = self.bot.title, self.bot.draft
        rows = "".join(f"<p>{each}</p>" for each in words)
        rest = "".join(f"<h2>Thema {n}</h2><p>Doel en maatregelen {n}.</p>" for n in range(1, 30))
        return (
            f"<!doctype html><html lang=nl><title>{title}</title>"
            f"<style>body{{font-family:serif}}</style><h1>{title}</h1>{rest}<h2>Terugblik</h2>{rows}</html>"
        )

    async def draft_docx(self) -> tuple[str, bytes]:
        return "Concept 2027 – versie 0.1.docx", b"PK word"

    async def next_moment(self) -> datetime | None:
        return self.bot.coming

    async def advance(self, to: datetime) -> None:
        self.bot.moment = to
        self.bot.moved.append(to)
        if self.bot.coming and to >= self.bot.coming:
            self.bot.coming = None


def trial_app(bot: StubBot, kept: Path | None = None) -> web.Application:
    """The trial page with the stub behind it; `kept` is the file of its chats."""
    app = web.Application()
    app.router.add_post("/api/messages", bot.hear)
    add_trial(app, OnShow(bot), bot, kept)
    return app
