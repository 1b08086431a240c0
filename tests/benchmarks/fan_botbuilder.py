"""Messages out to many, by botbuilder as it is: python -m …fan_botbuilder PORT

`POST /go` with a service URL and conversations sends to all of them at once, each once.
"""

from __future__ import annotations

import asyncio
import sys

from aiohttp import web
from botbuilder.core import MessageFactory, TurnContext
from botbuilder.integration.aiohttp import (
    CloudAdapter,
    ConfigurationBotFrameworkAuthentication,
)
from botbuilder.schema import ChannelAccount, ConversationAccount, ConversationReference

from tests.benchmarks.tokens import APP, configuration


def app() -> web.Application:
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(configuration()))

    async def to(service: str, conversation: str) -> None:
        reference = ConversationReference(
            bot=ChannelAccount(id="28:bot"),
            user=ChannelAccount(id="29:person"),
            conversation=ConversationAccount(id=conversation),
            channel_id="msteams",
            service_url=service,
        )

        async def send(context: TurnContext) -> None:
            await context.send_activity(MessageFactory.text("Wilt u de vragen beantwoorden?"))

        await adapter.continue_conversation(reference, send, APP)

    async def go(request: web.Request) -> web.Response:
        asked = await request.json()
        sends = (to(asked["service"], one) for one in asked["conversations"])
        found = await asyncio.gather(*sends, return_exceptions=True)
        return web.json_response({"failed": sum(isinstance(one, Exception) for one in found)})

    made = web.Application()
    made.router.add_post("/go", go)
    return made


if __name__ == "__main__":
    web.run_app(app(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
