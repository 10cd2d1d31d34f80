"""Every page can be worked without eyes and without a mouse, and nothing is cut off on a small screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QTableView, QWidget

from steward.ui.dialogs.keys import KeysDialog
from steward.ui.main_window import PAGE_IDS, MainWindow
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steward.ui.services import Services


def _focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("page_id", PAGE_IDS)
def test_everything_that_takes_the_focus_has_a_name(open_window: MainWindow, page_id: str) -> None:
    open_window.navigate(page_id)
    nameless = [_describe(widget) for widget in _focusable(open_window) if not _name(widget)]
    assert nameless == []


def test_welcome_page_names_everything(window: MainWindow) -> None:
    assert [_describe(widget) for widget in _focusable(window) if not _name(widget)] == []


def test_dialogs_name_everything(open_window: MainWindow, services: Services) -> None:
    services.problems.show(RuntimeError("boom"))
    bug = services.problems.open_dialog
    sheet = KeysDialog(
        services.look,
        services.actions,
        ("History", services.actions.working("history")),
        services.actions.working(""),
        open_window,
    )
    sheet.open()
    for dialog in (bug, sheet):
        assert [_describe(widget) for widget in _focusable(dialog) if not _name(widget)] == []
        dialog.accept()


@pytest.mark.parametrize("page_id", PAGE_IDS)
def test_tables_let_the_tab_key_out(open_window: MainWindow, page_id: str) -> None:
    open_window.navigate(page_id)
    held = [_describe(table) for table in open_window.findChildren(QTableView) if table.tabKeyNavigation()]
    assert held == []


@pytest.mark.parametrize("code", ["en", "id"])
@pytest.mark.parametrize("page_id", PAGE_IDS)
def test_no_text_is_cut_off_on_a_small_screen(
    open_window: MainWindow, services: Services, page_id: str, code: str
) -> None:
    services.language.use(code)
    open_window.resize(1024, 700)
    open_window.navigate(page_id)
    _lay_out()
    cut = [f"{_describe(widget)}: {text}" for widget, text in _cut_texts(open_window)]
    assert cut == []


@pytest.mark.parametrize("page_id", PAGE_IDS)
def test_window_fits_a_small_screen(open_window: MainWindow, services: Services, page_id: str) -> None:
    services.language.use("id")
    open_window.navigate(page_id)
    assert open_window.minimumSizeHint().width() <= 1024
    assert open_window.minimumSizeHint().height() <= 700


def _cut_texts(window: MainWindow) -> Iterator[tuple[QWidget, str]]:
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or label.wordWrap() or _elides(label):
            continue
        if QFontMetrics(label.font()).horizontalAdvance(label.text()) > label.contentsRect().width() + 1:
            yield label, label.text()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width():
            yield button, button.text()


def _lay_out() -> None:
    """Texts that change ask for a new layout, which asks the one above it: one round per level."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents()


def _elides(label: QLabel) -> bool:
    return isinstance(label, Text) and label.minimumSizeHint().width() == 0


def test_fields_are_reached_by_tab(open_window: MainWindow) -> None:
    open_window.navigate("settings")
    fields = [widget for widget in open_window.findChildren(QLineEdit) if widget.isVisible()]
    assert fields
    assert all(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in fields)


def test_scroll_areas_do_not_swallow_the_focus(open_window: MainWindow) -> None:
    open_window.navigate("home")
    plain = [area for area in open_window.findChildren(QAbstractScrollArea) if type(area).__name__ == "QScrollArea"]
    assert all(area.focusPolicy() == Qt.FocusPolicy.NoFocus for area in plain if area.isVisible())
