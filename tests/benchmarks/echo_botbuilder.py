"""The echo of botbuilder's own samples, as they ship: python -m …echo_botbuilder PORT"""

from __future__ import annotations

import sys

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import (
    CloudAdapter,
    ConfigurationBotFrameworkAuthentication,
)

from tests.benchmarks.tokens import configuration


class EchoBot(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(MessageFactory.text(f"{turn_context.activity.text}"))


def app() -> web.Application:
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(configuration()))
    bot = EchoBot()

    async def messages(request: web.Request) -> web.Response:
        answer: web.Response = await adapter.process(request, bot)
        return answer

    made = web.Application()
    made.router.add_post("/api/messages", messages)
    return made


if __name__ == "__main__":
    web.run_app(app(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
