"""What a steward decides about a file before it is loaded."""

from __future__ import annotations

from steward.exchange.header_drift import Drift, HeaderDrift
from steward.ui.pages.lists.load_plan import LoadPlan
from steward.workspace.lists.delivery_gates import DeliveryExtent, Gate, GateKind
from tests.builders import make_column_preview, make_list_preview, make_table_preview


def make_plan(*sheets: str) -> LoadPlan:
    columns = (make_column_preview("ID", "source_key"), make_column_preview("NAMA"), make_column_preview("KODE", ""))
    tables = tuple(make_table_preview(sheet=sheet, columns=columns, row_count=10) for sheet in sheets or ("DATA",))
    return LoadPlan.guessed(make_list_preview(tables=tables))


def test_a_guessed_plan_loads_every_table_with_the_proposed_source() -> None:
    plan = make_plan("A", "B")
    (call,) = plan.calls()
    assert (plan.counts.read, call.source, call.sheet, call.mode) == (20, "Service", None, "auto")
    assert call.mapping == {"ID": "source_key", "NAMA": "name", "KODE": ""}


def test_choosing_another_key_takes_the_old_one_away() -> None:
    plan = make_plan().with_target(0, "KODE", "source_key")
    assert plan.tables[0].key_column == "KODE"
    assert plan.tables[0].targets["ID"] == ""


def test_a_saved_mapping_may_make_a_key_of_several_columns() -> None:
    plan = make_plan().with_mapping({"KODE": "source_key", "NAMA": "source_key", "Lain": "phone"})
    assert plan.tables[0].key_column == "NAMA+KODE"
    assert plan.chosen_targets == {"NAMA": "source_key", "KODE": "source_key"}


def test_a_table_left_out_is_neither_counted_nor_loaded() -> None:
    plan = make_plan("A", "B").with_included(0, is_included=False)
    (call,) = plan.calls()
    assert (plan.counts.read, call.sheet) == (10, "B")


def test_tables_that_disagree_are_loaded_one_by_one_as_parts() -> None:
    plan = make_plan("A", "B").with_target(1, "KODE", "segment")
    assert [(call.sheet, call.mode) for call in plan.calls()] == [("A", "partial"), ("B", "partial")]


def test_nothing_can_be_loaded_without_a_source_or_a_table() -> None:
    assert not make_plan().with_source("  ").is_loadable
    assert not make_plan().with_included(0, is_included=False).is_loadable


def test_a_new_look_at_the_file_keeps_what_the_steward_chose() -> None:
    plan = make_plan().with_target(0, "KODE", "segment")
    columns = (make_column_preview("ID", ""), make_column_preview("NAMA"), make_column_preview("KODE", "notes"))
    renewed = plan.renewed(make_list_preview(tables=(make_table_preview(columns=columns),)))
    assert renewed.tables[0].targets == {"ID": "", "NAMA": "name", "KODE": "segment"}
    assert renewed.chosen_targets == {"KODE": "segment"}


def test_a_doubt_has_to_be_read_before_the_list_is_loaded() -> None:
    doubt, note = Gate(GateKind.SAME_FILE, ("2026-05-01",)), Gate(GateKind.NO_KEY)
    plan = LoadPlan.guessed(make_list_preview(tables=(make_table_preview(gates=(doubt, note)),)))
    assert plan.unread_gates == (doubt,)
    assert plan.with_gate(doubt, is_read=True).unread_gates == ()
    assert plan.with_gate(doubt, is_read=True).with_source("Sales").unread_gates == (doubt,)


def test_the_steward_is_asked_about_the_extent_only_when_known_records_are_missing() -> None:
    plan = LoadPlan.guessed(make_list_preview(tables=(make_table_preview(missing_rows=7, extent="partial"),)))
    assert plan.asks_extent
    assert plan.chosen_extent is DeliveryExtent.PARTIAL
    assert plan.calls()[0].mode == "auto"
    assert plan.with_extent(DeliveryExtent.FULL).calls()[0].mode == "full"
    assert not LoadPlan.guessed(make_list_preview()).asks_extent


def test_columns_that_only_moved_are_no_question() -> None:
    drifts = (HeaderDrift(Drift.MOVED, "KOTA", "KOTA", "city"), HeaderDrift(Drift.RENAMED, "HP", "NO_HP", "phone"))
    plan = LoadPlan.guessed(make_list_preview(tables=(make_table_preview(drifts=drifts),)))
    assert plan.drifts(0) == drifts[1:]
    assert plan.has_questions


def test_a_saved_mapping_counts_for_the_columns_that_the_list_has() -> None:
    plan = make_plan().with_mapping({"KODE": "segment", "elsewhere": "phone"})
    assert plan.tables[0].targets == {"ID": "source_key", "NAMA": "name", "KODE": "segment"}
    assert plan.chosen_targets == {"KODE": "segment"}


def test_hidden_rows_are_left_out_of_every_load_when_the_steward_says_so() -> None:
    plan = LoadPlan.guessed(make_list_preview(tables=(make_table_preview(hidden_rows=2),)))
    assert (plan.hidden_rows, [call.skips_hidden for call in plan.calls()]) == (2, [False])
    (call,) = plan.with_hidden(is_skipped=True, reads_sheets=False).calls()
    assert call.arguments()["skips_hidden"] is True
