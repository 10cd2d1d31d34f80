"""The door of standardizing: what a raw value of an attribute means."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from steward.domain.attributes import Attribute, AttributeType, OwnKind, own_kind
from steward.standardize import (
    addresses,
    categories,
    date_columns,
    dates,
    emails,
    identifiers,
    localities,
    names,
    numbers,
    organizations,
    phone_regions,
    phones,
    plain,
)
from steward.standardize.family_first import have_family_first
from steward.standardize.six_digits import six_digit_order
from steward.standardize.standard_value import NO_HINTS, ColumnHints, StandardValue, ValueStatus, invalid, valid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = [
    "ColumnHints",
    "StandardValue",
    "ValueStatus",
    "better_attribute",
    "detect_hints",
    "hints_of_distinct",
    "split_values",
    "standardize",
    "standardize_cells",
    "standardize_column",
    "standardize_distinct",
    "takes_hints",
    "values_in",
]

_TOLD_BY_COLUMN = frozenset({AttributeType.DATE, AttributeType.NUMBER, AttributeType.PHONE, AttributeType.NAME})
_ID_NAMES = frozenset({"nik", "npwp", "family_card"})
_CODED_PLACES = frozenset({"province", "country"})
#: What has more letters is no value of any type but text, and would take the patterns minutes; the cell keeps it all.
_LONGEST = 1_000


def detect_hints(attribute: Attribute, raws: Iterable[str], counts: Mapping[str, int] | None = None) -> ColumnHints:
    """What the values of a whole column decide: day or month first, decimal comma, the meaning of P ...

    ``counts``: how often each value stands in the column, where ``raws`` does not hold it as often; of days those
    around 1970 are enough.
    """
    if not takes_hints(attribute):
        return NO_HINTS
    raws = list(raws)
    if counts is None and attribute.type is AttributeType.DATE:
        counts = Counter(raws)
    return hints_of_distinct(attribute, list(dict.fromkeys(raws)), "", counts or {})


def hints_of_distinct(
    attribute: Attribute, raws: Sequence[str], country: str, counts: Mapping[str, int]
) -> ColumnHints:
    """The same of values that differ: to find out which of a million are the same takes as long as all the rest.

    ``country``: the code of the one that the rest of the list tells of.
    """
    if not takes_hints(attribute):
        return NO_HINTS
    distinct = raws
    # Asked of all at once, as nearly always nothing is to be left out.
    if not all(raws) or any(map(str.isspace, raws)) or max(map(len, raws), default=0) > _LONGEST:
        distinct = [raw for raw in raws if raw and not raw.isspace() and len(raw) <= _LONGEST]
    if attribute.type is AttributeType.DATE:
        day_first, is_mixed = date_columns.day_order(distinct)
        return ColumnHints(
            day_first=day_first,
            is_order_mixed=is_mixed,
            earliest_year=date_columns.earliest_year(distinct),
            years_ahead=date_columns.years_ahead(distinct),
            six_digits=six_digit_order(distinct),
            keeps_1970=date_columns.keeps_1970({raw: count for raw, count in counts.items() if len(raw) <= _LONGEST}),
        )
    if attribute.type is AttributeType.NUMBER:
        return ColumnHints(decimal_comma=numbers.uses_decimal_comma(distinct))
    if attribute.type is AttributeType.PHONE:
        return ColumnHints(phone_region=phone_regions.phone_region(distinct, country))
    if attribute.type is AttributeType.NAME:
        return ColumnHints(has_family_first=have_family_first(distinct))
    if (answers := _answers_of(attribute)) is not None:
        return ColumnHints(answers=answers(distinct))
    if attribute.name in _ID_NAMES:
        # Many tax numbers end in the zeros of a branch; those of persons are NIKs.
        ids = identifiers.like_niks(distinct) if attribute.name == "npwp" else distinct
        return ColumnHints(
            has_rounded_ids=identifiers.has_rounded_ids(ids), has_foreign_ids=identifiers.has_foreign_ids(distinct)
        )
    if attribute.name in _CODED_PLACES:
        return ColumnHints(has_place_codes=localities.are_place_codes(distinct))
    return NO_HINTS


def takes_hints(attribute: Attribute) -> bool:
    """Whether the values of a whole column decide anything about one of them."""
    is_told = attribute.type in _TOLD_BY_COLUMN or attribute.name in _ID_NAMES | _CODED_PLACES
    return is_told or _answers_of(attribute) is not None


def _answers_of(attribute: Attribute) -> Callable[[Iterable[str]], tuple[tuple[str, str], ...]] | None:
    """What tells the letters in a column of answers; None where the values are none."""
    if attribute.name == "gender":
        return categories.gender_answers
    if attribute.name.startswith("consent"):
        return categories.consent_answers
    return categories.yes_no_answers if own_kind(attribute.name) is OwnKind.YES_NO else None


def split_values(attribute: Attribute, raw: str) -> tuple[str, ...]:
    """The raw values in one cell; a single attribute gives at most one.

    >>> from steward.domain.attributes import ATTRIBUTES
    >>> split_values(ATTRIBUTES["products"], "TV; Panel")
    ('TV', 'Panel')
    """
    if not raw or raw.isspace():
        return ()
    if not attribute.is_multiple:
        return (raw,)
    if attribute.type is AttributeType.PHONE:
        return phones.split_phones(raw)
    if attribute.type is AttributeType.EMAIL:
        return emails.split_emails(raw)
    return plain.split_codes(raw) if attribute.name == "other_id" else plain.split_list(raw)


def values_in(attribute: Attribute, distinct: Sequence[str]) -> Sequence[str]:
    """The raw values in the distinct cells of a column, each once."""
    if not attribute.is_multiple:
        return distinct
    single = phones.CLEAN_PHONE if attribute.type is AttributeType.PHONE else None
    if single is not None and all(map(single.fullmatch, distinct)):
        # Nothing to take apart: the way of most columns of phones.
        return distinct
    return list(dict.fromkeys(part for cell in distinct for part in split_values(attribute, cell)))


def standardize(attribute: Attribute, raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """The standard value of one raw value. Never raises, whatever the text."""
    return _standardizer(attribute, hints)(raw)


def standardize_column(
    attribute: Attribute, raws: Sequence[str], hints: ColumnHints | None = None
) -> list[StandardValue]:
    """Standard values of a column, in order; each distinct raw value is worked on once."""
    distinct = list(dict.fromkeys(raws))
    clear, others = standardize_distinct(
        attribute, distinct, detect_hints(attribute, distinct) if hints is None else hints
    )
    done = {raw: valid(value) for raw, value in clear.items()} | others
    return [done[raw] for raw in raws]


def standardize_distinct(
    attribute: Attribute, raws: Sequence[str], hints: ColumnHints
) -> tuple[dict[str, str], dict[str, StandardValue]]:
    """The standard values of different raw values by these: the clear ones, which are valid, and all others.

    Nearly all values of a long list need no cleaning and leave no doubt, which is told of all of them at once in a
    fraction of the time that it takes to work on one after the other.
    """
    find = _finder_of_clear(attribute, hints)
    short = raws if max(map(len, raws), default=0) <= _LONGEST else [raw for raw in raws if len(raw) <= _LONGEST]
    clear = find(short) if find else {}
    work = _standardizer(attribute, hints)
    return clear, {raw: work(raw) for raw in raws if raw not in clear} if len(clear) < len(raws) else {}


def standardize_cells(attribute: Attribute, cells: Sequence[str], hints: ColumnHints) -> list[tuple[str, ...]]:
    """The standard values in each cell, those that are nothing left out."""
    parts = [split_values(attribute, cell) if attribute.is_multiple else (cell,) for cell in cells]
    known, others = standardize_distinct(attribute, list(dict.fromkeys(chain.from_iterable(parts))), hints)
    known |= {raw: value.value for raw, value in others.items()}
    return [tuple([value for part in each if (value := known[part])]) for each in parts]


def better_attribute(attribute: Attribute, raw: str) -> str:
    """The name of the attribute that a misplaced value belongs to; its own name when it is at home.

    >>> from steward.domain.attributes import ATTRIBUTES
    >>> better_attribute(ATTRIBUTES["phone"], "budi@gmail.com"), better_attribute(ATTRIBUTES["nik"], "SIM 610647117207")
    ('email', 'other_id')
    """
    if attribute.type is AttributeType.PHONE and "@" in raw:
        return "email" if emails.standardize_email(raw).value else attribute.name
    if attribute.type is AttributeType.EMAIL and "@" not in raw:
        return "phone" if phones.standardize_phone(raw).status is ValueStatus.VALID else attribute.name
    if attribute.name == "nik" and identifiers.document_kind(raw):
        return "other_id"
    if attribute.name == "npwp" and identifiers.document_kind(raw):
        return "other_id"
    return attribute.name


def _standardizer(attribute: Attribute, hints: ColumnHints) -> Callable[[str], StandardValue]:
    work = _by_name(hints).get(attribute.name) or _by_type(attribute, hints)
    if attribute.type is AttributeType.TEXT:
        return work
    return lambda raw: work(raw) if len(raw) <= _LONGEST else invalid(raw[:_LONGEST])


def _finder_of_clear(attribute: Attribute, hints: ColumnHints) -> Callable[[Iterable[str]], dict[str, str]] | None:
    """What finds the values that need no cleaning; None where each is worked on by itself."""
    if attribute.name in _by_name(hints):
        return identifiers.clear_niks if attribute.name == "nik" and not hints.has_foreign_ids else None
    finders: dict[AttributeType, Callable[[Iterable[str]], dict[str, str]]] = {
        AttributeType.NAME: names.clear_names,
        AttributeType.GIVEN_NAME: names.clear_names,
        AttributeType.FAMILY_NAME: names.clear_names,
        AttributeType.PHONE: partial(phones.clear_phones, hints=hints),
        AttributeType.EMAIL: emails.clear_emails,
        AttributeType.CODE: plain.clear_codes,
        AttributeType.POSTCODE: identifiers.clear_postcodes,
        AttributeType.NUMBER: numbers.clear_numbers,
    }
    return finders.get(attribute.type)


def _by_name(hints: ColumnHints) -> dict[str, Callable[[str], StandardValue]]:
    documents: dict[str, Callable[[str], StandardValue]] = {
        "nik": partial(identifiers.standardize_nik, hints=hints),
        "npwp": partial(identifiers.standardize_npwp, hints=hints),
        "family_card": partial(identifiers.standardize_family_card, hints=hints),
    }
    if hints.has_foreign_ids:
        documents = dict.fromkeys(documents, identifiers.standardize_identifier)
    return {
        **documents,
        "other_id": identifiers.standardize_other_id,
        "handle": plain.standardize_handle,
        "rt_rw": addresses.standardize_rt_rw,
        "city": localities.standardize_city,
        "birth_place": localities.standardize_city,
        "province": partial(localities.standardize_province, hints=hints),
        "district": localities.standardize_district,
        "village": localities.standardize_district,
        "country": partial(localities.standardize_country, hints=hints),
        "birth_date": partial(dates.standardize_date, hints=hints, is_birth_date=True),
        "gender": partial(categories.standardize_gender, hints=hints),
    }


def _by_type(attribute: Attribute, hints: ColumnHints) -> Callable[[str], StandardValue]:
    if attribute.type is AttributeType.CATEGORY:
        if attribute.name.startswith("consent"):
            return partial(categories.standardize_consent, hints=hints)
        if own_kind(attribute.name) is OwnKind.YES_NO:
            return partial(categories.standardize_yes_no, hints=hints)
        return partial(categories.standardize_category, attribute.name)
    workers: dict[AttributeType, Callable[[str], StandardValue]] = {
        AttributeType.NAME: partial(names.standardize_name, hints=hints),
        AttributeType.GIVEN_NAME: names.standardize_name,
        AttributeType.FAMILY_NAME: names.standardize_name,
        AttributeType.ORGANIZATION: organizations.standardize_organization,
        AttributeType.PHONE: partial(phones.standardize_phone, hints=hints),
        AttributeType.EMAIL: emails.standardize_email,
        AttributeType.NATIONAL_ID: identifiers.standardize_identifier,
        AttributeType.CODE: plain.standardize_code,
        AttributeType.DATE: partial(dates.standardize_date, hints=hints),
        AttributeType.ADDRESS: addresses.standardize_address,
        AttributeType.LOCALITY: localities.standardize_place,
        AttributeType.POSTCODE: identifiers.standardize_postcode,
        AttributeType.NUMBER: partial(numbers.standardize_number, hints=hints),
        AttributeType.TEXT: plain.standardize_text,
    }
    return workers[attribute.type]
