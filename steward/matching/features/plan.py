"""What is compared: columns put together into features, and their values as numbers.

A feature is one piece of evidence. All name columns make one *word feature* (names are compared word by word);
any other column is a *value feature* with ordered levels. A value feature may have *contexts*: features that
make its agreement likely anyway (the city of two equal streets), so that nothing is counted twice.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.columns import Coded
from steward.matching.comparisons.prepared import is_first_of_year, is_year

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.matching.columns import Column

_T = AttributeType

PERSON_NAMES = (_T.NAME, _T.GIVEN_NAME, _T.FAMILY_NAME)
CONTACTS = (_T.PHONE, _T.EMAIL, _T.ADDRESS)
#: By these families of people show, too; where nothing else is known, brothers and sisters would pass for one person.
PLACES = (_T.POSTCODE, _T.LOCALITY)
#: What registers tell of them, such as a ward or the father: where family names are known, families show by it.
TOLD_OF_KIN = (_T.CATEGORY, _T.TEXT)
_HANDLE = re.compile(r"handle|user_?name|twitter|instagram|facebook|tiktok|akun|medsos", re.IGNORECASE)
#: What so many pairs of records have in common by chance is no town.
_WIDE = 0.25
_NEARLY_ALL, _MANY = 0.9, 0.2
#: Of days of birth one in 365 is the first of January; a single one that is usual is a filler.
_SOME, _FEWEST_YEARS = 0.02, 5
_INDEPENDENT = (_T.NATIONAL_ID, _T.CODE, _T.PHONE, _T.DATE)


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence made from ``columns``, the leading one first.

    ``contexts``: positions of the features whose agreement makes this one's agreement likely anyway;
    ``loose_contexts``: those that make its near agreement likely, but not its equality.
    ``echoes``: columns that often spell the name.
    """

    type: AttributeType
    columns: tuple[str, ...]
    contexts: tuple[int, ...] = ()
    loose_contexts: tuple[int, ...] = ()
    echoes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The leading column."""
        return self.columns[0]

    @property
    def is_words(self) -> bool:
        """Compared word by word."""
        return self.type in (_T.NAME, _T.ORGANIZATION)

    @property
    def is_place(self) -> bool:
        """Where customers are, not where they were born."""
        return self.type is _T.LOCALITY and not _is_birth(self.name)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many records carry each value. Values rarer than ``floor`` count as ``floor``: rarity is never overrated.

    ``crowds``: names that several customers are known to carry, and how many; ``wholes``: employers, and how many
    records carry all the words of each; ``spellings``: words of names that are other spellings of a more usual one;
    ``companions``: words that another word of a name mostly brings, that word, and log2 of how often it does;
    ``local_words``: by column and place the words that go with it, and how much (log2) more common they are there.
    """

    records: int
    floor: float
    counts: Mapping[str, float]
    crowds: Mapping[str, int] = field(default_factory=dict)
    wholes: Mapping[str, float] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    companions: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    local_words: Mapping[str, Mapping[str, Mapping[str, float]]] = field(default_factory=dict)

    @property
    def rarest(self) -> float:
        """log2 share of the rarest values."""
        return float(np.log2(min(self.floor / max(self.records, 2), 1.0)))

    @property
    def agreement(self) -> float:
        """How often two records agree by chance, as far as usual values tell."""
        return sum((count / max(self.records, 2)) ** 2 for count in self.counts.values())

    @property
    def are_years(self) -> bool:
        """Whether usual values are years alone. Some with their digits mixed up may be among them."""
        return sum(map(is_year, self.counts)) > _NEARLY_ALL * len(self.counts)

    @property
    def hold_years(self) -> bool:
        """Whether years alone stand among the dates: that many records have the first of January, and of many years."""
        alone = [count for value, count in self.counts.items() if is_first_of_year(value)]
        return len(alone) >= _FEWEST_YEARS and sum(alone) > _SOME * self.records

    def log_share(self, values: Sequence[str]) -> npt.NDArray[np.float64]:
        """log2 of the share of records that carry each value."""
        counts = np.fromiter(map(self.counts.get, values, itertools.repeat(self.floor)), np.float64, len(values))
        return np.log2(np.minimum(np.maximum(counts, self.floor) / max(self.records, 2), 1.0))


def plan_features(columns: Sequence[Column]) -> tuple[Feature, ...]:
    """The features of a table, in the order in which they are compared."""
    features = _name_features(columns)
    by_name = tuple(range(len(features)))
    for column in (c for type_ in _INDEPENDENT for c in columns if c.type is type_):
        # Namesakes often choose the same handle.
        features.append(Feature(column.type, (column.name,), by_name if _is_handle(column) else ()))
    # An e-mail address is often made of the name; only the very same address says more than the name does.
    features += [Feature(c.type, (c.name,), (), by_name) for c in columns if c.type is _T.EMAIL]
    features += [Feature(c.type, (c.name,), by_name) for c in columns if c.type is _T.CATEGORY]
    for column in columns:
        if column.type is _T.LOCALITY and _is_birth(column.name):
            features.append(Feature(column.type, (column.name,)))
    features += _place_features(columns, len(features))
    features += [Feature(c.type, (c.name,)) for c in columns if c.type in (_T.NUMBER, _T.TEXT)]
    return tuple(features)


def _name_features(columns: Sequence[Column]) -> list[Feature]:
    """What the customers are called comes first: of people also the firms that stand in for names, of firms not whom
    to ask for there."""
    names = sorted((c for c in columns if c.type in PERSON_NAMES), key=lambda c: PERSON_NAMES.index(c.type))
    organizations = [c for c in columns if c.type is _T.ORGANIZATION]
    echoes = tuple(c.name for c in columns if c.type is _T.EMAIL or _is_handle(c))
    if not names or _are_contacts(names, organizations):
        firms = [Feature(_T.ORGANIZATION, (c.name,), (), (), echoes) for c in organizations]
        return [*firms, Feature(_T.NAME, tuple(c.name for c in names))] if names else firms
    of_people = Feature(_T.NAME, tuple(c.name for c in [*names, *organizations]), (), (), echoes)
    return [of_people, *(Feature(_T.ORGANIZATION, (c.name,)) for c in organizations)]


def _are_contacts(names: Sequence[Column], organizations: Sequence[Column]) -> bool:
    """Whether these people are whom to ask for at the customers, who are firms: of nearly all customers the name of
    the firm is known, and of many of them nobody else."""
    if not organizations:
        return False
    of_firms, of_people = _filled(organizations), _filled(names)
    return float(of_firms.mean()) >= _NEARLY_ALL and float((of_firms & ~of_people).mean()) >= _MANY


def _filled(columns: Sequence[Column]) -> npt.NDArray[np.bool_]:
    """The rows in which one of them says something."""
    return np.asarray(np.logical_or.reduce([Coded.of(c.values).codes >= 0 for c in columns]))


def _place_features(columns: Sequence[Column], position: int) -> list[Feature]:
    """Street columns make one feature; each further place depends on the finer places that agree.

    Near postcodes say no more than the same town; a country in common does not bring them.
    """
    streets = tuple(c.name for c in columns if c.type is _T.ADDRESS)
    postcodes = [c for c in columns if c.type is _T.POSTCODE]
    towns = [c for c in columns if c.type is _T.LOCALITY and not _is_birth(c.name)]
    towns.sort(key=lambda c: (-len(set(c.values)), c.name))
    features = [Feature(_T.ADDRESS, streets)] if streets else []
    first_town = position + len(features) + len(postcodes)
    near = tuple(first_town + n for n, town in enumerate(towns) if _agreement(town) < _WIDE)
    street = tuple(range(position, position + len(features)))
    features += [Feature(c.type, (c.name,), street, near) for c in postcodes]
    for column in towns:
        features.append(Feature(column.type, (column.name,), tuple(range(position, position + len(features)))))
    return features


def _agreement(column: Column) -> float:
    """How often two records agree in it by chance."""
    codes = Coded.of(column.values).codes
    counts = np.bincount(codes[codes >= 0])
    return float(((counts / max(counts.sum(), 1)) ** 2).sum())


def _is_handle(column: Column) -> bool:
    return column.type is _T.CODE and _HANDLE.search(column.name) is not None


def _is_birth(name: str) -> bool:
    lowered = name.lower()
    return "birth" in lowered or "lahir" in lowered or "born" in lowered
