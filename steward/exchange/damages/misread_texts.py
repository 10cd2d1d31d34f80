"""Letters that were written in one encoding and read in another: "Ø£Ø­Ù…Ø¯", "РџС‘С‚СЂ", "M&uuml;ller", "M?ller"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, name

from steward.domain.attributes import AttributeType

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.exchange.damages.kinds import Column

#: UTF-8 read as Windows-1252: the first byte of a letter becomes one of these, the next one or two of those.
_NEXT = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
#: Windows-1252 read as the code page of a command line, or the other way round: signs between letters, a capital letter
#: with an accent behind small ones.
_CODE_PAGE = r"(?<=[^\W\d_])[÷³²¹▀▄─„”\u0081](?=[a-z])|▀|[a-z]{2}[ÀÂÈÊËÍÎÏÓÔÙÚÛÝ](?![A-Z])"
#: One letter of Central Europe or of Turkey; and one read as on a Macintosh, on a command line, or in Russia.
_SINGLE = (
    "È[˜™š›]|Ă[ˇ˘¤¦§¨©«¬\u00ad®°±˛´µ¶·¸»˝Ľłž]|[ĂĹÄ][‚›‡™„…¬€]|√[^\\s\\d]|[├┬┼][^\\s─┬┼]|(?<=[A-Za-z])Г[©±¶¤µј¦§ў¬]"
)
#: Thai read as Thai of one byte a letter is made of letters; no word has three of these in a row.
_THAI = "(?:เ[ธน][ก-ฟ\u0080-\u009f€…‘’“”•–—]){3}"
_MOJIBAKE = re.compile(f"[ÂÃÄÅÆÐÑ]{_NEXT}|[à-ï]{_NEXT}{_NEXT}|â€.|â„¢|ðŸ|ï»¿|\ufffd|{_CODE_PAGE}|{_SINGLE}|{_THAI}")
#: A letter of HTML that nobody turned into one: "M&uuml;ller", "Smith &amp; Co".
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[a-zA-Z](?:uml|acute|grave|circ|tilde|cedil|caron|ring|slash)|szlig|[ao]elig);"
    r"|&#x?[\da-fA-F]{2,5};"
)
#: Letters that an encoding doesn't have became question marks: "M?ller", "???? ????"; one alone asks something, and in
#: the address of a page of maps it asks for a place: "maps?q=".
_LOST = re.compile(r"\?(?=[^\W\d_])(?!\w+=)|(?<!\S)\?{2,} \?{2,}(?!\S)")
_NO_QUESTIONS = frozenset(
    {
        *(AttributeType.NAME, AttributeType.GIVEN_NAME, AttributeType.FAMILY_NAME, AttributeType.ORGANIZATION),
        *(AttributeType.LOCALITY, AttributeType.ADDRESS),
    }
)
#: Encodings in which the letters of others are often read; a letter of East Asia takes three bytes there.
_PAGES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "mac_roman", "cp437", "cp850")
#: So many letters in a row that are all others once they are read anew are no chance; of real letters so many.
_IN_A_ROW, _OF_LETTERS = 2, 3
_LETTERS_AND_MARKS = "LM"


def mojibake(column: Column) -> Collection[str]:
    """Letters that were written in one encoding and read in another."""
    found: list[str] = []
    if column.holds("&"):
        found += [cell for cell in column.texts if "&" in cell and _ENTITY.search(cell)]
    if column.type in _NO_QUESTIONS and column.holds("?"):
        found += [cell for cell in column.texts if "?" in cell and _LOST.search(cell)]
    if column.is_plain:
        return found
    pages = tuple(page for page in _PAGES if _may_be_of(page, column.odd_characters))
    odd = [cell for cell in column.texts if not cell.isascii()]
    return [*found, *(cell for cell in odd if _is_misread(cell, column.misread, pages))]


def _is_misread(cell: str, misread: frozenset[str], pages: tuple[str, ...]) -> bool:
    if _MOJIBAKE.search(cell) or not misread.isdisjoint(cell):
        return True
    return bool(pages) and any(map(_is_other_script, _of_pages(pages).findall(cell)))


def _may_be_of(page: str, characters: frozenset[str]) -> bool:
    """Whether there is what a page makes of letters: some of them are signs, and two at least follow a first byte."""
    first, following = (characters.intersection(those) for those in _bytes_of(page))
    return bool(first) and len(following) >= _IN_A_ROW and not all(map(str.isalpha, first | following))


@cache
def _of_pages(pages: tuple[str, ...]) -> re.Pattern[str]:
    """Two letters at least of UTF-8 that were read in one of the pages."""
    return re.compile("|".join(f"(?:{_letters_of(page)}){{{_IN_A_ROW},}}" for page in pages))


def _letters_of(page: str) -> str:
    first, following = (f"[{re.escape(chars)}]" for chars in _bytes_of(page))
    return f"{first}{following}{{1,2}}"


@cache
def _bytes_of(page: str) -> tuple[str, str]:
    """What a page makes of the first bytes of letters and of those that follow."""
    first, following = (
        "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in range(start, end))
        for start, end in ((0xC3, 0xF0), (0x80, 0xC0))
    )
    return first, following


def _is_other_script(run: str) -> bool:
    """Whether some characters are letters of one script in another encoding, and no words as they stand."""
    for page in _PAGES:
        try:
            anew = b"".join(_byte_of(char, page) for char in run).decode()
        except UnicodeError:
            continue
        is_word = run.isalpha() and len(anew) < _OF_LETTERS
        is_text = all(category(char)[0] in _LETTERS_AND_MARKS for char in anew)
        if is_text and not is_word and len({name(char, "?").split()[0] for char in anew}) == 1:
            return True
    return False


def _byte_of(char: str, page: str) -> bytes:
    try:
        return char.encode(page)
    except UnicodeEncodeError:
        # What a page doesn't have was read as the sign of the same number.
        return char.encode("latin-1")
