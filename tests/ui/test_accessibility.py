"""Every page can be worked without eyes and without a mouse, and nothing is cut off on a small screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QButtonGroup,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from steward.ui.dialogs.keys import KeysDialog
from steward.ui.page import Page
from steward.ui.widgets.text import Text
from steward.ui.window.page_ids import PAGE_IDS
from tests.ui.painted_texts import painted_texts, picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from tests.ui.painted_texts import PaintedText

#: WCAG 2.2, level AA, for text of ordinary size.
LEAST_CONTRAST = 4.5


def _focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget)!r} in {type(widget.parent()).__name__}"


def _pages_of(window: MainWindow) -> Iterator[str]:
    """One page after the other is shown and laid out: to open the window takes longer than to look at a page."""
    for page_id in PAGE_IDS:
        window.navigate(page_id)
        _lay_out()
        yield page_id


def test_what_takes_the_focus_has_a_name_and_a_cell_that_shows_something_says_it(open_window: MainWindow) -> None:
    nameless: list[str] = []
    silent: list[str] = []
    for page_id in _pages_of(open_window):
        nameless += [f"{page_id}: {_describe(widget)}" for widget in _focusable(open_window) if not _name(widget)]
        silent += [
            f"{page_id}: {_describe(view)} row {index.row()} column {index.column()}"
            for view in open_window.findChildren(QAbstractItemView)
            if view.isVisible()
            for index in _cells_on_screen(view)
            if not _spoken(index) and not _is_plain(view, index)
        ]
    assert nameless == []
    assert silent == []


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


@pytest.mark.parametrize("code", ["en", "id"])
def test_window_fits_a_small_screen_and_no_text_is_cut_off(
    open_window: MainWindow, services: Services, code: str
) -> None:
    services.language.use(code)
    open_window.resize(1024, 700)
    cut: list[str] = []
    for page_id in _pages_of(open_window):
        assert open_window.minimumSizeHint().width() <= 1024, page_id
        assert open_window.minimumSizeHint().height() <= 700, page_id
        cut += [f"{page_id}: {_describe(widget)}: {text}" for widget, text in _cut_texts(open_window)]
    assert cut == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_what_it_stands_on(open_window: MainWindow, services: Services, theme: str) -> None:
    services.look.set_theme(theme)
    faint = [
        f"{page_id}: {one.text}: {one.color.name()} on {one.ground.name()} is {one.contrast:.2f}"
        for page_id in _pages_of(open_window)
        for one in painted_texts(open_window)
        if one.contrast < LEAST_CONTRAST and _is_enabled(open_window, one)
    ]
    assert faint == []


def test_a_page_has_the_keyboard_and_tab_reaches_everything_and_shows_where_it_is(
    open_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(open_window.isActiveWindow)
    for page_id in _pages_of(open_window):
        focused = open_window.focusWidget()
        assert focused is not None, page_id
        assert not isinstance(focused, Page), page_id
        assert focused.isVisible(), page_id
        wanted = {_tab_stop(widget) for widget in _focusable(open_window)}
        reached: list[QWidget] = []
        unseen: list[str] = []
        while (widget := _next_by_tab(open_window)) not in reached:
            reached.append(widget)
            with_focus = _picture_around(widget)
            widget.clearFocus()
            if _picture_around(widget) == with_focus:
                unseen.append(_describe(widget))
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        missed = wanted - {_tab_stop(widget) for widget in reached}
        assert [_describe(widget) for widget in missed if isinstance(widget, QWidget)] == [], page_id
        assert unseen == [], page_id
    held = [_describe(table) for table in open_window.findChildren(QTableView) if table.tabKeyNavigation()]
    assert held == []


def _is_enabled(window: MainWindow, painted: PaintedText) -> bool:
    """What can't be used now may be faint."""
    widget = window.childAt(painted.rect.center().toPoint())
    return widget is None or widget.isEnabled()


def _cells_on_screen(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model, seen = view.model(), view.viewport().rect()
    first = view.indexAt(seen.topLeft())
    if model is None or not first.isValid():
        return
    columns = view.horizontalHeader().count() if isinstance(view, QTableView) else 1
    for row in range(first.row(), model.rowCount()):
        cells = [model.index(row, column) for column in range(columns)]
        shown = [cell for cell in cells if view.visualRect(cell).intersects(seen)]
        if not shown:
            return
        yield from shown


def _spoken(index: QModelIndex) -> str:
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
        if text := index.data(role):
            return str(text)
    return ""


def _is_plain(view: QAbstractItemView, index: QModelIndex) -> bool:
    """Nothing is painted in the cell but its ground and the line below."""
    inner = view.visualRect(index).intersected(view.viewport().rect()).adjusted(3, 3, -3, -3)
    image = picture(view.viewport()).copy(inner)
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) <= 1


def _tab_stop(widget: QWidget) -> QWidget | QButtonGroup:
    """Tab goes to one of a group of choices; the arrow keys go to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else widget


def _picture_around(widget: QWidget) -> QImage:
    """With what lies above it: the ring around a cell may be a widget of its own."""
    window = widget.window()
    return picture(window, area=QRect(widget.mapTo(window, QPoint()), widget.size()))


def _next_by_tab(window: MainWindow) -> QWidget:
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    found = window.focusWidget()
    assert found is not None
    return found


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
    """Rows and previews that were asked for come first; texts that change ask for a new layout.

    That asks the layout above it in turn: one round per level.
    """
    for _ in range(10):
        QCoreApplication.processEvents()


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
