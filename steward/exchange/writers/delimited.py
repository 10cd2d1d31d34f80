"""Writing .csv files: UTF-8, commas, CRLF, quotes as RFC 4180 has them.

Excel takes a file for UTF-8 only when a byte order mark says so; many a program takes the mark for a part of the first
title.

A csv file can't say that a cell is text, so a spreadsheet would run a cell that starts like a formula. Such a cell gets
an apostrophe in front, the usual sign for text. Plain signed numbers ("-5", "+6281234567890") and a lone "-" are not
formulas and stay as they are.
"""

from __future__ import annotations

import csv
import re
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from steward.domain.progress import NO_PROGRESS, Progress
from steward.exchange.writers.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from steward.exchange.writers.sheets import Sheet

_CHUNK = 10_000
#: Also the full-width signs, which spreadsheets in East Asia take for the same, and also after leading blanks
#: of whatever kind.
_FORMULA = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
_STARTS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000=+-@＝＋－＠").union(
    map(chr, range(0x2000, 0x200B))
)
_FIRST = itemgetter(slice(1))
_HARMLESS = re.compile(r"[+-]\d+([.,]\d+)?|-+", re.ASCII)


def write_csv(path: Path, sheet: Sheet, *, is_for_programs: bool = False, progress: Progress | None = None) -> None:
    """Write one sheet as csv, with a byte order mark unless programs read it; raises ExportError when it can't."""
    encoding = "utf-8" if is_for_programs else "utf-8-sig"
    progress = progress or NO_PROGRESS
    # Half characters can't be written in UTF-8; they would stop the whole export.
    with replacing(path) as part, part.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([neutralize(column.title) for column in sheet.columns])
        rows = iter(sheet.rows)
        done = 0
        while chunk := list(islice(rows, _CHUNK)):
            progress.check()
            columns = list(zip(*chunk, strict=True))
            text = _joined(chunk, len(columns))
            if text and not any(map(_may_start_formulas, columns)):
                file.write(text)
            else:
                writer.writerows(zip(*map(_neutralized, columns), strict=True))
            done += len(chunk)
            progress.report("writing", done, 0)
    progress.check()


def _joined(rows: Sequence[Sequence[str]], width: int) -> str:
    """The rows as csv has them, "" if a cell needs quotes or a NUL replaced: joining is much faster than looking."""
    text = "\r\n".join(map(",".join, rows)) + "\r\n"
    is_plain = (
        width > 1
        and text.count(",") == len(rows) * (width - 1)
        and text.count("\r") == text.count("\n") == len(rows)
        and '"' not in text
        and "\x00" not in text
    )
    return text if is_plain else ""


def _may_start_formulas(texts: Sequence[str]) -> bool:
    """False where no cell of a column begins like a formula, as in most."""
    return not _STARTS.isdisjoint(map(_FIRST, texts))


def _neutralized(texts: Sequence[str]) -> Sequence[str]:
    """A column of texts, each neutralized."""
    if not _may_start_formulas(texts) and "\x00" not in "".join(texts):
        return texts
    return [neutralize(text) for text in texts]


def neutralize(text: str) -> str:
    """The text as a spreadsheet may read it without running it. NUL, which no csv reader takes, becomes U+FFFD."""
    text = text.replace("\x00", "\ufffd")
    if _FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return "'" + text
    return text
