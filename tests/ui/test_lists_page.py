"""The page Lists on a real store: load, refuse, undo, all by the widgets a steward uses."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QRadioButton, QWidget

from steward.domain.errors import Cancelled, ListError
from steward.domain.history import BY_DELIVERY, BY_MATCH
from steward.ui.models.columns import ColumnField
from steward.ui.pages.lists.changes_view import ChangesView
from steward.ui.pages.lists.check_view import CheckView
from steward.ui.pages.lists.drift_grid import DriftGrid
from steward.ui.pages.lists.findings_panel import FindingsPanel
from steward.ui.pages.lists.mend_table import MendModel
from steward.ui.pages.lists.page import ListsPage
from steward.ui.pages.lists.quarantine_view import QuarantineView
from steward.ui.pages.lists.side_panel import SidePanel
from steward.ui.widgets.buttons import KeyButton
from steward.ui.words.report_card import TEXTS, card_texts
from steward.workspace.lists.list_views import DamageKind
from steward.workspace.lists.report_card import FINDINGS, HELD_BACK
from tests.builders import make_finding
from tests.ui.pages_builders import SALES, make_store, open_copy, write_list

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.page import PageContext
    from steward.workspace import Workspace

MakeContext = Callable[[Any], "PageContext"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that every test gets its own copy of: making one takes longer than most tests."""
    with make_store(tmp_path_factory.mktemp("template")) as workspace:
        return workspace.path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Sales and Service, five records."""
    with open_copy(template, tmp_path) as workspace:
        yield workspace


@pytest.fixture
def page(store: Workspace, make_context: MakeContext, qtbot: Any) -> ListsPage:
    return shown(ListsPage(make_context(store)), qtbot)


def shown(page: ListsPage, qtbot: Any) -> ListsPage:
    qtbot.addWidget(page)
    page.resize(1294, 690)
    page.show()
    page.activated()
    return page


def toasts(page: ListsPage) -> Any:
    return page.context.toast


def test_an_empty_store_offers_to_load_a_list(tmp_path: Path, make_context: MakeContext, qtbot: Any) -> None:
    with make_store(tmp_path, is_empty=True) as workspace:
        page = shown(ListsPage(make_context(workspace)), qtbot)
        assert page.overview._empty.isVisible()
        assert page.overview._empty.button.text() == "Load a list"


def test_the_overview_lists_sources_and_the_deliveries_of_the_chosen_one(page: ListsPage) -> None:
    overview = page.overview
    assert [overview.sources.index(row, 0).data() for row in range(2)] == ["Sales", "Service"]
    overview.choose_source("Service")
    assert overview.deliveries.delivery_at(0).file_name == "service.csv"


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


def test_duplicates_are_found_right_after_the_load(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv", SALES[:1])])
    page.flow.go_on()
    page.report.match.click()
    assert page.context.navigate[-1][0] == "review"  # type: ignore[index]
    assert page.context.workspace.summary().last_match_records > 0


def test_a_delivery_is_undone_after_a_look_at_what_that_changes(page: ListsPage) -> None:
    workspace = page.context.workspace
    before = workspace.fingerprint()
    page.overview.choose_source("Service")
    page.overview._undo.click()
    assert "Records that it brought and that leave the customers: 2." in page.overview._preview_text.text()
    assert workspace.fingerprint() == before
    page.overview._agree.click()
    assert workspace.summary().record_count == 3
    assert page.overview.deliveries.delivery_at(0).is_reversed
    assert not page.overview._undo.isEnabled()
    text, undo = toasts(page)[-1]
    assert text == "Delivery undone"
    assert undo is not None
    undo()
    assert workspace.fingerprint() == before


def test_a_preview_is_closed_without_undoing_anything(page: ListsPage) -> None:
    page.overview._undo.click()
    page.overview._keep.click()
    assert not page.overview._panel.isVisible()
    assert page.context.workspace.summary().record_count == 5


@pytest.mark.parametrize(("name", "is_taken"), [("liste.csv", True), ("picture.png", False)])
def test_dropped_files_are_taken_when_they_can_be_lists(
    page: ListsPage, tmp_path: Path, name: str, is_taken: bool
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path, name)))])
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    page.dragEnterEvent(enter)
    assert enter.isAccepted() is is_taken
    if is_taken:
        drop = QDropEvent(
            QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        page.dropEvent(drop)
        assert page.flow.isVisible()


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


def test_what_was_loaded_before_a_failure_is_still_reported(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv")])
    plan = page.flow.plan
    assert plan is not None
    page.flow.go_on()
    page.loader._on_failed(ListError("The second sheet can't be read."))
    assert page.report.isVisible()
    assert page.problem._kept.text() == "The sheets loaded before stay; the rest was not loaded."


def test_every_focusable_widget_has_a_name(page: ListsPage, tmp_path: Path) -> None:
    steps = (
        lambda: None,
        lambda: page.load_files([write_list(tmp_path, "webshop.csv")]),
        lambda: page.flow.file_card.source_chosen.emit("Sales"),
        lambda: page.flow.bar.check.click(),
        lambda: page.flow.check.show_part(CheckView.ROWS),
        lambda: page.flow.side.tabs.show_part(SidePanel.COLUMN),
        lambda: page.desk.open_quarantine("Sales"),
        lambda: page.desk.open_settings("Sales"),
        lambda: page.desk.open_changes(page.overview.deliveries.delivery_at(0)),
    )
    for prepare in steps:
        prepare()
        nameless = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
        ]
        assert nameless == []


def test_icons_of_findings_follow_the_theme(page: ListsPage, tmp_path: Path) -> None:
    shared = [(f"W-{place}", f"Rina {place}", "0812-9999-0000", "", "Solo") for place in range(9)]
    page.load_files([write_list(tmp_path, "webshop.csv", shared)])
    look = page.context.look
    look.set_theme("dark")
    icons = [label.pixmap().toImage() for label in page.flow.side.findings.findChildren(QLabel) if label.pixmap()]
    dark = look.pixmap("phone", "text2", 16).toImage()
    look.set_theme("light")
    assert dark in icons


def test_the_page_fits_the_smallest_window(page: ListsPage, tmp_path: Path) -> None:
    page.overview.quarantine.show()
    assert page.minimumSizeHint().width() <= 1024 - 72
    page.load_files([write_list(tmp_path, "webshop.csv")])
    assert page.minimumSizeHint().width() <= 1024 - 72


def test_a_report_that_was_read_gives_way_to_the_overview(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv", SALES[:1])])
    page.flow.go_on()
    assert page.report.isVisible()
    page.activated()
    assert page.overview.isVisible()


def test_a_report_offers_to_match_only_until_it_is_done(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv", SALES[:1])])
    page.flow.go_on()
    assert page.report.match.isVisible()
    page.context.workspace.match()
    page.context.events.announce(BY_MATCH)
    assert not page.report.match.isVisible()


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


def test_what_to_write_to_the_department_is_copied_with_one_key(page: ListsPage, tmp_path: Path, qtbot: Any) -> None:
    path = tmp_path / "webshop.csv"
    path.write_text("ID;Nama;NIK\nW-1;Rina Hartati;3.27301E+15\nW-2;Tono Susilo;3273015507850001\n", encoding="utf-8")
    page.load_files([path])
    page.flow.columns.setFocus()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.flow.columns, Qt.Key.Key_C, control_shift)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("webshop.csv: please correct the following")
    assert "- Column NIK, rows 2, for example 3.27301E+15: Excel cut these long numbers." in text
    assert toasts(page)[-1][0] == "Copied; paste it into a message to the department."


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


def load_with_a_shifted_row(page: ListsPage, tmp_path: Path) -> None:
    path = tmp_path / "webshop.csv"
    rows = ("1,Sri Wahyuni,0812-3344-5566,sri@mail.id,17/04/1985,Bandung", "2,Budi Santoso,0813-2211-4090,,,Jakarta")
    shifted = "4,Dewi,Lestari,0817-5555-1234,dewi@mail.id,30/01/1990"
    path.write_text("\n".join(["ID,Nama,HP,Email,Tgl Lahir,Kota", *rows, shifted]) + "\n", encoding="utf-8")
    page.load_files([path])
    assert page.flow.bar.load.text() == "Load 2 rows as Webshop"
    page.flow.go_on()


def test_a_row_that_was_held_back_is_mended_and_loaded(page: ListsPage, tmp_path: Path) -> None:
    load_with_a_shifted_row(page, tmp_path)
    assert "= 2 new + 0 changed + 0 unchanged + 1 quarantined" in page.report._sum.text()
    page.report.held.click()
    view = page.desk.quarantine.body
    assert isinstance(view, QuarantineView)
    assert view.isVisible()
    cells = {"Nama": "Dewi Lestari", "HP": "0817-5555-1234", "Email": "dewi@mail.id", "Tgl Lahir": "", "Kota": "Solo"}
    for row in range(view.mend.mend.rowCount()):
        header = str(view.mend.mend.index(row, MendModel.COLUMN).data())
        index = view.mend.mend.index(row, MendModel.COPY)
        view.mend.mend.setData(index, cells.get(header, index.data()))
    view.reload.click()
    assert page.context.workspace.record("Webshop", "4").first("name") == "Dewi Lestari"
    assert not view.reload.isEnabled()
    assert view.rows.index(0, 0).data() == "loaded"


def test_a_row_that_is_no_customer_is_dismissed_and_taken_back_from_the_toast(page: ListsPage, tmp_path: Path) -> None:
    load_with_a_shifted_row(page, tmp_path)
    page.report.back.click()
    page.overview.choose_source("Webshop")
    page.overview.quarantine.click()
    view = page.desk.quarantine.body
    assert isinstance(view, QuarantineView)
    view.dismiss.click()
    assert view.rows.index(0, 0).data() == "no customer"
    _, undo = toasts(page)[-1]
    assert undo is not None
    undo()
    assert view.rows.index(0, 0).data() == "held back"


def test_escape_leads_back_from_the_quarantine(page: ListsPage, tmp_path: Path, qtbot: Any) -> None:
    load_with_a_shifted_row(page, tmp_path)
    page.desk.open_quarantine("Webshop")
    view = page.desk.quarantine.body
    assert isinstance(view, QuarantineView)
    qtbot.keyClick(view.list, Qt.Key.Key_Escape)
    assert page.overview.isVisible()


def test_how_a_source_is_taken_is_kept_at_once(page: ListsPage) -> None:
    page.overview.choose_source("Sales")
    page.overview.settings.click()
    view = page.desk.settings.body
    assert view.isVisible()
    boxes = {box.text(): box for box in view.findChildren(QCheckBox)}
    boxes["Kota"].click()
    assert page.context.workspace.source_settings("Sales").ignored_columns == ("Kota",)


def test_what_a_delivery_brought_is_shown_cell_by_cell(page: ListsPage, tmp_path: Path) -> None:
    moved = [(*SALES[0][:4], "Cimahi"), *SALES[1:], ("S-004", "Rina Hartati", "0811-222-333", "", "Solo")]
    page.context.workspace.import_list(write_list(tmp_path, "sales_june.csv", moved), source="Sales")
    page.activated()
    page.context.events.announce(BY_DELIVERY)
    page.overview.choose_source("Sales")
    page.overview.changes.click()
    view = page.desk.changes.body
    assert isinstance(view, ChangesView)
    assert [view.changed.index(0, column).data() for column in (0, 2, 3, 4)] == ["S-001", "Kota", "Bandung", "Cimahi"]
    assert [view.new.index(0, column).data() for column in (0, 2)] == ["S-004", "Rina Hartati"]


def test_undoing_a_delivery_says_what_later_decisions_become(page: ListsPage) -> None:
    workspace = page.context.workspace
    first, second = workspace.record("Sales", "S-001").id, workspace.record("Service", "V-001").id
    decision = workspace.merge([first, second])
    page.overview.choose_source("Service")
    page.overview._undo.click()
    told = page.overview._later.text()
    assert told.startswith("Later decisions on these records stay in the log")
    assert f"#{decision.id}  Merged 2" in told


def test_a_report_card_is_saved_for_the_department(page: ListsPage, tmp_path: Path) -> None:
    delivery = page.overview.deliveries.delivery_at(0)
    page.desk.save_card(delivery, tmp_path / "card.xlsx")
    assert toasts(page)[-1][0] == "The report card is saved as card.xlsx"
    assert (tmp_path / "card.xlsx").stat().st_size > 0


def test_every_text_of_a_report_card_can_be_translated(page: ListsPage, tmp_path: Path) -> None:
    told = set()

    def note(text: str) -> str:
        told.add(text)
        return text

    delivery = page.overview.deliveries.delivery_at(0)
    page.context.workspace.save_report_card(delivery.id, tmp_path / "card.xlsx", note)
    findings = {text for pair in FINDINGS.values() for text in pair}
    assert told | findings | set(HELD_BACK.values()) <= set(TEXTS)
    assert pickle.loads(pickle.dumps(card_texts().__getitem__))("Summary") == "Summary"


def test_many_notes_come_when_they_are_asked_for(look: Look, language: Language, qtbot: Any) -> None:
    panel = FindingsPanel(look, language)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_findings([make_finding(DamageKind.INVALID, column=f"K{place}") for place in range(11)])
    shown = [label.text() for label in panel.findChildren(QLabel) if label.text().startswith("Unusual values")]
    assert len(shown) == 8
    (more,) = (button for button in panel.findChildren(KeyButton) if "more" in button.text())
    more.click()
    body = panel._scroll.widget()
    assert sum(label.text().startswith("Unusual values") for label in body.findChildren(QLabel)) == 11


def test_everything_is_said_again_when_the_language_changes(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "sales_again.csv")])
    page.flow.file_card.source_chosen.emit("Sales")
    page.flow.go_on()
    number = page.context.language.number
    for code in ("id", "en"):
        page.context.language.use(code)
        page.retranslate()
        assert number(1234) == ("1.234" if code == "id" else "1,234")
        assert page.flow.check.findChildren(QCheckBox)
        assert page.flow.side.findings.findChildren(QLabel)
    page.desk.open_settings("Sales")
    page.retranslate()
    assert page.desk.settings.body.findChildren(QRadioButton)
