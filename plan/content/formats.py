"""The formats a coordinator can choose from, and the columns they are made of (domain 4.3)."""

from __future__ import annotations

from plan import cells
from plan.format import Column, Format
from plan.text import Text

CODE = Column(id="code", title=Text(nl="Code", en="Code"), cell=cells.code, width=11)
MEASURE = Column(
    id="maatregel", title=Text(nl="Maatregel", en="Measure"), cell=cells.title, width=39
)
VERDICT = Column(
    id="besluit", title=Text(nl="Besluit", en="Verdict"), cell=cells.verdict, width=23
)
LEAD = Column(id="trekker", title=Text(nl="Trekker", en="Lead"), cell=cells.lead, width=37)
PARTNERS = Column(
    id="partners", title=Text(nl="Partners", en="Partners"), cell=cells.partners, width=19
)
PLANNING = Column(
    id="planning", title=Text(nl="Planning", en="Planning"), cell=cells.planning, width=26
)
RESULT = Column(
    id="resultaat", title=Text(nl="Resultaat", en="Result"), cell=cells.result, width=32
)
HOURS = Column(id="inzet", title=Text(nl="Inzet", en="Hours"), cell=cells.hours, width=22)
COSTS = Column(id="kosten", title=Text(nl="Kosten", en="Costs"), cell=cells.costs, width=33)
SCOPE = Column(id="schaal", title=Text(nl="Schaal", en="Scale"), cell=cells.scope, width=18)
LOCAL_CONTACT = Column(
    id="lokale_contactpersoon",
    title=Text(nl="Lokaal aanspreekpunt", en="Local contact"),
    cell=cells.local_contact,
    width=25,
)
ROLE = Column(id="rol", title=Text(nl="Rol", en="Role"), cell=cells.roles, width=20)
CONTACT = Column(
    id="contact", title=Text(nl="Contact", en="Contact"), cell=cells.contact, width=46
)
LIGHT = Column(id="licht", title=Text(nl="Licht", en="Light"), cell=cells.light, width=16)
STANDING = Column(id="stand", title=Text(nl="Stand", en="Status"), cell=cells.standing, width=24)
STEERING = Column(
    id="bijsturing", title=Text(nl="Bijsturing", en="Adjustment"), cell=cells.steering, width=32
)

COLUMNS = (
    CODE,
    MEASURE,
    VERDICT,
    LEAD,
    PARTNERS,
    PLANNING,
    RESULT,
    HOURS,
    COSTS,
    SCOPE,
    LOCAL_CONTACT,
    ROLE,
    CONTACT,
    LIGHT,
    STANDING,
    STEERING,
)

SHEET_PER_THEME = Format(
    id="themablad",
    title=Text(nl="Themablad", en="Sheet per theme"),
    meant_for=Text(
        nl="Eén of twee bladzijden per thema: doel, wat er speelt en per actiepunt een tabel.",
        en="One or two pages per theme: goal, what is going on, and a table per action item.",
    ),
    columns=(CODE, MEASURE, VERDICT, LEAD, PARTNERS, PLANNING, RESULT),
)
COMPACT = Format(
    id="compacte_tabel",
    title=Text(nl="Compacte tabel", en="Compact table"),
    meant_for=Text(
        nl="Eén liggende tabel per thema, voor wie het kort wil houden.",
        en="One landscape table per theme, for those who want to keep it short.",
    ),
    columns=(CODE, MEASURE, LEAD, PARTNERS, PLANNING, RESULT),
    landscape=True,
    one_table=True,
    brief=True,
    chapters=("colophon", "summary", "ivp", "priorities", "other_themes", "abbreviations"),
)
PER_FIELD = Format(
    id="per_veiligheidsveld",
    title=Text(nl="Per veiligheidsveld", en="By safety field"),
    meant_for=Text(
        nl="Een hoofdstuk per veiligheidsveld, met uren en kosten; voor wie aan Kernbeleid gewend "
        "is.",
        en="A chapter per safety field, with hours and costs; for those used to Kernbeleid.",
    ),
    columns=(CODE, MEASURE, VERDICT, LEAD, PARTNERS, PLANNING, RESULT, HOURS, COSTS),
    landscape=True,
    fields=(
        ("woonomgeving", Text(nl="Veilige woon- en leefomgeving", en="Safe living environment")),
        ("bedrijvigheid", Text(nl="Bedrijvigheid en veiligheid", en="Business and safety")),
        ("jeugd", Text(nl="Jeugd en veiligheid", en="Youth and safety")),
        ("fysiek", Text(nl="Fysieke veiligheid", en="Physical safety")),
        ("integriteit", Text(nl="Integriteit en veiligheid", en="Integrity and safety")),
    ),
)
REGIONAL = Format(
    id="regionaal_lokaal",
    title=Text(nl="Regionaal en lokaal", en="Regional and local"),
    meant_for=Text(
        nl="Een gezamenlijk deel en een deel per gemeente; voor gemeenten met een gezamenlijk "
        "IVP.",
        en="A shared part and a part per municipality; for municipalities that share an IVP.",
    ),
    columns=(CODE, MEASURE, VERDICT, LEAD, PARTNERS, PLANNING, RESULT, SCOPE, LOCAL_CONTACT),
    landscape=True,
    local_part=True,
)
PER_PARTNER = Format(
    id="per_partner",
    title=Text(nl="Bladzijde per partner", en="Page per partner"),
    meant_for=Text(
        nl="Eén bladzijde per partner met alleen de eigen afspraken.",
        en="One page per partner with its own agreements only.",
    ),
    columns=(CODE, MEASURE, ROLE, PLANNING, CONTACT),
    chapters=("partner_pages",),
    fixed=True,
)
PROGRESS = Format(
    id="voortgang",
    title=Text(nl="Voortgang", en="Progress"),
    meant_for=Text(
        nl="De vastgestelde tabel met licht, stand en bijsturing; voor het veiligheidsoverleg.",
        en="The adopted table with light, status and adjustment; for the safety meeting.",
    ),
    columns=(CODE, MEASURE, LEAD, PLANNING, RESULT, LIGHT, STANDING, STEERING),
    landscape=True,
    one_table=True,
    brief=True,
    chapters=("colophon", "lights", "priorities", "other_themes", "leads"),
    fixed=True,
)

FORMATS = (SHEET_PER_THEME, COMPACT, PER_FIELD, REGIONAL, PER_PARTNER, PROGRESS)
