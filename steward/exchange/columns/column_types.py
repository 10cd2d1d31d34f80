"""How the values of a column are compared in a table that nobody mapped, from its header words and its content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.column_content import ColumnProfile, filled_of, profile_column
from steward.exchange.columns.firm_names import are_firms, are_firms_rather_than_people
from steward.exchange.columns.house_numbers import with_house_numbers
from steward.exchange.columns.name_columns import with_names
from steward.exchange.columns.promised_cells import contradicts, proves
from steward.exchange.headers.abroad import languages_of
from steward.exchange.headers.keys import is_code_header
from steward.exchange.headers.kinds import is_origin_header
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.headers.words import read_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.exchange.raw_rows import CellColumn

_T = AttributeType

#: Targets compared otherwise than the type of their attribute says, or that are none. ``None``: not at all.
_COMPARED_AS: dict[str, AttributeType | None] = {
    "notes": None,
    "other_id": _T.NATIONAL_ID,
    ColumnRule.ID_NUMBER: _T.NATIONAL_ID,
    ColumnRule.BIRTH_PLACE_AND_DATE: _T.DATE,
}
#: When something happened to a customer: it differs at each of them, and says nothing of who it is.
_EVENTS = frozenset({"first_seen", "last_activity"})
#: Which date it is they do not say: it may be of birth.
_ANY_DATE = frozenset({"date", "tanggal"})
#: What a header promises so vaguely that the cells tell more.
_VAGUE = frozenset({_T.TEXT, _T.NUMBER})
#: Under a header that is known to be no attribute these are somebody else's: of whoever sold, or is to be called.
_OF_OTHERS = frozenset({_T.PHONE, _T.EMAIL})
#: What the cells of a place look like that has no name.
_OF_NUMBERED = frozenset({_T.NUMBER, _T.CODE, _T.CATEGORY, _T.TEXT})

#: Of any country: the shape of a phone is that of those at home.
_PHONE = re.compile(r"^[+(]?\d[\d\s()./+-]{5,18}$")
_FEWEST_OF_PHONE = 5
#: Two decimals, or thousands set apart: no phone is written so.
_AMOUNT = re.compile(r"-?\d+[.,]\d{2}|-?\d{1,3}([.,]\d{3})+([.,]\d{2})?")
_FOUR_DIGITS = re.compile(r"\d{4}(\.0)?")
#: What stands behind a name, and the words there by which sons are told from their fathers.
_SUFFIX_HEADER = re.compile(r"suffix|sfx|suff$|generation", re.IGNORECASE)
#: What stands between the names of a person, however it is cut short.
_MIDDLE_HEADER = re.compile(r"mid(dle|l)?([ _-]?(name|nm))?|m[ _-]?name", re.IGNORECASE)
_GENERATION = re.compile(r"(jr|sr|junior|senior|i{1,3}|iv|vi{0,2}|2nd|3rd|[45]th)\.?", re.IGNORECASE)
_MOSTLY_GENERATIONS, _MOSTLY_NAMES = 0.8, 0.8
_MAP_HEADER = re.compile(r"(^|[\W_])(lat|lon|lng|long)($|[\W_])|latitude|longitude|lintang|bujur", re.IGNORECASE)
_DEGREES = re.compile(r"-?\d{1,3}([.,]\d+)?")
_BETWEEN_WORDS = re.compile(r"[\s.,'’-]+")
#: So many values are few, and so often each of them comes again where they are kinds.
_FEW, _OFTEN = 20, 10
#: One word of letters and several digits: a number that somebody gave to whatever has it.
_CODE = re.compile(r"(?=(\D*\d){2})[A-Za-z]{1,4}[/-]?\d[A-Za-z\d/-]{2,14}")
_MOSTLY_CODES = 0.8
#: Where somebody votes or is counted: a place, though it has a number for a name.
_DISTRICT_HEADER = re.compile(
    r"precinct|constituency|(poll(ing)?|vot(ing|er)|elect(oral|ion)|census|school)[ _-]?(district|division|area|tract)",
    re.IGNORECASE,
)
#: A day or a month of a date that is spread over several columns.
_DAY_OR_MONTH = re.compile(r"\d{1,2}(\.0)?")


def infer_types(columns: Sequence[tuple[str, CellColumn]]) -> list[AttributeType | None]:
    """The types of all columns of a table, by header and cells.

    What names are is told by all columns together (see ``name_columns``), and which numbers belong to a street.
    """
    languages = languages_of(tuple(header for header, _ in columns))
    types = [infer_type(header, cells, languages) for header, cells in columns]

    def may_be_names(place: int) -> bool:
        header = columns[place][0]
        if is_origin_header(header):
            return False
        # A vessel is called a product, and may be what the list is of.
        return types[place] is _T.TEXT or read_header(header, languages) is None

    types = with_house_numbers(columns, types)
    return with_names([cells for _, cells in columns], types, may_be_names)


def infer_type(header: str, cells: CellColumn, languages: tuple[str, ...] = ()) -> AttributeType | None:
    """The type of a column, ``None`` where comparing it would say nothing (keys, constants, free text).

    ``languages``: those that the headers beside it are written in.
    """
    values = filled_of(cells)
    if len(set(values)) < 2 or is_origin_header(header) or _is_of_map(header, values):
        return None
    if _SUFFIX_HEADER.search(header) and _share(values, _is_generation) > _MOSTLY_GENERATIONS:
        # A part of the name like any other: Jr contradicts Sr.
        return _T.GIVEN_NAME
    if _MIDDLE_HEADER.fullmatch(header.strip()) and _share(values, _is_of_letters) > _MOSTLY_NAMES:
        return _T.GIVEN_NAME
    profile = profile_column(cells)
    target = _target(header, profile, languages)
    if target in _EVENTS and normalize_header(header) not in _ANY_DATE:
        return None
    type_ = _type_of_target(target) if target else _T.TEXT
    is_code = is_code_header(header, languages)
    told = _type_of_content(is_code, values, cells, profile) if type_ in _VAGUE else _checked(type_, values)
    if told in _OF_NUMBERED and _DISTRICT_HEADER.search(header):
        return _T.LOCALITY
    return None if target == ColumnRule.UNMAPPED and told in _OF_OTHERS else told


def _target(header: str, profile: ColumnProfile, languages: tuple[str, ...]) -> str | None:
    """What the header means; of several meanings the first that its cells allow."""
    meaning = read_header(header, languages)
    if meaning is None:
        return None
    first, *others = meaning.targets
    if not others and not meaning.is_vague:
        # "Registration number", "company no": the words before it say only whose number it is.
        return None if is_code_header(header, languages) and contradicts(first, profile) else first
    if meaning.is_vague and not proves(first, profile):
        return None
    return next((target for target in meaning.targets if not contradicts(target, profile)), first)


def _type_of_target(target: str) -> AttributeType | None:
    if target in _COMPARED_AS:
        return _COMPARED_AS[target]
    attribute = find_attribute(target)
    return attribute.type if attribute else _T.TEXT


def _checked(type_: AttributeType | None, values: list[str]) -> AttributeType | None:
    """A header can lie: a date column must hold dates, a category few values, a name of firms is no person's."""
    if type_ is _T.NAME and are_firms_rather_than_people(values):
        return _T.ORGANIZATION
    if type_ is _T.PHONE and _share(values, lambda v: sum(map(str.isdigit, v)) < _FEWEST_OF_PHONE) > 0.5:
        # "Numero" beside a street is that of the house.
        return _T.CODE
    if type_ is _T.DATE and _share(values, lambda v: any(c.isdigit() for c in v)) < 0.5:
        return _T.LOCALITY if _share(values, _is_of_letters) > 0.5 else None
    if type_ is _T.DATE and _are_years(values):
        return _T.CODE
    if type_ is _T.DATE and _share(values, lambda v: bool(_DAY_OR_MONTH.fullmatch(v))) > 0.8:
        return _T.NUMBER
    if type_ is _T.CATEGORY and len(set(values)) > max(60, len(values) // 4):
        return _T.TEXT
    return type_


def _type_of_content(
    is_code: bool, values: list[str], cells: CellColumn, profile: ColumnProfile
) -> AttributeType | None:
    distinct = len(set(values)) / len(values)
    if profile.share(Shape.EMAIL) > 0.6:
        return _T.EMAIL
    if profile.share(Shape.DATE) > 0.8:
        return _T.DATE
    if _are_years(values):
        return _T.CODE
    if are_firms(values) and not _are_kinds(values):
        return _T.ORGANIZATION
    if is_code or distinct > 0.98:
        return None if _distinct_share(cells) > 0.9 else _T.CODE
    if _share(values, lambda v: bool(_AMOUNT.fullmatch(v))) > 0.8:
        return _T.NUMBER
    if _share(values, lambda v: bool(_PHONE.match(v)) and sum(map(str.isdigit, v)) >= 8) > 0.8:
        return _T.PHONE
    if _share(values, _is_number) > 0.8:
        return _T.NUMBER
    if len(set(values)) <= max(_FEW, len(values) // 50):
        return _T.CATEGORY
    if _share(values, lambda v: bool(_CODE.fullmatch(v))) > _MOSTLY_CODES:
        return _T.CODE
    mean_words = sum(len(v.split()) for v in values) / len(values)
    return _T.TEXT if mean_words <= 8 else None


def _are_kinds(values: list[str]) -> bool:
    """Whether they are a few single words that come again and again: "Hotel", "Supplier". A firm has a name beside
    its form."""
    few = len(set(values)) <= min(max(_FEW, len(values) // 50), len(values) // _OFTEN)
    return few and _share(values, lambda v: len(v.split()) > 1) < 0.5


def _distinct_share(cells: CellColumn) -> float:
    """Of all cells: few of a sample have their double in it, however many there are."""
    filled = [count for cell, count in zip(cells.distinct, cells.counts(), strict=True) if cell.strip()]
    return len(filled) / sum(filled)


def _are_years(values: list[str]) -> bool:
    """A year alone is compared digit by digit, like what was typed: there is no day by which two people differ."""
    if _share(values, lambda v: bool(_FOUR_DIGITS.fullmatch(v))) < 0.9:
        return False
    # Some with their digits mixed up may be among them.
    return _share(values, lambda v: v[0] in "12") > 0.5


def _is_of_map(header: str, values: list[str]) -> bool:
    """Whether a column is half of a point on a map. It says no more than the address; of a town known by its middle,
    the halves would even count twice."""
    return bool(_MAP_HEADER.search(header)) and _share(values, lambda v: bool(_DEGREES.fullmatch(v))) > 0.8


def _is_of_letters(value: str) -> bool:
    return all(word.isalpha() for word in _BETWEEN_WORDS.split(value) if word)


def _is_generation(value: str) -> bool:
    return bool(_GENERATION.fullmatch(value))


def _is_number(value: str) -> bool:
    return bool(re.fullmatch(r"-?\d+([.,]\d+)*", value))


def _share(values: list[str], test: Callable[[str], bool]) -> float:
    return sum(1 for value in values if test(value)) / len(values)
