"""Headers whose words were written without a blank between them: "TGLPASANG", "namapelanggan"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from steward.exchange.headers.file import header_file

if TYPE_CHECKING:
    from collections.abc import Collection

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
    glued = header_file()["glued"]
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
        first = next(
            (word[:end] for end in range(len(word) - 2, _SHORTEST_WORD, -1) if word[:end] in glued["starts"]), ""
        )
        return (first, word[len(first) :]) if first else (word,)
    is_labelled = len(parts) == 2 and (parts[0] in glued["labels"] or parts[1] in glued["ends"])
    return parts if is_labelled or max(map(len, parts)) > _SHORTEST_WORD else (word,)


def _is_word(piece: str, known: Collection[str]) -> bool:
    return piece in header_file()["glued"]["short"] or (len(piece) >= _SHORTEST_WORD and piece in known)
