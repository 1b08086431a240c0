"""The keys that the channel signs its tokens with: looked up, kept, and looked up again."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Mapping
from typing import Final

from aiohttp import ClientSession

from bot import logs
from bot.jwks import LARGEST, Key, NoKeysError, address_of, keys_of

METADATA: Final = "https://login.botframework.com/v1/.well-known/openidconfiguration"

PATIENCE = 5.0
"""Seconds that a look-up may take."""
FRESH = 3_600.0
"""Seconds after which the keys are looked up anew, while those at hand go on being used."""
OLDEST = 24 * 3_600.0
"""Seconds after which keys that could not be looked up anew are used no more."""
RETRY = 2.0
"""Seconds that a failed look-up is not tried again."""
VAIN = (10.0, 30.0, 90.0, 300.0)
"""Seconds without a look-up after the first, the second, … that an unknown key made in vain."""

log = logs.logger(__name__)


class Keys:
    """`seconds` is a clock that never goes back. Who asks at the same time shares a look-up."""

    def __init__(
        self,
        session: ClientSession,
        metadata: str = METADATA,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = session
        self._metadata = metadata
        self._seconds = seconds
        self._keys: Mapping[str, Key] = {}
        self._at = -math.inf
        """When the look-up began that gave these keys."""
        self._failed = -math.inf
        self._vain = 0
        self._quiet_until = -math.inf
        self._looking: asyncio.Task[bool] | None = None

    async def key(self, kid: str) -> Key | None:
        """The key of this name, or None when there is none. Raises NoKeysError."""
        asked = self._seconds()
        if asked - self._at > OLDEST:
            await self._look_up()
        elif asked - self._at > FRESH:
            self.warm()
        return self._keys.get(kid) or await self._sought(kid, asked)

    def warm(self) -> None:
        """Begins a look-up that nobody waits for, if one may be made."""
        if self._looking is None and self._seconds() - self._failed >= RETRY:
            self._looking = asyncio.create_task(self._looked_up())

    async def close(self) -> None:
        if self._looking:
            self._looking.cancel()
            await asyncio.wait({self._looking})

    async def _sought(self, kid: str, asked: float) -> Key | None:
        """Keys may have changed: looked up at once, but not for everybody who makes up a name."""
        if asked < self._quiet_until:
            return None
        while self._at < asked:  # What was under way may have begun before the change.
            await self._look_up()
        found = self._keys.get(kid)
        if found is None and asked >= self._quiet_until:
            self._quiet_until = self._seconds() + VAIN[min(self._vain, len(VAIN) - 1)]
            self._vain += 1
        return found

    async def _look_up(self) -> None:
        """Waits for the one look-up there is. Raises NoKeysError."""
        self.warm()
        if self._looking is None:
            raise NoKeysError("looked up in vain just now")
        looking = self._looking
        await asyncio.wait({looking})
        if looking.cancelled() or not looking.result():
            raise NoKeysError("cannot be looked up")

    async def _looked_up(self) -> bool:
        began = self._seconds()
        try:
            async with asyncio.timeout(PATIENCE):
                found = await self._fetched()
        except Exception as error:  # Whatever it is, the keys at hand are all there is.
            self._failed = self._seconds()
            log.warning("keys not fetched", exc_info=error)
            return False
        finally:
            self._looking = None
        if found.keys() - self._keys.keys():
            self._vain, self._quiet_until = 0, -math.inf
        self._keys, self._at = found, began
        return True

    async def _fetched(self) -> Mapping[str, Key]:
        told = await self._read(self._metadata)
        return keys_of(await self._read(address_of(told, self._metadata)))

    async def _read(self, url: str) -> bytes:
        async with self._session.get(url, allow_redirects=False) as answer:
            if answer.status != 200:
                raise NoKeysError(str(answer.status))
            body = bytearray()
            async for part in answer.content.iter_any():
                body += part
                if len(body) > LARGEST:
                    raise NoKeysError("too large")
            return bytes(body)
