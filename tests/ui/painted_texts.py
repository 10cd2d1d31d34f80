"""Every text that a widget paints, labels and table cells alike, with its colour and the colour it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

_SVG = "{http://www.w3.org/2000/svg}"
#: The picture is painted larger, so that thin letters have pixels of their full colour.
_RATIO = 3


@dataclass(frozen=True, slots=True)
class PaintedText:
    """``rect`` in the coordinates of the widget; ``ground`` is the most frequent colour around the letters."""

    text: str
    color: QColor
    ground: QColor
    rect: QRectF

    @property
    def contrast(self) -> float:
        """1 (the same colour) to 21 (black on white)."""
        return contrast(self.color, self.ground)


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of WCAG."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def painted_texts(widget: QWidget) -> Iterator[PaintedText]:
    """Recorded while the widget paints itself; texts that something covers or cuts off are left out."""
    pixels = _pixels(widget)
    for element in ElementTree.fromstring(_recorded(widget)).iter(f"{_SVG}g"):
        for text in element.findall(f"{_SVG}text"):
            rect = _rect(element, text)
            if _is_cut(widget, rect):
                continue
            inside = rect.intersected(QRectF(widget.rect()))
            area = pixels[
                round(inside.top() * _RATIO) : round(inside.bottom() * _RATIO),
                round(inside.left() * _RATIO) : round(inside.right() * _RATIO),
            ]
            color = QColor(text.get("fill", "#000000"))
            if area.size and np.any(_is_near(area, color)):
                values, counts = np.unique(area, return_counts=True)
                yield PaintedText(text.text or "", color, QColor.fromRgb(int(values[np.argmax(counts)])), inside)


def picture(widget: QWidget, ratio: int = 1, area: QRect | None = None) -> QImage:
    """The widget, or an area of it, as it is painted, ``ratio`` times as large."""
    area = widget.rect() if area is None else area.intersected(widget.rect())
    image = QImage(area.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(area))
    painter.end()
    return image


def _recorded(widget: QWidget) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(widget.size()))
    generator.setViewBox(QRect(QPoint(), widget.size()))
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data()).decode()


def _pixels(widget: QWidget) -> np.ndarray:
    image = picture(widget, _RATIO)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def _rect(element: ElementTree.Element, text: ElementTree.Element) -> QRectF:
    """Where the letters stand: the recorder keeps the shift of the painter and the start of the base line."""
    *_, right, down = (float(part) for part in re.findall(r"-?[\d.]+(?:e-?\d+)?", element.get("transform", "0,0")))
    font = QFont(text.get("font-family", "Inter"))
    font.setPixelSize(int(text.get("font-size", "13")))
    font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
    metrics = QFontMetricsF(font)
    left, base = float(text.get("x", "0")) + right, float(text.get("y", "0")) + down
    return QRectF(left, base - metrics.ascent(), metrics.horizontalAdvance(text.text or ""), metrics.height())


def _is_cut(widget: QWidget, rect: QRectF) -> bool:
    """The recorder knows of no clipping: a row that is scrolled half away ends in the widget below it."""
    inset = rect.adjusted(0, rect.height() * 0.06, 0, -rect.height() * 0.06)
    ends = (QPoint(round(inset.center().x()), round(y)) for y in (inset.top(), inset.bottom()))
    first, second = (widget.childAt(end) for end in ends)
    return first is not second


def _is_near(pixels: np.ndarray, color: QColor) -> np.ndarray:
    apart = np.zeros(pixels.shape, np.int64)
    for shift, part in ((16, color.red()), (8, color.green()), (0, color.blue())):
        apart = np.maximum(apart, np.abs(((pixels >> shift) & 255).astype(np.int64) - part))
    return apart <= 6


def _luminance(color: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
