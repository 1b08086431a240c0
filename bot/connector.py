"""Speaks to the Bot Connector: one shared client session, no retries of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from yarl import URL

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
    """Every method raises SendError. `token` is left out where nobody asks for one."""

    def __init__(self, session: ClientSession, token: Token | None = None) -> None:
        self._session = session
        self._token = token

    async def post(
        self, service: str, conversation: str, activity: Mapping[str, Any], about: str = ""
    ) -> str | None:
        """A new message, in reply to `about` if given. Returns the id it got."""
        url = _activities(service, conversation, about)
        return _text(await self._call("POST", url, activity), "id")

    async def put(
        self, service: str, conversation: str, message: str, activity: Mapping[str, Any]
    ) -> None:
        """Something else in place of an earlier message."""
        await self._call("PUT", _activities(service, conversation, message), activity)

    async def delete(self, service: str, conversation: str, message: str) -> None:
        await self._call("DELETE", _activities(service, conversation, message))

    async def create(self, service: str, wanted: Mapping[str, Any]) -> str:
        """A conversation with the members named in `wanted`. Returns its id."""
        made = _text(await self._call("POST", _url(service, "/v3/conversations"), wanted), "id")
        if not made:
            raise SendError(None, "NoConversation")
        return made

    async def upload(self, url: str, content: bytes) -> None:
        """A whole file to the place its receiver opened for it; our own token stays here."""
        last = len(content) - 1
        await self._exchange(
            "PUT",
            _checked(URL(url, encoded=True), secure=self._token is not None),
            data=content,
            headers={
                "Content-Range": f"bytes 0-{last}/{len(content)}",
                "Content-Type": "application/octet-stream",
            },
            timeout=_UPLOADING,
        )

    async def _call(self, method: str, url: URL, body: Mapping[str, Any] | None = None) -> object:
        _checked(url, secure=self._token is not None)
        headers = {"Authorization": f"Bearer {await self._token()}"} if self._token else {}
        return await self._exchange(method, url, json=body, headers=headers, timeout=_PATIENCE)

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


def _activities(service: str, conversation: str, message: str = "") -> URL:
    path = f"/v3/conversations/{quote(conversation, safe='')}/activities"
    return _url(service, f"{path}/{quote(message, safe='')}" if message else path)


def _url(service: str, path: str) -> URL:
    try:
        return URL(service.rstrip("/") + path, encoded=True)
    except ValueError as error:
        raise SendError(None, "NoAddress") from error


def _checked(url: URL, *, secure: bool) -> URL:
    """Every address passes here before anything goes to it."""
    if not url.host or url.scheme not in ({"https"} if secure else {"https", "http"}):
        raise SendError(None, "NoAddress")
    return url
