"""Parts of a workbook as almost every program writes them: one pattern reads many elements at a time.

A parser calls a function for each tag, which takes most of the time of reading a million rows. So the elements that a
pattern knows to the letter are cut out of what the parser is fed, and all else is left to it: the frame around them,
unusual elements among them, and whatever is broken.
"""

from __future__ import annotations

import re
import zipfile
from collections import deque
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, pairwise
from typing import IO, TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.parsers.expat import XMLParserType

    from steward.exchange.spread import Spread

Found = TypeVar("Found")
FoundCo = TypeVar("FoundCo", covariant=True)

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
_PORTION = 1 << 21
#: An element that is longer is cut, and so left to the parser.
_LONGEST = 1 << 22


class ElementPattern(Protocol[FoundCo]):
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

    def read(self, pieces: list[str | None]) -> FoundCo:
        """What elements with nothing between them say, by their pieces."""

    def start_of(self, text: str, number: int) -> int:
        """Where an element of a text that was split begins."""


class PlainReader(Generic[Found]):
    """Feeds a part to a parser, and what its plain elements say to who takes it, in the order of the part."""

    def __init__(
        self,
        parser: XMLParserType,
        pattern: ElementPattern[Found],
        *,
        is_open: Callable[[], bool],
        take: Callable[[Found], None],
    ) -> None:
        """``is_open``: the parser stands where such elements belong. ``take`` is given what some in a row say."""
        self._parser = parser
        self._pattern = pattern
        self._is_open = is_open
        self._take = take
        self._fed = 0
        #: Plain elements may still come: what was read so far is understood.
        self._is_plain = True
        parser.XmlDeclHandler = self._check_encoding

    def feed(self, file: IO[bytes], watch: Callable[[int], None], spread: Spread | None = None) -> None:
        """Read a whole part; ``watch`` is told the size of every portion. Raises what the parser raises.

        ``spread`` can have portions taken apart elsewhere while those before are taken in here.
        """
        first = file.read(_PORTION)
        found = _PREFIX.search(first)
        prefix = (found and found[1]) or b""
        self._pattern.begin(prefix.decode())
        end = b"</%b%b>" % (prefix, self._pattern.name.encode())
        waiting: deque[bytes] = deque()

        def tasks() -> Iterator[bytes]:
            for portion in _portions(first, file, end, watch):
                waiting.append(portion)
                # What is left to the parser need not be taken apart.
                yield portion if self._is_plain else b""

        work = _Splitting(self._pattern)
        for split in spread(work, tasks()) if spread else map(work, tasks()):
            self._take_in(waiting.popleft(), split)
        self._parser.Parse(b"", True)

    def _take_in(self, portion: bytes, split: _Split[Found] | None) -> None:
        if split is None or not self._is_plain:
            self._leave(portion)
            return
        for other, found, start in zip(split.others, split.found, split.starts, strict=False):
            self._feed(other.encode())
            if not self._may_take():
                self._leave(portion.decode()[start:].encode())
                return
            self._take(found)
        self._feed(split.others[-1].encode())

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


def _portions(first: bytes, file: IO[bytes], end: bytes, watch: Callable[[int], None]) -> Iterator[bytes]:
    """A file in portions that end with an element; what follows it waits for the next portion."""
    rest = b""
    for portion in chain((first,), iter(partial(file.read, _PORTION), b"")):
        watch(len(portion))
        rest += portion
        stop = rest.rfind(end) + len(end)
        if stop < len(end) and len(rest) > _LONGEST:
            stop = len(rest)
        if stop >= len(end):
            yield rest[:stop]
            rest = rest[stop:]
    yield rest


@dataclass(frozen=True, slots=True)
class _Split(Generic[Found]):
    """A portion taken apart.

    ``found``: what plain elements in a row say, each time ``starts`` characters from the beginning; ``others``: what
    stands before each of them, and at the end what follows the last.
    """

    found: list[Found]
    starts: list[int]
    others: list[str]


@dataclass(frozen=True, slots=True)
class _Splitting(Generic[Found]):
    """Takes portions apart, each by itself."""

    pattern: ElementPattern[Found]

    def __call__(self, portion: bytes) -> _Split[Found] | None:
        """None where the parser must read it."""
        text = _decoded(portion)
        if text is None:
            return None
        pieces, stride = self.pattern.split(text), self.pattern.stride
        between = [other or "" for other in pieces[::stride]]
        breaks = [0, *(place for place in range(1, len(between) - 1) if between[place]), len(between) - 1]
        runs = [(first, last) for first, last in pairwise(breaks) if last > first]
        return _Split(
            [self.pattern.read(pieces[first * stride : last * stride]) for first, last in runs],
            [self.pattern.start_of(text, first) if first else len(between[0]) for first, _ in runs],
            [*(between[first] for first, _ in runs), between[-1]],
        )


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
