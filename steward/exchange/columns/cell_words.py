"""What a column holds by the words of its cells, whatever its header: occupations, religions, countries, products."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from steward.exchange.countries import countries
from steward.resources import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_WORD = re.compile(r"[\W_]+")
_EDGES = " '\"()[]<>*-_.,;:/\\"
_SHARE, _SHARE_OF_COUNTRIES = 0.6, 0.85
#: In fewer different cells one word may be there by chance.
_FEWEST_DIFFERENT = 2
#: So few codes as these are of the languages that customers are written to in.
_LANGUAGES, _MOST_LANGUAGES = frozenset({"nl", "fr", "de", "en", "it", "es", "pt", "id", "ms", "zh"}), 3


def is_filler(cell: str, *kinds: str) -> bool:
    """Whether a cell says in words that there is nothing to say: "tidak ada", "keine", "brak".

    ``kinds`` adds lists of reference/placeholders.csv.
    """
    return cell.casefold().strip(_EDGES) in _fillers(kinds)


class _Known(NamedTuple):
    """What tells a target: whole cells, or one word of a cell, as "Honda Beat CBS" and "KPR Griya" are made of many.

    ``beside``: words that tell it only where other cells do.
    """

    cells: frozenset[str]
    words: frozenset[str]
    beside: frozenset[str] = frozenset()


def told_by_words(cells: Sequence[str]) -> tuple[str, float] | None:
    """The target that most cells name, and the share of those that do."""
    folded = _folded(cells)
    for target in _known():
        named = _naming(target, folded)
        if _known()[target].beside and not _naming(target, folded, alone=True):
            continue
        # "India, Cina, Melayu" are no countries but peoples.
        share = _SHARE_OF_COUNTRIES if target == "country" else _SHARE
        are_languages = len(set(named)) <= _MOST_LANGUAGES and _LANGUAGES.issuperset(named)
        if len(named) >= share * len(cells) > 0 and len(set(named)) >= _FEWEST_DIFFERENT and not are_languages:
            return target, len(named) / len(cells)
    return None


def share_of_known(target: str, cells: Sequence[str]) -> float:
    """How many of these cells hold a word of a target."""
    return len(_naming(target, _folded(cells))) / max(1, len(cells))


def _folded(cells: Sequence[str]) -> list[str]:
    return [_NOT_WORD.sub(" ", cell.casefold()).strip() for cell in cells]


def _naming(target: str, folded: Sequence[str], *, alone: bool = False) -> list[str]:
    known = _known()[target]
    words = known.words if alone else known.words | known.beside
    return [text for text in folded if text in known.cells or not words.isdisjoint(text.split())]


@cache
def alternatives(of: str) -> str:
    """The words of a set of reference/pattern_words.csv, for a pattern that looks for any of them."""
    words = (row["words"] for row in read_rows("reference/pattern_words.csv") if row["set"] == of)
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for line in words for word in line.split("|"))


@cache
def _fillers(kinds: tuple[str, ...]) -> frozenset[str]:
    rows = read_rows("reference/placeholders.csv")
    return frozenset(row["value"] for row in rows if row["kind"] in ("any", *kinds))


@cache
def known_titles() -> frozenset[str]:
    """Salutations, those of a single letter left out."""
    rows = read_rows("reference/titles.csv")
    return frozenset(row["key"] for row in rows if row["place"] == "before" and len(row["key"]) > 1)


@cache
def _known() -> dict[str, _Known]:
    rows = read_rows("reference/cell_words.csv")
    told: dict[str, dict[str, set[str]]] = {}
    for row in rows:
        by = told.setdefault(row["target"], {"": set(), "word": set(), "beside": set()})
        by[row["told_by"] or ""].add(row["text"])
    known = {target: _Known(*map(frozenset, by.values())) for target, by in told.items()}
    names = frozenset(_NOT_WORD.sub(" ", name) for name in countries())
    return known | {"country": _Known(known["country"].cells | names, frozenset())}
