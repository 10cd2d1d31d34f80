"""Names as bookings of journeys and hotels have them, the family first: "DE LA CRUZ/MARIA MRS"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.standardize.titles import are_titles

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAMILY_AND_GIVEN = re.compile(r"\s*([^\W\d_][^/]*[^\W\d_])/([^\W\d_][^/]*)")
#: Elsewhere a slash stands between two people or two names of one, but seldom, and in few of so many names.
_ONE_IN = 5


def have_family_first(raws: Sequence[str]) -> bool:
    """Whether the names of a column are such.

    >>> have_family_first(["BERG/ANNA MS", "John Smith"]), have_family_first(["Budi/Ani", "Siti / Ayu", "John Smith"])
    (True, False)
    """
    return _ONE_IN * sum("/" in raw and _is_family_first(raw) for raw in raws) > len(raws)


def with_comma(raw: str) -> str:
    """The same name as people write it who put the family first; others stay as they are.

    >>> with_comma("DE LA CRUZ/MARIA MRS"), with_comma("Budi/Ani")
    ('DE LA CRUZ, MARIA', 'Budi/Ani')
    """
    if not _is_family_first(raw):
        return raw
    family, _, given = raw.partition("/")
    words = given.split()
    while len(words) > 1 and are_titles(words[-1]):
        del words[-1]
    return f"{family.strip()}, {' '.join(words)}"


def _is_family_first(raw: str) -> bool:
    """Bookings are in capitals, with nothing around the slash."""
    return raw.isupper() and _FAMILY_AND_GIVEN.fullmatch(raw) is not None
