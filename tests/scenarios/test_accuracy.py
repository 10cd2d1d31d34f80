"""The promise of matching without set-up, on seven department lists and a public table with their truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.quality import Quality, judge_departments, measure_departments, measure_reach, measure_table
from tests.benchmarks.reliability import bins_of

_DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def quality() -> Quality:
    return measure_departments(_DATA / "departments")


def test_the_proposed_clusters_are_good_without_any_setting(quality: Quality) -> None:
    assert quality.f1 >= 0.93
    assert quality.precision >= 0.96


def test_what_is_called_almost_certain_is(quality: Quality) -> None:
    assert quality.sure_precision >= 0.995


def test_a_whole_cluster_that_is_called_almost_certain_is(quality: Quality) -> None:
    assert quality.certain_precision >= 0.995
    assert quality.certain_recall >= 0.5


def test_most_of_what_is_one_customer_is_almost_certain(quality: Quality) -> None:
    assert quality.sure_recall >= 0.6


def test_blocking_reaches_the_true_pairs_with_few_comparisons() -> None:
    reach = measure_reach(_DATA / "departments")
    assert reach.share >= 0.95
    assert reach.compared_per_row <= 15


def test_a_match_probability_means_what_it_says() -> None:
    """As far as the pairs of a bin can tell, the share that is true lies within five points of what was said."""
    bins = bins_of("departments", judge_departments(_DATA / "departments"))
    assert len(bins) == 7
    assert [found for found in bins if found.is_off] == []


def test_people_of_another_language_are_found_as_well() -> None:
    assert measure_table(_DATA / "tables" / "fake_1000.csv").f1 >= 0.947
