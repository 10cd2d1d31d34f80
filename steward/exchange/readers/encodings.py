"""The encoding of a text file: what its bytes allow, and of that what reads as words of a language."""

from __future__ import annotations

import codecs
import unicodedata
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from steward.exchange.letters import FEWEST_LETTERS, foreign_letters, is_better_read, share_of_one_language
from steward.exchange.readers.refusal import list_error

if TYPE_CHECKING:
    from pathlib import Path

    from steward.domain.progress import Progress

_WESTERN = "cp1252"
#: Of Latin letters, and of a command line in the West.
_LATIN = ("cp1250", "cp1254", "cp850")
#: Of other letters. A library tells them apart; on the short words of a list it takes Spanish for Polish.
_OTHER_SCRIPTS = (
    "cp1251",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp874",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
)
_SCRIPTS = (
    ("CYRILLIC",),
    ("GREEK",),
    ("HEBREW",),
    ("ARABIC",),
    ("THAI",),
    ("CJK", "HIRAGANA", "KATAKANA"),
    ("HANGUL",),
)
#: So much of what is no English letter is that of one script, and so many letters at least.
_OF_SCRIPT = 0.95
_HEAD = 1 << 18
_PORTION = 1 << 20
_LONGEST_LINE = 1 << 22


def detect_encoding(path: Path, progress: Progress) -> str | None:
    """The encoding of a text file, None when it is not text. UTF-8 is never mistaken.

    What is left is Windows-1252, unless the letters are those of one language in another encoding, and not in this one.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(codecs.BOM_UTF8):
        return _first_that_decodes(path, progress, "utf-8-sig", _WESTERN, "latin-1")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _first_that_decodes(path, progress, "utf-16")
    if b"\x00" in head[:4096]:
        # Text of Western letters in UTF-16 has a NUL in every other place.
        odd, even = head[1:4096:2].count(0), head[0:4096:2].count(0)
        if max(odd, even) > 0.4 * len(head[:4096:2]) and min(odd, even) == 0:
            return _first_that_decodes(path, progress, "utf-16-le" if odd else "utf-16-be")
    return _first_that_decodes(path, progress, *likely_encodings(head))


def likely_encodings(head: bytes) -> tuple[str, ...]:
    """The encodings to try, by the beginning of a text; the last one reads any bytes."""
    return "utf-8", *_by_letters(head), _WESTERN, "latin-1"


def _by_letters(head: bytes) -> tuple[str, ...]:
    """The encoding in which the letters are those of one language; none where Windows-1252 is as good."""
    lines = head.rpartition(b"\n")[0] or head
    if lines.isascii() or _is_decoded(lines, "utf-8"):
        return ()
    counts = foreign_letters([lines.decode(_WESTERN, "replace")])
    if counts.total() < FEWEST_LETTERS:
        return ()
    western = share_of_one_language(counts)
    shares = {encoding: _share_in(lines, encoding) for encoding in _LATIN}
    best = max(shares, key=lambda encoding: shares[encoding])
    if is_better_read(shares[best], western):
        return (best,)
    if not is_better_read(1.0, western):
        return ()
    found = from_bytes(lines, cp_isolation=list(_OTHER_SCRIPTS)).best()
    return (found.encoding,) if found and _is_of_one_script(lines.decode(found.encoding)) else ()


def _share_in(text: bytes, encoding: str) -> float:
    return share_of_one_language(foreign_letters([text.decode(encoding)])) if _is_decoded(text, encoding) else 0.0


def _is_decoded(text: bytes, encoding: str) -> bool:
    try:
        text.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_of_one_script(text: str) -> bool:
    counts = foreign_letters([text])
    letters = {char: unicodedata.name(char, "") for char in counts if char.isalpha()}
    total = sum(counts[char] for char in letters)
    most = max(sum(counts[char] for char, name in letters.items() if name.startswith(script)) for script in _SCRIPTS)
    return most >= max(FEWEST_LETTERS, _OF_SCRIPT * total)


def _first_that_decodes(path: Path, progress: Progress, *encodings: str) -> str | None:
    for encoding in encodings:
        try:
            with path.open(encoding=encoding, newline="") as file:
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
