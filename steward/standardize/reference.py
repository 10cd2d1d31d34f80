"""The reference lists under resources/reference, read once when first needed."""

from __future__ import annotations

import csv
from functools import cache

from steward import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a reference CSV by column name; lines that start with "#" are comments."""
    return tuple(csv.DictReader(_lines(f"{name}.csv")))


@cache
def words(name: str) -> frozenset[str]:
    """The lines of a reference text file; lines that start with "#" are comments."""
    return frozenset(_lines(f"{name}.txt"))


def _lines(file_name: str) -> list[str]:
    text = resources.read_text(f"reference/{file_name}")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
