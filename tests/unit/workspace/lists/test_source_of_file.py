"""Of which source a file is a further delivery."""

from __future__ import annotations

import pytest

from steward.workspace.lists.source_of_file import known_source

NAMES = ("Sales", "Service", "Call centre", "Customers")


@pytest.mark.parametrize(
    ("stem", "source"),
    [
        ("sales_july", "Sales"),
        ("pelanggan_service_juni_2026", "Service"),
        ("CALL-CENTRE 2026-07 v2", "Call centre"),
        ("service_damaged", ""),
        ("sales service juli", ""),
        ("centre_july", ""),
        ("2026-07", ""),
    ],
)
def test_the_name_of_a_file_without_month_and_version_is_that_of_its_source(stem: str, source: str) -> None:
    assert known_source(stem, NAMES) == source


@pytest.mark.parametrize(
    ("stem", "source"),
    [("crm_juni", "Crm_mei"), ("crm", "Crm_mei"), ("customers_july", "Customers"), ("mei", ""), ("crm_bali", "")],
)
def test_a_source_that_is_called_as_its_first_file_is_recognized_without_its_month(stem: str, source: str) -> None:
    assert known_source(stem, ("Crm_mei", "Customers")) == source
