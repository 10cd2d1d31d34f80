"""Keys of one or several columns: what they are called, and the text that recognizes a row by them.

A key of several columns is named by their headers with a plus between them: ``Cabang+No``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLUS = "+"
_ESCAPED = str.maketrans({"\\": "\\\\", _PLUS: "\\+"})


def key_name(headers: Sequence[str]) -> str:
    """What the key of these columns is called."""
    return _PLUS.join(headers)


def key_headers(name: str, headers: Sequence[str]) -> tuple[str, ...]:
    """The columns that a key's name means, () when one is not there; a header that holds a plus itself wins."""
    if name in headers:
        return (name,)
    # The longest header first: what follows it must name columns, too.
    for place in sorted((place for place, sign in enumerate(name) if sign == _PLUS), reverse=True):
        first, rest = name[:place].strip(), name[place + 1 :].strip()
        if first in headers and (others := key_headers(rest, headers)) and first not in others:
            return (first, *others)
    return ()


def key_text(cells: Sequence[str]) -> str:
    """The text that stands for these cells of a row, "" when one is empty; other cells give another text."""
    stripped = [cell.strip() for cell in cells]
    if not all(stripped):
        return ""
    return stripped[0] if len(stripped) == 1 else _PLUS.join(cell.translate(_ESCAPED) for cell in stripped)
