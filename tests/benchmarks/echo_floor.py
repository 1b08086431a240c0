"""The floor: a message in, a reply posted, by aiohttp alone. python -m …echo_floor PORT"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession, web


def reply_to(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "message",
        "text": f"{body['text']}",
        "from": body["recipient"],
        "recipient": body["from"],
        "conversation": body["conversation"],
        "replyToId": body["id"],
    }


def app() -> web.Application:
    made = web.Application()
    sessions: list[ClientSession] = []

    async def connected(_: web.Application) -> AsyncIterator[None]:
        async with ClientSession() as session:
            sessions.append(session)
            yield

    async def messages(request: web.Request) -> web.Response:
        body = json.loads(await request.read())
        place = quote(body["conversation"]["id"], safe="")
        url = f"{body['serviceUrl']}v3/conversations/{place}/activities/{body['id']}"
        async with sessions[0].post(url, json=reply_to(body)) as answer:
            await answer.read()
        return web.Response()

    made.cleanup_ctx.append(connected)
    made.router.add_post("/api/messages", messages)
    return made


if __name__ == "__main__":
    web.run_app(app(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
