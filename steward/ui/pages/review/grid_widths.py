"""How wide the columns of the compare grid are: an id is never cut, a name or an address only where room is short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from steward.ui.delegates.compare_cell import elide_mode
from steward.ui.models.compare_texts import golden_text, member_text
from steward.ui.words.attributes import attribute_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.ui.look import Look
    from steward.ui.models.compare import CompareModel

FIELD_WIDTH, LONGEST_FIELD = 118, 160
SMALLEST_GOLDEN, NARROW_GOLDEN, GOLDEN_WIDTH, WIDEST_GOLDEN = 130, 170, 208, 340
SMALLEST_MEMBER, COMFORTABLE_MEMBER = 150, 200
#: With less room than this for members, the columns before them give way.
SMALLEST_SHARE = 110
#: What is compared at least, side by side.
SEEN_TOGETHER = 2
FIELD_COLUMN_WIDTH, WIDEST_FIELD_COLUMN = 150, 280
SMALLEST_HEAD, MEMBER_HEAD_WIDTH = 150, 290
#: E-mails are longer than any column can be; ids and phones are not.
WIDEST_ID = 200
#: Space beside a value: symbol and edges of a member's cell, edges and origin of a golden one, a lock.
_MEMBER_EDGES, _GOLDEN_EDGES, _LOCK = 34, 46, 21
#: Of a thousand members the first tell how long values are.
_MEASURED = 60


@dataclass(frozen=True, slots=True)
class Needs:
    """What the values on screen need, in pixels, and whether members are rows."""

    is_transposed: bool
    field: int
    golden: int
    ids: int
    columns: tuple[int, ...]

    @classmethod
    def of(cls, model: CompareModel, look: Look) -> Needs:
        """Measure the longest values of every field."""
        table, fields = model.table, model.fields
        bold = QFontMetrics(look.font("body", weight=600, tabular=True))
        plain = QFontMetrics(look.font("body", tabular=True))
        golden, ids, columns = 0, 0, []
        for name in fields:
            row = table.rows[name]
            lock = look.px(_LOCK) if row.golden is not None and row.golden.is_locked else 0
            head = _longest(bold, [golden_text(row)]) + _GOLDEN_EDGES + lock
            cells = range(min(_MEASURED, len(table.members)))
            texts = [
                member_text(table.member_cell(name, place, shows_standard=model.shows_standard)) for place in cells
            ]
            width = _longest(plain, texts) + look.px(_MEMBER_EDGES)
            golden = max(golden, head)
            # Only ids and phones, whose middle would be lost: two that end alike must be told apart.
            if elide_mode(name) is Qt.TextElideMode.ElideMiddle and name != "email":
                ids = max(ids, min(width, look.px(WIDEST_ID)))
            columns.append(max(head, width))
        medium = QFontMetrics(look.font("body", weight=500))
        field = _longest(medium, map(attribute_label, fields)) + 40
        return cls(table.is_transposed, field, golden, ids, tuple(columns))

    def frozen(self, look: Look, room: int, scrolling: int) -> tuple[int, ...]:
        """The widths of the columns that stay, when the grid is ``room`` wide and so many columns scroll."""
        px = look.px
        if self.is_transposed:
            return (max(px(SMALLEST_HEAD), min(px(MEMBER_HEAD_WIDTH), room - px(FIELD_COLUMN_WIDTH))),)
        field = min(px(LONGEST_FIELD), max(px(FIELD_WIDTH), self.field))
        # The golden value is what is written: it grows with its text as long as members keep comfortable.
        left = room - field - scrolling * max(self.ids, px(COMFORTABLE_MEMBER))
        wanted = max(px(GOLDEN_WIDTH), min(px(WIDEST_GOLDEN), left, self.golden))
        # A little narrower where all members are seen then; beside a panel, or at large text, until two of them are.
        least = self._least_member(look)
        fits = room - field - scrolling * least >= px(NARROW_GOLDEN)
        members = scrolling if fits else min(SEEN_TOGETHER, scrolling)
        golden = max(px(SMALLEST_GOLDEN), min(wanted, room - field - members * least))
        if room - field - golden < px(SMALLEST_SHARE):
            # Large text beside a panel: a third for each, or there would be nothing to compare with.
            field = min(field, room // 3)
            golden = min(golden, (room - field) // 2)
        return field, golden

    def scrolling(self, look: Look, room: int, count: int) -> list[int]:
        """The widths of ``count`` columns in ``room``: all of it where they fit, else readable ones that scroll."""
        px = look.px
        if self.is_transposed:
            wanted = [min(px(WIDEST_FIELD_COLUMN), max(px(FIELD_COLUMN_WIDTH), need)) for need in self.columns[:count]]
            return _shared(wanted, room)
        least = self._least_member(look)
        if room // count < least:
            # As many whole ones as fit side by side: none is cut through by the edge of the golden column.
            return [max(least, room // max(1, room // least))] * count
        return _shared([room // count] * count, room)

    def _least_member(self, look: Look) -> int:
        """At large text a little narrower before they scroll: seeing members side by side is worth more."""
        return max(self.ids, (SMALLEST_MEMBER + look.px(SMALLEST_MEMBER)) // 2)


def _longest(metrics: QFontMetrics, texts: Iterable[str]) -> int:
    # The longest few by letters: measuring every value would cost more than painting them.
    candidates = sorted(set(texts), key=len, reverse=True)[:3]
    return max((metrics.horizontalAdvance(text) for text in candidates), default=0)


def _shared(widths: list[int], room: int) -> list[int]:
    """The widths with what is left of the room spread over them."""
    spare = room - sum(widths)
    if spare <= 0 or not widths:
        return widths
    each, left_over = divmod(spare, len(widths))
    return [width + each + (1 if place < left_over else 0) for place, width in enumerate(widths)]
