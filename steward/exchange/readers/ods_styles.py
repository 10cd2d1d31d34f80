"""How OpenDocument spreadsheets say numbers are shown, as the number formats that workbooks use."""

from __future__ import annotations

_DATA_STYLES = frozenset(f"number:{kind}-style" for kind in ("number", "percentage", "currency", "date", "time"))
#: The letters of a part of a day; those that are written in full have twice as many.
_DAY_PARTS = {
    **{"day": "d", "month": "m", "year": "yy", "day-of-week": "ddd"},
    **{"hours": "h", "minutes": "m", "seconds": "s"},
}
_MOST_DIGITS = 30


class DataStyles:
    """Puts number formats together from the elements of a document, in their order."""

    def __init__(self) -> None:
        self._formats: dict[str, str] = {}
        self._data_style_of: dict[str, str] = {}
        self._style = ""
        self._pieces: list[str] = []
        self._is_literal = False

    def format_of(self, style: str) -> str:
        """The number format of cells with this style."""
        return self._formats.get(self._data_style_of.get(style, ""), "General")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name in _DATA_STYLES:
            self._style, self._pieces = attributes.get("style:name", ""), []
        elif name == "style:style" and "style:data-style-name" in attributes:
            self._data_style_of[attributes.get("style:name", "")] = attributes["style:data-style-name"]
        elif name.startswith("number:"):
            self._piece(name.removeprefix("number:"), attributes)

    def text(self, text: str) -> None:
        """Text inside an element."""
        if self._is_literal and text != "%":
            self._pieces.append(f'"{text}"')
        elif self._is_literal:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        self._is_literal = False
        if name in _DATA_STYLES:
            self._formats[self._style] = "".join(self._pieces)

    def _piece(self, kind: str, attributes: dict[str, str]) -> None:
        is_long = attributes.get("number:style") == "long"
        self._is_literal = kind in ("text", "currency-symbol")
        if kind == "number":
            whole = "0" * min(_MOST_DIGITS, int(attributes.get("number:min-integer-digits", "1")))
            places = "0" * min(_MOST_DIGITS, int(attributes.get("number:decimal-places", "0")))
            grouped = f"#,##{whole or '#'}" if attributes.get("number:grouping") == "true" else whole or "#"
            self._pieces.append(f"{grouped}.{places}" if places else grouped)
        elif kind == "am-pm":
            self._pieces.append("AM/PM")
        elif kind in _DAY_PARTS:
            is_word = kind == "month" and attributes.get("number:textual") == "true"
            letters = "mmm" if is_word else _DAY_PARTS[kind]
            self._pieces.append(letters + (letters[0] if is_word or kind == "day-of-week" else letters) * is_long)
