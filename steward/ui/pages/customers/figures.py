"""The key figures of a customer: one number a card, only where the lists know of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steward.ui.words.values import money_text, number_text

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.customers.customer_views import CustomerView


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and one remark."""

    number: str
    label: str
    remark: str = ""


def figures_of(view: CustomerView, language: Language) -> tuple[Figure, ...]:
    """Revenue, purchases and products, as far as the lists hold them."""
    first = {value.attribute: value.value for value in reversed(view.values)}
    figures: list[Figure] = []
    if revenue := first.get("revenue"):
        figures.append(
            Figure(
                money_text(revenue, first.get("currency", ""), language),
                QCoreApplication.translate("Figures", "revenue"),
                QCoreApplication.translate("Figures", "total of all lists"),
            )
        )
    if purchases := first.get("purchases"):
        last = first.get("last_activity", "")
        remark = (
            QCoreApplication.translate("Figures", "last {day}").format(day=language.day_of_text(last)) if last else ""
        )
        figures.append(Figure(number_text(purchases), QCoreApplication.translate("Figures", "purchases"), remark))
    if products := [value.value for value in view.values if value.attribute == "products" and value.value]:
        figures.append(
            Figure(
                language.number(len(products)),
                QCoreApplication.translate("Figures", "products held"),
                ", ".join(products),
            )
        )
    return tuple(figures)


class FigureCard(QWidget):
    """One figure in a card, painted."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figure = Figure("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._renew)

    def set_figure(self, figure: Figure) -> None:
        """Show this number."""
        self._figure = figure
        self.setAccessibleName(" ".join((figure.number, figure.label, figure.remark)).strip())
        self.update()

    def sizeHint(self) -> QSize:
        heights = (QFontMetrics(font).height() for font, _ in self._styles())
        return QSize(120, sum(heights) + self._look.s3 * 2 + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        top, width = look.s3, self.width() - 2 * look.s4
        texts = (self._figure.number, self._figure.label, self._figure.remark)
        for text, (font, token) in zip(texts, self._styles(), strict=True):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.color(token))
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(look.s4, top + metrics.ascent(), elided)
            top += metrics.height() + 3
        painter.end()

    def _styles(self) -> tuple[tuple[QFont, str], ...]:
        look = self._look
        return (
            (look.font("heading", 600), "text"),
            (look.font("small", 500), "text2"),
            (look.font("small"), "text3"),
        )

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
