"""The legal forms of firms in cells: with a name they are firms, alone they say of which kind a customer is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.resources import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRM = re.compile(
    r"(pt|cv|ud|pd|fa|tb|toko|koperasi|yayasan|kopkar|puskud|perum|perumda|bumdes)\b.*|.*[, ]\s*(pt|cv|ud|tbk)\.?"
    r"|(kios|warung|konter|kedai|depot|agen) \w.*"
    r"|.*\b(bhd|pte|pty|ltd|limited|inc|llc|llp|corp|corporation|co|gmbh|ag|b\.?v|n\.?v|s\.?a|sarl|plc)\b\.?",
    re.IGNORECASE,
)
#: What schools, hospitals and offices are called by, each with a name behind it.
_INSTITUTION = re.compile(
    r"(rs|rsud|rsup|rsia|rumah sakit|klinik|puskesmas|apotek|univ|universitas|institut|politeknik|poltek|stikes"
    r"|stie|stmik|sd|sdn|sdit|smp|smpn|sma|sman|smk|smkn|man|mts|mtsn|tk|paud|ponpes|pesantren|dinas|dinkes|disdik|kanwil"
    r"|kantor|kementerian|badan|balai|bank|hotel|masjid|gereja|majelis|komunitas|lembaga|polres|polsek)\b\.? ?\w.*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^)]*\)")
#: "B.V." and "S.A." are one word each.
_NOT_WORD = re.compile(r"[.\s]+")


def share_of_firms(cells: Sequence[str]) -> float:
    """How many of these are names of firms, by a legal form beside a name."""
    return sum(1 for cell in cells if _FIRM.fullmatch(cell) and not _is_bare(cell)) / max(1, len(cells))


def share_of_institutions(cells: Sequence[str]) -> float:
    """How many of these are names of schools, hospitals, offices and the like, or of firms."""
    named = sum(1 for cell in cells if _INSTITUTION.fullmatch(cell) or _FIRM.fullmatch(cell))
    return named / max(1, len(cells))


def share_of_forms(cells: Sequence[str]) -> float:
    """How many of these are legal forms without any name, or words for a person: "PT", "Yayasan", "Perorangan"."""
    return sum(1 for cell in cells if _is_bare(cell)) / max(1, len(cells))


def _is_bare(cell: str) -> bool:
    folded = _BRACKETS.sub("", cell).casefold()
    return _NOT_WORD.sub("", folded) in _forms() or _NOT_WORD.sub(" ", folded).strip() in _forms()


@cache
def _forms() -> frozenset[str]:
    kinds = (row["words"].split("|") for row in read_rows("reference/categories.csv") if row["set"] == "customer_type")
    forms = {row["key"] for row in read_rows("reference/organization_forms.csv")}
    return frozenset(forms.union(*kinds)) - {"p"}
