"""The names of firms in cells: told from those of people, and by the legal forms beside them or without any name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.exchange.columns.cell_words import alternatives
from steward.resources import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

#: So many of the cells under a header that says nothing are names of firms, if they are that.
_MOSTLY = 0.4
#: Of people's names hardly any look like those of firms.
_HARDLY = 0.15
_BRACKETS = re.compile(r"\([^)]*\)")
#: "B.V." and "S.A." are one word each.
_NOT_WORD = re.compile(r"[.\s]+")


def are_firms(values: Sequence[str]) -> bool:
    """Whether the cells of a column that may hold anything are names of firms."""
    return _share(values, _legal_form()) > _MOSTLY


def are_firms_rather_than_people(values: Sequence[str]) -> bool:
    """Whether the cells of a column of names are those of firms."""
    return max(_share(values, _legal_form()), _share(values, _hint())) > _HARDLY


def share_of_firms(cells: Sequence[str]) -> float:
    """How many of these are names of firms, by a legal form beside a name."""
    return sum(1 for cell in cells if _firm().fullmatch(cell) and not _is_bare(cell)) / max(1, len(cells))


def share_of_institutions(cells: Sequence[str]) -> float:
    """How many of these are names of schools, hospitals, offices and the like, or of firms."""
    named = sum(1 for cell in cells if _institution().fullmatch(cell) or _firm().fullmatch(cell))
    return named / max(1, len(cells))


def share_of_forms(cells: Sequence[str]) -> float:
    """How many of these are legal forms without any name, or words for a person: "PT", "Yayasan", "Perorangan"."""
    return sum(1 for cell in cells if _is_bare(cell)) / max(1, len(cells))


def _share(values: Sequence[str], pattern: re.Pattern[str]) -> float:
    """Of cells that carry it, legal forms written with dots or without."""
    return sum(1 for value in values if pattern.search(value.lower().replace(".", "").rstrip())) / max(len(values), 1)


def _is_bare(cell: str) -> bool:
    folded = _BRACKETS.sub("", cell).casefold()
    return _NOT_WORD.sub("", folded) in _forms() or _NOT_WORD.sub(" ", folded).strip() in _forms()


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(rf"\b({alternatives('legal_form')})\b|[ ,]({alternatives('legal_form_at_end')})$")


@cache
def _hint() -> re.Pattern[str]:
    """Words of firms; "Marks & Spencer" is one, and "John & Mary Smith" are two people."""
    return re.compile(rf"& ?\S+$|['’]s\b|\b({alternatives('firm')})\b")


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(
        rf"({alternatives('firm_before')})\b.*|.*[, ]\s*({alternatives('firm_behind')})\.?"
        rf"|({alternatives('shop_before')}) \w.*|.*\b({alternatives('firm_abroad_behind')})\b\.?",
        re.IGNORECASE,
    )


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"({alternatives('institution_before')})\b\.? ?\w.*", re.IGNORECASE)


@cache
def _forms() -> frozenset[str]:
    kinds = (row["words"].split("|") for row in read_rows("reference/categories.csv") if row["set"] == "customer_type")
    forms = {row["key"] for row in read_rows("reference/organization_forms.csv")}
    return frozenset(forms.union(*kinds)) - {"p"}
