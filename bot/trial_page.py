"""The files of the trial page, the draft beside the chats, and the headers that guard them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler
from yarl import URL

from bot.trial_files import saved_as

PAGE = Path(__file__).parent / "page"
RENDERER = Path(__file__).parents[1] / "node_modules/adaptivecards/dist/adaptivecards.min.js"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
# The draft is paper in a frame: its own styles, no scripts, nothing from elsewhere.
PAPER = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
HERE = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True)
class Page:
    """The page itself, and the draft as HTML and as a Word file (its name and its bytes)."""

    draft_html: Callable[[], Awaitable[str]]
    draft_docx: Callable[[], Awaitable[tuple[str, bytes]]]

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/", self.index),
            web.get("/trial/adaptivecards.min.js", self.renderer),
            web.get("/trial/paper", self.paper),
            web.get("/trial/draft", self.draft),
            web.get("/trial/draft.docx", self.word),
            web.static("/trial/page", PAGE),
        ]

    async def index(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    async def renderer(self, _request: web.Request) -> web.StreamResponse:
        """Microsoft's card renderer; the page says what to do when it is not there."""
        if not RENDERER.is_file():
            raise web.HTTPNotFound(text="Run: make setup")
        return web.FileResponse(RENDERER)

    async def paper(self, _request: web.Request) -> web.Response:
        """An empty sheet in the frame; the page lays each new draft on it where the old lay."""
        return _on_paper("<!doctype html><html lang=nl><title>Concept</title></html>")

    async def draft(self, _request: web.Request) -> web.Response:
        return _on_paper(await self.draft_html())

    async def word(self, _request: web.Request) -> web.Response:
        return saved_as(*await self.draft_docx())


def _on_paper(html: str) -> web.Response:
    policy = {"Content-Security-Policy": PAPER}
    return web.Response(text=html, content_type="text/html", headers=policy)


async def guarded(request: web.Request, response: web.StreamResponse) -> None:
    """Headers of everything the trial serves (a signal of aiohttp: before an answer goes out)."""
    if request.path == "/" or request.path.startswith("/trial/"):
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"


@web.middleware
async def from_this_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Without authentication, only this machine's own pages and programs may ask anything.

    A strange Host is a name that was made to point here; a strange Origin is another page.
    """
    host, origin = request.host, request.headers.get("Origin")
    if URL(f"http://{host}").host not in HERE or origin not in {None, f"http://{host}"}:
        raise web.HTTPForbidden(text="Deze pagina is er alleen voor deze computer zelf.")
    return await handler(request)
