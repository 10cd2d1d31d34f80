"""What a version keeps of a row, and the row as it was delivered, made from that.

A row says most things three times: in a cell, as a value of an attribute, and as the standard value of that. Kept are
all standard values, of the values those that are not their own standard values, and of the cells those that no value
is. Which value a cell mostly is stands with the headers of the row's table.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from steward.storage.lists.packed_values import escaped, pack_cells, pack_standard, pack_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from steward.domain.delivered_columns import DeliveredColumns, ValueColumn
    from steward.domain.records import DeliveredRow, Values
    from steward.storage.lists.list_headers import Columns

#: Texts that are read at a time.
_READ_TOGETHER = 100


def kept_row(row: DeliveredRow) -> tuple[str, str, str]:
    """The cells, values and standard values that are kept of a row, as JSON texts."""
    said = [_first(row.values.get(name, ())) for name in row.said_by]
    cells = {header: cell for (header, cell), first in zip(row.raw.items(), said, strict=True) if cell != first}
    values = {name: found for name, found in row.values.items() if found != row.standard[name]}
    return pack_cells(cells), pack_values(values), pack_values(row.standard)


def kept_rows(rows: DeliveredColumns) -> tuple[list[str], list[str], list[str]]:
    """The same for rows held by column."""
    blank = [""] * len(rows)
    said = [_firsts(rows.values[name]) if name in rows.values else blank for name in rows.said_by]
    cells = [_other_cells(*column) for column in zip(rows.headers, rows.cells, said, strict=True)]
    values = [_other_values(name, column, rows.standard[name]) for name, column in rows.values.items()]
    return _joined(cells, len(rows)), _joined(values, len(rows)), pack_standard(rows)


def unpack_row(columns: Columns, cells: str, values: str, standard: str) -> tuple[Mapping[str, str], Values, Values]:
    """The cells, values and standard values as delivered of a row of which these texts are kept."""
    usual = _unpack_values(standard)
    said = delivered_values(_unpack_values(values), usual)
    return delivered_cells(json.loads(cells), columns, said), said, usual


def unpack_each(texts: Sequence[str]) -> Iterator[Values]:
    """The values in each of many JSON texts."""
    return map(_values_of, loaded(texts))


def loaded(texts: Sequence[str]) -> Iterator[Any]:
    """What stands in each of many JSON texts; one by one they would take half as long again."""
    for start in range(0, len(texts), _READ_TOGETHER):
        yield from json.loads(f"[{','.join(texts[start : start + _READ_TOGETHER])}]")


def delivered_values(others: Values, standard: Values) -> Values:
    """The values as delivered of a row of which these others are kept beside the standard values."""
    return {**standard, **others} if others else standard


def delivered_cells(others: Mapping[str, str], columns: Columns, values: Values) -> Mapping[str, str]:
    """The cells as delivered, by header, of a row that has these values and of which these other cells are kept."""
    # Without columns it is a row of an earlier schema, of which every cell was kept.
    return {h: others[h] if h in others else _first(values.get(name, ())) for h, name in columns} or others


def _unpack_values(text: str) -> Values:
    return _values_of(json.loads(text))


def _values_of(found: Mapping[str, list[str]]) -> Values:
    return {name: tuple(texts) for name, texts in found.items()}


def _other_cells(header: str, cells: Sequence[str], said: Sequence[str]) -> list[str]:
    """Each cell after its header and a comma, "" where it is what is said anyway; nothing if all of them are."""
    if cells == said:
        return []
    opened = f',{encode_basestring(header)}:"'
    texts = zip(cells, said, escaped(cells), strict=True)
    return ["" if cell == first else f'{opened}{text}"' for cell, first, text in texts]


def _other_values(name: str, values: ValueColumn, standard: ValueColumn) -> list[str]:
    """The same for the values of one attribute and their standard values."""
    if values == standard:
        return []
    before, after = f",{encode_basestring(name)}:[", "]"
    texts = zip(values.single, standard.single, escaped(values.single), strict=True)
    others = ["" if value == usual else f'{before}"{text}"{after}' for value, usual, text in texts]
    for place, found in values.several.items():
        if found != standard.several[place]:
            others[place] = before + ",".join(map(encode_basestring, found)) + after
    return others


def _joined(columns: Sequence[list[str]], count: int) -> list[str]:
    """The JSON objects of so many rows from what there is to say in each column."""
    said = list(filter(None, columns))
    return ["{" + "".join(row)[1:] + "}" for row in zip(*said, strict=True)] if said else ["{}"] * count


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""


def _firsts(column: ValueColumn) -> Sequence[str]:
    """The first value of each row, "" where it has none."""
    if not column.several:
        return column.single
    firsts = list(column.single)
    for place, values in column.several.items():
        firsts[place] = _first(values)
    return firsts
