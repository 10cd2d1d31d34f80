"""The country that a column's phone numbers without a country code belong to."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from heapq import nsmallest
from itertools import compress
from typing import TYPE_CHECKING

from steward.standardize import reference
from steward.standardize.dialling import OTHER_COUNTRY, can_be_dialled, is_indonesian, is_written_as_in, region_by_code
from steward.standardize.phones import CLEAN_PHONE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_HERE = ("08", "62", "+62", "021")
_MOBILE_HERE = re.compile(r"0?8[1-35-9]\d{7,10}")
_SAMPLE, _FEWEST = 60, 8
#: Shorter ones without a zero in front lack an area code, if their country has any.
_WHOLE_NUMBER = 9
_HALF, _MOSTLY, _CLEARLY_MORE = 0.5, 0.7, 1.4
#: Of the numbers of one country nearly all can be dialled there; so few that can't be are slips.
_SURELY, _SURELY_HERE, _NEVER_WRONG = 0.95, 0.9, 0.98
#: So many are grouped as people of the country write them.
_GROUPED = 0.4
#: So many of a list's numbers with their country's code tell whose the others are, if so many of them agree.
_ENOUGH_CODED, _MOSTLY_OF_ONE = 0.1, 0.8
_COUNTRY_CODE = re.compile(r"[('\s]*(?:\+|00)\s*[1-9]")
_SIX_DIGITS = re.compile(r"(?:\D*\d){6}")
_NOT_DIGITS = re.compile(r"\D+")
#: Near enough to be meant where numbers look like those of countries far away.
_NEAR = frozenset({"SG", "MY", "AU", "PH", "TH", "VN"})


def phone_region(raws: Collection[str], country: str = "") -> str:
    """The region of a column's numbers without a country code: "ID" unless most are none of Indonesia.

    "" when they look foreign and nobody knows whose they are. ``country``: the one that the rest of the list tells of.
    """
    clean = list(compress(raws, map(CLEAN_PHONE.fullmatch, raws)))
    seen, here, foreign = len(clean), sum([raw.startswith(_HERE) for raw in clean]), 0
    for raw in raws if len(clean) < len(raws) else ():
        if not CLEAN_PHONE.fullmatch(raw) and _SIX_DIGITS.match(raw):
            foreign += OTHER_COUNTRY.fullmatch(raw.strip()) is not None
            seen += 1
    if here * 2 >= seen and foreign * 2 <= seen:
        return "ID"
    sample = _domestic(raws)
    if country not in ("", "ID") and sample and _share_dialled(sample, country) >= _MOSTLY and not _are_mobiles(sample):
        return country
    if not _are_mobiles(sample) and (told := _told_by_codes(raws)) and _share_dialled(sample, told) >= _MOSTLY:
        return told
    if foreign * 2 > seen:
        written = _best_written(sample)
        return written if len(sample) >= _FEWEST else ""
    return _region_of(sample, country)


def _domestic(raws: Iterable[str]) -> list[tuple[str, str]]:
    """Digits and text of some numbers without a country code: the same ones in whatever order they come."""
    domestic = (
        (_NOT_DIGITS.sub("", raw), raw.strip(" '"))
        for raw in raws
        if _SIX_DIGITS.match(raw) and not raw.lstrip("( '").startswith(("+", "00", "62"))
    )
    # By their last digits: of all areas.
    return nsmallest(_SAMPLE, domestic, key=lambda number: (number[0][::-1], number[1]))


def _told_by_codes(raws: Collection[str]) -> str:
    """The country abroad whose code most of those with a country code begin with; "" when these are few."""
    coded = [raw for raw in raws if _COUNTRY_CODE.match(raw)]
    if len(coded) < max(_FEWEST, _ENOUGH_CODED * len(raws)):
        return ""
    digits = nsmallest(_SAMPLE, (_NOT_DIGITS.sub("", raw).lstrip("0")[::-1] for raw in coded))
    regions = Counter(region_by_code(number[::-1]) for number in digits)
    region, times = min(regions.items(), key=lambda found: (-found[1], found[0]))
    return region if region != "ID" and times > _MOSTLY_OF_ONE * len(digits) else ""


def _region_of(sample: Sequence[tuple[str, str]], country: str) -> str:
    """The country in which most of these can be dialled: Indonesia, unless clearly more can be elsewhere."""
    numbers = [digits for digits, _ in sample]
    if len(numbers) < _FEWEST:
        return "ID"
    here = sum(is_indonesian(number.lstrip("0")) for number in numbers) / len(numbers)
    if here >= _SURELY or (here >= _MOSTLY and (country == "ID" or _are_mobiles(sample))):
        return "ID"
    if written := _best_written(sample):
        return written
    if here >= _MOSTLY:
        # Landlines of Indonesia look like the phones of many others; of theirs none is wrong.
        elsewhere = any(_share_dialled(sample, region) >= _NEVER_WRONG for region in _neighbours())
        return "" if elsewhere and here < _SURELY_HERE else "ID"
    whole = [number for number in numbers if len(number) >= _WHOLE_NUMBER or number.startswith("0")]
    shares = {
        region: sum(can_be_dialled(number, region) for number in (whole if has_area_codes else numbers))
        for region, has_area_codes in _neighbours().items()
    }
    written_as = {region: sum(is_written_as_in(raw, region) for _, raw in sample) for region in shares}
    best = max(shares, key=lambda region: shares[region] + written_as[region])
    # Some mobile phones of others are landlines here: "06 67 92 63 83".
    needed = 2 * here if here < _HALF else max(_MOSTLY, _CLEARLY_MORE * here)
    if shares[best] / len(numbers) <= max(_HALF, needed):
        return "ID"
    # "0722 ..." is as good a number of Kenya as of the Netherlands.
    alike = [region for region in shares if shares[region] >= shares[best] and region not in (best, *_NEAR)]
    return best if written_as[best] or best in _NEAR or not alike else ""


def _best_written(sample: Sequence[tuple[str, str]]) -> str:
    """The country where nearly all can be dialled and many are grouped as people there do; "" when there is none."""
    for region in _neighbours():
        grouped = sum(is_written_as_in(raw, region) for _, raw in sample)
        if sample and grouped >= _GROUPED * len(sample) and _share_dialled(sample, region) >= _SURELY:
            return region
    return ""


def _share_dialled(sample: Sequence[tuple[str, str]], region: str) -> float:
    return sum(can_be_dialled(digits, region) for digits, _ in sample) / len(sample)


def _are_mobiles(sample: Sequence[tuple[str, str]]) -> bool:
    """Whether many are mobile phones of Indonesia."""
    return 2 * sum(1 for digits, _ in sample if _MOBILE_HERE.fullmatch(digits)) >= len(sample)


@cache
def _neighbours() -> dict[str, bool]:
    """Countries whose customers fill lists of their own, the nearest first: those that share a code look alike.

    Each with whether its numbers begin with an area code behind a zero.
    """
    return {row["iso2"]: row["trunk"].startswith("0") for row in reference.rows("countries") if row["has_own_lists"]}
