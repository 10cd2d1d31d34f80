"""Which columns of several tables are one: those of one header, and those that hold the same of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from steward.exchange.mapping import Mapping as ListMapping
    from steward.exchange.tables import RawTable


class UnitedColumn(NamedTuple):
    """One column of all tables; ``headers``: what it is called in those that have it, sorted."""

    headers: tuple[str, ...]

    @property
    def name(self) -> str:
        """All that it is called."""
        return " / ".join(self.headers)

    def header_in(self, table: RawTable) -> str | None:
        """What it is called in a table, None where the table doesn't have it."""
        return next((header for header in self.headers if header in table.headers), None)


def united_columns(
    tables: Sequence[RawTable], mappings: Sequence[ListMapping], apart: Collection[str]
) -> list[UnitedColumn]:
    """The columns in the order of the tables, or by header where tables differ: how files are named changes nothing.

    Columns of other headers are one where each table has at most one of them and is guessed to hold the same attribute
    in it; ``apart``: headers that are never joined with others.
    """
    together = _together(tables, mappings, apart)
    headers = list(dict.fromkeys(header for table in tables for header in table.headers))
    if any(list(table.headers) != headers for table in tables):
        headers.sort()
    return list(dict.fromkeys(together.get(header, UnitedColumn((header,))) for header in headers))


def _together(
    tables: Sequence[RawTable], mappings: Sequence[ListMapping], apart: Collection[str]
) -> Mapping[str, UnitedColumn]:
    """Header -> the column that it is part of, where columns may be joined."""
    targets: dict[str, set[str]] = {}
    for mapping in mappings:
        for header, target in mapping.columns:
            targets.setdefault(header, set()).add(target)
    holders: dict[str, list[str]] = {}
    for header, held in sorted(targets.items()):
        if len(held) == 1 and header not in apart:
            holders.setdefault(next(iter(held)), []).append(header)
    found: dict[str, UnitedColumn] = {}
    for target, headers in holders.items():
        if target and all(len(set(table.headers).intersection(headers)) <= 1 for table in tables):
            found |= dict.fromkeys(headers, UnitedColumn(tuple(headers)))
    return found
