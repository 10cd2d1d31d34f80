"""The tables of the page Lists, without a view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from steward.exchange.damages import Damage
from steward.exchange.tables import NoteKind
from steward.ui.models.columns import ROW_ROLE, ColumnField, ColumnsModel
from steward.ui.models.deliveries import DeliveriesModel, SourcesModel
from steward.ui.models.roles import EDIT
from steward.ui.pages.lists.columns_view import ColumnsView
from steward.ui.pages.lists.damage_words import damage_sentence, damage_title, request_sentence
from steward.ui.pages.lists.gate_words import gate_sentence, gate_title
from steward.ui.pages.lists.layout_words import layout_sentence, note_sentence, proof_cells
from steward.ui.pages.lists.list_words import (
    delivery_sentence,
    finding_words,
    guess_sentence,
    is_damage,
    is_plain_date_order,
    load_sentence,
    proof_value,
)
from steward.ui.pages.lists.load_plan import LoadPlan
from steward.workspace.lists.delivery_gates import Gate, GateKind
from steward.workspace.lists.list_views import CellProof, DamageKind, DecimalSign
from tests.builders import (
    make_column_preview,
    make_delivery,
    make_finding,
    make_list_preview,
    make_source_summary,
    make_table_preview,
)

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look


def make_columns_model() -> ColumnsModel:
    model = ColumnsModel(str.upper, lambda column: column.reason)
    columns = (make_column_preview(), make_column_preview("NO_KTP", "nik", valid=999, doubtful=0, empty=1))
    model.set_columns(columns, {"NAMA_PELANGGAN": "name", "NO_KTP": "nik"}, frozenset(), frozenset({"NO_KTP"}))
    return model


def test_the_columns_model_is_sound(qtmodeltester: Any) -> None:
    qtmodeltester.check(make_columns_model())


def test_the_mapping_says_target_reason_and_quality_in_words(qapp: Any) -> None:
    model = make_columns_model()
    texts = [model.index(1, column).data() for column in ColumnField]
    assert texts[0] == "NO_KTP"
    assert texts[2:] == ["NIK", "header", "999 valid, 0 doubtful, 1 empty"]


def test_a_column_with_one_empty_row_in_a_thousand_is_not_called_complete(qapp: Any) -> None:
    assert make_columns_model().index(1, 0).data(ROW_ROLE).valid_percent == 99


def test_editing_a_target_asks_for_it_and_changes_nothing_by_itself(qtbot: Any) -> None:
    model = make_columns_model()
    with qtbot.waitSignal(model.target_chosen) as asked:
        assert model.setData(model.index(0, ColumnField.TARGET), "organization", EDIT)
    assert asked.args == ["NAMA_PELANGGAN", "organization"]
    assert model.index(0, ColumnField.TARGET).data(EDIT) == "name"


def test_only_the_target_of_a_column_can_be_edited(qapp: Any) -> None:
    model = make_columns_model()
    assert not model.setData(model.index(0, ColumnField.HEADER), "x", EDIT)


def test_sources_and_deliveries_are_sound_tables(qtmodeltester: Any, language: Language) -> None:
    sources, deliveries = SourcesModel(language), DeliveriesModel(language)
    sources.set_sources([make_source_summary(place) for place in range(3)])
    deliveries.set_deliveries([make_delivery(), make_delivery(is_reversed=True)])
    qtmodeltester.check(sources)
    qtmodeltester.check(deliveries)


def test_a_source_row_tells_records_customers_and_its_last_delivery(language: Language) -> None:
    model = SourcesModel(language)
    model.set_sources([make_source_summary(0)])
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert texts == ["Sales", "Sales", "12,480", "11,232", "10 Jul 2026", "12,480 new, 0 changed"]


def test_a_delivery_that_was_undone_says_so(language: Language) -> None:
    model = DeliveriesModel(language)
    model.set_deliveries([make_delivery(is_reversed=True)])
    assert model.index(0, DeliveriesModel.STATE).data() == "undone"


def test_undone_deliveries_are_no_last_delivery(language: Language) -> None:
    model = SourcesModel(language)
    model.set_sources([make_source_summary(0, deliveries=(make_delivery(is_reversed=True),))])
    assert model.index(0, SourcesModel.LAST_DELIVERY).data() == ""


def test_every_guess_has_words_and_an_unknown_one_is_told_as_it_is(qapp: Any) -> None:
    assert (
        guess_sentence(make_column_preview(reason="content", reason_detail="88%")) == "88% of the values look like it"
    )
    assert guess_sentence(make_column_preview(reason="contradicted", reason_detail="phone")).startswith("header says")
    assert guess_sentence(make_column_preview(reason="by_magic", reason_detail="")) == "by magic"


def test_a_date_column_says_which_part_comes_first(qapp: Any) -> None:
    finding = make_finding(DamageKind.DATE_ORDER, column="TGL", example="15/07/1985", rows=0, detail="day_first")
    assert finding_words(finding) == (
        "Day comes first in TGL",
        "For example 15/07/1985. All dates can be read one way only.",
    )


def test_ambiguous_dates_are_shown_as_they_are_read(qapp: Any) -> None:
    proofs = (
        CellProof(3, "25/12/1981", "1981-12-25", is_decisive=True),
        CellProof(2, "03/04/1980", "1980-04-03", is_decisive=False),
    )
    finding = make_finding(DamageKind.DATE_ORDER, column="TGL", rows=0, detail="day_first")
    _, decided = finding_words(replace(finding, proofs=proofs, ambiguous_rows=1))
    assert decided == "Dates that could be read both ways: 1; the others decide how."
    _, assumed = finding_words(replace(finding, proofs=proofs[1:], ambiguous_rows=1))
    assert assumed == "Dates that could be read both ways: 1; no other decides how."
    assert [proof_value(finding, proof) for proof in proofs] == ["25 Dec 1981", "3 Apr 1980"]


@pytest.mark.parametrize(
    ("detail", "title"),
    [
        (DecimalSign.COMMA, "The comma is the decimal sign in SALDO"),
        (DecimalSign.POINT, "The point is the decimal sign in SALDO"),
        (DecimalSign.NONE, "Points and commas group thousands in SALDO"),
    ],
)
def test_numbers_that_could_be_read_both_ways_are_shown_as_they_are_read(
    qapp: Any, detail: DecimalSign, title: str
) -> None:
    proofs = (CellProof(3, "12,5", "12.5", is_decisive=True), CellProof(2, "1.250", "1250", is_decisive=False))
    finding = make_finding(DamageKind.DECIMAL_SIGN, column="SALDO", rows=0, detail=detail, ambiguous_rows=2)
    decided = "Numbers that could be read both ways: 2; the others decide how."
    assert finding_words(replace(finding, proofs=proofs)) == (title, decided)
    _, assumed = finding_words(replace(finding, proofs=proofs[1:]))
    assert assumed == "Numbers that could be read both ways: 2; no other decides how."
    assert [proof_value(finding, proof) for proof in proofs] == ["12.50", "1,250"]


def test_days_that_came_as_numbers_are_said_with_proof_rows(qapp: Any) -> None:
    proofs = (CellProof(2, "29221", "1980-01-01", is_decisive=False),)
    finding = make_finding(DamageKind.DATE_ORDER, column="Tgl", rows=0, counted_rows=7, proofs=proofs)
    title, sentence = finding_words(finding)
    assert title == "Days of Tgl came as numbers"
    assert sentence == "Rows: 7. They are read as Excel counts days, from 1900."
    _, sentence = finding_words(replace(finding, counts_from_1904=True))
    assert sentence == "Rows: 7. They are read as this workbook counts days, from 1904."


def test_doubtful_values_are_not_blamed_on_excel_where_no_damage_was_found(qapp: Any) -> None:
    title, _ = finding_words(make_finding(DamageKind.ID_DAMAGED, column="TELP", attribute="phone"))
    assert title == "Doubtful values in TELP: 214 rows"
    title, _ = finding_words(make_finding(DamageKind.ID_DAMAGED, column="NPWP", attribute="npwp"))
    assert title == "Doubtful values in NPWP: 214 rows"
    unknown_area = make_finding(DamageKind.ID_DAMAGED, example="3171000812550515")
    title, sentence = finding_words(unknown_area)
    assert title == "Doubtful values in NO_KTP: 214 rows"
    assert sentence.startswith("For example 3171000812550515.")
    assert not is_damage(unknown_area)


def test_notes_on_the_layout_become_one_sentence_each(qapp: Any) -> None:
    notes = [
        make_finding(DamageKind.LAYOUT, detail="title_rows_skipped", example="1, 2"),
        make_finding(DamageKind.LAYOUT, detail="delimiter", example=";"),
        make_finding(DamageKind.LAYOUT, detail="total_row_skipped", example="40"),
    ]
    assert layout_sentence(notes) == (
        "Only a title, not data: row 1, 2. Columns parted by ; Row 40 is a total or a remark."
    )


def test_many_rows_that_are_no_customers_share_one_clause(qapp: Any) -> None:
    feet = [
        make_finding(DamageKind.LAYOUT, detail="footer_row_skipped", arguments=(str(40 * page), f"Page {page} of 60"))
        for page in range(1, 61)
    ]
    headers = tuple(str(40 * page + 1) for page in range(1, 61))
    header = make_finding(
        DamageKind.LAYOUT, detail="repeated_header_skipped", arguments=headers, example=", ".join(headers)
    )
    assert layout_sentence([*feet, header]) == (
        "The header repeats in row 41, 81, 121 … (60). "
        "Totals or remarks: 60 (row 40 Page 1 of 60; 80 Page 2 of 60; 120 Page 3 of 60 …)."
    )


def test_files_of_an_archive_that_are_no_lists_share_one_clause(qapp: Any) -> None:
    files = [make_finding(DamageKind.LAYOUT, detail="other_file_skipped", example=f"foto{n}.png") for n in range(5)]
    assert layout_sentence(files[:2]) == "Files in the archive that are no lists: foto0.png, foto1.png."
    assert layout_sentence(files) == "Files in the archive that are no lists: foto0.png, foto1.png, foto2.png … (5)."


def test_a_long_remark_among_many_is_cut(qapp: Any) -> None:
    remarks = [
        make_finding(DamageKind.LAYOUT, detail="footer_row_skipped", arguments=(str(row), "word " * 100))
        for row in range(4)
    ]
    assert len(layout_sentence(remarks)) < 200


def test_every_row_of_a_further_delivery_is_accounted_for(language: Language) -> None:
    plan = LoadPlan.guessed(make_list_preview())
    assert delivery_sentence(plan, language) == "delivery 4"
    assert load_sentence(plan, language) == "6,905 rows read = 412 new + 96 changed + 6,397 unchanged"
    first = LoadPlan.guessed(make_list_preview(tables=(make_table_preview(earlier_deliveries=0),)))
    assert delivery_sentence(first, language) == "first delivery"


@pytest.mark.parametrize("damage", list(Damage))
def test_every_damage_has_words_for_the_steward_and_for_the_department(qapp: Any, damage: Damage) -> None:
    finding = make_finding(DamageKind.INVALID, detail=damage)
    title, sentence = finding_words(finding)
    assert title == damage_title(finding)
    assert sentence.endswith(".")
    assert request_sentence(finding).startswith("Column NO_KTP, rows 4, 9, 12 …, for example 327301550785000: ")
    assert "{" not in title + sentence + request_sentence(finding)


@pytest.mark.parametrize(("damage", "what"), [(Damage.SEVERAL_CUSTOMERS, "customer"), (Damage.SEVERAL_VALUES, "value")])
def test_two_names_in_a_cell_are_two_customers_and_two_phones_may_be_of_one(
    qapp: Any, damage: Damage, what: str
) -> None:
    finding = make_finding(DamageKind.INVALID, detail=damage)
    assert damage_title(finding).startswith(f"Several {what}s in one cell")
    assert f"ask for one {what} per " in damage_sentence(finding)
    assert f"Please write one {what} per " in request_sentence(finding)


@pytest.mark.parametrize("kind", list(GateKind))
def test_every_doubt_about_a_delivery_has_a_title_and_a_sentence(language: Language, kind: GateKind) -> None:
    gate = Gate(kind, ("2026-05-01", "nik", "45"))
    assert "{" not in gate_title(gate) + gate_sentence(gate, language)
    assert gate_sentence(gate, language).endswith((".", "?"))


@pytest.mark.parametrize(
    "kind", sorted(set(NoteKind) - {NoteKind.DELIMITER, NoteKind.BLANK_ROWS_SKIPPED, NoteKind.BLANK_COLUMNS_SKIPPED})
)
def test_every_note_that_matters_has_words(qapp: Any, kind: NoteKind) -> None:
    sentence = note_sentence(make_finding(DamageKind.LAYOUT, detail=kind, example="3, 5, 7"))
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_dates_that_begin_with_the_year_are_no_note(qapp: Any) -> None:
    plain = make_finding(DamageKind.DATE_ORDER, column="TGL", example="1980-08-17", rows=0, detail="day_first")
    assert is_plain_date_order(plain)
    assert not is_plain_date_order(make_finding(DamageKind.DATE_ORDER, column="TGL", example="15/07/1985", rows=0))
    assert not is_plain_date_order(make_finding(DamageKind.DATE_ORDER, column="TGL", example="1980-08-17", rows=2))


def test_letters_beyond_plain_ones_prove_the_encoding() -> None:
    assert proof_cells([("Siti", "André"), ("Ébène", "André")]) == ("André", "Ébène")


def test_what_a_column_becomes_stays_in_sight_where_there_is_little_room(
    look: Look, language: Language, qtbot: Any
) -> None:
    view = ColumnsView(look, language)
    qtbot.addWidget(view)
    look.set_scale(150)
    view.resize(490, 400)
    view.show()
    target = view.columnViewportPosition(ColumnField.TARGET) + view.columnWidth(ColumnField.TARGET)
    assert view.isColumnHidden(ColumnField.REASON)
    assert target <= view.viewport().width()
    look.set_scale(100)
    view.resize(660, 400)
    assert view.columnWidth(ColumnField.REASON) < view.columnWidth(ColumnField.EXAMPLES)
    view.resize(1400, 400)
    assert view.columnWidth(ColumnField.REASON) > view.columnWidth(ColumnField.TARGET)
    assert not view.isColumnHidden(ColumnField.REASON)
    assert not view.isColumnHidden(ColumnField.QUALITY)
