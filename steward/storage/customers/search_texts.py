"""What records are found by: a text of all that a record says, for one record, or for many held by column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steward.domain.delivered_columns import DeliveredColumns

#: FTS5's trigram index finds nothing below this.
SHORTEST = 3
#: No cell holds it: readers drop or refuse such characters.
_BETWEEN = "\x1f"
_NOT_DIGITS = re.compile(r"\D+")
_OTHER_ASCII = bytes(code for code in range(128) if chr(code) not in "0123456789" + _BETWEEN)


def text_of(said: Iterable[str]) -> str:
    """What a record is found by that says this: key, values, standard values. Nothing is said twice.

    Each of them stands between line breaks, so that the whole of one can be looked for.
    """
    distinct = dict.fromkeys(filter(None, said))
    return _text_of(distinct, _digits_apart(list(distinct)))


def texts_of(rows: DeliveredColumns) -> list[str]:
    """The same for each row, from its key on."""
    # Most standard values are what was delivered.
    standard = [column for name, column in rows.standard.items() if column != rows.values[name]]
    columns = [*rows.values.values(), *standard]
    said: list[Sequence[str]] = list(zip(rows.keys, *(column.single for column in columns), strict=True))
    # From the last column on, so that those before keep their places.
    for index in range(len(columns), 0, -1):
        for place, values in columns[index - 1].several.items():
            said[place] = (*said[place][:index], *values, *said[place][index + 1 :])
    for place in rows.orders:
        said[place] = _said(rows, place)
    several = [text for column in columns for values in column.several.values() for text in values]
    apart: dict[str, str] = {}
    for texts in (rows.keys, *(column.single for column in columns), several):
        apart |= _digits_apart(texts)
    found = []
    for own in said:
        distinct = dict.fromkeys(own)
        distinct.pop("", None)
        found.append(_text_of(distinct, apart))
    return found


def _said(rows: DeliveredColumns, place: int) -> list[str]:
    """All that a row says whose attributes stand in another order than those of others."""
    names = rows.names_of(place)
    return [
        rows.keys[place],
        *(text for name in names for text in rows.values[name].of(place)),
        *(text for name in names for text in rows.standard_of(name, place)),
    ]


def _text_of(distinct: Mapping[str, None], apart: Mapping[str, str]) -> str:
    """The lines of a text, which are these and, after them, numbers as bare digits unless they hold them as such."""
    held = "\n".join(distinct)
    bare = [digits for digits in map(apart.__getitem__, filter(apart.__contains__, distinct)) if digits not in held]
    return "\n".join(("", held, *dict.fromkeys(bare), "")) if distinct else "\n"


def _digits_apart(texts: Sequence[str]) -> dict[str, str]:
    """The bare digits of texts in which something stands between them: 0812-3456 and +62 812 3456 find each other."""
    joined = _BETWEEN.join(texts)
    if not joined.isascii() or joined.count(_BETWEEN) >= len(texts):
        digits = [_NOT_DIGITS.sub("", text) for text in texts]
    else:
        bare = joined.encode().translate(None, _OTHER_ASCII).decode()
        # Names have no digits, ids nothing else.
        digits = bare.split(_BETWEEN) if len(texts) <= len(bare) < len(joined) else []
    return {text: bare for text, bare in zip(texts, digits, strict=False) if len(bare) >= SHORTEST and bare not in text}
