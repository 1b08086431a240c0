"""From a request to what was heard: the header first, then the body, then whom it is from."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import ClientSession, hdrs, web

from bot.activity import read
from bot.allowance import Verdict
from bot.entrance import Entrance, ForeignError
from bot.happenings import WITHOUT_A_PERSON
from bot.heard import Heard
from bot.jwks import NoKeysError
from bot.keys import Keys
from bot.received import received
from bot.shape import Json, MalformedError, parsed
from bot.speaking import who_speaks
from bot.tokens import RefusedError, Shown, Tokens

LATER: Final = {"Retry-After": "10"}


class Door:
    """app_id: empty where everybody may come in."""

    def __init__(self, app_id: str, session: ClientSession, entrance: Entrance) -> None:
        self._entrance = entrance
        self._keys = Keys(session, entrance.metadata)
        self._tokens = Tokens(app_id, self._keys) if app_id else None

    def warm(self) -> None:
        """Has the keys looked up, so that whoever comes first need not wait for them."""
        if self._tokens:
            self._keys.warm()

    async def ready(self) -> bool:
        """Whether anybody could come in."""
        return self._tokens is None or self._keys.known

    async def close(self) -> None:
        await self._keys.close()

    async def enter(self, request: web.Request) -> tuple[Json, Heard | None]:
        """The activity, and what was heard in it if anything. Raises what to answer instead.

        Whoever does not come in hears nothing of the reason: 401 for a token that is not good
        or not about this body, 403 for another tenant, 503 when there is nothing to check with.
        """
        try:
            shown = await self._knock(request)
            body = parsed(await received(request))
            self._admit(shown, body, request)
            heard = read(body, dev=self._tokens is None)
            self._check_files(heard)
        except RefusedError:
            raise web.HTTPUnauthorized(headers={hdrs.WWW_AUTHENTICATE: "Bearer"}) from None
        except ForeignError:
            raise web.HTTPForbidden from None
        except NoKeysError:
            raise web.HTTPServiceUnavailable(headers=LATER) from None
        except MalformedError:
            raise web.HTTPBadRequest from None
        return body, heard

    def verdict(self, heard: Heard) -> Verdict:
        """Whether this person may say something now; of comings and goings Teams tells itself."""
        if self._entrance.allowance is None or heard.kind in WITHOUT_A_PERSON:
            return "hear"
        return self._entrance.allowance.of(who_speaks(heard))

    async def _knock(self, request: web.Request) -> Shown | None:
        if self._tokens is None:
            return None
        shown = request.headers.getall(hdrs.AUTHORIZATION, [])
        if len(shown) != 1:
            raise RefusedError("no token")
        return await self._tokens.check(shown[0])

    def _admit(self, shown: Shown | None, body: Json, request: web.Request) -> None:
        if shown:
            self._entrance.bind(shown, body, request.headers)
            return
        service = body.get("serviceUrl")
        if service and isinstance(service, str) and not self._entrance.hosts.admits(service):
            raise RefusedError("a service URL elsewhere")

    def _check_files(self, heard: Heard | None) -> None:
        upload: Any = heard.upload if heard else {}
        for place in ("upload_url", "content_url"):
            if upload and not self._entrance.hosts.admits_file(upload[place]):
                raise MalformedError("a file elsewhere")
