"""What the cells of a column must look like for what its header promises: they contradict it, or prove it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.domain.short_answers import sex_codes
from steward.exchange.columns.cell_shapes import DAY_OF_ANY_YEAR, DAY_OF_SIX_DIGITS, MONTH_OF_YEAR, Shape
from steward.exchange.columns.cell_words import alternatives, known_titles
from steward.exchange.columns.column_content import (
    are_amounts,
    are_counts,
    are_round,
    cents,
    is_of_few,
    payable,
    read_by_others,
    share_matching,
)
from steward.exchange.targets import REFUSED, ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.exchange.columns.column_content import ColumnProfile

_MARITAL_CODE = re.compile(r"[smdwkbj]|bk|bm|ch|cm|tk|kw|k[0-3]|tk[0-3]", re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D")
#: A header is not believed when fewer than ``_SUPPORT`` of the cells fit what it promises.
_SUPPORT = 0.25
_NO_PLACES = (Shape.ADDRESS, Shape.GENDER, Shape.EMAIL, Shape.DATE)
_GREETING = re.compile(
    r"(dear|hi|hello|dearest|yth|liebe[rs]?|sehr geehrte[rs]?|cher|ch[eè]re|estimad[oa]|querid[oa]|car[oa]|gentile"
    r"|egregio|beste|geachte|kære|hej|szanown[ya]|drog[ia]|vážen[ýá]|mil[ýá]|sayın|уважаем(ый|ая))\b.*",
    re.IGNORECASE,
)
_FEW_CHOICES, _FEW_TITLES = 12, 0.2
#: Numbers of persons in Indonesia, or what a spreadsheet made of them; those of other countries are longer or shorter.
_LIKE_NIK = re.compile(r"\W*(\d\W*){16}|\d[.,]\d+E\+?1[56]", re.IGNORECASE)
#: Natural and legal persons in letters, of which each stands for too much else where no header says so.
_PERSON_OR_FIRM = re.compile(r"[fp]\.?o|p\.?[fjnm]|[фю]\.?[ло]|[φν]\.?π|b2[bc]|юр|физ|фіз", re.IGNORECASE)
#: Kinds of documents in letters or words that stand for much else where no header says so.
_SHORT_ID_TYPE = re.compile(
    r"\W*(c\.?c|c\.?e|t\.?i|r\.?c|c\.?i|b\.?i|o\.?p|ř\.?p|d\.?l|p\.?[pa]|l\.?k|l\.?m|l\.?c|nit|nif|rut|run|ruc|pan|ic|fin|cin|pep|ppt"
    r"|pass?|passi|pase|permis|licencia|licence|license|carnet|patente|dow[oó]d|osobna|osebna|személyi|kimlik|id|лк|п)\W*",
    re.IGNORECASE,
)
#: "أبو محمد": what somebody is called by a child's name, under a word that is of families in other countries.
_KUNYA = re.compile(r"([أاإ]بو|[أا]م) .*")
#: "3층", "201호", "5樓": a floor or a flat, in a sign behind its number.
_COUNTED_SIGN = re.compile(r".*\d[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af].*")
_INITIALS, _NO_DIGITS = re.compile(r"([^\W\d_][. -]*){1,4}"), re.compile(r"(?=.*[^\W\d_])\D+")
_MIXED = re.compile(r"(?=.*\d.*\d)(?=.*[A-Z].*[A-Z])[A-Z\d]{9,18}")
#: "N 5581 AKT" on a vehicle in Indonesia, where the word for its number is that for a policy, too.
_PLATE = re.compile(r"[A-Z]{1,2}[ -]?\d{1,4}[ -]?[A-Z]{1,3}", re.IGNORECASE)
#: Short days of the week, which other words than hours and days make something else: "Sun Medical", "Min. Wax".
_SHORT_DAYS = "sen|sel|rab|kam|jum|sab|min|sbt|mgg|mon|tue|wed|thu|fri|sat|sun"
#: "Sabtu 10.00", "Sen & Kam sore": when somebody comes, and not what for.
_OF_THE_WEEK = re.compile(
    r"(hari )?(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|weekend|weekday"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*"
    rf"|(hari )?({_SHORT_DAYS})\b(\W+({_SHORT_DAYS}|jam|pukul|pkl|pagi|siang|sore|malam|dan|and|sd|to|\d[\d.:]*)\b)*\W*"
    r"|(jam |pukul |pkl\.? )?\d{1,2}[.:]\d{2}\b.*",
    re.IGNORECASE,
)
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MEASURE = re.compile(r"\d+([.,]\d+)? ?[^\W\d_]{1,6}")
_COUNTRY_CODE, _CLASS_AT_SCHOOL = re.compile("[A-Z]{2}"), re.compile(r"\d{1,2}[-. ]?[A-H]", re.IGNORECASE)
#: Days from 1927 to 2064, and from 1998 to 2036, as a spreadsheet counts them.
_DAY_COUNT = re.compile(r"[1-5]\d{4}([.,]\d+)?")
_RECENT_DAY_COUNT = re.compile(r"(3[6-9]|4\d)\d{3}([.,]\d+)?")
#: Seconds since 1970, or thousandths of them, up to 2030; more of them look like a day with its hour: "1985041700".
_SECONDS = re.compile(r"1[0-8]\d{8}(\d{3})?([.,]\d+)?")
_MANY_ROWS = 30
#: One job in so many rows is none; so many kinds of them are no salutations that nobody knows.
_MANY_SAME, _FEWEST_JOBS = 10, 3
_LENGTHS_OF_NPWP = (15, 16)
_A_YEAR = re.compile(r"\D{0,12}(19|20)\d{2}\D{0,12}")
_OF_A_YEAR = re.compile(r"(19|20)\d{2} .*[^\W\d_].*")
_CAPITALS = re.compile("[A-Z]{2,6}")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
#: "329k", "Rp 75"
_OF_MONEY = re.compile(r"(rp|idr|rm|[$€£])\W*\d.*|.*\d ?(k|rb|ribu|jt|juta)", re.IGNORECASE)
#: What a class of customers pays: no class is called by so large a number.
_PRICE = re.compile(rf"{_OF_MONEY.pattern}|\d{{4,}}", re.IGNORECASE)
_LINK = re.compile(r"[\w-]+[./]\w|@\w")
#: "12345-6789" is one with its second part.
_LONGEST_POSTCODE = 11
_EXPECTED: dict[str, Callable[[ColumnProfile], float]] = {
    "name": lambda column: column.share(Shape.LETTERS) - column.share(Shape.CODE),
    "given_name": lambda column: column.share(Shape.LETTERS) + share_matching(column, _INITIALS),
    "family_name": lambda column: column.share(Shape.LETTERS) - share_matching(column, _KUNYA),
    "organization": lambda column: column.share(Shape.LETTERS) - _kinds_and_codes(column),
    "contact_person": lambda column: (
        column.share(Shape.LETTERS)
        - column.share(Shape.EMAIL)
        - column.share(Shape.CODE)
        - is_of_few(column) * share_matching(column, _CAPITALS)
    ),
    "nik": lambda column: share_matching(column, _LIKE_NIK),
    "npwp": lambda column: _long_numbers(column) + _mixed(column),
    "family_card": lambda column: _long_numbers(column),
    **dict.fromkeys(
        ("other_id", ColumnRule.ID_NUMBER),
        lambda column: (
            0.0
            if are_amounts(column) or are_counts(column)
            else _long_numbers(column) + column.share(Shape.CODE) + _mixed(column) - column.share(Shape.DATE)
        ),
    ),
    "title": lambda column: _titles(column) + share_matching(column, _GREETING),
    "occupation": lambda column: (
        # "2018 i30" under "Trade" is the car that somebody gives in return; work that has a price was done for them.
        0.0
        if are_amounts(column) or (column.distinct == 1 and column.filled >= _MANY_SAME)
        else 1 - column.share(Shape.YES_NO) - 2 * share_matching(column, _OF_A_YEAR)
    ),
    "handle": lambda column: 0.0 if is_of_few(column) else 1.0,
    "phone": lambda column: (
        column.share(Shape.MANY_DIGITS)
        - column.share(Shape.NIK)
        - column.share(Shape.DATE)
        - share_matching(column, _GUID)
    ),
    "email": lambda column: column.share(Shape.EMAIL),
    "website": lambda column: sum(1 for cell in column.sample if _LINK.search(cell)) / max(1, len(column.sample)),
    "birth_date": lambda column: (
        column.share(Shape.DATE)
        + share_matching(column, _DAY_COUNT)
        + share_matching(column, DAY_OF_SIX_DIGITS)
        + share_matching(column, DAY_OF_ANY_YEAR)
    ),
    "last_activity": lambda column: column.share(Shape.DATE) + _recent_day_counts(column) + _months(column),
    "first_seen": lambda column: (
        column.share(Shape.DATE) + _recent_day_counts(column) + _years(column) + _months(column)
    ),
    ColumnRule.BIRTH_PLACE_AND_DATE: lambda column: column.share(Shape.PLACE_AND_DATE),
    "gender": lambda column: column.share(Shape.GENDER) + read_by_others(column.sample, sex_codes),
    "marital_status": lambda column: column.share(Shape.MARITAL) + _marital_codes(column),
    "customer_type": lambda column: column.share(Shape.CUSTOMER_TYPE) + share_matching(column, _PERSON_OR_FIRM),
    "account_number": lambda column: (
        min(1.0, column.share(Shape.MANY_DIGITS) + column.share(Shape.CODE))
        - cents(column)
        - are_round(column)
        - share_matching(column, _PLATE)
    ),
    "revenue": payable,
    "cost": payable,
    "products": lambda column: (
        1
        - column.share(Shape.DATE)
        - column.share(Shape.YES_NO)
        - _counts(column)
        - are_amounts(column)
        - _no_wares(column)
        - _systems(column)
        - _cases(column)
        - share_matching(column, _OF_THE_WEEK)
    ),
    "country": lambda column: share_matching(column, _NO_DIGITS),
    **dict.fromkeys(
        ("village", "district", "city"),
        lambda column: (
            1
            - max(
                *map(column.share, (*_NO_PLACES, Shape.NUMBER)),
                share_matching(column, _COUNTRY_CODE),
                share_matching(column, _MEASURE),
            )
        ),
    ),
    # One sex alone is a state: "ME" on all sides.
    "province": lambda column: (
        1 - max(column.share(shape) for shape in _NO_PLACES if shape is not Shape.GENDER or column.distinct > 1)
    ),
    "notes": lambda column: 1 - max(map(column.share, (Shape.MANY_DIGITS, Shape.NIK, Shape.NUMBER))),
    "postcode": lambda column: _short_with_digits(column),
    "segment": lambda column: 1 - share_matching(column, _CLASS_AT_SCHOOL) - share_matching(column, _PRICE),
    "channel": lambda column: float(column.distinct <= max(_FEW_CHOICES, column.filled / 2)) - _systems(column),
    "purchases": lambda column: column.share(Shape.NUMBER) - max(_thousands(column), cents(column)),
    **dict.fromkeys(
        (*REFUSED, *REFUSED.values()),
        # "Stop #" is of stops on a route.
        lambda column: (
            1
            - max(column.share(Shape.NUMBER) * (column.distinct > _FEW_CHOICES), column.share(Shape.MANY_DIGITS))
            - column.share(Shape.DATE)
        ),
    ),
    ColumnRule.ID_TYPE: lambda column: column.share(Shape.ID_TYPE) + share_matching(column, _SHORT_ID_TYPE),
    "address": lambda column: column.share(Shape.LETTERS) + share_matching(column, _COUNTED_SIGN),
}


def contradicts(target: str, column: ColumnProfile) -> bool:
    """Whether the cells can't be what a target asks for; an empty column or a single cell contradicts nothing."""
    expected = _EXPECTED.get(target)
    return expected is not None and column.filled > 1 and bool(column.sample) and expected(column) < _SUPPORT


def proves(target: str, column: ColumnProfile) -> bool:
    """Whether the cells look like a target that its header only hints at."""
    if target == "name":
        return column.share(Shape.PERSON_WORDS) >= 0.7 and column.distinct >= 0.3 * column.filled > 0
    if target == "npwp":
        lengths = [len(_NOT_DIGIT.sub("", cell)) for cell in column.sample]
        return sum(map(_LENGTHS_OF_NPWP.__contains__, lengths)) >= 0.85 * len(lengths)
    return column.share(Shape.DATE) >= 0.85


def _titles(column: ColumnProfile) -> float:
    """How likely few words over and over are salutations: some of them are known, or they are too few to tell."""
    if column.distinct > max(_FEW_CHOICES, _FEW_TITLES * column.filled):
        return 0.0
    known = known_titles()
    said = sum(1 for cell in column.sample if not known.isdisjoint(_NOT_LETTERS.split(cell.casefold())))
    return 1.0 if column.distinct <= _FEWEST_JOBS else said / max(1, len(column.sample))


def _long_numbers(column: ColumnProfile) -> float:
    """How many cells are of many digits that are no day."""
    return column.share(Shape.MANY_DIGITS) - column.share(Shape.DATE)


def _mixed(column: ColumnProfile) -> float:
    """How many cells mix letters and digits, as numbers of other countries' documents do: "PLEPD3413A"."""
    return share_matching(column, _MIXED)


def _counts(column: ColumnProfile) -> float:
    """How many cells are numbers small enough to count something."""
    return max(0.0, column.share(Shape.NUMBER) - _thousands(column))


def _no_wares(column: ColumnProfile) -> float:
    """1.0 where many cells are documents, which are left with somebody and not bought, or each is a code of its own."""
    are_numbered = column.filled >= _MANY_ROWS and column.distinct == column.filled and column.share(Shape.CODE) >= 0.95
    return float(are_numbered or column.share(Shape.ID_TYPE) >= _SUPPORT)


def _kinds_and_codes(column: ColumnProfile) -> float:
    """How many cells are codes, or say of which kind somebody is instead of who."""
    return column.share(Shape.CODE) + column.share(Shape.CUSTOMER_TYPE)


def _marital_codes(column: ColumnProfile) -> float:
    """How many cells are short for being single, married, divorced or widowed."""
    return share_matching(column, _MARITAL_CODE)


def _thousands(column: ColumnProfile) -> float:
    """How many cells are too large for a count of what a customer did, or say that they are of money."""
    large = sum(1 for cell in column.sample if len(_NOT_DIGIT.sub("", cell)) > 4 or _OF_MONEY.fullmatch(cell))
    return large / max(1, len(column.sample))


def _short_with_digits(column: ColumnProfile) -> float:
    """How many cells can be postcodes of any country."""
    fitting = (cell for cell in column.sample if len(cell) <= _LONGEST_POSTCODE and any(map(str.isdigit, cell)))
    return sum(1 for _ in fitting) / max(1, len(column.sample))


def _recent_day_counts(column: ColumnProfile) -> float:
    """How many cells are days of this century as programs count them, unless they are sums of money."""
    days = 0.0 if are_amounts(column) else share_matching(column, _RECENT_DAY_COUNT)
    # The seconds of whole days are round.
    return days + share_matching(column, _SECONDS)


def _months(column: ColumnProfile) -> float:
    """How many cells are a month of a year: "Jun-2020", "06/2021"."""
    return share_matching(column, MONTH_OF_YEAR)


def _years(column: ColumnProfile) -> float:
    """How many cells are years, or a season of one: "2011", "winter 2013"."""
    return share_matching(column, _A_YEAR)


def _cases(column: ColumnProfile) -> float:
    """How many cells are what a call or a ticket is about."""
    return share_matching(column, _case())


def _systems(column: ColumnProfile) -> float:
    """How many cells are what somebody looks at a shop with, which is neither bought in it nor a way to it."""
    return share_matching(column, _system())


@cache
def _case() -> re.Pattern[str]:
    return re.compile(alternatives("case"), re.IGNORECASE)


@cache
def _system() -> re.Pattern[str]:
    """In any version: "Android 13"."""
    return re.compile(rf"({alternatives('system')})([ /v]*\d[\d.]*)?", re.IGNORECASE)
