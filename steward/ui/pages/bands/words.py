"""How bands, samples and certificates are worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.workspace.review.band_views import Certificate, SampleState

translate = QCoreApplication.translate


def share_text(share: float, language: Language) -> str:
    """A share of errors: "5 %", "0.5 %", "1.96 %"."""
    percent = 100 * share
    decimals = next((n for n in (0, 1, 2) if abs(round(percent, n) - percent) < 0.5 * 10**-6), 2)
    return language.percent(share, decimals)


def band_text(low: float, high: float, language: Language) -> str:
    """ "99 % and up", "90–99 %"."""
    if high > 1:
        return translate("Bands", "{low} and up").format(low=share_text(low, language))
    first = share_text(low, language).removesuffix("%").rstrip()
    return f"{first}–{share_text(high, language)}"


def sample_state(sample: SampleState) -> tuple[str, str, str]:
    """What became of a sample: text, icon, colour token."""
    if sample.certificate_id is not None:
        text = translate("Bands", "proved, certificate #{number}").format(number=sample.certificate_id)
        return text, "circle-check", "ok"
    if not sample.is_current:
        return translate("Bands", "about another model"), "info", "text2"
    if sample.undecided:
        return translate("Bands", "to decide"), "clock", "text2"
    if is_good(sample):
        return translate("Bands", "good enough"), "check", "ok"
    return translate("Bands", "not good enough"), "circle-alert", "warn"


def certificate_state(certificate: Certificate) -> tuple[str, str, str]:
    """Whether a certificate still holds: text, icon, colour token."""
    if certificate.is_current:
        return translate("Bands", "holds"), "circle-check", "ok"
    return translate("Bands", "about another model"), "info", "text2"


def is_good(sample: SampleState) -> bool:
    """True when the sample is decided and proves what it was drawn for."""
    return not sample.undecided and sample.limit is not None and sample.bound <= sample.limit
