"""The sample lists in resources/ are what their generator makes, and hold what they promise."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.samples import workbooks
from tests.samples.customers import Case
from tests.samples.make_samples import LISTS, TRUTH, make_samples
from tests.samples.population import old_spelling

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    make_samples(folder, folder / TRUTH.name)
    return folder


@pytest.fixture(scope="module")
def truth() -> list[dict[str, str]]:
    with TRUTH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_samples_folder_holds_the_six_lists_and_nothing_else() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {file_name for file_name, _, _ in LISTS.values()}


@pytest.mark.parametrize("file_name", [file_name for file_name, _, _ in LISTS.values()])
def test_generator_makes_the_committed_list_again(made: Path, file_name: str) -> None:
    if file_name.endswith(".xlsx"):
        assert workbooks.members(made / file_name) == workbooks.members(SAMPLES / file_name)
    else:
        assert (made / file_name).read_bytes() == (SAMPLES / file_name).read_bytes()


def test_generator_makes_the_committed_answers_again(made: Path) -> None:
    assert (made / TRUTH.name).read_bytes() == TRUTH.read_bytes()


def test_two_runs_write_the_same_workbook_bytes(made: Path, tmp_path: Path) -> None:
    make_samples(tmp_path, tmp_path / TRUTH.name)
    assert (tmp_path / "sales.xlsx").read_bytes() == (made / "sales.xlsx").read_bytes()


def test_lists_are_large_enough_to_show_the_tool_and_small_enough_to_try_it(truth: list[dict[str, str]]) -> None:
    assert 1400 <= len(truth) <= 1700
    assert 600 <= len({row["true_customer_id"] for row in truth}) <= 800


def test_no_row_key_stands_twice_in_a_list(truth: list[dict[str, str]]) -> None:
    keys = Counter((row["department"], row["row_key"]) for row in truth)
    assert max(keys.values()) == 1


def test_every_trap_has_customers_with_several_rows(truth: list[dict[str, str]]) -> None:
    rows_of: dict[str, Counter[str]] = defaultdict(Counter)
    for row in truth:
        rows_of[row["case"]][row["true_customer_id"]] += 1
    assert set(rows_of) == {case.value for case in Case}
    assert all(max(customers.values()) > 1 for customers in rows_of.values())


@pytest.mark.parametrize(
    ("name", "as_written_before"),
    [("Sucipto Wijaya", "Soetjipto Widjaja"), ("Yusuf", "Joesoef"), ("Suharto Cahyono", "Soeharto Tjahjono")],
)
def test_old_spelling_is_the_one_of_before_the_reforms(name: str, as_written_before: str) -> None:
    assert old_spelling(name) == as_written_before
