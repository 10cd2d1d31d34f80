"""What a spreadsheet shows for a cell."""

from __future__ import annotations

import pytest

from steward.exchange.readers.shown_text import shown_text


@pytest.mark.parametrize(
    ("text", "number_format", "shown"),
    [
        ("0.25", "0%", "25%"),
        ("2026-04-17", "dd/mm/yyyy", "17/04/2026"),
        ("2026-04-17 13:05:09", "d mmm yyyy h:mm AM/PM", "17 Apr 2026 1:05 PM"),
        ("2026-04-17", "dddd, d mmmm yyyy", "Friday, 17 April 2026"),
        ("3173010203040500", "General", "3.17301E+15"),
        ("3173010203040500", "0", "3173010203040500"),
        ("1500000", '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "Rp1,500,000"),
        ("0", '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "Rp-"),
        ("1500000.5", "[$Rp-421]#,##0.00", "Rp1,500,000.50"),
        ("-5", "#,##0;[Red](#,##0)", "(5)"),
        ("8123456", "0000-0000", "0812-3456"),
        ("1234567", "#,##0,", "1,235"),
        ("5", '"A"000', "A005"),
        ("Budi", "dd/mm/yyyy", "Budi"),
        ("0812", "@", "0812"),
        ("", "0%", ""),
    ],
)
def test_a_cell_is_shown_as_its_format_says(text: str, number_format: str, shown: str) -> None:
    assert shown_text(text, number_format) == shown
