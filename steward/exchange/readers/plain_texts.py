"""Shared texts of an .xlsx workbook that are all of one piece, as nearly all are."""

from __future__ import annotations

import re
from itertools import islice
from typing import cast

from steward.exchange.readers.cell_text import unescape
from steward.exchange.readers.plain_xml import SPACE, TEXT, resolved


class TextPattern:
    """Splits a text into such shared ones."""

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

    def read(self, pieces: list[str | None]) -> list[str]:
        """The shared texts in the pieces."""
        texts = cast("list[str]", pieces[1::2])
        return [unescape(resolved(text)) if "&" in text or "_x" in text else text for text in texts]

    def start_of(self, text: str, number: int) -> int:
        """Where an element of a text that was split begins."""
        return next(islice(self._pattern.finditer(text), number, None)).start()
