"""Any sequence of deliveries, decisions and reversals keeps the promises of the store."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.properties.random_steward import RandomSteward

#: A long run plays many more: STEWARD_SEQUENCES=1000, or make soak.
_SEQUENCES = int(os.environ.get("STEWARD_SEQUENCES", "12"))
#: Hypothesis counts the loading of the first lists as a step.
_STEPS = 31
#: So many are played one after the other; several processes take a share each.
_SHARE = 50


@pytest.mark.parametrize("first", range(0, _SEQUENCES, _SHARE))
def test_the_store_says_what_the_simple_model_says_after_each_step(first: int) -> None:
    played = settings(
        max_examples=min(_SHARE, _SEQUENCES - first),
        stateful_step_count=_STEPS,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(RandomSteward, settings=played)
