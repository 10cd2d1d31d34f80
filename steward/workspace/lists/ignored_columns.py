"""Changes that say nothing: of ignored columns, of numbers that only count the rows, and of the order of columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.source_keys import key_headers
from steward.exchange.headers.keys import is_running_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from steward.domain.records import DeliveredRow
    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.storage.lists.record_versions import Content


@dataclass(frozen=True, slots=True)
class IgnoredColumns:
    """Headers that say nothing of a change, and the attributes that no other column fills.

    Without any, only the order of the columns says nothing.
    """

    headers: frozenset[str]
    attributes: frozenset[str]

    @classmethod
    def of(cls, headers: Collection[str], mapping: ColumnMapping, *, is_in_other_order: bool) -> IgnoredColumns | None:
        """These headers of a list and the running numbers in its key; None when every difference is a change."""
        targets = dict(mapping.columns)
        # A row that moved is numbered anew, and is known again by the rest of it.
        running = filter(is_running_header, key_headers(mapping.key_column, tuple(targets)))
        ignored = frozenset((*headers, *running))
        if not ignored and not is_in_other_order:
            return None
        filled = {target for header, target in targets.items() if header not in ignored}
        only = {target for header, target in targets.items() if header in ignored} - filled
        return cls(ignored, frozenset(only - {ColumnRule.UNMAPPED}))

    def is_same(self, before: Content, row: DeliveredRow) -> bool:
        """Whether a row says nothing new but in ignored columns, wherever its columns stand."""
        return self._cells(before.raw) == self._cells(row.raw) and self._values(before) == self._values(row)

    def _cells(self, raw: Mapping[str, str]) -> dict[str, str]:
        return {header: cell for header, cell in raw.items() if header not in self.headers}

    def _values(self, of: Content | DeliveredRow) -> dict[str, list[str]]:
        # Two columns of phones that change places say the same.
        return {name: sorted(values) for name, values in of.values.items() if name not in self.attributes}
