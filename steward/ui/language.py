"""The language of the window: translators, and numbers, dates and spans of time as people write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTime, QTranslator, Signal

if TYPE_CHECKING:
    from pathlib import Path

translate = QCoreApplication.translate

LOCALES = {"en": "en_GB", "id": "id_ID"}
#: Own names: the language a steward looks for is written in that language.
LANGUAGE_NAMES = {"en": "English", "id": "Bahasa Indonesia"}
CATALOGUES = ("steward", "qtbase")
MONTH_LETTERS = 3


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for lupdate, which knows it by this name; Qt's own one is typed as returning object."""
    return text


def written_day(value: date | datetime, locale: QLocale) -> str:
    """12 Jun 2026."""
    # Three letters for every month: the locale's own short names write "Sept" beside "Nov".
    month = locale.monthName(value.month, QLocale.FormatType.ShortFormat)[:MONTH_LETTERS]
    return f"{value.day} {month} {value.year}"


class Language(QObject):
    """Installs translators, so that Qt sends LanguageChange to every widget."""

    changed = Signal()

    def __init__(self, translation_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dir = translation_dir
        self._translators: list[QTranslator] = []
        self._code = "en"
        self._locale = QLocale(LOCALES["en"])

    @property
    def code(self) -> str:
        """ "en" or "id"."""
        return self._code

    @property
    def locale(self) -> QLocale:
        """The locale for numbers and dates."""
        return self._locale

    def use(self, code: str) -> None:
        """Switch; every open widget gets a LanguageChange event."""
        application = QCoreApplication.instance()
        if application is None:
            return
        self._code = code if code in LOCALES else "en"
        self._locale = QLocale(LOCALES[self._code])
        QLocale.setDefault(self._locale)
        old, self._translators = self._translators, []
        for catalogue in CATALOGUES:
            translator = QTranslator(self)
            if translator.load(str(self._dir / f"{catalogue}_{self._code}.qm")):
                self._translators.append(translator)
        for translator in old:
            application.removeTranslator(translator)
            translator.deleteLater()
        for translator in self._translators:
            application.installTranslator(translator)
        self.changed.emit()

    # numbers

    def number(self, value: float, decimals: int = 0) -> str:
        """1,234 or 1.234, as the language writes it."""
        if decimals == 0:
            return self._locale.toString(round(value))
        return self._locale.toString(float(value), "f", decimals)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share of 0..1 as "61 %"."""
        return f"{self.number(share * 100, decimals)} %"

    def bits(self, weight: float) -> str:
        """A match weight with its sign, one decimal: "+9.8", "−11.0"."""
        sign = "−" if weight < 0 else "+"
        return sign + self.number(abs(weight), 1)

    # days and times

    def day(self, value: date | datetime) -> str:
        """12 Jun 2026."""
        return written_day(value, self._locale)

    def day_of_text(self, text: str) -> str:
        """The same for an ISO date as text; other texts stay as they are."""
        try:
            return self.day(date.fromisoformat(text[:10]))
        except ValueError:
            return text

    def clock(self, value: datetime) -> str:
        """09:02 in the steward's own time zone."""
        local = _local(value)
        return self._locale.toString(QTime(local.hour, local.minute), "HH:mm")

    def moment(self, value: datetime) -> str:
        """12 Jun 2026 09:02 in the steward's own time zone."""
        local = _local(value)
        return f"{self.day(local)} {self.clock(value)}"

    def when(self, value: datetime, now: datetime) -> str:
        """Short: the time today, the weekday within a week, else the day."""
        local, today = _local(value), _local(now).date()
        if local.date() == today:
            return self.clock(value)
        if timedelta(0) < today - local.date() < timedelta(days=7):
            return self._locale.dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
        return self.day(local)

    def ago(self, value: datetime, now: datetime) -> str:
        """just now · 4 min ago · 2 h ago · 12 Jun 2026."""
        minutes = int((_local(now) - _local(value)).total_seconds() // 60)
        if minutes < 1:
            return translate("Language", "just now")
        if minutes < 60:
            return translate("Language", "{count} min ago").format(count=minutes)
        if minutes < 24 * 60:
            return translate("Language", "{count} h ago").format(count=minutes // 60)
        return self.day(_local(value))

    def span(self, seconds: float) -> str:
        """42 s · 5 min · 1 h 50 min."""
        if seconds < 1:
            return translate("Language", "under 1 s")
        if seconds < 90:
            return translate("Language", "{count} s").format(count=self.number(seconds))
        minutes = round(seconds / 60)
        if minutes < 60:
            return translate("Language", "{count} min").format(count=minutes)
        return translate("Language", "{hours} h {minutes} min").format(
            hours=self.number(minutes // 60), minutes=minutes % 60
        )


def _local(value: datetime) -> datetime:
    """Stored times are UTC; a time without a zone is taken as UTC."""
    if value.tzinfo is None:
        from datetime import UTC

        value = value.replace(tzinfo=UTC)
    return value.astimezone()
