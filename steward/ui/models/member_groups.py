"""The many members of a large cluster in a few groups of near-identical ones, and the links between the groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from steward.ui.models.evidence_bars import strongest_tree
from steward.ui.words.masking import masked
from steward.ui.words.values import value_text
from steward.workspace.views import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from steward.ui.words.masking import Mask
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import FieldRow

#: Groups on either side of the cut; what is rarer goes together into one more.
MOST_GROUPS = 9
#: What tells people apart at a glance comes first, whatever stands on top of the grid.
_USUAL = ("name", "organization", "birth_date", "nik")


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Members that say the same in one field, by number; ``value`` is None where rarer values stand together."""

    value: str | None
    numbers: tuple[int, ...]
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups from the largest, those that are left out last; links are between places in ``groups``."""

    attribute: str
    groups: tuple[MemberGroup, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(cls, draft: ReviewDraft) -> Grouping:
        """Grouped by the field that tells the members apart best."""
        out = frozenset(draft.excluded_numbers)
        rows = {row.attribute: row for row in draft.rows()}
        attribute = _telling_field(rows)
        values = _values(rows[attribute]) if attribute else []
        members = draft.view.members
        named = dict(zip((member.number for member in members), values, strict=True)) if attribute else {}
        kept = [member.number for member in members if member.number not in out]
        groups = (*_groups(kept, named, is_out=False), *_groups(sorted(out), named, is_out=True))
        return cls(attribute, groups, _links_between(groups, draft.view.links))

    def masked(self, mask: Mask) -> Grouping:
        """The groups as they may be shown."""
        if not mask.hides(self.attribute):
            return self
        groups = (group if group.value is None else replace(group, value=masked(group.value)) for group in self.groups)
        return replace(self, groups=tuple(groups))


def _telling_field(rows: Mapping[str, FieldRow]) -> str:
    """A field with two values or more, and few enough to be seen; else the one with the fewest."""
    counts = {name: len(set(_values(row))) for name, row in rows.items()}
    ordered = [*(name for name in _USUAL if name in counts), *(name for name in counts if name not in _USUAL)]
    few = [name for name in ordered if 2 <= counts[name] <= MOST_GROUPS]
    several = [name for name in ordered if counts[name] > 1]
    return next(iter(few or sorted(several, key=counts.__getitem__) or ordered), "")


def _values(row: FieldRow) -> list[str]:
    return [value_text(row.attribute, cell.standard or cell.text) for cell in row.cells]


def _groups(numbers: Iterable[int], named: Mapping[int, str], *, is_out: bool) -> list[MemberGroup]:
    by_value: dict[str, list[int]] = {}
    for number in numbers:
        by_value.setdefault(named.get(number, ""), []).append(number)
    ordered = [value for value, _ in Counter({value: len(found) for value, found in by_value.items()}).most_common()]
    shown = ordered if len(ordered) <= MOST_GROUPS else ordered[: MOST_GROUPS - 1]
    groups = [MemberGroup(value, tuple(by_value[value]), is_out) for value in shown]
    rest = sorted(number for value in ordered[len(shown) :] for number in by_value[value])
    return [*groups, MemberGroup(None, tuple(rest), is_out)] if rest else groups


def _links_between(groups: Iterable[MemberGroup], links: Iterable[Link]) -> tuple[Link, ...]:
    place = {number: at for at, group in enumerate(groups) for number in group.numbers}
    between = (Link(place[link.first], place[link.second], link.explanation) for link in links if link.first in place)
    return strongest_tree(link for link in between if link.explanation.match_probability >= 0.5)
