"""Semi-automatic merging on the screen: off at first, then band, blind sample, certificate, one decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from steward.ui.pages.bands.page import BandsPage
from steward.ui.pages.bands.words import band_text, share_text
from steward.ui.pages.review.subset import Subset

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.page import PageContext

FIVE_PERCENT = 0


@pytest.fixture
def page(qtbot: QtBot, context: PageContext) -> BandsPage:
    page = BandsPage(context)
    qtbot.addWidget(page)
    qtbot.addWidget(page.tabs)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    page.activated()
    return page


@pytest.fixture
def switched_on(page: BandsPage) -> BandsPage:
    page.off.button.click()
    page.band.limit.setCurrentIndex(FIVE_PERCENT)
    return page


def _last_visit(page: BandsPage) -> tuple[str, dict[str, Any]]:
    return page.context.navigate[-1]  # type: ignore[index,no-any-return]  # the visits of the tests are a list


def _draw(page: BandsPage) -> Subset:
    page.band.draw_button.click()
    name, arguments = _last_visit(page)
    assert name == "review"
    subset = arguments["subset"]
    assert isinstance(subset, Subset)
    return subset


def _decide(page: BandsPage, subset: Subset, *, wrong: int = 0) -> None:
    workspace = page.context.workspace
    for place, cluster_id in enumerate(subset.ids):
        draft = workspace.draft(cluster_id)
        if place < wrong:
            workspace.reject(draft)
        else:
            workspace.merge([member.record_id for member in draft.view.members], cluster_id=cluster_id)
    page.activated()


def test_it_is_off_at_first_and_one_button_switches_it_on(page: BandsPage) -> None:
    assert page.off.isVisible()
    page.off.button.click()
    assert page.band.isVisible()
    page.off_button.click()
    assert page.off.isVisible()


def test_band_says_how_many_clusters_it_has(switched_on: BandsPage) -> None:
    low, high = switched_on.band.band
    count = switched_on.context.workspace.count_band(low, high)
    assert count.eligible > 59
    assert switched_on.band.draw_button.isEnabled()


def test_band_without_room_between_its_ends_can_not_be_drawn_from(switched_on: BandsPage) -> None:
    switched_on.band.high.setCurrentIndex(switched_on.band.high.count() - 1)
    assert not switched_on.band.draw_button.isEnabled()


def test_sample_is_handed_to_the_review_page_blind(switched_on: BandsPage) -> None:
    subset = _draw(switched_on)
    assert subset.is_blind
    assert len(subset.ids) == 59
    assert subset.page_id == "bands"
    assert set(subset.ids) <= set(switched_on.context.workspace.queue())


def test_a_good_sample_is_certified_and_the_rest_merged_as_one_decision_and_undone(switched_on: BandsPage) -> None:
    workspace = switched_on.context.workspace
    _decide(switched_on, _draw(switched_on))
    before = workspace.fingerprint()
    switched_on.samples.button.click()
    certificate = workspace.certificates()[0]
    assert certificate.bound <= 0.05
    assert switched_on.certificates.button.isVisible()
    left = workspace.count_band(certificate.low, certificate.high).eligible
    switched_on.certificates.button.click()
    merged = next(iter(workspace.decisions()))
    assert len(merged.act.groups) == left
    assert workspace.fingerprint() != before
    assert workspace.count_band(certificate.low, certificate.high).eligible == 0
    _, undo = switched_on.context.toast[-1]  # type: ignore[index]  # the toasts of the tests are a list
    undo()
    assert workspace.fingerprint() == before


def test_a_sample_with_errors_says_what_to_do_and_is_not_certified(switched_on: BandsPage) -> None:
    _decide(switched_on, _draw(switched_on), wrong=3)
    assert not switched_on.samples.button.isVisible()
    assert "3 of 59" in switched_on.samples.note.text()
    assert switched_on.context.workspace.certificates() == []


def test_half_decided_sample_goes_on_with_what_waits(switched_on: BandsPage) -> None:
    subset = _draw(switched_on)
    _decide(switched_on, Subset(subset.title, subset.ids[:9], subset.page_id))
    switched_on.samples.button.click()
    _, arguments = _last_visit(switched_on)
    assert set(arguments["subset"].ids) == set(subset.ids[9:])


def test_recommended_step_is_the_primary_button(switched_on: BandsPage) -> None:
    assert switched_on.band.draw_button.property("kind") == "primary"
    _draw(switched_on)
    assert switched_on.samples.button.property("kind") == "primary"
    assert switched_on.band.draw_button.property("kind") == "normal"


@pytest.mark.parametrize(
    ("share", "text"), [(0.05, "5 %"), (0.005, "0.5 %"), (0.0196, "1.96 %"), (0.2067, "20.67 %"), (0.999, "99.9 %")]
)
def test_shares_are_written_as_short_as_they_are_exact(language: Language, share: float, text: str) -> None:
    assert share_text(share, language) == text


def test_bands_are_worded_by_their_ends(language: Language) -> None:
    assert band_text(0.99, 2.0, language) == "99 % and up"
    assert band_text(0.9, 0.99, language) == "90–99 %"


def test_the_recommended_button_has_room_for_its_heavier_letters(switched_on: BandsPage, qtbot: QtBot) -> None:
    button = switched_on.band.draw_button
    for kind in ("normal", "primary"):
        button.set_kind(kind)
        qtbot.waitUntil(lambda: button.width() == button.sizeHint().width())


def test_empty_samples_say_what_to_do(switched_on: BandsPage) -> None:
    assert switched_on.samples.note.text() == "No sample was drawn yet: choose a band at the left and draw one."
