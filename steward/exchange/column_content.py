"""What the cells of a column look like: shares of shapes that support, contradict or replace what its header says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.exchange.raw_rows import CellColumn


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
    LETTERS = "letters"
    PERSON_WORDS = "person_words"
    ADDRESS = "address"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """Counts and shares (0..1, of the filled sample cells) of one column."""

    rows: int
    filled: int
    distinct: int
    examples: tuple[str, ...]
    shares: dict[Shape, float]
    sample: tuple[str, ...] = ()

    def share(self, shape: Shape) -> float:
        """How many of the looked-at cells have this shape."""
        return self.shares.get(shape, 0.0)

    @property
    def is_unique(self) -> bool:
        """Every row has a value and no value comes twice."""
        return self.rows > 0 and self.filled == self.rows == self.distinct


_SAMPLE = 400
_EXAMPLES = 3
_MONTHS = (
    "jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec|januari|februari|maret|april|juni|juli"
    "|agustus|september|oktober|november|desember|january|february|march|june|july|august|october|december"
)
_DAY = (
    r"(\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    rf"|\d{{1,2}}[- ]({_MONTHS})\.?[- ,]+(\d{{4}}|\d{{2}})|({_MONTHS})\.? \d{{1,2}},? \d{{4}})"
)
_PATTERNS: dict[Shape, re.Pattern[str]] = {
    Shape.EMAIL: re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}[.,;]?", re.I),
    Shape.DATE: re.compile(
        rf"{_DAY}([ T]\d{{1,2}}:\d{{2}}.*)?|(19|20)\d{{2}}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
        r"|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d{2}",
        re.I,
    ),
    Shape.PLACE_AND_DATE: re.compile(rf"[^\d,/]{{2,}}[,/ ]+\s*{_DAY}", re.I),
    Shape.NUMBER: re.compile(
        r"(rp\.?|idr|usd|\$)?\s*-?(\d{1,3}([.,]\d{3})*|\d+)([.,]\d+)?(\s?(jt|juta|rb|ribu|k|mio|m|mily?ar|,-))?"
        r"(\s?(idr|rp|usd|sgd|eur|aud|myr|rm|\$|€))?"
        r"|-?\d+([.,]\d+)?(e\+?\d+)?",
        re.I,
    ),
    Shape.POSTCODE: re.compile(r"[1-9]\d{4}"),
    Shape.WEBSITE: re.compile(
        r"(https?://|www\.)\S+|([a-z\d-]+\.)+(com|co|id|net|org|io|shop|store|biz|info|my|sg|au|nl)(/\S*)?", re.I
    ),
    Shape.HANDLE: re.compile(r"@[\w.]{2,}", re.I),
    Shape.GENDER: re.compile(
        r"l|p|lk|pr|w|m|f|v|laki\s*-?\s*laki|laki2?|pria|wanita|perempuan|male|female|mr|mrs|ms|cowok|cewek|[012]"
        r"|man|vrouw|dhr\.?|mevr\.?|mann|frau|herr|homme|femme|hombre|mujer|lelaki",
        re.I,
    ),
    Shape.ID_TYPE: re.compile(r"e?-?ktp|nik|sim\s?[abc]?|paspor|passport|kitas|kitap|npwp|nib", re.I),
    Shape.YES_NO: re.compile(
        r"y|n|ya|tidak|yes|no|true|false|0|1|t|f|setuju|stop|opt[ -]?(in|out)|aktif|ja|nee|nein|oui|non|si|v|x", re.I
    ),
    Shape.MARITAL: re.compile(
        r"(belum |blm )?(kawin|menikah|nikah)|lajang|cerai.*|janda|duda|t?k/\d|single|married|divorced|widow(ed|er)?",
        re.I,
    ),
    Shape.CUSTOMER_TYPE: re.compile(
        r"perorangan|pribadi|individu(al)?|person(al)?|b2c|retail"
        r"|perusahaan|badan( usaha)?|lembaga|corporate|company|korporat|b2b|organi[sz]ation|business",
        re.I,
    ),
    Shape.LETTERS: re.compile(r".*[^\W\d_]{2}.*", re.DOTALL),
    Shape.PERSON_WORDS: re.compile(r"[^\W\d_][^\W\d_.'’`,()-]*([ .,'’`-]+[^\W\d_][^\W\d_.'’`()-]*){0,6}\.?"),
    Shape.ADDRESS: re.compile(
        r"(jl|jln|jalan|gg|gang|komp|komplek|perum|perumahan|dsn|dusun|kp|kampung|ruko|apartemen|blok|griya|street)\b.*",
        re.I | re.DOTALL,
    ),
    Shape.CODE: re.compile(
        r"(?=.*\d)[A-Z]{0,5}[-_./ ]?\d{2,}([-_./]?\w+)*|(?=.*\d)[a-z]{1,5}[-_]?\d{3,}"
        r"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    ),
}
#: Stand-ins for an empty cell must not outvote the real values of a sparse column.
_SAYS_NOTHING = re.compile(
    r"[-.?_ ]+|0+|x+|n/?a|#n/a|nil|null|none|nan|(tidak|tdk|belum|blm) ada|kosong|tidak diisi|t/a", re.I
)
#: What they begin with, \u212a (Kelvin) being a k to a pattern that takes small and capital letters for the same.
_NOTHING_STARTS = frozenset("-.?_ 0xXnN#tTbBkK\u212a")
_PHONE_START = re.compile(r"['Oo]?(\+?62|0|\(0|\+|8[1-9])")
_LONGEST_NATIONAL = 13
_LETTERS = re.compile(r"[^\W\d_]")
_NOT_DIGIT = re.compile(r"\D")
_MARITAL_CODE = re.compile(r"[smdwkbj]|bk|bm|ch|cm|tk|kw|k[0-3]|tk[0-3]", re.IGNORECASE)
_SHORT_CODE = re.compile(r"[A-Z]{2,5}[-_./ ]?\d{3,10}", re.IGNORECASE)


def profile_column(column: CellColumn) -> ColumnProfile:
    """The profile of a column, its shapes judged by a sample spread over all rows."""
    texts = list(map(str.strip, column.distinct))
    has_text = np.fromiter(map(bool, texts), np.bool_, len(texts))
    tells = np.fromiter(map(tells_something, texts), np.bool_, len(texts))
    filled, told = np.flatnonzero(has_text[column.codes]), np.flatnonzero((has_text & tells)[column.codes])
    sample = [column[place].strip() for place in told[:: max(1, len(told) // _SAMPLE)][:_SAMPLE].tolist()]
    counts: dict[Shape, int] = {}
    for text in sample:
        for shape in shapes_of(text):
            counts[shape] = counts.get(shape, 0) + 1
    return ColumnProfile(
        rows=len(column),
        filled=len(filled),
        distinct=len(set(texts) - {""}),
        examples=tuple(dict.fromkeys(column[place].strip() for place in (*told[:50].tolist(), *filled[:50].tolist())))[
            :_EXAMPLES
        ],
        shares={shape: count / len(sample) for shape, count in counts.items()},
        sample=tuple(sample),
    )


def tells_something(text: str) -> bool:
    """False for stand-ins of an empty cell."""
    return text[:1] not in _NOTHING_STARTS or not _SAYS_NOTHING.fullmatch(text)


def shapes_of(text: str) -> set[Shape]:
    """Every shape a filled cell fits."""
    text = text.strip().removeprefix("'")
    found = {shape for shape, pattern in _PATTERNS.items() if pattern.fullmatch(text)}
    digits = _NOT_DIGIT.sub("", text)
    letters = len(_LETTERS.findall(text))
    if len(digits) >= 6 and letters <= len(digits):
        found.add(Shape.MANY_DIGITS)
    longest = _LONGEST_NATIONAL if digits.startswith("0") else 15
    if 8 <= len(digits) <= longest and letters <= 6 and _PHONE_START.match(text) and Shape.DATE not in found:
        found.add(Shape.PHONE)
    if letters == 0 and _is_nik(digits):
        found.add(Shape.NIK)
    if letters == 0 and len(digits) in (15, 16) and re.fullmatch(r"\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}", text):
        found.add(Shape.NPWP)
    return found


def _is_nik(digits: str) -> bool:
    if len(digits) != 16:
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    return "11" <= digits[:2] <= "96" and 1 <= month <= 12 and (1 <= day <= 31 or 41 <= day <= 71)


#: A header is not believed when fewer than ``_SUPPORT`` of the cells fit what it promises.
_SUPPORT = 0.25
_NO_PLACES = (Shape.ADDRESS, Shape.GENDER, Shape.EMAIL, Shape.DATE)
_FEW_CHOICES = 12
_EXPECTED: dict[str, Callable[[ColumnProfile], float]] = {
    "name": lambda column: column.share(Shape.LETTERS) - column.share(Shape.CODE),
    "given_name": lambda column: column.share(Shape.LETTERS),
    "family_name": lambda column: column.share(Shape.LETTERS),
    "organization": lambda column: column.share(Shape.LETTERS) - _kinds_and_codes(column),
    "contact_person": lambda column: column.share(Shape.LETTERS) - column.share(Shape.EMAIL),
    "nik": lambda column: column.share(Shape.MANY_DIGITS) - short_codes(column),
    "npwp": lambda column: column.share(Shape.MANY_DIGITS),
    "family_card": lambda column: column.share(Shape.MANY_DIGITS),
    **dict.fromkeys(
        ("other_id", ColumnRule.ID_NUMBER), lambda column: column.share(Shape.MANY_DIGITS) + column.share(Shape.CODE)
    ),
    "phone": lambda column: column.share(Shape.MANY_DIGITS) - column.share(Shape.NIK),
    "email": lambda column: column.share(Shape.EMAIL),
    "birth_date": lambda column: column.share(Shape.DATE),
    "last_activity": lambda column: column.share(Shape.DATE),
    "first_seen": lambda column: column.share(Shape.DATE) + _years(column),
    ColumnRule.BIRTH_PLACE_AND_DATE: lambda column: column.share(Shape.PLACE_AND_DATE),
    "gender": lambda column: column.share(Shape.GENDER),
    "marital_status": lambda column: column.share(Shape.MARITAL) + _marital_codes(column),
    "customer_type": lambda column: column.share(Shape.CUSTOMER_TYPE),
    "account_number": lambda column: column.share(Shape.MANY_DIGITS) + column.share(Shape.CODE),
    "revenue": lambda column: column.share(Shape.NUMBER),
    "cost": lambda column: column.share(Shape.NUMBER),
    "products": lambda column: 1 - column.share(Shape.DATE) - _counts(column),
    "country": lambda column: column.share(Shape.LETTERS) or 1 - column.share(Shape.NUMBER),
    **dict.fromkeys(
        ("village", "district", "city"),
        lambda column: 1 - max(map(column.share, (*_NO_PLACES, Shape.NUMBER))),
    ),
    "province": lambda column: 1 - max(map(column.share, _NO_PLACES)),
    "channel": lambda column: 1.0 if column.distinct <= max(_FEW_CHOICES, column.filled / 2) else 0.0,
    "purchases": lambda column: column.share(Shape.NUMBER) - _thousands(column),
    **dict.fromkeys(
        ("consent", "consent_email", "consent_sms", "consent_whatsapp", "consent_phone"),
        lambda column: 1 - column.share(Shape.DATE) - column.share(Shape.MANY_DIGITS),
    ),
    ColumnRule.ID_TYPE: lambda column: column.share(Shape.ID_TYPE),
    "address": lambda column: column.share(Shape.LETTERS),
}


def contradicts(target: str, column: ColumnProfile) -> bool:
    """Whether the cells can't be what a target asks for; an empty column or a single cell contradicts nothing."""
    expected = _EXPECTED.get(target)
    return expected is not None and column.filled > 1 and bool(column.shares) and expected(column) < _SUPPORT


def proves(target: str, column: ColumnProfile) -> bool:
    """Whether the cells look like a target that its header only hints at."""
    if target == "name":
        return column.share(Shape.PERSON_WORDS) >= 0.7 and column.distinct >= 0.3 * column.filled > 0
    return column.share(Shape.DATE) >= 0.85


def _counts(column: ColumnProfile) -> float:
    """How many cells are numbers small enough to count something."""
    return max(0.0, column.share(Shape.NUMBER) - _thousands(column))


def _kinds_and_codes(column: ColumnProfile) -> float:
    """How many cells are codes, or say of which kind somebody is instead of who."""
    return column.share(Shape.CODE) + column.share(Shape.CUSTOMER_TYPE)


def _marital_codes(column: ColumnProfile) -> float:
    """How many cells are short for being single, married, divorced or widowed."""
    return sum(1 for cell in column.sample if _MARITAL_CODE.fullmatch(cell)) / max(1, len(column.sample))


def _thousands(column: ColumnProfile) -> float:
    """How many cells are too large for a count of what a customer did."""
    return sum(1 for cell in column.sample if len(_NOT_DIGIT.sub("", cell)) > 4) / max(1, len(column.sample))


def short_codes(column: ColumnProfile) -> float:
    """How many cells are numbers behind some letters, shorter than those of a person's document."""
    return sum(1 for cell in column.sample if _SHORT_CODE.fullmatch(cell)) / max(1, len(column.sample))


def _years(column: ColumnProfile) -> float:
    return 1.0 if all(re.fullmatch(r"(19|20)\d{2}", example) for example in column.examples) else 0.0
