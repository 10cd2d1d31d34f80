"""Parts of a workbook as almost every program writes them: one pattern reads many elements at a time.

A parser calls a function for each tag, which takes most of the time of reading a million rows. So the elements that a
pattern knows to the letter are cut out of what the parser is fed, and all else is left to it: the frame around them,
unusual elements among them, and whatever is broken.
"""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache, partial
from typing import IO, TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.parsers.expat import XMLParserType

#: White space, text and attributes without anything of which a parser would make something else, or an error.
SPACE = r"[ \t\n]*+"
_CHARACTERS = r"[^<>&\x00-\x08\x0b-\x1f]*+"
TEXT = rf"{_CHARACTERS}(?:&(?:amp|lt|gt|quot|apos);{_CHARACTERS})*+"
#: After the attribute r, which has its own place.
ATTRIBUTES = r'(?: (?!r=)[A-Za-z][A-Za-z0-9:-]*+="[^"<>&\x00-\x1f]*+")*+'
_ATTRIBUTE = re.compile(r' ([A-Za-z0-9:-]+)="([^"]*)"')
_REFERENCE = re.compile("&(amp|lt|gt|quot|apos);")
_REFERENCES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_PREFIX = re.compile(rb"<([A-Za-z][A-Za-z0-9]*:)?(?:worksheet|sst)[ >]")
#: These are no characters of XML, but Python takes them for some.
_NO_CHARACTERS = ("\ufffe", "\uffff")
_PORTION = 1 << 19
#: An element that is longer is left to the parser.
_LONGEST = 1 << 20


class ElementPattern(Protocol):
    """Knows the plain elements of a part.

    ``stride``: what lies before an element and its groups are so many pieces.
    """

    name: str

    @property
    def stride(self) -> int: ...

    def begin(self, prefix: str) -> None:
        """The names of all elements begin with this."""

    def split(self, text: str) -> list[str | None]:
        """The pieces of a text, and at the end what follows the last element."""

    def start_of(self, text: str, number: int) -> int:
        """Where an element of a text that was split begins."""


class PlainReader:
    """Feeds a part to a parser, and its plain elements to who takes them, in the order of the part."""

    def __init__(
        self,
        parser: XMLParserType,
        pattern: ElementPattern,
        *,
        is_open: Callable[[], bool],
        take: Callable[[list[str | None]], None],
    ) -> None:
        """``is_open``: the parser stands where such elements belong. ``take`` is given pieces of some in a row."""
        self._parser = parser
        self._pattern = pattern
        self._is_open = is_open
        self._take = take
        self._end = b""
        self._rest = b""
        self._fed = 0
        #: Plain elements may still come: what was read so far is understood.
        self._is_plain = True
        parser.XmlDeclHandler = self._check_encoding

    def feed(self, file: IO[bytes], watch: Callable[[int], None]) -> None:
        """Read a whole part; ``watch`` is told the size of every portion. Raises what the parser raises."""
        for portion in iter(partial(file.read, _PORTION), b""):
            watch(len(portion))
            if self._is_plain:
                self._cut(portion)
            else:
                self._feed(self._rest + portion)
                self._rest = b""
        self._feed(self._rest)
        self._parser.Parse(b"", True)

    def _cut(self, portion: bytes) -> None:
        """Take what ends with an element; what follows it waits for the next portion."""
        if not self._end:
            found = _PREFIX.search(portion)
            prefix = (found and found[1]) or b""
            self._end = b"</%b%b>" % (prefix, self._pattern.name.encode())
            self._pattern.begin(prefix.decode())
        self._rest += portion
        end = self._rest.rfind(self._end) + len(self._end)
        if end >= len(self._end):
            complete, self._rest = self._rest[:end], self._rest[end:]
            self._read(complete)
        elif len(self._rest) > _LONGEST:
            self._is_plain = False

    def _read(self, portion: bytes) -> None:
        text = _decoded(portion)
        if text is None:
            self._leave(portion)
            return
        pieces = self._pattern.split(text)
        stride = self._pattern.stride
        between = pieces[::stride]
        first, last = 0, len(between) - 1
        for place, other in enumerate(between):
            if not other and place < last:
                continue
            if place > first:
                if not self._may_take():
                    self._leave(text[self._pattern.start_of(text, first) :].encode())
                    return
                self._take(pieces[first * stride : place * stride])
                first = place
            self._feed((other or "").encode())

    def _may_take(self) -> bool:
        """Whether the parser has understood all that lies before, and would take an element for one now."""
        return self._is_plain and self._is_open() and self._parser.CurrentByteIndex == self._fed

    def _leave(self, portion: bytes) -> None:
        """From here on all is for the parser."""
        self._is_plain = False
        self._feed(portion)

    def _feed(self, portion: bytes) -> None:
        # Between the marks of a section of characters elements are text, of which the parser has nothing to say.
        self._is_plain = self._is_plain and b"<![" not in portion
        self._fed += len(portion)
        self._parser.Parse(portion, False)

    def _check_encoding(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self._is_plain = self._is_plain and (encoding or "utf-8").lower() == "utf-8"


@lru_cache(maxsize=4096)
def plain_attributes(text: str) -> dict[str, str]:
    """The attributes of a plain element by name. Raises BadZipFile when one comes twice."""
    found = _ATTRIBUTE.findall(text)
    attributes = dict(found)
    if len(attributes) < len(found):
        raise zipfile.BadZipFile("an attribute twice")
    return attributes


def resolved(text: str) -> str:
    """A text with the references in it as the characters they stand for."""
    return _REFERENCE.sub(lambda found: _REFERENCES[found[1]], text) if "&" in text else text


def _decoded(portion: bytes) -> str | None:
    try:
        text = portion.decode()
    except UnicodeDecodeError:
        return None
    return None if any(character in text for character in _NO_CHARACTERS) else text
