"""One shot, no store: the duplicates in any customer-like tables."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field, replace
from itertools import chain, repeat
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import Attribute, AttributeGroup, AttributeType, OwnKind, own_name
from steward.domain.errors import ExportError, MappingError
from steward.domain.source_keys import key_headers, key_text
from steward.exchange.columns.column_types import infer_types
from steward.exchange.mapping import Mapping as ListMapping
from steward.exchange.mapping import guess_mapping
from steward.exchange.raw_rows import CellColumn, blank_column, stacked
from steward.exchange.readers import read_tables
from steward.exchange.writers import ColumnKind, Sheet, SheetColumn, write_csv
from steward.matching.columns import SEPARATOR, Coded, Column
from steward.matching.runs.copies import match_each_once
from steward.standardize.categories import set_written_in_several_ways
from steward.standardize.day_counts import counted_from_1900
from steward.standardize.values import hints_of_distinct, values_in
from steward.workspace.lists.standardizers import standardizers
from steward.workspace.match_runs.united_columns import united_columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from steward.domain.progress import Progress
    from steward.exchange.tables import RawTable
    from steward.matching.runs.engine import Bits, MatchResult
    from steward.workspace.lists.standardizers import Standardizers
    from steward.workspace.match_runs.united_columns import UnitedColumn

#: Probabilities are written with four places.
_STEPS = 10_000
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
    _refuse_overwriting(request)
    tables = [table for path in request.files for table in read_tables(path, progress=progress)]
    _check_names(request, tables)
    mappings = _mappings(request, tables)
    keys = _key_columns(request, tables, mappings)
    read_at = time.perf_counter()
    progress.check()
    ids, places = _ids(tables, keys), _places(tables)
    progress.check()
    named = {*request.types, *request.ignore, *chain.from_iterable(keys)}
    united = united_columns(tables, mappings, named)
    columns = _columns(request, tables, united, set(chain.from_iterable(keys)), progress)
    # Matching needs the memory; the cells as delivered are not looked at again.
    del tables
    if not columns:
        raise MappingError(
            "No column of these files can be compared; name their types with --types.", code="nothing_to_compare"
        )
    progress.check()
    standardized_at = time.perf_counter()
    result = match_each_once(columns, progress=progress)
    matched_at = time.perf_counter()
    write_csv(request.out, _clusters_sheet(places, ids, result), is_for_programs=True, progress=progress)
    if request.pairs is not None:
        write_csv(request.pairs, _pairs_sheet(ids, result), is_for_programs=True, progress=progress)
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


def _refuse_overwriting(request: DedupeRequest) -> None:
    """What is read stays as it is, and neither result takes the other's place."""
    taken = {path.resolve() for path in request.files}
    for path in (request.out, request.pairs):
        if path is None:
            continue
        if path.resolve() in taken:
            raise ExportError(f"{path.name} is named twice; give the result a name of its own.", code="named_twice")
        taken.add(path.resolve())


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
    named = [*request.ignore, *request.types]
    if request.id_column and not any(key_headers(request.id_column, table.headers) for table in tables):
        named.append(request.id_column)
    missing = [name for name in named if name not in headers]
    if missing:
        raise MappingError(
            f'There is no column "{missing[0]}"; the columns are {", ".join(sorted(headers))}.', code="no_such_column"
        )


def _columns(
    request: DedupeRequest,
    tables: Sequence[RawTable],
    united: Sequence[UnitedColumn],
    keys: Collection[str],
    progress: Progress,
) -> list[Column]:
    """The columns of all files under one another; a file without a column has no values in it."""
    compared = []
    for column in united:
        if column.headers[0] in request.ignore or column.headers[0] in keys:
            continue
        compared.append((column, [(table, column.header_in(table)) for table in tables]))
    cells = [stacked([_cells_of(table, header) for table, header in held]) for _, held in compared]
    guessed = infer_types([(column.headers[0], own) for (column, _), own in zip(compared, cells, strict=True)])
    columns = []
    with standardizers(progress) as workers:
        for done, ((column, held), own, guess) in enumerate(zip(compared, cells, guessed, strict=True)):
            progress.report("standardize", done, len(compared))
            told = request.types.get(column.headers[0])
            kind = AttributeType(told) if told else guess
            if kind is AttributeType.DATE and any(table.counts_from_1904 for table in tables):
                own = stacked([_days_of(table, header) for table, header in held])
            if kind is not None:
                columns.append(Column(column.name, kind, _standard(column.name, kind, own, workers, progress)))
    return columns


def _cells_of(table: RawTable, header: str | None) -> CellColumn:
    return blank_column(len(table.rows)) if header is None else table.column(header)


def _days_of(table: RawTable, header: str | None) -> CellColumn:
    """The same as text, but numbers of days as they are counted in other files."""
    cells = _cells_of(table, header)
    if not table.counts_from_1904:
        return cells
    return CellColumn([counted_from_1900(cell) for cell in cells.distinct], cells.codes)


def _standard(header: str, kind: AttributeType, cells: CellColumn, workers: Standardizers, progress: Progress) -> Coded:
    """Standard values, worked out once for each distinct cell."""
    told = set_written_in_several_ways(cells.distinct) if kind is AttributeType.CATEGORY else ""
    # Answers are read by those of their column: beside "Y" a "T" is no.
    name = own_name(OwnKind.YES_NO, "answer") if told == OwnKind.YES_NO else told or header
    attribute = Attribute(name, kind, AttributeGroup.OTHER, is_multiple=kind in _SEVERAL)
    parts = values_in(attribute, cells.distinct)
    hints = hints_of_distinct(attribute, parts, "", cells.tally() if kind is AttributeType.DATE else {})
    # Nothing is stored: a year alone, which is no date to keep of a customer, is enough to compare by.
    hints = replace(hints, keeps_years=True)
    progress.check()
    return Coded.of(workers.standardize(attribute, hints, cells.distinct, SEPARATOR), cells.codes, progress)


def _key_columns(
    request: DedupeRequest, tables: Sequence[RawTable], mappings: Sequence[ListMapping]
) -> list[tuple[str, ...]]:
    """For each table the columns that recognize its rows, () when there are none."""
    names = [request.id_column or mapping.key_column for mapping in mappings]
    return [key_headers(name, table.headers) for name, table in zip(names, tables, strict=True)]


def _mappings(request: DedupeRequest, tables: Sequence[RawTable]) -> list[ListMapping]:
    """What each table is guessed to hold. Nothing has to be guessed where the key is named and all headers are one."""
    if request.id_column and len({tuple(table.headers) for table in tables}) == 1:
        return [ListMapping(request.id_column, ())] * len(tables)
    return [guess_mapping(table)[0] for table in tables]


def _ids(tables: Sequence[RawTable], keys: Sequence[tuple[str, ...]]) -> list[str]:
    """The key of every row as it is written, else the row's place."""
    several = len({table.file_name for table in tables}) > 1
    ids: list[str] = []
    for table, key in zip(tables, keys, strict=True):
        numbers = table.rows.numbers.tolist()
        if len(key) == 1:
            ids += table.column(key[0])
        elif key:
            ids += map(key_text, zip(*map(table.column, key), strict=True))
        else:
            ids += [f"{table.file_name}:{n}" if several else str(n) for n in numbers]
    return ids


def _places(tables: Sequence[RawTable]) -> list[tuple[str, list[int]]]:
    """The name of each file and the numbers of its rows."""
    return [(table.file_name, table.rows.numbers.tolist()) for table in tables]


def _clusters_sheet(places: Sequence[tuple[str, list[int]]], ids: Sequence[str], result: MatchResult) -> Sheet:
    names = [
        SheetColumn("file"),
        SheetColumn("row", ColumnKind.INTEGER),
        SheetColumn("id"),
        SheetColumn("cluster", ColumnKind.INTEGER),
        SheetColumn("confidence", ColumnKind.NUMBER),
    ]
    rows = zip(
        chain.from_iterable(repeat(file_name, len(numbers)) for file_name, numbers in places),
        map(str, chain.from_iterable(numbers for _, numbers in places)),
        ids,
        map(str, (result.clusters + 1).tolist()),
        _written(result.confidences),
        strict=True,
    )
    return Sheet("clusters", tuple(names), rows)


def _pairs_sheet(ids: Sequence[str], result: MatchResult) -> Sheet:
    names = (
        SheetColumn("id_a"),
        SheetColumn("id_b"),
        SheetColumn("weight", ColumnKind.NUMBER),
        SheetColumn("probability", ColumnKind.NUMBER),
    )
    rows = zip(
        map(ids.__getitem__, result.left.tolist()),
        map(ids.__getitem__, result.right.tolist()),
        map("{:.3f}".format, result.match_weights.tolist()),
        _written(result.match_probabilities),
        strict=True,
    )
    return Sheet("pairs", names, rows)


def _written(probabilities: Bits) -> Iterator[str]:
    """Probabilities as text: each that can be is made once, there are far more rows."""
    texts = [f"{step / _STEPS:.4f}" for step in range(_STEPS + 1)]
    return map(texts.__getitem__, np.rint(probabilities * _STEPS).astype(np.int32).tolist())
