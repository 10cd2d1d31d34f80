"""Real lists, broken at random: the same number always gives the same file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import openpyxl

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
BAD = Path(__file__).parents[1] / "data" / "bad"
_TEXT_BYTES = 5000
_SHEET_ROWS = 30
#: What has a meaning to the readers, and what nobody expects.
_TEXT_PIECES = (b'"', b"'", b",", b";", b"\t", b"|", b"\n", b"\r", b"=", b"\x00", b"\xff\xfe", b"\xc3", b"A", b"9", b"")
_XML_PIECES = (b"<", b">", b"/", b'"', b"=", b"&", b"0", b"9", b"r", b"c", b"s", b" ", b"-", b"]]>", b"&#0;", b"")
_CARDS = b"".join(
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Budi Santoso %d\r\nTEL;TYPE=CELL:0812%07d\r\nEND:VCARD\r\n" % (n, n)
    for n in range(12)
)


@dataclass(frozen=True, slots=True)
class MutatedList:
    """A broken file: its name and its bytes."""

    name: str
    content: bytes


def mutated_list(number: int) -> MutatedList:
    """The broken file of this number."""
    random = Random(number)
    suffix = random.choice((".csv", ".csv", ".xlsx", ".xlsx", ".vcf", ".zip"))
    if suffix == ".vcf":
        return MutatedList("list.vcf", _mutated(_CARDS, _TEXT_PIECES, random))
    name = random.choice(sorted(path.name for path in SAMPLES.glob("*.csv" if suffix != ".xlsx" else "*.xlsx")))
    if suffix == ".csv":
        return MutatedList("list.csv", _mutated((SAMPLES / name).read_bytes()[:_TEXT_BYTES], _TEXT_PIECES, random))
    if suffix == ".zip":
        archive = _packed({name: (SAMPLES / name).read_bytes()[:_TEXT_BYTES]})
        return MutatedList("list.zip", _mutated(archive, _TEXT_PIECES, random))
    return MutatedList("list.xlsx", _mutated_workbook(_short_workbook(name), random))


def _mutated(content: bytes, pieces: tuple[bytes, ...], random: Random) -> bytes:
    """The content with a few stretches cut out and replaced."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        start = random.randrange(len(changed) + 1)
        end = start + random.choice((0, 1, 1, 5, 30, 400))
        changed[start:end] = b"".join(random.choice(pieces) for _ in range(random.choice((0, 1, 2, 6))))
    return bytes(changed)


def _mutated_workbook(parts: dict[str, bytes], random: Random) -> bytes:
    """A workbook of which one part is broken, or the archive itself."""
    if random.random() < 0.2:
        return _mutated(_packed(parts), _TEXT_PIECES, random)
    member = random.choice(sorted(parts))
    return _packed({**parts, member: _mutated(parts[member], _XML_PIECES, random)})


@cache
def _short_workbook(name: str) -> dict[str, bytes]:
    """The parts of a sample workbook, cut to a few rows."""
    book = openpyxl.load_workbook(SAMPLES / name)
    for sheet in book:
        sheet.delete_rows(_SHEET_ROWS, max(0, sheet.max_row - _SHEET_ROWS))
    saved = io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return {member: archive.read(member) for member in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for member, content in parts.items():
            archive.writestr(zipfile.ZipInfo(member), content)
    return packed.getvalue()
