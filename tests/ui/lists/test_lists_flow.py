"""A list from file to report: mapping, questions, checks and failures, by the widgets a steward uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QRadioButton

from steward.domain.errors import Cancelled, ListError
from steward.ui.models.columns import ColumnField
from steward.ui.pages.lists.drift_grid import DriftGrid
from steward.ui.pages.lists.side_panel import SidePanel
from steward.ui.widgets.buttons import KeyButton
from tests.ui.lists_driving import toasts
from tests.ui.pages_builders import SALES, write_list

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.ui.pages.lists.page import ListsPage

MakeContext = Callable[[Any], "PageContext"]


def test_a_list_goes_from_file_to_report_with_one_key(page: ListsPage, tmp_path: Path, qtbot: Any) -> None:
    changed = []
    page.context.events.changed.connect(lambda subjects, initiator: changed.append((subjects, initiator)))
    page.load_files([write_list(tmp_path, "webshop.csv", [("W-1", "Rina Hartati", "081234567890", "", "Solo")])])
    assert page.title() == "Load a list"
    assert page.flow.bar.load.text() == "Load 1 row as Webshop"
    page.flow.columns.setFocus()
    qtbot.keyClick(page.flow.columns, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.report.isVisible()
    assert "= 1 new + 0 changed + 0 unchanged" in page.report._sum.text()
    assert page.context.workspace.summary().record_count == 6
    assert [initiator for _, initiator in changed] == [page]


def test_the_same_file_again_is_loaded_only_after_the_doubt_is_read(
    page: ListsPage, tmp_path: Path, qtbot: Any
) -> None:
    page.load_files([write_list(tmp_path, "sales_again.csv")])
    flow = page.flow
    flow.file_card.source_chosen.emit("Sales")
    assert flow.file_card._counts.text().startswith("3 rows read = 0 new + 0 changed")
    assert flow.bar.load.text() == "Answer the questions"
    flow.go_on()
    assert flow.bar.load.text() == "Load 3 rows as Sales anyway"
    assert not flow.bar.load.isEnabled()
    flow.go_on()
    assert flow.isVisible()
    (box,) = flow.check.findChildren(QCheckBox)
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert flow.bar.load.isEnabled()
    qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.report.isVisible()
    assert page.context.workspace.summary().record_count == 5


def test_changed_columns_are_shown_three_ways_and_asked_once(page: ListsPage, tmp_path: Path) -> None:
    renamed = tmp_path / "sales_june.csv"
    text = (tmp_path / write_list(tmp_path, "s.csv").name).read_text(encoding="utf-8")
    renamed.write_text(text.replace("No HP", "Nomor Telepon").replace("Kota", "Kode XY"), encoding="utf-8")
    page.load_files([renamed])
    flow = page.flow
    flow.file_card.source_chosen.emit("Sales")
    flow.go_on()
    grid = flow.check.findChild(DriftGrid)
    assert grid is not None
    texts = [label.text() for label in grid.findChildren(QLabel)]
    assert texts[texts.index("renamed") :][:3] == ["renamed", "No HP", "Nomor Telepon"]
    boxes = {box.accessibleName(): box for box in grid.findChildren(QComboBox)}
    box = boxes["What Kode XY becomes"]
    box.activated.emit(box.findData("segment"))
    assert flow.plan is not None
    assert flow.plan.tables[0].targets["Kode XY"] == "segment"
    for gate in flow.plan.unread_gates:
        flow.check.questions.gate_read.emit(gate, True)
    flow.go_on()
    assert page.report.isVisible()
    page.load_files([renamed])
    flow.file_card.source_chosen.emit("Sales")
    assert flow.plan.drifts(0) == ()


def test_a_part_of_a_list_is_asked_about_with_the_guess_chosen(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "sales_new.csv", SALES[:1])])
    page.flow.file_card.source_chosen.emit("Sales")
    page.flow.go_on()
    whole, part = page.flow.check.findChildren(QRadioButton)
    assert part.isChecked()
    whole.click()
    assert page.flow.plan is not None
    assert page.flow.plan.calls()[0].mode == "full"


def test_a_new_source_gets_the_department_that_is_typed(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    card = page.flow.file_card
    assert card.department.isVisible()
    card.department.setText("Digital")
    card.department.editingFinished.emit()
    page.flow.go_on()
    sources = [one.source for one in page.context.workspace.summary().sources]
    assert [source.department for source in sources if source.name == "Webshop"] == ["Digital"]


def test_a_mapping_is_saved_and_used_again(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    page.flow.columns.target_chosen.emit("Kota", "birth_place")
    page.mappings.save(tmp_path / "webshop.json")
    page.cancel()
    page.load_files([write_list(tmp_path, "other.csv")])
    page.mappings.use(tmp_path / "webshop.json")
    assert page.flow.plan is not None
    assert page.flow.plan.tables[0].targets["Kota"] == "birth_place"
    assert toasts(page)[-1][0] == "5 columns became what the mapping says"


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen there is no keyboard for a list to grab
def test_what_a_column_becomes_can_be_changed_by_keyboard(page: ListsPage, tmp_path: Path, qtbot: Any) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    columns = page.flow.columns
    columns.setFocus()
    columns.show_column("Kota")
    qtbot.keyClick(columns, Qt.Key.Key_F2)
    editor = columns.viewport().findChild(QComboBox)
    assert editor is not None
    assert editor.accessibleName() == "What Kota becomes"
    editor.setCurrentIndex(editor.findData("birth_place"))
    editor.activated.emit(editor.currentIndex())
    qtbot.waitUntil(lambda: columns.viewport().findChild(QComboBox) is None)
    assert page.flow.plan is not None
    assert page.flow.plan.tables[0].targets["Kota"] == "birth_place"
    assert columns.columns.index(columns.columns.row_of("Kota"), ColumnField.REASON).data() == "chosen by you"


def test_escape_keeps_nothing_of_the_file(page: ListsPage, tmp_path: Path, qtbot: Any) -> None:
    before = page.context.workspace.fingerprint()
    page.load_files([write_list(tmp_path, "webshop.csv")])
    page.flow.columns.setFocus()
    qtbot.keyClick(page.flow.columns, Qt.Key.Key_Escape)
    assert page.overview.isVisible()
    assert page.context.workspace.fingerprint() == before


def test_a_file_that_is_no_list_gives_one_calm_sentence(page: ListsPage, tmp_path: Path) -> None:
    before = page.context.workspace.fingerprint()
    broken = tmp_path / "empty.csv"
    broken.write_bytes(b"")
    page.load_files([broken])
    assert page.problem.isVisible()
    with pytest.raises(ListError) as told:
        page.context.workspace.preview_list(broken)
    assert page.problem.sentence.text() == str(told.value)
    assert page.problem._title.text() not in page.problem.sentence.text()
    assert page.overview.isVisible()
    assert page.context.workspace.fingerprint() == before


def test_after_a_bad_file_the_next_one_can_be_loaded(page: ListsPage, tmp_path: Path) -> None:
    broken = tmp_path / "empty.csv"
    broken.write_bytes(b"")
    page.load_files([broken, write_list(tmp_path, "webshop.csv")])
    assert page.problem._next.isVisible()
    page.problem._next.click()
    assert page.flow.isVisible()
    assert not page.problem.isVisible()


def test_several_files_come_one_after_the_other(page: ListsPage, tmp_path: Path) -> None:
    files = [write_list(tmp_path, name, [(name, "Rina Hartati", "", "", "Solo")]) for name in ("a.csv", "b.csv")]
    page.load_files(files)
    page.flow.go_on()
    assert page.report.next.text() == "Next file, 1 waiting"
    assert page.report.next.property("kind") == "primary"
    assert page.report.next.hasFocus()
    assert page.report.match.property("kind") == "normal"
    page.report.next.click()
    assert page.flow.plan is not None
    assert page.flow.plan.tables[0].preview.file_name == "b.csv"
    page.flow.go_on()
    assert not page.report.next.isVisible()
    assert page.context.workspace.summary().record_count == 7


def test_a_load_that_is_stopped_leaves_the_columns_as_they_were(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    page.loader._on_failed(Cancelled())
    assert page.flow.isVisible()
    assert toasts(page)[-1][0] == "Stopped. Nothing was changed."


def test_the_check_shows_the_rows_under_what_they_become(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    page.flow.bar.check.click()
    model = page.flow.check.rows.table.sample
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Name\nNama Pelanggan"
    assert model.index(0, 1).data() == "Sri Wahyuni"
    page.flow.bar.back.click()
    assert page.flow.columns.isVisible()


def test_the_button_needs_a_source(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    page.flow.file_card.source_chosen.emit("")
    assert not page.flow.bar.load.isEnabled()


def test_a_source_that_is_wider_than_its_box_is_told_by_its_beginning(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "pelanggan_prioritas_kantor_cabang_bandung_utara.csv")])
    name = page.flow.file_card._source_name
    assert name.fontMetrics().horizontalAdvance(name.text()) > name.width()
    assert name.cursorPosition() == 0


def test_what_was_loaded_before_a_failure_is_still_reported(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    plan = page.flow.plan
    assert plan is not None
    page.flow.go_on()
    page.loader._on_failed(ListError("The second sheet can't be read."))
    assert page.report.isVisible()
    assert page.problem._kept.text() == "The sheets loaded before stay; the rest was not loaded."


def test_a_failure_takes_the_place_of_the_report_before_and_escape_closes_it(
    page: ListsPage, tmp_path: Path, qtbot: Any
) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv", SALES[:1])])
    page.flow.go_on()
    (tmp_path / "empty.csv").write_bytes(b"")
    page.load_files([tmp_path / "empty.csv"])
    assert page.problem.isVisible()
    assert page.overview.isVisible()
    qtbot.keyClick(page.problem, Qt.Key.Key_Escape)
    assert not page.problem.isVisible()


def test_the_rows_of_a_finding_are_shown_with_their_numbers(page: ListsPage, tmp_path: Path) -> None:
    rows = [(f"W-{place}", f"Rina {place}", "0812-9999-0000", "", "Solo") for place in range(9)]
    page.load_files([write_list(tmp_path, "webshop.csv", rows)])
    buttons = {button.text(): button for button in page.flow.side.findings.findChildren(KeyButton)}
    buttons["Show the 9 rows"].click()
    model = page.flow.check.rows.table.sample
    assert page.flow.check.rows.isVisible()
    assert model.rowCount() == 9
    assert model.headerData(0, Qt.Orientation.Vertical) == 2


def test_a_click_on_a_part_of_the_bar_above_a_column_shows_those_rows(
    page: ListsPage, tmp_path: Path, qtbot: Any
) -> None:
    rows = [("W-1", "Rina", "0812-9999-0000", "rina@contoh.id", "Solo"), ("W-2", "Tono", "08", "", "Solo")]
    page.load_files([write_list(tmp_path, "webshop.csv", rows)])
    page.flow.bar.check.click()
    view = page.flow.check.rows
    head, email = view.table.horizontalHeader(), 3
    place = QPoint(head.sectionViewportPosition(email) + head.sectionSize(email) - 14, head.height() - 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    model = view.table.sample
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Tono"]
    assert model.headerData(0, Qt.Orientation.Vertical) == 3
    assert view._chip.text() == "Email: empty"
    view._chip.click()
    assert model.rowCount() == 2


def test_a_column_is_looked_at_closely_beside_the_mapping(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    side = page.flow.side
    side.tabs.show_part(SidePanel.COLUMN)
    page.flow.columns.show_column("Kota")
    texts = [label.text() for label in side.column.findChildren(QLabel)]
    assert {"Kota", "City", "Bandung", "Surabaya", "Shortest", "Medan"} <= set(texts)
