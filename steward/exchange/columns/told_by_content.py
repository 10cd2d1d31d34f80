"""What the cells of a column say about its meaning when its header says nothing."""

from __future__ import annotations

import re
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.cell_words import known_titles, told_by_words
from steward.exchange.columns.column_content import are_handed_out, are_round, nips, share_matching
from steward.exchange.columns.firm_names import share_of_firms, share_of_forms, share_of_institutions
from steward.exchange.columns.known_places import told_by_places
from steward.exchange.countries import share_of_one_form
from steward.exchange.targets import ColumnRule
from steward.resources import read_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.columns.column_content import ColumnProfile

#: Shapes that tell a target without any help from the header, the most telling first.
_TELLING: tuple[tuple[Shape, str, float], ...] = (
    (Shape.EMAIL, "email", 0.6),
    (Shape.PLACE_AND_DATE, ColumnRule.BIRTH_PLACE_AND_DATE, 0.6),
    (Shape.PHONE, "phone", 0.6),
    (Shape.HANDLE, "handle", 0.6),
    (Shape.ADDRESS, "address", 0.5),
)
#: Numbers of accounts as all banks of these countries write them.
_IBAN = re.compile(
    r"(A[DELTZ]|B[AEGHR]|C[HYZ]|D[EK]|E[ES]|F[IR]|G[BEIR]|H[RU]|I[ELST]|JO|K[WZ]|L[BITUV]|M[CDEKT]|N[LO]|P[KLT]|QA|R[OS]"
    r"|S[AEIKM]|T[NR]|UA|XK)\d{2}( ?[A-Z\d]{4}){2,7}( ?[A-Z\d]{1,4})?"
)
_FEWEST = 3
_MANY = 20
_FEW_NIPS, _LONGEST_NAME = 5, 4
_NEARLY_ALL, _SURE, _MOSTLY, _PEOPLE, _SOME = 0.95, 0.85, 0.6, 0.4, 0.1
_DOCUMENT = re.compile(r"(e?-?ktp|sim\s?[abc]?|paspor|passport|kitas)\b.*\d{5,}", re.IGNORECASE)
_RT_RW = re.compile(r"(rt\W*)?\d{1,3}\s*/\s*(rw\W*)?\d{1,3}", re.IGNORECASE)
_SOCIAL = re.compile(
    r"@[\w.]{2,}|(https?://)?(www\.)?(fb|facebook|instagram|twitter|x|tiktok|linkedin|vk|threads)\.(com|net)/\S+",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"([a-z]:|\\\\|~)?.*[\\/].*\.[a-z\d]{2,4}|[^\s/\\]+\.(pdf|jpe?g|png|docx?|xlsx?|cdr|psd|ai|zip|mp4)", re.I
)
#: Two zeros in front of as few digits as no phone from abroad has.
_FILLED_UP = re.compile(r"00\W*(\d\W*){3,8}")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/\s]+)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(19\d{2}|20\d{2})|[-/. ](\d{2})$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT_LETTER = re.compile(r"[^a-z]+")
_NAMELESS = re.compile(r"(kolom|column|col|field|unnamed|var|data|header|c|f|x)?[\W_]*\d*[\W_]*", re.IGNORECASE)
#: Nobody is a customer before this age; and what happened to customers happened lately.
_LATEST_BIRTH, _EARLIEST_ACTIVITY = 2010, 2012
_BIRTH_SPREAD = 15
_REMARKS, _VARIED, _WORDS_OF_REMARKS, _SPOKEN = 5, 0.3, 2, 0.4
_MOST_NEIGHBOURHOODS = 40
_HAJI = "h"
_HOUSE = re.compile(
    r"(?P<street>[^\W\d_][^\d,;@]*[^\W\d_.])[.,]? +(no\.? ?)?(?P<behind>\d{1,4})[a-z]?([-/]\d+)?(,.*)?"
    r"|(?P<before>\d{1,5})[a-z]?,? (?P<road>[^\W\d_]{3,}.*)",
    re.IGNORECASE,
)
_STREETS, _FEWEST_HOUSES, _FEWEST_CODES = 0.7, 8, 8


def told_by_content(column: ColumnProfile, *, header: str = "") -> tuple[str, float] | None:
    """The target that the cells alone suggest, and the share of cells that do; None when they tell nothing."""
    if column.filled < _FEWEST or not column.sample:
        return None
    told = _by_documents(column)
    if told is not None:
        return told
    for shape, target, least in _TELLING:
        if column.share(shape) >= least and not (shape is Shape.PHONE and _are_numbers_of_things(column)):
            return target, column.share(shape)
    for tell in (_by_choice, _by_pattern, told_by_places, _by_house_numbers):
        if (told := tell(column)) is not None and not _are_other_codes(told[0], column, header):
            return told
    if (told := told_by_words(column.sample)) is not None and share_matching(column, _FILE) < _MOSTLY:
        return told
    return told_by_years(column) if is_nameless(header) else None


def _are_numbers_of_things(column: ColumnProfile) -> bool:
    """Whether what looks like phones is counted, or filled up with zeros: "034.78.0037" beside "001.02.0195"."""
    return are_handed_out(column) or share_matching(column, _FILLED_UP) >= _SOME


def _are_other_codes(told: str, column: ColumnProfile, header: str) -> bool:
    """Whether numbers that look like postcodes have a name that says they are something else, and none comes twice."""
    return told == "postcode" and not is_nameless(header) and column.is_unique and column.rows > _MANY


def is_nameless(header: str) -> bool:
    """Whether a header is no more than the place of its column: "Kolom1", "F8"."""
    return _NAMELESS.fullmatch(header) is not None


def _by_documents(column: ColumnProfile) -> tuple[str, float] | None:
    labelled = share_matching(column, _DOCUMENT)
    if labelled >= 0.1 and column.share(Shape.MANY_DIGITS) >= 0.8:
        return ColumnRule.ID_NUMBER, column.share(Shape.MANY_DIGITS)
    share = column.share(Shape.NIK)
    if share >= 0.6:
        return ("family_card" if _are_recording_days(column) else "nik"), share
    if (share := nips(column)) >= _SURE and column.filled >= _FEW_NIPS:
        return "other_id", share
    if column.share(Shape.NPWP) >= 0.2 and column.share(Shape.MANY_DIGITS) >= 0.8:
        return "npwp", column.share(Shape.MANY_DIGITS)
    return None


def are_organizations(column: ColumnProfile) -> bool:
    """Whether the cells are names of firms, by the legal forms in them."""
    return column.filled >= _FEWEST and share_of_firms(column.sample) >= _MOSTLY


def are_people(column: ColumnProfile, *, least: float = _PEOPLE) -> bool:
    """Whether so many cells are names of people, by the words that people are called by."""
    return column.filled >= _FEWEST and share_of_people(column.sample) >= least


def share_of_people(cells: Sequence[str]) -> float:
    """How many of these hold a word that people are called by."""
    return _share_with(cells, _people())


def _share_with(cells: Sequence[str], known: frozenset[str]) -> float:
    """How many of these hold a known word."""
    return sum(1 for cell in cells if not known.isdisjoint(_NOT_LETTER.split(cell.lower()))) / max(1, len(cells))


def are_remarks(column: ColumnProfile) -> bool:
    """Whether the cells are what people write freely: several words each, hardly one twice, and no names."""
    words = sum(len(_WORD.findall(cell)) for cell in column.sample)
    # What is said again and again is a remark by its words.
    least = _REMARKS if _share_with(column.sample, _spoken()) >= _SPOKEN else max(_REMARKS, _VARIED * column.filled)
    is_varied = column.distinct >= least
    return (
        is_varied
        and words >= _WORDS_OF_REMARKS * len(column.sample)
        and _are_spaced(column)
        and column.share(Shape.LETTERS) >= _SURE
        and column.share(Shape.ADDRESS) < 1 - _SURE
        and not are_people(column)
        and not are_organizations(column)
        and not _are_names(column)
    )


def are_whole_names(column: ColumnProfile) -> bool:
    """Whether nearly all cells are a given and a family name by their look, many of them more than once."""
    several = sum(1 for cell in column.sample if " " in cell)
    return several >= _NEARLY_ALL * len(column.sample) and column.distinct > _MANY and _are_names(column)


def _are_names(column: ColumnProfile) -> bool:
    """Whether nearly all cells are a few words with a capital each, as nobody writes remarks."""
    named = sum(
        1 for cell in column.sample if len(words := cell.split()) <= _LONGEST_NAME and all(map(_is_name, words))
    )
    return named >= _NEARLY_ALL * len(column.sample)


def _is_name(word: str) -> bool:
    return word[0].isupper() and any(map(str.islower, word)) and not any(map(str.isdigit, word))


def _are_spaced(column: ColumnProfile) -> bool:
    """Whether most cells have a blank in them: what a computer made of letters has none."""
    return 2 * sum(1 for cell in column.sample if " " in cell) >= len(column.sample)


def _are_recording_days(column: ColumnProfile) -> bool:
    """Family cards carry the day they were written, since 2000, and never the 40 added to a woman's birthday."""
    numbers = [digits for cell in column.sample if len(digits := re.sub(r"\D", "", cell)) == 16]
    return len(numbers) >= _MANY and all(int(number[6:8]) <= 31 and int(number[10:12]) <= 40 for number in numbers)


def _by_choice(column: ColumnProfile) -> tuple[str, float] | None:
    """Columns of a few words that stand again and again."""
    if column.distinct > 12 or column.distinct * 2 > column.filled:
        return None
    titles = known_titles()
    said = [cell.casefold().replace(".", "") for cell in column.sample]
    # Also two of them together: "Prof. Dr."
    salutations = sum(1 for cell in said if cell in titles or (cell and titles.issuperset(cell.split())))
    if 2 * salutations >= len(column.sample):
        # "H." beside "Hj."
        salutations += sum(1 for cell in said if cell == _HAJI)
    if salutations >= _NEARLY_ALL * len(column.sample):
        return "title", salutations / len(column.sample)
    is_two_sided = len(set(map(str.lower, column.sample))) > 1
    if (
        is_two_sided
        and column.share(Shape.GENDER) >= _NEARLY_ALL
        and column.share(Shape.NUMBER) == 0
        and column.distinct <= 8
    ):
        return "gender", column.share(Shape.GENDER)
    shares = {
        "customer_type": max(column.share(Shape.CUSTOMER_TYPE), share_of_forms(column.sample)),
        "marital_status": column.share(Shape.MARITAL),
        "channel": column.share(Shape.CHANNEL),
    }
    target, share = max(shares.items(), key=lambda found: found[1])
    return (target, share) if share >= _SURE else None


def _by_pattern(column: ColumnProfile) -> tuple[str, float] | None:
    if (share := share_of_one_form(column.sample)) >= _NEARLY_ALL:
        return "postcode", share
    is_number = are_handed_out(column) or are_round(column)
    is_varied = column.distinct >= min(_FEWEST_CODES, _VARIED * column.filled)
    if column.share(Shape.POSTCODE) >= _SURE and column.distinct >= _FEWEST and is_varied and not is_number:
        return "postcode", column.share(Shape.POSTCODE)
    patterns = (("rt_rw", _RT_RW, _SURE), ("account_number", _IBAN, _SURE), ("handle", _SOCIAL, _MOSTLY))
    for target, pattern, least in patterns:
        if target == "rt_rw" and (_are_days_of_year(column) or _are_sizes(column) or _are_steps(column)):
            continue
        if (share := share_matching(column, pattern)) >= least:
            return target, share
    if (share := share_of_firms(column.sample)) >= _MOSTLY:
        return "organization", share
    if column.distinct >= max(_FEWEST_CODES, _VARIED * column.filled):
        share = share_of_institutions(column.sample)
        if share >= _SURE:
            return "organization", share
    # Last: the address of a profile is a handle; what all have on one site are files or pictures there.
    hosts = {found[1].casefold() for cell in column.sample if (found := _HOST.match(cell))}
    are_own = len(hosts) >= _VARIED * len(column.sample)
    return ("website", column.share(Shape.WEBSITE)) if column.share(Shape.WEBSITE) >= _MOSTLY and are_own else None


def _by_house_numbers(column: ColumnProfile) -> tuple[str, float] | None:
    """A name and a number behind it, or before, is where somebody lives, when the numbers are many."""
    found = [match for cell in column.sample if (match := _HOUSE.fullmatch(cell))]
    share = len(found) / max(1, len(column.sample))
    numbers = {match["behind"] or match["before"] for match in found}
    # "Kamar 101" and "INV 0017" are of one street each.
    streets = {(match["street"] or match["road"]).casefold() for match in found}
    is_varied = len(numbers) >= max(_FEWEST_HOUSES, _VARIED * len(found))
    are_roads = len(streets) >= min(_FEWEST_HOUSES, _VARIED * len(found))
    return ("address", share) if share >= _STREETS and is_varied and are_roads else None


def told_by_years(column: ColumnProfile) -> tuple[str, float] | None:
    """A column of days without a name: birthdays lie far back and far apart, the last contact not long ago."""
    share = column.share(Shape.DATE)
    years = [_full_year(*found.groups()) for cell in column.sample if (found := _YEAR.search(cell))]
    if share < _SURE or len(years) < _FEWEST:
        return None
    if median(years) < _LATEST_BIRTH and max(years) - min(years) >= _BIRTH_SPREAD:
        return "birth_date", share
    return ("last_activity", share) if min(years) >= _EARLIEST_ACTIVITY else None


def _full_year(long: str | None, short: str | None) -> int:
    if long:
        return int(long)
    year = int(short or 0)
    return 1900 + year if year > 30 else 2000 + year


def _are_days_of_year(column: ColumnProfile) -> bool:
    """Whether cells such as 11/24 are days without their year: one side never passes 12, the other is all a month."""
    pairs = [tuple(map(int, found)) for cell in column.sample if len(found := re.findall(r"\d+", cell)) == 2]
    if len(pairs) < _MANY:
        return False
    low, high = sorted(map(max, zip(*pairs, strict=True)))
    return bool(low <= 12 and 25 <= high <= 31)


def _are_steps(column: ColumnProfile) -> bool:
    """Whether pairs such as 3/10 are of a way that is as long for all: stamps on a card, instalments."""
    pairs = [tuple(map(int, found)) for cell in column.sample if len(found := re.findall(r"\d+", cell)) == 2]
    last = {behind for _, behind in pairs}
    is_padded = any(re.search(r"(^|/)\D*0", cell) for cell in column.sample)
    return len(last) == 1 and not is_padded and len(pairs) > _MANY and all(done <= whole for done, whole in pairs)


def _are_sizes(column: ColumnProfile) -> bool:
    """Whether pairs such as 120/60 are of measures: a neighbourhood has few numbers, or fills them up with zeros."""
    numbers = [number for cell in column.sample for number in re.findall(r"\d+", cell)]
    too_large = sum(1 for number in numbers if number[0] != "0" and int(number) > _MOST_NEIGHBOURHOODS)
    return too_large > (1 - _SURE) * len(numbers)


@cache
def _spoken() -> frozenset[str]:
    """Words of sentences, which no name and no kind of thing has."""
    return frozenset(read_lines("reference/spoken_words.txt"))


@cache
def _people() -> frozenset[str]:
    return frozenset(read_lines("reference/person_names.txt"))
