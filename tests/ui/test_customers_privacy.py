"""A person's rights on the page Customers, on a real store: asked for, shown, carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from steward.domain.history import Subject
from steward.domain.identity import format_cin
from steward.domain.privacy import Channel
from steward.ui.pages.customers.page import CustomersPage
from tests.ui.pages_builders import make_store, open_copy

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.workspace import Workspace

MakeContext = Callable[[Any], "PageContext"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with make_store(tmp_path_factory.mktemp("template")) as workspace:
        workspace.match()
        workspace.merge([workspace.record("Sales", "S-001").id, workspace.record("Service", "V-001").id])
        return workspace.path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Sri Wahyuni of Sales and of Service are one customer, everybody else is single."""
    with open_copy(template, tmp_path) as workspace:
        yield workspace


@pytest.fixture
def cin(store: Workspace) -> str:
    return str(store.cin_of(store.record("Sales", "S-001").id))


@pytest.fixture
def page(store: Workspace, cin: str, make_context: MakeContext, qtbot: Any) -> CustomersPage:
    """The page with Sri Wahyuni open."""
    made = CustomersPage(make_context(store))
    qtbot.addWidget(made)
    made.resize(1294, 690)
    made.show()
    made.activated(cin=cin)
    return made


def panel_rows(page: CustomersPage) -> list[tuple[str, str]]:
    return [(row.value, row.note) for row in page.cards.panel.card.model.rows]


def agree(page: CustomersPage, text: str = "") -> None:
    """Type into the panel and press its button."""
    page.cards.panel._input.setText(text)
    page.cards.panel._primary.click()


def test_the_head_tells_how_sure_the_evidence_is(page: CustomersPage, store: Workspace, cin: str) -> None:
    probability = store.customer(cin).probability
    assert probability is not None
    assert page.head.strength.isVisible()
    assert "%" in page.head.strength.accessibleName()


def test_a_single_record_needs_no_strength(page: CustomersPage, store: Workspace) -> None:
    page.open_customer(store.cin_of(store.record("Sales", "S-002").id))
    assert not page.head.strength.isVisible()


def test_the_menu_offers_every_right_and_follows_the_restriction(
    page: CustomersPage, store: Workspace, cin: str
) -> None:
    def texts() -> list[str]:
        menu = page.privacy.menu(store.customer(cin))
        return [action.text() for action in menu.actions()]

    assert texts() == ["Access pack…", "Restrict…", "Withdraw consent…", "Erase this person…"]
    store.restrict(cin)
    assert texts()[1] == "Lift the restriction…"


def test_the_menu_is_asked_for_by_its_key(page: CustomersPage, qtbot: Any) -> None:
    page.head.privacy_asked.disconnect(page.privacy.show_menu)
    page.activateWindow()
    page.cards.golden.view.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(page.head.privacy_asked):
        qtbot.keyClick(page.cards.golden.view, Qt.Key.Key_P, both)


def test_the_access_pack_is_written_where_asked(
    page: CustomersPage, store: Workspace, cin: str, tmp_path: Path
) -> None:
    page.privacy.write_access_pack(cin, tmp_path / "pack.pdf")
    assert (tmp_path / "pack.pdf").exists()
    assert [entry.file_name for entry in store.exports(cin)] == ["pack.pdf"]
    assert [(row.value, row.note) for row in page.cards.exports.model.rows] == [("pack.pdf", "access pack")]


def test_a_restriction_is_asked_for_shown_and_lifted(page: CustomersPage, store: Workspace, cin: str) -> None:
    page.privacy.ask_restrict()
    agree(page, "disputed")
    assert store.rights(cin).is_restricted
    assert page.head.restricted.text == "Restricted"
    model = page.sidebar.model
    assert [hit.cin for row in range(model.rowCount()) if (hit := model.hit_at(row)) and hit.is_restricted] == [cin]
    assert next(store.decisions()).reason == "disputed"
    page.privacy.ask_restrict()
    agree(page)
    assert not store.rights(cin).is_restricted
    assert page.head.restricted.text == ""


def test_consent_is_withdrawn_by_channel(page: CustomersPage, store: Workspace, cin: str) -> None:
    page.privacy.ask_withdraw()
    panel = page.cards.panel
    assert [row.icon for row in panel.card.model.rows] == ["square-check", *["square"] * 4]
    panel.row_chosen.emit("email")
    panel.row_chosen.emit("whatsapp")
    assert [row.icon for row in panel.card.model.rows] == ["square", "square-check", "square", "square-check", "square"]
    agree(page, "wrote on 3 May")
    assert list(store.rights(cin).withdrawn) == [Channel.EMAIL, Channel.WHATSAPP]
    assert page.head.withdrawn.text == "No contact by e-mail and WhatsApp"


def test_nothing_can_be_withdrawn_by_no_channel(page: CustomersPage) -> None:
    page.privacy.ask_withdraw()
    page.cards.panel.row_chosen.emit("email")
    page.cards.panel.row_chosen.emit("email")
    assert not page.cards.panel._primary.isVisible()


def test_an_erasure_shows_all_that_goes_and_needs_the_number(
    page: CustomersPage, store: Workspace, cin: str, tmp_path: Path
) -> None:
    store.export(tmp_path / "master.csv")
    page.privacy.ask_erase()
    assert {("S-001", "goes"), ("V-001", "goes"), ("master.csv", "you ask for it back")} <= set(panel_rows(page))
    agree(page)
    assert page.cards.panel._primary.text() == "Continue…"
    agree(page, "request of 12 May")
    panel = page.cards.panel
    assert panel._primary.text() == "Erase for good"
    assert not panel._primary.isEnabled()
    panel._input.setText("00 000 000-1")
    panel._input.returnPressed.emit()
    assert store.resolve(cin) == [cin]
    agree(page, format_cin(cin))
    assert store.resolve(cin) == []
    assert page._customer is not None
    assert page._customer.cin != cin


def test_a_reason_that_names_the_person_is_refused_on_screen(page: CustomersPage, store: Workspace, cin: str) -> None:
    page.privacy.ask_erase()
    agree(page, "Sri Wahyuni wrote")
    agree(page, cin)
    assert store.resolve(cin) == [cin]
    assert page.context.toast[-1][0].startswith("The reason names the person")


def test_a_customer_is_shown_as_of_a_day_and_nothing_can_be_done_there(
    page: CustomersPage, store: Workspace, cin: str
) -> None:
    store.override(cin, "city", "Cimahi")
    page._renew()
    day = store.customer(cin).since
    page.as_of.ask()
    agree(page, day)
    assert page.banner.isVisible()
    assert not page.head._privacy.isVisible()
    page.acts.toggle_lock("city")
    assert next(store.decisions()).act.kind == "override"
    page.banner._back.click()
    assert not page.banner.isVisible()
    assert page.head._privacy.isVisible()


def test_the_master_and_the_customer_of_the_day_that_is_shown_can_be_written(
    page: CustomersPage, store: Workspace, cin: str
) -> None:
    day = store.customer(cin).since
    page.as_of.ask()
    agree(page, day)
    page.as_of.ask_export()
    page.as_of.ask_customer_export()
    assert page.context.export == [(day, ""), (day, cin)]


def test_everybody_is_listed_as_of_the_day_that_is_shown(page: CustomersPage, store: Workspace, cin: str) -> None:
    now = page.sidebar.model.rowCount()
    others = [record.id for record in store.records() if store.cin_of(record.id) != cin]
    store.merge(others[:2], reason="seen on the card")
    page.activated()
    page.refresh(frozenset({Subject.CUSTOMERS}))
    assert page.sidebar.model.rowCount() == now - 1
    page.as_of.ask()
    agree(page, store.customer(cin).since)
    count = store.customer_count(as_of=store.customer(cin).since)
    assert page.sidebar.model.rowCount() == count
    other = page.sidebar.model.hit_at(count - 1)
    assert other is not None
    page.open_customer(other.cin)
    assert page.banner.isVisible()
    page.banner._back.click()
    assert page.sidebar.model.rowCount() == now - 1


def test_what_is_no_day_and_a_day_too_early_say_so(page: CustomersPage) -> None:
    page.as_of.ask()
    agree(page, "yesterday")
    assert page.context.toast[-1][0] == "“yesterday” is no date; write it as 2026-05-31."
    agree(page, "2020-01-01")
    assert "never given" in page.context.toast[-1][0]
    assert not page.banner.isVisible()


def test_the_list_becomes_a_button_in_a_narrow_window(page: CustomersPage, qtbot: Any) -> None:
    page.resize(1000, 690)
    assert not page.sidebar.isVisible()
    page.head._sidebar.click()
    assert page.sidebar.isVisible()
    page.head._sidebar.click()
    assert not page.sidebar.isVisible()
    page.resize(1294, 690)
    assert page.sidebar.isVisible()
    assert not page.head._sidebar.isVisible()


def test_beside_the_list_in_a_narrow_window_the_number_of_the_customer_is_whole(
    page: CustomersPage, qtbot: Any
) -> None:
    page.context.look.set_scale(150)
    page.resize(920, 690)
    page.activated(search="")
    assert page.sidebar.isVisible()
    qtbot.waitUntil(lambda: page.head._cin.width() >= page.head._cin.sizeHint().width())
    page.context.look.set_scale(100)
    page.resize(1294, 690)
    qtbot.waitUntil(lambda: page.head._privacy.y() < page.head._cin.y())


def test_a_search_brings_the_list_back(page: CustomersPage) -> None:
    page.resize(1000, 690)
    page.activated(search="")
    assert page.sidebar.isVisible()
