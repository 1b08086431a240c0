"""The chapters of the document in print order (domain 4.4)."""

from __future__ import annotations

from plan.document.draft import Chapter
from plan.document.ivp import ivp
from plan.document.lights import lights
from plan.document.look_back import look_back
from plan.document.means import costs, means
from plan.document.overview import overview
from plan.document.partner import annexed, pages
from plan.document.quarters import calendar
from plan.document.register import register
from plan.document.safety_picture import safety_picture
from plan.document.steering import communication, leads, steering
from plan.document.summary import summary
from plan.document.themes import by_field, local_part, other_themes, priorities
from plan.text import Text

CHAPTERS = (
    Chapter(
        id="summary",
        title=Text(nl="Samenvatting", en="Summary"),
        write=summary,
        opens_page=True,
    ),
    Chapter(
        id="ivp",
        title=Text(
            nl="Kern van het IVP en plaats in de beleidscyclus",
            en="The IVP in brief and the policy cycle",
        ),
        write=ivp,
        opens_page=True,
    ),
    Chapter(
        id="look_back",
        title=Text(nl="Terugblik", en="Looking back"),
        write=look_back,
        opens_page=True,
    ),
    Chapter(
        id="safety_picture",
        title=Text(nl="Veiligheidsbeeld in het kort", en="The safety picture in brief"),
        write=safety_picture,
        opens_page=True,
    ),
    Chapter(
        id="lights",
        title=Text(nl="Voortgang in het kort", en="Progress in brief"),
        write=lights,
        opens_page=True,
        tables=True,
    ),
    Chapter(
        id="priorities",
        title=Text(nl="Prioriteiten", en="Priorities"),
        write=priorities,
        opens_page=True,
        tables=True,
    ),
    Chapter(
        id="other_themes",
        title=Text(nl="Overige thema's", en="Other themes"),
        write=other_themes,
        opens_page=True,
        tables=True,
    ),
    Chapter(
        id="by_field",
        title=Text(nl="Thema's per veiligheidsveld", en="Themes by safety field"),
        write=by_field,
        opens_page=True,
        tables=True,
    ),
    Chapter(
        id="local_part",
        title=Text(nl="Lokaal deel", en="Local part"),
        write=local_part,
        opens_page=True,
        tables=True,
    ),
    Chapter(
        id="steering",
        title=Text(nl="Organisatie en sturing", en="Organisation and steering"),
        write=steering,
        opens_page=True,
    ),
    Chapter(
        id="means",
        title=Text(nl="Inzet en middelen", en="Effort and means"),
        write=means,
        opens_page=True,
    ),
    Chapter(
        id="communication",
        title=Text(nl="Communicatie", en="Communication"),
        write=communication,
    ),
    Chapter(
        id="overview",
        title=Text(nl="Overzicht per partner", en="Overview per partner"),
        write=overview,
        annex="A",
        opens_page=True,
    ),
    Chapter(
        id="calendar",
        title=Text(nl="Planningskalender per kwartaal", en="Calendar by quarter"),
        write=calendar,
        annex="B",
        opens_page=True,
    ),
    Chapter(
        id="register",
        title=Text(nl="Verwerking van reacties", en="What was done with comments"),
        write=register,
        annex="C",
        opens_page=True,
    ),
)
ABBREVIATIONS = Chapter(
    id="abbreviations",
    title=Text(nl="Afkortingen", en="Abbreviations"),
    write=lambda _: (),
    annex="D",
)
"""Written last, from what the others say."""
EXTRA = (
    Chapter(id="leads", title=Text(nl="Wie trekt wat", en="Who leads what"), write=leads),
    Chapter(id="partner_pages", title=None, write=pages, tables=True),
)
"""Printed only by a format that names them."""
PARTNER_PAGES = Chapter(
    id="partner_pages",
    title=Text(nl="Een bladzijde per partner", en="A page per partner"),
    write=annexed,
    annex="F",
)
COSTS = Chapter(
    id="costs",
    title=Text(nl="Kosten per maatregel", en="Costs per measure"),
    write=costs,
    annex="E",
)
