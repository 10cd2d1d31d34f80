"""The registry of actions: declared once, bound where they work, remapped by settings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from steward.resources import resource_path
from steward.ui.action_specs import ACTIONS
from steward.ui.actions import ActionRegistry

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.settings import Settings


@pytest.fixture
def registry(settings: Settings) -> ActionRegistry:
    return ActionRegistry(settings)


def test_every_id_is_declared_once() -> None:
    assert [name for name, count in Counter(spec.id for spec in ACTIONS).items() if count > 1] == []


@pytest.mark.parametrize("page", sorted({spec.page for spec in ACTIONS}))
def test_no_key_does_two_things_on_a_page(page: str) -> None:
    keys = Counter(key for spec in ACTIONS if spec.page in {page, ""} for key in spec.shortcuts)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("spec", [spec for spec in ACTIONS if spec.icon], ids=lambda spec: spec.id)
def test_icon_of_the_action_exists(spec: object) -> None:
    assert resource_path(f"icons/{spec.icon}.svg").is_file()


def test_only_bound_actions_are_listed(qtbot: QtBot, registry: ActionRegistry) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert registry.working("review") == []
    registry.bind(widget, "review.approve", lambda: None)
    assert [spec.id for spec in registry.working("review")] == ["review.approve"]


def test_actions_of_a_deleted_widget_are_no_longer_listed(qtbot: QtBot, registry: ActionRegistry) -> None:
    widget = QWidget()
    registry.bind(widget, "review.approve", lambda: None)
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    assert registry.working("review") == []


def test_row_of_keys_hands_over_its_number(qtbot: QtBot, registry: ActionRegistry) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    taken: list[int] = []
    actions = registry.bind_numbers(widget, "review.take_value", taken.append)
    actions[2].trigger()
    assert taken == [3]
    assert actions[2].shortcut().toString() == "3"
    assert registry.keys_text("review.take_value") == "1 … 9"


def test_own_keys_replace_the_built_in_ones_at_once(qtbot: QtBot, registry: ActionRegistry, settings: Settings) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    action = registry.bind(widget, "review.approve", lambda: None)
    settings.set_shortcut("review.approve", "Ctrl+G; M")
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+G", "M"]
    assert registry.key_text("review.approve") == "Ctrl+G"
    settings.set_shortcut("review.approve", None)
    assert [key.toString() for key in action.shortcuts()] == ["A"]


def test_single_keys_can_be_switched_off(qtbot: QtBot, registry: ActionRegistry, settings: Settings) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    action = registry.bind(widget, "review.undo", lambda: None)
    settings.single_keys = False
    assert [key.toString() for key in action.shortcuts()] == []
    assert registry.keys("review.type_value") == ("F2",)
