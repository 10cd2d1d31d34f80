"""What a row says as JSON text, written by hand: the encoder looks at what every value is, which takes far longer."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, repeat
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steward.domain.delivered_columns import DeliveredColumns, ValueColumn
    from steward.domain.records import Values


def pack_cells(cells: Mapping[str, str]) -> str:
    """Cells as JSON text."""
    texts = tuple(cells.values())
    if _needs_no_escape("".join(texts)):
        return _form_of(tuple(cells), '"%s"') % texts
    return _form_of(tuple(cells), "%s") % tuple(map(encode_basestring, texts))


def pack_values(values: Values) -> str:
    """Values as JSON text."""
    texts = tuple(values.values())
    if all(texts) and _needs_no_escape("".join(chain.from_iterable(texts))):
        return _form_of(tuple(values), '["%s"]') % tuple(map('","'.join, texts))
    return _form_of(tuple(values), "[%s]") % tuple([",".join(map(encode_basestring, found)) for found in texts])


def pack_standard(rows: DeliveredColumns) -> list[str]:
    """The standard values of rows held by column, as ``pack_values`` has those of one."""
    pieces: list[Iterable[str]] = []
    closing = ""
    for name, column in rows.standard.items():
        raw = rows.values[name]
        if all(raw.single):
            # Every row has one value: the text around it is the same in all of them.
            pieces += [repeat(f'{closing},{encode_basestring(name)}:["'), escaped(column.single)]
            closing = '"]'
        else:
            pieces += [repeat(closing), _parts_of(name, raw, column)]
            closing = ""
    texts = map("".join, zip(*pieces, [closing] * len(rows), strict=False))
    packed = ["{" + text[1:] + "}" for text in texts]
    for place in rows.orders:
        packed[place] = pack_values({name: rows.standard_of(name, place) for name in rows.names_of(place)})
    return packed


def escaped(texts: Sequence[str]) -> Sequence[str]:
    """Texts as they stand between quotation marks."""
    return texts if _needs_no_escape("".join(texts)) else [encode_basestring(text)[1:-1] for text in texts]


def _parts_of(name: str, raw: ValueColumn, standard: ValueColumn) -> list[str]:
    """What each row says of one attribute, after a comma; nothing where it has no raw value."""
    before, after = f",{encode_basestring(name)}:[", "]"
    opened, closed = before + '"', '"' + after
    texts = escaped(standard.single)
    parts = [opened + text + closed if mark else "" for mark, text in zip(raw.single, texts, strict=True)]
    for place, values in standard.several.items():
        parts[place] = before + ",".join(map(encode_basestring, values)) + after
    return parts


def _needs_no_escape(text: str) -> bool:
    """Whether JSON has it as it is; of texts that it has so as well it may be False."""
    return text.isprintable() and '"' not in text and "\\" not in text


@lru_cache(maxsize=1000)
def _form_of(names: tuple[str, ...], value: str) -> str:
    """The JSON object with these names, and places for its values: the rows of a list are much alike."""
    return "{" + ",".join([f"{encode_basestring(name).replace('%', '%%')}:{value}" for name in names]) + "}"
