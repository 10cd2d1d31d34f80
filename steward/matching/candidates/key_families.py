"""The keys that records are blocked by, made from the data itself: whole values, their parts, and words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType
from steward.matching.candidates.key_numbers import WordCounts, look_up
from steward.matching.columns import Ints, checked, encode
from steward.matching.comparisons.prepared import NUMBER_END
from steward.matching.names.words import WordData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from steward.domain.progress import Progress
    from steward.matching.candidates.key_numbers import Numbering
    from steward.matching.features.data import FeatureData, ValueData
    from steward.matching.features.plan import Feature

_T = AttributeType

_MOST_STREET_WORDS = 5
_SHORTEST_MAILBOX = 5


#: Of what many share of these, such as a year of birth or a father's name, each is no key by itself, but with a name
#: that is mistyped it is one.
_NARROWING = (_T.CODE, _T.TEXT)


class Use(Flag):
    """What keys are good for: standing alone, two of them together, as words, beginnings or the whole of names, or
    narrowing another key down."""

    ALONE = auto()
    COUPLES = auto()
    WORD = auto()
    START = auto()
    ANCHOR = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class Keys:
    """Up to k key numbers per record (-1 = none), all below ``size``.

    ``kind``: two anchors of one kind say the same thing twice. ``counts``: of keys that are chosen by their rarity.
    """

    name: str
    codes: Ints
    size: int
    uses: Use
    kind: AttributeType | None = None
    counts: WordCounts | None = None


def key_families(
    features: Sequence[Feature], data: Sequence[FeatureData], numbering: Numbering, progress: Progress
) -> Iterator[Keys]:
    """All keys of a table, family by family."""
    for feature, values in zip(features, data, strict=True):
        if isinstance(values, WordData):
            yield Keys(f"{feature.name}: whole", *numbering.of_names(values), Use.ALONE | Use.WHOLE)
            yield _words(feature, values, *numbering.of_words(values), Use.WORD)
            starts = numbering.of_texts([word[:3] for word in values.words.tolist()])
            yield _words(feature, values, *starts, Use.START)
        else:
            yield from _value_keys(feature, values, numbering, progress)


def _value_keys(feature: Feature, data: ValueData, numbering: Numbering, progress: Progress) -> Iterator[Keys]:
    if feature.type in (_T.LOCALITY, _T.POSTCODE, _T.CATEGORY):
        if feature.type is not _T.CATEGORY or numbering.has_many(feature.name, len(data.values)):
            place = _T.CATEGORY if feature.type is _T.CATEGORY else _T.LOCALITY
            codes, size = numbering.of_values(data)
            yield Keys(feature.name, codes, size, Use.ANCHOR, place)
            alone = f"{feature.name}: equal"
            if numbering.is_rare(alone, len(data.values), int((data.ids[:, 0] >= 0).sum())):
                yield Keys(alone, codes, size, Use.ALONE)
        return
    if feature.type is _T.NUMBER:
        return
    codes, size = numbering.of_values(data)
    yield Keys(f"{feature.name}: equal", codes, size, Use.ALONE)
    common, records = f"{feature.name}: common", int((data.ids[:, 0] >= 0).sum())
    if feature.type in _NARROWING and numbering.is_common(common, len(data.values), records):
        yield Keys(common, codes, size, Use.ANCHOR, _T.CODE)
    for part, function in _PARTS.get(feature.type, ()):
        texts = map(function, checked(data.values.tolist(), progress))
        # The parts of a date are no keys of their own.
        is_date = feature.type is _T.DATE
        uses, kind = Use.ANCHOR if is_date else Use.ALONE, _T.DATE if is_date else None
        yield Keys(f"{feature.name}: {part}", *_numbered(data, texts, numbering), uses, kind)
    if feature.type is _T.EMAIL:
        texts = map(_long_mailbox, checked(data.values.tolist(), progress), data.mailboxes.tolist())
        yield Keys(f"{feature.name}: mailbox", *_numbered(data, texts, numbering), Use.ALONE)
    if feature.type in (_T.ADDRESS, _T.TEXT):
        yield _street_words(feature, data, numbering, progress)


_PARTS: dict[AttributeType, tuple[tuple[str, Callable[[str], str]], ...]] = {
    _T.PHONE: (
        ("end", lambda v: v[-7:] if len(v) >= 8 else v[-6:]),
        ("beginning", lambda v: v[:9] if len(v) >= 10 else ""),
    ),
    _T.NATIONAL_ID: (
        ("beginning", lambda v: v[: max(4, len(v) * 5 // 8)] if len(v) >= 6 else ""),
        ("end", lambda v: v[-max(4, len(v) // 2) :] if len(v) >= 6 else ""),
    ),
    _T.CODE: (("beginning", lambda v: v[: len(v) * 3 // 4] if len(v) >= 8 else ""),),
    _T.DATE: (("day and year", lambda v: v), ("year", lambda v: v[:4]), ("day", lambda v: v[4:8])),
}


def _long_mailbox(email: str, mailbox: str) -> str:
    return mailbox if email.find("@") >= _SHORTEST_MAILBOX else ""


def _numbered(data: ValueData, texts: Iterable[str], numbering: Numbering) -> tuple[Ints, int]:
    """Keys from one text per value."""
    codes, size = numbering.of_texts(list(texts))
    return look_up(codes, data.ids), size


def _words(feature: Feature, data: WordData, codes: Ints, size: int, use: Use) -> Keys:
    """A number per word of all names of a record; those that another word brings find nobody else."""
    ids = np.concatenate([data.names.ids, data.others.ids], axis=1)
    ids = np.where(data.brought_by[ids] >= 0, np.int32(-1), ids) if (data.brought_by >= 0).any() else ids
    used = np.asarray((ids >= 0).any(axis=0))
    used[0] = True
    return Keys(feature.name, look_up(codes, ids[:, used]), size, use)


def _street_words(feature: Feature, data: ValueData, numbering: Numbering, progress: Progress) -> Keys:
    """The rarest words of each street."""
    name = f"{feature.name}: word"
    # Each word is held once, however many streets have it.
    held: dict[str, str] = {}
    split = [
        list(
            dict.fromkeys(
                held.setdefault(w, w) for w in value.partition(NUMBER_END)[2].split() if len(w) >= 4 or w[0].isdigit()
            )
        )
        for value in checked(data.values.tolist(), progress)
    ]
    distinct, places = encode([word for listed in split for word in listed])
    codes, size = numbering.of_texts(distinct)
    counts = numbering.counts(name, codes, np.bincount(places, minlength=len(distinct)))
    rank = {word: (count, place) for place, (word, count) in enumerate(zip(distinct, counts.tolist(), strict=True))}
    table = np.full((len(split) + 1, _MOST_STREET_WORDS), -1, np.int32)
    for i, listed in enumerate(split):
        rarest = sorted(map(rank.__getitem__, listed))[:_MOST_STREET_WORDS]
        table[i, : len(rarest)] = codes[[place for _, place in rarest]]
    is_anchor = feature.type is _T.ADDRESS
    uses = Use.ALONE | Use.COUPLES | (Use.ANCHOR if is_anchor else Use(0))
    kind = _T.ADDRESS if is_anchor else None
    return Keys(name, table[data.ids[:, 0]], size, uses, kind, WordCounts.of(codes, counts))
