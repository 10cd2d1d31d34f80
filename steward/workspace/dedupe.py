"""One shot, no store: the duplicates in any customer-like tables."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steward.domain.attributes import Attribute, AttributeGroup, AttributeType
from steward.domain.errors import MappingError
from steward.exchange.mapping import guess_mapping
from steward.exchange.readers import read_tables
from steward.exchange.writers import ColumnKind, Sheet, SheetColumn, write_csv
from steward.matching.columns import SEPARATOR, Column, infer_types
from steward.matching.engine import MatchResult, match
from steward.standardize.values import split_values, standardize_column

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from steward.domain.progress import Progress
    from steward.exchange.tables import RawTable

_SEVERAL = frozenset({AttributeType.PHONE, AttributeType.EMAIL})


@dataclass(frozen=True, slots=True)
class DedupeRequest:
    """Which files to compare. ``types``: header -> attribute type; ``ignore``: headers left out."""

    files: tuple[Path, ...]
    out: Path
    pairs: Path | None = None
    id_column: str | None = None
    ignore: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DedupeReport:
    """What was found. ``types``: the type of every compared column."""

    rows: int
    clusters: int
    duplicates: int
    pairs: int
    types: Mapping[str, str]
    passes: tuple[tuple[str, int, int], ...]
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]


def dedupe(request: DedupeRequest, progress: Progress) -> DedupeReport:
    """Find the rows that are the same customer and write CLUSTERS.csv (and PAIRS.csv). Raises StewardError."""
    started = time.perf_counter()
    tables = [table for path in request.files for table in read_tables(path, progress=progress)]
    _check_names(request, tables)
    keys = _key_columns(request, tables)
    read_at = time.perf_counter()
    columns = _columns(request, tables, set(keys))
    if not columns:
        raise MappingError(
            "No column of these files can be compared; name their types with --types.", code="nothing_to_compare"
        )
    progress.check()
    standardized_at = time.perf_counter()
    result = match(columns, progress=progress)
    matched_at = time.perf_counter()
    ids = _ids(tables, keys)
    write_csv(request.out, _clusters_sheet(tables, ids, result), progress=progress)
    if request.pairs is not None:
        write_csv(request.pairs, _pairs_sheet(ids, result), progress=progress)
    done = time.perf_counter()
    return DedupeReport(
        rows=len(ids),
        clusters=len(set(result.clusters.tolist())),
        duplicates=len(ids) - len(set(result.clusters.tolist())),
        pairs=len(result.left),
        types={column.name: column.type.value for column in columns},
        passes=tuple((p.name, p.pairs, p.largest_block) for p in result.passes),
        warnings=result.warnings,
        seconds={
            "read": read_at - started,
            "standardize": standardized_at - read_at,
            "match": matched_at - standardized_at,
            "write": done - matched_at,
        },
    )


def read_types(text: str) -> dict[str, str]:
    """The types in a JSON object ``{"column": "type"}``; raises MappingError."""
    names = ", ".join(kind.value for kind in AttributeType)
    try:
        content = json.loads(text)
    except ValueError as err:
        raise MappingError(f"The types file is not valid JSON ({err}); correct it.", code="not_json") from err
    if not isinstance(content, dict):
        raise MappingError('The types file must be an object such as {"Nama": "name"}; correct it.', code="not_types")
    for header, kind in content.items():
        if kind not in set(AttributeType):
            raise MappingError(f'"{kind}" of column "{header}" is no type; use one of {names}.', code="no_such_type")
    return content


def _check_names(request: DedupeRequest, tables: Sequence[RawTable]) -> None:
    headers = {header for table in tables for header in table.headers}
    named = [*request.ignore, *request.types, *([request.id_column] if request.id_column else [])]
    missing = [name for name in named if name not in headers]
    if missing:
        raise MappingError(
            f'There is no column "{missing[0]}"; the columns are {", ".join(sorted(headers))}.', code="no_such_column"
        )


def _columns(request: DedupeRequest, tables: Sequence[RawTable], keys: Collection[str]) -> list[Column]:
    """The columns of all files under one another; a file without a column has no values in it."""
    headers = list(dict.fromkeys(header for table in tables for header in table.headers))
    cells = {header: _cells(header, tables) for header in headers}
    rows = list(zip(*cells.values(), strict=True))
    inferred = dict(zip(headers, infer_types(headers, rows), strict=True))
    columns = []
    for header in headers:
        kind = AttributeType(request.types[header]) if header in request.types else inferred[header]
        if kind is not None and header not in request.ignore and header not in keys:
            columns.append(Column(header, kind, _standard(header, kind, cells[header])))
    return columns


def _cells(header: str, tables: Sequence[RawTable]) -> list[str]:
    return [
        cell
        for table in tables
        for cell in (table.column(header) if header in table.headers else [""] * len(table.rows))
    ]


def _standard(header: str, kind: AttributeType, cells: list[str]) -> list[str]:
    attribute = Attribute(header, kind, AttributeGroup.OTHER, is_multiple=kind in _SEVERAL)
    parts = [split_values(attribute, cell) for cell in cells]
    flat = [value for found in parts for value in found]
    standard = iter(standardize_column(attribute, flat))
    return [SEPARATOR.join(v for v in (next(standard).value for _ in found) if v) for found in parts]


def _key_columns(request: DedupeRequest, tables: Sequence[RawTable]) -> list[str]:
    """For each table the column that recognizes its rows, "" when there is none."""
    if request.id_column:
        return [request.id_column if request.id_column in table.headers else "" for table in tables]
    return [guess_mapping(table)[0].key_column for table in tables]


def _ids(tables: Sequence[RawTable], keys: Sequence[str]) -> list[str]:
    """The key of every row, else the row's place."""
    several = len({table.file_name for table in tables}) > 1
    ids: list[str] = []
    for table, key in zip(tables, keys, strict=True):
        if key:
            ids += table.column(key)
        else:
            ids += [f"{table.file_name}:{row.number}" if several else str(row.number) for row in table.rows]
    return ids


def _clusters_sheet(tables: Sequence[RawTable], ids: Sequence[str], result: MatchResult) -> Sheet:
    places = [(table.file_name, row.number) for table in tables for row in table.rows]
    names = [
        SheetColumn("file"),
        SheetColumn("row", ColumnKind.INTEGER),
        SheetColumn("id"),
        SheetColumn("cluster", ColumnKind.INTEGER),
        SheetColumn("confidence", ColumnKind.NUMBER),
    ]
    rows = (
        [file_name, str(number), key, str(cluster + 1), f"{confidence:.4f}"]
        for (file_name, number), key, cluster, confidence in zip(
            places, ids, result.clusters.tolist(), result.confidences.tolist(), strict=True
        )
    )
    return Sheet("clusters", tuple(names), rows)


def _pairs_sheet(ids: Sequence[str], result: MatchResult) -> Sheet:
    names = (
        SheetColumn("id_a"),
        SheetColumn("id_b"),
        SheetColumn("weight", ColumnKind.NUMBER),
        SheetColumn("probability", ColumnKind.NUMBER),
    )
    rows = (
        [ids[a], ids[b], f"{weight:.3f}", f"{probability:.4f}"]
        for a, b, weight, probability in zip(
            result.left.tolist(),
            result.right.tolist(),
            result.match_weights.tolist(),
            result.match_probabilities.tolist(),
            strict=True,
        )
    )
    return Sheet("pairs", names, rows)
