"""What is damaged or noteworthy about a list, beside its columns, before anything is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from steward.ui.pages.lists.box_scroll import BoxScroll
from steward.ui.pages.lists.layout_words import layout_sentence
from steward.ui.pages.lists.list_words import finding_words, is_damage, is_plain_date_order
from steward.ui.pages.lists.proof_table import ProofTable
from steward.ui.widgets.buttons import IconButton, KeyButton
from steward.ui.widgets.text import Text, line
from steward.ui.words.attributes import attribute_icon
from steward.workspace.lists.list_views import DamageKind, Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look

#: A list has few damages and may have many notes: the first of them come at once, the others when they are asked for.
_LISTED = 8
_ICONS = {
    DamageKind.DATE_ORDER: "calendar",
    DamageKind.DECIMAL_SIGN: "hash",
    DamageKind.SHARED_VALUE: "users",
    DamageKind.PLACEHOLDER: "circle-dot",
    DamageKind.LAYOUT: "table",
    DamageKind.INVALID: "circle-alert",
}


class FindingsPanel(QWidget):
    """Damage first and tinted, notes after it. ``rows_asked(finding)`` wants to see the rows a finding stands in."""

    rows_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._findings: tuple[Finding, ...] = ()
        self._is_whole = False
        self._remark = Text(look, "", "small", tone="text2", wraps=True)
        self._scroll = BoxScroll(self)
        head = QVBoxLayout()
        head.setContentsMargins(look.s4, 0, look.s4, 0)
        head.setSpacing(look.s1)
        head.addWidget(self._remark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.s2)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        look.changed.connect(self.retranslate)

    def show_findings(self, findings: Sequence[Finding], proofs: Sequence[str] = ()) -> None:
        """Show these findings, damage on top; ``proofs`` are cells that show how the letters were read."""
        notes = [finding for finding in findings if finding.kind is DamageKind.LAYOUT]
        # The encoding comes last, behind the clause that many totals share, so that its proof stands right behind it.
        encoding = layout_sentence([note for note in notes if note.detail == "encoding"])
        others = layout_sentence([note for note in notes if note.detail != "encoding"])
        layout = " ".join(filter(None, (others, encoding)))
        shown = [one for one in findings if one.kind is not DamageKind.LAYOUT and not is_plain_date_order(one)]
        if encoding and proofs:
            layout = self.tr("{layout} For example {cells}").format(layout=layout, cells="  ·  ".join(proofs))
        if layout:
            shown.append(Finding(DamageKind.LAYOUT, "", "", 0, layout))
        ordered = tuple(sorted(shown, key=lambda finding: not is_damage(finding)))
        if ordered != self._findings or not ordered:
            self._findings, self._is_whole = ordered, False
            self.retranslate()

    def retranslate(self) -> None:
        """Make every finding anew in the language of now."""
        damages = sum(is_damage(finding) for finding in self._findings)
        notes = len(self._findings) - damages
        self._remark.setText(self._summary(damages, notes))
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(self._look.s2, 0, self._look.s2, 0)
        layout.setSpacing(self._look.s2)
        shown = self._findings if self._is_whole else self._findings[:_LISTED]
        for place, finding in enumerate(shown):
            if place and not is_damage(finding):
                layout.addWidget(line())
            layout.addWidget(_FindingBox(self._look, self._language, finding, self))
        if len(shown) < len(self._findings):
            more = KeyButton(self._look, self.tr("Show %Ln more", "", len(self._findings) - len(shown)), kind="link")
            more.clicked.connect(self._show_whole)
            layout.addWidget(more)
        layout.addStretch(1)
        self._scroll.show_body(body)

    def _show_whole(self) -> None:
        self._is_whole = True
        self.retranslate()

    def _summary(self, damages: int, notes: int) -> str:
        if not self._findings:
            return self.tr("Nothing damaged was found. The file stays as it is.")
        damage = self.tr("1 damage") if damages == 1 else self.tr("{count} damages").format(count=damages)
        note = self.tr("1 note") if notes == 1 else self.tr("{count} notes").format(count=notes)
        parts = ([damage] if damages else []) + ([note] if notes else [])
        return self.tr("{counts}. The file stays as it is.").format(counts=", ".join(parts))


class _FindingBox(QFrame):
    """One finding: icon, title, what Steward does, one example, and the rows it stands in."""

    def __init__(self, look: Look, language: Language, finding: Finding, panel: FindingsPanel) -> None:
        super().__init__(panel)
        self._language, self._finding, self._panel = language, finding, panel
        is_tinted = is_damage(finding)
        if is_tinted:
            self.setProperty("role", "warnbox")
        icon = QLabel(self)
        icon.setPixmap(look.pixmap(self._icon(), "warn" if is_tinted else "text2", 16))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        self._title, sentence = finding_words(finding)
        words.addWidget(Text(look, self._title, weight=600, wraps=True))
        words.addWidget(Text(look, sentence, "small", tone="text2", wraps=True))
        if is_tinted and finding.example:
            words.addWidget(Text(look, finding.example, tabular=True, weight=500, wraps=True))
        if finding.row_numbers:
            words.addSpacing(2)
            words.addLayout(self._buttons(look))
        told = QHBoxLayout()
        told.setSpacing(10)
        told.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.s2, look.s2 + 2, look.s2, look.s3)
        layout.setSpacing(look.s2)
        layout.addLayout(told)
        if finding.proofs:
            # As wide as the box: three columns have no room beside the icon of a narrow panel.
            layout.addWidget(ProofTable(look, finding, self))

    def _buttons(self, look: Look) -> QHBoxLayout:
        """See the rows; copy what to write to the department."""
        rows = self._language.number(self._finding.rows)
        text = self.tr("Show the row") if self._finding.rows == 1 else self.tr("Show the {rows} rows")
        kind = "normal" if is_damage(self._finding) else "link"
        show = KeyButton(look, text.format(rows=rows), kind=kind)
        show.setAccessibleName(f"{show.text()}: {self._title}")
        copy = IconButton(look, "copy", self.tr("Copy what to write to the department"))
        copy.setAccessibleName(f"{copy.toolTip()}: {self._title}")
        show.clicked.connect(self._show_rows)
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(copy)
        row.addStretch(1)
        return row

    def _show_rows(self) -> None:
        self._panel.rows_asked.emit(self._finding)

    def _copy(self) -> None:
        self._panel.copy_asked.emit(self._finding)

    def _icon(self) -> str:
        finding = self._finding
        if is_damage(finding):
            return "triangle-alert"
        if finding.kind is DamageKind.SHARED_VALUE and finding.attribute:
            return attribute_icon(finding.attribute)
        return _ICONS.get(finding.kind, "info")
