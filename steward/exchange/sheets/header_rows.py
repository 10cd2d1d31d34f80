"""Which rows of a sheet are the header of its table, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from statistics import median
from typing import TYPE_CHECKING

from steward.exchange.headers.abroad import languages_of
from steward.exchange.headers.keys import is_generic_header, is_known_header
from steward.exchange.headers.words import read_header
from steward.exchange.sheets.page_marks import is_page_mark
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.raw_rows import RawRow, RawRows

#: A header is looked for among this many rows from the top.
_HEADER_SEARCH_ROWS = 60
_WIDTH_ROWS = 400
#: "Kolom1 Kolom2 Kolom3" is a header that a program made; real words elsewhere would say more.
_NUMBERED_SCORE = 1.5
_VALUE_LIKE = re.compile(
    r"@\w+\.|^[^A-Za-z]*\d[^A-Za-z]*$|^\+?\d{5,}|^\d+(\.\d+)?E\+\d+$|^\d{1,4}[-/ ]\w{1,9}[-/ ]\d{2,4}"
)
#: A title such as "printed on 30-06-2026"; names of column groups carry no dates.
_DATED = re.compile(r"\d{4}|\d[-/.]\d")
_NUMBERED_NAME = re.compile(r"(kolom|column|col|field|unnamed|var|data|header|f|c)[\W_]*\d{1,3}", re.IGNORECASE)
#: So often a value stands in the first rows of its column.
_AGAIN = 2
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Header:
    """Which rows (by index) make the header, and the name of each column; no rows when there is none."""

    rows: tuple[int, ...]
    names: tuple[str, ...]
    notes: tuple[TableNote, ...] = ()

    @property
    def body_start(self) -> int:
        """Index of the first row below the header."""
        return self.rows[-1] + 1 if self.rows else 0


def find_header(rows: RawRows) -> Header:
    """The header of the table in these rows; made-up names when no row looks like one."""
    head = list(rows[:_HEADER_SEARCH_ROWS])
    width = max(1.0, median(filled_cells(row) for row in rows[:_WIDTH_ROWS]))
    values = _values_of(head)
    scores = [_header_score(row, width, values) for row in head]
    best = max(range(len(head)), key=lambda index: (scores[index], -index))
    if scores[best] <= 0:
        best = _unknown_words_header(head, width)
    if best < 0:
        names = ("",) * max(len(row.cells) for row in head)
        return Header((), names, (TableNote(NoteKind.NO_HEADER),))
    indexes = _with_second_row(head, best)
    names = tuple(squeezed(cell) for cell in head[best].cells)
    notes = []
    if indexes[0] > 0:
        skipped = tuple(str(row.number) for row in head[: indexes[0]])
        notes.append(TableNote(NoteKind.TITLE_ROWS_SKIPPED, skipped))
    if len(indexes) == 2:
        names = _joined_names(head[indexes[0]], head[indexes[1]])
        notes.append(TableNote(NoteKind.TWO_ROW_HEADER, tuple(str(head[index].number) for index in indexes)))
    return Header(indexes, names, tuple(notes))


def _header_score(row: RawRow, width: float, values_of: Sequence[set[str]]) -> float:
    """How much a row looks like a header: known words, a full row, and no values."""
    texts = list(map(squeezed, row.cells))
    cells = [text for text in texts if text]
    again = {text for text, values in zip(texts, values_of, strict=False) if text in values}
    values = sum(1 for cell in cells if _VALUE_LIKE.search(cell) or len(cell) > 80 or cell in again)
    # "pcs" under each of several months is one unit and no seven headers.
    known = len({cell.casefold() for cell in cells if cell not in again and is_known_header(cell)})
    if len(cells) > 1 and all(_NUMBERED_NAME.fullmatch(cell) for cell in cells):
        return _NUMBERED_SCORE
    if known == 0 or values > known:
        return 0.0
    return 3 * known / max(width, len(cells)) + min(1.0, len(cells) / width) - 3 * values / len(cells)


def _values_of(head: Sequence[RawRow]) -> list[set[str]]:
    """By column what comes again and again in it; a header that is printed on every page counts once."""
    rows = [list(map(squeezed, cells)) for cells in dict.fromkeys(row.cells for row in head)]
    columns = (Counter(cell for cell in column if cell) for column in zip_longest(*rows))
    return [{cell for cell, count in column.items() if count > _AGAIN} for column in columns]


def _unknown_words_header(head: Sequence[RawRow], width: float) -> int:
    """Index of a header whose words nobody knows: the first full row, unless it looks like those below; else -1."""
    first = next((index for index, row in enumerate(head) if filled_cells(row) >= 0.6 * width), -1)
    if first < 0 or _has_values(head[first]):
        return -1
    cells = [squeezed(cell) for cell in head[first].cells]
    if len({cell for cell in cells if cell}) < filled_cells(head[first]):
        return -1
    below = [{_pattern(_cell(row, index)) for row in head[first + 1 :]} for index in range(len(cells))]
    is_alike = all(_pattern(cell) in patterns for cell, patterns in zip(cells, below, strict=True) if cell)
    return -1 if is_alike else first


def _pattern(text: str) -> str:
    """The kinds of characters in a text, runs made one: "Budi S 12" is "Aa A 9"."""
    kinds = ["9" if c.isdigit() else "A" if c.isupper() else "a" if c.isalpha() else c for c in text]
    return "".join(kind for index, kind in enumerate(kinds) if index == 0 or kinds[index - 1] != kind)


def _with_second_row(head: Sequence[RawRow], best: int) -> tuple[int, ...]:
    if best > 0 and _is_group_row(head[best - 1], head[best]):
        return (best - 1, best)
    if best + 1 < len(head) and _is_sub_header(head[best], head[best + 1]):
        return (best, best + 1)
    return (best,)


def _is_group_row(above: RawRow, header: RawRow) -> bool:
    """Titles of groups of columns, as in "Identity | Contact" over the real headers."""
    if above.number != header.number - 1 or _has_values(above) or any(_DATED.search(cell) for cell in above.cells):
        return False
    # "Desa/Kec:" is answered beside it.
    if any(map(is_page_mark, above.cells)) or any(cell.rstrip().endswith(":") for cell in above.cells):
        return False
    filled = _positions(above)
    fills_gap = any(not _cell(header, index) for index in filled)
    return fills_gap or len({_cell(above, index) for index in filled}) >= 2


def _is_sub_header(header: RawRow, below: RawRow) -> bool:
    """Names under a group title: "Address" over "Street | City | Postcode"."""
    if below.number != header.number + 1 or _has_values(below):
        return False
    last = max(_positions(header)[-1], _positions(below)[-1])
    gaps = {index for index in range(last + 1) if not _cell(header, index)}
    group_starts = {index for index in range(last) if index not in gaps and index + 1 in gaps}
    filled = set(_positions(below))
    return bool(filled & gaps) and filled <= gaps | group_starts


def _joined_names(top: RawRow, bottom: RawRow) -> tuple[str, ...]:
    width = max(len(top.cells), len(bottom.cells))
    groups: list[str] = []
    for index in range(width):
        groups.append(_cell(top, index) or (groups[-1] if groups else ""))
    lower = [_cell(bottom, index) for index in range(width)]
    languages = languages_of(tuple(filter(None, lower)))
    names = []
    for index, name in enumerate(lower):
        if not name:
            names.append(_cell(top, index))
        elif (
            (is_known_header(name) or _is_known_abroad(name, languages))
            and lower.count(name) == 1
            and not _says_more(groups[index], name)
        ):
            names.append(name)
        else:
            names.append(f"{groups[index]} {name}".strip())
    return tuple(names)


def _is_known_abroad(name: str, languages: tuple[str, ...]) -> bool:
    """Whether a name says something by itself in a language of the header."""
    meaning = read_header(name, languages) if languages else None
    return meaning is not None and meaning.confidence >= _SURE


def _says_more(group: str, name: str) -> bool:
    """Whether a name that says little becomes an attribute under its group: "Birth" over "Date"."""
    if not (group and is_generic_header(name)):
        return False
    joined = read_header(f"{group} {name}")
    return joined is not None and joined.targets[0] != "" and joined.targets != ("last_activity",)


def _has_values(row: RawRow) -> bool:
    return any(_VALUE_LIKE.search(squeezed(cell)) for cell in row.cells if cell.strip())


def _positions(row: RawRow) -> list[int]:
    return [index for index, cell in enumerate(row.cells) if cell.strip()]


def filled_cells(row: RawRow) -> int:
    """How many cells of a row hold something."""
    return len(_positions(row))


def _cell(row: RawRow, index: int) -> str:
    return squeezed(row.cells[index]) if index < len(row.cells) else ""


def squeezed(cell: str) -> str:
    """A cell's text on one line, no blank twice."""
    return " ".join(cell.split())
