"""What a row says as JSON text, written by hand: the encoder looks at what every value is, which takes far longer."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def _needs_no_escape(text: str) -> bool:
    """Whether JSON has it as it is; of texts that it has so as well it may be False."""
    return text.isprintable() and '"' not in text and "\\" not in text


@lru_cache(maxsize=1000)
def _form_of(names: tuple[str, ...], value: str) -> str:
    """The JSON object with these names, and places for its values: the rows of a list are much alike."""
    return "{" + ",".join([f"{encode_basestring(name).replace('%', '%%')}:{value}" for name in names]) + "}"
