"""The encoding of a text file: what its bytes allow, and of that what reads as words of a language."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from steward.exchange.headers.keys import is_known_header
from steward.exchange.letters import (
    FEWEST_LETTERS,
    foreign_letters,
    is_better_read,
    known_letters,
    share_of_known,
    share_of_one_language,
    share_of_two_scripts,
)
from steward.exchange.readers.refusal import list_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from steward.domain.progress import Progress

_WESTERN = "cp1252"
#: Of Latin letters, and of a command line in the West.
_LATIN = ("cp1250", "cp1254", "cp850")
#: Of other letters. A library tells them apart; on the short words of a list it takes Spanish for Polish.
_OF_ONE_BYTE = ("cp1251", "cp1253", "cp1255", "cp1256", "cp874")
OF_SEVERAL_BYTES = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_SCRIPTS = (
    ("CYRILLIC",),
    ("GREEK",),
    ("HEBREW",),
    ("ARABIC",),
    ("THAI",),
    ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"),
    ("HANGUL",),
)
#: So much of a portion may look odd to the library: cells of a single Chinese letter do, by the hundred.
_MOST_ODD = 0.5
#: So much of what is no English letter is that of one script, and so many letters at least. Its words have no English
#: letters in them, but for slips.
_OF_SCRIPT, _SLIPS = 0.95, 0.1
#: What may part the cells of a line; "|" is the second byte of some letters.
_BETWEEN_CELLS = re.compile(rb'[,;"\t]+')
#: The header is among so many cells at the beginning.
_FIRST_CELLS = 60
_HEAD = 1 << 18
_PORTION = 1 << 20
_LONGEST_LINE = 1 << 22


@dataclass(frozen=True, slots=True)
class TextEncoding:
    """How the bytes of a text stand for letters. ``other``: what single cells of it may be written in, "" for none."""

    name: str
    other: str = ""

    @property
    def errors(self) -> str:
        """What becomes of bytes that are no letters: where they may be those of the other encoding they are kept."""
        return "surrogateescape" if self.other else "strict"


def detect_encoding(path: Path, progress: Progress) -> TextEncoding | None:
    """The encoding of a text file, None when it is not text. UTF-8 is never mistaken.

    What is left is Windows-1252, unless the letters are those of one language in another encoding, and not in this one.
    A file that was put together from several is read in the encoding of most of its lines.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _first_that_decodes(path, progress, [TextEncoding("utf-16")])
    if b"\x00" in head[:4096]:
        # Text of Western letters in UTF-16 has a NUL in every other place.
        odd, even = head[1:4096:2].count(0), head[0:4096:2].count(0)
        if max(odd, even) > 0.4 * len(head[:4096:2]) and min(odd, even) == 0:
            return _first_that_decodes(path, progress, [TextEncoding("utf-16-le" if odd else "utf-16-be")])
    unicode = "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8"
    return _first_that_decodes(path, progress, _of_bytes(path, unicode, progress))


def likely_encodings(head: bytes) -> tuple[str, ...]:
    """The encodings to try, by the beginning of a text; the last one reads any bytes."""
    lines = head.rpartition(b"\n")[0] or head
    return "utf-8", *_by_letters(_cells_not_in_utf8(lines.splitlines())), _WESTERN, "latin-1"


def _of_bytes(path: Path, unicode: str, progress: Progress) -> Iterator[TextEncoding]:
    """The encodings to try, where a letter takes no two bytes; the last one reads any."""
    yield TextEncoding(unicode)
    lines = _foreign_lines(path, progress)
    others = [line for line in lines if not _is_utf8(line)]
    cells = _cells_not_in_utf8(others)
    if 2 * len(others) <= len(lines) or unicode == "utf-8-sig":
        yield TextEncoding(unicode, _other_than_utf8(filter(_is_utf8, lines), cells))
    for encoding in _by_letters(cells):
        # Bytes of several for one letter can't be told cell by cell.
        yield TextEncoding(encoding, "" if encoding in OF_SEVERAL_BYTES else "utf-8")
    yield TextEncoding(_WESTERN, "utf-8")


def _foreign_lines(path: Path, progress: Progress) -> list[bytes]:
    """The first lines of a text that have more than English letters."""
    found: list[bytes] = []
    with path.open("rb") as file:
        while sum(map(len, found)) < _HEAD and (portion := file.read(_HEAD)):
            progress.check()
            portion += file.readline(_LONGEST_LINE)
            found += [line for line in portion.splitlines() if not line.isascii()]
    return found


def _cells_not_in_utf8(lines: Iterable[bytes]) -> bytes:
    """A line for each cell in another encoding; in that one, cells in UTF-8 would have letters that no language has."""
    return b"\n".join(cell for line in lines for cell in _BETWEEN_CELLS.split(line) if not _is_utf8(cell))


def _by_letters(cells: bytes) -> tuple[str, ...]:
    """The encoding in which the letters are those of one language; none where Windows-1252 is as good."""
    counts = foreign_letters([cells.decode(_WESTERN, "replace")])
    if counts.total() < FEWEST_LETTERS:
        return ()
    western = share_of_one_language(counts)
    shares = {encoding: _share_in(cells, encoding) for encoding in _LATIN}
    best = max(shares, key=lambda encoding: shares[encoding])
    if is_better_read(shares[best], western):
        return (best,)
    if not is_better_read(1.0, western):
        return ()
    found = from_bytes(cells, cp_isolation=[*_OF_ONE_BYTE, *OF_SEVERAL_BYTES], threshold=_MOST_ODD)
    # A few words over and over are as likely in several scripts; a header is one in its own.
    fitting = [match.encoding for match in found if _is_of_one_script(cells.decode(match.encoding))]
    return tuple(sorted(fitting, key=lambda encoding: -_known_headers(cells.decode(encoding)))[:1])


def _other_than_utf8(lines: Iterable[bytes], cells: bytes) -> str:
    """The encoding that gives the cells most of the letters that the lines in UTF-8 have."""
    known = known_letters(line.decode() for line in lines)
    encodings = (_WESTERN, *_LATIN, *_OF_ONE_BYTE, *OF_SEVERAL_BYTES)
    return max(encodings, key=lambda encoding: share_of_known(cells.decode(encoding, "replace"), known))


def _share_in(text: bytes, encoding: str) -> float:
    return share_of_one_language(foreign_letters([text.decode(encoding)])) if _is_decoded(text, encoding) else 0.0


def _is_utf8(text: bytes) -> bool:
    return _is_decoded(text, "utf-8")


def _is_decoded(text: bytes, encoding: str) -> bool:
    try:
        text.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _known_headers(cells: str) -> int:
    return sum(map(is_known_header, cells.split("\n")[:_FIRST_CELLS]))


def _is_of_one_script(text: str) -> bool:
    counts = foreign_letters([text])
    # Figures of a script are no part of words: Hebrew ones read as Thai would have many. Wide ones are usual.
    names = {char: unicodedata.name(char, "") for char in counts if char.isalpha() or char.isdecimal()}
    names = {char: name for char, name in names.items() if "WIDTH " not in name}
    total = sum(counts[char] for char in names)
    letters = {char: name for char, name in names.items() if char.isalpha()}
    most = max(sum(counts[char] for char, name in letters.items() if name.startswith(script)) for script in _SCRIPTS)
    return most >= max(FEWEST_LETTERS, _OF_SCRIPT * total) and share_of_two_scripts(text) <= _SLIPS


def _first_that_decodes(path: Path, progress: Progress, encodings: Iterable[TextEncoding]) -> TextEncoding | None:
    for encoding in encodings:
        try:
            with path.open(encoding=encoding.name, errors=encoding.errors, newline="") as file:
                line = 0
                while portion := file.read(_PORTION):
                    progress.check()
                    if "\x00" in portion:
                        return None
                    # The csv module takes lines whole, so one that no list has must be found before.
                    end = max(portion.rfind("\n"), portion.rfind("\r"))
                    line = line + len(portion) if end < 0 else len(portion) - end - 1
                    if line >= _LONGEST_LINE:
                        raise list_error(
                            path,
                            "has a line of millions of characters, so it is not a list; ask for it as .xlsx",
                            "long_line",
                        )
        except UnicodeDecodeError:
            continue
        return encoding
    return None
