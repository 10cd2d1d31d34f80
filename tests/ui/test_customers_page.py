"""The page Customers on a real store: search, look, decide, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from steward.domain.errors import StewardError
from steward.domain.history import Subject
from steward.domain.identity import format_cin
from steward.ui.pages.customers.hits_reader import Found
from steward.ui.pages.customers.page import CustomersPage
from tests.families import make_families
from tests.ui.pages_builders import make_store, open_copy

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.workspace import Workspace

MakeContext = Callable[[Any], "PageContext"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that every test gets its own copy of: making one takes longer than most tests."""
    with make_store(tmp_path_factory.mktemp("template")) as workspace:
        workspace.merge([workspace.record("Sales", "S-001").id, workspace.record("Service", "V-001").id])
        return workspace.path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Sri Wahyuni of Sales and of Service are one customer, everybody else is single."""
    with open_copy(template, tmp_path) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_families(tmp_path_factory.mktemp("families"))


@pytest.fixture
def page(store: Workspace, make_context: MakeContext, qtbot: Any) -> CustomersPage:
    return shown(CustomersPage(make_context(store)), qtbot)


def shown(page: CustomersPage, qtbot: Any, **arguments: object) -> CustomersPage:
    qtbot.addWidget(page)
    page.resize(1294, 690)
    page.show()
    page.activated(**arguments)
    return page


def search(page: CustomersPage, text: str) -> list[str]:
    page.sidebar.field.setText(text)
    page.sidebar.field.returnPressed.emit()
    model = page.sidebar.model
    return [hit.title for row in range(model.rowCount()) if (hit := model.hit_at(row))]


def sri(page: CustomersPage) -> str:
    return str(page.context.workspace.cin_of(page.context.workspace.record("Sales", "S-001").id))


def test_all_customers_are_listed_and_the_first_one_is_open(page: CustomersPage) -> None:
    assert page.sidebar.model.rowCount() == 4
    assert page.sidebar._count.text() == "All 4 customers"
    assert page._total.text() == "4 golden records"
    assert page.cards.isVisible()


def test_an_empty_store_offers_to_load_a_list(tmp_path: Path, make_context: MakeContext, qtbot: Any) -> None:
    with make_store(tmp_path, is_empty=True) as workspace:
        page = shown(CustomersPage(make_context(workspace)), qtbot)
        assert page._empty.isVisible()
        page._empty.button.click()
        assert page.context.navigate == [("lists", {})]


@pytest.mark.parametrize("text", ["wahyuni", "081233445566", "sri@contoh.id", "V-001"])
def test_a_customer_is_found_by_whatever_its_records_say(page: CustomersPage, text: str) -> None:
    assert any("Wahyuni" in found for found in search(page, text))
    assert page.cards.golden.model.rows[0].value.endswith("Sri Wahyuni")


def test_a_customer_is_found_by_its_retired_cin(page: CustomersPage) -> None:
    (retired,) = page.context.workspace.customer(sri(page)).took_over
    assert search(page, retired) == [page.context.workspace.customer(sri(page)).title]


def test_a_search_without_a_hit_says_so_and_keeps_the_customer(page: CustomersPage) -> None:
    assert search(page, "zzzzqqq") == []
    assert page.sidebar._empty.isVisible()
    assert page.cards.isVisible()


def test_an_answer_to_an_older_search_is_dropped(page: CustomersPage) -> None:
    search(page, "budi")
    page.hits._on_found(Found(page.hits._generation - 1, "", 99, []))
    assert page.sidebar.model.rowCount() == 1


def test_typing_searches_when_it_pauses(page: CustomersPage, qtbot: Any) -> None:
    with qtbot.waitSignal(page.sidebar.searched):
        qtbot.keyClicks(page.sidebar.field, "dewi")
    assert page.sidebar.model.rowCount() == 1


def test_down_goes_from_the_field_into_the_list(page: CustomersPage, qtbot: Any) -> None:
    page.activateWindow()
    page.sidebar.field.setFocus()
    qtbot.keyClick(page.sidebar.field, Qt.Key.Key_Down)
    qtbot.waitUntil(page.sidebar.view.hasFocus)
    page.sidebar.view.select_row(2)
    hit = page.sidebar.model.hit_at(2)
    assert hit is not None
    assert page.head._cin.text() == f"CIN {format_cin(hit.cin)}"


def test_the_head_tells_cin_records_and_what_it_took_over(page: CustomersPage) -> None:
    page.activated(cin=sri(page))
    view = page.context.workspace.customer(sri(page))
    facts = page.head._facts.text()
    assert "2 records in 2 lists" in facts
    assert f"took over {format_cin(view.took_over[0])}" in facts


def test_a_retired_cin_opens_the_customer_that_took_it_over(page: CustomersPage) -> None:
    (retired,) = page.context.workspace.customer(sri(page)).took_over
    page.activated(cin=retired)
    assert page.head._cin.text() == f"CIN {format_cin(sri(page))}"


def test_a_cin_that_was_never_given_is_told_calmly(page: CustomersPage) -> None:
    page.activated(cin="999999999")
    assert "never given" in page.context.toast[-1][0]  # type: ignore[index]


def test_a_value_opens_what_every_record_says(page: CustomersPage, qtbot: Any) -> None:
    page.activated(cin=sri(page))
    golden = page.cards.golden.view
    golden.setFocus()
    qtbot.keyClick(golden, Qt.Key.Key_Return)
    panel = page.cards.panel
    assert panel.isVisible()
    assert len(panel.card.model.rows) == 2
    assert any(row.note == "wins" for row in panel.card.model.rows)
    panel.dismiss()
    assert not panel.isVisible()


def test_a_value_is_locked_and_handed_back(page: CustomersPage) -> None:
    page.activated(cin=sri(page))
    page.acts.toggle_lock("name")
    assert page.cards.golden.model.rows[0].mark == "lock"
    page.acts.toggle_lock("name")
    assert page.cards.golden.model.rows[0].mark == ""


def test_a_typed_value_becomes_golden_and_can_be_undone(page: CustomersPage) -> None:
    before = page.context.workspace.fingerprint()
    page.activated(cin=sri(page))
    page.acts.ask_edit("city")
    page.cards.panel._input.setText("Cimahi")
    page.cards.panel._primary.click()
    assert {row.key: row.value for row in page.cards.golden.model.rows}["city"] == "Cimahi"
    text, undo = page.context.toast[-1]  # type: ignore[index]
    assert text == "Value changed"
    undo()
    assert page.context.workspace.fingerprint() == before


def test_a_record_is_taken_out_after_a_look_at_what_that_does(page: CustomersPage) -> None:
    workspace = page.context.workspace
    before = workspace.fingerprint()
    page.activated(cin=sri(page))
    page.acts.ask_take_out()
    panel = page.cards.panel
    assert not panel._primary.isVisible()
    service = next(place for place, row in enumerate(panel.card.model.rows) if row.value == "V-001")
    panel.card.view.row_opened.emit(service)
    assert "V-001 becomes a customer of its own" in panel._sentence.text()
    assert workspace.fingerprint() == before
    panel._primary.click()
    assert workspace.customer_count() == 5
    assert page._total.text() == "5 golden records"


def test_a_decision_is_undone_in_place_from_the_timeline(page: CustomersPage) -> None:
    page.activated(cin=sri(page))
    rows = page.cards.timeline.model.rows
    at = next(place for place, row in enumerate(rows) if row.can_undo)
    page.cards.timeline.view.row_opened.emit(at)
    panel = page.cards.panel
    assert panel._primary.text().startswith("Undo #")
    assert panel.card.model.rows
    panel._primary.click()
    assert page.context.workspace.customer_count() == 5
    assert not panel.isVisible()


def test_a_record_opens_to_all_its_cells(page: CustomersPage) -> None:
    page.activated(cin=sri(page))
    page.cards.records.view.row_opened.emit(0)
    labels = [row.label for row in page.cards.records.model.rows if row.is_sub]
    assert labels == ["ID_PLG", "Nama Pelanggan", "No HP", "Email", "Kota"]
    page.cards.records.view.row_opened.emit(0)
    assert len(page.cards.records.model.rows) == 2


def test_what_others_change_is_read_again(page: CustomersPage) -> None:
    from steward.domain.history import BY_DECISION

    workspace = page.context.workspace
    page.activated(cin=sri(page))
    workspace.take_out(workspace.record("Service", "V-001").id)
    page.context.events.announce(BY_DECISION, None)
    assert page._total.text() == "5 golden records"
    assert len(page.cards.records.model.rows) == 1


def test_every_focusable_widget_has_a_name(page: CustomersPage) -> None:
    from PySide6.QtWidgets import QWidget

    page.activated(cin=sri(page))
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]
    assert nameless == []


def test_a_search_opens_its_best_hit_even_if_the_open_customer_is_among_the_hits(page: CustomersPage) -> None:
    hits = search(page, "sri")
    page.open_customer(page.sidebar.model.hit_at(len(hits) - 1).cin)
    page.sidebar.searched.emit("sri")
    assert page.sidebar.view.currentIndex().row() == 0
    assert page._customer.cin == page.sidebar.first_cin()


def test_a_part_of_the_list_that_could_not_be_read_is_asked_for_again(
    page: CustomersPage, store: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    model = page.sidebar.model
    with monkeypatch.context() as broken:
        broken.setattr(type(store), "customers_page", _unreadable)
        page.refresh(frozenset({Subject.CUSTOMERS}))
    assert page.context.toast[-1][0] == "The store is on a drive that is gone."
    qtbot.waitUntil(lambda: model.hit_at(0) is not None)


def test_a_customer_that_changed_while_another_page_was_shown_is_read_again(
    page: CustomersPage, store: Workspace
) -> None:
    cin = sri(page)
    page.open_customer(cin)
    page.hide()
    store.override(cin, "city", "Cimahi")
    page.refresh(frozenset({Subject.CUSTOMERS}))
    page.show()
    page.activated()
    assert {row.key: row.value for row in page.cards.golden.model.rows}["city"] == "Cimahi"


def test_who_seems_to_belong_to_a_customer_is_proposed_with_why_and_recorded(
    families: Path, tmp_path: Path, make_context: MakeContext, qtbot: Any
) -> None:
    with open_copy(families, tmp_path) as workspace:
        page = shown(CustomersPage(make_context(workspace)), qtbot, search="Bambang Sutrisno Rajawali")
        card = page.cards.proposed
        assert [(row.value, row.note.split(" ", 2)[2]) for row in card.model.rows] == [
            ("Dimas Sutrisno", "parent and child"),
            ("Ratna Puspita Sari", "same household"),
        ]
        card.view.row_opened.emit(1)
        assert {row.label for row in page.cards.panel.card.model.rows} >= {"Phone", "Address"}
        page.cards.panel._primary.click()
        assert [row.value for row in page.cards.related.model.rows] == ["Ratna Puspita Sari"]
        assert [row.value for row in card.model.rows] == ["Dimas Sutrisno"]
        card.view.row_opened.emit(0)
        page.cards.panel._secondary.click()
        assert page.head._name.text() == "Dimas Sutrisno"
        assert not page.cards.panel.isVisible()


def test_how_they_belong_together_is_chosen_by_keyboard_before_it_is_recorded(
    families: Path, tmp_path: Path, make_context: MakeContext, qtbot: Any
) -> None:
    with open_copy(families, tmp_path) as workspace:
        page = shown(CustomersPage(make_context(workspace)), qtbot, search="Bambang Sutrisno Rajawali")
        panel = page.cards.panel
        page.cards.proposed.view.row_opened.emit(1)
        assert panel._choice.currentText() == "same household"
        qtbot.keyClick(panel._choice, Qt.Key.Key_Down)
        page.retranslate()
        assert panel._choice.currentText() == "spouses"
        qtbot.keyClick(panel._primary, Qt.Key.Key_Return)
        assert [row.note for row in page.cards.related.model.rows] == ["spouses"]


def test_a_proposed_relation_is_refused_and_that_is_undone_like_any_decision(
    families: Path, tmp_path: Path, make_context: MakeContext, qtbot: Any
) -> None:
    with open_copy(families, tmp_path) as workspace:
        context = make_context(workspace)
        page = shown(CustomersPage(context), qtbot, search="Bambang Sutrisno Rajawali")
        card = page.cards.proposed
        card.view.row_opened.emit(0)
        qtbot.keyClick(page.cards.panel._refuse, Qt.Key.Key_Return)
        assert [row.value for row in card.model.rows] == ["Ratna Puspita Sari"]
        assert page.cards.related.model.rowCount() == 0
        assert "Not related, Bambang Sutrisno" in page.cards.timeline.model.rows[0].spoken
        text, undo = context.toast[-1]
        assert text == "Recorded: they are not related"
        undo()
        assert [row.value for row in card.model.rows] == ["Dimas Sutrisno", "Ratna Puspita Sari"]


def test_nobody_is_proposed_as_of_an_earlier_day(
    families: Path, tmp_path: Path, make_context: MakeContext, qtbot: Any
) -> None:
    with open_copy(families, tmp_path) as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "H1").id)
        page = shown(CustomersPage(make_context(workspace)), qtbot, cin=cin)
        (proposal, _) = workspace.proposed_relations(cin)
        page.reader.read(cin, workspace.customer(cin).since)
        assert page.banner.day
        assert page.cards.proposed.model.rowCount() == 0
        page.cards.proposal_opened.emit(proposal)
        assert not page.cards.panel.isVisible()
        page.as_of.leave()
        assert page.cards.proposed.model.rowCount() == 2


def test_the_keyboard_stays_at_what_is_left_of_the_proposals(
    families: Path, tmp_path: Path, make_context: MakeContext, qtbot: Any
) -> None:
    with open_copy(families, tmp_path) as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "H1").id)
        page = shown(CustomersPage(make_context(workspace)), qtbot, cin=cin)
        page.activateWindow()
        view = page.cards.proposed.view
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        for left in (["Ratna Puspita Sari"], []):
            qtbot.keyClick(view, Qt.Key.Key_Return)
            qtbot.keyClick(page.cards.panel._primary, Qt.Key.Key_Space)
            assert [row.value for row in page.cards.proposed.model.rows] == left


def test_the_panel_says_it_anew_in_another_language(
    families: Path, tmp_path: Path, make_context: MakeContext, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_copy(families, tmp_path) as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "H1").id)
        page = shown(CustomersPage(make_context(workspace)), qtbot, cin=cin)
        page.cards.proposed.view.row_opened.emit(0)
        monkeypatch.setattr("steward.ui.pages.customers.panel_texts.translate", lambda _context, text: f"¡{text}!")
        page.retranslate()
        assert page.cards.panel.card.view.accessibleName() == "¡Does Dimas Sutrisno belong here?!"


def _unreadable(*_arguments: object, **_options: object) -> None:
    raise StewardError("The store is on a drive that is gone.")
