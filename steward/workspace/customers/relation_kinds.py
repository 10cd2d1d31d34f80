"""How two customers belong together, if they do: by what their records are of and when they were born."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from steward.domain.decisions import Relation
from steward.standardize.organizations import is_organization, organization_core

if TYPE_CHECKING:
    from steward.domain.records import SourceRecord

#: Parents are so many years older.
_GENERATION = range(16, 50)


class Firm(NamedTuple):
    """The words of a firm's name in order, none for people, and its legal form, "" where none is known."""

    words: tuple[str, ...]
    form: str


def relation_between(record: SourceRecord, other: SourceRecord) -> Relation:
    """Of records that are likely of two customers who belong together."""
    firms = firm_of(record), firm_of(other)
    if any(firm.words for firm in firms):
        return Relation.BRANCH if are_one_firm(*firms) else Relation.OTHER
    years = sorted((_birth_year(record), _birth_year(other)))
    is_generation = years[0] > 0 and years[1] - years[0] in _GENERATION
    return Relation.PARENT_CHILD if is_generation else Relation.HOUSEHOLD


def are_one_firm(firm: Firm, other: Firm) -> bool:
    """Whether two are of one name and of no two legal forms: there are a PT and a CV of many names. The same words in
    another order are another name."""
    return (
        bool(firm.words) and firm.words == other.words and (firm.form == other.form or not (firm.form and other.form))
    )


def firm_of(record: SourceRecord) -> Firm:
    """The firm that a record is of."""
    words = firm_words(record)
    # The form stands in front of the standard name.
    first = _firm_name(record).partition(" ")[0].casefold()
    return Firm(words, "" if first in words else first)


def firm_words(record: SourceRecord) -> tuple[str, ...]:
    """The words of the firm that the record is of, in order; () for people, also where their employer is known."""
    return organization_core(_firm_name(record))


def _firm_name(record: SourceRecord) -> str:
    name, organization = record.first_standard("name"), record.first_standard("organization")
    if name:
        is_firm = is_organization(name) or record.first_standard("customer_type") == "company"
        return name if is_firm else ""
    return organization


def _birth_year(record: SourceRecord) -> int:
    """0 where it is not known."""
    day = record.first_standard("birth_date")
    try:
        return date.fromisoformat(day).year
    except ValueError:
        return 0
