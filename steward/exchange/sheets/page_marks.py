"""What a printed page says of itself at its head or foot, wherever on the sheet that is: "Page 2 of 5"."""

from __future__ import annotations

import re

_PAGE = re.compile(
    r"(halaman|hal|page|p[aá]gina|seite|sayfa|blz)\.?\s*:?\s*\d{1,4}(\s*(dari|of|von|van|de|di|sur|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
#: How it begins, in small and capital letters.
PAGE_STARTS = frozenset(
    start for two in ("ha", "pa", "pá", "se", "sa", "bl") for start in (two, two.upper(), two.title())
)


def is_page_mark(cell: str) -> bool:
    """Whether a cell says which page it stands on, and nothing else."""
    text = cell.strip()
    return text[:2] in PAGE_STARTS and _PAGE.fullmatch(text) is not None
