"""Rows held back, settings of a source and changes of a delivery: domain values in, wishes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QSpinBox

from steward.domain.decisions import DecisionId
from steward.domain.quarantine import (
    HeldRow,
    Outcome,
    QuarantinedRow,
    QuarantinedRowId,
    QuarantineReason,
    QuarantineState,
)
from steward.domain.records import DeliveryId
from steward.domain.source_settings import MissingPolicy, SourceSettings
from steward.ui.actions import ActionRegistry
from steward.ui.pages.lists.changes_view import ChangesView, changed_cells
from steward.ui.pages.lists.mend_table import MendModel
from steward.ui.pages.lists.quarantine_view import QuarantineView
from steward.ui.pages.lists.quarantine_words import reason_sentence, state_label
from steward.ui.pages.lists.source_settings_view import SourceSettingsView
from steward.workspace.lists.list_views import CellChange, KeyedRow, RowChange

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.settings import Settings

CELLS = {"ID": "TOTAL", "Nama": "1 330", "Kota": ""}
DISMISSED = Outcome(QuarantineState.DISMISSED, DecisionId(7), "Ratna", datetime(2026, 6, 1, tzinfo=UTC))


def make_row(number: int = 1, **changes: Any) -> QuarantinedRow:
    held = HeldRow(1335, "DATA", "TOTAL", "f1", CELLS, QuarantineReason.TOTAL_ROW, ("TOTAL",))
    row = QuarantinedRow(QuarantinedRowId(number), DeliveryId(3), "Sales", "sales.xlsx", held, {}, "", "")
    return replace(row, **changes)


@pytest.fixture
def view(look: Look, language: Language, settings: Settings, qtbot: Any) -> QuarantineView:
    view = QuarantineView(look, language, ActionRegistry(settings, look))
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show()
    view.activateWindow()
    return view


@pytest.mark.parametrize("reason", list(QuarantineReason))
def test_every_reason_has_words(qapp: Any, reason: QuarantineReason) -> None:
    sentence = reason_sentence(reason, ("3", "Nama"))
    assert sentence
    assert "{" not in sentence


def test_every_state_has_words_of_its_own(qapp: Any) -> None:
    assert len({state_label(state) for state in QuarantineState}) == len(QuarantineState)


def test_rows_that_are_still_held_back_come_first(view: QuarantineView) -> None:
    view.show_rows([make_row(1, outcome=DISMISSED), make_row(2)])
    assert [view.rows.index(place, 0).data() for place in range(2)] == ["held back", "no customer"]
    assert view.reload.isEnabled()


def test_a_copy_is_mended_in_place_and_the_original_stays_beside_it(view: QuarantineView, qtbot: Any) -> None:
    view.show_rows([make_row()])
    table = view.mend
    table.setFocus()
    table.setCurrentIndex(table.mend.index(2, MendModel.COPY))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    with qtbot.waitSignal(view.mended) as told:
        qtbot.keyClicks(editor, "Medan")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.args[1] == {**CELLS, "Kota": "Medan"}
    assert table.mend.index(2, MendModel.ORIGINAL).data() == ""
    assert not table.mend.index(2, MendModel.ORIGINAL).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_row_is_loaded_with_one_key(view: QuarantineView, qtbot: Any) -> None:
    view.show_rows([make_row()])
    view.list.setFocus()
    with qtbot.waitSignal(view.reload_asked) as told:
        qtbot.keyClick(view.list, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0].id == 1


def test_a_row_that_was_decided_about_can_only_be_read(view: QuarantineView) -> None:
    view.show_rows([make_row(outcome=DISMISSED)])
    assert not view.reload.isEnabled()
    assert not view.mend.mend.index(0, MendModel.COPY).flags() & Qt.ItemFlag.ItemIsEditable
    assert view._remark.text().startswith("no customer by Ratna, #7.")


def test_a_mended_copy_can_be_given_up(view: QuarantineView, qtbot: Any) -> None:
    view.show_rows([make_row(mended={**CELLS, "Kota": "Medan"})])
    with qtbot.waitSignal(view.mended) as told:
        view.restore.click()
    assert told.args[1] == {}


def test_the_mended_table_is_sound(view: QuarantineView, qtmodeltester: Any) -> None:
    view.show_rows([make_row()])
    qtmodeltester.check(view.mend.mend)


def test_a_policy_and_its_grace_are_told_at_once(look: Look, language: Language, qtbot: Any) -> None:
    view = SourceSettingsView(look)
    qtbot.addWidget(view)
    view.show_settings(SourceSettings(), ["Tgl Cetak", "Nama"], "Sales", ())
    told: list[SourceSettings] = []
    view.changed.connect(told.append)
    view.findChildren(QRadioButton)[1].click()
    assert told[-1].missing is MissingPolicy.GRACE
    spins = [spin for spin in view.widget().findChildren(QSpinBox) if spin.isEnabled()]
    spins[0].setValue(5)
    assert told[-1].grace_deliveries == 5
    spins[0].setValue(0)
    assert spins[0].text() == "– whole deliveries"
    (box,) = (box for box in view.widget().findChildren(QCheckBox) if box.text() == "Tgl Cetak")
    box.click()
    assert told[-1].ignored_columns == ("Tgl Cetak",)
    box.click()
    assert told[-1].ignored_columns == ()


def test_changes_are_told_cell_by_cell_and_ignored_ones_last(look: Look, language: Language, qtbot: Any) -> None:
    view = ChangesView(look, language)
    qtbot.addWidget(view)
    cells = (CellChange("Tgl Cetak", "1 May", "1 June", is_ignored=True), CellChange("Kota", "Solo", ""))
    new = KeyedRow("S-9", 12, "Tono")
    view.show_changes([RowChange("S-1", 2, 5, cells)], [new], totals=(1, 4, 0))
    texts = [[view.changed.index(row, column).data() for column in range(5)] for row in range(2)]
    assert texts == [["S-1", "2", "Kota", "Solo", "empty"], ["", "", "Tgl Cetak (ignored)", "1 May", "1 June"]]
    assert view.new.index(0, 2).data() == "Tono"


def test_a_renamed_column_shows_only_the_values_that_changed(language: Language) -> None:
    def renamed(key: str, before: str, after: str) -> RowChange:
        return RowChange(key, 2, 5, (CellChange("HP", before, None), CellChange("Nomor HP", None, after)))

    cells = changed_cells([renamed("1", "0811", "0811"), renamed("2", "0812", "0812"), renamed("3", "0813", "0899")])
    assert [(one.row.source_key, one.cell.header, one.cell.before, one.cell.after) for one in cells] == [
        ("3", "HP → Nomor HP", "0813", "0899")
    ]


def test_a_row_of_an_erased_person_is_let_in_only_with_a_reason(view: QuarantineView, qtbot: Any) -> None:
    held = replace(make_row().held, reason=QuarantineReason.ERASED_PERSON, arguments=("nik",))
    view.show_rows([make_row(held=held)])
    assert view.reload.text() == "Let this row in"
    assert not view.reload.isEnabled()
    qtbot.keyClicks(view.reason, "Namesake of another branch")
    with qtbot.waitSignal(view.release_asked) as told:
        view.reload.click()
    assert told.args[1] == "Namesake of another branch"
