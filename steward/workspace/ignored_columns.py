"""Changes that a source was told to ignore: a row that says nothing else anew is an unchanged one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from steward.domain.records import DeliveredRow
    from steward.storage.record_versions import Content


@dataclass(frozen=True, slots=True)
class IgnoredColumns:
    """Headers that say nothing of a change, and the attributes that no other column fills."""

    headers: frozenset[str]
    attributes: frozenset[str]

    @classmethod
    def of(cls, headers: Collection[str], targets: Mapping[str, str]) -> IgnoredColumns | None:
        """These headers of a list with these targets; None when there are none."""
        if not headers:
            return None
        ignored = frozenset(headers)
        filled = {target for header, target in targets.items() if header not in ignored}
        only = {target for header, target in targets.items() if header in ignored} - filled
        return cls(ignored, frozenset(only - {ColumnRule.UNMAPPED}))

    def is_same(self, before: Content, row: DeliveredRow) -> bool:
        """Whether a row says nothing new but in ignored columns."""
        return self._telling(before.raw, self.headers) == self._telling(row.raw, self.headers) and self._telling(
            before.values, self.attributes
        ) == self._telling(row.values, self.attributes)

    def _telling(self, cells: Mapping[str, object], ignored: frozenset[str]) -> dict[str, object]:
        return {name: cell for name, cell in cells.items() if name not in ignored}
