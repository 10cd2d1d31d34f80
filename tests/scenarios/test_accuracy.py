"""The promise of matching without set-up, on seven department lists with their truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.quality import Quality, measure_departments


@pytest.fixture(scope="module")
def quality() -> Quality:
    return measure_departments(Path(__file__).parents[1] / "data" / "departments")


def test_the_proposed_clusters_are_good_without_any_setting(quality: Quality) -> None:
    assert quality.f1 >= 0.93
    assert quality.precision >= 0.95


def test_what_is_called_almost_certain_is(quality: Quality) -> None:
    assert quality.sure_precision >= 0.994


def test_most_of_what_is_one_customer_is_almost_certain(quality: Quality) -> None:
    assert quality.sure_recall >= 0.58
