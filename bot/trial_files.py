"""Files the bot uploads on the trial page, and every file the page lets a person save."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import quote
from uuid import uuid4

from aiohttp import web

LARGEST = 50_000_000
"""Bytes of one file."""
KEPT = 20
"""Files kept; older ones fall away first."""


@dataclass
class Files:
    """Files on their way: first a place with a name, then the content that was put there."""

    service: str
    """The path of the connector that takes the uploads."""
    _places: dict[str, str] = field(default_factory=dict)
    _contents: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.put(self.service + "/uploads/{file}", self.upload),
            web.get("/trial/files/{file}/{name}", self.download),
        ]

    def place(self, origin: str, name: str) -> dict[str, str]:
        """Keep a place for an accepted file; tells the bot where it goes, as Teams does."""
        file = uuid4().hex
        self._places[file] = name
        return {
            "name": name,
            "uniqueId": file,
            "fileType": PurePath(name).suffix.removeprefix("."),
            "uploadUrl": f"{origin}{self.service}/uploads/{file}",
            "contentUrl": f"{origin}/trial/files/{file}/{quote(name, safe='')}",
        }

    async def upload(self, request: web.Request) -> web.Response:
        """PUT: the whole file in one piece."""
        file = request.match_info["file"]
        if file not in self._places:
            return web.json_response({"error": {"code": "itemNotFound"}}, status=404)
        content = bytearray()
        async for piece in request.content.iter_any():
            content += piece
            if len(content) > LARGEST:
                raise web.HTTPRequestEntityTooLarge(LARGEST, len(content))
        self._contents[file] = (self._places.pop(file), bytes(content))
        while len(self._contents) > KEPT:
            del self._contents[next(iter(self._contents))]
        return web.json_response({"id": file}, status=201)

    async def download(self, request: web.Request) -> web.Response:
        found = self._contents.get(request.match_info["file"])
        if found is None:
            raise web.HTTPNotFound(text="Dit bestand is er niet (meer).")
        return saved_as(*found)


def saved_as(name: str, content: bytes) -> web.Response:
    """An answer that the browser saves under this name."""
    return web.Response(
        body=content,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"},
    )
