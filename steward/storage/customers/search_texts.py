"""What records are found by: a text of all that a record says, for one record, or for many held by column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.delivered_columns import ValueColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    values = tuple(said)
    return _with_digits(_lines_of(values), values)


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
    found = list(map(_lines_of, said))
    for column in (ValueColumn(rows.keys), *columns):
        if apart := _digits_apart(column.single):
            found = [
                text if len(digits) < SHORTEST or digits in text else f"{text}{digits}\n"
                for text, digits in zip(found, apart, strict=True)
            ]
        for place, values in column.several.items():
            found[place] = _with_digits(found[place], values)
    for place in rows.orders:
        found[place] = text_of(_said(rows, place))
    return found


def _said(rows: DeliveredColumns, place: int) -> list[str]:
    """All that a row says whose attributes stand in another order than those of others."""
    names = rows.names_of(place)
    return [
        rows.keys[place],
        *(text for name in names for text in rows.values[name].of(place)),
        *(text for name in names for text in rows.standard_of(name, place)),
    ]


def _lines_of(said: Iterable[str]) -> str:
    """Each of these once, in lines below a blank one."""
    return "\n".join(dict.fromkeys(("", *said))) + "\n"


def _with_digits(text: str, values: Sequence[str]) -> str:
    """A text with those digits of the values that it does not hold yet."""
    for digits in _digits_apart(values):
        if len(digits) >= SHORTEST and digits not in text:
            text = f"{text}{digits}\n"
    return text


def _digits_apart(texts: Sequence[str]) -> list[str]:
    """The bare digits of each text, none at all where all of them are what they stand in or nothing.

    So 0812-3456 and +62 812 3456, in which something stands between them, find each other.
    """
    joined = _BETWEEN.join(texts)
    if not joined.isascii() or joined.count(_BETWEEN) >= len(texts):
        return [_NOT_DIGITS.sub("", text) for text in texts]
    bare = joined.encode().translate(None, _OTHER_ASCII).decode()
    # Names have no digits, ids nothing else.
    return bare.split(_BETWEEN) if len(texts) <= len(bare) < len(joined) else []
