"""The texts that the cells of an .xlsx workbook share, by their numbers."""

from __future__ import annotations

import re
import zipfile
from itertools import islice
from typing import TYPE_CHECKING, cast
from xml.parsers import expat

from steward.exchange.readers.cell_text import unescape
from steward.exchange.readers.grid import MAX_CELL_CHARACTERS
from steward.exchange.readers.plain_xml import SPACE, TEXT, PlainReader, resolved
from steward.exchange.readers.xlsx_package import refuse_doctype

if TYPE_CHECKING:
    from steward.domain.progress import Progress


def read_shared_texts(archive: zipfile.ZipFile, part: str, progress: Progress) -> list[str]:
    """The texts that cells share, by index."""
    if not part or part not in archive.namelist():
        return []
    collector = _SharedTexts()
    with archive.open(part) as file:
        collector.plain.feed(file, lambda _: progress.check())
    return collector.texts


class _TextPattern:
    """Splits shared texts that are all of one piece."""

    name = "si"
    stride = 2

    def __init__(self) -> None:
        self.begin("")

    def begin(self, prefix: str) -> None:
        """The names of all elements begin with this."""
        self._pattern = re.compile(
            rf'<{prefix}si><{prefix}t(?: xml:space="preserve")?+>({TEXT})</{prefix}t></{prefix}si>{SPACE}'
        )

    def split(self, text: str) -> list[str | None]:
        """The pieces of a text, and at the end what follows the last element."""
        return cast("list[str | None]", self._pattern.split(text))

    def start_of(self, text: str, number: int) -> int:
        """Where an element of a text that was split begins."""
        return next(islice(self._pattern.finditer(text), number, None)).start()


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
        self.plain = PlainReader(parser, _TextPattern(), is_open=lambda: self._is_open, take=self._take)

    def _take(self, pieces: list[str | None]) -> None:
        texts = cast("list[str]", pieces[1::2])
        self.texts += [unescape(resolved(text)) if "&" in text or "_x" in text else text for text in texts]

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
