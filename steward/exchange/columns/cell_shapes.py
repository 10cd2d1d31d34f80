"""What one cell can look like, whatever column it stands in."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from steward.domain.short_answers import without_other_ending
from steward.resources import read_lines, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable


class Shape(StrEnum):
    """What one cell can look like."""

    EMAIL = "email"
    PHONE = "phone"
    MANY_DIGITS = "many_digits"
    NIK = "nik"
    NPWP = "npwp"
    DATE = "date"
    PLACE_AND_DATE = "place_and_date"
    NUMBER = "number"
    POSTCODE = "postcode"
    WEBSITE = "website"
    HANDLE = "handle"
    GENDER = "gender"
    ID_TYPE = "id_type"
    YES_NO = "yes_no"
    MARITAL = "marital"
    CUSTOMER_TYPE = "customer_type"
    CHANNEL = "channel"
    LETTERS = "letters"
    PERSON_WORDS = "person_words"
    ADDRESS = "address"
    CODE = "code"


_MONTHS = (
    "jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec|januari|februari|maret|april|juni|juli"
    "|agustus|september|oktober|november|desember|january|february|march|june|july|august|october|december"
)
_DAY = (
    r"(\d{1,2}(\. |[-/. ])\d{1,2}(\. |[-/. ])(\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\.?"
    rf"|\d{{1,2}}[- ]({_MONTHS})\.?[- ,]+(\d{{4}}|\d{{2}})"
    # In other languages, with whatever is said before and behind the month: "3 de mayo de 1985", "12. října 1985".
    r"|\d{1,2}(er|[.º])?[-/ ]+(de )?[^\W\d_][^\s\d,/'-]{1,14}( de|,)?[-/ ]+(19|2[05])\d{2}( ?г\.?)?"
    r"|(19|20)\d{2}[. ]+[^\W\d_]{3,14} \d{1,2}\.?|(ngày )?\d{1,2} tháng \d{1,2} năm \d{4}"
    # By eras, and with signs: "H11.12.31", "1985年3月12日".
    r"|([mtshr]|[明大昭平令])\d{1,2}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|([^\W\d_]{1,2} ?)?(\d{1,4}|元) ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]?"
    rf"|\d{{2}}({_MONTHS})(\d{{4}}|\d{{2}})|({_MONTHS})\.? \d{{1,2}},? \d{{4}})"
)
#: "Jun-2020", "06/2021": no day, but of one.
MONTH_OF_YEAR = re.compile(rf"(({_MONTHS})\.?|0?[1-9]|1[0-2])[-/. ']+(19|20)\d{{2}}", re.IGNORECASE)
#: Year, month and day, or day, month and year: what the whole column is tells.
DAY_OF_SIX_DIGITS = re.compile(r"\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}")
#: "18-Mei", "9 Mei": a birthday without the year.
DAY_OF_ANY_YEAR = re.compile(rf"\d{{1,2}}[-/. ]+({_MONTHS})\.?|({_MONTHS})\.?[-/. ]+\d{{1,2}}", re.IGNORECASE)
_PATTERNS: dict[Shape, re.Pattern[str]] = {
    Shape.EMAIL: re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}[.,;]?", re.I),
    Shape.DATE: re.compile(
        rf"{_DAY}(,?[ T]\d{{1,2}}[:.]\d{{2}}.*)?|(19|20)\d{{2}}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
        r"|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d{2}",
        re.I,
    ),
    Shape.PLACE_AND_DATE: re.compile(rf"[^\d,/]{{2,}}[,/ ]+\s*{_DAY}", re.I),
    Shape.POSTCODE: re.compile(r"[1-9]\d{4}"),
    Shape.WEBSITE: re.compile(
        r"(https?://|www\.)\S+|([a-z\d-]+\.)+(com|co|id|net|org|io|shop|store|biz|info|my|sg|au|nl)(/\S*)?", re.I
    ),
    Shape.HANDLE: re.compile(r"@[\w.]{2,}", re.I),
    # In India's scripts a vowel is a sign behind a letter, and no letter.
    Shape.LETTERS: re.compile(r".*[^\W\d_](?:[^\W\d_]|[\u0900-\u0dff]).*", re.DOTALL),
    Shape.PERSON_WORDS: re.compile(r"[^\W\d_][^\W\d_.'’`,()-]*([ .,'’`-]+[^\W\d_][^\W\d_.'’`()-]*){0,6}\.?"),
    Shape.ADDRESS: re.compile(
        r"(jl|jln|jalan|gg|gang|komp|komplek|perum|perumahan|dsn|dusun|kp|kampung|ruko|apartemen|blok|griya|street)\b.*"
        # Those of other languages are words that begin or end other things as well, but for the number of the house.
        r"|(via|viale|piazza|corso|vicolo|rua|avenida|av|travessa|calle|plaza|paseo|ul|ulica|aleja|rue|avenue|chemin"
        r"|impasse|boulevard|bd|place|all[ée]e)\b\.?[^\d@]*\d.*"
        r"|[^\d@]+(stra(ß|ss)e|str\.|weg|gasse|platz|straat|laan|gracht|plein) ?\d.*"
        r"|\d+[a-z]?(/\d+[a-z]?)?,? [^\d@]+ (street|st|road|rd|avenue|ave|lane|ln|drive|dr|terrace|tce|crescent|cres"
        r"|court|ct|close|place|pl|way|park|grove|parade|highway|hwy|boulevard|blvd|square|circle|mews|gardens|loop|link|walk)"
        r"\b\.?([ ,#].*)?"
        r"|(blk|block|flat|apt|lot|plot|erf|stand|suite)\.? ?#?\d+[a-z]?[ ,/-]+[^\d@]{4,}.*",
        re.I | re.DOTALL,
    ),
    Shape.CODE: re.compile(
        # One letter at a time: of parts that could be cut anywhere there would be too many ways to try.
        r"[A-Z]{0,5}[-_./ ]?\d\d([-./]?\w)*|[a-z]{1,5}[-_]?\d{3,}"
        r"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
        # "ขก.5/0101", "АБ-12345": few letters, as in front of more a number is that of a house.
        r"|[А-ЯІЇЄΑ-Ω\u0e01-\u0e2eא-תء-ي]{1,3}[-_./ ]?\d([-./]?\d){2,}"
        # "BS-MLT/001", "ORD/0001/IX/2025"
        r"|(?=.*\d\d)[A-Z\d]{1,8}([-_./][A-Z\d]{1,8}){1,5}"
    ),
}
#: What is said in a few words: the sets of reference/categories.csv that list them, and what they leave out. A letter
#: that is short for more than one answer is decided there column by column.
_SAID: dict[Shape, tuple[tuple[str, ...], re.Pattern[str]]] = {
    Shape.GENDER: (("gender",), re.compile(r"[012pw]|laki\s*-\s*laki")),
    Shape.YES_NO: (("consent", "yes_no"), re.compile(r"opt[ -]?(in|out)")),
    Shape.ID_TYPE: (("id_type",), re.compile(r"e?-?ktp|sim\s?[abc]?")),
    Shape.MARITAL: (("marital_status",), re.compile(r"cerai.*|t?k/\d")),
    Shape.CUSTOMER_TYPE: (("customer_type",), re.compile(r"organi[sz]ation")),
    Shape.CHANNEL: (("channel", "other_channel"), re.compile(r"e-?mail|whats ?app")),
}
#: Of these sets single letters mean too much else; two signs of East Asia are a word.
_WHOLE_WORDS = frozenset({"marital_status", "customer_type"})
_SIGNS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
#: Stand-ins for an empty cell must not outvote the real values of a sparse column.
_SAYS_NOTHING = re.compile(
    r"[-.?_ ]*|0+|x+|n/?a|#(n/a|ref!|name\?|value!|div/0!|num!|null!)"
    r"|nil|null|none|nan|(tidak|tdk|belum|blm) ada|kosong|tidak diisi|t/a",
    re.I,
)
#: What they begin and end with; Kelvin is a k to a pattern that takes small and capital letters for the same, and i has
#: a sister without a dot and one with it.
_NOTHING_STARTS = frozenset(("", *"-.?_ 0xXnN#tTbBkK\u212a"))
_NOTHING_ENDS = frozenset(("", *"-.?_! 0xXaAlLeEnNgGiI\u0130\u0131"))
#: Abroad they are told by how they are grouped: "(312) 555-0182", "11 98765-4321".
_PHONE_START = re.compile(
    r"['Oo]?(\+?62|0|\(0|\+|8[1-9])|\(\d{2,4}\) ?\d|1?[-. ]?[2-9]\d{2}[-.]\d{3}[-.]\d{4}$|\d{2} 9?\d{4}-\d{4}$"
)
#: How many digits a phone has, by how it begins; three zeros fill up a code.
_PHONE_LENGTHS = (("000", (99, 0)), ("00", (11, 17)), ("0", (9, 13)), ("8", (8, 12)), ("", (8, 15)))
_POINT_ON_MAP = re.compile(r"-?\d{1,3}[.,]\d{3,}[,; ]+-?\d{1,3}[.,]\d{3,}")
#: "6,28E+15": of its many digits a spreadsheet shows the first ones.
_LARGE_NUMBER = re.compile(r"\d([.,]\d+)?E\+?(0?[6-9]|[12]\d)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")
_NOT_DIGIT = re.compile(r"\D")


def tell_something(texts: Iterable[str]) -> list[bool]:
    """Whether each of these stripped texts says something: it is not blank and no stand-in for a blank one."""
    starts, ends, matches = _NOTHING_STARTS, _NOTHING_ENDS, _SAYS_NOTHING.fullmatch
    return [text[:1] not in starts or text[-1:] not in ends or not matches(text) for text in texts]


def shapes_of(text: str) -> set[Shape]:
    """Every shape a filled cell fits."""
    text = text.strip().removeprefix("'")
    found = {shape for shape, pattern in _PATTERNS.items() if pattern.fullmatch(text)}
    said = text.casefold().rstrip(".")
    ways = {said, without_other_ending(said)}
    found |= {
        shape for shape, (_, others) in _SAID.items() if not ways.isdisjoint(_words()[shape]) or others.fullmatch(said)
    }
    if _number().fullmatch(text):
        found.add(Shape.NUMBER)
    digits = _NOT_DIGIT.sub("", text)
    letters = len(_LETTERS.findall(text))
    if (len(digits) >= 6 and letters <= len(digits)) or _LARGE_NUMBER.fullmatch(text):
        found.add(Shape.MANY_DIGITS)
    shortest, longest = next(lengths for start, lengths in _PHONE_LENGTHS if digits.startswith(start))
    if shortest <= len(digits) <= longest and letters <= 6 and _PHONE_START.match(text) and Shape.DATE not in found:
        found.add(Shape.PHONE)
    if letters == 0 and _is_nik(digits) and not _POINT_ON_MAP.fullmatch(text):
        found.add(Shape.NIK)
    if letters == 0 and len(digits) in (15, 16) and re.fullmatch(r"\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}", text):
        found.add(Shape.NPWP)
    return found


@cache
def _number() -> re.Pattern[str]:
    """A number, with what money is called before or behind it."""
    money = "|".join(re.escape(name) for name in sorted(read_lines("reference/currencies.txt"), key=len, reverse=True))
    return re.compile(
        # Of groups with blanks between only what else says that it is money: "812 345 678" is a phone.
        rf"\d{{1,3}}([ \u00a0\u202f]\d{{3}})+([.,]\d{{1,2}}|(?=\s?({money})))(\s?({money}))?|"
        rf"(({money})\.?)?\s*-?(\d{{1,3}}([.,]\d{{3}})*|\d{{1,2}}(,\d{{2}})+,\d{{3}}|\d+)([.,]\d+)?"
        r"(\s?(jt|juta|rb|ribu|k|mio|m|mily?ar|,--?|/[-=]))?"
        rf"(\s?({money}))?|-?\d+([.,]\d+)?(e\+?\d+)?",
        re.IGNORECASE,
    )


@cache
def _words() -> dict[Shape, frozenset[str]]:
    rows = read_rows("reference/categories.csv")
    return {
        shape: frozenset(
            # As cells are: a small sigma at the end of a word is another letter than inside of it.
            word.casefold()
            for row in rows
            for word in (row["value"], *row["words"].split("|"))
            if row["set"] in sets and (len(word) > 2 or _SIGNS.fullmatch(word) or row["set"] not in _WHOLE_WORDS)
        )
        for shape, (sets, _) in _SAID.items()
    }


def _is_nik(digits: str) -> bool:
    if len(digits) != 16:
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    return "11" <= digits[:2] <= "96" and 1 <= month <= 12 and (1 <= day <= 31 or 41 <= day <= 71)
