"""Whatever stewards and departments do, the store says what the simple model says."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.properties.random_steward import RandomSteward

if TYPE_CHECKING:
    from pathlib import Path

#: A long run plays many more: STEWARD_SEQUENCES=1000, or make soak.
_PLAYS = int(os.environ.get("STEWARD_SEQUENCES", "3"))
_STEPS = 40


@pytest.mark.parametrize("seed", range(_PLAYS))
def test_the_store_says_what_the_simple_model_says(seed: int, tmp_path: Path) -> None:
    RandomSteward(tmp_path, seed).play(_STEPS)
