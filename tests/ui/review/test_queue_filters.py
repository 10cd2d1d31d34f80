"""The panel of filters beside the grid: what each would leave, how they combine, and queues kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.ui.pages.review.facet_lines import AttributeGroup
from steward.ui.pages.review.filters import Filters, SavedQueues
from steward.workspace.review.queue_filters import Facet
from tests.ui.review_driving import (
    Key,
    OpenPage,
    press,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_facets_count_what_each_filter_leaves_and_combine(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2, 3, 5)
    press(qtbot, page, Key.Key_F)
    counts = {line.value: line.detail for line in page.panel.list.lines}
    assert counts[Facet.SIZE, "2"].endswith("2")
    page.scope.show_filters(page.session.filters.toggled(Facet.SIZE, "2"))
    assert len(page.session.queue) == 2
    page.scope.show_filters(page.session.filters.toggled(Facet.STATE, "decided"))
    assert len(page.session.queue) == 0
    assert page.panel.subject == "facets"


def test_enter_switches_a_filter_and_the_panel_stays(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2, 3, 5)
    press(qtbot, page, Key.Key_F)
    values = [line.value for line in page.panel.list.lines]
    for _ in range(values.index((Facet.SIZE, "3-4"))):
        press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Return)
    assert page.session.filters.size == "3-4"
    assert len(page.session.queue) == 1
    press(qtbot, page, Key.Key_Return)
    assert page.session.filters.size is None


def test_an_attribute_unfolds_and_its_traits_add_up(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2, 3, 5)
    press(qtbot, page, Key.Key_F)
    heading = AttributeGroup("phone")
    assert (Facet.TRAITS, "same:phone") not in [line.value for line in page.panel.list.lines]
    page.panel.chosen.emit(heading)
    assert (Facet.TRAITS, "same:phone") in [line.value for line in page.panel.list.lines]
    page.panel.chosen.emit((Facet.TRAITS, "same:phone"))
    page.panel.chosen.emit((Facet.TRAITS, "missing:email"))
    assert page.session.filters.traits == ("same:phone", "missing:email")
    page.panel.chosen.emit((Facet.TRAITS, "same:phone"))
    assert page.session.filters.traits == ("missing:email",)
    page.panel.chosen.emit(heading)
    assert (Facet.TRAITS, "same:phone") not in [line.value for line in page.panel.list.lines]


def test_a_named_queue_keeps_its_traits(open_page: OpenPage) -> None:
    page = open_page(2, 2)
    wanted = Filters(traits=("differs:number:Points", "missing:email"))
    SavedQueues(page.context.settings).save("gaps", wanted)
    assert SavedQueues(page.context.settings).all() == {"gaps": wanted}


def test_a_named_queue_is_kept_opened_and_forgotten(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2, 3)
    wanted = Filters(sort="impact", size="2")
    page.scope.show_filters(wanted)
    press(qtbot, page, Key.Key_F)
    page.panel.entered.emit("pairs")
    page.scope.show_filters(Filters())
    page.panel.chosen.emit("pairs")
    assert page.session.filters == wanted
    page.panel.dropped.emit("pairs")
    assert "pairs" not in [line.value for line in page.panel.list.lines]
