"""Headers whose words were written without a blank between them: "TGLPASANG", "namapelanggan"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

#: Abbreviations of two letters that headers begin or end with; others would be found in any word.
_SHORT = frozenset({"no", "hp", "wa", "kd", "nm", "id", "rt", "rw", "ig", "fb", "jk", "rp", "dt", "nr"})
#: Labels that headers begin with: two short words behind each other are no chance then.
_LABELS = frozenset(
    {
        "nm",
        "nama",
        "kd",
        "kode",
        "tgl",
        "rp",
        "jml",
        "jns",
        "alm",
        "lst",
        "join",
        "tmp",
        "tpt",
        "kel",
        "kec",
        "kab",
        "almt",
    }
)
#: What codes are called behind the word for whose they are: "CIFNO", "GASTNR".
_CODE_ENDS = frozenset({"no", "nr", "id"})
#: Words long enough to be told from what nobody knows behind them: "RTRWPNJ".
_SURE_STARTS = frozenset(
    {"nama", "almt", "alamat", "rtrw", "telp", "notelp", "nohp", "email", "kodepos", "desa", "kota"}
)
_SHORTEST_WORD, _SHORTEST_GLUED = 3, 5
_DIGITS = "0123456789"


def unglued(phrase: str, known: frozenset[str]) -> str:
    """The phrase with every word that nobody knows taken apart into known ones, where that leaves nothing over."""
    return " ".join(word if word in known else " ".join(_parts(word, known)) for word in phrase.split())


@lru_cache(maxsize=4096)
def _parts(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """The fewest known words that a word is made of; the word itself when there are none."""
    if len(word) < _SHORTEST_GLUED or not word.rstrip(_DIGITS).isalpha():
        return (word,)
    if (bare := word.rstrip(_DIGITS)) != word:
        # "almtid2" counts what it names.
        counted = _parts(bare, known)
        return (*counted, word[len(bare) :]) if len(counted) > 1 else (word,)
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(end):
            before, piece = best[start], word[start:end]
            if before is None or not _is_word(piece, known):
                continue
            found = best[end]
            if found is None or len(before) + 1 < len(found):
                best[end] = (*before, piece)
    parts = best[len(word)]
    if not parts:
        first = next((word[:end] for end in range(len(word) - 2, _SHORTEST_WORD, -1) if word[:end] in _SURE_STARTS), "")
        return (first, word[len(first) :]) if first else (word,)
    is_labelled = len(parts) == 2 and (parts[0] in _LABELS or parts[1] in _CODE_ENDS)
    return parts if is_labelled or max(map(len, parts)) > _SHORTEST_WORD else (word,)


def _is_word(piece: str, known: Collection[str]) -> bool:
    return piece in _SHORT or (len(piece) >= _SHORTEST_WORD and piece in known)
