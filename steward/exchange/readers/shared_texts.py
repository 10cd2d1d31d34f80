"""The texts that the cells of an .xlsx workbook share, by their numbers."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.parsers import expat

from steward.exchange.readers.cell_text import unescape
from steward.exchange.readers.grid import MAX_CELL_CHARACTERS
from steward.exchange.readers.plain_texts import TextPattern
from steward.exchange.readers.plain_xml import PlainReader
from steward.exchange.readers.xlsx_package import refuse_doctype

if TYPE_CHECKING:
    from steward.domain.progress import Progress
    from steward.exchange.spread import Spread


def read_shared_texts(
    archive: zipfile.ZipFile, part: str, progress: Progress, spread: Spread | None = None
) -> list[str]:
    """The texts that cells share, by index; ``spread`` can have them looked for elsewhere."""
    if not part or part not in archive.namelist():
        return []
    collector = _SharedTexts()
    with archive.open(part) as file:
        collector.plain.feed(file, lambda _: progress.check(), spread)
    return collector.texts


class _SharedTexts:
    """Collects the <t> of every <si>, leaving out the pronunciations (<rPh>) of East Asian texts."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._characters = 0
        self._is_open = self._is_text = self._is_phonetic = False
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self.plain = PlainReader(parser, TextPattern(), is_open=lambda: self._is_open, take=self.texts.extend)

    def _start(self, name: str, _: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "t":
                self._is_text = not self._is_phonetic
            case "si":
                self._is_open = False
                self._parts.clear()
                self._characters = 0
            case "rPh":
                self._is_phonetic = True
            case "sst":
                self._is_open = True

    def _end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "t":
                self._is_text = False
            case "si":
                self._is_open = True
                self.texts.append(unescape("".join(self._parts)))
            case "rPh":
                self._is_phonetic = False
            case "sst":
                self._is_open = False

    def _text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)
            self._characters += len(text)
            if self._characters > MAX_CELL_CHARACTERS:
                raise zipfile.BadZipFile("a text longer than any cell")
