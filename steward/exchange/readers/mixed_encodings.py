"""Cells of a text file that are written in another encoding than the rest of it, read in their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.letters import has_word_of_two_scripts, is_latin, is_of_some_language
from steward.exchange.raw_rows import CellColumn, RawRows
from steward.exchange.readers.encodings import OF_SEVERAL_BYTES, TextEncoding
from steward.exchange.sheets.layout import CellRef

if TYPE_CHECKING:
    from steward.domain.progress import Progress

#: A byte that is no letter in the encoding of the file.
_KEPT_BYTE = re.compile("[\udc80-\udcff]")
_FIRST_KEPT = 0xDC00
#: Of a letter in UTF-8.
_FIRST_BYTES, _NEXT_BYTES = range(0xC2, 0xF5), range(0x80, 0xC0)
_SIGNS = frozenset(map(chr, range(0xA0, 0xC0)))


def read_anew(rows: RawRows, encoding: TextEncoding, progress: Progress) -> tuple[RawRows, list[CellRef]]:
    """The rows with cells of the other encoding in their own letters, and these cells as the file's encoding has them.

    >>> from steward.domain.progress import NO_PROGRESS
    >>> from steward.exchange.raw_rows import RawRow
    >>> from steward.exchange.readers.encodings import TextEncoding
    >>> rows = RawRows.of([RawRow(1, ("Søren",)), RawRow(2, ("BjÃ¸rn",))])
    >>> read, cells = read_anew(rows, TextEncoding("cp1252", "utf-8"), NO_PROGRESS)
    >>> [row.cells for row in read], cells
    ([('Søren',), ('Bjørn',)], [CellRef(row=2, column=0, text='BjÃ¸rn')])
    """
    if not encoding.other:
        return rows, []
    is_likely = _may_be_other(encoding).search
    found: list[CellRef] = []
    columns = list(rows.columns)
    for place, column in enumerate(columns):
        progress.check()
        right = {cell: _right(cell, encoding) for cell in column.distinct if not cell.isascii() and is_likely(cell)}
        right = {cell: text for cell, text in right.items() if text != cell}
        if not right:
            continue
        seen = {cell: _KEPT_BYTE.sub("\ufffd", cell) for cell in right}
        at = column.places_of(right)
        found += [CellRef(int(rows.numbers[row]), place, seen[column[row]]) for row in at]
        columns[place] = _with_texts(column, right)
    return RawRows(rows.numbers, rows.lengths, tuple(columns)), found


def _may_be_other(encoding: TextEncoding) -> re.Pattern[str]:
    """What cells of the other encoding have in them; most cells have none of it, and are as they should be."""
    if encoding.other != "utf-8":
        return _KEPT_BYTE
    first, next_one = (bytes(byte).decode(encoding.name, "surrogateescape") for byte in (_FIRST_BYTES, _NEXT_BYTES))
    return re.compile(f"[{re.escape(first)}][{re.escape(next_one)}]|{_KEPT_BYTE.pattern}")


def _right(cell: str, encoding: TextEncoding) -> str:
    """A cell in the letters that it was written in."""
    kept = _KEPT_BYTE.search(cell)
    if encoding.other != "utf-8":
        return _beside_utf8(cell, encoding) if kept else cell
    try:
        text = cell.encode(encoding.name, "surrogateescape").decode()
    except UnicodeDecodeError:
        # Bytes that Windows has no letter for.
        return _KEPT_BYTE.sub(lambda byte: chr(ord(byte[0]) - _FIRST_KEPT), cell)
    return text if kept or _is_written(text) else cell


def _beside_utf8(cell: str, encoding: TextEncoding) -> str:
    """A cell with bytes that are no UTF-8. Where it has letters in UTF-8 as well only these bytes are read anew.

    Of letters of several bytes some are also one letter in UTF-8, or end in an English one: their words are read whole.
    """
    if encoding.other in OF_SEVERAL_BYTES:
        words = cell.split(" ")
        return " ".join(_decoded(word, encoding.other) if _KEPT_BYTE.search(word) else word for word in words)
    rest = _KEPT_BYTE.sub("", cell)
    if not rest.isascii() and _is_written(rest):
        return _KEPT_BYTE.sub(lambda byte: _decoded(byte[0], encoding.other), cell)
    return _decoded(cell, encoding.other)


def _decoded(text: str, encoding: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode(encoding, "replace")


def _is_written(text: str) -> bool:
    """Whether letters in UTF-8 are meant: "É" before a closing quotation mark makes one, too, but of no language."""
    foreign = [char for char in text if not char.isascii()]
    if all(ord(char) >= 0x800 or char in _SIGNS or is_of_some_language(char) for char in foreign):
        return True
    letters = [char for char in foreign if char.isalpha() and not is_latin(char)]
    return len(letters) > 1 and 2 * len(letters) >= len(foreign) and not has_word_of_two_scripts(text)


def _with_texts(column: CellColumn, right: dict[str, str]) -> CellColumn:
    """A column with other texts, which it may have in other rows already."""
    numbers: dict[str, int] = {}
    renumbered = (numbers.setdefault(right.get(cell, cell), len(numbers)) for cell in column.distinct)
    codes = np.fromiter(renumbered, np.int32, len(column.distinct))
    return CellColumn(list(numbers), codes[column.codes])
