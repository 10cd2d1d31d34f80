"""The queue narrowed to values of attributes: listed with their counts, searched, added up, and kept by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.ui.pages.review.facet_lines import AttributeGroup, OtherValues, facet_lines
from steward.ui.pages.review.filters import Filters, SavedQueues
from steward.ui.widgets.chip import Chip
from steward.ui.words.masking import Mask
from steward.workspace.review.count_facets import TOP_VALUES
from steward.workspace.review.queue_filters import Facet, FacetCount, held_value
from tests.ui.review_driving import Key, OpenPage, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BANDUNG = "city=Bandung"


def test_values_of_an_attribute_stand_under_its_name_and_add_up(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2, 3, 5)
    press(qtbot, page, Key.Key_F)
    heading = AttributeGroup("city")
    assert (Facet.VALUES, BANDUNG) not in [line.value for line in page.panel.list.lines]
    page.panel.chosen.emit(heading)
    held = [line for line in page.panel.list.lines if isinstance(line.value, tuple) and line.value[0] is Facet.VALUES]
    said = {line.value: line.detail for line in held}
    assert said[Facet.VALUES, BANDUNG] == "City · 1"
    everywhere = next(value for value, detail in said.items() if detail == "City · 4")
    page.panel.chosen.emit((Facet.VALUES, BANDUNG))
    assert len(page.session.queue) == 1
    page.panel.chosen.emit(everywhere)
    assert len(page.session.queue) == 4
    page.panel.chosen.emit((Facet.SIZE, "2"))
    assert len(page.session.queue) == 2
    bar = page.scope.filter_bar
    chips = [chip.text() for chip in bar.findChildren(Chip) if chip.isVisibleTo(bar)]
    assert chips == ["2 records", "City: Bandung +1"]


def test_any_value_is_searched_and_narrows_the_queue(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2, 3)
    press(qtbot, page, Key.Key_F)
    page.panel.chosen.emit(OtherValues("city"))
    assert page.panel.field.hasFocus()
    qtbot.keyClicks(page.panel.field, "band")
    qtbot.keyClick(page.panel.field, Key.Key_Return)
    qtbot.waitUntil(lambda: [line.text for line in page.panel.list.lines] == ["Bandung"])
    qtbot.keyClick(page.panel.field, Key.Key_Return)
    assert page.session.filters.values == (BANDUNG,)
    assert page.panel.subject == "facets"
    # Where it stands among the others is where the steward goes on.
    assert page.panel.list.lines[page.panel.list.currentIndex().row()].value == (Facet.VALUES, BANDUNG)


def test_what_no_value_holds_is_said(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    press(qtbot, page, Key.Key_F)
    page.panel.chosen.emit(OtherValues("city"))
    qtbot.keyClicks(page.panel.field, "zzz")
    qtbot.keyClick(page.panel.field, Key.Key_Return)
    assert [line.text for line in page.panel.list.lines] == ["No value of the queue holds this text"]


def test_a_named_queue_keeps_its_values(open_page: OpenPage) -> None:
    page = open_page(2, 2)
    wanted = Filters(values=(BANDUNG, "category:Class=A"), traits=("missing:email",))
    SavedQueues(page.context.settings).save("Bandung", wanted)
    assert SavedQueues(page.context.settings).all() == {"Bandung": wanted}


def test_all_values_are_searched_only_where_more_may_be_listed() -> None:
    def values_of(many: int) -> list[object]:
        counts = [FacetCount(Facet.VALUES, held_value("city", f"Kota {n}"), 9) for n in range(many)]
        return [line.value for line in facet_lines(counts, Filters(), (), Mask.OFF, {"city"})]

    assert OtherValues("city") not in values_of(TOP_VALUES - 1)
    assert OtherValues("city") in values_of(TOP_VALUES)


def test_the_heading_of_an_attribute_says_what_is_in_force_first() -> None:
    names = ("Bandung", "Medan", "Garut", "Solo")
    counts = [FacetCount(Facet.VALUES, held_value("city", name), 9) for name in names]
    (heading,) = facet_lines(counts, Filters(values=("city=Solo",)), (), Mask.OFF)
    assert heading.is_strong
    assert heading.detail == "Solo 9 · Bandung 9 · Medan 9 · Garut 9"
