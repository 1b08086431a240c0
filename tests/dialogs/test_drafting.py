"""The first draft of a first year: from an empty theme to a full one, a card at a time."""

from __future__ import annotations

from bot.cards import plain
from dialogs.drafting import leading, mixing
from dialogs.turn import Said
from dialogs.view import Day, Fold, Pick, Write
from plan.changes import standing
from plan.content.themes import THEMES
from plan.drafting import is_done
from plan.records import (
    ActionItem,
    Change,
    Confirmed,
    Dismissal,
    Event,
    IvpTheme,
    Lead,
    MainLine,
    Material,
    Measure,
    Organisation,
    Person,
    Theme,
    altered,
)
from tests.dialogs.drafted import JORIS, YOUTH, first_year, now, owned, primary, stage, until
from tests.dialogs.talk import CO, MONDAY, RUUD, Talk, view_of, words

STORY = {"narrative": "Er is overlast op het plein.", "goal": "20 procent minder meldingen."}
OWN = {**STORY, "own/theme": "Rust op het plein\nGroepen kennen"}
RESULTS = ("result", "indicator", "evidence_note")
CODES = ("M01", "M02")
FULL = {**OWN, "own/T1.1": "Straatwerk op vrijdag", "own/T1.2": "Groepen bespreken in overleg"}


def test_an_empty_theme_is_full_within_fifteen_clicks() -> None:
    talk, clicks = first_year(), 0
    view = view_of(talk.say(CO, "verder"))
    while not is_done(talk.dossier, "T1"):
        given: dict[str, str] = {**STORY} if stage(view) == "opening" else {}
        for one in view.inputs():
            if one.id.startswith("pick/"):
                ticks = 2 if stage(view) == "items" else 3
                chosen = [value for value, _ in one.choices][:ticks]  # type: ignore[union-attr]
                given[one.id], clicks = ",".join(chosen), clicks + ticks
        view, clicks = now(talk.press(CO, view, primary(view), given)), clicks + 1
    assert clicks <= 15
    items, measures = talk.dossier.items_of("T1"), talk.dossier.measures_of("T1")
    assert len(items) == 2
    assert all(item.desired_effect for item in items)
    assert len(measures) >= 5
    assert all(m.lead and m.lead.person and m.planning.start and m.chain_phase for m in measures)
    assert stage(view) == ""
    assert primary(view) == "close"


def test_of_two_who_fill_in_a_theme_the_second_sees_both_texts_and_chooses() -> None:
    talk = first_year()
    view = until(talk, "opening")
    late = talk.show(CO, view)
    talk.press(CO, view, "save", STORY)
    mine = {"narrative": "Het is juist rustiger.", "goal": "Geen meldingen meer."}
    clash = talk.press(CO, late, "save", {**mine, "owner": CO}).instead
    assert clash
    said = plain(clash, "nl")
    assert "Er staat nu bij “Wat speelt er" in said
    assert STORY["narrative"] in said
    typed = {one.id: one.value for one in clash.inputs()}
    assert (typed["narrative"], typed["goal"]) == (mine["narrative"], mine["goal"])
    theme = talk.dossier.get(Theme, "T1")
    assert theme
    assert theme.narrative == STORY["narrative"]
    talk.press(CO, clash, "save", typed)
    theme = talk.dossier.get(Theme, "T1")
    assert theme
    assert theme.narrative == mine["narrative"]


def test_stopping_half_way_goes_on_with_what_is_still_missing() -> None:
    talk = first_year()
    until(talk, "gathering", filled=OWN)
    talk.say(CO, "stop")
    turn = talk.say(CO, "verder")
    assert stage(now(talk.press(CO, view_of(turn), "themes", {}))) == "gathering"


def test_main_lines_are_a_proposal_first_and_each_gets_its_items() -> None:
    talk = first_year()
    view = until(talk, "opening")
    pasted = {**STORY, "lines": "1\n- Aanwezig zijn waar jongeren zijn\nPerspectief bieden"}
    look = now(talk.press(CO, view, "save", pasted))
    assert talk.dossier.get(IvpTheme, "T1") == YOUTH
    items = now(talk.press(CO, look, "save", {"kept": "1,2"}))
    ivp = talk.dossier.get(IvpTheme, "T1")
    assert ivp
    assert [line.id for line in ivp.main_lines] == ["T1-H1", "T1-H2"]
    talk.press(CO, items, "save", {"own/T1-H1": "Straatwerk", "own/T1-H2": "Werk en school"})
    lines = {item.title: item.ivp_line for item in talk.dossier.items_of("T1")}
    assert lines == {"Straatwerk": "T1-H1", "Werk en school": "T1-H2"}


def test_an_item_under_two_main_lines_stays_under_the_first_and_that_is_told() -> None:
    talk = first_year()
    view = until(talk, "opening")
    look = now(
        talk.press(
            CO,
            view,
            "save",
            {**STORY, "lines": "Aanwezig zijn waar jongeren zijn\nPerspectief bieden"},
        )
    )
    items = now(talk.press(CO, look, "save", {"kept": "0,1"}))
    said = words(
        talk.press(CO, items, "save", {"own/T1-H1": "Straatwerk", "own/T1-H2": "straatwerk"})
    )
    assert "1 actiepunt" in said
    assert "“straatwerk” staat al in het plan (T1.1)" in said
    assert [i.ivp_line for i in talk.dossier.items_of("T1")] == ["T1-H1"]


def test_an_empty_story_says_what_is_still_open_and_goes_on() -> None:
    talk = first_year()
    view = until(talk, "opening")
    talk.press(CO, view, "save", {"goal": STORY["goal"]})
    turn = talk.press(CO, until(talk, "opening"), "save", {})
    assert "Niets gewijzigd" not in words(turn)
    assert "Nog open: waar Jeugdoverlast en jeugdgroepen om gaat" in words(turn)
    assert stage(now(turn)) == "items"


def test_the_rest_of_a_measure_is_out_of_sight_on_the_card_of_results() -> None:
    view = until(first_year(), "bringing", filled=FULL)
    in_sight = [e.id for e in view.elements if isinstance(e, Pick | Write | Day)]
    assert in_sight == [f"{field}/{code}" for code in CODES for field in RESULTS]
    titles = [e.title.nl for e in view.elements if isinstance(e, Fold)]
    assert titles == ["Meer over M01", "Meer over M02"]


def test_what_was_said_of_an_item_alone_is_named_and_not_counted_as_measures() -> None:
    talk = first_year()
    view = until(talk, "gathering", filled=OWN)
    said = words(talk.press(CO, view, "save", {"effect/T1.1": "Rust op het plein"}))
    assert "wat je invulde bij T1.1" in said
    assert "0 maatregelen" not in said


def test_another_theme_of_the_catalogue_gives_other_examples() -> None:
    talk = first_year()
    view = until(talk, "items", filled=STORY)
    other = now(talk.press(CO, view, "examples", {"example": "3.2"}))
    before, after = (next(i for i in v.inputs() if i.id == "pick/theme") for v in (view, other))
    assert before.choices != after.choices  # type: ignore[union-attr]


def test_cross_links_are_ticked_on_the_card_of_a_theme() -> None:
    talk = first_year(Theme(key="T2", title="Uitgaan", order=2))
    card = now(talk.press(CO, view_of(talk.say(CO, "thema")), "edit", {"theme": "T1"}))
    given = {"links": "T2", "links_note": "Samen op pad in het weekend."}
    talk.press(CO, card, "save", given)
    theme = talk.dossier.get(Theme, "T1")
    assert theme
    assert (theme.cross_links, theme.cross_links_note) == (("T2",), given["links_note"])


def test_each_example_stands_under_one_main_line_where_its_words_fit() -> None:
    lines = (
        MainLine(id="H1", text="Iets heel anders"),
        MainLine(id="H2", text="Minder messen op straat"),
    )
    talk = first_year(altered(YOUTH, main_lines=lines))
    view = until(talk, "items", filled=STORY)
    view = now(talk.press(CO, view, "examples", {"example": "3.2"}))
    under = {one.id: one.choices for one in view.inputs() if isinstance(one, Pick)}
    first, second = ({key for key, _ in under[f"pick/{id_}"]} for id_ in ("H1", "H2"))
    assert first
    assert not first & second
    assert "Minder messen op straat" in {title.nl for _, title in under["pick/H2"]}


def test_a_theme_as_wide_as_a_safety_field_gets_the_examples_of_all_its_themes() -> None:
    wide = altered(YOUTH, title="Jeugd en veiligheid")
    talk = first_year(wide, Theme(key="T1", title="Jeugd en veiligheid", order=0))
    view = until(talk, "items", filled=STORY)
    offered = {one.id: one for one in view.inputs() if isinstance(one, Pick)}
    codes = {key.partition("/")[0] for key, _ in offered["pick/theme"].choices}
    assert codes == {theme.code for theme in THEMES if theme.field == "jeugd" and theme.items}
    ticked = ",".join(key for key, _ in offered["pick/theme"].choices[:2])
    talk.press(CO, view, "save", {"pick/theme": ticked})
    assert len(talk.dossier.items_of("T1")) == 2


def test_what_runs_goes_on_and_what_is_new_is_new() -> None:
    talk = first_year(
        Material(key="MAT", title="Verslag", theme="T1", text="Elke week een ronde lopen\nkort")
    )
    view = until(talk, "gathering", filled=OWN)
    given = {"pick/T1.1": "material:MAT/0", "runs/T1.1": "Buurtapp", "own/T1.2": "Groepsscan"}
    talk.press(CO, view, "save", given)
    verdicts = {m.title: m.decision for m in talk.dossier.measures}
    assert verdicts == {
        "Elke week een ronde lopen": "continue",
        "Buurtapp": "continue",
        "Groepsscan": "new",
    }
    assert [m.key for m in talk.dossier.measures] == ["M01", "M02", "M03"]
    assert {c.because for c in talk.dossier.all(Change)} == {"draft"}


def test_an_item_may_stay_empty_with_its_reason_but_not_in_silence() -> None:
    talk = first_year()
    view = until(talk, "gathering", filled=OWN)
    turn = talk.press(CO, view, "save", {})
    assert "ten minste één maatregel" in words(turn)
    assert turn.instead
    talk.press(CO, turn.instead, "save", {"gap/T1.1": "Volgend jaar", "own/T1.2": "Overleg"})
    item = talk.dossier.get(ActionItem, "T1.1")
    assert item
    assert item.gap_reason == "Volgend jaar"


def test_a_text_about_a_resident_is_held_back_and_what_was_typed_stays() -> None:
    talk = first_year()
    view = until(talk, "gathering", filled=OWN)
    typed = "Bezoek aan de familie Jansen"
    turn = talk.press(CO, view, "save", {"own/T1.1": typed})
    assert "herleidbaar" in words(turn)
    assert turn.instead
    assert [one.value for one in turn.instead.inputs() if one.id == "own/T1.1"] == [typed]
    assert talk.dossier.measures == ()


def test_one_lead_and_period_count_for_all_that_say_nothing_else() -> None:
    talk = first_year()
    view = until(talk, "leading", filled=FULL)
    talk.press(
        CO, view, "save", {"lead": CO, "period": "q2", "lead/M02": RUUD, "partners/M01": "POL"}
    )
    first, second = talk.dossier.measures
    assert (first.lead, second.lead) == (
        Lead(org="OOV", person=CO),
        Lead(org="POL", person=RUUD),
    )
    assert [p.org for p in first.partners] == ["POL"]
    assert {(m.planning.start, m.planning.end) for m in (first, second)} == {
        (first.planning.start, first.planning.end)
    }
    assert str(first.planning.start) == "2027-04-01"


def test_without_a_lead_the_same_card_comes_back_and_later_goes_on() -> None:
    talk = first_year()
    view = until(talk, "leading", filled=FULL)
    turn = talk.press(CO, view, "save", {"lead": "", "lead/M01": RUUD})
    assert turn.instead
    wrong = {one.id for one in turn.instead.inputs() if one.error}
    assert wrong == {"lead/M02"}
    assert stage(now(talk.press(CO, turn.instead, "later", {}))) == "bringing"
    assert all(measure.lead is None for measure in talk.dossier.measures)


def test_a_good_practice_is_kept_with_its_measure() -> None:
    talk = first_year(Material(key="M-1", title="Aanpak Buurstad", kind="good_practice"))
    view = until(talk, "bringing", filled=FULL)
    given = {
        "known/M01": "material:0",
        "practices/M01": "Het Dorpse model",
        "hours/M01": "politie: 40",
    }
    talk.press(CO, view, "save", given)
    measure = talk.dossier.get(Measure, "M01")
    assert measure
    assert measure.good_practices == ("Het Dorpse model", "Aanpak Buurstad")
    assert [(c.org, c.hours) for c in measure.capacity] == [("POL", 40)]


def test_a_measure_that_changed_meanwhile_is_not_written_over() -> None:
    talk = first_year()
    view = until(talk, "bringing", filled=FULL)
    card = talk.show(CO, view)
    measure = talk.dossier.get(Measure, "M01")
    assert measure
    other = altered(measure, title="Anders")
    talk.dossier = talk.dossier.plus([other])
    talk.press(CO, card, "save", {"result/M01": "Minder", "result/M02": "Meer"})
    assert talk.dossier.get(Measure, "M01") == other
    second = talk.dossier.get(Measure, "M02")
    assert second
    assert second.result == "Meer"


def test_a_theme_of_the_ivp_is_taken_up_or_left_out_with_a_reason() -> None:
    night = IvpTheme(key="T2", title="Uitgaan", category="priority")
    for verb, why in (("take", ""), ("leave", "Loopt via de regio")):
        talk = first_year(night)
        view = view_of(talk.say(CO, "thema T2"))
        if verb == "leave":
            assert "reden" in words(talk.press(CO, view, "leave", {"why": ""}))
        talk.press(CO, view, verb, {"why": why})
        assert (talk.dossier.get(Theme, "T2") is not None) == (verb == "take")
        left = [one.reason for one in talk.dossier.all(Dismissal)]
        assert left == ([why] if verb == "leave" else [])


def test_a_theme_owner_drafts_the_own_theme_and_no_other() -> None:
    talk = owned(first_year(Theme(key="T2", title="Uitgaan", order=5)), owner=RUUD)
    view = view_of(talk.say(RUUD, "verder"))
    assert stage(view) == "menu"
    assert [value for value, _ in view.inputs()[0].choices] == ["T1"]  # type: ignore[union-attr]
    opened = now(talk.press(RUUD, view, "open", {}))
    talk.press(RUUD, opened, "save", STORY)
    theme = talk.dossier.get(Theme, "T1")
    assert theme
    assert theme.narrative == STORY["narrative"]
    assert theme.owner == RUUD
    assert "niet voor u" in words(talk.say(RUUD, "thema T2"))
    other = talk.show(RUUD, view_of(talk.say(CO, "thema T2")))
    talk.press(RUUD, other, "save", {"narrative": "Van mij"})
    changed = talk.dossier.get(Theme, "T2")
    assert changed
    assert changed.narrative is None


def test_somebody_else_has_no_words_for_drafting() -> None:
    talk = first_year()
    assert "alleen de coördinator" in words(talk.say(RUUD, "thema T1")).lower()


def test_a_measure_is_changed_moved_and_taken_out_and_put_back() -> None:
    talk = first_year()
    until(talk, "mixing", filled=FULL)
    view = view_of(talk.say(CO, "maatregel m01"))
    talk.press(CO, view, "save", {"title/M01": "Straatwerk op zaterdag", "item/M01": "T1.2"})
    moved = talk.dossier.get(Measure, "M01")
    assert moved
    assert (moved.title, moved.item) == ("Straatwerk op zaterdag", "T1.2")
    ask = now(talk.press(CO, view_of(talk.say(CO, "maatregel M01")), "remove", {}))
    assert talk.dossier.get(Measure, "M01")
    talk.press(CO, ask, "gone", {})
    assert talk.dossier.get(Measure, "M01") is None
    item = view_of(talk.say(CO, "actiepunt T1.1"))
    more = now(talk.press(CO, item, "more", {}))
    talk.press(CO, more, "save", {"own/T1.1": "Iets nieuws"})
    assert {m.key for m in talk.dossier.measures} == {"M02", "M03"}
    for _ in range(2):
        talk.press(CO, view_of(talk.say(CO, "ongedaan maken")), "undo", {})
    assert talk.dossier.get(Measure, "M01") == moved
    assert [e.what for e in talk.dossier.all(Event)].count("undid") >= 2


def test_an_item_with_measures_is_not_taken_out() -> None:
    talk = first_year()
    until(talk, "mixing", filled=FULL)
    ask = now(talk.press(CO, view_of(talk.say(CO, "actiepunt T1.1")), "remove", {}))
    assert [button.verb for button in ask.buttons] == ["later"]


def test_an_item_that_was_filled_meanwhile_is_not_taken_out_by_an_old_card() -> None:
    talk = first_year()
    until(talk, "gathering", filled=OWN)
    ask = now(talk.press(CO, view_of(talk.say(CO, "actiepunt T1.1")), "remove", {}))
    card = talk.show(CO, ask)
    talk.dossier = talk.dossier.plus([Measure(key="M01", item="T1.1", title="Straatwerk")])
    talk.press(CO, card, "gone", {})
    assert talk.dossier.get(ActionItem, "T1.1")


def test_undo_touches_only_ones_own_last_change() -> None:
    talk = owned(first_year(), owner=RUUD)
    until(talk, "items", filled=STORY)
    assert "geen wijziging" in words(talk.say(RUUD, "ongedaan maken"))
    talk.press(CO, view_of(talk.say(CO, "ongedaan maken")), "undo", {})
    theme = talk.dossier.get(Theme, "T1")
    assert theme
    assert theme.narrative is None
    assert standing(talk.dossier) == ()


def test_a_finding_leads_to_its_card_and_back_to_the_mix() -> None:
    lines = altered(YOUTH, main_lines=(MainLine(id="T1-H1", text="Aanwezig zijn"),))
    talk = first_year(lines)
    filled = {**STORY, "own/T1-H1": "Rust", "own/T1.1": "Straatwerk"}
    view = until(talk, "mixing", filled=filled)
    button = next(b for b in view.buttons if "Resultaat" in b.label.nl)
    card = now(talk.press(CO, view, button.verb, {}))
    assert stage(card) == "bringing"
    done = {"result/M01": "Minder meldingen", "indicator/M01": "Registratie politie"}
    back = now(talk.press(CO, card, "save", done))
    assert stage(back) == "mixing"
    assert not any("Resultaat" in b.label.nl for b in back.buttons)


def test_a_finding_is_explained_and_leaves_the_mix() -> None:
    talk = first_year()
    view = until(talk, "mixing", filled=FULL)
    ask = now(talk.press(CO, view, "explain", {}))
    (key,) = [one.value for one in ask.inputs() if one.id == "finding"]
    back = now(talk.press(CO, ask, "save", {"why": "Zo afgesproken"}))
    assert stage(back) == "mixing"
    assert [one.key for one in talk.dossier.all(Dismissal)] == [key]


def test_a_lead_whose_person_follows_does_not_keep_a_theme_from_being_ready() -> None:
    talk = first_year(Organisation(key="COM", name="Team Communicatie"))
    view = until(talk, "mixing", filled={**FULL, "lead/M01": "org:COM"})
    lead = talk.dossier.measures[0].lead
    assert lead
    assert (lead.org, lead.person) == ("COM", None)
    assert any("Trekker" in b.label.nl for b in view.buttons)
    assert primary(view) == "ready"


def test_the_mix_asks_no_lead_for_a_measure_that_stopped() -> None:
    talk = first_year()
    until(talk, "mixing", filled=FULL)
    kept = talk.dossier.measures[0]
    asks = '"Straatwerk op vrijdag" heeft geen trekker'
    talk.dossier = talk.dossier.plus([altered(kept, lead=None)])
    assert asks in words(talk.say(CO, "mixcheck"))
    talk.dossier = talk.dossier.plus([altered(kept, lead=None, decision="stop")])
    assert asks not in words(talk.say(CO, "mixcheck"))
    here = Said(who=talk.dossier.get(Person, CO), at=MONDAY)  # type: ignore[arg-type]
    assert primary(mixing.view(talk.dossier, here, "T1")) == "ready"


def test_an_example_fills_the_link_that_the_mix_lacks() -> None:
    talk = first_year()
    told = [f"{name}/{m}" for name in ("result", "indicator", "evidence_note") for m in CODES]
    view = until(talk, "mixing", filled={**FULL, **dict.fromkeys(told, "Minder meldingen")})
    button = next(b for b in view.buttons if "Voorbeelden" in b.label.nl)
    card = now(talk.press(CO, view, button.verb, {}))
    assert stage(card) == "suggesting"
    ticks = next(one for one in card.inputs() if one.id == "pick")
    assert len(ticks.choices) <= 3  # type: ignore[union-attr]
    talk.press(CO, card, "save", {"pick": ticks.choices[0][0]})  # type: ignore[union-attr]
    assert len(talk.dossier.measures) == 3


def test_ready_is_kept_and_said_on_the_status_card() -> None:
    talk = first_year()
    view = until(talk, "mixing", filled=FULL)
    turn = talk.press(CO, view, "ready", {})
    assert "1 van de 1" in words(turn)
    assert talk.dossier.get(Confirmed, "draft/T1")


def test_a_theme_can_be_added_that_is_not_in_the_ivp() -> None:
    talk = first_year()
    view = view_of(talk.say(CO, "thema"))
    assert stage(now(talk.press(CO, view, "add", {"new": "Verkeer"}))) == "opening"
    added = talk.dossier.get(Theme, "T2")
    assert added
    assert added.title == "Verkeer"


def test_an_organisation_may_lead_until_its_person_is_known() -> None:
    talk = first_year(Organisation(key="COM", name="Communicatie"))
    view = until(talk, "leading", filled=FULL)
    again = now(talk.press(CO, view, "save", {"lead/M01": "org:COM", "lead/M02": RUUD}))
    assert stage(again) == "leading"
    assert "Communicatie is trekker; wie daar?" in plain(again, "nl")
    talk.press(CO, again, "save", {"lead/M01": CO})
    measure = talk.dossier.get(Measure, "M01")
    assert measure
    assert measure.lead == Lead(org="OOV", person=CO)


def test_to_a_partner_a_code_of_a_measure_is_an_answer() -> None:
    talk = Talk()
    talk.say(RUUD, "vraag voor vraag")
    assert "alleen de coördinator" not in words(talk.say(RUUD, "maatregel M01"))


def test_only_the_coordinator_is_told_to_add_a_person() -> None:
    talk = owned(first_year())
    view = until(talk, "leading", filled=FULL)
    assert "contact" in plain(view, "nl")
    for_owner = leading.view(talk.dossier, talk.said(JORIS), "T1")
    assert "contact" not in plain(for_owner, "nl")
    assert "om die persoon toe te voegen" in plain(for_owner, "nl")
