"""What a load did: every row of the file accounted for, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from steward.ui.pages.lists.row_counts import RowCounts, count_words, counts_sentence
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.text import Text, line
from steward.ui.words.problems import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.lists.list_views import ImportReport


class LoadReport(QWidget):
    """The card after a load; ``match_asked``, ``back_asked``, ``next_asked`` and ``held_asked(source)`` can follow."""

    match_asked = Signal()
    back_asked = Signal()
    next_asked = Signal()
    held_asked = Signal(str)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._reports: tuple[ImportReport, ...] = ()
        self._waiting = 0
        self._icon = QLabel(self)
        self._title = Text(look, "", "heading", wraps=True)
        self._sum = Text(look, "", "body", tone="text2", tabular=True, wraps=True)
        self._figures = [(Text(look, "", "figure"), Text(look, "", "small", tone="text2")) for _ in range(6)]
        self._remarks = Text(look, "", "small", tone="text2", wraps=True)
        self.match = KeyButton(look, icon="refresh-cw", height="action")
        self.next = KeyButton(look, icon="arrow-right", height="action")
        self.back = KeyButton(look, height="action")
        self.held = KeyButton(look, icon="shield-alert", height="action")
        self._build()
        self.match.clicked.connect(self.match_asked)
        self.next.clicked.connect(self.next_asked)
        self.back.clicked.connect(self.back_asked)
        self.held.clicked.connect(self._ask_held)
        look.changed.connect(self._renew)
        self._renew()

    def _build(self) -> None:
        look = self._look
        card = Card(look)
        card.setMaximumWidth(look.px(820))
        head = QHBoxLayout()
        head.setSpacing(look.s3)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        figures = QHBoxLayout()
        figures.setSpacing(look.s6)
        for number, label in self._figures:
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(label)
            figures.addLayout(column)
        figures.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.s2)
        buttons.addWidget(self.back)
        buttons.addWidget(self.held)
        buttons.addStretch(1)
        buttons.addWidget(self.match)
        buttons.addWidget(self.next)
        card.body.setSpacing(look.s4)
        card.body.addLayout(head)
        card.body.addLayout(figures)
        card.body.addWidget(self._sum)
        card.body.addWidget(line())
        card.body.addWidget(self._remarks)
        card.body.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 8)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.s4, look.s6, look.s4, look.s4)
        layout.addLayout(row)
        layout.addStretch(1)

    def show_reports(self, reports: Sequence[ImportReport], waiting: int) -> None:
        """What was loaded; ``waiting`` files come after this one."""
        self._reports, self._waiting = tuple(reports), waiting
        self.match.setVisible(True)
        # Matching is worth its while when all files are in, so the next one comes first.
        self.next.set_kind("primary" if waiting else "normal")
        self.match.set_kind("normal" if waiting else "primary")
        self.retranslate()

    def offer_next_step(self) -> None:
        """Put the keyboard on what comes next: the files that wait, then the match."""
        (self.next if self._waiting else self.match).setFocus()

    def set_can_match(self, *, can_match: bool) -> None:
        """Offer to find duplicates only while something loaded was not matched yet."""
        had_focus = self.match.hasFocus()
        self.match.setVisible(can_match)
        if had_focus and not can_match:
            self.back.setFocus()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        if not self._reports:
            return
        number = self._language.number
        counts = RowCounts.total(map(RowCounts.of_load, self._reports))
        first = self._reports[0]
        self._title.setText(self.tr("{file} is loaded as {source}").format(file=first.file_name, source=first.source))
        for (figure, label), count, text in zip(self._figures, counts.numbers, count_words(), strict=True):
            figure.setText(number(count))
            figure.set_tone("text" if count else "text3")
            label.setText(text)
        self._sum.setText(counts_sentence(counts, self._language))
        self._remarks.setText("\n".join(self._remark_lines()))
        self.match.set_content(self.tr("Find matches"))
        self.next.set_content(self.tr("Next file, {count} waiting").format(count=number(self._waiting)))
        self.next.setVisible(self._waiting > 0)
        self.back.set_content(self.tr("Back to the lists"))
        self.held.set_content(self.tr("Look at %Ln rows held back", "", counts.quarantined))
        self.held.setVisible(counts.quarantined > 0)

    def _ask_held(self) -> None:
        self.held_asked.emit(self._reports[0].source)

    def _remark_lines(self) -> list[str]:
        first = self._reports[0]
        lines = []
        warnings = [translated(warning) for report in self._reports for warning in report.warnings]
        if first.key_column:
            lines.append(self.tr("Records are recognized again by the column {key}.").format(key=first.key_column))
        elif not warnings:
            lines.append(self.tr("No key column: records are recognized again by their content."))
        if issues := sum(len(report.issues) for report in self._reports):
            lines.append(self.tr("%Ln noteworthy cells were kept as delivered and are listed.", "", issues))
        lines.extend(dict.fromkeys(warnings))
        seconds = sum(sum(report.seconds.values()) for report in self._reports)
        lines.append(self.tr("It took {time}.").format(time=self._language.span(seconds)))
        return lines

    def _renew(self) -> None:
        self._icon.setPixmap(self._look.pixmap("circle-check", "ok", 24))
