"""Damage to texts: errors, blanks that nobody sees, several customers in one cell, values under the wrong header."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.columns.cell_words import alternatives, is_filler
from steward.exchange.columns.told_by_content import share_of_people
from steward.exchange.damages.look_alikes import without_wide
from steward.exchange.headers.kinds import says_family_name_first
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.exchange.damages.kinds import Column

#: In English, and by their marks in whatever language a spreadsheet speaks: "#NV", "#BEZUG!", "#NOMBRE?".
_ERROR = re.compile(
    r"#(N/?[A-Z]{1,2}|Н/Д|I/T|HIÁNYZIK|YOK|[^\W\d_]{2,12}(/0)?[!?]|[¡¿][^\W\d_]{2,12}[!?]|GETTING_DATA)|#{3,}|Err:\d{3}"
)
#: Also without width: soft hyphens, marks of direction. The joiner inside emoji is none of them.
_INVISIBLE = re.compile(
    "[\u00a0\u00ad\u1680\u2000-\u200c\u200e\u200f\u2028-\u202f\u205f\u2060-\u2064\u3000\ufeff"
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]"
)
_GROUP_BLANK = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}|[^\W\d_]|[$€£¥₫₽₴₪₹])|(?<=[$€£¥])[\u00a0\u202f](?=\d)")
_AND = re.compile(r"\s+(&|\+|dan|and|serta)\s+|\s*[/;\n|]\s*|\s+&\s*|\s*&\s+", re.IGNORECASE)
_AND_WORDS = ("e", "y", "i", "et", "und", "u.", "en", "og", "och", "ve", "và", "és", "ja", "و")
_ANDS_ABROAD = tuple(f" {word} " for one in _AND_WORDS for word in (one, one.upper()))
_AND_ABROAD = re.compile(
    # "م/": titles of one letter.
    rf"(?:[^\W\d_] ?/ ?)?(?P<one>[^\W\d_]{{2,}}[^\d&+/;|]*?)\s+(?:{'|'.join(map(re.escape, _AND_WORDS))})"
    r"\s+(?:[^\W\d_] ?/ ?)?(?P<other>[^\W\d_]{2,}[^\d&+/;|]*)",
    re.IGNORECASE,
)
#: In East Asia a family name stands before two given ones: "伊藤　浩二・恵子".
_OF_ONE_FAMILY = re.compile(
    r"(?:[\u4e00-\u9fff々]{1,4}\s+)[\u4e00-\u9fff々ぁ-ん]{1,4}\s?[・･、]\s?[\u4e00-\u9fff々ぁ-ん]{1,4}"
)
_FEWEST_NAMESAKES = 2
#: A single word behind so many names is no name.
_MOST_REMARKS = 3
#: "1. SUMINI 2. HAERUDIN"
_NUMBERED = re.compile(r"1[.)]\s*[^\W\d_][^\d]{2,}\s[2][.)]\s*[^\W\d_]\D{2,}(\s3[.)]\s*\D{3,})?")
_SALUTATION = (
    r"(?i:(?:bpk|bapak|pak|bp|ibu|bu|ny|nyonya|tn|tuan|nn|sdri?|h|hj|dr|drg|drs|dra|ir|prof|kh|mr|mrs|ms)\b\.?\s*)*"
)
#: "Bpk/Ibu Adolfina" is one of both, nobody knows which.
_EITHER = re.compile(
    r"^\W*(bpk|bapak|pak|bp|tn|tuan|mr|sdr)\.?\s*(/|&|atau|dan)\s*(ibu|bu|ny|nyonya|nn|mrs|ms|i)\b\.?", re.I
)
#: Two letters are a name only with others behind ("Võ Thị Lan"), and only such as can be spoken: "Jl" is a street.
_SHORT_NAME = r"(?!(?i:[b-df-hj-np-tv-xz]{2}))[^\W\d_]{2}(?= [^\W\d_]{2})"
#: Who is named beside her husband is another customer; whose wife she is behind a slash is a remark.
_SPOUSE = re.compile(r"(&|\+|\bdan|\bserta)\s+(?:istri|suami)\s+(?=[^\W\d_]{3})", re.IGNORECASE)
_NAME_SIDE = re.compile(_SALUTATION + rf"(?:[A-Z]\. *)*([^\W\d_][^\W\d_.'’-]{{2,}}|{_SHORT_NAME})[^\d@:/&]*")
_NOT_SECOND = re.compile(
    r"(alias|als|a\.?k\.?a|d/?h|a/?n|an|up|c/o|qq|bin|binti|cs|dkk|ortu|istri|suami|anak|[sm]\.\w{1,4}|[sm]e|sh|st|mm)\b",
    re.I,
)
_EMAIL = re.compile(r"[^@\s,;/]+@[^@\s,;/]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"['(]*(\+?62|0)[\s().-]*[1-9][\d\s().-]{6,15}")
#: Longer than the postcodes of other countries, "09015-000".
_LONG_PHONE = re.compile(r"['(]*(\+?62|0)[\s().-]*[1-9]([\s().-]*\d){8,13}")
#: Never as long as an id, which may begin with 62 as well, and never a date.
_MOBILE = re.compile(r"['(]*(\+?62|0)[\s.-]*8[1-35-9]([\s.-]*\d){6,10}")
_FROM_ABROAD = re.compile(r"'?\+\d{1,3}[\s.-]?\(?\d[\d\s().-]{6,}")
_NIK = re.compile(r"'?[1-9]\d{5}[0-7]\d[01]\d{7}")
_WORDS = re.compile(r"[^\W\d_]{3,}([ .'-]+[^\W\d_]+)*\.?(\s*\([^\W\d_]+\))?")
_ADDRESS = re.compile(r"(jl|jln|jalan|gg|gang|komp|komplek|perumahan|perum|dsn|dusun)\b[. ].*\d.*", re.I | re.DOTALL)
_POSTCODE = re.compile(r"[1-9]\d{4}")
_WEBSITE = re.compile(r"(https?://|www\.)[^\s@]+|[\w-]+(\.[\w-]+)*\.[a-z]{2,4}/[^\s@]+", re.IGNORECASE)
_HANDLE = re.compile(r"@\w[\w.]{2,}")
#: Of a column of names so many at least are known ones, and so many at most hold two.
_PEOPLE, _SLIPS = 0.5, 0.12
_SAYS_NOTHING = re.compile(
    r"\W*(tidak|tdk|blm|belum|tanpa|no|tak|ga|gak|nggak)?\W*(ada|punya|diisi|tahu|tau|nomor|telp|hp|email|phone|mail)?\W*"
    r"|nihil|kosong|nil|null|none|nan|unknown|sda|idem|rahasia|private|xxx+|test?|coba|dummy|idem|sama|hilang|mati|tba",
    re.I,
)

#: What digits alone can be.
_NUMBERS = (_PHONE, _LONG_PHONE, _MOBILE, _NIK, _POSTCODE)
#: For each kind of column the look of a cell that belongs elsewhere.
_ELSEWHERE: dict[AttributeType, tuple[re.Pattern[str], ...]] = {
    AttributeType.NAME: (_EMAIL, _PHONE, _NIK, _ADDRESS),
    AttributeType.GIVEN_NAME: (_EMAIL, _PHONE, _NIK, _ADDRESS),
    AttributeType.FAMILY_NAME: (_EMAIL, _PHONE, _NIK, _ADDRESS),
    AttributeType.ORGANIZATION: (_EMAIL, _PHONE, _NIK, _ADDRESS),
    AttributeType.LOCALITY: (_EMAIL, _PHONE, _NIK, _ADDRESS, _POSTCODE),
    AttributeType.ADDRESS: (_EMAIL, _PHONE, _NIK),
    AttributeType.PHONE: (_EMAIL, _HANDLE, _NIK, _WORDS, _ADDRESS),
    AttributeType.EMAIL: (_PHONE, _HANDLE, _NIK, _ADDRESS, _WEBSITE),
    AttributeType.NATIONAL_ID: (_EMAIL, _MOBILE, _FROM_ABROAD, _WORDS, _ADDRESS),
    AttributeType.CODE: (_EMAIL, _FROM_ABROAD),
    AttributeType.POSTCODE: (_EMAIL, _LONG_PHONE, _NIK, _WORDS, _ADDRESS),
    AttributeType.DATE: (_EMAIL, _MOBILE, _NIK, _ADDRESS, _WORDS),
    AttributeType.CATEGORY: (_EMAIL, _MOBILE, _NIK, _ADDRESS),
    AttributeType.NUMBER: (_EMAIL, _WORDS, _ADDRESS),
}


def error_cells(column: Column) -> Collection[str]:
    """What a spreadsheet writes where it has no value."""
    if not column.holds("#E"):
        return ()
    return [cell for cell in column.texts if cell.lstrip()[:1] in ("#", "E") and _ERROR.fullmatch(cell.strip())]


def invisible(column: Column) -> Collection[str]:
    """Blanks that are none and characters that nobody sees; they make equal texts different."""
    if column.is_plain:
        return ()
    odd = (cell for cell in column.texts if not (cell.isascii() and cell.isprintable()))
    are_amounts = column.type is AttributeType.NUMBER
    return [cell for cell in odd if _INVISIBLE.search(without_wide(_grouped(cell) if are_amounts else cell))]


def _grouped(cell: str) -> str:
    """An amount without the blanks that programs set between thousands and before the money, which may not break."""
    return _GROUP_BLANK.sub("", cell)


def several_customers(column: Column) -> Collection[str]:
    """Two people in one name cell."""
    if column.target == "family_name":
        # "Garcia y Vega" is one name; couples that are many are how a list writes households.
        found = [cell for cell in column.texts if _holds_two_people(cell)]
        return found if sum(column.counts[cell] for cell in found) <= _SLIPS * column.filled else ()
    if column.target in ("name", "given_name", "contact_person"):
        found = [cell for cell in column.texts if _holds_two_people(cell) or _NUMBERED.fullmatch(cell.strip())]
        return [*_without_remarks(found), *_two_in_other_languages(column)]
    return _two_of_others(column) if column.target == ColumnRule.UNMAPPED and not column.is_digits else ()


def _two_in_other_languages(column: Column) -> Collection[str]:
    """Two people with an "e" or "und" between them: what follows begins other names, as in "Costa e Silva" it doesn't.

    Where such names are many they are how a list writes couples, or one name; both are no slips.
    """
    present = [word for word in _ANDS_ABROAD if column.holds((word,))]
    joined = [cell for cell in column.texts if _OF_ONE_FAMILY.fullmatch(cell.strip())] if column.holds("・･、") else []
    if not present and not joined:
        return ()
    parts = {
        cell: sides
        for cell in column.texts
        if any(word in cell for word in present) and (sides := _AND_ABROAD.fullmatch(cell.strip()))
    }
    first = Counter(cell.split()[0].casefold() for cell in column.texts if cell not in parts)
    # Behind a family name and a given one stands another given one: "Della Costa e Silva Ana" is a single person.
    is_family_first = says_family_name_first(column.header)
    last = {cell.split()[-1].casefold() for cell in column.texts if cell not in parts}
    found = joined + [
        cell
        for cell, match in parts.items()
        if not _joint().search(cell)
        if (
            is_family_first
            and last.issuperset((match["one"].split()[-1].casefold(), *match["other"].casefold().split()))
        )
        or all(first[match[side].split()[0].casefold()] >= _FEWEST_NAMESAKES for side in ("one", "other"))
    ]
    return found if sum(column.counts[cell] for cell in found) <= _SLIPS * column.filled else ()


def _two_of_others(column: Column) -> Collection[str]:
    """Two people in a cell of a column of people that is no attribute: heirs, or whom to call."""
    found = [cell for cell in column.texts if _holds_two_people(cell)]
    # Parents stand together in every cell.
    if not found or sum(column.counts[cell] for cell in found) > _SLIPS * column.filled:
        return ()
    return found if share_of_people(column.texts) >= _PEOPLE else _namesakes(column, found)


def _namesakes(column: Column, found: list[str]) -> Collection[str]:
    """Those of the cells between whose words both sides begin and end as other cells do, where nearly all differ."""
    if 2 * len(column.texts) < column.filled:
        return ()
    words = [cell.casefold().split() for cell in column.texts]
    first, last = (Counter(each[at] for each in words if len(each) > 1) for at in (0, -1))
    sides = {
        cell: [part.split() for part in _AND.split(cell.casefold()) if part and len(part.split()) > 1] for cell in found
    }
    return [
        cell
        for cell, parts in sides.items()
        if len(parts) > 1
        and all(first[part[0]] > _FEWEST_NAMESAKES and last[part[-1]] > _FEWEST_NAMESAKES for part in parts)
    ]


def _without_remarks(found: list[str]) -> list[str]:
    """The cells whose last part is not one word that stands behind many names: "Budi Hartono | reseller"."""
    behind = {cell: re.split(r"[|/;&+\n]", cell)[-1].strip().casefold() for cell in found}
    often = Counter(behind.values())
    return [cell for cell, word in behind.items() if " " in word or often[word] <= _MOST_REMARKS]


def wrong_column(column: Column) -> Collection[str]:
    """Values that surely belong under another header; a column full of them is a matter of its mapping."""
    patterns = _elsewhere(column)
    if column.is_digits:
        patterns = tuple(pattern for pattern in patterns if pattern in _NUMBERS)
    if not column.holds("@"):
        patterns = tuple(pattern for pattern in patterns if pattern not in (_EMAIL, _HANDLE))
    if not patterns:
        return ()
    looks_elsewhere = map(_any_of(patterns).fullmatch, map(str.strip, column.texts))
    found = [
        cell
        for cell in compress(column.texts, looks_elsewhere)
        if not (_SAYS_NOTHING.fullmatch(text := cell.strip()) or is_filler(text, "value"))
    ]
    is_mapping = sum(column.counts[cell] for cell in found) > 0.3 * column.filled
    return () if is_mapping else found


def _elsewhere(column: Column) -> tuple[re.Pattern[str], ...]:
    if column.target == ColumnRule.ID_NUMBER:
        return (_EMAIL, _ADDRESS)
    if column.target in ("website", "handle"):
        return (_EMAIL, _PHONE)
    if column.target in ("contact_person", "channel") or column.type is None:
        return ()
    if column.target == "family_card":
        return _ELSEWHERE[AttributeType.NATIONAL_ID]
    if column.target in ("occupation", "products"):
        return _ELSEWHERE[AttributeType.CATEGORY]
    if column.target == "npwp":
        return (_EMAIL, _WORDS, _ADDRESS)
    return _ELSEWHERE.get(column.type, ())


@cache
def _any_of(patterns: tuple[re.Pattern[str], ...]) -> re.Pattern[str]:
    """One pattern for all of these: a long list is gone through once."""
    flags = {re.IGNORECASE: "i", re.DOTALL: "s"}
    kept = re.UNICODE | re.IGNORECASE | re.DOTALL
    assert not any(pattern.flags & ~kept for pattern in patterns), "another flag would be lost"
    return re.compile(
        "|".join(
            f"(?{''.join(letter for flag, letter in flags.items() if pattern.flags & flag)}:{pattern.pattern})"
            for pattern in patterns
        )
    )


def _holds_two_people(cell: str) -> bool:
    if not any(mark in cell for mark in "&+/;|\n") and not _has_and(cell):
        return False
    cell = _SPOUSE.sub(r"\1 ", _EITHER.sub("", cell))
    parts = [part.strip(" .,") for part in _AND.split(cell) if part and not _AND.fullmatch(f" {part} ")]
    if len(parts) not in (2, 3) or _joint().search(cell) or "(" in cell or '"' in cell:
        return False
    return all(_NAME_SIDE.fullmatch(part) and not _NOT_SECOND.match(part) for part in parts)


@cache
def _joint() -> re.Pattern[str]:
    """What is in names of firms, which may hold an "and" as well."""
    return re.compile(rf"\b({alternatives('joint')})\b", re.IGNORECASE)


def _has_and(cell: str) -> bool:
    folded = cell.lower()
    return " dan " in folded or " and " in folded or " serta " in folded
