"""Records of binary workbooks, wherever the portions end in which they are read."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from steward.domain.progress import NO_PROGRESS
from steward.exchange.readers.binary_records import binary_records

if TYPE_CHECKING:
    from pathlib import Path

#: Kind 5 of 2 bytes, kind 300 of none, kind 1 of 200,000 bytes, kind 6 of 1 byte.
CONTENT = b"\x05\x02ab" + b"\xac\x02\x00" + b"\x01\xc0\x9a\x0c" + 200_000 * b"x" + b"\x06\x01c"


def records(tmp_path: Path, content: bytes) -> list[tuple[int, bytes]]:
    with zipfile.ZipFile(tmp_path / "list.xlsb", "w") as archive:
        archive.writestr("sheet.bin", content)
        return list(binary_records(archive, "sheet.bin", NO_PROGRESS))


@pytest.mark.parametrize("portion", [7, 1000, 1 << 18])
def test_records_are_whole_however_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portion: int) -> None:
    monkeypatch.setattr("steward.exchange.readers.binary_records._PORTION", portion)
    found = records(tmp_path, CONTENT)
    assert [(kind, len(content)) for kind, content in found] == [(5, 2), (300, 0), (1, 200_000), (6, 1)]
    assert (found[0][1], found[-1][1]) == (b"ab", b"c")


def test_a_record_that_is_cut_in_its_head_is_told(tmp_path: Path) -> None:
    with pytest.raises(zipfile.BadZipFile):
        records(tmp_path, CONTENT + b"\x05")
    with pytest.raises(zipfile.BadZipFile):
        records(tmp_path, CONTENT + b"\x05\x82")
