"""The cards of samples and certificates: each a table with the one thing that can be done with the chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from steward.ui.models.rows import Column, RowsModel
from steward.ui.pages.bands.words import band_text, certificate_state, is_good, sample_state, share_text
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.page import PageContext
    from steward.workspace.review.band_views import BandCount, Certificate, SampleState


class _EvidenceCard(Card):
    """A table, a sentence about the chosen row and a button. ``acted(row)`` by the button or Return."""

    acted = Signal(object)
    chosen = Signal(object)

    def __init__(self, context: PageContext, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        self._context = context
        self.row: Any = None
        self.model: RowsModel[Any] = RowsModel(columns, self)
        self.table = RowTable(context.look, self.model)
        self.note = Text(context.look, "", tone="text2", wraps=True)
        self.button = KeyButton(context.look)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.button)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)
        # Without rows the sentence stands under the title, not in the middle of nothing.
        self._below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self.body.addItem(self._below)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.button.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the rows; the chosen one stays chosen."""
        kept = self.row.id if self.row is not None else None
        place = next((place for place, row in enumerate(rows) if row.id == kept), 0)
        self.row = None
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        fills = QSizePolicy.Policy.Minimum if rows else QSizePolicy.Policy.Expanding
        self._below.changeSize(0, 0, QSizePolicy.Policy.Minimum, fills)
        self.body.invalidate()
        if rows:
            self.table.setCurrentIndex(self.model.index(place, 0))
        else:
            self._on_chosen(None)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.model.retranslate()
        self.show_answer()

    def show_answer(self) -> None:
        """Sentence and button for the chosen row."""

    def _on_chosen(self, row: Any) -> None:
        self.row = row
        self.show_answer()
        self.chosen.emit(row)

    def _on_opened(self, _row: object) -> None:
        self._on_clicked()

    def _on_clicked(self) -> None:
        if self.row is not None and self.button.isEnabled():
            self.acted.emit(self.row)


class SampleCard(_EvidenceCard):
    """Samples that were drawn; the button goes on deciding, or certifies."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        language = context.language

        def decided(sample: SampleState) -> str:
            done = language.number(sample.sampled - sample.undecided)
            return self.tr("{done} of {all}").format(done=done, all=language.number(sample.sampled))

        def goal(sample: SampleState) -> str:
            return share_text(sample.limit, language) if sample.limit is not None else ""

        def bound(sample: SampleState) -> str:
            return share_text(round(sample.bound, 4), language) if sample.sampled > sample.undecided else ""

        columns: list[Column[SampleState]] = [
            Column(lambda: self.tr("No."), lambda one: f"#{one.id}", 60, tone="text2"),
            Column(lambda: self.tr("Band"), lambda one: band_text(one.low, one.high, language), 120, weight=500),
            Column(lambda: self.tr("Decided"), decided, 90, tone="text2"),
            Column(
                lambda: self.tr("Wrong"), lambda one: language.number(one.errors), 70, is_number=True, is_spare=True
            ),
            Column(lambda: self.tr("At most"), bound, 80, is_number=True),
            Column(lambda: self.tr("Goal"), goal, 70, tone="text2", is_number=True, is_spare=True),
            Column(lambda: self.tr("State"), lambda one: sample_state(one)[0], icon=lambda one: sample_state(one)[1:]),
            Column(lambda: self.tr("By"), lambda one: one.drawn_by, 80, tone="text2", is_spare=True),
        ]
        super().__init__(context, columns, parent)

    def retranslate(self) -> None:
        self.set_title(self.tr("Samples"))
        self.table.setAccessibleName(self.tr("Samples"))
        super().retranslate()

    def show_answer(self) -> None:
        sample: SampleState | None = self.row
        language = self._context.language
        if sample is None:
            self.note.setText(self.tr("No sample was drawn yet: choose a band at the left and draw one."))
            self.button.hide()
            return
        note, text, icon = "", "", ""
        if sample.certificate_id is not None or not sample.is_current:
            note = sample_state(sample)[0]
        elif sample.waiting:
            text = self.tr("Decide the next {count} blindly").format(count=language.number(len(sample.waiting)))
            icon = "eye-off"
        elif sample.undecided:
            note = self.tr("Some of its clusters were grouped otherwise since; draw a new sample.")
        elif is_good(sample):
            share = share_text(round(sample.bound, 4), language)
            text, icon = self.tr("Certify: at most {share} errors").format(share=share), "badge-check"
        else:
            note = self.tr(
                "{errors} of {sampled} were wrong, so up to {share} of the band may be. Draw a larger sample or "
                "choose a higher band."
            ).format(errors=sample.errors, sampled=sample.sampled, share=share_text(round(sample.bound, 4), language))
        self.note.setText(note)
        self.button.setVisible(bool(text))
        self.button.set_content(text, icon=icon)


class CertificateCard(_EvidenceCard):
    """Certificates; the button merges what is left of the band of the chosen one."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        language = context.language
        self._count: BandCount | None = None

        def sample(one: Certificate) -> str:
            return self.tr("{errors} of {sampled}").format(errors=one.errors, sampled=language.number(one.sampled))

        columns: list[Column[Certificate]] = [
            Column(lambda: self.tr("No."), lambda one: f"#{one.id}", 60, tone="text2"),
            Column(lambda: self.tr("Band"), lambda one: band_text(one.low, one.high, language), 120, weight=500),
            Column(lambda: self.tr("Wrong"), sample, 90, tone="text2"),
            Column(
                lambda: self.tr("At most"), lambda one: share_text(round(one.bound, 4), language), 80, is_number=True
            ),
            Column(
                lambda: self.tr("Goal"), lambda one: share_text(one.limit, language), 70, tone="text2", is_number=True
            ),
            Column(
                lambda: self.tr("State"),
                lambda one: certificate_state(one)[0],
                icon=lambda one: certificate_state(one)[1:],
            ),
            Column(lambda: self.tr("Model"), lambda one: one.model_version[:8], 90, tone="text2", is_spare=True),
            Column(lambda: self.tr("By"), lambda one: one.certified_by, 80, tone="text2", is_spare=True),
            Column(
                lambda: self.tr("When"), lambda one: language.day(one.certified_at), 110, tone="text2", is_spare=True
            ),
        ]
        super().__init__(context, columns, parent)

    def show_count(self, count: BandCount | None) -> None:
        """How many clusters of the chosen certificate's band are left; None while that is being counted."""
        self._count = count
        self.show_answer()

    def retranslate(self) -> None:
        self.set_title(self.tr("Certificates"))
        self.table.setAccessibleName(self.tr("Certificates"))
        super().retranslate()

    def show_answer(self) -> None:
        certificate: Certificate | None = self.row
        if certificate is None:
            self.note.setText(self.tr("A sample that is good enough earns a certificate."))
            self.button.hide()
            return
        left = self._count.eligible if self._count is not None else 0
        can_merge = certificate.is_current and left > 0
        if not certificate.is_current:
            note = self.tr("The model has changed since; draw a sample of the newest match run.")
        elif self._count is None:
            note = self.tr("Counting …")
        elif not left:
            note = self.tr("Nothing of the band is left to merge.")
        else:
            note = self.tr("One decision, reversed as one.")
        self.note.setText(note)
        self.button.setVisible(can_merge)
        self.button.set_content(self.tr("Merge %Ln clusters", "", left), icon="git-merge")
