"""The reference lists under resources/reference, read once when first needed."""

from __future__ import annotations

from functools import cache

from steward import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a reference CSV by column name; lines that start with "#" are comments."""
    return tuple(resources.read_rows(f"reference/{name}.csv"))


@cache
def words(name: str) -> frozenset[str]:
    """The lines of a reference text file; lines that start with "#" are comments."""
    return frozenset(resources.read_lines(f"reference/{name}.txt"))
