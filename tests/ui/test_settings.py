"""Settings take effect at once and are there again the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.ui.pages.settings.page import SettingsPage
from steward.ui.settings import Settings
from steward.ui.theme import Density, ThemeChoice

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext


@pytest.fixture
def page(qtbot: QtBot, context: PageContext) -> SettingsPage:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.retranslate()
    page.show()
    return page


def test_defaults_hold_for_a_new_file(settings: Settings) -> None:
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.density is Density.NORMAL
    assert settings.scale == 100
    assert settings.language == ""
    assert settings.single_keys
    assert not settings.masks_ids


def test_values_survive_a_restart(tmp_path: Path) -> None:
    first = Settings(tmp_path / "settings.ini")
    first.theme, first.scale, first.language, first.steward = ThemeChoice.DARK, 125, "id", " Ratna "
    first.sync()
    second = Settings(tmp_path / "settings.ini")
    assert (second.theme, second.scale, second.language, second.steward) == (ThemeChoice.DARK, 125, "id", "Ratna")


def test_damaged_values_fall_back_to_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\ntheme=pink\nscale=huge\nlanguage=xx\ndensity=\n", encoding="utf-8")
    settings = Settings(path)
    assert (settings.theme, settings.scale, settings.language) == (ThemeChoice.SYSTEM, 100, "")


def test_recent_stores_are_remembered_the_last_one_first(settings: Settings, tmp_path: Path) -> None:
    first, second = tmp_path / "first.steward", tmp_path / "second.steward"
    for path in (first, second, first):
        settings.remember_store(path)
    assert settings.recent_stores == (first, second)


def test_masking_is_switched_on_and_its_key_is_named(page: SettingsPage, context: PageContext) -> None:
    page.masks_ids.click()
    assert context.settings.masks_ids
    assert "V shows" in page._masks_hint.text()


def test_theme_buttons_switch_live(page: SettingsPage, context: PageContext) -> None:
    page.theme.buttons[2].click()
    assert context.look.is_dark
    assert context.settings.theme is ThemeChoice.DARK


def test_density_buttons_change_row_heights(page: SettingsPage, context: PageContext) -> None:
    page.density.buttons[0].click()
    assert context.look.row_height("table") == 26


def test_text_size_moves_in_steps(page: SettingsPage, context: PageContext) -> None:
    page.scale.setValue(123)
    assert context.look.scale == 125
    assert context.settings.scale == 125


def test_language_is_switched_and_kept(page: SettingsPage, context: PageContext) -> None:
    page.language.setCurrentIndex(page.language.findData("id"))
    page.language.activated.emit(page.language.currentIndex())
    assert context.language.code == "id"
    assert context.settings.language == "id"
    assert page.title() == "Pengaturan"


def test_name_is_kept_when_the_field_is_left(qtbot: QtBot, page: SettingsPage, context: PageContext) -> None:
    page.steward.setText("Ratna Dewi")
    page.steward.editingFinished.emit()
    assert context.settings.steward == "Ratna Dewi"


def test_cards_stand_side_by_side_in_a_wide_window_and_one_below_the_other_in_a_narrow_one(
    page: SettingsPage, qtbot: QtBot
) -> None:
    page.resize(1840, 900)
    qtbot.waitUntil(lambda: page._work_card.x() > page._look_card.geometry().right())
    assert page._work_card.y() == page._look_card.y()
    page.resize(1280, 700)
    qtbot.waitUntil(lambda: page._work_card.y() > page._look_card.geometry().bottom())
    assert page._work_card.x() == page._look_card.x()
