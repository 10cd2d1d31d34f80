"""Columns that a steward gives a meaning by hand on the mapping page, with what becomes of rows before their eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from steward.domain.attributes import OwnKind
from steward.ui.models.columns import ColumnField
from steward.ui.pages.lists.hand_kinds import HandKind, hand_label
from steward.ui.pages.lists.page import ListsPage
from steward.ui.pages.lists.rule_forms import AttributeForm, CombineForm, KeyForm, SplitForm
from steward.ui.pages.lists.side_panel import SidePanel
from steward.ui.widgets.buttons import KeyButton
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from steward.ui.page import PageContext

LIST = (
    "ID,Cabang,Kontak,Depan,Belakang,Poin\n"
    "1,JKT,sri@mail.id / 0812-3344-5566,Sri,Wahyuni,1.250\n"
    "2,JKT,budi@mail.id / 0813-2211-4090,Budi,Santoso,40\n"
    "1,BDG,tono@mail.id,Tono,,7\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "s.steward", steward="Ratna") as workspace:
        yield workspace


@pytest.fixture
def page(store: Workspace, make_context: Callable[[Any], PageContext], tmp_path: Path, qtbot: Any) -> ListsPage:
    """A list on its way, its columns guessed."""
    path = tmp_path / "crm.csv"
    path.write_text(LIST, encoding="utf-8")
    made = ListsPage(make_context(store))
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    made.load_files([path])
    qtbot.waitUntil(lambda: made.flow.plan is not None)
    return made


def ask(page: ListsPage, header: str, kind: HandKind) -> Any:
    """Open a form as the list of targets does."""
    page.flow.columns.columns.setData(
        page.flow.columns.columns.index(page.flow.columns.columns.row_of(header), ColumnField.TARGET), str(kind)
    )
    assert page.flow.side.tabs.part == SidePanel.RULE
    return page.flow.side.rule.form


def take(page: ListsPage, qtbot: Any) -> dict[str, str]:
    """Press the button that uses the form; what the columns then become."""
    button = next(one for one in page.flow.side.rule.findChildren(KeyButton) if one.property("kind") == "primary")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.flow.plan is not None
    assert page.flow.side.tabs.part == SidePanel.COLUMN
    return dict(page.flow.plan.tables[0].targets)


def choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data))


def said(page: ListsPage) -> list[str]:
    return [label.text() for label in page.flow.side.rule.findChildren(QLabel)]


def test_a_column_becomes_an_attribute_with_a_name_and_a_type(page: ListsPage, store: Workspace, qtbot: Any) -> None:
    form = ask(page, "Poin", HandKind.ATTRIBUTE)
    assert isinstance(form, AttributeForm)
    form.name.setText("Loyalty points")
    choose(form.kind, OwnKind.NUMBER)
    assert "1250" in said(page)
    assert take(page, qtbot)["Poin"] == "number:Loyalty points"
    page.flow.go_on()
    qtbot.waitUntil(lambda: bool(store.summary().sources))
    assert store.record("Crm", "2").standard["number:Loyalty points"] == ("40",)


@pytest.mark.parametrize("name", ["Phone", "e-mail", "birth date", "a,b", "x" * 41])
def test_a_name_that_is_taken_or_can_not_be_is_refused_while_it_is_typed(page: ListsPage, name: str) -> None:
    form = ask(page, "Poin", HandKind.ATTRIBUTE)
    form.name.setText(name)
    assert form.problem()
    assert form.targets() == {}


def test_a_column_is_taken_apart_with_rows_of_the_list_to_see(page: ListsPage, qtbot: Any) -> None:
    form = ask(page, "Kontak", HandKind.SPLIT)
    assert isinstance(form, SplitForm)
    assert form.sign.currentText() == "/"
    choose(form.parts[0], "email")
    choose(form.parts[1], "phone")
    assert "E-mail: sri@mail.id\nPhone: 0812-3344-5566" in said(page)
    assert take(page, qtbot)["Kontak"] == "split by / into email, phone"
    again = ask(page, "Kontak", HandKind.SPLIT)
    assert [box.currentData() for box in again.parts[:3]] == ["email", "phone", ""]


def test_columns_are_put_together_in_the_order_the_steward_says(page: ListsPage, qtbot: Any) -> None:
    form = ask(page, "Belakang", HandKind.COMBINE)
    assert isinstance(form, CombineForm)
    choose(form.target, "name")
    choose(form.columns[1], "Depan")
    form.sign.setEditText(",")
    assert "Wahyuni, Sri" in said(page)
    targets = take(page, qtbot)
    assert (targets["Belakang"], targets["Depan"]) == ("combine 1 into name", "combine 2 by , into name")
    form = ask(page, "Depan", HandKind.COMBINE)
    choose(form.columns[1], "Poin")
    assert take(page, qtbot)["Depan"] == ""


def test_a_key_is_made_of_several_columns(page: ListsPage, store: Workspace, qtbot: Any) -> None:
    form = ask(page, "Cabang", HandKind.KEY)
    assert isinstance(form, KeyForm)
    choose(form.columns[0], "Cabang")
    choose(form.columns[1], "ID")
    assert "1+JKT" in said(page)
    take(page, qtbot)
    assert page.flow.plan is not None
    assert page.flow.plan.tables[0].key_column == "ID+Cabang"
    page.flow.go_on()
    qtbot.waitUntil(lambda: bool(store.summary().sources))
    assert store.record("Crm", "1+BDG").values["name"] == ("Tono",)


def test_a_row_with_an_empty_part_of_its_key_has_none(page: ListsPage) -> None:
    form = ask(page, "Belakang", HandKind.KEY)
    choose(form.columns[0], "Belakang")
    choose(form.columns[1], "ID")
    assert [key for key, _ in form.examples()] == ["1+Wahyuni", "2+Santoso", ""]


def test_the_list_of_targets_ends_with_what_can_be_made_by_hand(page: ListsPage) -> None:
    columns = page.flow.columns
    columns.edit(columns.columns.index(columns.columns.row_of("Poin"), ColumnField.TARGET))
    editor = page.flow.columns.viewport().findChild(QComboBox)
    last = [editor.itemText(place) for place in range(editor.count())][-len(HandKind) :]
    assert last == [hand_label(kind) for kind in HandKind]


def test_a_form_that_is_left_changes_nothing(page: ListsPage) -> None:
    assert page.flow.plan is not None
    before = page.flow.plan.tables[0].targets
    ask(page, "Poin", HandKind.ATTRIBUTE)
    page.flow.side.rule.close_form()
    assert page.flow.side.tabs.part == SidePanel.COLUMN
    assert page.flow.plan.tables[0].targets == before


@pytest.mark.parametrize("scale", [100, 150])
def test_no_form_is_wider_than_the_panel_of_a_small_window(page: ListsPage, scale: int) -> None:
    page.context.look.set_scale(scale)
    page.context.language.use("id")
    page.resize(1024 - 72, 600)
    panel = page.flow.side.rule
    for kind in HandKind:
        ask(page, "Kontak", kind)
        body = panel.widget()
        assert body is not None
        assert body.minimumSizeHint().width() <= panel.viewport().width(), kind


def test_large_text_leaves_every_column_of_the_mapping_in_sight(page: ListsPage) -> None:
    page.context.look.set_scale(150)
    for width in range(1130, 1300, 30):
        page.resize(width, 600)
        columns = page.flow.columns
        widths = [columns.columnWidth(place) for place in range(columns.columns.columnCount())]
        assert sum(widths) <= columns.viewport().width(), width
