"""Speaks to the Bot Connector: one shared client session, no retries of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from yarl import URL

from bot.hosts import LOOPBACK, TEAMS, Hosts

Token = Callable[[], Awaitable[str]]

_PATIENCE = ClientTimeout(total=10)
_UPLOADING = ClientTimeout(total=60)


class SendError(Exception):
    """Something was not delivered, or nobody can say whether it was.

    status: the HTTP status, or None when there was no answer. code: the service's own word for
    it, such as `ConversationNotFound`; without an answer `Unreachable` (nothing was sent) or
    `Unclear`. retry_after: the header of that name as it came.
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
        headers = {"Authorization": f"Bearer {await self._token()}"} if self._token else {}
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
        except ConnectionRefusedError as error:
            raise SendError(None, "Unreachable") from error
        except (ClientError, TimeoutError, OSError) as error:
            refused = isinstance(getattr(error, "os_error", None), OSError)
            raise SendError(None, "Unreachable" if refused else "Unclear") from error


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
