"""What records are found by: a text of all that a record says, for one record, or for many held by column."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, repeat
from typing import TYPE_CHECKING

from steward.domain.delivered_columns import ValueColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.domain.delivered_columns import DeliveredColumns
    from steward.domain.records import Values

#: FTS5's trigram index finds nothing below this.
SHORTEST = 3
_BREAK = "\n"
#: No cell holds it: readers drop or refuse such characters.
_BETWEEN = "\x1f"
_NOT_DIGITS = re.compile(r"\D+")
_OTHER_ASCII = bytes(code for code in range(128) if chr(code) not in "0123456789" + _BETWEEN)


def text_of(key: str, values: Values, standard: Values) -> str:
    """What a record is found by that has this key, these values and their standard values.

    Each of them stands between line breaks, so that the whole of one can be looked for. So do the bare digits of those
    in which something stands between digits: 0812-3456 and +62 812 3456 find each other.
    """
    said = [key, *chain.from_iterable(values.values())]
    said += [text for name, found in standard.items() for text in _others(found, values[name])]
    return _BREAK.join(["", *filter(None, (*said, *map(_digits_between, said))), ""])


def texts_of(rows: DeliveredColumns) -> list[str]:
    """The same for each row."""
    said = [ValueColumn(rows.keys), *rows.values.values()]
    # Most standard values are what was delivered.
    said += [_other_column(found, rows.values[name]) for name, found in rows.standard.items()]
    columns = filter(_says_something, (*said, *map(_digit_column, said)))
    pieces = chain.from_iterable(map(_pieces, columns))
    texts = list(map("".join, zip(*pieces, [_BREAK] * len(rows), strict=False)))
    for place in rows.orders:
        values = {name: rows.values[name].of(place) for name in rows.names_of(place)}
        texts[place] = text_of(rows.keys[place], values, {name: rows.standard_of(name, place) for name in values})
    return texts


def _pieces(column: ValueColumn) -> Sequence[Iterable[str]]:
    """What the text of each row is put together from for this column, the line break before a value with it."""
    if all(column.single):
        return repeat(_BREAK), column.single
    lines = [_BREAK + text if text else "" for text in column.single]
    for place, found in column.several.items():
        lines[place] = "".join([_BREAK + text for text in found if text])
    return (lines,)


def _others(standard: Iterable[str], values: Iterable[str]) -> tuple[str, ...]:
    """The standard values that are not what was delivered."""
    return tuple([text for text, raw in zip(standard, values, strict=True) if text != raw])


def _other_column(standard: ValueColumn, values: ValueColumn) -> ValueColumn:
    """The same for rows."""
    if standard == values:
        return ValueColumn.blank(len(values.single))
    single = [text if text != raw else "" for text, raw in zip(standard.single, values.single, strict=True)]
    several = {place: _others(found, values.several[place]) for place, found in standard.several.items()}
    return ValueColumn(single, several)


def _says_something(column: ValueColumn) -> bool:
    return any(column.single) or bool(column.several)


@lru_cache(maxsize=10_000)
def _digits_between(text: str) -> str:
    """The digits of a text in which something stands between them; "" where they are too few to be looked for."""
    digits = _NOT_DIGITS.sub("", text)
    return digits if len(digits) >= SHORTEST and digits not in text else ""


def _digit_column(column: ValueColumn) -> ValueColumn:
    """The same for each text of a column."""
    several = {place: tuple(map(_digits_between, found)) for place, found in column.several.items()}
    if not (digits := _digits_of(column.single)):
        return ValueColumn([""] * len(column.single), several)
    apart = zip(column.single, digits, strict=True)
    return ValueColumn(["" if len(found) < SHORTEST or found in text else found for text, found in apart], several)


def _digits_of(texts: Sequence[str]) -> list[str]:
    """The bare digits of each text, none at all where all of them are what they stand in or nothing."""
    joined = _BETWEEN.join(texts)
    if not joined.isascii() or joined.count(_BETWEEN) >= len(texts):
        return [_NOT_DIGITS.sub("", text) for text in texts]
    bare = joined.encode().translate(None, _OTHER_ASCII).decode()
    # Names have no digits, ids nothing else.
    return bare.split(_BETWEEN) if len(texts) <= len(bare) < len(joined) else []
