"""What is done with deliveries that were loaded: undone, looked into, mended, told to the department."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from steward.domain.history import BY_DELIVERY
from steward.ui.pages.lists.changes_view import ChangesView
from steward.ui.pages.lists.mend_table import MendModel
from steward.ui.pages.lists.quarantine_view import QuarantineView
from steward.ui.words.report_card import card_texts
from steward.workspace.lists.report_card import FINDINGS, HELD_BACK
from tests.ui.lists_driving import toasts
from tests.ui.pages_builders import SALES, write_list

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.ui.pages.lists.page import ListsPage

MakeContext = Callable[[Any], "PageContext"]


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
    assert "= 2 new + 0 changed + 0 unchanged + 1 held back" in page.report._sum.text()
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
    view = page.desk.changes.frame.body
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


def test_the_preview_of_an_undo_is_said_anew_in_another_language(page: ListsPage) -> None:
    page.overview.choose_source("Service")
    page.overview._undo.click()
    page.context.language.use("id")
    page.retranslate()
    assert page.overview._preview_title.text() == "Batalkan kiriman service.csv?"
    assert page.overview._keep.text() != "Keep it"


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
    assert told | findings | set(HELD_BACK.values()) <= card_texts().keys()
    assert pickle.loads(pickle.dumps(card_texts().__getitem__))("Summary") == "Summary"
