"""How the deliveries of a source are taken: what missing records mean, and which columns never change a record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from steward.domain.source_settings import MissingPolicy, SourceSettings
from steward.ui.pages.lists.box_scroll import BoxScroll
from steward.ui.pages.lists.question_box import check_box, radio_button
from steward.ui.widgets.text import Text, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look

_MOST_DELIVERIES, _MOST_DAYS = 99, 3650


class SourceSettingsView(BoxScroll):
    """Every change is told at once by ``changed(settings)``; there is nothing to save.

    ``trust_chosen(sources)``: the lists that are trusted, the most trusted first.
    """

    changed = Signal(object)
    trust_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = SourceSettings()
        self._columns: tuple[str, ...] = ()
        self._source, self._trusted = "", tuple[str, ...]()
        look.changed.connect(self.retranslate)

    def show_settings(
        self, settings: SourceSettings, columns: Sequence[str], source: str, trusted: Sequence[str]
    ) -> None:
        """The settings of a source, the columns that its lists have, and the sources that are trusted, in order."""
        self._settings = settings
        self._source, self._trusted = source, tuple(trusted)
        self._columns = tuple(dict.fromkeys((*columns, *settings.ignored_columns)))
        self.retranslate()

    def retranslate(self) -> None:
        """Make every box anew in the language of now."""
        look = self._look
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(look.s5, look.s3, look.s5, look.s4)
        layout.setSpacing(look.s2)
        self._add_policy(layout, body)
        layout.addWidget(line())
        self._add_key(layout)
        layout.addWidget(line())
        self._add_trust(layout)
        layout.addWidget(line())
        self._add_columns(layout)
        layout.addStretch(1)
        self.show_body(body)

    def _add_policy(self, layout: QVBoxLayout, body: QWidget) -> None:
        title = self.tr("Records that a whole list no longer holds")
        layout.addWidget(Text(self._look, title, "section"))
        note = self.tr("Nothing is deleted in any case; a record comes back with the next delivery that holds it.")
        layout.addWidget(Text(self._look, note, "small", tone="text2", wraps=True))
        group = QButtonGroup(body)
        texts = (
            (MissingPolicy.KEEP, self.tr("They stay as they are")),
            (MissingPolicy.GRACE, self.tr("They count no longer once they were missing for")),
            (MissingPolicy.END, self.tr("They count no longer at once")),
        )
        for policy, text in texts:
            button = radio_button(self._look, text, title, is_checked=policy is self._settings.missing)
            button.clicked.connect(lambda _on=False, policy=policy: self._change(missing=policy))
            group.addButton(button)
            row = QHBoxLayout()
            row.setSpacing(self._look.s2)
            row.addWidget(button)
            if policy is MissingPolicy.GRACE:
                self._add_grace(row, button)
            row.addStretch(1)
            layout.addLayout(row)

    def _add_grace(self, row: QHBoxLayout, button: QRadioButton) -> None:
        deliveries = self._spin(self._settings.grace_deliveries, _MOST_DELIVERIES, self.tr("whole deliveries"))
        days = self._spin(self._settings.grace_days, _MOST_DAYS, self.tr("days"))
        deliveries.valueChanged.connect(lambda count: self._change(grace_deliveries=count))
        days.valueChanged.connect(lambda count: self._change(grace_days=count))
        either = QLabel(self.tr("or"))
        for widget in (deliveries, either, days):
            widget.setEnabled(button.isChecked())
            row.addWidget(widget)

    def _spin(self, value: int, most: int, what: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(0, most)
        spin.setValue(value)
        spin.setSuffix(f" {what}")
        # None of them plays no part; "0 days" would read as if records went at once.
        spin.setSpecialValueText(f"– {what}")
        # The style sheet has no say in where the text of a spin box begins.
        spin.lineEdit().setTextMargins(self._look.s2 - 2, 0, 0, 0)
        for widget in (spin, spin.lineEdit()):
            widget.setAccessibleName(what)
        return spin

    def _add_key(self, layout: QVBoxLayout) -> None:
        title = self.tr("Rows without a key")
        layout.addWidget(Text(self._look, title, "section"))
        text = self.tr("Every row must have a key; rows without one are held back")
        box = check_box(self._look, text, title, is_checked=self._settings.is_key_declared)
        box.toggled.connect(lambda on: self._change(is_key_declared=on))
        layout.addWidget(box)

    def _add_trust(self, layout: QVBoxLayout) -> None:
        title = self.tr("Trust in this list")
        layout.addWidget(Text(self._look, title, "section"))
        note = self.tr(
            "Where a rule for golden values prefers the most trusted list, the lists before others win. "
            "Golden values are chosen anew at once; that can be undone."
        )
        layout.addWidget(Text(self._look, note, "small", tone="text2", wraps=True))
        box = QComboBox()
        box.setAccessibleName(title)
        box.addItem(self.tr("Not trusted more than others"), -1)
        others = [name for name in self._trusted if name != self._source]
        for place in range(len(others) + 1):
            before = others[place] if place < len(others) else ""
            text = self.tr("Place {number}, before {source}") if before else self.tr("Place {number}")
            box.addItem(text.format(number=place + 1, source=before), place)
        at = self._trusted.index(self._source) if self._source in self._trusted else -1
        box.setCurrentIndex(box.findData(at))
        box.activated.connect(lambda _at, box=box: self._trust(others, box.currentData()))
        row = QHBoxLayout()
        row.addWidget(box)
        row.addStretch(1)
        layout.addLayout(row)

    def _trust(self, others: Sequence[str], place: int) -> None:
        trusted = tuple(others) if place < 0 else (*others[:place], self._source, *others[place:])
        if trusted != self._trusted:
            self._trusted = trusted
            self.trust_chosen.emit(trusted)

    def _add_columns(self, layout: QVBoxLayout) -> None:
        title = self.tr("Columns that never change a record")
        layout.addWidget(Text(self._look, title, "section"))
        note = self.tr(
            "A date of printing, a running number: ticked columns are stored, but a record is not new for it."
        )
        layout.addWidget(Text(self._look, note, "small", tone="text2", wraps=True))
        for header in self._columns:
            box = check_box(self._look, header, title, is_checked=header in self._settings.ignored_columns)
            box.toggled.connect(lambda _on, box=box, header=header: self._ignore(header, box))
            layout.addWidget(box)

    def _ignore(self, header: str, box: QCheckBox) -> None:
        others = [column for column in self._settings.ignored_columns if column != header]
        self._change(ignored_columns=(*others, header) if box.isChecked() else tuple(others))

    def _change(self, **changes: object) -> None:
        settings = replace(self._settings, **changes)  # type: ignore[arg-type]  # the names are those of the fields
        if settings == self._settings:
            return
        is_policy = settings.missing is not self._settings.missing
        self._settings = settings
        if is_policy:
            self.retranslate()
        self.changed.emit(settings)
