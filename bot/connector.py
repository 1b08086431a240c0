"""Speaks to the Bot Connector: one shared client session, no retries of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import quote

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
)
from yarl import URL

from bot.credentials import TokenError
from bot.hosts import LOOPBACK, TEAMS, Hosts


class Token(Protocol):
    """The app's token (`bot.credentials.AppToken`). Both raise TokenError."""

    async def __call__(self) -> str: ...
    async def instead(self, refused: str) -> str:
        """Another one than that which the channel refused."""

    def accepted(self) -> None:
        """The channel took the last one."""


_PATIENCE = ClientTimeout(total=10, connect=5)
_UPLOADING = ClientTimeout(total=60)


class SendError(Exception):
    """Something was not delivered, or nobody can say whether it was.

    status: the HTTP status, or None when there was no answer. code: the service's own word for
    it, such as `ConversationNotFound`; without an answer `Unreachable`, `Busy` or `NoToken`
    (nothing was sent), or `Unclear`. retry_after: the header of that name as it came.
    """

    def __init__(self, status: int | None, code: str, retry_after: str = "") -> None:
        super().__init__(f"{status or 'no answer'}: {code}")
        self.status = status
        self.code = code
        self.retry_after = retry_after


class Connector:
    """Every method raises SendError. `token` is left out where nobody asks for one.

    hosts: where anything may go; every address is held against it before every request.
    """

    def __init__(
        self, session: ClientSession, token: Token | None = None, hosts: Hosts | None = None
    ) -> None:
        self._session = session
        self._token = token
        self._hosts = hosts or (TEAMS if token else LOOPBACK)

    async def post(
        self, service: str, conversation: str, activity: Mapping[str, Any], about: str = ""
    ) -> str | None:
        """A new message, in reply to `about` if given. Returns the id it got."""
        url = self._activities(service, conversation, about)
        return _text(await self._call("POST", url, activity), "id")

    async def put(
        self, service: str, conversation: str, message: str, activity: Mapping[str, Any]
    ) -> None:
        """Something else in place of an earlier message."""
        await self._call("PUT", self._activities(service, conversation, message), activity)

    async def delete(self, service: str, conversation: str, message: str) -> None:
        await self._call("DELETE", self._activities(service, conversation, message))

    async def create(self, service: str, wanted: Mapping[str, Any]) -> str:
        """A conversation with the members named in `wanted`. Returns its id."""
        made = _text(
            await self._call("POST", self._url(service, "/v3/conversations"), wanted), "id"
        )
        if not made:
            raise SendError(None, "NoConversation")
        return made

    async def upload(self, url: str, content: bytes) -> None:
        """A whole file to the place its receiver opened for it; our own token stays here."""
        last = len(content) - 1
        await self._exchange(
            "PUT",
            self._file(url),
            data=content,
            headers={
                "Content-Range": f"bytes 0-{last}/{len(content)}",
                "Content-Type": "application/octet-stream",
            },
            timeout=_UPLOADING,
        )

    async def _call(self, method: str, url: URL, body: Mapping[str, Any] | None = None) -> object:
        if self._token is None:
            return await self._exchange(method, url, json=body, timeout=_PATIENCE)
        try:
            return await self._with_token(self._token, method, url, body)
        except TokenError as error:
            raise SendError(None, "NoToken") from error

    async def _with_token(
        self, token: Token, method: str, url: URL, body: Mapping[str, Any] | None
    ) -> object:
        """A token that is refused is renewed once; the second time it is not the token."""
        shown = await token()
        try:
            answer = await self._shown(shown, method, url, body)
        except SendError as error:
            if error.status != 401:
                raise
            answer = await self._shown(await token.instead(shown), method, url, body)
        token.accepted()
        return answer

    async def _shown(
        self, token: str, method: str, url: URL, body: Mapping[str, Any] | None
    ) -> object:
        headers = {"Authorization": f"Bearer {token}"}
        return await self._exchange(method, url, json=body, headers=headers, timeout=_PATIENCE)

    def _activities(self, service: str, conversation: str, message: str = "") -> URL:
        path = f"/v3/conversations/{quote(conversation, safe='')}/activities"
        return self._url(service, f"{path}/{quote(message, safe='')}" if message else path)

    def _url(self, service: str, path: str) -> URL:
        if not self._hosts.admits(service):
            raise SendError(None, "NoAddress")
        return _encoded(service.rstrip("/") + path)

    def _file(self, url: str) -> URL:
        if not self._hosts.admits_file(url):
            raise SendError(None, "NoAddress")
        return _encoded(url)

    async def _exchange(self, method: str, url: URL, **how: Any) -> object:
        try:
            # A redirect would carry the token to whoever asks for it.
            async with self._session.request(method, url, allow_redirects=False, **how) as answer:
                return await _outcome(answer)
        except (ClientConnectorError, ConnectionTimeoutError, ConnectionRefusedError) as error:
            # No name, no line, or no safe one: nothing was written.
            raise SendError(None, "Unreachable") from error
        except (ClientError, TimeoutError, OSError) as error:
            raise SendError(None, "Unclear") from error


async def _outcome(answer: ClientResponse) -> object:
    try:
        body: object = await answer.json(content_type=None)
    except ValueError:
        body = None
    if answer.status >= 300:
        error = body.get("error") if isinstance(body, dict) else None
        code = _text(error, "code") or answer.reason or ""
        raise SendError(answer.status, code, answer.headers.get("Retry-After", ""))
    return body


def _text(body: object, key: str) -> str | None:
    found = body.get(key) if isinstance(body, dict) else None
    return found if isinstance(found, str) else None


def _encoded(url: str) -> URL:
    try:
        return URL(url, encoded=True)
    except ValueError as error:
        raise SendError(None, "NoAddress") from error
