"""Reading vCard files (.vcf), as phones and mail programs export their contacts."""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.readers.refusal import list_error
from steward.exchange.tables import NoteKind, RawTable, TableNote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.domain.progress import Progress

_CHUNK = 2000
_LONGEST_LINE = 1 << 20
_MAX_PLACES = 9
_UNESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "N": "\n"}
#: A property's parts in the order of the standard, with the column that each part fills.
_PARTS: dict[str, tuple[str, ...]] = {
    "N": ("Family Name", "Given Name", "", "Title", ""),
    "ADR": ("", "", "Address", "City", "Province", "Postcode", "Country"),
}
_COLUMNS: dict[str, str] = {
    "UID": "Contact ID",
    "FN": "Full Name",
    "NICKNAME": "Nickname",
    "ORG": "Company",
    "TEL": "Phone",
    "EMAIL": "Email",
    "BDAY": "Birth Date",
    "GENDER": "Gender",
    "TITLE": "Occupation",
    "X-SOCIALPROFILE": "Handle",
    "URL": "Website",
    "CATEGORIES": "Segment",
    "NOTE": "Notes",
}


@dataclass(slots=True)
class _Card:
    line: int
    cells: dict[str, str] = field(default_factory=dict)

    def add(self, column: str, text: str) -> None:
        """Fill a column; a further value goes to "Phone 2" and so on."""
        if not column or not text.strip():
            return
        for number in range(1, _MAX_PLACES):
            name = column if number == 1 else f"{column} {number}"
            if name not in self.cells:
                self.cells[name] = text
                return


def read_vcards(path: Path, *, sheet: str | None, progress: Progress) -> RawTable:
    """One row per contact, numbered by the line on which it begins; raises ListError when there is none."""
    if sheet is not None:
        raise list_error(path, "is a vCard file and has no sheets; import it without naming a sheet", "no_such_sheet")
    try:
        cards = _read_cards(path, progress)
    except OSError as err:
        raise list_error(path, "can't be read to its end; check the disk and try again", "unreadable") from err
    cards = [card for card in cards if card.cells]
    if not cards:
        raise list_error(path, "holds no contact; export the contacts again and import that", "empty_file")
    found = {column for card in cards for column in card.cells}
    order = [*_COLUMNS.values(), *(part for parts in _PARTS.values() for part in parts)]
    headers = tuple(sorted(found, key=lambda name: (order.index(name.rstrip("23456789 ")), name)))
    rows = RawRows.of(RawRow(card.line, tuple(card.cells.get(header, "") for header in headers)) for card in cards)
    return RawTable(path.name, "", 0, headers, rows, notes=(TableNote(NoteKind.CONTACTS, (str(len(rows)),)),))


def _read_cards(path: Path, progress: Progress) -> list[_Card]:
    cards: list[_Card] = []
    card: _Card | None = None
    for number, line in _unfolded(path):
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        name = name.rpartition(".")[2].strip().upper()
        if name == "BEGIN":
            card = _Card(number)
            cards.append(card)
            if len(cards) % _CHUNK == 0:
                progress.check()
                progress.report("reading", len(cards), 0)
        elif name == "END":
            card = None
        elif card is not None:
            _add_property(card, name, _decoded(value, parameters))
    progress.check()
    return cards


def _add_property(card: _Card, name: str, value: str) -> None:
    if name in _PARTS:
        for column, part in zip(_PARTS[name], _split(value), strict=False):
            card.add(column, _unescaped(part))
    elif name == "ORG":
        card.add("Company", _unescaped(_split(value)[0]))
    elif name in _COLUMNS:
        card.add(_COLUMNS[name], _unescaped(value.removeprefix("tel:").removeprefix("mailto:")))


def _unfolded(path: Path) -> Iterator[tuple[int, str]]:
    """Logical lines with the number of their first physical one; what a line of pictures holds is cut off."""
    start, parts = 0, [""]
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(_LONGEST_LINE):
            number += 1
            text = _as_text(raw).rstrip("\r\n").replace("\x00", "")
            is_soft_break = parts[-1].endswith("=") and "QUOTED-PRINTABLE" in parts[0].upper()
            if is_soft_break:
                parts[-1] = parts[-1][:-1]
                parts.append(text)
            elif text[:1] in (" ", "\t"):
                parts.append(text[1:])
            else:
                yield start, "".join(parts)
                start, parts = number, [text]
            if len(parts) > _CHUNK:
                del parts[1:]
    yield start, "".join(parts)


def _as_text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _decoded(value: str, parameters: list[str]) -> str:
    """Text of version 2.1, which writes every other letter as its bytes."""
    if not any("QUOTED-PRINTABLE" in parameter.upper() for parameter in parameters):
        return value
    try:
        return _as_text(quopri.decodestring(value.encode("utf-8")))
    except binascii.Error:
        return value


def _split(value: str) -> list[str]:
    return re.split(r"(?<!\\);", value)


def _unescaped(text: str) -> str:
    return _UNESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text).strip()
