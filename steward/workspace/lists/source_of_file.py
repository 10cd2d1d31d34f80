"""Which known source a file is a further delivery of, by its name: departments put the month or a version into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.standardize.dates import month_named

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
#: Words of a file's name that say in which state a list was sent, or from when it is beside months, not whose it is.
_PASSING = frozenset(
    """
    q kw week minggu bulan tahun
    list lists daftar data pelanggan customer customers export ekspor copy salinan delivery kiriman
    new baru final rev revisi v update
    """.split()
)


def known_source(file_stem: str, names: Iterable[str]) -> str:
    """The one source whose words the file's name has, and else only words that pass; "" when none or several fit.

    A source that is called as its first file, ``crm_may``, may have words that pass, too.
    """
    words = _words(file_stem)
    fitting = [name for name in names if (own := _own_words(name)) and own <= words and not _lasting(words - own)]
    return fitting[0] if len(fitting) == 1 else ""


def _own_words(name: str) -> frozenset[str]:
    words = _words(name)
    return _lasting(words) or words


def _lasting(words: frozenset[str]) -> frozenset[str]:
    """Those that say whose list it is."""
    return frozenset(word for word in words if word not in _PASSING and not month_named(word))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
