"""Identity numbers are masked on the way into the store and in what it holds back, until V shows them."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from steward.domain.decisions import DeskKind
from steward.domain.history import HistoryFilter
from steward.ui.pages.lists.check_view import CheckView
from steward.ui.pages.lists.mend_table import MendModel
from steward.ui.words.masking import masked
from tests.ui.driven_actions import trigger

if TYPE_CHECKING:
    from steward.ui.pages.lists.page import ListsPage

HEADER = "No;Nama Pelanggan;NIK;No HP"
NIKS = ("3273015507850002", "3578015203900004", "3671014101880001")
ROWS = [f"P-{at};{name};{NIKS[at]};0812-3344-55{at}6" for at, name in enumerate(("Sri Wahyuni", "Budi", "Agus Salim"))]


@pytest.fixture
def partner(tmp_path: Path) -> Path:
    """A list with a row that is held back."""
    path = tmp_path / "partner.csv"
    path.write_text("\n".join([HEADER, *ROWS, f";Tanpa Kunci;{NIKS[0]};0811"]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def masked_page(page: ListsPage) -> ListsPage:
    page.context.settings.masks_ids = True
    return page


def told(model: QAbstractItemModel) -> str:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    places = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return "\n".join(str(place.data(role)) for place in places for role in roles)


def said(page: ListsPage) -> str:
    """All that the steps of a load say."""
    flow = page.flow
    flow.check.show_part(CheckView.ROWS)
    flow.columns.setCurrentIndex(flow.columns.model().index(flow.columns.model().row_of("NIK"), 0))
    labels = "\n".join(label.text() for label in flow.findChildren(QLabel))
    models = (flow.columns.model(), flow.sample.sample, flow.check.rows.table.sample, flow.check.changes.changed)
    return "\n".join([labels, told(flow.check.held.rows), *map(told, models)])


def looks(page: ListsPage) -> list[tuple[Any, ...]]:
    found = page.context.workspace.history(HistoryFilter(kinds=(DeskKind.REVEAL,)))
    return [(view.title, view.record_count) for view in found]


def go_through(page: ListsPage, path: Path) -> None:
    page.load_files([path])
    page.flow.go_back()
    page.flow.go_on()
    page.flow._on_check()


def test_no_step_of_a_load_says_a_masked_number(masked_page: ListsPage, partner: Path) -> None:
    go_through(masked_page, partner)
    assert not any(nik in said(masked_page) for nik in NIKS)
    assert masked(NIKS[1]) in said(masked_page)
    masked_page.flow.copy_request()
    assert not any(nik in QGuiApplication.clipboard().text() for nik in NIKS)


def test_v_shows_the_numbers_of_the_file_and_logs_its_name(masked_page: ListsPage, partner: Path) -> None:
    go_through(masked_page, partner)
    trigger(masked_page.flow, "lists.reveal")
    assert all(nik in said(masked_page) for nik in NIKS)
    assert looks(masked_page) == [("partner.csv", 0)]
    trigger(masked_page.flow, "lists.reveal")
    assert not any(nik in said(masked_page) for nik in NIKS)


def test_a_column_that_becomes_a_number_is_masked_at_once(masked_page: ListsPage, partner: Path) -> None:
    go_through(masked_page, partner)
    masked_page.flow._on_target("NIK", "")
    assert NIKS[1] in said(masked_page)
    masked_page.flow._on_target("NIK", "nik")
    assert NIKS[1] not in said(masked_page)


def test_what_is_loaded_is_whole(masked_page: ListsPage, partner: Path) -> None:
    masked_page.load_files([partner])
    masked_page.flow.go_on()
    assert {record.first("nik") for record in masked_page.context.workspace.records("Partner")} == set(NIKS)


def test_rows_held_back_are_masked_and_mended_without_writing_dots(masked_page: ListsPage, partner: Path) -> None:
    workspace = masked_page.context.workspace
    workspace.import_list(partner, source="Partner", key="No")
    masked_page.desk.open_quarantine("Partner")
    view = masked_page.desk.quarantine.body
    shown = told(view.rows) + told(view.mend.mend)
    assert NIKS[0] not in shown
    assert masked(NIKS[0]) in shown
    model = view.mend.mend
    cell = model.index(list(model._headers).index("NIK"), MendModel.COPY)
    assert cell.data(Qt.ItemDataRole.EditRole) == ""
    assert not model.setData(cell, "")
    assert workspace.quarantined("Partner")[0].cells["NIK"] == NIKS[0]
    trigger(masked_page.desk.quarantine, "lists.reveal")
    assert NIKS[0] in told(view.rows)
    assert looks(masked_page) == [("Partner", 0)]


def test_what_a_delivery_changed_is_masked_and_v_logs_its_records(masked_page: ListsPage, partner: Path) -> None:
    workspace = masked_page.context.workspace
    workspace.import_list(partner, source="Partner", key="No")
    partner.write_text(partner.read_text(encoding="utf-8").replace(NIKS[1], "3578015203900009"), encoding="utf-8")
    report = workspace.import_list(partner, source="Partner", key="No")
    changes = masked_page.desk.changes
    changes.open(workspace.delivery_changes(report.delivery_ids[0]).delivery)
    view = changes.frame.body
    assert NIKS[1] not in told(view.changed)
    assert masked("3578015203900009") in told(view.changed)
    trigger(changes.frame, "lists.reveal")
    assert NIKS[1] in told(view.changed)
    assert looks(masked_page) == [("Budi", 1)]
