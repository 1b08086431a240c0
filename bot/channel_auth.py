"""What the SDK asks about who comes in: nothing, as the door has asked already."""

from __future__ import annotations

from typing import NoReturn

from botbuilder.schema import Activity
from botframework.connector.auth import (
    AuthenticateRequestResult,
    AuthenticationConstants,
    BotFrameworkAuthentication,
    ClaimsIdentity,
    ConnectorFactory,
)


class Gate(BotFrameworkAuthentication):
    """Sends what answers a request out by our own clients."""

    def __init__(self, clients: ConnectorFactory) -> None:
        self._clients = clients

    def admitted(self) -> AuthenticateRequestResult:
        """For a request that came through the door (`bot.door`)."""
        result = AuthenticateRequestResult()
        result.claims_identity = _IDENTITY
        result.connector_factory = self._clients
        return result

    async def authenticate_request(self, activity: Activity, auth_header: str) -> NoReturn:
        raise NotImplementedError("the door has asked")

    async def authenticate_streaming_request(
        self, auth_header: str, channel_id_header: str
    ) -> NoReturn:
        raise NotImplementedError("no streaming")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        return self._clients

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Nobody signs in to anything through the bot."""


# What the SDK would do with an identity, our own clients do.
_IDENTITY = ClaimsIdentity({}, True, AuthenticationConstants.ANONYMOUS_AUTH_TYPE)
