"""The look as an object: colours, fonts, icons and row heights of the theme, scale and density in force."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QFile, QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from steward.ui.theme import (
    ROW_HEIGHTS,
    S1,
    S2,
    S3,
    S4,
    S5,
    S6,
    STYLES,
    Density,
    ThemeChoice,
    color_table,
    source_colors,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
#: Scripts that Inter lacks and that many computers have no font for; what these lack is left to the system.
SCRIPT_FONT_FILES = tuple(
    f"print/NotoSans{script}-Regular.ttf" for script in ("Arabic", "Hebrew", "Thai", "Devanagari", "Tamil")
)
SMALLEST_SCALE, LARGEST_SCALE = 90, 150
LARGE_ICON = 32


class Look(QObject):
    """Made once; ``changed`` tells every widget to take fonts, colours and pixmaps anew."""

    changed = Signal()

    s1, s2, s3, s4, s5, s6 = S1, S2, S3, S4, S5, S6

    def __init__(self, resource_path: Callable[[str], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resource_path = resource_path
        self._theme = ThemeChoice.SYSTEM
        self._density = Density.NORMAL
        self._scale = 100
        self._colors: dict[str, str] = color_table(dark=False)
        self._parsed: dict[str, QColor] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._svg: dict[str, str] = {}
        self._fonts: dict[tuple[str, int, bool], QFont] = {}
        self._heights: dict[str, int] = {}
        self._application: QApplication | None = None
        self._image_dir = QTemporaryDir()
        self._families = _load_families(resource_path)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_scheme)

    # what is in force

    @property
    def is_dark(self) -> bool:
        """True when the dark theme is shown."""
        if self._theme is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._theme is ThemeChoice.DARK

    @property
    def theme(self) -> ThemeChoice:
        """What the steward asked for."""
        return self._theme

    @property
    def scale(self) -> int:
        """Text scale in percent."""
        return self._scale

    @property
    def density(self) -> Density:
        """How tall rows are."""
        return self._density

    def set_theme(self, theme: str) -> None:
        """Switch to "light", "dark" or what the system says."""
        self._theme = ThemeChoice(theme)
        self._renew()

    def set_scale(self, percent: int) -> None:
        """Text scale, 90 to 150."""
        self._scale = max(SMALLEST_SCALE, min(LARGEST_SCALE, percent))
        self._renew()

    def set_density(self, density: str) -> None:
        """Row heights: "compact", "normal" or "roomy"."""
        self._density = Density(density)
        self._renew()

    def attach(self, application: QApplication) -> None:
        """Dress the application, now and at every later change."""
        self._application = application
        application.setStyle("Fusion")
        self._renew()

    # colours

    def color(self, token: str) -> QColor:
        """The colour of a token in the theme in force."""
        if token not in self._parsed:
            self._parsed[token] = QColor(self._colors[token])
        return QColor(self._parsed[token])

    def source_fill(self, index: int) -> tuple[QColor, QColor]:
        """(fill, letter) colours of a source badge."""
        fill, letter = source_colors(index, dark=self.is_dark)
        return QColor(fill), QColor(letter)

    # type

    def font(self, style: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFont:
        """The font of a type style, scaled; ``tabular`` gives all digits one width."""
        wanted = weight or STYLES[style].weight
        key = (style, wanted, tabular)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._make_font(style, wanted, tabular=tabular)
        return QFont(found)

    def px(self, size: int) -> int:
        """A size that grows with the text scale but never shrinks below what was designed."""
        return round(size * max(100, self._scale) / 100)

    def row_height(self, kind: str = "table") -> int:
        """Height of a row: table, list (two lines), form, control or action (buttons)."""
        found = self._heights.get(kind)
        if found is None:
            extra = QFontMetrics(self.font("body")).height() - self._normal_text_height
            lines = 2 if kind == "list" else 1
            found = self._heights[kind] = ROW_HEIGHTS[kind][self._density] + max(0, extra * lines)
        return found

    # icons

    def pixmap(self, name: str, token: str = "text2", size: int = 16, dpr: float | None = None) -> QPixmap:
        """A Lucide icon in a token's colour; ``size`` in device independent pixels."""
        ratio = dpr or self._device_ratio()
        key = (name, token, size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._draw_icon(name, self._colors[token], size, ratio)
        return found

    def icon(self, name: str, token: str = "text2", size: int = 16) -> QIcon:
        """The same as a QIcon, sharp on ordinary and on fine screens."""
        key = (name, token, size)
        found = self._icons.get(key)
        if found is None:
            found = QIcon()
            for ratio in sorted({1.0, 2.0, self._device_ratio()}):
                found.addPixmap(self.pixmap(name, token, size, ratio))
                found.addPixmap(self.pixmap(name, "border_strong", size, ratio), QIcon.Mode.Disabled)
            self._icons[key] = found
        return found

    # making them

    def _make_font(self, style: str, weight: int, *, tabular: bool) -> QFont:
        size = STYLES[style].size
        font = QFont(self._families)
        font.setPixelSize(max(9, round(size * self._scale / 100)))
        font.setWeight(QFont.Weight(weight))
        if size >= 18:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @property
    def _normal_text_height(self) -> int:
        font = QFont(self._families)
        font.setPixelSize(STYLES["body"].size)
        return QFontMetrics(font).height()

    def _device_ratio(self) -> float:
        screen = QGuiApplication.primaryScreen()
        return float(screen.devicePixelRatio()) if screen else 1.0

    def _draw_icon(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        renderer = QSvgRenderer(QByteArray(self._tinted_svg(name, color, size).encode()))
        side = max(1, round(size * ratio))
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _tinted_svg(self, name: str, color: str, size: int) -> str:
        text = self._svg.get(name)
        if text is None:
            text = self._svg[name] = self._resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
        # The bigger the picture, the more a line of the same share of it looks like a bar.
        stroke = "2" if size < 18 else "1.75" if size < LARGE_ICON else "1.25"
        return text.replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')

    # dressing the application

    def _on_system_scheme(self) -> None:
        if self._theme is ThemeChoice.SYSTEM:
            self._renew()

    def _renew(self) -> None:
        self._colors = color_table(dark=self.is_dark)
        self._parsed.clear()
        self._pixmaps.clear()
        self._icons.clear()
        self._fonts.clear()
        self._heights.clear()
        if self._application is not None:
            # Qt walks over all widgets; one that the collector takes away meanwhile would end the program.
            gc.collect()
            self._application.setFont(self.font("body"))
            self._application.setPalette(self._palette())
            self._application.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for roles, token in (
            ((role.Window,), "bg"),
            ((role.Base, role.Button), "surface"),
            ((role.AlternateBase,), "sunken"),
            ((role.Text, role.WindowText, role.ButtonText), "text"),
            ((role.PlaceholderText,), "text3"),
            ((role.Highlight, role.Accent, role.Link), "accent"),
            ((role.HighlightedText,), "on_accent"),
            ((role.ToolTipBase,), "toast"),
            ((role.ToolTipText,), "toast_fg"),
            ((role.Mid, role.Dark), "border_strong"),
            ((role.Light, role.Midlight), "border"),
        ):
            for one in roles:
                palette.setColor(one, self.color(token))
        for one in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.color("border_strong"))
        return palette

    def _style_sheet(self) -> str:
        template = self._resource_path("qss/steward.qss").read_text(encoding="utf-8")
        values = dict(self._colors)
        values["control"] = str(self.row_height("control") - 2)
        for name in ("chevron-down", "chevron-up", "check", "minus"):
            key = name.replace("-", "_")
            values[f"image_{key}"] = self._image_file(name, "text2")
            values[f"image_{key}_on"] = self._image_file(name, "on_accent")
        return re.sub(r"@(\w+)@", lambda match: values[match.group(1)], template)

    def _image_file(self, name: str, token: str) -> str:
        """Style sheets can only name files, so the few images they need are written out in the theme's colour."""
        color = self._colors[token]
        path = self._image_dir.filePath(f"{name}-{color[1:]}.svg")
        if not QFile.exists(path):
            file = QFile(path)
            if file.open(QFile.OpenModeFlag.WriteOnly):
                file.write(QByteArray(self._tinted_svg(name, color, 16).encode()))
                file.close()
        return path


def _load_families(resource_path: Callable[[str], Path]) -> list[str]:
    """Inter when its files are there, else the system's own family; behind it those of other scripts."""
    own = _load_fonts(resource_path, FONT_FILES)
    first = own or [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]
    return list(dict.fromkeys([*first, *_load_fonts(resource_path, SCRIPT_FONT_FILES)]))


def _load_fonts(resource_path: Callable[[str], Path], names: Iterable[str]) -> list[str]:
    paths = [resource_path(f"fonts/{name}") for name in names]
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in paths if path.is_file()]
    return [family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)]
