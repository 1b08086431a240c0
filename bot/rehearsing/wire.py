"""The service that the assistant takes for Microsoft's Bot Connector."""

from __future__ import annotations

from aiohttp import web

from bot.rehearsing.chats import PERSONAL, Chats

CONVERSATIONS = "/v3/conversations"
LARGEST_FILE = 50_000_000


def service(chats: Chats) -> web.Application:
    """Puts what is sent into the chats; takes every file and forgets it."""

    async def converse(request: web.Request) -> web.Response:
        wanted = await request.json()
        return web.json_response({"id": PERSONAL + wanted["members"][0]["id"]}, status=201)

    async def send(request: web.Request) -> web.Response:
        activity = await request.json()
        if activity.get("type") != "message":
            return web.json_response({"id": "typing"})
        made = chats.arrives(request.match_info["conversation"], activity)
        return web.json_response({"id": made}, status=201)

    async def update(request: web.Request) -> web.Response:
        about = request.match_info["activity"]
        there = chats.changes(request.match_info["conversation"], about, await request.json())
        return web.json_response({"id": about}, status=200 if there else 404)

    async def delete(request: web.Request) -> web.Response:
        chats.goes(request.match_info["conversation"], request.match_info["activity"])
        return web.Response()

    async def upload(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({}, status=201)

    app = web.Application(client_max_size=LARGEST_FILE)
    activities = CONVERSATIONS + "/{conversation}/activities"
    app.router.add_post(CONVERSATIONS, converse)
    app.router.add_post(activities, send)
    app.router.add_post(activities + "/{activity}", send)
    app.router.add_put(activities + "/{activity}", update)
    app.router.add_delete(activities + "/{activity}", delete)
    app.router.add_put("/uploads/{file}", upload)
    return app
