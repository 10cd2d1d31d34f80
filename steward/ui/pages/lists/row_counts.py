"""Every row of a file accounted for, before and after a load, in one sentence that adds up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.domain.records import Delivery
    from steward.ui.language import Language
    from steward.workspace.lists.list_views import ImportReport, TablePreview

translate = QCoreApplication.translate

#: The first numbers are told even when they are nought.
_ALWAYS = 4


@dataclass(frozen=True, slots=True)
class RowCounts:
    """read = new + changed + unchanged + repeated + quarantined."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    quarantined: int = 0

    @classmethod
    def of_table(cls, table: TablePreview) -> RowCounts:
        """What a load of the table would do."""
        return cls(
            table.row_count,
            table.new_rows,
            table.changed_rows,
            table.unchanged_rows,
            table.repeated_rows,
            table.held_count,
        )

    @classmethod
    def of_load(cls, load: ImportReport | Delivery) -> RowCounts:
        """What a load did."""
        return cls(
            load.rows_read,
            load.rows_new,
            load.rows_changed,
            load.rows_unchanged,
            load.rows_repeated,
            load.rows_quarantined,
        )

    @classmethod
    def total(cls, parts: Iterable[RowCounts]) -> RowCounts:
        """All parts together."""
        return cls(*(sum(numbers) for numbers in zip(*(part.numbers for part in parts), strict=True)))

    @property
    def numbers(self) -> tuple[int, ...]:
        """In the order of the sentence."""
        return self.read, self.new, self.changed, self.unchanged, self.repeated, self.quarantined


def count_words() -> tuple[str, ...]:
    """The word for each number, in their order."""
    return (
        translate("RowCounts", "rows read"),
        translate("RowCounts", "new"),
        translate("RowCounts", "changed"),
        translate("RowCounts", "unchanged"),
        translate("RowCounts", "repeated"),
        translate("RowCounts", "held back"),
    )


def counts_sentence(counts: RowCounts, language: Language) -> str:
    """ "4,812 rows read = 96 new + 12 changed + 4,704 unchanged"; repeated and held back rows where there are."""
    parts = [
        f"{language.number(number)} {word}"
        for place, (number, word) in enumerate(zip(counts.numbers, count_words(), strict=True))
        if place and (number or place < _ALWAYS)
    ]
    read = translate("RowCounts", "1 row read") if counts.read == 1 else translate("RowCounts", "{count} rows read")
    return f"{read.format(count=language.number(counts.read))} = {' + '.join(parts)}"
