"""The lines of the page Customers, without a view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from steward.domain.records import KeyMode
from steward.domain.survivorship import SurvivorshipRule
from steward.ui.delegates.hits import second_line
from steward.ui.models.hits import HIT_ROLE, HitsModel
from steward.ui.models.pages import PAGE_SIZE
from steward.ui.pages.customers.card_delegate import fitting_badges
from steward.ui.pages.customers.card_rows import CardModel, CardRow
from steward.ui.pages.customers.customer_rows import contact_rows, golden_rows, origin_rows, record_rows
from steward.ui.pages.customers.figures import figures_of
from steward.ui.pages.customers.panel_texts import undo_content
from steward.ui.pages.customers.timeline_rows import timeline_rows
from steward.ui.words.masking import Mask
from steward.ui.words.names import shown_title
from steward.ui.words.values import money_text, phone_text, value_text
from steward.workspace.customers.customer_views import Event, EventKind, FormattedCell, SearchHit
from tests.builders import make_decision_view, make_golden_value, make_reverse_preview, make_source
from tests.customer_builders import make_customer_record, make_customer_view, make_search_hit

if TYPE_CHECKING:
    from steward.ui.language import Language


def title(hit: SearchHit) -> str:
    return hit.title


def test_a_million_customers_ask_only_for_the_pages_that_are_seen(qtbot: Any) -> None:
    model = HitsModel(title)
    model.set_count(1_000_000)
    assert model.rowCount() == 1_000_000
    with qtbot.waitSignal(model.page_wanted) as wanted:
        assert model.index(500_000).data(HIT_ROLE) is None
    assert wanted.args == [model.generation, 500_000 // PAGE_SIZE]
    with qtbot.assertNotEmitted(model.page_wanted):
        assert model.index(500_001).data() is None


def test_a_page_that_came_is_shown(qapp: Any) -> None:
    model = HitsModel(title)
    model.set_count(300)
    model.set_page(model.generation, 1, [make_search_hit(cin=f"{place:09d}") for place in range(PAGE_SIZE)])
    assert model.index(PAGE_SIZE + 5).data() == "Sri Wahyuni"
    assert model.row_of("000000005") == PAGE_SIZE + 5


def test_a_page_of_an_older_list_is_dropped(qapp: Any) -> None:
    model = HitsModel(title)
    model.set_count(300)
    old = model.generation
    model.set_count(200)
    model.set_page(old, 0, [make_search_hit()])
    assert model.row_of("000413267") == -1


def test_hits_are_a_sound_model(qtmodeltester: Any) -> None:
    model = HitsModel(title)
    model.set_hits([make_search_hit(cin=f"{place:09d}") for place in range(3)])
    qtmodeltester.check(model)


def test_a_hit_tells_its_city_unless_something_else_was_found() -> None:
    assert second_line(make_search_hit(), Mask.OFF) == "00 041 326-7 · Bandung"
    assert second_line(make_search_hit(retired="000398703"), Mask.OFF) == "00 041 326-7 · 00 039 870-3"
    assert second_line(make_search_hit(matched="sri@contoh.id"), Mask.OFF) == "00 041 326-7 · sri@contoh.id"


def test_a_card_is_a_sound_model_and_speaks_whole_lines(qtmodeltester: Any) -> None:
    model: CardModel[CardRow] = CardModel(lambda row: row.spoken)
    model.set_rows([CardRow("name", "Sri Wahyuni", label="Name", sources=(make_source(),), note="only value")])
    qtmodeltester.check(model)
    assert model.index(0).data() == "Name · Sri Wahyuni · Sales · only value"


def test_golden_values_carry_origin_and_rule_in_words(language: Language) -> None:
    rows = golden_rows(make_customer_view(), language, Mask.OFF, is_core=True)
    assert [(row.label, row.note, row.mark) for row in rows] == [
        ("Name", "locked, lists agree", "lock"),
        ("NIK", "only value", ""),
        ("City", "with the address", ""),
    ]
    assert [source.name for source in rows[0].sources] == ["Sales"]


def test_a_locked_value_tells_what_the_lists_say(language: Language) -> None:
    agreed = make_golden_value("name", is_locked=True)
    opposed = make_golden_value("nik", "3273", is_locked=True, runner_up="3274")
    unknown = make_golden_value("city", "Solo", is_locked=True, support=0, record_id=None)
    rows = golden_rows(make_customer_view(values=(agreed, opposed, unknown)), language, Mask.OFF, is_core=True)
    assert [row.note for row in rows] == ["locked, lists agree", "locked, lists disagree", "locked"]


def test_a_value_that_a_steward_typed_has_a_pencil_and_no_source(language: Language) -> None:
    typed = make_golden_value("name", "Sri W.", record_id=None, rule=SurvivorshipRule.STEWARD)
    (row,) = golden_rows(make_customer_view(values=(typed,)), language, Mask.OFF, is_core=True)
    assert (row.mark, row.sources, row.note) == ("pencil", (), "chosen by a steward")


def test_business_values_stand_apart_from_who_the_customer_is(language: Language) -> None:
    view = make_customer_view(values=(make_golden_value("segment", "Gold"), make_golden_value("revenue", "1000")))
    assert golden_rows(view, language, Mask.OFF, is_core=True) == ()
    assert [row.value for row in golden_rows(view, language, Mask.OFF, is_core=False)] == ["Gold"]


def test_refused_contact_is_told_by_word_icon_and_colour(qapp: Any) -> None:
    phone = contact_rows(make_customer_view())[0]
    assert (phone.note, phone.note_icon, phone.note_token) == ("refused", "bell-off", "danger")


def test_an_opened_record_shows_every_cell_even_empty_ones(language: Language) -> None:
    view = make_customer_view()
    record = view.records[0]
    rows = record_rows(view, frozenset({record.record_id}), language, Mask.OFF)
    assert [row.label for row in rows if row.is_sub] == [header for header, _ in record.cells]
    assert len([row for row in rows if not row.is_sub]) == len(view.records)


def test_a_row_without_a_key_is_known_by_its_place_and_no_digest_is_shown(language: Language) -> None:
    source = make_source(key_mode=KeyMode.CONTENT)
    digest = "5bbe3aff9f5b55fac309e4dc8e299952"
    view = make_customer_view(records=(make_customer_record(1, source=source, source_key=digest, row=1412),))
    (row,) = record_rows(view, frozenset(), language, Mask.OFF)
    assert row.value == "row 1,412"
    assert "row" not in row.hint
    (origin,) = origin_rows(view, "name", lambda _: "Sri", language, Mask.OFF)
    assert digest not in row.spoken + origin.spoken


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Sri Wahyuni", "Sri Wahyuni"), ("", "No name"), ("5bbe3aff9f5b55fac309e4dc8e299952", "No name")],
)
def test_a_customer_without_a_name_is_said_to_have_none(qapp: Any, title: str, shown: str) -> None:
    assert shown_title(title, Mask.OFF) == shown


def test_what_an_undo_does_to_golden_values_stands_line_by_line_as_people_write_them(qapp: Any) -> None:
    cin = "000413267"
    values = [(cin, "birth_date", "1985-07-15", ""), *[(cin, "products", f"Paket {n}", "") for n in range(20)]]
    content = undo_content(make_reverse_preview(moves=(), values=tuple(values)), Mask.OFF)
    assert (content.rows[0].label, content.rows[0].value) == ("Birth date", "15 Jul 1985 → empty")
    assert len(content.rows) < len(values)
    assert "Values that change besides: 13." in content.sentence


def test_a_cell_that_is_no_text_says_how_the_file_shows_it(language: Language) -> None:
    formatted = {"ID": FormattedCell("00412", "00000"), "TELP": FormattedCell("0812-3344-5566", "0000-0000-0000")}
    record = make_customer_record(formatted=formatted)
    rows = record_rows(make_customer_view(records=(record,)), frozenset({record.record_id}), language, Mask.OFF)
    assert [row.note for row in rows if row.is_sub] == ["shown as 00412 by 00000", "", "shown by 0000-0000-0000"]


def test_origins_put_the_winner_first_and_name_the_runner_up(language: Language) -> None:
    winner = make_golden_value("city", "Bandung", runner_up="Cimahi")
    view = make_customer_view(values=(winner,))
    said = {view.records[0].record_id: "Cimahi", view.records[1].record_id: ""}
    assert view.records[0].record_id == winner.record_id
    said = {view.records[0].record_id: "Bandung", view.records[1].record_id: "Cimahi"}
    rows = origin_rows(view, "city", lambda record_id: said[record_id], language, Mask.OFF)
    assert [(row.value, row.note) for row in rows] == [("Bandung", "wins"), ("Cimahi", "runner-up")]


def test_figures_stand_only_where_the_lists_know_them(language: Language) -> None:
    assert figures_of(make_customer_view(), language) == ()
    values = (make_golden_value("revenue", "48200000"), make_golden_value("purchases", "27"))
    figures = figures_of(make_customer_view(values=values), language)
    assert [(figure.number, figure.label) for figure in figures] == [("Rp 48.2 m", "revenue"), ("27", "purchases")]


def test_the_same_event_of_several_records_is_one_line(language: Language) -> None:
    seen = Event(EventKind.RECORD_SEEN, "2026-03-04", make_source(), "", None)
    rows = timeline_rows([seen, seen, seen], language, Mask.OFF)
    assert [(row.day, row.sentence) for row in rows] == [("4 Mar 2026", "First seen in Sales, 3 records")]


def test_only_a_decision_in_force_can_be_undone_from_the_timeline(language: Language) -> None:
    events = [
        Event(EventKind.DECISION, "2026-06-12", None, "", make_decision_view(7)),
        Event(EventKind.DECISION, "2026-06-11", None, "", make_decision_view(6, reversed_by=9)),
        Event(EventKind.RECORD_SEEN, "2026-03-04", make_source(), "", None),
    ]
    assert [row.can_undo for row in timeline_rows(events, language, Mask.OFF)] == [True, False, False]
    assert timeline_rows(events, language, Mask.OFF)[1].sentence.endswith("undone")


@pytest.mark.parametrize(
    ("attribute", "value", "shown"),
    [
        ("birth_date", "1985-07-15", "15 Jul 1985"),
        ("gender", "female", "Female"),
        ("consent", "refused", "Refused"),
        ("channel", "whatsapp", "WhatsApp"),
        ("customer_type", "person", "Person"),
        ("segment", "Gold A", "Gold A"),
        ("phone", "+6281233445566", "+62 812-3344-5566"),
        ("purchases", "1250", "1,250"),
        ("revenue", "1250.5", "1,250.50"),
        ("revenue", "12345678901234567", "12345678901234567"),
        ("birth_date", "tahun 85", "tahun 85"),
    ],
)
def test_values_read_as_people_write_them(language: Language, attribute: str, value: str, shown: str) -> None:
    assert value_text(attribute, value) == shown


def test_phones_and_amounts_are_grouped(language: Language) -> None:
    assert phone_text("+6281233445566") == "+62 812-3344-5566"
    assert phone_text("+6565551234") == "+6565551234"
    assert money_text("2500000000", "IDR", language) == "Rp 2.5 bn"


def test_badges_that_have_no_room_are_counted() -> None:
    sources = tuple(make_source(place) for place in range(4))
    assert fitting_badges(sources, 2) == (sources[:1], 3)
    assert fitting_badges(sources[:2], 2) == (sources[:2], 0)
