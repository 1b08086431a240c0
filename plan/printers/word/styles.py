"""The look of the Word file: calm, readable, in styles that a municipality can change."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor, Twips

from plan.printers.word.element import element

FONT = "Calibri"
INK = "1F3A5F"
"""Dark blue of headings and bars; 11:1 on white."""
PALE = "E4EBF3"
GROUND = "F3F6FA"
GREY = "4A5563"
OPEN_INK, OPEN_GROUND = "6B4200", "FFF1CC"
"""A gap: dark brown on pale yellow, 8:1."""
LINE = "B8C4D2"

STYLES = {
    "cover_name": "PlanCoverName",
    "cover_line": "PlanCoverLine",
    "box": "PlanBox",
    "gap": "PlanGap",
    "cell": "PlanCell",
    "head": "PlanHead",
    "contents": "PlanContents",
}


def dress(file: WordFile, tag: str, page_width: int, *, tight: bool = False) -> None:
    """Set every style and the language of the text; `page_width` in twentieths of a point.

    `tight` sets a long list of contents closer together, so that it fits on its page.
    """
    _speak(file, tag)
    _settle(file)
    _letters(file, "Normal", 10.5, before=2, after=6, spacing=1.12)
    _letters(file, "Title", 30, bold=True, color=INK, before=6, after=10)
    _letters(file, "Heading 1", 19, bold=True, color=INK, before=0, after=10, keep=True)
    _letters(file, "Heading 2", 14, bold=True, color=INK, before=16, after=5, keep=True)
    _letters(file, "Heading 3", 11.5, bold=True, color=INK, before=14, after=4, keep=True)
    _letters(file, "Heading 4", 10.5, bold=True, color=INK, before=12, after=3, keep=True)
    _letters(file, "Caption", 9, color=GREY, before=8, after=3, keep=True)
    _letters(file, "List Bullet", 10.5, before=0, after=3, spacing=1.12)
    _letters(file, "Quote", 10.5, italic=True, color=GREY, before=4, after=6)
    _letters(file, "Footer", 8.5, color=GREY)
    _own(file)
    _contents(file, page_width, tight=tight)
    _bare(file, "Title")


def _speak(file: WordFile, tag: str) -> None:
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)
        language.set(qn("w:eastAsia"), tag)
    for theme in file.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), tag)


def _settle(file: WordFile) -> None:
    """Today's layout rules, or Word opens the file in compatibility mode."""
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _letters(
    file: WordFile,
    name: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    color: str | None = None,
    before: float | None = None,
    after: float | None = None,
    spacing: float | None = None,
    keep: bool = False,
) -> None:
    style: Any = file.styles[name]
    letters = style.font
    letters.name, letters.size, letters.bold, letters.italic = FONT, Pt(size), bold, italic
    fonts = style.element.rPr.rFonts
    for theme in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[theme]
    fonts.set(qn("w:cs"), FONT)
    if color:
        letters.color.rgb = RGBColor.from_string(color)
    lines = style.paragraph_format
    lines.space_before = None if before is None else Pt(before)
    lines.space_after = None if after is None else Pt(after)
    if spacing:
        lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.MULTIPLE, spacing
    lines.keep_with_next = True if keep else None


def _bare(file: WordFile, name: str) -> None:
    """Without the line that the template draws under a title."""
    properties = file.styles[name].element.pPr
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _own(file: WordFile) -> None:
    _add(file, "cover_name", 15, color=GREY, before=170, after=0)
    _add(file, "cover_line", 12, color=GREY, before=0, after=3)
    _add(file, "box", 10.5, before=4, after=8, keep=True)
    _add(file, "gap", 10.5, bold=True, color=OPEN_INK, before=4, after=8)
    _add(file, "cell", 9, before=0, after=0)
    _add(file, "head", 9, bold=True, color=INK, before=0, after=0, keep=True)
    _add(file, "contents", 19, bold=True, color=INK, before=0, after=10, keep=True)
    _side_line(file, "box", INK, GROUND)
    _side_line(file, "gap", OPEN_INK, OPEN_GROUND)


def _contents(file: WordFile, page_width: int, *, tight: bool) -> None:
    """The tab waits for the page numbers that Word fills in when it updates the list."""
    sizes = ((1, 10.5, 4), (2, 9.5, 0)) if tight else ((1, 11, 7), (2, 10, 0))
    for level, size, before in sizes:
        style: Any = file.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.element.set(qn("w:styleId"), f"TOC{level}")
        style.base_style = file.styles["Normal"]
        after, spacing = (0.5, 1.0) if tight else (1, None)
        _letters(
            *(file, f"toc {level}", size),
            bold=level == 1,
            before=before,
            after=after,
            spacing=spacing,
        )
        style.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        style.paragraph_format.tab_stops.add_tab_stop(
            Twips(page_width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )


def _add(file: WordFile, key: str, size: float, **more: Any) -> None:
    style: Any = file.styles.add_style(STYLES[key], WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    _letters(file, STYLES[key], size, **more)


def _side_line(file: WordFile, key: str, line: str, ground: str) -> None:
    style: Any = file.styles[STYLES[key]]
    style.paragraph_format.keep_together = True
    style.paragraph_format.left_indent = Cm(0.3)
    style.paragraph_format.right_indent = Cm(0.1)
    properties = style.element.get_or_add_pPr()
    border = element(
        "w:pBdr",
        *(
            element(
                f"w:{side}",
                val="single",
                sz=24 if side == "left" else 18,
                space=6 if side == "left" else 1,
                color=line if side == "left" else ground,
            )
            for side in ("top", "left", "bottom")
        ),
    )
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind")
    shade = element("w:shd", val="clear", color="auto", fill=ground)
    properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind")
