"""What is done with the rows of a delivery in processes of their own, while this one stores those before.

None of it needs the store. Nothing here may import what does: each process would load the database for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.storage.lists.fresh_portions import pack_fresh

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.records import DeliveredRow, ImportIssue
    from steward.storage.lists.fresh_portions import FreshPortion, Numbers
    from steward.workspace.customers.fresh_customers import FreshCustomers
    from steward.workspace.lists.keyed_rows import KeyedRows
    from steward.workspace.lists.row_maker import RowMaker


@dataclass(frozen=True, slots=True)
class Before:
    """What the store has under the keys of a portion: fingerprints, and what was doubtful about the values."""

    hashes: list[str]
    issues: Mapping[int, Sequence[ImportIssue]]


@dataclass(frozen=True, slots=True)
class Compared:
    """A portion of rows that the store knows. ``differing``: by their places those that say something new."""

    keys: list[str]
    numbers: list[int]
    repeated: frozenset[int]
    differing: dict[int, DeliveredRow]
    issues: list[ImportIssue]


@dataclass(frozen=True, slots=True)
class Comparing:
    """Finds out which rows say something new, and makes only those: what is done in processes of their own."""

    makers: Sequence[RowMaker]

    def __call__(self, task: tuple[int, KeyedRows, Before]) -> Compared:
        part, keyed, before = task
        maker = self.makers[part]
        rows = maker.fingerprinted(keyed)
        places = [place for place, found in enumerate(rows.hashes) if found != before.hashes[place]]
        changed = rows.chosen(places)
        maker.finish(changed)
        differing = dict(zip(places, changed.rows(), strict=True))
        issues = {place: list(found) for place, found in rows.issues.items()}
        issues |= {place: list(row.issues) for place, row in differing.items()}
        for place, found in before.issues.items():
            if place not in differing:
                issues[place] = [*issues.get(place, ()), *maker.recalled(rows, place, found)]
        told = [issue for _, found in sorted(issues.items()) for issue in found]
        return Compared(rows.keys, rows.numbers, rows.repeated, differing, told)


@dataclass(frozen=True, slots=True)
class Packed:
    """One portion of them, ready to be stored."""

    portion: FreshPortion
    count: int
    repeated: int
    issues: list[ImportIssue]


@dataclass(frozen=True, slots=True)
class Packing:
    """Makes portions of new records: what is done in processes of their own while portions before are stored."""

    makers: Sequence[RowMaker]
    customers: FreshCustomers

    def __call__(self, task: tuple[int, KeyedRows, Numbers]) -> Packed:
        part, keyed, first = task
        rows = self.makers[part].made(keyed)
        issues = [issue for _, found in sorted(rows.issues.items()) for issue in found]
        packed = pack_fresh(rows, first, self.customers.goldens_of(rows))
        return Packed(packed, len(rows), len(rows.repeated), issues)
