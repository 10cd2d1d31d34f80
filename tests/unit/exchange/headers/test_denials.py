"""Headers that deny a consent ask for a refusal, or for nothing."""

from __future__ import annotations

import pytest

from steward.exchange.headers.denials import heeded
from steward.exchange.headers.words import read_header


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("No newsletter", "refusal_email"),
        ("No mailings", "refusal_email"),
        ("Kein Newsletter", "refusal_email"),
        ("No consent", "refusal"),
        ("Tidak setuju", "refusal"),
        ("Gak mau WA", "refusal_whatsapp"),
        ("Não aceita SMS", "refusal_sms"),
        ("SMS izni yok", "refusal_sms"),
        ("Tdk boleh dihubungi", "refusal"),
        ("Jangan Hubungi", "refusal"),
        ("Keine Werbung", "refusal"),
        ("Niet bellen", "refusal_phone"),
        ("No llamar", "refusal_phone"),
        ("Ne pas contacter", "refusal"),
        ("Não perturbe", "refusal"),
        ("Non contattare", "refusal"),
        ("Nie kontaktować", "refusal"),
        ("Désabonné", "refusal"),
        # A no to these would be no consent.
        ("Consent withdrawn", ""),
        ("Newsletter abgemeldet", ""),
        ("Consentement refusé", ""),
        ("Persetujuan dicabut", ""),
        # The answers are listed, or a number is meant.
        ("Newsletter (ja/nein)", "consent_email"),
        ("Setuju Ya/Tidak", "consent"),
        ("Consent given/refused", "consent"),
        ("Newsletter no", "consent_email"),
        ("Marketing consent", "consent"),
        ("Newsletter oui/non", "consent_email"),
        ("No HP", "phone"),
    ],
)
def test_a_header_that_denies_a_consent_does_not_give_it(header: str, target: str) -> None:
    meaning = heeded(read_header(header), header)
    assert meaning is not None
    assert meaning.targets[0] == target


@pytest.mark.parametrize(
    ("header", "language", "target"),
    [
        ("AUT WHATS", "pt", "consent_whatsapp"),
        ("Werbeeinw. Tel.", "de", "consent_phone"),
        ("Consent - SMS", "", "consent_sms"),
        ("Consent SMS/WA", "", "consent_whatsapp"),
    ],
)
def test_a_consent_is_one_for_the_channel_that_its_header_names(header: str, language: str, target: str) -> None:
    meaning = read_header(header, (language,) if language else ())
    assert meaning is not None
    assert meaning.targets[0] == target


def test_a_header_that_lists_the_answers_refuses_nothing() -> None:
    meaning = heeded(read_header("Promo Ya/Tidak"), "Promo Ya/Tidak")
    assert meaning is None or not meaning.targets[0].startswith("refusal")
