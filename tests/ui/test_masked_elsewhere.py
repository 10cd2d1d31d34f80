"""Pages that show many customers at once mask identity numbers; the customer or cluster that they open reveals them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel

from steward.ui.pages.alike.page import AlikePage
from steward.ui.pages.history.locks_page import LocksPage
from steward.ui.pages.history.side_panel import ReversePanel
from steward.ui.pages.rules.dry_run import DryRunCard
from steward.ui.words.masking import masked
from steward.workspace.customers.rule_views import ValueChange
from steward.workspace.review.alike_clusters import Writing
from tests.builders import make_reverse_preview, make_source

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
