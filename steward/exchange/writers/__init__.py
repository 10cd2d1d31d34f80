"""Writing exports: one module per format, all from the same sheets of text."""

from __future__ import annotations

from steward.exchange.writers.delimited import write_csv
from steward.exchange.writers.parquet import write_parquet
from steward.exchange.writers.sheets import ColumnKind, Sheet, SheetColumn
from steward.exchange.writers.workbook import write_workbook

__all__ = ["ColumnKind", "Sheet", "SheetColumn", "write_csv", "write_parquet", "write_workbook"]
