"""Which keys an action may be given: none that moves the focus, none that is taken where the action works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.ui.action_specs import ACTIONS, EVERYWHERE

if TYPE_CHECKING:
    from steward.ui.action_specs import ActionSpec
    from steward.ui.actions import ActionRegistry

#: They move the focus, press what has it or leave; an action on one of them would take that away.
KEPT_FREE = frozenset(
    {"Up", "Down", "Left", "Right", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Return", "Enter", "Esc"}
)


def holder_of(actions: ActionRegistry, action_id: str, key: str) -> ActionSpec | None:
    """The other action that has this key where ``action_id`` works, None when it is free."""
    page = actions.spec(action_id).page
    for spec in ACTIONS:
        meet = EVERYWHERE in (page, spec.page) or spec.page == page
        if spec.id != action_id and meet and key in actions.chosen_keys(spec.id):
            return spec
    return None
