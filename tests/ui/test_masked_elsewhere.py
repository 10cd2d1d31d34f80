"""Pages that show many customers at once mask identity numbers; the customer or cluster that they open reveals them."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - fixtures read it
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel

from steward.domain.decisions import DecisionKind
from steward.ui.pages.alike.page import AlikePage
from steward.ui.pages.customers.page import CustomersPage
from steward.ui.pages.history.locks_page import LocksPage
from steward.ui.pages.history.page import HistoryPage
from steward.ui.pages.history.side_panel import ReversePanel
from steward.ui.pages.rules.dry_run import DryRunCard
from steward.ui.words.masking import Mask, masked
from steward.ui.words.names import shown_title
from steward.ui.words.sentences import decision_sentence
from steward.workspace import Workspace
from steward.workspace.customers.rule_views import ValueChange
from steward.workspace.review.alike_clusters import Writing
from tests.builders import make_decision_view, make_reverse_preview, make_source

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.models.rows import Column
    from steward.ui.page import PageContext

NIK, OTHER_NIK = "3273015507850002", "3578015203900004"


@pytest.fixture
def masking(context: PageContext) -> PageContext:
    """The context of a steward who masks identity numbers."""
    context.settings.masks_ids = True
    return context


def texts(columns: tuple[Column[Any], ...], row: object) -> list[str]:
    return [column.text(row) for column in columns]


def test_what_reversing_changes_is_masked_and_shown_once_the_setting_is_off(masking: PageContext, qtbot: QtBot) -> None:
    panel = ReversePanel(masking)
    qtbot.addWidget(panel)
    panel.show_preview(make_reverse_preview(values=(("000413267", "nik", NIK, OTHER_NIK),)))
    assert any(masked(NIK) in label.text() for label in panel.findChildren(QLabel))
    assert not any(NIK in label.text() for label in panel.findChildren(QLabel))
    masking.settings.masks_ids = False
    panel.renew()
    assert any(NIK in label.text() for label in panel.findChildren(QLabel))


def test_locked_numbers_and_what_lists_say_instead_are_masked(
    masking: PageContext, workspace: Any, qtbot: QtBot
) -> None:
    held = [(record.first_standard("nik"), record.id) for record in workspace.records() if record.first_standard("nik")]
    (mine, first), (_, second) = list(dict(held).items())[:2]
    workspace.lock(workspace.cin_of(first), "nik")
    workspace.merge([first, second], reason="one person, seen on the card")
    page = LocksPage(masking)
    for widget in (page, *page.header_widgets()):
        qtbot.addWidget(widget)
    page.activated()
    (notice,) = [one for one in workspace.lock_notices() if one.attribute == "nik"]
    assert notice.value == mine
    shown = " ".join(texts(page.model.columns, notice))
    assert masked(notice.value) in shown
    assert notice.value not in shown
    assert notice.lists_say not in shown


def test_what_other_rules_would_choose_is_masked(masking: PageContext, qtbot: QtBot) -> None:
    card = DryRunCard(masking)
    qtbot.addWidget(card)
    change = ValueChange("000413267", "nik", NIK, OTHER_NIK)
    assert texts(card.model.columns, change)[-2:] == [masked(NIK), masked(OTHER_NIK)]


def test_writings_of_one_customer_are_masked_but_for_other_values(masking: PageContext, qtbot: QtBot) -> None:
    page = AlikePage(masking)
    for widget in (page, *page.header_widgets()):
        qtbot.addWidget(widget)
    writing = Writing(make_source(0), "Sri Wahyuni", (("nik", NIK), ("phone", "0812-3344-5566")))
    assert page._text(writing) == f"Sri Wahyuni · {masked(NIK)} · 0812-3344-5566"


@pytest.mark.parametrize("title", [NIK, "3273.0155.0785.0002", f"{NIK}#2", "A1234567"])
def test_a_number_that_stands_for_a_name_is_masked_wherever_titles_are_made(title: str) -> None:
    decision = make_decision_view(kind=DecisionKind.NOT_SAME, title=title)
    assert shown_title(title, Mask.ON) == masked(title)
    assert decision_sentence(decision, Mask.ON) == f"Not the same, {masked(title)}"
    assert shown_title(title, Mask.OFF) == title
    assert decision_sentence(decision, Mask.OFF) == f"Not the same, {title}"


@pytest.mark.parametrize("title", ["Sri Wahyuni", "sri85@contoh.id", "+6281233445566", "S-001", "sales_20260901.csv"])
def test_other_titles_are_never_masked(title: str) -> None:
    assert shown_title(title, Mask.ON) == title


def test_searches_and_the_log_mask_the_number_of_somebody_without_a_name(
    make_context: Callable[[Any], PageContext], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "cards.csv"
    path.write_text(f"Nomor;Kota\n{NIK};Bandung\n{OTHER_NIK};Medan\n", encoding="utf-8")
    with Workspace.create(tmp_path / "cards.steward", steward="Ratna") as workspace:
        workspace.import_list(path, source="Cards", mapping={"Nomor": "source_key", "Kota": "city"})
        first, second = [record.id for record in workspace.records()]
        workspace.not_same(first, [second])
        context = make_context(workspace)
        context.settings.masks_ids = True
        customers, history = CustomersPage(context), HistoryPage(context)
        for page in (customers, history):
            for widget in (page, *page.header_widgets()):
                qtbot.addWidget(widget)
            page.show()
            page.activated()
        hits = customers.sidebar.model
        shown = [str(hits.index(row, 0).data()) for row in range(hits.rowCount())]
        log = history.model
        shown += [str(log.index(row, 1).data()) for row in range(log.rowCount())]
        assert any(masked(NIK) in text for text in shown), shown
        assert not any(NIK in text or OTHER_NIK in text for text in shown)
        # The preview of the log waits for its moment, and would ask a store that is closed by then.
        context.jobs.close()
