"""The source that a list belongs to; a list of a name not heard before begins one, with a letter and a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.errors import ListError
from steward.domain.records import KeyMode, Source, SourceId
from steward.storage.lists import sources

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.exchange.mapping import Mapping

#: Letter and colour of the departments every company has; others take the next free ones.
_KNOWN_DEPARTMENTS = (
    ("S", 0, ("sales", "penjualan")),
    ("M", 1, ("marketing", "pemasaran")),
    ("V", 2, ("service", "layanan", "servis")),
    ("C", 3, ("callcentre", "callcenter", "call centre", "call center", "call_cent")),
    ("E", 4, ("ecommerce", "e-commerce", "webshop", "shop", "toko online", "web")),
    ("O", 5, ("social", "sosial", "medsos")),
    ("P", 6, ("partner", "mitra", "thirdparty", "third party")),
    ("F", 7, ("finance", "keuangan")),
)
_COLORS = 8
#: Characters of a source's name.
_LONGEST_NAME = 100


def source_of_list(session: Session, name: str, department: str | None, mapping: Mapping) -> Source:
    """The source of this name. Raises ListError for a name that no source can have."""
    found = sources.find_source(session, name)
    if found is not None:
        return found
    if not name:
        raise ListError("The source needs a name; give one with --source.", code="no_source_name")
    if len(name) > _LONGEST_NAME:
        raise ListError(
            f"The name of the source has {len(name)} characters; give one of {_LONGEST_NAME} at most.",
            code="long_source_name",
        )
    letter, color = _badge(name, sources.list_sources(session))
    source = Source(
        id=SourceId(0),
        name=name,
        department=department or name,
        letter=letter,
        color_index=color,
        key_column=mapping.key_column,
        key_mode=KeyMode.COLUMN if mapping.key_column else KeyMode.CONTENT,
    )
    return sources.add_source(session, source, mapping.to_json())


def _badge(name: str, others: list[Source]) -> tuple[str, int]:
    """A letter and a colour that no other source has; from the ninth source on colours repeat."""
    letters = {source.letter for source in others}
    colors = {source.color_index for source in others}
    for letter, color, words in _KNOWN_DEPARTMENTS:
        if letter not in letters and color not in colors and any(word in name.lower() for word in words):
            return letter, color
    own = [character.upper() for character in name if character.isalnum()] or ["?"]
    free = [letter for letter in own if letter not in letters] or [
        first + second for first in own for second in own if first + second not in letters
    ]
    reserved = {letter for letter, _, _ in _KNOWN_DEPARTMENTS}
    letter = next((letter for letter in free if letter not in reserved), free[0] if free else own[0])
    color = next((c for c in reversed(range(_COLORS)) if c not in colors), len(others) % _COLORS)
    return letter, color
