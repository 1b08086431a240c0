"""Cards: whole, legible, and safe from what people write."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from bot.cards import LARGEST, CardTooLargeError, card, plain
from bot.showing import clipped
from dialogs.view import (
    Bar,
    Button,
    Day,
    Element,
    Facts,
    Fold,
    Heading,
    Listing,
    Marked,
    Pick,
    Problem,
    View,
    Words,
    Write,
)
from plan.text import Text

SCHEMA = json.loads((files("adaptive_cards") / "schemas" / "schema-1.5.json").read_text())
MARKDOWN = {"TextBlock": ("text",), "Fact": ("title", "value"), "AdaptiveCard": ("fallbackText",)}
READ_AS_MARKDOWN = ("title", "label", "errorMessage", "placeholder", "altText", "speak")
HOSTILE = [
    "[klik](https://evil.example/x)",
    "![beeld](https://evil.example/x.png)",
    "<at>all</at>",
    "{{DATE(2017-02-14T06:08:39Z, LONG)}}",
    "{{{TIME(2017-02-14T06:08:39Z)}}}",
    "**vet** __vet__ *schuin* _schuin_ `code` ~~weg~~",
    "- punt\n- punt",
    "+ punt",
    "-",
    "1. een\n2) twee",
    "# kop",
    "> citaat",
    "veilig \u202egnitteslleksnaraa\u202c \u2066x\u2069",
    "\\[x\\](y)",
    "a\x00b\x1bc",
]


def same(words: str) -> Text:
    return Text.verbatim(words)


def everything(words: str) -> View:
    """A view with every kind of element, and `words` wherever words can be."""
    text = same(words)
    day = Day(id="D", label=text, value="2027-01-04", earliest="2027-01-01", required=True)
    inputs: tuple[Element, ...] = (
        Pick(id="P1/M1", label=text, choices=(("ja", text), ("nee", text)), error=text),
        Pick(id="P2", label=text, choices=(("a", text),), several=True, wide=True, value="a"),
        Write(id="W", label=text, value=words, hint=text, limit=50, required=True),
        day,
    )
    return View(
        title=text,
        elements=(
            Heading(text=text),
            Words(text=text, tone="warning", strong=True),
            Words(text=text, tone="subtle"),
            Marked(text=words, passages=((0, 2), (1, 4), (900, 999))),
            Facts(rows=((text, text), (text, same("")))),
            Listing(lines=(text, text)),
            Bar(label=text, done=3, total=10),
            Problem(text=text),
            *inputs,
            Fold(title=text, elements=(Words(text=text), replace(day, id="E"))),
        ),
        buttons=(
            Button(verb="keep", label=text, primary=True),
            Button(verb="later", label=text, checks=False),
        ),
    )


def inside(piece: Any) -> list[dict[str, Any]]:
    inner = piece.values() if isinstance(piece, dict) else piece if isinstance(piece, list) else ()
    return [*([piece] if isinstance(piece, dict) else []), *(x for p in inner for x in inside(p))]


def of_type(made: dict[str, Any], *kinds: str) -> list[dict[str, Any]]:
    return [piece for piece in inside(made) if piece.get("type") in kinds]


def fault(made: dict[str, Any]) -> str | None:
    found = best_match(Draft6Validator(SCHEMA).iter_errors(made))
    return found and f"{list(found.absolute_path)}: {found.message}"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_element_is_as_the_official_schema_wants_it(language: Any) -> None:
    made = card(everything("gewone woorden"), language, "k7f3a")
    assert fault(made) is None
    assert (made["version"], made["lang"]) == ("1.5", language)


def test_the_schema_does_see_what_is_wrong() -> None:
    made = card(everything("x"), "nl", "k")
    of_type(made, "Input.Text")[0]["lable"] = "x"
    assert fault(made)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_people_write_stays_text(words: str) -> None:
    made = card(everything(words), "nl", "k")
    assert fault(made) is None
    read = [
        piece[key]
        for piece in inside(made)
        for key in (*READ_AS_MARKDOWN, *MARKDOWN.get(piece.get("type", ""), ()))
        if key in piece
    ]
    assert len(read) > 20
    for shown in read:
        assert not set("[]*_`~<>\\") & set(shown)
        assert not any(
            line.startswith(("- ", "+ ", "# ", "1. ", "2) ")) for line in shown.split("\n")
        )
        assert shown not in {"-", "+"}
    everywhere = [value for p in inside(made) for key, value in p.items() if key != "value"]
    strings = [value for value in everywhere if isinstance(value, str)]
    assert not any("{{" in s or "\u202e" in s or "\x00" in s or "\x1b" in s for s in strings)


def test_ordinary_words_are_not_touched() -> None:
    words = "M1.2 Buurt-app (pilot) – 50% & 'meer', 1.5 km; e-mail: a.b@c.nl? Ja!"
    made = card(everything(words), "nl", "k")
    assert words in [p["text"] for p in of_type(made, "TextBlock")]
    assert words in [p["text"] for p in of_type(made, "TextRun")]
    assert words in [p["label"] for p in of_type(made, "Input.Text")]


def test_what_was_typed_comes_back_unchanged_in_its_input() -> None:
    made = card(everything("**[x](y)**"), "nl", "k")
    assert of_type(made, "Input.Text")[0]["value"] == "**[x](y)**"


def test_every_input_has_a_label_and_a_message() -> None:
    inputs = [p for p in inside(card(everything("w"), "nl", "k")) if "Input." in p.get("type", "")]
    assert len(inputs) == 5
    assert all(p["label"] and p["errorMessage"] for p in inputs)
    assert [p["isRequired"] for p in inputs] == [False, False, True, True, True]


def test_a_button_carries_only_the_card_and_its_number() -> None:
    buttons = of_type(card(everything("w"), "nl", "k7"), "Action.Execute")
    assert [b["data"] for b in buttons] == [{"v": 1, "c": "k7.0"}, {"v": 1, "c": "k7.1"}]
    assert [b["fallback"]["data"] for b in buttons] == [b["data"] for b in buttons]
    assert {b["fallback"]["type"] for b in buttons} == {"Action.Submit"}
    assert [b["associatedInputs"] for b in buttons] == ["auto", "none"]
    assert "keep" not in json.dumps(buttons)


def test_no_more_than_six_buttons_show_at_once() -> None:
    buttons = tuple(Button(verb=f"v{n}", label=same(f"knop {n}")) for n in range(9))
    made = card(View(title=same("t"), buttons=buttons), "nl", "k")
    assert fault(made) is None
    assert [a["title"] for a in made["actions"]] == [*(f"knop {n}" for n in range(5)), "Meer …"]
    (rest,) = of_type(made, "Container")
    assert rest["isVisible"] is False
    assert made["actions"][-1]["targetElements"] == [rest["id"]]
    numbers = [a["data"]["c"] for a in of_type(made, "Action.Execute")]
    assert sorted(numbers) == [f"k.{n}" for n in range(9)]


def test_a_fold_is_shut_unless_something_in_it_is_wrong() -> None:
    write = Write(id="w", label=same("l"))
    for inner, visible in ((write, False), (replace(write, error=same("te lang")), True)):
        view = View(title=same("t"), elements=(Fold(title=same("meer"), elements=(inner,)),))
        made = card(view, "nl", "k")
        (toggle,) = of_type(made, "Action.ToggleVisibility")
        (box,) = [p for p in inside(made) if [p.get("id")] == toggle["targetElements"]]
        assert box["isVisible"] is visible


def test_what_is_wrong_stands_above_its_input() -> None:
    view = View(title=same("t"), elements=(Write(id="w", label=same("l"), error=same("te lang")),))
    _, wrong, asked = card(view, "nl", "k")["body"]
    assert wrong["style"] == "attention"
    assert wrong["items"][0]["inlines"][0]["text"] == asked["errorMessage"] == "te lang"


@pytest.mark.parametrize(("done", "total", "widths"), [(3, 10, [3, 7]), (0, 4, [4]), (4, 4, [4])])
def test_a_bar_is_a_picture_with_its_figures(done: int, total: int, widths: list[int]) -> None:
    bar = Bar(label=same("Beantwoord"), done=done, total=total)
    made = card(View(title=same("t"), elements=(bar,)), "nl", "k")
    assert fault(made) is None
    assert of_type(made, "TextRun")[0]["text"] == f"Beantwoord: {done} van {total}"
    assert [c["width"] for c in of_type(made, "Column")] == widths


def test_an_empty_bar_is_only_its_figures() -> None:
    view = View(title=same("t"), elements=(Bar(label=same("b"), done=0, total=0),))
    assert of_type(card(view, "nl", "k"), "ColumnSet") == []


def test_marked_passages_are_highlighted_and_nothing_is_lost() -> None:
    text = "Bel Jan op 06-12345678 of mail."
    marked = Marked(text=text, passages=((11, 22), (4, 7)))
    runs = of_type(card(View(title=same("t"), elements=(marked,)), "nl", "k"), "TextRun")
    assert "".join(r["text"] for r in runs) == text
    assert [r["text"] for r in runs if r.get("highlight")] == ["Jan", "06-12345678"]


def test_no_colour_is_fixed_by_us() -> None:
    made = card(everything("w"), "nl", "k")
    colours = {p.get("color") for p in of_type(made, "TextRun", "TextBlock")} - {None}
    assert colours <= {"good", "warning", "attention"}
    assert "#" not in json.dumps(made["body"])
    assert not of_type(made, "Image")


def test_a_card_too_large_is_not_made() -> None:
    lines = tuple(Words(text=same("x" * 600)) for _ in range(70))
    with pytest.raises(CardTooLargeError):
        card(View(title=same("t"), elements=lines), "nl", "k")
    made = card(View(title=same("t"), elements=lines[:50]), "nl", "k")
    assert len(json.dumps(made, ensure_ascii=False)) < LARGEST


def test_the_plain_text_says_what_the_card_says() -> None:
    view = View(
        title=same("Stand"),
        elements=(
            Facts(rows=((same("Stap"), same("2 van 6")),)),
            Listing(lines=(same("een"),)),
            Bar(label=same("Klaar"), done=1, total=2),
            Fold(title=same("Meer"), elements=(Words(text=same("diep")),)),
        ),
    )
    assert plain(view, "nl").split("\n") == [
        "Stand",
        "Stap: 2 van 6",
        "• een",
        "Klaar: 1/2",
        "Meer",
        "diep",
    ]


@pytest.mark.parametrize(("long", "end"), [(23_000, "www"), (60_000, "fit in one message.")])
def test_what_fits_on_no_card_fits_in_a_message(long: int, end: str) -> None:
    said = clipped("w" * long, "en")
    assert said.endswith(end)
    assert len(said) < 28_000
