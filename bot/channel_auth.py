"""Who may come in: the SDK's check of the channel's token, or nobody asked in `--dev`."""

from __future__ import annotations

from botbuilder.schema import Activity
from botframework.connector.auth import (
    AuthenticateRequestResult,
    AuthenticationConstants,
    BotFrameworkAuthentication,
    BotFrameworkAuthenticationFactory,
    ClaimsIdentity,
    ConnectorFactory,
    PasswordServiceClientCredentialFactory,
)

from bot.credentials import Credentials


class RefusedError(Exception):
    """This request shows no token, or not a good one."""


class Gate(BotFrameworkAuthentication):
    """Admits a request and sends what answers it out by our own clients."""

    def __init__(self, credentials: Credentials | None, clients: ConnectorFactory) -> None:
        self._clients = clients
        self._check: BotFrameworkAuthentication | None = None
        if credentials:
            self._check = BotFrameworkAuthenticationFactory.create(
                credential_factory=PasswordServiceClientCredentialFactory(
                    credentials.app_id, credentials.password, credentials.tenant
                )
            )

    def knock(self, header: str) -> None:
        """Before the body is read. Raises RefusedError."""
        if self._check and not (header.startswith("Bearer ") and len(header.split()) == 2):
            raise RefusedError("no token")

    async def admit(self, activity: Activity, header: str) -> AuthenticateRequestResult:
        """Raises RefusedError, for whatever reason the check has."""
        try:
            return await self.authenticate_request(activity, header)
        except Exception as error:
            raise RefusedError(type(error).__name__) from error

    async def authenticate_request(
        self, activity: Activity, auth_header: str
    ) -> AuthenticateRequestResult:
        admitted = AuthenticateRequestResult()
        if self._check:
            admitted = await self._check.authenticate_request(activity, auth_header)
        else:
            admitted.claims_identity = ClaimsIdentity(
                {}, True, AuthenticationConstants.ANONYMOUS_AUTH_TYPE
            )
        admitted.connector_factory = self._clients
        return admitted

    async def authenticate_streaming_request(
        self, auth_header: str, channel_id_header: str
    ) -> AuthenticateRequestResult:
        raise RefusedError("no streaming")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        return self._clients

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Nobody signs in to anything through the bot."""
