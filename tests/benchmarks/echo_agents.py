"""The echo of the Microsoft 365 Agents SDK's own samples, as it ships, with nobody's tokens:
python -m …echo_agents PORT
"""

from __future__ import annotations

import sys

from aiohttp import web
from microsoft_agents.authentication.msal import MsalConnectionManager
from microsoft_agents.hosting.aiohttp import CloudAdapter, start_agent_process
from microsoft_agents.hosting.core import (
    AgentApplication,
    MemoryStorage,
    TurnContext,
    TurnState,
)


def app() -> web.Application:
    settings = {"CONNECTIONS": {"SERVICE_CONNECTION": {"SETTINGS": {"ANONYMOUS_ALLOWED": "True"}}}}
    connections = MsalConnectionManager(**settings)
    adapter = CloudAdapter(connection_manager=connections)
    agent = AgentApplication[TurnState](
        storage=MemoryStorage(), adapter=adapter, connection_manager=connections
    )

    @agent.activity("message")  # type: ignore[untyped-decorator]
    async def on_message(context: TurnContext, _: TurnState) -> None:
        await context.send_activity(f"{context.activity.text}")

    async def messages(request: web.Request) -> web.Response:
        answer: web.Response = await start_agent_process(request, agent, adapter)
        return answer

    made = web.Application()
    made["agent_configuration"] = connections.get_default_connection_configuration()
    made.router.add_post("/api/messages", messages)
    return made


if __name__ == "__main__":
    web.run_app(app(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
