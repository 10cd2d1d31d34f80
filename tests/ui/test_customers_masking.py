"""Identity numbers are masked wherever the customers page shows them, until V shows those of the open customer."""

from __future__ import annotations

from collections.abc import Callable, Iterator  # noqa: TC003 - fixtures read them
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt

from steward.domain.decisions import DeskKind
from steward.ui.delegates.hits import second_line
from steward.ui.pages.customers.page import CustomersPage
from steward.ui.pages.customers.panel_texts import undo_content
from steward.ui.pages.customers.privacy_texts import as_of_content, restrict_content
from steward.ui.words.masking import Mask, masked
from steward.workspace import Workspace
from tests.builders import make_reverse_preview
from tests.customer_builders import make_customer_view, make_search_hit
from tests.ui.driven_actions import trigger

if TYPE_CHECKING:
    from steward.ui.page import PageContext

NIK, OTHER_NIK = "3273015507850002", "3578015203900004"
SALES = (
    ("ID_PLG", "Nama Pelanggan", "No KTP", "No HP"),
    ("S-001", "Sri Wahyuni", "3273.0155.0785.0002", "0812-3344-5566"),
    ("S-002", "Budi Santoso", OTHER_NIK, "0813-2211-4090"),
)
SERVICE = (("NIK", "Nama", "Kota"), (NIK, "Ny. Sri Wahyuni", "Bandung"), ("3671014101880001", "Agus Salim", "Padang"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Workspace]:
    """Sri Wahyuni is known to two lists by her NIK; one of them has no other key."""
    with Workspace.create(tmp_path / "test.steward", steward="Ratna") as workspace:
        for name, rows in (("Sales", SALES), ("Service", SERVICE)):
            path = tmp_path / f"{name}.csv"
            path.write_text("\n".join(map(";".join, rows)) + "\n", encoding="utf-8")
            workspace.import_list(path, source=name)
        records = {record.first("name"): record.id for record in workspace.records()}
        workspace.merge([records["Sri Wahyuni"], records["Ny. Sri Wahyuni"]])
        yield workspace


@pytest.fixture
def page(store: Workspace, make_context: Callable[[Any], PageContext], qtbot: Any) -> CustomersPage:
    """The page on Sri Wahyuni, masked."""
    page = CustomersPage(make_context(store))
    page.context.settings.masks_ids = True
    qtbot.addWidget(page)
    page.resize(1294, 690)
    page.show()
    (hit,) = store.search("S-001")
    page.activated(cin=hit.cin)
    return page


def texts(model: QAbstractItemModel) -> str:
    return "\n".join(str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount()))


def said(page: CustomersPage) -> str:
    """All that the cards and the panel beside them say, with every record opened."""
    records = page.cards.records
    for row in reversed(range(len(records.model.rows))):
        if records.model.rows[row].icon == "chevron-right":
            page.cards._on_record(row)
    cards = (page.cards.golden, page.cards.more, records, page.cards.timeline, page.cards.panel.card)
    panel = page.cards.panel
    return "\n".join([*(texts(card.model) for card in cards), panel._sentence.text(), panel._input.text()])


def shows_number(page: CustomersPage) -> bool:
    signs = "".join(sign for sign in said(page) if sign.isalnum())
    return NIK in signs


def looks(page: CustomersPage) -> list[tuple[tuple[int, ...], ...]]:
    found = [d.act for d in page.context.workspace.decisions() if d.act.kind is DeskKind.REVEAL]
    return [act.groups for act in found]


def test_no_card_says_a_masked_number_in_whatever_way_a_list_writes_it(page: CustomersPage) -> None:
    assert not shows_number(page)
    assert masked(NIK) in said(page)


def test_v_shows_the_numbers_of_the_customer_and_logs_one_look(page: CustomersPage) -> None:
    trigger(page, "customers.reveal")
    assert shows_number(page)
    assert page._customer is not None
    assert looks(page) == [(tuple(sorted(record.record_id for record in page._customer.records)),)]
    trigger(page, "customers.reveal")
    assert not shows_number(page)
    assert len(looks(page)) == 1


def test_another_customer_is_masked_again_and_so_is_this_one_later(page: CustomersPage, store: Workspace) -> None:
    trigger(page, "customers.reveal")
    sri = page._customer.cin if page._customer else ""
    (budi,) = store.search("S-002")
    page.open_customer(budi.cin)
    assert OTHER_NIK not in said(page)
    page.open_customer(sri)
    assert not shows_number(page)


def test_the_panel_masks_origins_and_v_shows_them_there_too(page: CustomersPage) -> None:
    page.acts.ask_origin("nik")
    assert page.cards.panel.isVisible()
    assert not shows_number(page)
    trigger(page, "customers.reveal")
    assert NIK in "".join(row.value for row in page.cards.panel.card.model.rows)


def test_a_masked_value_is_typed_anew_or_stays(page: CustomersPage, store: Workspace) -> None:
    page.acts.ask_edit("nik")
    assert (page.cards.panel.typed_text, NIK in page.cards.panel._input.placeholderText()) == ("", False)
    page.cards.panel._accept()
    assert page.cards.panel.isHidden()
    assert page._customer is not None
    assert NIK in [value.value for value in store.golden(page._customer.cin) if value.attribute == "nik"]


def test_what_a_search_found_and_what_undoing_changes_are_masked() -> None:
    hit = make_search_hit(matched=NIK)
    assert second_line(hit, Mask.ON) == f"00 041 326-7 · {masked(NIK)}"
    assert "sri85@contoh.id" in second_line(make_search_hit(matched="sri85@contoh.id"), Mask.ON)
    preview = make_reverse_preview(moves=(), values=(("000413267", "nik", NIK, OTHER_NIK),))
    (row,) = undo_content(preview, Mask.ON).rows
    assert row.value == f"{masked(NIK)} → {masked(OTHER_NIK)}"


def test_without_the_setting_nothing_is_masked_and_v_says_so(page: CustomersPage) -> None:
    page.context.settings.masks_ids = False
    assert shows_number(page)
    trigger(page, "customers.reveal")
    assert "Nothing is masked" in page.context.toast[-1][0]
    assert looks(page) == []


def test_questions_of_privacy_name_nobody_by_a_masked_number() -> None:
    view = make_customer_view(title=NIK)
    for content in (restrict_content(view, Mask.ON), as_of_content(view, "2026-01-01", Mask.ON)):
        assert NIK not in f"{content.title} {content.sentence}"
        assert masked(NIK) in f"{content.title} {content.sentence}"
